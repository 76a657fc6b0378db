"""Signing: minutes agreed as a correct record are set in print, sealed, and stay as they are.

The seal falls in the transaction of the act that closes the approving meeting. It holds every row of
the meeting and the trees of its minutes under a hash that covers the seal before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.entries import entries
from storage.errors import BookError
from storage.meetings import meeting_record, meeting_row
from storage.records import MeetingState, Press, Tree
from storage.rows import Value, insert, shortened, spoken_day, update
from storage.sealed import image, link

CLOSED = (MeetingState.DRAFT, MeetingState.CIRCULATED)


@dataclass(frozen=True, slots=True)
class Signet:
    """What the book signs with: the press that sets minutes in print, None where it has none, and a clock."""

    press: Press | None
    now: Callable[[], datetime]

    def sign_agreed(self, connection: sqlite3.Connection, meeting_id: int) -> None:
        """Sign what a meeting agreed, if it is closed; has to be inside the act that may have closed it.

        Raises:
            BookError: there is no press, or it failed.
        """
        if meeting_row(connection, meeting_id)["state"] in CLOSED:
            self._sign_all(connection, meeting_id)

    def _sign_all(self, connection: sqlite3.Connection, meeting_id: int) -> None:
        """Sign what a meeting agreed and is not signed yet."""
        unsigned = connection.execute(
            "SELECT DISTINCT agreed_id FROM entry JOIN meeting AS agreed ON agreed.id = agreed_id"
            " WHERE entry.meeting_id = ? AND agreed.state <> 'approved'"
            " ORDER BY agreed.day, agreed.time, agreed.id",
            (meeting_id,),
        )
        for (agreed_id,) in unsigned.fetchall():
            self._sign(connection, agreed_id, meeting_id)

    def approve(self, connection: sqlite3.Connection, meeting_id: int) -> str:
        """Sign a meeting's minutes without a later meeting; see `MinuteBook.approve`."""
        row = meeting_row(connection, meeting_id)
        day = spoken_day(row["day"])
        if row["state"] == MeetingState.APPROVED:
            raise BookError(f"The minutes of {day} are signed already: print them as they are.")
        if row["state"] not in CLOSED:
            raise BookError(
                f"The meeting of {day} is not closed: record “/close” before approving its minutes."
            )
        return self._sign(connection, meeting_id, None)

    def sign_earlier(self, connection: sqlite3.Connection) -> None:
        """Sign what was approved before the book had seals; has to be inside `writing`.

        Raises:
            BookError: the press failed.
        """
        for meeting in approved_before_seals(connection):
            self._sign(connection, meeting["id"], meeting["approved_in"])

    def _sign(self, connection: sqlite3.Connection, meeting_id: int, approved_in: int | None) -> str:
        """Approve a meeting's minutes, print them and let the seal fall; returns its hash."""
        approved = {"state": MeetingState.APPROVED.value, "approved_in": approved_in}
        update(connection, "meeting", meeting_id, approved)
        # one that was never closed may still have something to sign
        self._sign_all(connection, meeting_id)
        return self._seal(
            connection, meeting_id, self._printed(connection, meeting_id, approved_in), approved_in
        )

    def seal_as_printed(self, connection: sqlite3.Connection, meeting_id: int, trees: Sequence[Tree]) -> str:
        """Sign minutes that were signed in another book, in the print they have; returns the seal's hash."""
        update(connection, "meeting", meeting_id, {"state": MeetingState.APPROVED.value})
        sealed = self._seal(connection, meeting_id, trees, None)
        # nor any that would take away what was signed
        connection.execute(
            "UPDATE act SET state = 'passed' WHERE scope = 'bodies' AND state IN ('done', 'undone')"
        )
        return sealed

    def _seal(
        self,
        connection: sqlite3.Connection,
        meeting_id: int,
        trees: Sequence[Tree],
        approved_in: int | None,
    ) -> str:
        """Let the seal fall on a meeting as it is, and on its trees; returns its hash."""
        # nothing guards what another tool put there before the seal
        connection.execute("DELETE FROM seal_tree WHERE meeting_id = ?", (meeting_id,))
        for tree in trees:
            kept: dict[str, Value] = {"version": tree.version, "restricted": int(tree.restricted)}
            insert(connection, "seal_tree", {"meeting_id": meeting_id, **kept, "text": tree.text})
        last = connection.execute("SELECT hash FROM seal ORDER BY id DESC LIMIT 1").fetchone()
        previous, signed_at = last["hash"] if last else "", self.now().isoformat()
        record = image(connection, meeting_id)
        seal = {"signed_at": signed_at, "record": record, "previous": previous}
        seal["hash"] = link(previous, meeting_id, signed_at, record)
        insert(connection, "seal", {"meeting_id": meeting_id, **seal})
        # no undo crosses a seal
        connection.execute(
            "UPDATE act SET state = 'passed' WHERE scope IN (?, ?) AND state IN ('done', 'undone')",
            (f"meeting:{meeting_id}", f"meeting:{approved_in}"),
        )
        return seal["hash"]

    def _printed(
        self, connection: sqlite3.Connection, meeting_id: int, approved_in: int | None
    ) -> tuple[Tree, ...]:
        record = meeting_record(connection, meeting_id)
        day = spoken_day(record.meeting.on)
        if self.press is None:
            raise BookError(
                f"The minutes of {day} would be signed now, but cannot be printed from here: use minutebook."
            )
        agreeing = () if approved_in is None else entries(connection, approved_in)
        lines = connection.execute("SELECT id FROM entry WHERE agreed_id = ?", (meeting_id,))
        signing = {row["id"] for row in lines}
        corrections = [pair for entry in agreeing if entry.id in signing for pair in entry.corrections]
        try:
            return self.press(record, tuple(corrections))
        except Exception as error:  # whatever stops the press must leave the clerk with a line to act on
            raise BookError(
                f"The minutes of {day} cannot be signed, since they would not print"
                f" ({shortened(str(error) or type(error).__name__, 120)}): look at them on Paper."
            ) from error


def approved_before_seals(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """The approved meetings of a book that never had a seal, in the order they were approved.

    The numbers given out remember a seal that was taken away: none is made in its place.
    """
    return connection.execute(
        "SELECT meeting.id, meeting.approved_in FROM meeting"
        " LEFT JOIN meeting AS later ON later.id = meeting.approved_in"
        " WHERE meeting.state = 'approved' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'seal')"
        " ORDER BY later.day, later.time, later.id, meeting.day, meeting.time, meeting.id"
    ).fetchall()


def signed_trees(connection: sqlite3.Connection, meeting_id: int) -> tuple[Tree, ...]:
    """Read all trees of signed minutes; see `Contents.signed_trees`."""
    sql = (
        "SELECT version, restricted, text FROM seal_tree JOIN seal USING (meeting_id) WHERE meeting_id = ?"
        " ORDER BY version, restricted"
    )
    rows = connection.execute(sql, (meeting_id,))
    return tuple(Tree(row["version"], bool(row["restricted"]), row["text"]) for row in rows)


def see_nothing_signed(connection: sqlite3.Connection, meeting_id: int) -> None:
    """Refuse to take back what a meeting did before it signed minutes.

    Raises:
        BookError: minutes were signed there.
    """
    sql = "SELECT max(day) FROM meeting WHERE approved_in = ? AND state = 'approved'"
    day = connection.execute(sql, (meeting_id,)).fetchone()[0]
    if day is not None:
        raise BookError(
            f"What was done here up to the signing of the minutes of {spoken_day(day)} cannot be undone:"
            " what was signed stays signed."
        )


def signed_tree(
    connection: sqlite3.Connection, meeting_id: int, *, restricted: bool, version: int | None
) -> str | None:
    """Read the tree of signed minutes; see `MinuteBook.signed`."""
    day = spoken_day(meeting_row(connection, meeting_id)["day"])
    if connection.execute("SELECT 1 FROM seal WHERE meeting_id = ?", (meeting_id,)).fetchone() is None:
        return None
    sql = "SELECT version, text FROM seal_tree WHERE meeting_id = ? AND restricted = ? ORDER BY version"
    texts = dict(tuple(row) for row in connection.execute(sql, (meeting_id, int(restricted))))
    if not texts:
        raise BookError(
            f"The signed minutes of {day} are gone from the book: bring back a copy with restore."
        )
    if version is not None and version not in texts:
        kept = " and ".join(map(str, texts))
        raise BookError(f"The minutes of {day} have no version {version}: the book keeps {kept}.")
    return str(texts[max(texts) if version is None else version])
