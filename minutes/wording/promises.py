"""Promises in words: what was heard of one, how it stands to a day, and a list of priorities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from minutes.english import capitalised, counted, listed, printed_date, short_date, stopped
from minutes.wording.clauses import said_of
from storage.records import (
    Action,
    ActionState,
    DueKind,
    Kind,
    NewProgress,
    PromiseKind,
    Standing,
)

_SOON = timedelta(days=7)
_MONTH = timedelta(days=31)  # the longest one
_DATELESS = (DueKind.IN_DUE_COURSE, DueKind.AS_SOON_AS_POSSIBLE)


def colour(promise: Action, on: date) -> str:
    """How a promise stands to its date on the day `on`, as a chart would colour it: "on target" where it is
    due later than in a week, else "due", "late by 3 days", "more than a month late" or "undated"; "done" or
    "dropped" where nothing is owed any more."""
    stands = promise.standing
    if not stands.is_open:
        return stands.state.value
    if stands.due is None:
        return "undated"
    if stands.due >= on:
        return "on target" if stands.due - on > _SOON else "due"
    late = on - stands.due
    if late > _MONTH:
        return "more than a month late"
    return f"late by {counted(late.days, 'day')}"


def state(action: Action, on: date) -> str:
    """State, colour and rating in one column: "in progress, late by 3 days, rated amber"; of what is done or
    dropped the day. That a priority has no date is nothing to tell."""
    stands = action.standing
    said = [colour(action, on)]
    ended = [heard.on for heard in action.progress if heard.state is stands.state]
    if ended and not stands.is_open:
        said = [f"{stands.state.value} {short_date(ended[-1])}"]
    dateless = action.kind is PromiseKind.PRIORITY and said == ["undated"]
    if dateless or stands.state is ActionState.IN_DUE_COURSE:
        said = [stands.state.value]
    elif stands.state is ActionState.IN_PROGRESS:
        said.insert(0, stands.state.value)
    return ", ".join([*said, *([f"rated {stands.rating}"] if stands.rating else [])])


def named(reference: str, owners: Sequence[str], words: str) -> str:
    """A promise as what is said of it begins: "Action 4/2019 (Director of People: provide the Action Plan)".

    Without `words` it is the reference alone.
    """
    name = f"{'Priority' if reference.startswith('p') else 'Action'} {reference}"
    task = f"{', '.join(owners)}: {_bare(words)}" if owners else _bare(words)
    return f"{name} ({task})" if words else name


def priority(words: str) -> str:
    """A priority as what is said of it begins."""
    return capitalised(_bare(words))


def heard(kind: Kind, text: str, to: str = "", before: Standing | None = None) -> str:
    """What a line of `kind` says of a promise: "done: sent on 9 November."

    `text` is what was said, of RATE the rating; `to` the day it was deferred to (see `day`); `before` how
    it stood until then, None where that may not be told.
    """
    match kind:
        case Kind.DONE:
            return stopped(f"done: {text}" if text else "done")
        case Kind.DROP:
            return stopped(f"no longer to be done{said_of(text)}")
        case Kind.DEFER:
            return stopped(f"deferred{_moved(before, to)}{said_of(text)}")
        case Kind.RATE:
            was = f" (before: {before.rating})" if before and before.rating not in ("", text) else ""
            return stopped(f"rated {text}{was}")
    return stopped(text)


def day(said: NewProgress | Standing) -> str:
    """The date that a promise has from here on, inside a sentence: "28 November 2019", "the next meeting",
    "in due course" or ""."""
    if said.due_kind is DueKind.NEXT_MEETING:
        return "the next meeting"
    if said.due is not None:
        return printed_date(said.due)
    return said.due_kind.value if said.due_kind in _DATELESS else ""


def changes(said: NewProgress, before: Standing) -> str:
    """What was heard between lines of a history: "deferred from 28 November 2019 to 12 December 2019 because
    the lawyers were ill", "done: sent", or the note alone; "" where nothing of it can be told."""
    text = said.text
    parts: list[str] = []
    if said.due_kind is not None:
        parts.append(heard(Kind.DEFER, text, day(said), before))
    elif said.state is ActionState.DONE:
        parts.append(heard(Kind.DONE, text))
    elif said.state is ActionState.DROPPED:
        parts.append(heard(Kind.DROP, text))
    elif text:
        parts.append(stopped(text))
    if said.rating:
        parts.append(heard(Kind.RATE, said.rating, before=before))
    if said.words and said.words != before.words:
        parts.append(stopped(f"reworded: {said.words}"))
    return " ".join(map(capitalised, parts))


def list_of_priorities(title: str, numbers: str, set_by: str, review: date | None) -> str:
    """The line above a list: "Priorities for the next 6 months (p7 to p16), to be reviewed by 30 June 2021:".

    `numbers` as `spans` gives them; `set_by` is an outside body, "" for none.
    """
    said = title.rstrip(" :.")
    said += f" ({numbers})" if numbers else ""
    said += f", set by {set_by}" if set_by else ""
    said += f", to be reviewed by {printed_date(review)}" if review else ""
    return f"{capitalised(said)}:"


def spans(priorities: Iterable[Action], year: int) -> str:
    """The references of priorities, neighbours told by the first and the last: "p1, p7 to p16", with the year
    where it is not `year`."""
    runs: list[list[Action]] = []
    for each in priorities:
        last = runs[-1][-1] if runs else None
        if last and (last.year, last.number + 1) == (each.year, each.number):
            runs[-1].append(each)
        else:
            runs.append([each])
    return listed([told for run in runs for told in _span(run, year)])


def short_reference(action: Action, year: int) -> str:
    """A reference as the clerk types it in a meeting of `year`: "p4", "p4/2019"."""
    return action.reference.removesuffix(f"/{year}")


def _span(run: Sequence[Action], year: int) -> list[str]:
    told = [short_reference(each, year) for each in run]
    return told if len(told) < 3 else [f"{told[0]} to {told[-1]}"]


def _moved(before: Standing | None, to: str) -> str:
    """ " from 28 November 2019 to 12 December 2019"."""
    since = printed_date(before.due) if before and before.due else ""
    told = f" from {since}" if since and since != to else ""
    if to in (kind.value for kind in _DATELESS):
        return f"{told}, to be done {to}"
    return f"{told} to {to}" if to else told


def _bare(words: str) -> str:
    """Words without the stop they end in."""
    return words.rstrip().rstrip(".;").rstrip()
