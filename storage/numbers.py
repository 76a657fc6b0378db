"""The numbers of minutes and decisions, which follow from the order of the lines and of the meetings.

A meeting that says where its numbers start does so there; else they go on from the body's meetings before
it, in the form last said, and from 1 in a new year. The columns they stand in (`schema.COUNTED`) are
settled after every act and every step of undo and are no part of the journal: an act on one meeting may
number the meetings after it anew, and is in nobody's way there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from storage.records import Kind, MeetingState
from storage.rows import stored_list
from storage.series import Form, year_of

_Numbering = Callable[[sqlite3.Connection, sqlite3.Row], bool]

_WITH_SETTINGS = """
    SELECT meeting.*, numbering, counting, exempt_mark, year_starts
    FROM meeting JOIN body ON body.id = body_id
"""
_DECIDING = "kind IN ('decision', 'adopt')"  # as the index has it


@dataclass(frozen=True, slots=True)
class _Series:
    """The column in which a meeting says where it starts, and the numbers a meeting has given.

    `by_calendar` says that numbers which hold a calendar year run by it, whenever the body's year starts.
    """

    start: str
    given: str
    by_calendar: bool


_MINUTES = _Series(
    "minutes_from", "SELECT minute FROM item WHERE meeting_id = ? AND minute <> ''", by_calendar=False
)
_DECISIONS = _Series(
    "decisions_from",
    f"SELECT value FROM entry, json_each(numbers) WHERE meeting_id = ? AND {_DECIDING} AND numbers <> ''",
    by_calendar=True,
)


def settle_numbers(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Number a meeting's minutes and decisions, and those of later meetings that go on from them."""
    settle_minutes(connection, meeting_id)
    settle_decisions(connection, meeting_id)


def settle_minutes(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Number a meeting's minutes, and those of later meetings that go on from them."""
    _settle_onward(connection, meeting_id, _number_minutes, _MINUTES)


def settle_decisions(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Number a meeting's decisions, and those of later meetings that go on from them."""
    _settle_onward(connection, meeting_id, _number_decisions, _DECISIONS)


def settle_body(connection: sqlite3.Connection, body_id: int) -> None:
    """Number all of a body that is not signed: its settings changed, or its meetings and their order."""
    sql = f"{_WITH_SETTINGS} WHERE body_id = ? AND state <> 'approved' ORDER BY day, time, meeting.id"
    for meeting in connection.execute(sql, (body_id,)).fetchall():
        _number_minutes(connection, meeting)
        _number_decisions(connection, meeting)


def settle_book(connection: sqlite3.Connection) -> None:
    """Number all that is not signed, of every body."""
    for (body_id,) in connection.execute("SELECT id FROM body").fetchall():
        settle_body(connection, body_id)


def _settle_onward(
    connection: sqlite3.Connection, meeting_id: int, number: _Numbering, series: _Series
) -> None:
    """Number a meeting, then those after it, up to one whose numbers stand: none beyond it goes on from here.

    Its own may all stand where its last number is gone, so they end nothing.
    """
    meeting = connection.execute(f"{_WITH_SETTINGS} WHERE meeting.id = ?", (meeting_id,)).fetchone()
    number(connection, meeting)
    later = connection.execute(
        f"{_WITH_SETTINGS} WHERE body_id = ? AND (day, time, meeting.id) > (?, ?, ?) AND state <> 'planned'"
        " ORDER BY day, time, meeting.id",
        (meeting["body_id"], meeting["day"], meeting["time"], meeting_id),
    )
    for other in later.fetchall():
        signed = other["state"] == MeetingState.APPROVED
        if _counts(connection, other["id"], other, series) if signed else number(connection, other):
            return


def _number_minutes(connection: sqlite3.Connection, meeting: sqlite3.Row) -> bool:
    """Number a meeting's minutes; True where there are some and they are as they were."""
    items = connection.execute(
        "SELECT id, number, minute, exempt FROM item WHERE meeting_id = ?", (meeting["id"],)
    ).fetchall()
    numbers = _minutes_of(connection, meeting, items)
    changed = []
    for item in items:
        minute = numbers.get(item["id"], "")
        if minute and item["exempt"] is not None:
            minute += meeting["exempt_mark"]
        if minute != item["minute"]:
            changed.append((minute, item["id"]))
    connection.executemany("UPDATE item SET minute = ? WHERE id = ?", changed)
    return bool(numbers) and not changed


def _minutes_of(
    connection: sqlite3.Connection, meeting: sqlite3.Row, items: list[sqlite3.Row]
) -> Mapping[int, str]:
    """The numbers by item: the agenda's, or those of a series, given in the order in which they print: when
    something was first said under them, else, where nothing ever was, when they were first taken."""
    start, numbering = meeting["minutes_from"], meeting["numbering"]
    if numbering == "none":
        return {}
    if numbering == "agenda" and not start:
        return {item["id"]: item["number"] for item in items if item["number"]}
    taken = connection.execute(
        "SELECT item_id FROM entry WHERE meeting_id = ? AND item_id IS NOT NULL GROUP BY item_id"
        " ORDER BY ifnull(min(CASE WHEN kind <> 'item' THEN position END), min(position)), min(id)",
        (meeting["id"],),
    ).fetchall()
    if not taken:
        return {}
    if numbering == "meeting":
        form = Form.of(start or "1", meeting["counting"])
    else:
        form = _first(connection, meeting, _MINUTES, _said(connection, meeting, _MINUTES))
    return {row["item_id"]: str(form.at(form.count + place)) for place, row in enumerate(taken)}


def _number_decisions(connection: sqlite3.Connection, meeting: sqlite3.Row) -> bool:
    """Number a meeting's decisions; True where there are some and they are as they were."""
    lines = connection.execute(
        "SELECT id, kind, text, item_id, numbers FROM entry"
        f" WHERE meeting_id = ? AND {_DECIDING} ORDER BY position, id",
        (meeting["id"],),
    ).fetchall()
    said = _said(connection, meeting, _DECISIONS) if lines else None
    form = None if said is None else _first(connection, meeting, _DECISIONS, said)
    changed = []
    for line in lines:
        numbers: list[str] = []
        if form is not None:
            taken = _adopted(connection, line) if line["kind"] == Kind.ADOPT else 1
            numbers = [str(form.at(form.count + place)) for place in range(taken)]
            form = form.at(form.count + taken)
        if stored_list(numbers) != line["numbers"]:
            changed.append((stored_list(numbers), line["id"]))
    connection.executemany("UPDATE entry SET numbers = ? WHERE id = ?", changed)
    return form is not None and not changed


def _adopted(connection: sqlite3.Connection, line: sqlite3.Row) -> int:
    """How many recommendations a line adopts: those it names, else all that its item has."""
    named = line["text"].split()
    sql = "SELECT count(*) FROM report_part WHERE item_id = ? AND name LIKE 'recommendation%'"
    return len(named) or int(connection.execute(sql, (line["item_id"],)).fetchone()[0])


def _said(connection: sqlite3.Connection, meeting: sqlite3.Row, series: _Series) -> sqlite3.Row | None:
    """The day, id and number of the meeting that last said where it starts: this one, or one before it."""
    row: sqlite3.Row | None = connection.execute(
        f"SELECT id, day, {series.start} AS number FROM meeting WHERE body_id = ?"
        f" AND (day, time, id) <= (?, ?, ?) AND {series.start} <> ''"
        " ORDER BY day DESC, time DESC, id DESC LIMIT 1",
        (meeting["body_id"], meeting["day"], meeting["time"], meeting["id"]),
    ).fetchone()
    return row


def _first(
    connection: sqlite3.Connection, meeting: sqlite3.Row, series: _Series, said: sqlite3.Row | None
) -> Form:
    """The first number of a meeting: as it says, else one on from the meetings before it in its year."""
    form = Form.of("1" if said is None else said["number"], meeting["counting"])
    if said is not None and said["id"] == meeting["id"]:
        return form
    starts = 1 if series.by_calendar and form.says_year else meeting["year_starts"]
    year = year_of(date.fromisoformat(meeting["day"]), starts)
    said_in = year if said is None else year_of(date.fromisoformat(said["day"]), starts)
    if said_in != year:
        form = form.in_year(year, said_in)
    earlier = connection.execute(
        "SELECT id FROM meeting WHERE body_id = ? AND day >= ? AND (day, time, id) < (?, ?, ?)"
        " ORDER BY day DESC, time DESC, id DESC",
        (
            meeting["body_id"],
            date(year, starts, 1).isoformat(),
            *(meeting[at] for at in ("day", "time", "id")),
        ),
    )
    for (other,) in earlier:
        if counts := _counts(connection, other, meeting, series):
            return form.at(max(counts) + 1)
        if said is not None and other == said["id"]:
            break
    return form


def _counts(
    connection: sqlite3.Connection, meeting_id: int, settings: sqlite3.Row, series: _Series
) -> list[int]:
    """What the numbers that a meeting has given count."""
    mark, counting = settings["exempt_mark"], settings["counting"]
    given = connection.execute(series.given, (meeting_id,))
    return [Form.of(number.removesuffix(mark), counting).count for (number,) in given]
