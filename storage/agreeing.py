"""Which minutes a meeting agrees as correct: those of its body's last meeting, or of the day said."""

from __future__ import annotations

import sqlite3
from datetime import date

from storage.errors import BookError
from storage.meetings import meeting_record, meeting_row, ordinary_before
from storage.records import Agreed, MeetingState
from storage.rows import spoken_day


def agreed(connection: sqlite3.Connection, meeting_id: int, on: date | None) -> Agreed:
    """See `MinuteBook.agreed`. Has to be inside `reading`."""
    meeting = meeting_row(connection, meeting_id)
    agreed_id = agreed_by(connection, meeting, on)
    if agreed_id is not None:
        return Agreed(meeting_record(connection, agreed_id))
    others = connection.execute(
        "SELECT DISTINCT name FROM body JOIN meeting ON meeting.body_id = body.id"
        " WHERE day = ? AND body.id <> ? AND state <> 'planned' ORDER BY name COLLATE NOCASE",
        (None if on is None else on.isoformat(), meeting["body_id"]),
    )
    return Agreed(None, tuple(row["name"] for row in others))


def agreed_by(connection: sqlite3.Connection, meeting: sqlite3.Row, on: date | None) -> int | None:
    """The meeting whose minutes a PREVIOUS line of `meeting` agrees: of the date said, else the last before.

    An extraordinary meeting in between is passed over, unless its date is said. None where the book has
    no minutes of it. Found once, when the line is written: a meeting that comes into the book later was
    not the one agreed.
    """
    if on is None:
        before = ordinary_before(connection, meeting)
    else:
        before = connection.execute(
            "SELECT id, state FROM meeting WHERE body_id = ? AND id <> ? AND (day, time) <= (?, ?)"
            " AND day = ? ORDER BY time DESC, id DESC LIMIT 1",
            (meeting["body_id"], meeting["id"], meeting["day"], meeting["time"], on.isoformat()),
        ).fetchone()
    return None if before is None or before["state"] == MeetingState.PLANNED else int(before["id"])


def see_not_agreeing(connection: sqlite3.Connection, entry: sqlite3.Row) -> None:
    """Refuse to change the line that signed minutes: what it agreed, with its corrections, is in print.

    Raises:
        BookError: the line `entry` agreed minutes that were signed at its meeting.
    """
    signed = connection.execute(
        "SELECT day FROM meeting WHERE id = ? AND approved_in = ? AND state = 'approved'",
        (entry["agreed_id"], entry["meeting_id"]),
    ).fetchone()
    if signed is not None:
        raise BookError(
            f"This line signed the minutes of {spoken_day(signed['day'])} and stays:"
            " note a correction at the next meeting."
        )
