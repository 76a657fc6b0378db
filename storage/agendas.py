"""Agendas: a body and its meeting made, completed, or made to be as the Prepare screen says."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from storage.bodies import complete_body, find_body
from storage.errors import BookError
from storage.items import add_item, match_added, match_items, update_item
from storage.journal import act
from storage.meetings import open_meeting
from storage.numbers import settle_body
from storage.people import KnownPeople, add_attendee, as_known, attendees, keep_members, same
from storage.records import Agenda, AgendaItem, Attendee
from storage.rows import GAP, Value, insert, spoken_day, update
from storage.settle import settle
from storage.transactions import writing


@dataclass(frozen=True, slots=True)
class Imported:
    """What an agenda brought into the book."""

    meeting_id: int
    body_made: bool
    meeting_made: bool
    items_added: int
    people_added: int


def save_agenda(
    connection: sqlite3.Connection, agenda: Agenda, meeting_id: int | None, at: datetime
) -> Imported:
    """Write an agenda; see `MinuteBook.save_agenda`."""
    with writing(connection):
        if meeting_id is not None:
            return _rewrite(connection, agenda, meeting_id, at)
        body_id = find_body(connection, agenda)
        found = None if body_id is None else _meeting_on(connection, body_id, agenda)
        if found is None:
            return _make(connection, agenda, body_id, at)
        return _complete(connection, agenda, found, at)


def _make(connection: sqlite3.Connection, agenda: Agenda, body_id: int | None, at: datetime) -> Imported:
    """Make the meeting, and its body where the book has none of that name."""
    with act(connection, "bodies", f"agenda: {agenda.body_name}, {spoken_day(agenda.on)}", at):
        body = complete_body(connection, body_id, agenda)
        meeting_id = insert(connection, "meeting", {"body_id": body, **_said_of_meeting(agenda)})
        for item in agenda.items:
            add_item(connection, meeting_id, item)
        people = _add_people(connection, meeting_id, body, agenda.attendees)
        _note_members(connection, meeting_id, body)
        _settle(connection, meeting_id, body)
    return Imported(meeting_id, body_id is None, True, len(agenda.items), people)


def _complete(connection: sqlite3.Connection, agenda: Agenda, meeting_id: int, at: datetime) -> Imported:
    """Add what the meeting does not have yet; nothing that is there is overwritten."""
    meeting = open_meeting(connection, meeting_id)
    with act(connection, f"meeting:{meeting_id}", _words(agenda), at):
        complete_body(connection, meeting["body_id"], agenda)
        said = _said_of_meeting(agenda)
        if connection.execute("SELECT 1 FROM item WHERE meeting_id = ?", (meeting_id,)).fetchone():
            del said["agenda_title"]  # this agenda comes on top: it does not say what meeting it is
        update(connection, "meeting", meeting_id, {name: said[name] for name in said if meeting[name] == ""})
        items = _add_missing_items(connection, meeting_id, agenda.items)
        here = [same(attendee.name) for attendee in attendees(connection, meeting_id)]
        missing = [attendee for attendee in agenda.attendees if same(attendee.name) not in here]
        people = _add_people(connection, meeting_id, meeting["body_id"], missing)
        if people:
            _note_members(connection, meeting_id, meeting["body_id"])
        _settle(connection, meeting_id, meeting["body_id"])
    return Imported(meeting_id, False, False, items, people)


def _rewrite(connection: sqlite3.Connection, agenda: Agenda, meeting_id: int, at: datetime) -> Imported:
    """Make the meeting as the agenda says: the Prepare screen."""
    meeting = open_meeting(connection, meeting_id)
    with act(connection, f"meeting:{meeting_id}", _words(agenda), at):
        complete_body(connection, meeting["body_id"], agenda)
        update(connection, "meeting", meeting_id, _said_of_meeting(agenda))
        items = _rewrite_items(connection, meeting_id, agenda.items)
        people = _rewrite_people(connection, meeting_id, meeting["body_id"], agenda.attendees)
        _note_members(connection, meeting_id, meeting["body_id"])
        _settle(connection, meeting_id, meeting["body_id"])
    return Imported(meeting_id, False, False, items, people)


def _settle(connection: sqlite3.Connection, meeting_id: int, body_id: int) -> None:
    settle(connection, meeting_id)
    # its day may put it elsewhere among the body's meetings
    settle_body(connection, body_id)


def _words(agenda: Agenda) -> str:
    return f"agenda of {spoken_day(agenda.on)}"


def _said_of_meeting(agenda: Agenda) -> dict[str, Value]:
    return {
        "day": agenda.on.isoformat(),
        "time": agenda.time,
        "venue": agenda.venue,
        "agenda_title": agenda.agenda_title,
        "quorum": agenda.quorum,
        "minutes_from": agenda.minutes_from,
        "decisions_from": agenda.decisions_from,
    }


def _meeting_on(connection: sqlite3.Connection, body_id: int, agenda: Agenda) -> int | None:
    """The body's meeting of that day, first the one at that time."""
    row = connection.execute(
        "SELECT id FROM meeting WHERE body_id = ? AND day = ? ORDER BY time = ? DESC, id LIMIT 1",
        (body_id, agenda.on.isoformat(), agenda.time),
    ).fetchone()
    return None if row is None else int(row["id"])


def _add_missing_items(connection: sqlite3.Connection, meeting_id: int, items: Sequence[AgendaItem]) -> int:
    """Add the items that the agenda lacks, each in its place, and fill what others leave empty.

    An item whose number stands there under another title is another item, and is added as well.
    """
    here = connection.execute("SELECT * FROM item WHERE meeting_id = ? ORDER BY position, id", (meeting_id,))
    rows = here.fetchall()
    order = [(_number_key(row["number"]), row["id"]) for row in rows]
    matched = match_added(rows, items)
    added, before = 0, None
    for place, item in enumerate(items):
        row = matched.get(place)
        if row is None:
            item_id = add_item(connection, meeting_id, item)
            order.insert(_place(order, item, before), (_number_key(item.number), item_id))
            before, added = item_id, added + 1
        else:
            before = row["id"]
            update_item(connection, row, item, only_empty=True)
    _put_in_order(connection, [item_id for _, item_id in order])
    return added


_Order = list[tuple[tuple[tuple[int, str], ...], int]]


def _place(order: _Order, item: AgendaItem, before: int | None) -> int:
    """Where a new item goes: before the first of a higher number, else after its neighbour in the agenda."""
    key = _number_key(item.number)
    if key:
        for place, (other, _) in enumerate(order):
            if other > key:
                return place
        return len(order)
    ids = [item_id for _, item_id in order]
    return ids.index(before) + 1 if before in ids else len(order)


def _number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Order "5" before "5a" before "6.1" before "10"."""
    parts = re.findall(r"\d{1,9}|[^\W\d_]+", number.casefold())
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def _put_in_order(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    for place, item_id in enumerate(ids, 1):
        update(connection, "item", item_id, {"position": place * GAP})


def _rewrite_items(connection: sqlite3.Connection, meeting_id: int, items: Sequence[AgendaItem]) -> int:
    rows = connection.execute(
        "SELECT * FROM item WHERE meeting_id = ? ORDER BY position, id", (meeting_id,)
    ).fetchall()
    matched = match_items(rows, items)
    kept = {row["id"] for row in matched.values()}
    for row in rows:
        if row["id"] not in kept:
            _remove_item(connection, row)
    ids = []
    for place, item in enumerate(items):
        if place in matched:
            update_item(connection, matched[place], item, only_empty=False)
            ids.append(matched[place]["id"])
        else:
            ids.append(add_item(connection, meeting_id, item))
    _put_in_order(connection, ids)
    return len(items) - len(matched)


def _remove_item(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    item_id = row["id"]
    sql = "SELECT 1 FROM entry WHERE item_id = ? UNION ALL SELECT 1 FROM entry WHERE target_id = ? LIMIT 1"
    if connection.execute(sql, (item_id, item_id)).fetchone():
        named = f"{row['number']} {row['title']}".strip()
        raise BookError(f"Item “{named}” has lines in the record: move or delete them before removing it.")
    connection.execute("DELETE FROM item WHERE id = ?", (item_id,))


def _add_people(
    connection: sqlite3.Connection, meeting_id: int, body_id: int, people: Sequence[Attendee]
) -> int:
    here = [attendee.person_id for attendee in attendees(connection, meeting_id)]
    known = KnownPeople(connection, body_id, taken=here)
    for attendee in people:
        add_attendee(connection, meeting_id, known.person_id(attendee), attendee, added=False)
    return len(people)


def _rewrite_people(
    connection: sqlite3.Connection, meeting_id: int, body_id: int, people: Sequence[Attendee]
) -> int:
    rows = connection.execute(
        "SELECT * FROM attendance WHERE meeting_id = ? ORDER BY position, id", (meeting_id,)
    ).fetchall()
    matched = _match_people(rows, people)
    kept = {row["id"] for row in matched.values()}
    for row in rows:
        if row["id"] not in kept:
            _remove_attendee(connection, row)
    known = KnownPeople(connection, body_id, taken=[row["person_id"] for row in matched.values()])
    for place, attendee in enumerate(people):
        if place in matched:
            values: dict[str, Value] = {"position": place, **as_known(attendee)}
            update(connection, "attendance", matched[place]["id"], values)
        else:
            person_id = known.person_id(attendee)
            place_here = {"meeting_id": meeting_id, "person_id": person_id, "position": place}
            insert(connection, "attendance", {**place_here, **as_known(attendee)})
    return len(people) - len(matched)


def _match_people(rows: Sequence[sqlite3.Row], people: Sequence[Attendee]) -> dict[int, sqlite3.Row]:
    """Who of the list is who of the meeting: by name and title, by name, then (a name put right) by place."""
    matched: dict[int, sqlite3.Row] = {}
    left = list(rows)

    def take(place: int, row: sqlite3.Row) -> None:
        matched[place] = row
        left.remove(row)

    for titles in (True, False):
        for place, one in enumerate(people):
            if place in matched:
                continue
            for row in left:
                if same(row["name"]) == same(one.name) and (not titles or row["title"] == one.title):
                    take(place, row)
                    break
    if len(rows) == len(people):
        for place, row in enumerate(rows):
            if place not in matched and row in left:
                take(place, row)
    return matched


def _remove_attendee(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    named = connection.execute(
        "SELECT 1 FROM entry_person JOIN entry ON entry.id = entry_id"
        " WHERE meeting_id = ? AND person_id = ? LIMIT 1",
        (row["meeting_id"], row["person_id"]),
    ).fetchone()
    if named is not None:
        raise BookError(
            f"“{row['name']}” is named in the record: change those lines before taking them off the list."
        )
    connection.execute("DELETE FROM attendance WHERE id = ?", (row["id"],))


def _note_members(connection: sqlite3.Connection, meeting_id: int, body_id: int) -> None:
    """The body's latest list is how it knows its people."""
    later = connection.execute(
        "SELECT 1 FROM meeting AS this JOIN meeting AS other ON other.body_id = this.body_id"
        " WHERE this.id = ? AND (other.day, other.time) > (this.day, this.time) LIMIT 1",
        (meeting_id,),
    ).fetchone()
    if later is None:
        expected = [replace(one, added=False) for one in attendees(connection, meeting_id) if not one.added]
        keep_members(connection, body_id, expected)
