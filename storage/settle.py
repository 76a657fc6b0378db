"""What follows from the order of the lines: their item, what is exempt, the numbers, the state.

The rules, in the order of the record: ITEM takes an item and ends a running exemption; EXEMPT without
an item starts one (its own line included), with one it makes that item exempt; PUBLIC ends the
running one. Every line of an exempt item is exempt, wherever it stands.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from storage.numbers import settle_numbers
from storage.records import Kind, MeetingState

SITTING = (Kind.OPEN, Kind.CLOSE, Kind.ADJOURN, Kind.RESUME)


@dataclass(slots=True)
class Course:
    """Where the record stands after a line: the item being taken and the running exemption."""

    item_id: int | None = None
    running: str | None = None

    def follow(self, kind: str, text: str, target_id: int | None) -> None:
        """Take one more line."""
        if kind == Kind.ITEM and target_id is not None:
            self.item_id, self.running = target_id, None
        elif kind == Kind.EXEMPT and target_id is None:
            self.running = text
        elif kind == Kind.PUBLIC:
            self.running = None


def exempt_by(item: str | None, running: str | None) -> str | None:
    """Join the item's own exemption and the running one; None where neither is in force."""
    if item is None:
        return running
    return item or running or ""


def settle(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Make everything that follows from the order of this meeting's lines true again."""
    _settle_items(connection, meeting_id)
    _settle_entries(connection, meeting_id)
    settle_numbers(connection, meeting_id)
    settle_state(connection, meeting_id)


def _settle_items(connection: sqlite3.Connection, meeting_id: int) -> None:
    """An item is exempt by the last line that says so, else by its agenda."""
    said = dict(
        connection.execute(
            "SELECT target_id, text FROM entry"
            " WHERE meeting_id = ? AND kind = 'exempt' AND target_id IS NOT NULL ORDER BY position, id",
            (meeting_id,),
        ).fetchall()
    )
    items = connection.execute(
        "SELECT id, agenda_exempt, exempt FROM item WHERE meeting_id = ?", (meeting_id,)
    )
    for item in items.fetchall():
        exempt = said.get(item["id"], item["agenda_exempt"])
        if exempt != item["exempt"]:
            connection.execute("UPDATE item SET exempt = ? WHERE id = ?", (exempt, item["id"]))


def _settle_entries(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Fold over the lines and mend those that stand elsewhere than the book has them."""
    own = dict(
        connection.execute("SELECT id, exempt FROM item WHERE meeting_id = ?", (meeting_id,)).fetchall()
    )
    course, mended = Course(), []
    lines = connection.execute(
        "SELECT id, kind, CASE kind WHEN 'exempt' THEN text ELSE '' END, target_id, item_id, running, exempt"
        " FROM entry WHERE meeting_id = ? ORDER BY position, id",
        (meeting_id,),
    )
    for entry_id, kind, text, target_id, item_id, running, exempt in lines:
        course.follow(kind, text, target_id)
        effective = exempt_by(own.get(course.item_id), course.running)
        if (item_id, running, exempt) != (course.item_id, course.running, effective):
            mended.append((course.item_id, course.running, effective, entry_id))
    connection.executemany("UPDATE entry SET item_id = ?, running = ?, exempt = ? WHERE id = ?", mended)


def settle_state(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Make a meeting's state follow its lines; what is approved is so by its seal (see `storage.signing`)."""
    stored = connection.execute("SELECT state FROM meeting WHERE id = ?", (meeting_id,)).fetchone()["state"]
    state = _state_by_lines(connection, meeting_id)
    # that minutes were sent round is no line of the record
    if state is MeetingState.DRAFT and stored == MeetingState.CIRCULATED:
        state = MeetingState.CIRCULATED
    if state != stored:
        connection.execute("UPDATE meeting SET state = ? WHERE id = ?", (state.value, meeting_id))


def _state_by_lines(connection: sqlite3.Connection, meeting_id: int) -> MeetingState:
    marks = ", ".join("?" * len(SITTING))
    last = connection.execute(
        f"SELECT kind FROM entry WHERE meeting_id = ? AND kind IN ({marks})"
        " ORDER BY position DESC, id DESC LIMIT 1",
        (meeting_id, *SITTING),
    ).fetchone()
    if last is not None:
        return MeetingState.DRAFT if last["kind"] == Kind.CLOSE else MeetingState.LIVE
    some = connection.execute("SELECT 1 FROM entry WHERE meeting_id = ? LIMIT 1", (meeting_id,)).fetchone()
    return MeetingState.PLANNED if some is None else MeetingState.LIVE
