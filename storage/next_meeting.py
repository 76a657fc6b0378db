"""The meeting that “the next meeting” came to be: found when it is in the book, and followed when it moves.

A meeting that said a day for it means the meeting of its body on that day, wherever that goes then; until
there is one it means the day. A meeting that said none means the body's first ordinary one after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from storage.rows import insert, update

EXTRAORDINARY = "(agenda_title LIKE '%extraordinary%' OR agenda_title LIKE '%special%')"
_SAID = """SELECT day FROM entry WHERE meeting_id = {meeting} AND kind = 'next-meeting' AND day IS NOT NULL
    ORDER BY position DESC, id DESC LIMIT 1"""


def day_of_next(meeting: str) -> str:
    """Write the SQL for the day of the meeting after one; `meeting` is its row's name in the statement."""
    found = (
        "SELECT next.day FROM next_meeting JOIN meeting AS next ON next.id = next_id"
        f" WHERE next_meeting.id = {meeting}.id"
    )
    said = _SAID.format(meeting=f"{meeting}.id")
    return f"coalesce(({found}), ({said}), {first_ordinary(f'{meeting}.body_id', f'{meeting}.day')})"


def first_ordinary(body_id: str, day: str) -> str:
    """Write the SQL for the day of a body's first ordinary meeting after a day."""
    return (
        f"(SELECT later.day FROM meeting AS later WHERE later.body_id = {body_id}"
        f" AND later.day > {day} AND NOT {EXTRAORDINARY} ORDER BY later.day LIMIT 1)"
    )


def settle_next_meetings(connection: sqlite3.Connection, body_ids: Iterable[int]) -> None:
    """Find the meetings that were said for a day, and date by them what is due at the next meeting."""
    for body_id in body_ids:
        _find_said(connection, body_id)
        _date_standings(connection, body_id)


def _find_said(connection: sqlite3.Connection, body_id: int) -> None:
    """Keep a meeting that was found for the day said; find one for another day."""
    # doing an act again may bring back a link to what is no longer there
    connection.execute(
        "DELETE FROM next_meeting WHERE id IN (SELECT id FROM meeting WHERE body_id = ?)"
        " AND next_id NOT IN (SELECT id FROM meeting)",
        (body_id,),
    )
    said = connection.execute(
        f"SELECT this.id, ({_SAID.format(meeting='this.id')}) AS said, next_meeting.day AS found_for"
        " FROM meeting AS this LEFT JOIN next_meeting ON next_meeting.id = this.id"
        " WHERE this.body_id = ? ORDER BY this.id",
        (body_id,),
    )
    for row in said.fetchall():
        if row["said"] == row["found_for"]:
            continue
        found = connection.execute(
            "SELECT id FROM meeting WHERE body_id = ? AND day = ? AND id <> ? ORDER BY time, id LIMIT 1",
            (body_id, row["said"], row["id"]),
        ).fetchone()
        if found is not None and row["found_for"] is not None:
            update(connection, "next_meeting", row["id"], {"day": row["said"], "next_id": found["id"]})
        elif found is not None:
            insert(connection, "next_meeting", {"id": row["id"], "day": row["said"], "next_id": found["id"]})
        elif row["found_for"] is not None:
            connection.execute("DELETE FROM next_meeting WHERE id = ?", (row["id"],))


def _date_standings(connection: sqlite3.Connection, body_id: int) -> None:
    due = (
        f"CASE WHEN due_said_at IS NULL THEN {first_ordinary('standing.body_id', 'due_said_on')}"
        f" ELSE (SELECT {day_of_next('said')} FROM meeting AS said WHERE said.id = due_said_at) END"
    )
    connection.execute(
        f"UPDATE standing SET due = {due}"
        f" WHERE body_id = ? AND due_kind = 'next meeting' AND due IS NOT {due}",
        (body_id,),
    )
