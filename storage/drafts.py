"""Drafts: the line the clerk is in the middle of, one a meeting. Not journaled."""

from __future__ import annotations

import sqlite3

from storage.meetings import meeting_row
from storage.records import Draft
from storage.transactions import writing


def draft(connection: sqlite3.Connection, meeting_id: int) -> Draft | None:
    """Read the draft of a meeting; a line being retyped that is gone since makes it a new line."""
    row = connection.execute(
        "SELECT draft.text, entry.id AS entry_id FROM draft LEFT JOIN entry ON entry.id = draft.entry_id"
        " WHERE draft.meeting_id = ?",
        (meeting_id,),
    ).fetchone()
    return None if row is None else Draft(row["text"], row["entry_id"])


def save_draft(connection: sqlite3.Connection, meeting_id: int, draft: Draft) -> None:
    """Keep a draft, or remove it where its text is empty."""
    with writing(connection):
        meeting_row(connection, meeting_id)
        keep_draft(connection, meeting_id, draft)


def keep_draft(connection: sqlite3.Connection, meeting_id: int, draft: Draft) -> None:
    """Keep a draft inside the transaction of another act."""
    if not draft.text:
        connection.execute("DELETE FROM draft WHERE meeting_id = ?", (meeting_id,))
        return
    connection.execute(
        "INSERT INTO draft (meeting_id, text, entry_id) VALUES (?, ?, ?)"
        " ON CONFLICT (meeting_id) DO UPDATE SET text = excluded.text, entry_id = excluded.entry_id",
        (meeting_id, draft.text, draft.entry_id),
    )
