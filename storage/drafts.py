"""Drafts: the lines clerks are in the middle of. Not journaled.

Each window keeps a draft of its own, so that of two on one meeting neither loses a word; a window
that opens a meeting takes over every draft there is of it.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence

from storage.meetings import meeting_row
from storage.records import Draft
from storage.transactions import writing

_DRAFTS = """
    SELECT window, draft.text, replaced.id AS entry_id, above.id AS after_id FROM draft
    LEFT JOIN entry AS replaced ON replaced.id = draft.entry_id
    LEFT JOIN entry AS above ON above.id = draft.after_id
    WHERE draft.meeting_id = ? ORDER BY draft.id
"""


class Drafts:
    """The drafts that one window holds: its own, and those it took over, until it keeps its own anew."""

    def __init__(self) -> None:
        self._window = secrets.token_hex(8)
        self._taken: dict[int, set[tuple[str, str]]] = {}

    def take(self, connection: sqlite3.Connection, meeting_id: int) -> Draft | None:
        """Read every draft of a meeting as one, in the place of the first; None where there is none.

        Where the line it belongs to is gone since, it is a new line.
        """
        rows = connection.execute(_DRAFTS, (meeting_id,)).fetchall()
        self._taken[meeting_id] = {(row["window"], row["text"]) for row in rows}
        return _joined(rows)

    def save(self, connection: sqlite3.Connection, meeting_id: int, draft: Draft) -> None:
        """Keep what this window holds now, or nothing where its text is empty."""
        if _joined(self._held(connection, meeting_id)) == (draft if draft.text else None):
            return  # what another window took over from this one is not brought back by a look at it
        with writing(connection):
            meeting_row(connection, meeting_id)
            self.keep(connection, meeting_id, draft)

    def keep(self, connection: sqlite3.Connection, meeting_id: int, draft: Draft) -> None:
        """Keep a draft inside the transaction of another act."""
        # by its text too: the window it was taken from may live, and have typed on
        held = [(meeting_id, row["window"], row["text"]) for row in self._held(connection, meeting_id)]
        connection.executemany("DELETE FROM draft WHERE meeting_id = ? AND window = ? AND text = ?", held)
        if draft.text:
            connection.execute(
                "INSERT INTO draft (meeting_id, window, text, entry_id, after_id) VALUES (?, ?, ?, ?, ?)",
                (meeting_id, self._window, draft.text, draft.entry_id, draft.after_id),
            )

    def _held(self, connection: sqlite3.Connection, meeting_id: int) -> list[sqlite3.Row]:
        taken = self._taken.get(meeting_id, ())
        rows = connection.execute(_DRAFTS, (meeting_id,)).fetchall()
        return [row for row in rows if row["window"] == self._window or (row["window"], row["text"]) in taken]


def _joined(rows: Sequence[sqlite3.Row]) -> Draft | None:
    if not rows:
        return None
    text = "\n".join(dict.fromkeys(row["text"] for row in rows))
    return Draft(text, rows[0]["entry_id"], rows[0]["after_id"])
