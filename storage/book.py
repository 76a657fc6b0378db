"""The minute book: the one door to the file, and the thread's own connection to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from storage import (
    agendas,
    bodies,
    copies,
    journal,
    meetings,
    numbers,
    progress,
    recording,
    signing,
)
from storage.contents import Contents
from storage.drafts import Drafts
from storage.errors import BookError, told
from storage.opening import file_at, open_book
from storage.records import (
    Act,
    Agenda,
    Body,
    Draft,
    Interchange,
    MeetingState,
    NewProgress,
    Press,
)
from storage.transactions import writing


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(slots=True)
class MinuteBook(Contents):
    """A clerk's minute book. Synchronous; belongs to the thread that opened it.

    `notice` is a line to show once ("" mostly). Every method may raise `BookError`, whose message is
    one line for the clerk. An act is one transaction and one step of undo.
    """

    _now: Callable[[], datetime]
    _signet: signing.Signet
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
        book = cls(path, notice, connection, file_at(path), now, signing.Signet(press, now))
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

    @told
    def draft(self, meeting_id: int) -> Draft | None:
        """What clerks were in the middle of here, None where there is nothing.

        It is this window's from now on: the next draft it keeps takes the place of all that was read.
        """
        return self._drafts.take(self._connection, meeting_id)

    @told
    def save_body(self, body: Body) -> int:
        """Write a body whole, id 0 makes one; returns its id."""
        with writing(self._connection):
            words = f"body: {body.name}"
            with journal.act(self._connection, "bodies", words, self._now()):
                return bodies.write_body(self._connection, body)

    @told
    def remember_export(self, body_id: int, name: str) -> None:
        """Keep the name that a body's minutes were saved by, to be offered the next time. No act, no undo."""
        with writing(self._connection):
            bodies.remember_export(self._connection, body_id, name)

    @told
    def save_agenda(self, agenda: Agenda, *, meeting_id: int | None = None) -> agendas.Imported:
        """Make the body and meeting of an agenda or complete them, overwriting nothing.

        With `meeting_id` (the Prepare screen) that meeting becomes as the agenda says: items keep
        their lines, and one that has lines is never removed. The body is only completed.
        """
        return agendas.save_agenda(self._connection, agenda, meeting_id, self._now())

    @told
    def take_in(self, taken: Interchange) -> agendas.Imported:
        """Make the meeting of a record that another book gave, with its body where the book has none of that
        name, so that its minutes print the same; signed ones are sealed anew, as they were printed.

        Of other meetings it remembers what its promises come from, and the days that its dates follow from.
        BookError where the book has the body's meeting of that day, or what was promised there under another
        promise's number, or where the record contradicts itself.
        """
        from storage.importing import take_in  # what is rarely done is not loaded at start-up

        return take_in(self._connection, taken, self._now(), self._signet)

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
        """Take a line out with its actions; refused where lines under an item would fall to another, or what
        was heard elsewhere of an action would be lost."""
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
