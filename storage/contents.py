"""What the book holds: its bodies, meetings, promises and signed minutes, as they are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from storage import agreeing, bodies, meetings, owed, people, proving, search, signing
from storage.errors import BookError, told
from storage.indexing import catch_up, waiting
from storage.opening import file_at
from storage.records import (
    Action,
    Agreed,
    Attendee,
    Body,
    BodyLine,
    Hit,
    Item,
    MeetingLine,
    MeetingRecord,
    PromiseLine,
    Sought,
    Tree,
    Verdict,
)
from storage.transactions import reading, writing


@dataclass(slots=True)
class Contents:
    """The book to be read; see `storage.book.MinuteBook`, which is this and what may be done to it."""

    path: Path
    notice: str
    _connection: sqlite3.Connection
    _file: tuple[int, int] | None

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self._connection.close()

    def see_in_place(self) -> None:
        """Raise BookError where the file is not at its path any more: what is written would be lost."""
        if file_at(self.path) != self._file:
            raise BookError(
                f"{self.path} was moved, deleted or replaced while it was open here: put it back, "
                "or leave and start minutebook again."
            )

    @told
    def bodies(self, today: date) -> tuple[BodyLine, ...]:
        """Every body by name, with its actions open and overdue on the day `today`."""
        with reading(self._connection):
            return bodies.body_lines(self._connection, today)

    @told
    def body(self, body_id: int) -> Body:
        """One body."""
        with reading(self._connection):
            return bodies.body(self._connection, body_id)

    @told
    def export_name(self, body_id: int) -> str:
        """The name that a body's minutes were last saved by, "{date}" in place of the day; "" where they
        never were."""
        with reading(self._connection):
            return bodies.export_name(self._connection, body_id)

    @told
    def meetings(
        self, today: date, *, body_id: int | None = None, limit: int | None = None
    ) -> tuple[MeetingLine, ...]:
        """Meetings, the next first: from `today` on by date, then the past ones, newest first."""
        with reading(self._connection):
            return meetings.meeting_lines(self._connection, today, body_id, limit)

    @told
    def meeting(self, meeting_id: int) -> MeetingRecord:
        """One meeting whole."""
        with reading(self._connection):
            return meetings.meeting_record(self._connection, meeting_id)

    @told
    def actions(
        self,
        *,
        body_id: int | None = None,
        open_only: bool = True,
        since: date | None = None,
        ids: Sequence[int] | None = None,
    ) -> tuple[Action, ...]:
        """Promises whole, with their history: by the date they have now (undated last), then by reference,
        priorities after the others.

        `open_only` takes what is owed, and what ended in exempt business, which is owed still as far as the
        public knows; with a day `since` also what ended on it or later, which was owed until then. `ids`
        takes those alone.
        """
        with reading(self._connection):
            return owed.actions(self._connection, body_id=body_id, open_only=open_only, since=since, ids=ids)

    @told
    def promise_lines(
        self,
        *,
        body_id: int | None = None,
        words: str = "",
        open_only: bool = True,
        overdue_on: date | None = None,
        limit: int | None = None,
    ) -> tuple[PromiseLine, ...]:
        """Promises as they stand, in the order of `actions`, without reading their history.

        Each of `words` is in the reference, an owner, a theme, the words, the rating or the title of the
        list, ignoring case; `overdue_on` leaves those that were due before that day; `limit` is how many at
        most.
        """
        with reading(self._connection):
            return owed.promise_lines(
                self._connection,
                body_id=body_id,
                words=words,
                open_only=open_only,
                overdue_on=overdue_on,
                limit=limit,
            )

    @told
    def promises_named(
        self, body_id: int, references: Collection[tuple[bool, int, int | None]]
    ) -> tuple[Action, ...]:
        """A body's promises of these references, open or not, by year and number: whether it is a priority,
        its number, and its year or None for any year."""
        with reading(self._connection):
            return owed.promises_named(self._connection, body_id, references)

    @told
    def not_taken(self, body_id: int, before: date) -> tuple[date | None, tuple[Item, ...]]:
        """The items that a body's last closed ordinary meeting before a day never came to, and its date;
        None where there is no such meeting."""
        with reading(self._connection):
            return owed.not_taken(self._connection, body_id, before)

    @told
    def search(self, sought: Sought, *, limit: int = 100) -> tuple[Hit, ...]:
        """What was ever recorded with these words in it, newest first: lines, items with their report data,
        and what was heard of promises between meetings. What was recorded last is indexed first."""
        if waiting(self._connection):
            with writing(self._connection):
                catch_up(self._connection)
        with reading(self._connection):
            return search.search(self._connection, sought, limit)

    @told
    def standing(self, body_id: int) -> tuple[Attendee, ...]:
        """The body's people as its last meeting expected them."""
        with reading(self._connection):
            return people.standing(self._connection, body_id)

    @told
    def agreed(self, meeting_id: int, on: date | None) -> Agreed:
        """The minutes that a PREVIOUS line of a meeting would agree: of the day said, else the last before.

        Where the body's own meeting was not held on the day said, `others` tells who did meet.
        """
        with reading(self._connection):
            return agreeing.agreed(self._connection, meeting_id, on)

    @told
    def signed(self, meeting_id: int, *, restricted: bool = False, version: int | None = None) -> str | None:
        """The tree of signed minutes, in the text it is kept as; None where they are not signed.

        `version` counts from 1, None gives them as approved. BookError where there is no such version.
        """
        with reading(self._connection):
            return signing.signed_tree(self._connection, meeting_id, restricted=restricted, version=version)

    @told
    def signed_trees(self, meeting_id: int) -> tuple[Tree, ...]:
        """Every tree of signed minutes, the public one of each version first; none where they are not
        signed."""
        with reading(self._connection):
            return signing.signed_trees(self._connection, meeting_id)

    @told
    def verify(self) -> Verdict:
        """Prove signed minutes: their trees, their rows, the chain of their seals and what guards them.

        It finds what was changed in the file by any means but one: that somebody writes a signed
        meeting anew, with its seal, every seal after it and the guards. For that the last hash is given:
        noted on paper when minutes are signed, it can be held against what `verify` finds years later.
        """
        with reading(self._connection):
            return proving.prove(self._connection)

    @told
    def version(self) -> int:
        """A number that changes when another window wrote to the book."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
