"""What a body is owed, as a meeting found it: the list beside the record, gone through one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minutes.arising import in_turn
from minutes.english import short_date
from minutes.promises import Promises
from minutes.references import Reference
from minutes.sitting import Sitting
from storage.records import Action, Item, PromiseKind, PromiseLine

_SPEAKS = re.compile(
    r"\b(?:matters? arising|action (?:log|points?|tracker)|actions|priorities)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Owed:
    """The promises that a meeting found owed, in turn, each as it stood then; named as its shorthand names
    them. `on` is its day; `heard` tells what lines here made of them so far, by id."""

    on: date = date.min
    lines: tuple[PromiseLine, ...] = ()
    heard: Mapping[int, str] | None = None

    def is_heard(self, promise_id: int) -> bool:
        """Whether a line here was about it."""
        return self.heard is not None and promise_id in self.heard


def speaks_of_promises(item: Item | None) -> bool:
    """Whether an item is there to go through what was promised, by its title."""
    return item is not None and _SPEAKS.search(item.title) is not None


def owed_at(sitting: Sitting) -> Owed:
    """What is owed at this point of a meeting, and what was when it began."""
    promises, meeting = sitting.promises, sitting.record.meeting
    found = (action.as_met_by(meeting.id, meeting.on) for action in sitting.record.promises)
    lines = tuple(_line(action, promises) for action in sorted(found, key=in_turn) if action.is_open)
    heard = {line.id: _became(line, promises) for line in lines if promises.is_heard(line.id)}
    return Owed(meeting.on, lines, heard)


def _line(action: Action, promises: Promises) -> PromiseLine:
    standing = action.standing
    return PromiseLine(
        id=action.id,
        body_id=action.body_id,
        body_name=action.body_name,
        meeting_id=action.meeting_id,
        entry_id=action.entry_id,
        kind=action.kind,
        reference=_named(action, promises),
        state=standing.state,
        due=standing.due,
        due_kind=standing.due_kind,
        owners="; ".join(owner.name for owner in standing.owners),
        words=standing.words,
        themes="; ".join(standing.themes),
        rating=standing.rating,
        minute=action.minute,
        agreed_on=action.agreed_on,
        exempt=action.exempt,
        plan=action.plan.title if action.plan is not None else "",
    )


def _named(action: Action, promises: Promises) -> str:
    """How a line names it: with its year where another is meant without."""
    reference = promises.reference(action)
    if [each.id for each in promises.find(reference)] == [action.id]:
        return str(reference)
    return str(Reference(action.number, action.year, action.kind is PromiseKind.PRIORITY))


def _became(line: PromiseLine, promises: Promises) -> str:
    """What was heard of it here, in a word or a date."""
    now = promises.standing(line.id)
    if not now.is_open:
        return now.state.value
    if (now.due, now.due_kind) == (line.due, line.due_kind):
        return "heard"
    return f"to {short_date(now.due)}" if now.due is not None else now.due_kind.value
