"""Rows in and out: the few statements that every subject of the book needs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Value = str | int | None
GAP = 1 << 20  # between neighbours, so that a line can be put between two without moving others


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did to one row: the row before and after it as JSON, None where there was or is none."""

    table: str
    row_id: int
    before: str | None
    after: str | None

    def turned(self) -> Change:
        """The way back."""
        return Change(self.table, self.row_id, self.after, self.before)


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """Put one row into `table`; returns its id."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def update(connection: sqlite3.Connection, table: str, row_id: int, values: Mapping[str, Value]) -> None:
    """Give the row `row_id` of `table` these values."""
    if values:
        sets = ", ".join(f"{name} = ?" for name in values)
        connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), row_id))


def keep_list(
    connection: sqlite3.Connection, table: str, owner: str, owner_id: int, rows: Sequence[Mapping[str, Value]]
) -> None:
    """Make `rows` the list that belongs to `owner_id`, in this order; the nth row keeps its id."""
    found = connection.execute(f"SELECT id FROM {table} WHERE {owner} = ? ORDER BY position, id", (owner_id,))
    ids = [row["id"] for row in found]
    for place, values in enumerate(rows):
        placed = {owner: owner_id, "position": place, **values}
        if place < len(ids):
            update(connection, table, ids[place], placed)
        else:
            insert(connection, table, placed)
    for surplus in ids[len(rows) :]:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (surplus,))


def stored_day(day: date | None) -> str | None:
    """Write a date as the book keeps it."""
    return None if day is None else day.isoformat()


def read_day(stored: str | None) -> date | None:
    """Read a date as the book keeps it."""
    return None if stored is None else date.fromisoformat(stored)


def stored_list(values: Sequence[object]) -> str:
    """Write a list as the book keeps it in one column: as JSON, "" where it is empty."""
    return json.dumps(values, ensure_ascii=False) if values else ""


def read_list(stored: str) -> list[Any]:
    """Read a list as the book keeps it in one column."""
    return list(json.loads(stored)) if stored else []


def spoken_day(day: date | str) -> str:
    """Write a date as a message says it: "11 June 2020"."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{on.day} {on:%B %Y}"


def shortened(text: str, width: int = 60) -> str:
    """Write `text` on one line of at most `width` characters."""
    line = " ".join(text[: width * 4].split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"
