"""The schedule of promises: the rows, the counts and the history that the action log and the page before a
meeting have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import compress, groupby

from minutes.document import Block, Heading, Paragraph, Point, Table
from minutes.english import capitalised, printed_date, short_date
from minutes.english import listed as in_words
from minutes.layouts.log import owners
from minutes.wording.actions import due
from minutes.wording.names import Namer
from minutes.wording.promises import changes, colour, short_reference, state
from minutes.wording.short_forms import ShortForms
from storage.records import Action, ActionState, DueKind, Plan, PromiseKind, Standing

HEAD = ("Ref", "Minute", "Action", "Lead", "Target", "Revised", "State")
_PRIORITIES = ("Ref", "Minute", "Priority", *HEAD[3:])
_FIRST = (date.min, 0)
RESTRICTED = "RESTRICTED"  # what a page with exempt promises is marked with
_NAMER = Namer((), ShortForms(()))  # outside their meetings people go by the names recorded
_LATE = ("more than a month late", "late")
_COLOURS = (*_LATE, "due", "on target", "undated")


def told(actions: Iterable[Action], *, restricted: bool) -> list[Action]:
    """The promises whose words may be read, with what may be read of their history."""
    if restricted:
        return list(actions)
    return [action.public for action in actions if action.exempt is None]


def schedule(actions: Sequence[Action], on: date, *, whole: bool = False) -> list[Block]:
    """A table of promises as they stand on the day `on`, and below it what was heard of each when it was
    last spoken of, or the `whole` history."""
    return _schedule(HEAD, [(action, _row(action, on)) for action in actions], whole=whole)


def _schedule(
    head: Sequence[str], rows: Sequence[tuple[Action, Sequence[str]]], *, whole: bool
) -> list[Block]:
    """The table and the history; a column that holds nothing is left out."""
    if not rows:
        return []
    held = [any(column) for column in zip(*(row for _, row in rows), strict=True)]
    table = Table(tuple(tuple(compress(row, held)) for row in (head, *(row for _, row in rows))))
    history = [point for action, _ in rows for point in _history(action, whole=whole)]
    heard = Paragraph("What was heard:" if whole else "What was heard last:", keep=True)
    return [table, heard, *history] if history else [table]


def plans(priorities: Sequence[Action], on: date, *, level: int, whole: bool = False) -> list[Block]:
    """Priorities by the list they belong to now, as far as it may be told: the oldest list first, each under
    a heading of `level` and in the order of its numbers."""
    lists: dict[Plan | None, list[Action]] = {}
    for each in priorities:
        lists.setdefault(each.plan, []).append(each)
    blocks: list[Block] = []
    for plan in sorted(lists, key=lambda plan: (plan.agreed_on, plan.entry_id) if plan else _FIRST):
        of_list = lists[plan]
        of_list.sort(key=lambda each: (each.year, each.number))
        if plan is None:
            blocks += [Heading("Priorities", level), *schedule(of_list, on, whole=whole)]
        else:
            once = [each for each in priorities if plan.entry_id in {one.entry_id for one in each.plans}]
            blocks += [Heading(plan.title, level), _about(plan, once), *_of_plan(plan, of_list, on, whole)]
    return blocks


def _about(plan: Plan, once: Sequence[Action]) -> Block:
    """Who set a list and when it is to be reviewed, and what of all `once` in it was reported on."""
    by = f"Set by {plan.set_by}, recorded" if plan.set_by else "Agreed"
    minute = next((each.minute for each in once if each.meeting_id == plan.meeting_id), "")
    where = f" (minute {minute})" if minute else ""
    review = f"; to be reviewed by {printed_date(plan.review)}" if plan.review else ""
    said = [f"{by} on {printed_date(plan.agreed_on)}{where}{review}.", *_reported(plan, once)]
    return Paragraph(" ".join(said), keep=True)


def _of_plan(plan: Plan, priorities: Sequence[Action], on: date, whole: bool) -> list[Block]:
    """The schedule of a list, in parts by theme where all of it has themes."""
    blocks: list[Block] = []
    themed = all(each.standing.themes for each in priorities)
    for theme, run in groupby(priorities, key=lambda each: each.standing.themes[0] if themed else ""):
        if theme:
            blocks.append(Paragraph(theme, keep=True))
        rows = [(each, _priority_row(each, plan, on)) for each in run]
        blocks += _schedule(_PRIORITIES, rows, whole=whole)
    return blocks


def counts(actions: Iterable[Action], on: date) -> list[str]:
    """How many there are of each colour, actions and priorities apart: "Actions: 5 open (1 late, 2 due, 2
    undated), 1 done"."""
    priorities: list[Action] = []
    others: list[Action] = []
    for action in actions:
        (priorities if action.kind is PromiseKind.PRIORITY else others).append(action)
    lines = (("Actions", others, _COLOURS), ("Priorities", priorities, _COLOURS[:-1]))
    return [f"{name}: {_counted(some, on, colours)}" for name, some, colours in lines if some]


def _counted(actions: Sequence[Action], on: date, colours: Sequence[str]) -> str:
    of_colour = Counter(_plain(colour(action, on)) for action in actions)
    still_open = sum(action.is_open for action in actions)
    owed = ", ".join(f"{of_colour[each]} {each}" for each in colours if of_colour[each])
    said = [f"{still_open} open{f' ({owed})' if owed else ''}"]
    closed = (ActionState.DONE.value, ActionState.DROPPED.value)
    return ", ".join([*said, *(f"{of_colour[each]} {each}" for each in closed if of_colour[each])])


def _plain(said: str) -> str:
    """A colour without how late exactly."""
    return "late" if said.startswith("late by") else said


def _row(action: Action, on: date) -> tuple[str, ...]:
    standing = action.standing
    day = short_date(action.agreed_on).removesuffix(f" {action.year}")  # its reference has the year
    where = ", ".join(part for part in (action.minute, day) if part)
    revised = _target(standing) if any(heard.due_kind is not None for heard in action.progress) else ""
    words = capitalised(standing.words)
    lead = owners(standing, _NAMER)
    stands = capitalised(state(action, on))
    return (action.reference, where, words, lead, _target(action.as_agreed), revised, stands)


def _target(standing: Standing) -> str:
    """A date for a narrow column: that of the next meeting by itself where it is known."""
    return short_date(standing.due) if standing.due else due(standing)


def _priority_row(priority: Action, plan: Plan, on: date) -> tuple[str, ...]:
    """The row of a priority in its list, whose head tells the minute of those that were agreed with it."""
    reference, where, words, lead, target, revised, stands = _row(priority, on)
    where = "" if priority.meeting_id == plan.meeting_id else where
    target = "" if priority.due_kind is DueKind.UNDATED else target
    return reference, where, words, lead, target, revised, stands


def _history(action: Action, *, whole: bool) -> Iterator[Point]:
    """What was heard, each with its day: "1/2021  14 October 2021 – Deferred to …"."""
    standing = action.as_agreed
    last = action.progress[-1].on if action.progress else None
    for heard in action.progress:
        if (said := changes(heard, standing)) and (whole or heard.on == last):
            yield Point(f"{printed_date(heard.on)} – {said}", action.reference)
        standing = standing.after(heard)


def _reported(plan: Plan, listed: Sequence[Action]) -> list[str]:
    """What of all that were `listed` was reported on when the list was last gone through, and what was not
    though it was owed."""
    heard = [
        (each.id, said.on)
        for each in listed
        for said in each.progress
        if said.meeting_id is not None and said.on > plan.agreed_on and not said.words
    ]
    last = max((day for _, day in heard), default=None)
    if last is None:
        return []
    reported = {priority_id for priority_id, day in heard if day == last}
    owed = [each for each in listed if each.is_open and each.id not in reported]
    done = f"{len(reported)} of {len(reported) + len(owed)} reported on {printed_date(last)}"
    missing = in_words([short_reference(each, last.year) for each in owed])
    return [f"{done}; not reported on: {missing}." if missing else f"{done}."]
