"""Meetings: one whole, as it is read and printed, and many in a list."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from storage import bodies, entries, owed, people
from storage.actions import last_number
from storage.errors import BookError
from storage.items import items
from storage.journal import act
from storage.next_meeting import EXTRAORDINARY, first_ordinary
from storage.records import Meeting, MeetingLine, MeetingRecord, MeetingState
from storage.rows import read_day, spoken_day, update
from storage.transactions import writing

_LINE = """
    SELECT meeting.*, body.name AS body_name, body.organisation,
        (SELECT count(*) FROM item WHERE meeting_id = meeting.id) AS items,
        (SELECT count(*) FROM entry WHERE meeting_id = meeting.id) AS entries
    FROM ({rows}) AS meeting JOIN body ON body.id = meeting.body_id
"""


def meeting_row(connection: sqlite3.Connection, meeting_id: int) -> sqlite3.Row:
    """Read the row of a meeting.

    Raises:
        BookError: the book has no such meeting.
    """
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM meeting WHERE id = ?", (meeting_id,)
    ).fetchone()
    if row is None:
        raise BookError(f"The book has no meeting {meeting_id}: “minutebook list” shows those it has.")
    return row


def open_meeting(connection: sqlite3.Connection, meeting_id: int) -> sqlite3.Row:
    """Read the row of a meeting whose record may still be changed.

    Raises:
        BookError: there is none, its minutes are approved (what was signed stays signed), or a later
            meeting has agreed them as they stand and is not closed yet.
    """
    row = meeting_row(connection, meeting_id)
    day = spoken_day(row["day"])
    if row["state"] == MeetingState.APPROVED:
        raise BookError(
            f"The minutes of {day} are approved and stay as signed: note a correction at the next meeting."
        )
    agreed = connection.execute(
        "SELECT meeting.day FROM entry JOIN meeting ON meeting.id = meeting_id"
        " WHERE agreed_id = ? AND state = 'live' LIMIT 1",
        (meeting_id,),
    ).fetchone()
    if agreed is not None and row["state"] != MeetingState.LIVE:  # what was never closed may still be
        raise BookError(
            f"The minutes of {day} were agreed on {spoken_day(agreed['day'])} as they stand:"
            " take that /previous back before changing them."
        )
    return row


def ordinary_before(connection: sqlite3.Connection, meeting: sqlite3.Row) -> sqlite3.Row | None:
    """Read the row of the body's last meeting on a day before `meeting`; None where it had none.

    An extraordinary one in between is passed over: minutes are agreed by the next ordinary meeting.
    """
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM meeting WHERE body_id = ? AND day < ?"
        f" ORDER BY {EXTRAORDINARY}, day DESC, time DESC, id DESC LIMIT 1",
        (meeting["body_id"], meeting["day"]),
    ).fetchone()
    return row


def _ordinary_after(connection: sqlite3.Connection, meeting: sqlite3.Row) -> date | None:
    """The day of the body's first meeting after `meeting` that is no extraordinary one."""
    sql = f"SELECT {first_ordinary('?', '?')} AS day"
    return read_day(connection.execute(sql, (meeting["body_id"], meeting["day"])).fetchone()["day"])


def meeting_record(connection: sqlite3.Connection, meeting_id: int) -> MeetingRecord:
    """Read a meeting whole; has to be inside `reading`.

    Raises:
        BookError: the book has no such meeting.
    """
    row = meeting_row(connection, meeting_id)
    body_id = row["body_id"]
    sql = "SELECT DISTINCT day FROM meeting WHERE body_id = ? ORDER BY day"
    days = [found["day"] for found in connection.execute(sql, (body_id,))]
    before = ordinary_before(connection, row)
    return MeetingRecord(
        body=bodies.body(connection, body_id),
        meeting=_meeting(row),
        attendees=people.attendees(connection, meeting_id),
        items=items(connection, meeting_id),
        entries=entries.entries(connection, meeting_id),
        actions=owed.made_at(connection, meeting_id),
        promises=owed.made_before(connection, row),
        previous_on=None if before is None else date.fromisoformat(before["day"]),
        next_on=_ordinary_after(connection, row),
        meeting_dates=tuple(date.fromisoformat(other) for other in days),
        last_numbers=(last_number(connection, row, ""), last_number(connection, row, "p")),
    )


def circulate(connection: sqlite3.Connection, meeting_id: int, at: datetime) -> MeetingState:
    """Say that the draft was sent round, or take that back; returns the state it is in now.

    Raises:
        BookError: the meeting is not closed, or its minutes are approved.
    """
    with writing(connection):
        row = open_meeting(connection, meeting_id)
        if row["state"] not in (MeetingState.DRAFT, MeetingState.CIRCULATED):
            day = spoken_day(row["day"])
            raise BookError(
                f"The meeting of {day} is not closed: record “/close” before its draft goes round."
            )
        out = row["state"] == MeetingState.DRAFT
        state = MeetingState.CIRCULATED if out else MeetingState.DRAFT
        words = "the draft was circulated" if out else "the draft was not circulated"
        with act(connection, f"meeting:{meeting_id}", words, at):
            update(connection, "meeting", meeting_id, {"state": state.value})
    return state


def meeting_lines(
    connection: sqlite3.Connection, today: date, body_id: int | None, limit: int | None
) -> tuple[MeetingLine, ...]:
    """List meetings, the next first: from `today` on by date, then the past ones, newest first.

    Has to be inside `reading`.
    """
    most = -1 if limit is None else limit
    of_body = "" if body_id is None else "body_id = :body AND"
    coming = f"SELECT * FROM meeting WHERE {of_body} day >= :today ORDER BY day, time, id LIMIT :most"
    newest_first = "ORDER BY day DESC, time DESC, id DESC"
    past = f"SELECT * FROM meeting WHERE {of_body} day < :today {newest_first} LIMIT :most"
    values = {"body": body_id, "today": today.isoformat(), "most": most}
    rows = connection.execute(
        f"{_LINE.format(rows=coming)} ORDER BY day, time, meeting.id", values
    ).fetchall()
    values["most"] = most if limit is None else limit - len(rows)
    back = f"{_LINE.format(rows=past)} ORDER BY day DESC, time DESC, meeting.id DESC"
    rows += connection.execute(back, values).fetchall()
    return tuple(_line(row) for row in rows)


def _line(row: sqlite3.Row) -> MeetingLine:
    return MeetingLine(
        id=row["id"],
        body_id=row["body_id"],
        body_name=row["body_name"],
        organisation=row["organisation"],
        on=date.fromisoformat(row["day"]),
        time=row["time"],
        venue=row["venue"],
        state=MeetingState(row["state"]),
        item_count=row["items"],
        entry_count=row["entries"],
    )


def _meeting(row: sqlite3.Row) -> Meeting:
    return Meeting(
        id=row["id"],
        body_id=row["body_id"],
        on=date.fromisoformat(row["day"]),
        time=row["time"],
        venue=row["venue"],
        agenda_title=row["agenda_title"],
        quorum=row["quorum"],
        state=MeetingState(row["state"]),
        minutes_from=row["minutes_from"],
        decisions_from=row["decisions_from"],
        approved_in=row["approved_in"],
    )
