"""The journal: every act of the clerk with the rows it changed, and the way back and forth through it.

Triggers write it (see `storage.migrations`), so that nothing can be changed beside it. An act that
was undone stays in the journal; a new act in its scope makes it history that no redo reaches.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from storage.errors import BookError
from storage.indexing import MOST_WAITING, catch_up, index_act, waiting
from storage.rows import Change, Value, insert, shortened, update
from storage.schema import COUNTED
from storage.standings import settle_touched

_GOES_ON = frozenset({"next_meeting"})  # where it was found anew since, it stays
# what follows from other rows goes with them and is settled anew; the others were kept for their body alone
_FOLLOWS = frozenset({"standing", "next_meeting", "action_series", "export"})
_TOLD_AS = {
    "body": ("the body", "name"),
    "short_form": ("the short form", "short"),
    "theme": ("the theme", "name"),
    "interest_kind": ("the kind of interest", "heading"),
    "style_word": ("the word", "written"),
    "style_part": ("the part", "name"),
    "person": ("the person", "name"),
    "membership": ("the entry of", "name"),
    "meeting": ("the meeting of", "day"),
    "attendance": ("the attendance of", "name"),
    "item": ("the agenda item", "title"),
    "report_part": ("the report line", "text"),
    "entry": ("the line", "source"),
    "entry_person": ("the naming of", "name"),
    "action": ("the action", "words"),
    "action_owner": ("the owner", "name"),
    "action_theme": ("the theme", "name"),
    "action_progress": ("the progress", "text"),
}


@dataclass(slots=True)
class Pen:
    """The act being written; `words` say what it did and may still be changed."""

    id: int
    words: str


@contextmanager
def act(connection: sqlite3.Connection, scope: str, words: str, at: datetime) -> Iterator[Pen]:
    """Journal what happens inside as one step of undo; an act that changes nothing leaves none.

    Has to be inside `writing`. `scope` is "meeting:ID", "actions" or "bodies"; `words` say what was done.
    How the promises stand that it touched is settled with it.
    """
    values: dict[str, Value] = {"scope": scope, "words": words, "at": at.isoformat(), "state": "writing"}
    pen = Pen(insert(connection, "act", values), words)
    yield pen
    changes = _changes(connection, pen.id)
    if not changes:
        connection.execute("DELETE FROM act WHERE id = ?", (pen.id,))
        return
    settle_touched(connection, changes)
    connection.execute("UPDATE act SET state = 'passed' WHERE scope = ? AND state = 'undone'", (scope,))
    update(connection, "act", pen.id, {"words": pen.words, "state": "done"})
    if waiting(connection) > MOST_WAITING:
        catch_up(connection)


def undo(connection: sqlite3.Connection, scope: str) -> str | None:
    """Take back the last act of `scope`; returns its words, None where there is nothing to undo.

    Raises:
        BookError: a row of it was changed since by another act.
    """
    return _step(connection, scope, "done", "undone", "DESC")


def redo(connection: sqlite3.Connection, scope: str) -> str | None:
    """Do the last undone act of `scope` again; returns its words, None where there is none.

    Raises:
        BookError: a row of it was changed since by another act.
    """
    return _step(connection, scope, "undone", "done", "ASC")


def _step(connection: sqlite3.Connection, scope: str, state: str, then: str, order: str) -> str | None:
    sql = f"SELECT id, words FROM act WHERE scope = ? AND state = '{state}' ORDER BY id {order} LIMIT 1"
    found = connection.execute(sql, (scope,)).fetchone()
    if found is None:
        return None
    changes = _changes(connection, found["id"])
    if then == "undone":
        changes = [change.turned() for change in reversed(changes)]
    refusal = f"“{found['words']}” cannot be {'undone' if then == 'undone' else 'done again'}"
    _apply(connection, changes, refusal)
    settle_touched(connection, changes)
    index_act(connection, found["id"])
    update(connection, "act", found["id"], {"state": then})
    return str(found["words"])


def journaled_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table that the journal keeps: all but those settled after every act."""
    names = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
    return [name for name in names if name not in COUNTED.get(table, ())]


def image(columns: Sequence[str], row: str = "") -> str:
    """Write the SQL of a row as JSON; `row` is "OLD." or "NEW." in a trigger.

    JSON because `quote()` cuts a text at NUL.
    """
    pairs = [f"'{column}', {row}{column}" for column in columns]
    return f"json_object({', '.join(pairs)})"


def _changes(connection: sqlite3.Connection, act_id: int) -> list[Change]:
    sql = "SELECT table_name, row_id, before, after FROM change WHERE act_id = ? ORDER BY id"
    return [Change(*row) for row in connection.execute(sql, (act_id,))]


def _apply(connection: sqlite3.Connection, changes: Sequence[Change], refusal: str) -> None:
    """Walk through `changes`, each from its `before` to its `after`; the triggers rest, as no act is open."""
    # a parent may go before its children here; all must fit again at the end
    connection.execute("PRAGMA defer_foreign_keys = ON")
    images: dict[str, str] = {}
    hung_on: dict[str, list[str]] = {}
    for change in changes:
        if change.table not in images:
            images[change.table] = image(journaled_columns(connection, change.table))
        sql = f"SELECT {images[change.table]} FROM {change.table} WHERE id = ?"
        found = connection.execute(sql, (change.row_id,)).fetchone()
        if _row(found[0] if found else None) != _row(change.before):
            if change.table in _GOES_ON:
                continue
            raise BookError(f"{refusal}: {_told(change, found[0] if found else None)} was changed since.")
        if change.after is None:
            _see_nothing_hung_on(connection, change, hung_on, refusal)
        try:
            _put(connection, change)
        except sqlite3.IntegrityError as error:
            raise BookError(
                f"{refusal}: {_told(change, None)} does not fit what was recorded since."
            ) from error


def _see_nothing_hung_on(
    connection: sqlite3.Connection, change: Change, hung_on: dict[str, list[str]], refusal: str
) -> None:
    """Refuse to delete a row where a cascade would take along what other acts hung on it; `hung_on` keeps
    for each table the queries that look for such rows."""
    if change.table not in hung_on:
        children = connection.execute(
            'SELECT child.name, key."from" AS by'
            " FROM sqlite_master AS child, pragma_foreign_key_list(child.name) AS key"
            " WHERE child.type = 'table' AND key.\"table\" = ? AND key.on_delete = 'CASCADE'",
            (change.table,),
        )
        hung_on[change.table] = [
            f"SELECT 1 FROM {child['name']} WHERE {child['by']} = ? LIMIT 1"
            for child in children
            if child["name"] not in _FOLLOWS
        ]
    for sql in hung_on[change.table]:
        if connection.execute(sql, (change.row_id,)).fetchone() is not None:
            raise BookError(f"{refusal}: other records were made since that belong to it.")


def _put(connection: sqlite3.Connection, change: Change) -> None:
    """Bring one row to the image `change.after`."""
    after = _row(change.after)
    if after is None:
        connection.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.row_id,))
    elif change.before is None:
        insert(connection, change.table, after)
    else:
        update(connection, change.table, change.row_id, after)


def _row(stored: str | None) -> dict[str, Value] | None:
    """Read an image; compared as values, since another SQLite may write the same JSON differently."""
    if stored is None:
        return None
    row: dict[str, Value] = json.loads(stored)
    return row


def _told(change: Change, now: str | None) -> str:
    """Name the row that stands in the way."""
    what, column = _TOLD_AS.get(change.table, ("the number of", "id"))
    row = _row(now) or _row(change.before) or _row(change.after) or {}
    return f"{what} “{shortened(str(row.get(column, '')), 40)}”"
