"""A record that another book gave taken into this one, so that its minutes print the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from storage.agendas import Imported
from storage.bodies import body, find_body, write_body
from storage.entries import Placeholders, insert_entry
from storage.errors import BookError
from storage.items import add_item
from storage.journal import act
from storage.neighbours import bare_meeting, days_around, extraordinary, meeting_on, said_and_moved
from storage.numbers import settle_body
from storage.owed import promises_named
from storage.people import KnownPeople, add_attendee, keep_members
from storage.records import (
    Agenda,
    AgendaItem,
    Entry,
    Interchange,
    Item,
    Meeting,
    MeetingRecord,
    MeetingState,
    PromiseKind,
)
from storage.remembered import Remembered, remembered
from storage.rows import GAP, Value, insert, spoken_day, stored_list, update
from storage.series import Form
from storage.settle import settle
from storage.signing import Signet
from storage.taken_promises import TakenPromises
from storage.transactions import writing

_AGAINST_ITSELF = "The record contradicts itself, so nothing of it was taken in: print it as JSON anew."


def take_in(
    connection: sqlite3.Connection, interchange: Interchange, at: datetime, signet: Signet
) -> Imported:
    """Make the meeting of a record; see `MinuteBook.take_in`."""
    record, on = interchange.record, interchange.record.meeting.on
    with writing(connection):
        try:
            found = find_body(connection, Agenda(record.body.name, on, record.body.organisation))
            with act(connection, "bodies", f"record: {record.body.name}, {spoken_day(on)}", at):
                body_id = found or write_body(connection, replace(record.body, id=0))
                taken = _Taken(connection, record, body_id, at)
                meeting_id = taken.take_in()
                if found is None:
                    taken.note_members()
            if interchange.trees:
                signet.seal_as_printed(connection, meeting_id, interchange.trees)
        except sqlite3.IntegrityError as error:
            raise BookError(_AGAINST_ITSELF) from error
    return Imported(meeting_id, found is None, True, len(record.items), len(record.attendees))


@dataclass(slots=True)
class _Taken:
    """A record on its way into the book; what its labels stand for there is kept by kind."""

    connection: sqlite3.Connection
    record: MeetingRecord
    body_id: int
    at: datetime
    people: dict[int, int] = field(default_factory=dict)
    items: dict[int, int] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)
    meetings: dict[int, int] = field(default_factory=dict)

    def take_in(self) -> int:
        """Write the meeting, and what it remembers of others; returns its id."""
        record, on = self.record, self.record.meeting.on
        bare = bare_meeting(self.connection, self.body_id, on)
        if bare is None and meeting_on(self.connection, self.body_id, on) is not None:
            raise BookError(
                f"The book has a meeting of {record.body.name} on {spoken_day(on)} already:"
                " take the record into another book."
            )
        known = self._known()
        people = KnownPeople(self.connection, self.body_id)
        self.people = {person.person_id: people.person_id(person) for person in record.attendees}
        unknown = tuple(promise for promise in record.promises if promise.id not in known)
        others = remembered(replace(record, promises=unknown))
        self._remember(other for other in others if other.on <= on)
        here = self._meeting(_numbered_from_here(record), bare)
        self.meetings[record.meeting.id] = here
        for person in record.attendees:
            add_attendee(self.connection, here, self.people[person.person_id], person, added=person.added)
        self.items = self._write_lines(here, record.items, record.entries)
        self._remember(other for other in others if other.on > on)
        for day in days_around(record):
            if meeting_on(self.connection, self.body_id, day) is None:
                self._meeting(self._another(day), None)
        self._link_next(here)
        promises = TakenPromises(self.connection, self.body_id, self.people, self.lines, self.meetings)
        promises.write(record, known)
        self._settle(here)
        return here

    def note_members(self) -> None:
        """Keep how the body knows its people now."""
        expected = [
            replace(person, person_id=self.people[person.person_id])
            for person in self.record.attendees
            if not person.added
        ]
        keep_members(self.connection, self.body_id, expected)

    def _known(self) -> dict[int, int]:
        """The promises made before that the book has by their references, by label."""
        references = {
            (each.kind is PromiseKind.PRIORITY, each.number, each.year): each
            for each in (*self.record.promises, *self.record.actions)
        }
        made_here = {each.id for each in self.record.actions}
        known = {}
        for action in promises_named(self.connection, self.body_id, references):
            same = references[action.kind is PromiseKind.PRIORITY, action.number, action.year]
            if same.id in made_here:
                raise BookError(
                    f"The book has another {action.kind} {action.reference} of {self.record.body.name}:"
                    " take the record into another book."
                )
            known[same.id] = action.id
        return known

    def _another(self, on: date, start: str = "") -> Meeting:
        """Another meeting of the body, on a day of which the record tells."""
        title = "Extraordinary meeting" if extraordinary(self.record, on) else ""
        return Meeting(0, self.body_id, on, agenda_title=title, minutes_from=start)

    def _remember(self, others: Iterable[Remembered]) -> None:
        """Write the lines that promises of other meetings come from."""
        settings = body(self.connection, self.body_id)
        for meeting in others:
            start, items, lines = meeting.record(settings)
            bare = bare_meeting(self.connection, self.body_id, meeting.on)
            other = self._meeting(self._another(meeting.on, start), bare)
            self.meetings[meeting.label] = other
            self._write_lines(other, items, lines)

    def _meeting(self, meeting: Meeting, bare: int | None) -> int:
        """Make a meeting, or give one of which there is the day alone what is known of it."""
        values: dict[str, Value] = {
            "body_id": self.body_id,
            "day": meeting.on.isoformat(),
            "time": meeting.time,
            "venue": meeting.venue,
            "agenda_title": meeting.agenda_title,
            "quorum": meeting.quorum,
            "minutes_from": meeting.minutes_from,
            "decisions_from": meeting.decisions_from,
        }
        if bare is None:
            return insert(self.connection, "meeting", values)
        update(self.connection, "meeting", bare, values)
        return bare

    def _write_lines(
        self, meeting_id: int, items: Sequence[Item], entries: Sequence[Entry]
    ) -> dict[int, int]:
        """Write items and lines, in the order they were first recorded; returns the items by label."""
        ids = {
            item.id: add_item(
                self.connection,
                meeting_id,
                AgendaItem(item.number, item.title, item.pages, item.exempt, item.parts),
            )
            for item in items
        }
        stands_for = Placeholders(self.people, ids)
        for place, entry in sorted(enumerate(entries, 1), key=lambda placed: placed[1].id):
            recorded_at = self.at if entry.recorded_at == datetime.min else entry.recorded_at
            settled: dict[str, Value] = {
                "meeting_id": meeting_id,
                "position": place * GAP,
                "recorded_at": recorded_at.isoformat(),
            }
            self.lines[entry.id] = insert_entry(self.connection, entry, stands_for, settled)
        return ids

    def _link_next(self, here: int) -> None:
        """Keep that the meeting which was said for another day is the one that was moved."""
        said, moved = said_and_moved(self.record)
        if said is not None and moved is not None:
            next_id = meeting_on(self.connection, self.body_id, moved)
            insert(self.connection, "next_meeting", {"id": here, "day": said.isoformat(), "next_id": next_id})

    def _settle(self, here: int) -> None:
        """Make true what follows from the order of the lines, and see that it is what the record says."""
        for meeting_id in sorted(set(self.meetings.values())):
            settle(self.connection, meeting_id)
        settle_body(self.connection, self.body_id)
        self._see_what_is_exempt(here)
        if self.record.meeting.state is MeetingState.APPROVED:
            self._number_as_signed()
        elif self.record.meeting.state is MeetingState.CIRCULATED:
            sql = "UPDATE meeting SET state = 'circulated' WHERE id = ? AND state = 'draft'"
            self.connection.execute(sql, (here,))

    def _see_what_is_exempt(self, here: int) -> None:
        """Refuse a record of which the lines say another thing than the record: doubt never publishes."""
        said = {self.items[item.id]: item.exempt for item in self.record.items}
        sql = "SELECT id, exempt FROM item WHERE meeting_id = ?"
        follows = dict(self.connection.execute(sql, (here,)).fetchall())
        lines = {
            self.lines[entry.id]: (self.items.get(entry.item_id or 0), entry.exempt)
            for entry in self.record.entries
        }
        sql = "SELECT id, item_id, exempt FROM entry WHERE meeting_id = ?"
        found = {row[0]: (row[1], row[2]) for row in self.connection.execute(sql, (here,))}
        if (said, lines) != (follows, found):
            raise BookError(_AGAINST_ITSELF)

    def _number_as_signed(self) -> None:
        """Signed minutes keep the numbers they were signed with, whatever the settings say now."""
        for item in self.record.items:
            update(self.connection, "item", self.items[item.id], {"minute": item.minute})
        for entry in self.record.entries:
            numbers = stored_list(entry.numbers)
            update(self.connection, "entry", self.lines[entry.id], {"numbers": numbers})


def _numbered_from_here(record: MeetingRecord) -> Meeting:
    """The meeting with the first numbers of its series, where they went on from meetings before it."""
    body, meeting = record.body, record.meeting
    if body.numbering == "running" and not meeting.minutes_from:
        marked = [(item.minute, item.exempt is not None) for item in record.items if item.minute]
        numbers = [number.removesuffix(body.exempt_mark) if exempt else number for number, exempt in marked]
        first = min(numbers, key=lambda number: Form.of(number, body.counting).count, default="")
        meeting = replace(meeting, minutes_from=first)
    if not meeting.decisions_from:
        given = (number for entry in record.entries for number in entry.numbers)
        meeting = replace(meeting, decisions_from=next(given, ""))
    return meeting
