"""The meetings around one that is taken in: those that its dates follow from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from storage.records import DueKind, Kind, MeetingRecord, Progress

_BARE = """
    SELECT id FROM meeting WHERE body_id = ? AND day = ? AND state = 'planned'
        AND NOT EXISTS (SELECT 1 FROM item WHERE meeting_id = meeting.id)
        AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = meeting.id)
        AND NOT EXISTS (SELECT 1 FROM entry WHERE meeting_id = meeting.id)
    ORDER BY id LIMIT 1
"""


def bare_meeting(connection: sqlite3.Connection, body_id: int, on: date) -> int | None:
    """A body's meeting of a day of which nothing is known but the day; None where there is none."""
    row = connection.execute(_BARE, (body_id, on.isoformat())).fetchone()
    return None if row is None else int(row["id"])


def meeting_on(connection: sqlite3.Connection, body_id: int, on: date) -> int | None:
    """A body's first meeting of a day; None where the book has none."""
    sql = "SELECT id FROM meeting WHERE body_id = ? AND day = ? ORDER BY time, id LIMIT 1"
    row = connection.execute(sql, (body_id, on.isoformat())).fetchone()
    return None if row is None else int(row["id"])


def days_around(record: MeetingRecord) -> list[date]:
    """The days of other meetings that the dates in a record follow from."""
    days = {record.previous_on, record.next_on, *record.meeting_dates, said_and_moved(record)[1]}
    days |= {heard.due for heard in _to_next_meeting(record) if heard.meeting_id is None}
    return sorted(day for day in days if day is not None and day != record.meeting.on)


def extraordinary(record: MeetingRecord, on: date) -> bool:
    """Whether a meeting on that day was none of the ordinary ones: a date in the record passes it over."""
    own = record.meeting.on
    passed = [(record.previous_on or own, own), (own, record.next_on or date.max)]
    passed += [
        (heard.on, heard.due or date.max) for heard in _to_next_meeting(record) if heard.meeting_id is None
    ]
    return any(after < on < before for after, before in passed)


def said_and_moved(record: MeetingRecord) -> tuple[date | None, date | None]:
    """The day that the meeting said for its next one, and the day it was moved to since; both None where it
    said none, or nothing tells that it was moved."""
    said = [entry.on for entry in record.entries if entry.kind is Kind.NEXT_MEETING and entry.on]
    here = record.meeting.id
    due = [made.due for made in record.actions if made.due_kind is DueKind.NEXT_MEETING]
    due += [heard.due for heard in _to_next_meeting(record) if heard.meeting_id == here]
    if not said or not due or due[-1] in (None, said[-1]):
        return None, None
    return said[-1], due[-1]


def _to_next_meeting(record: MeetingRecord) -> Iterator[Progress]:
    """What was heard that put a promise off to the next meeting."""
    for promise in (*record.promises, *record.actions):
        for heard in promise.progress:
            if heard.due_kind is DueKind.NEXT_MEETING:
                yield heard
