"""The minute book: the one door to the file, and the thread's own connection to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from storage import (
    agendas,
    agreeing,
    bodies,
    copies,
    journal,
    meetings,
    numbers,
    owed,
    people,
    progress,
    proving,
    recording,
    search,
    signing,
)
from storage.drafts import Drafts
from storage.errors import BookError, told
from storage.indexing import catch_up, waiting
from storage.opening import file_at, open_book
from storage.records import (
    Act,
    Action,
    Agenda,
    Agreed,
    Attendee,
    Body,
    BodyLine,
    Draft,
    Hit,
    Item,
    MeetingLine,
    MeetingRecord,
    MeetingState,
    NewProgress,
    Press,
    PromiseKind,
    PromiseLine,
    Sought,
    Verdict,
)
from storage.transactions import reading, writing


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(slots=True)
class MinuteBook:
    """A clerk's minute book. Synchronous; belongs to the thread that opened it.

    `notice` is a line to show once ("" mostly). Every method may raise `BookError`, whose message is
    one line for the clerk. An act is one transaction and one step of undo.
    """

    path: Path
    notice: str
    _connection: sqlite3.Connection
    _now: Callable[[], datetime]
    _signet: signing.Signet
    _file: tuple[int, int] | None
    _drafts: Drafts = field(default_factory=Drafts)

    @classmethod
    def open(
        cls, path: Path, *, press: Press | None = None, now: Callable[[], datetime] = _local_now
    ) -> MinuteBook:
        """Open the book at `path`, made there where there is none.

        `press` sets minutes in print where they are signed: without one no act that signs is done.
        `now` dates acts and seals. Minutes approved before the book had seals are signed here.
        """
        connection, notice = open_book(path)
        book = cls(path, notice, connection, now, signing.Signet(press, now), file_at(path))
        if press is not None:
            try:
                book._sign_earlier()
            except BookError as error:
                # they stay approved, and the book can be used; the next opening tries again
                book.notice = str(error)
            except BaseException:
                connection.close()
                raise
        return book

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

    # reading

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
        owner: str = "",
        theme: str = "",
        meeting_id: int | None = None,
        open_only: bool = True,
        due_before: date | None = None,
        public_only: bool = False,
        since: date | None = None,
        kinds: Collection[PromiseKind] = tuple(PromiseKind),
        ids: Sequence[int] | None = None,
    ) -> tuple[Action, ...]:
        """Promises whole, with their history: by the date they have now (undated last), then by reference,
        priorities after the others.

        `owner` and `theme` fit anywhere in a name as it is now, ignoring case; `meeting_id` is where it was
        agreed; `public_only` leaves out what is exempt, and what was heard in exempt business; `since`
        leaves out what was agreed before that day, is owed no more, and was not heard of from it on; `ids`
        takes those alone.
        """
        with reading(self._connection):
            return owed.actions(
                self._connection,
                body_id=body_id,
                owner=owner,
                theme=theme,
                meeting_id=meeting_id,
                open_only=open_only,
                due_before=due_before,
                public_only=public_only,
                since=since,
                kinds=kinds,
                ids=ids,
            )

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
    def search(self, sought: Sought, *, limit: int = 100) -> Sequence[Hit]:
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
    def draft(self, meeting_id: int) -> Draft | None:
        """What clerks were in the middle of here, None where there is nothing.

        It is this window's from now on: the next draft it keeps takes the place of all that was read.
        """
        return self._drafts.take(self._connection, meeting_id)

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

    # the clerk's acts

    @told
    def save_body(self, body: Body) -> int:
        """Write a body whole, id 0 makes one; returns its id."""
        with writing(self._connection):
            words = f"body: {body.name}"
            with journal.act(self._connection, "bodies", words, self._now()):
                return bodies.write_body(self._connection, body)

    @told
    def save_agenda(self, agenda: Agenda, *, meeting_id: int | None = None) -> agendas.Imported:
        """Make the body and meeting of an agenda or complete them, overwriting nothing.

        With `meeting_id` (the Prepare screen) that meeting becomes as the agenda says: items keep
        their lines, and one that has lines is never removed. The body is only completed.
        """
        return agendas.save_agenda(self._connection, agenda, meeting_id, self._now())

    @told
    def record(
        self,
        meeting_id: int,
        act: Act,
        *,
        at: datetime,
        after: int | None = None,
        replacing: int | None = None,
        draft: Draft | None = None,
    ) -> tuple[int, ...]:
        """Record an act's lines, all or none; returns the entries' ids.

        They stand below the line `after`, else at the end. With `replacing` the line
        that reads as that one did, else the first, takes its place, id and time, and its actions keep their
        references and histories in order; the rest stand around it.
        `draft` is kept in the same transaction: `Draft("")` clears it, None leaves it alone.
        """
        return recording.record(
            self._connection,
            meeting_id,
            act,
            at=at,
            after=after,
            replacing=replacing,
            keep_draft=partial(self._drafts.keep, draft=draft) if draft is not None else None,
            signet=self._signet,
        )

    @told
    def move(self, entry_id: int, after: int | None) -> None:
        """Put a line below the line `after`, None puts it at the top."""
        recording.move(self._connection, entry_id, after, self._now(), self._signet)

    @told
    def delete(self, entry_id: int) -> None:
        """Take a line out with its actions; refused where lines under an item would fall to another."""
        recording.delete(self._connection, entry_id, self._now(), self._signet)

    @told
    def circulate(self, meeting_id: int) -> MeetingState:
        """Say that a meeting's draft minutes were sent round, or, said again, that they were not.

        BookError where the meeting is not closed, or its minutes are approved.
        """
        return meetings.circulate(self._connection, meeting_id, self._now())

    @told
    def approve(self, meeting_id: int) -> str:
        """Sign a meeting's minutes without a later meeting that agreed them; returns the seal's hash.

        It cannot be undone. BookError where the meeting is not closed, or its minutes are signed already.
        """
        with writing(self._connection):
            return self._signet.approve(self._connection, meeting_id)

    @told
    def save_draft(self, meeting_id: int, draft: Draft) -> None:
        """Keep the line the clerk is in the middle of; `Draft("")` removes it. No act, no undo."""
        self._drafts.save(self._connection, meeting_id, draft)

    @told
    def note_progress(self, changes: Sequence[NewProgress], on: date) -> None:
        """Note what was heard of promises on a day between meetings; all of it is one act."""
        progress.note_progress(self._connection, changes, on, self._now())

    @told
    def undo(self, scope: str) -> str | None:
        """Take back the last act of a scope: "meeting:ID", "actions" or "bodies".

        Returns what was undone in words, None where there is nothing to undo.
        """
        return self._walk(scope, journal.undo)

    @told
    def redo(self, scope: str) -> str | None:
        """Do again the last act of a scope that was undone; returns it in words, None where there is none."""
        return self._walk(scope, journal.redo)

    @told
    def backup(self, target: Path) -> None:
        """Write the whole book to a new file while it is open."""
        copies.copy_to_new_file(self._connection, target)

    @told
    def _sign_earlier(self) -> None:
        if signing.approved_before_seals(self._connection):
            with writing(self._connection):
                self._signet.sign_earlier(self._connection)

    def _walk(self, scope: str, step: Callable[[sqlite3.Connection, str], str | None]) -> str | None:
        try:
            with writing(self._connection):
                subject, _, meeting_id = scope.partition(":")
                if subject != "meeting" or not meeting_id.isdecimal():
                    words = step(self._connection, scope)
                    numbers.settle_book(self._connection)
                    return words
                meeting = meetings.open_meeting(self._connection, int(meeting_id))
                words = step(self._connection, scope)
                numbers.settle_body(self._connection, meeting["body_id"])
                if words is None and step is journal.undo:
                    signing.see_nothing_signed(self._connection, int(meeting_id))
                return words
        except sqlite3.IntegrityError as error:
            raise BookError(
                "That cannot be undone or done again: other records made since belong to it."
            ) from error
