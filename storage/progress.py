"""What was heard of promises: at a meeting with its lines, and between meetings as an act of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from storage.entries import Placeholders
from storage.errors import BookError
from storage.journal import act
from storage.records import ActionState, DueKind, NewProgress, PromiseKind
from storage.rows import Value, insert, keep_list, stored_day, stored_list
from storage.transactions import writing


def write_progress(
    connection: sqlite3.Connection,
    meeting_id: int,
    entry_id: int,
    heard: Sequence[NewProgress],
    stands_for: Placeholders,
) -> None:
    """Make `heard` what a line says of promises made before; its day is the meeting's, wherever that goes."""
    rows = [{"meeting_id": meeting_id, **progress_columns(one, stands_for)} for one in heard]
    keep_list(connection, "action_progress", "entry_id", entry_id, rows)


def note_progress(
    connection: sqlite3.Connection, changes: Sequence[NewProgress], on: date, at: datetime
) -> None:
    """Note what was heard between meetings; see `MinuteBook.note_progress`."""
    with writing(connection), act(connection, "actions", _words(connection, changes), at):
        for change in changes:
            columns = progress_columns(change, Placeholders())
            insert(connection, "action_progress", {"day": on.isoformat(), **columns})


def progress_columns(heard: NewProgress, stands_for: Placeholders) -> dict[str, Value]:
    """The columns that say what was heard of a promise, wherever it was."""
    owners = [(owner.name, stands_for.person(owner.person_id), int(owner.by_role)) for owner in heard.owners]
    followed = heard.due_kind is DueKind.NEXT_MEETING  # its day is found when it is read
    return {
        "action_id": stands_for.action(heard.action_id),
        "text": heard.text,
        "state": None if heard.state is None else heard.state.value,
        "due": None if heard.due_kind is None or followed else stored_day(heard.due),
        "due_words": heard.due_words,
        "due_kind": None if heard.due_kind is None else heard.due_kind.value,
        "owners": stored_list(owners),
        "themes": None if heard.themes is None else json.dumps(heard.themes, ensure_ascii=False),
        "rating": heard.rating,
        "words": heard.words,
    }


def _words(connection: sqlite3.Connection, changes: Sequence[NewProgress]) -> str:
    """Say what is noted, for undo: "action 3/2020 done", "4 actions deferred".

    Raises:
        BookError: a promise is no longer in the book.
    """
    named = []
    for change in changes:
        row = connection.execute(
            "SELECT kind, series, number, year FROM action WHERE id = ?", (change.action_id,)
        ).fetchone()
        if row is None:
            raise BookError("That action is no longer in the book: it was removed in another window.")
        kind = "priority" if row["kind"] == PromiseKind.PRIORITY else "action"
        named.append(f"{kind} {row['series']}{row['number']}/{row['year']}")
    done = ", ".join(dict.fromkeys(map(_deed, changes)))
    return f"{named[0]} {done}" if len(named) == 1 else f"{len(named)} actions {done}"


def _deed(change: NewProgress) -> str:
    """What was done to a promise, in a word."""
    if change.due_kind is not None:
        return "deferred"
    if change.owners:
        return "given to another owner"
    if change.themes is not None:
        return "given other themes"
    if change.rating:
        return "rated"
    return change.state.value if change.state in (ActionState.DONE, ActionState.DROPPED) else "noted"
