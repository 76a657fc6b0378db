"""What a seal covers: every row of a meeting, in whichever table it is kept, and its minutes' trees."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

# each table that holds a part of a meeting → the column that says whose, and the table that it names
PARTS: Final = {
    "meeting": ("id", "meeting"),
    "attendance": ("meeting_id", "meeting"),
    "item": ("meeting_id", "meeting"),
    "report_part": ("item_id", "item"),
    "entry": ("meeting_id", "meeting"),
    "entry_person": ("entry_id", "entry"),
    "action": ("meeting_id", "meeting"),
    "action_owner": ("action_id", "action"),
    "action_theme": ("action_id", "action"),
    "action_progress": ("meeting_id", "meeting"),  # what was heard between meetings is a part of none
    "seal": ("meeting_id", "meeting"),
    "seal_tree": ("meeting_id", "meeting"),
}
_SEALS: Final = frozenset({"seal", "seal_tree"})

Rows = dict[int, dict[str, object]]


def meeting_of(table: str, row: str) -> str:
    """Write the SQL for the meeting that a row is a part of; `row` is its name in the statement."""
    column, parent = PARTS[table]
    if parent == "meeting":
        return f"{row}.{column}"
    return f"(SELECT meeting_id FROM {parent} WHERE id = {row}.{column})"


def rows(connection: sqlite3.Connection, table: str, names: Sequence[str], meeting_id: int) -> Rows:
    """The rows of a table that are a part of a meeting, by their id, with the columns `names`."""
    column, parent = PARTS[table]
    whose = "= ?" if parent == "meeting" else f"IN (SELECT id FROM {parent} WHERE meeting_id = ?)"
    found = connection.execute(
        f"SELECT {', '.join(names)} FROM {table} WHERE {column} {whose} ORDER BY id", (meeting_id,)
    )
    return {row["id"]: dict(zip(names, row, strict=True)) for row in found}


def trees(connection: sqlite3.Connection, meeting_id: int) -> list[list[object]]:
    """The trees of a meeting: number, version, whether restricted, and the SHA-256 of the text."""
    sql = "SELECT id, version, restricted, text FROM seal_tree WHERE meeting_id = ? ORDER BY id"
    return [[*row[:3], digest(row[3])] for row in connection.execute(sql, (meeting_id,))]


def image(connection: sqlite3.Connection, meeting_id: int) -> str:
    """Write a meeting as it is now: its rows word for word, so that what changes can be named.

    The columns are named too: a later version that adds some finds the old ones again.
    """
    held: dict[str, Any] = {}
    for table in PARTS.keys() - _SEALS:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        found = rows(connection, table, names, meeting_id)
        held[table] = {"columns": names, "rows": [list(row.values()) for row in found.values()]}
    return json.dumps({"rows": held, "trees": trees(connection, meeting_id)}, sort_keys=True)


def link(previous: str, meeting_id: int, signed_at: str, record: str) -> str:
    """The hash of a seal: of the seal before it, the meeting, when it was signed, and its image."""
    return digest(json.dumps([previous, meeting_id, signed_at, record]))


def digest(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
