"""The live reading of promises: what a line has somebody do, and which it tells of and how that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.english import listed, printed_date, weekday_date
from minutes.shorthand.reading import Hint, person_hint, short
from minutes.sitting import Sitting
from storage.records import DueKind, Kind, NewAction, NewEntry, NewProgress, PromiseKind, Standing

_MOST = 3  # of a kind on one line
_BY = re.compile(r"(?<!\S)by\s+\S+(?:\s+\S+){0,4}$", re.IGNORECASE)


def is_priority(entry: NewEntry) -> bool:
    """Whether a line is one of a list of priorities, new or carried on."""
    new = any(action.kind is PromiseKind.PRIORITY for action in entry.actions)
    return new or (entry.kind is Kind.POINT and bool(entry.progress))


def hints_on_promise(action: NewAction) -> Iterator[Hint]:
    """Owners, due date and themes of a promise that a line makes; a priority needs neither of the first."""
    must = action.kind is not PromiseKind.PRIORITY
    if action.kind is PromiseKind.REPLY:
        yield Hint("a reply in writing")
    if action.owners:
        yield Hint(f"owner {listed([person_hint(owner) for owner in action.owners[:_MOST]])}")
    if action.due_kind is not DueKind.UNDATED:
        yield Hint(f"{_date(action)} ✓")
    elif _BY.search(action.words[-80:]):
        yield Hint("no date read", ok=False)
    elif must:
        yield Hint("no date")
    if action.themes:
        yield Hint(f"theme {', '.join(map(short, action.themes[:_MOST]))}")


def hints_on_promises(entry: NewEntry, sitting: Sitting) -> Iterator[Hint]:
    """What a line that begins a list of priorities, or tells of promises made before, comes to."""
    if entry.kind is Kind.PRIORITIES:
        if entry.on is not None:
            yield Hint(f"review {weekday_date(entry.on)} ✓")
        if entry.label:
            yield Hint(f"set by {short(entry.label)}")
        yield Hint("the points below are its priorities")
    for heard in entry.progress[:_MOST]:
        yield from _heard(heard, sitting)
    if len(entry.progress) > _MOST:
        yield Hint(f"and {len(entry.progress) - _MOST} more")


def _heard(heard: NewProgress, sitting: Sitting) -> Iterator[Hint]:
    """Which promise it is, and what becomes of it, which has to be seen; then its words."""
    promises = sitting.promises
    before = promises.standing(heard.action_id)
    yield Hint(f"{promises.reference(promises.action(heard.action_id))} {_became(heard, sitting)}")
    owners = f"{short(listed([owner.name for owner in before.owners]))}: " if before.owners else ""
    yield Hint(f"{owners}{short(before.words)}")


def _became(heard: NewProgress, sitting: Sitting) -> str:
    """What the line makes of a promise."""
    before = sitting.promises.standing(heard.action_id)
    if heard.due_kind is not None:
        return f"from {_due(before)} to {_due(before.after(heard))} ✓"
    if heard.rating:
        return f"rated {heard.rating}{f' (before: {short(before.rating)})' if before.rating else ''}"
    return _state(heard, sitting)


def _state(heard: NewProgress, sitting: Sitting) -> str:
    """Where it stands from here on, and by when it is due if it is owed."""
    before = sitting.promises.standing(heard.action_id)
    after = before.after(heard)
    if not after.is_open:
        day = sitting.promises.closed_on(heard.action_id)
        return f"{after.state.value} on {printed_date(day)}" if day else after.state.value
    if after.due is None:
        return "owed" if after.due_kind is DueKind.UNDATED else f"owed, {_due(after)}"
    return f"due {_due(after)}{' (late)' if after.due < sitting.record.meeting.on else ''}"


def _date(action: NewAction) -> str:
    """When a new promise is due: "due Thu 28 November 2019", "next meeting"."""
    if action.due is None:
        return action.due_kind.value
    meeting = "next meeting, " if action.due_kind is DueKind.NEXT_MEETING else ""
    return f"due {meeting}{weekday_date(action.due)}"


def _due(standing: Standing) -> str:
    """When something is due as it stands: "28 November 2019", "in due course", "no date"."""
    if standing.due is not None:
        return weekday_date(standing.due)
    return "no date" if standing.due_kind is DueKind.UNDATED else standing.due_kind.value
