"""The ids of a record replaced by labels from 1, so that a record says nothing of the book it came from.

Those of people and items are their places; the others stand in the order of the ids, by which some lists are
sorted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from storage.records import Action, Entry, MeetingRecord, Named, Plan, Progress

_Labels = dict[int, int]


def relabelled(record: MeetingRecord) -> MeetingRecord:
    """The same record with a label for every id; who is on no list of the meeting is known by name alone."""
    labels = _All.of(record)
    return replace(
        record,
        meeting=replace(record.meeting, id=labels.meetings[record.meeting.id]),
        attendees=tuple(
            replace(person, person_id=labels.people[person.person_id]) for person in record.attendees
        ),
        items=tuple(replace(item, id=labels.items[item.id]) for item in record.items),
        entries=tuple(map(labels.entry, record.entries)),
        actions=tuple(map(labels.action, record.actions)),
        promises=tuple(map(labels.action, record.promises)),
    )


@dataclass(frozen=True, slots=True)
class _All:
    """The labels of each kind, by id."""

    people: _Labels
    items: _Labels
    lines: _Labels
    meetings: _Labels
    promises: _Labels
    said: _Labels

    @classmethod
    def of(cls, record: MeetingRecord) -> _All:
        promises = (*record.promises, *record.actions)
        said = [heard for promise in promises for heard in promise.progress]
        plans = [plan for promise in promises for plan in promise.plans]
        elsewhere: tuple[Action | Progress | Plan, ...] = (*promises, *said, *plans)
        return cls(
            {person.person_id: place for place, person in enumerate(record.attendees, 1)},
            {item.id: place for place, item in enumerate(record.items, 1)},
            _labels((*(entry.id for entry in record.entries), *(each.entry_id for each in elsewhere))),
            _labels((record.meeting.id, *(each.meeting_id for each in elsewhere))),
            _labels(promise.id for promise in promises),
            _labels(heard.id for heard in said),
        )

    def entry(self, entry: Entry) -> Entry:
        return replace(
            entry,
            id=self.lines[entry.id],
            people=self._named(entry.people),
            item_id=_label(self.items, entry.item_id),
            target_id=_label(self.items, entry.target_id),
        )

    def action(self, action: Action) -> Action:
        return replace(
            action,
            id=self.promises[action.id],
            meeting_id=self.meetings[action.meeting_id],
            entry_id=_label(self.lines, action.entry_id),
            owners=self._named(action.owners),
            progress=tuple(map(self._heard, action.progress)),
            plans=tuple(map(self._plan, action.plans)),
        )

    def _heard(self, heard: Progress) -> Progress:
        return replace(
            heard,
            id=self.said[heard.id],
            action_id=self.promises[heard.action_id],
            meeting_id=_label(self.meetings, heard.meeting_id),
            entry_id=_label(self.lines, heard.entry_id),
            owners=self._named(heard.owners),
        )

    def _plan(self, plan: Plan) -> Plan:
        return replace(plan, entry_id=self.lines[plan.entry_id], meeting_id=self.meetings[plan.meeting_id])

    def _named(self, people: tuple[Named, ...]) -> tuple[Named, ...]:
        return tuple(replace(named, person_id=_label(self.people, named.person_id)) for named in people)


def _labels(ids: Iterable[int | None]) -> _Labels:
    known = {each for each in ids if each is not None}
    return {each: label for label, each in enumerate(sorted(known), 1)}


def _label(labels: _Labels, known: int | None) -> int | None:
    return None if known is None else labels.get(known)
