"""What a meeting has to come back to: promises due by its day, priorities to review, replies still owed,
and items that the last meeting did not reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from minutes.english import listed, printed_date
from storage.records import Action, AgendaItem, Item, Plan, PromiseKind, ReportPart

TITLE = "Matters arising"
DEFERRED = "Deferred from"  # the line of an item's report that says since when
PART_NAMES = {
    PromiseKind.ACTION: "Action",
    PromiseKind.REPLY: "Reply owed",
    PromiseKind.PRIORITY: "Priority",
}


@dataclass(frozen=True, slots=True)
class Arising:
    """What arises at a meeting on the day `on`; every promise here is owed, and stands in one place.

    `due` are due by that day, `undated` have no date, of each of `plans` the priorities are due for review
    (its day has come, or it has none); `replies` are owed in writing, whenever they are due. `later` counts
    those that are not due yet. `deferred` are the items not taken at the meeting on `deferred_from`.
    """

    on: date
    due: tuple[Action, ...] = ()
    undated: tuple[Action, ...] = ()
    plans: tuple[tuple[Plan, tuple[Action, ...]], ...] = ()
    replies: tuple[Action, ...] = ()
    deferred: tuple[Item, ...] = ()
    deferred_from: date | None = None
    later: int = 0

    @property
    def promises(self) -> tuple[Action, ...]:
        """All the promises that arise, in the order they are gone through."""
        priorities = (priority for _, of_plan in self.plans for priority in of_plan)
        return (*self.due, *self.undated, *priorities, *self.replies)


def arising(promises: Iterable[Action], not_taken: tuple[date | None, Sequence[Item]], on: date) -> Arising:
    """Sort a body's promises for its meeting on the day `on`; those that are no longer owed, or were made
    later, are passed over.

    `not_taken` is the day of the meeting before, and the items it did not reach.
    """
    due, undated, replies = [], [], []
    plans: dict[Plan, list[Action]] = {}
    later = 0
    owed = (each for each in promises if each.is_open and each.agreed_on <= on)
    for action in sorted(owed, key=in_turn):
        until = action.standing.due
        if action.kind is PromiseKind.REPLY:
            replies.append(action)
        elif action.plan is not None and _to_review(action.plan, on):
            plans.setdefault(action.plan, []).append(action)
        elif until is not None and until <= on:
            due.append(action)
        elif until is None and action.plan is None:  # a priority without a list is one whose list is exempt
            undated.append(action)
        else:
            later += 1
    reviews = sorted(plans, key=lambda plan: (plan.review or date.max, plan.agreed_on, plan.entry_id))
    deferred_from, items = not_taken
    return Arising(
        on,
        tuple(due),
        tuple(undated),
        tuple((plan, tuple(sorted(plans[plan], key=_by_number))) for plan in reviews),
        tuple(replies),
        tuple(items),
        deferred_from if items else None,
        later,
    )


def deferred_to(agenda: Iterable[Item], not_taken: Iterable[Item]) -> tuple[Item, ...]:
    """Those `not_taken` that come to a meeting of this agenda as deferred; what stands on every agenda, such
    as apologies, is on it anyway."""
    usual = {
        item.title.casefold() for item in agenda if not any(part.name == DEFERRED for part in item.parts)
    }
    return tuple(item for item in not_taken if item.title.casefold() not in usual)


def in_turn(action: Action) -> tuple[date, bool, int, int]:
    """The order of a log: by the date it has now, the undated last, then actions before priorities."""
    return action.standing.due or date.max, action.kind is PromiseKind.PRIORITY, *_by_number(action)


def matters_arising(found: Arising) -> AgendaItem:
    """The agenda item that has a line for each promise; exempt ones by their reference alone."""
    return AgendaItem("", TITLE, parts=tuple(map(arising_part, found.promises)))


def arising_part(action: Action) -> ReportPart:
    """A promise as a line of an agenda item: "Action 4/2019: Clerk – ask for quotes (28 November 2019)"."""
    name = PART_NAMES[action.kind]
    if action.exempt is not None:
        return ReportPart(name, action.reference, "exempt")
    standing = action.standing
    owners = listed([owner.name for owner in standing.owners])
    words = " – ".join(part for part in (owners, standing.words) if part)
    when = printed_date(standing.due) if standing.due else standing.due_words
    text = f"{words} ({when})" if when else words
    return ReportPart(name, action.reference, " ".join(text.split()))  # a line of an agenda is one line


def _to_review(plan: Plan, on: date) -> bool:
    return plan.review is None or plan.review <= on


def _by_number(action: Action) -> tuple[int, int]:
    return action.year, action.number
