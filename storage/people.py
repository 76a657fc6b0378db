"""People: found again by name among those a body knows, or made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from storage.records import Attendee
from storage.rows import Value, insert, update

_APOSTROPHES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'"})


def same(name: str) -> str:
    """Fold what does not tell names apart: case, white space, the kind of apostrophe."""
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


class KnownPeople:
    """The people a body knows, by its memberships and its meetings; each is found once."""

    def __init__(self, connection: sqlite3.Connection, body_id: int, *, taken: Iterable[int] = ()) -> None:
        """Read them; `taken` are those already standing for somebody in the list at hand."""
        self._connection = connection
        self._taken = set(taken)
        self._known: dict[str, list[tuple[str, int]]] = {}
        rows = connection.execute(
            "SELECT person_id, name, title FROM membership WHERE body_id = ?"
            " UNION SELECT person_id, attendance.name, attendance.title FROM attendance"
            " JOIN meeting ON meeting.id = meeting_id WHERE body_id = ? ORDER BY person_id",
            (body_id, body_id),
        )
        for person_id, name, title in rows:
            self._known.setdefault(same(name), []).append((title, person_id))

    def person_id(self, attendee: Attendee) -> int:
        """Find the person of this name, first one of the same title, else make one."""
        fits = [known for known in self._known.get(same(attendee.name), []) if known[1] not in self._taken]
        fits.sort(key=lambda known: known[0] != attendee.title)
        found = fits[0][1] if fits else insert(self._connection, "person", {"name": attendee.name})
        self._taken.add(found)
        return found


def as_known(attendee: Attendee) -> dict[str, Value]:
    """The columns that say how a person is known, to a body or to a meeting."""
    return {
        "name": attendee.name,
        "title": attendee.title,
        "office": attendee.office,
        "role": attendee.role,
        "initials": attendee.initials,
        "member": int(attendee.member),
    }


def read_attendee(row: sqlite3.Row) -> Attendee:
    """Read a row of `attendance` or `membership`."""
    return Attendee(
        person_id=row["person_id"],
        name=row["name"],
        title=row["title"],
        office=row["office"],
        role=row["role"],
        initials=row["initials"],
        member=bool(row["member"]),
        added="added" in row.keys() and bool(row["added"]),  # noqa: SIM118 - a Row's `in` asks its values
    )


def attendees(connection: sqlite3.Connection, meeting_id: int) -> tuple[Attendee, ...]:
    """The people of a meeting, in agenda order."""
    sql = "SELECT * FROM attendance WHERE meeting_id = ? ORDER BY position, id"
    return tuple(read_attendee(row) for row in connection.execute(sql, (meeting_id,)))


def add_attendee(
    connection: sqlite3.Connection, meeting_id: int, person_id: int, attendee: Attendee, *, added: bool
) -> None:
    """Put somebody at the end of a meeting's list."""
    sql = "SELECT coalesce(max(position) + 1, 0) FROM attendance WHERE meeting_id = ?"
    position = connection.execute(sql, (meeting_id,)).fetchone()[0]
    place = {"meeting_id": meeting_id, "person_id": person_id, "position": position, "added": int(added)}
    insert(connection, "attendance", {**place, **as_known(attendee)})


def add_newcomers(
    connection: sqlite3.Connection, meeting_id: int, body_id: int, newcomers: Sequence[Attendee]
) -> dict[int, int]:
    """Add who was on no list; returns the person each placeholder id stands for."""
    if not newcomers:
        return {}
    here = attendees(connection, meeting_id)
    # the same newcomer, typed in two windows, is one person
    came = {(same(one.name), one.title, one.role): one.person_id for one in here if one.added}
    known = KnownPeople(connection, body_id, taken=[one.person_id for one in here])
    stands_for = {}
    for newcomer in newcomers:
        key = (same(newcomer.name), newcomer.title, newcomer.role)
        if key not in came:
            came[key] = known.person_id(newcomer)
            add_attendee(connection, meeting_id, came[key], newcomer, added=True)
        stands_for[newcomer.person_id] = came[key]
    return stands_for


def keep_members(connection: sqlite3.Connection, body_id: int, people: Sequence[Attendee]) -> None:
    """Note how the body knows these people now; who is not among them stays as they were."""
    sql = "SELECT person_id, id FROM membership WHERE body_id = ?"
    rows = dict(connection.execute(sql, (body_id,)).fetchall())
    for position, attendee in enumerate(people):
        values: dict[str, Value] = {"position": position, **as_known(attendee)}
        if attendee.person_id in rows:
            update(connection, "membership", rows[attendee.person_id], values)
        else:
            insert(connection, "membership", {"body_id": body_id, "person_id": attendee.person_id, **values})


def standing(connection: sqlite3.Connection, body_id: int) -> tuple[Attendee, ...]:
    """The body's people as its last meeting expected them, else as its memberships have them."""
    last = connection.execute(
        "SELECT meeting_id FROM attendance JOIN meeting ON meeting.id = meeting_id"
        " WHERE body_id = ? AND NOT added ORDER BY day DESC, time DESC, meeting.id DESC LIMIT 1",
        (body_id,),
    ).fetchone()
    if last is not None:
        return tuple(one for one in attendees(connection, last["meeting_id"]) if not one.added)
    sql = "SELECT * FROM membership WHERE body_id = ? ORDER BY position, id"
    return tuple(read_attendee(row) for row in connection.execute(sql, (body_id,)))
