"""The schedule of promises: the rows, the counts and the history that the action log and the page before a
meeting have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from minutes.document import Block, Heading, Paragraph, Point, Table
from minutes.english import capitalised, listed, printed_date, short_date
from minutes.layouts.log import owners
from minutes.wording.actions import due
from minutes.wording.names import Namer
from minutes.wording.promises import changes, colour, short_reference, state
from minutes.wording.short_forms import ShortForms
from storage.records import Action, ActionState, Plan, PromiseKind

HEAD = ("Ref", "Minute", "Action", "Lead", "Target", "Revised", "State")
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
    """A table of promises as they stand on the day `on`, and below it the last that was heard of each, or
    the `whole` history."""
    if not actions:
        return []
    table = Table((HEAD, *(_row(action, on) for action in actions)))
    return [table, *(point for action in actions for point in _history(action, whole=whole))]


def by_plan(priorities: Iterable[Action]) -> dict[Plan | None, list[Action]]:
    """Priorities by the list they belong to as far as it may be told, each in the order of its numbers."""
    plans: dict[Plan | None, list[Action]] = {}
    for each in priorities:
        plans.setdefault(each.plan, []).append(each)
    return {plan: sorted(listed, key=lambda each: (each.year, each.number)) for plan, listed in plans.items()}


def of_plan(
    plan: Plan | None, priorities: Sequence[Action], on: date, *, level: int, whole: bool = False
) -> list[Block]:
    """A list of priorities under its title: who set it and when it is reviewed, what was reported on last, and
    its schedule, in parts by theme where it has themes."""
    if plan is None:
        return [Heading("Priorities", level), *schedule(priorities, on, whole=whole)]
    by = f"Set by {plan.set_by}, recorded" if plan.set_by else "Agreed"
    review = f"; to be reviewed by {printed_date(plan.review)}" if plan.review else ""
    said = [f"{by} on {printed_date(plan.agreed_on)}{review}.", *_reported(plan, priorities)]
    blocks: list[Block] = [Heading(plan.title, level), Paragraph(" ".join(said), keep=True)]
    themes = dict.fromkeys(_theme(priority) for priority in priorities)
    for theme in themes:
        if len(themes) > 1 or theme:
            blocks.append(Paragraph(theme or "No theme", keep=True))
        blocks += schedule([each for each in priorities if _theme(each) == theme], on, whole=whole)
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
    where = ", ".join(part for part in (action.minute, short_date(action.agreed_on)) if part)
    revised = due(standing) if any(heard.due_kind is not None for heard in action.progress) else ""
    words = capitalised(standing.words)
    lead = owners(standing, _NAMER)
    return (action.reference, where, words, lead, due(action), revised, capitalised(state(action, on)))


def _history(action: Action, *, whole: bool) -> Iterator[Point]:
    """What was heard, each with its day: "1/2021  14 Oct 2021 – Deferred to …"."""
    standing = action.as_agreed
    points: list[Point] = []
    for heard in action.progress:
        if said := changes(heard, standing):
            points.append(Point(f"{printed_date(heard.on)} – {said}", action.reference))
        standing = standing.after(heard)
    yield from points if whole else points[-1:]


def _theme(priority: Action) -> str:
    return next(iter(priority.standing.themes), "")


def _reported(plan: Plan, priorities: Sequence[Action]) -> list[str]:
    """What was reported on when the list was last gone through, and what was not though it was owed."""
    heard = [(each, heard) for each in priorities for heard in each.progress if heard.meeting_id]
    days = [progress.on for _, progress in heard if progress.on > plan.agreed_on]
    if not days:
        return []
    last = max(days)
    reported = {each.id for each, progress in heard if progress.on == last}
    owed = [each for each in priorities if each.is_open and each.id not in reported]
    done = f"{len(reported)} of {len(reported) + len(owed)} reported on {printed_date(last)}"
    missing = listed([short_reference(each, last.year) for each in owed])
    return [f"{done}; not reported on: {missing}." if missing else f"{done}."]
