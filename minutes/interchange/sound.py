"""Whether a record that was read can be one: what it names is in it, and its numbers are such that a book may
hold them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from minutes.interchange.shape import refused
from storage.records import Action, Entry, MeetingRecord, Named, Progress, PromiseKind

_TIME = re.compile(r"(?:[0-2][0-9]:[0-5][0-9])?")
_NUMBERINGS = ("agenda", "running", "meeting", "none")
_LABEL = 10**9  # no record has as many lines


def see_sound(record: MeetingRecord) -> None:
    """Raise ValueError, in one line, where something in the record contradicts it."""
    for fault in _faults(record):
        raise refused(fault)


def _faults(record: MeetingRecord) -> Iterator[str]:
    yield from _settings(record)
    people = {person.person_id for person in record.attendees}
    items, lines = {item.id for item in record.items}, {entry.id for entry in record.entries}
    promises = (*record.actions, *record.promises)
    made = {promise.id for promise in record.actions}
    for named, labels in (
        ("person", [person.person_id for person in record.attendees]),
        ("item", [item.id for item in record.items]),
        ("line", [entry.id for entry in record.entries]),
        ("promise", [promise.id for promise in promises]),
        ("thing heard", [heard.id for promise in promises for heard in promise.progress]),
    ):
        if len(set(labels)) < len(labels) or not all(0 < label < _LABEL for label in labels):
            yield f"a {named} has no label of its own"
    if not all(person.name.strip() for person in record.attendees):
        yield "a person has no name"
    for entry in record.entries:
        if fault := _line_fault(entry, items, people):
            yield fault
    references = {
        (promise.kind is PromiseKind.PRIORITY, promise.year, promise.number) for promise in promises
    }
    if len(references) < len(promises):
        yield "two promises have one number"
    for promise in promises:
        if fault := _promise_fault(promise, record, promise.id in made, lines, people):
            yield fault
    yield from _days(record, promises)


def _settings(record: MeetingRecord) -> Iterator[str]:
    body, meeting = record.body, record.meeting
    if not body.name.strip():
        yield "its body has no name"
    if body.numbering not in _NUMBERINGS or body.counting not in ("last", "first"):
        yield "its body numbers in a way that is not known"
    if not 1 <= body.year_starts <= 12:
        yield "the year of its body starts in no month"
    pairs = (*body.short_forms, *body.interest_kinds, *body.words, *body.parts)
    if not all(short for short, _ in pairs) or not all(body.themes):
        yield "a setting of its body has no name"
    if not all(heading for _, heading in body.interest_kinds):
        yield "a kind of interest has no heading"
    if not _TIME.fullmatch(meeting.time):
        yield "the time of its meeting is none"
    if not all(0 <= number < _LABEL for number in record.last_numbers):
        yield "its last numbers are none"
    before, after = record.previous_on, record.next_on
    if (before and before >= meeting.on) or (after and after not in record.meeting_dates):
        yield "the meetings before and after it are not in their order"
    if any(day <= meeting.on for day in record.meeting_dates):
        yield "a later meeting is not later"


def _line_fault(entry: Entry, items: Collection[int], people: Collection[int]) -> str:
    if not {entry.item_id, entry.target_id} <= {None, *items} or _strangers(entry.people, people):
        return "a line names an item or a person that is not in it"
    if entry.level < 0 or not _TIME.fullmatch(entry.time):
        return "a line has a time or a depth that is none"
    return ""


def _promise_fault(
    promise: Action, record: MeetingRecord, made_here: bool, lines: Collection[int], people: Collection[int]
) -> str:
    here = record.meeting.id
    said: tuple[Progress, ...] = promise.progress
    named = [owner for owners in (promise.owners, *(heard.owners for heard in said)) for owner in owners]
    if _strangers(named, people):
        return "a promise names a person that is not in it"
    if not (0 < promise.number < _LABEL and date.min.year <= promise.year <= date.max.year):
        return "a promise has a number that is none"
    if promise.entry_id is None or {promise.meeting_id == here, promise.entry_id in lines} != {made_here}:
        return "a promise was made by no line"
    for heard in said:
        if heard.action_id != promise.id or (heard.meeting_id is None) is not (heard.entry_id is None):
            return "what was heard of a promise is of another"
        if (heard.meeting_id == here) is not (heard.entry_id in lines):
            return "what was heard of a promise was said by no line"
    if any((plan.meeting_id == here) is not (plan.entry_id in lines) for plan in promise.plans):
        return "a list of priorities was begun by no line"
    if promise.plans and promise.kind is not PromiseKind.PRIORITY:
        return "a list of priorities holds what is none"
    return ""


def _days(record: MeetingRecord, promises: Iterable[Action]) -> Iterator[str]:
    """Every meeting has one day, and its own is its own."""
    known = {record.meeting.id: record.meeting.on}
    for promise in promises:
        told = [(promise.meeting_id, promise.agreed_on)]
        told += [(heard.meeting_id, heard.on) for heard in promise.progress if heard.meeting_id is not None]
        told += [(plan.meeting_id, plan.agreed_on) for plan in promise.plans]
        if any(known.setdefault(meeting_id, day) != day for meeting_id, day in told):
            yield "one meeting has two days"


def _strangers(named: Iterable[Named], people: Collection[int]) -> bool:
    return any(each.person_id is not None and each.person_id not in people for each in named)
