"""The guards of signed minutes: triggers that refuse, on any connection, what would change them.

A plain connection may have foreign keys and recursive triggers off. `INSERT OR REPLACE` and `UPDATE
OR REPLACE` then delete the rows in their way without a DELETE trigger; so each guard also looks for
signed rows that what is written would push out, by their id or by another key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from storage.sealed import PARTS, meeting_of

REFUSAL = "These minutes are signed and stay as they are: note a correction at the next meeting."
UNTIMELY = "A seal falls on approved minutes in print, after the last seal: use minutebook approve."
_PREFIX = "guard_"
# a stray seal would keep a meeting that nobody signed from ever being changed again
_STRAY = """NOT EXISTS (SELECT 1 FROM seal WHERE meeting_id = NEW.meeting_id OR id = NEW.id) AND NOT (
    NEW.previous IS coalesce((SELECT hash FROM seal ORDER BY id DESC LIMIT 1), '')
    AND EXISTS (SELECT 1 FROM meeting WHERE id = NEW.meeting_id AND state = 'approved')
    AND EXISTS (SELECT 1 FROM seal_tree WHERE meeting_id = NEW.meeting_id))"""


def set_guards(connection: sqlite3.Connection) -> None:
    """Make the guards for the tables as they are; has to be inside a migration.

    A release that words them otherwise needs a migration, if an empty one: `verify` compares them.
    """
    for statement in guards(connection).values():
        connection.execute(statement)


def lift_guards(connection: sqlite3.Connection) -> None:
    """Take the guards away, so that a migration can make tables anew; `set_guards` has to follow."""
    for name in standing_guards(connection):
        connection.execute(f'DROP TRIGGER "{name}"')


def standing_guards(connection: sqlite3.Connection) -> dict[str, str]:
    """The guards that the file has, by name."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, ?) = ?"
    return dict(tuple(row) for row in connection.execute(sql, (len(_PREFIX), _PREFIX)))


def guards(connection: sqlite3.Connection) -> dict[str, str]:
    """The guards that the tables need, by name."""
    written = {}
    for table in PARTS:
        new, old = _signed(meeting_of(table, "NEW")), _signed(meeting_of(table, "OLD"))
        takes_place = " OR ".join(_pushes_out(table, key) for key in _keys(connection, table))
        for event, refused in (
            ("insert", f"{new} OR {takes_place}"),
            ("update", f"{old} OR {new} OR {takes_place}"),
            ("delete", old),
        ):
            name = f"{_PREFIX}{table}_{event}"
            written[name] = _guard(name, event, table, refused, REFUSAL)
    name = f"{_PREFIX}seal_stray"
    return {**written, name: _guard(name, "insert", "seal", _STRAY, UNTIMELY)}


def _guard(name: str, event: str, table: str, refused: str, says: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event.upper()} ON {table} WHEN {refused}"
        f" BEGIN SELECT RAISE(ABORT, '{says}'); END"
    )


def _signed(meeting: str) -> str:
    return f"EXISTS (SELECT 1 FROM seal WHERE seal.meeting_id = {meeting})"


def _pushes_out(table: str, key: Sequence[str]) -> str:
    """Whether a signed row has the key of the one to be written."""
    same = " AND ".join(f"other.{column} = NEW.{column}" for column in key)
    return f"EXISTS (SELECT 1 FROM {table} AS other WHERE {same} AND {_signed(meeting_of(table, 'other'))})"


def _keys(connection: sqlite3.Connection, table: str) -> list[list[str]]:
    """By what a row can be in another's way: its id, and every other key that is unique."""
    unique = [row[1] for row in connection.execute(f"PRAGMA index_list({table})") if row[2]]
    others = [[row[2] for row in connection.execute(f"PRAGMA index_info({index})")] for index in unique]
    return [["id"], *sorted(others)]
