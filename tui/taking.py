"""Taking a meeting: the clerk's acts on it, one after the other, and nothing typed lost on the way."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType

from minutes.sitting import Sitting
from storage import BookError, MinuteBook
from storage.records import Act, Draft, Kind, MeetingRecord, NewEntry
from tui.agreeing import Agreements, agreements, days_agreed, read_agreeing, signed_with
from tui.desk import Desk
from tui.last_resort import put_aside
from tui.recalling import names_promises, recalled
from tui.widgets.composer import AT_THE_END, Place


@dataclass(slots=True, eq=False)
class Submission:
    """Lines to be recorded as one act, and where; `recorded` as soon as they stand in the book. `act` is
    what they make, where that is known already."""

    text: str
    place: Place = AT_THE_END
    recorded: bool = False
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Another act on the record: `work` does it, and returns a line to show, or ""."""

    work: Callable[[MinuteBook], str]


class Taking:
    """The acts of the clerk on one meeting, done in the order they were asked for.

    `shown` hears of the record after each act, and the line to show ("" for none). `refused` gets
    the text that could not be recorded, its place, and why. `typing` tells what is typed and not
    submitted here yet.
    """

    def __init__(
        self,
        desk: Desk,
        meeting_id: int,
        clock: Callable[[], datetime],
        *,
        shown: Callable[[MeetingRecord, str], None],
        refused: Callable[[str, Place, str], None],
        typing: Callable[[], Sequence[Submission]],
    ) -> None:
        self.meeting_id = meeting_id
        self.record: MeetingRecord | None = None
        self._desk = desk
        self._clock = clock
        self._shown = shown
        self._refused = refused
        self._typing = typing
        self._queue: deque[Submission | Change] = deque()
        self._task: asyncio.Task[None] | None = None
        self._unkept = self._keeping = False

    @property
    def scope(self) -> str:
        """Which acts `ctrl+z` takes back here."""
        return f"meeting:{self.meeting_id}"

    @property
    def busy(self) -> bool:
        """Whether something waits to be recorded."""
        return bool(self._queue)

    async def load(self) -> None:
        """Read the record; raise BookError where the book has no such meeting."""
        self._show(await self._desk.ask(lambda book: book.meeting(self.meeting_id)))

    async def begin(self) -> Draft | None:
        """Read the record, and what was typed when it was left; raise BookError as `load` does."""
        record, draft = await self._desk.ask(
            lambda book: (book.meeting(self.meeting_id), book.draft(self.meeting_id))
        )
        self._show(record)
        return draft

    def submit(self, text: str, place: Place = AT_THE_END, act: Act | None = None) -> None:
        """Record `text` as one act, after what waits already; `act` where it is not to be read again."""
        self._add(Submission(text, place, act=act))

    def delete(self, entry_id: int) -> None:
        """Delete a line."""

        def delete(book: MinuteBook) -> str:
            book.delete(entry_id)
            return "deleted; ctrl+z brings it back"

        self._add(Change(delete))

    def move(self, entry_id: int, by: int) -> None:
        """Have a line change places with the one above (-1) or below (1)."""

        def move(book: MinuteBook) -> str:
            book.move(entry_id, place_to_move(book.meeting(self.meeting_id), entry_id, by))
            return ""

        self._add(Change(move))

    def undo(self) -> None:
        """Take back the clerk's last act on this meeting."""
        self._add(Change(lambda book: _told("undone", book.undo(self.scope))))

    def redo(self) -> None:
        """Do again the act last taken back."""
        self._add(Change(lambda book: _told("done again", book.redo(self.scope))))

    async def settled(self) -> None:
        """Wait until everything asked for is done."""
        while self._task is not None and not self._task.done():
            await asyncio.shield(self._task)

    def keeping(self, *, at_last: bool = False) -> Callable[[MinuteBook], None]:
        """The work that keeps what a crash must not lose: what waits to be recorded, and what is typed now.

        What the desk records before is left out. `at_last`: nothing else holds it any more, so that what
        the book does not take is put aside in a file, which the BookError names.
        """
        unrecorded = [*self._waiting, *self._typing()]

        def keep(book: MinuteBook) -> None:
            draft = _draft(unrecorded)
            try:
                book.save_draft(self.meeting_id, draft)
            except BookError as error:
                if at_last and draft.text:
                    raise BookError(f"{error} {put_aside(draft.text, book.path, self._clock())}") from error
                raise

        return keep

    async def keep(self) -> bool:
        """Keep what is typed; whether it is kept now. Raises BookError where the book does not take it.

        One at a time, or a book that stays busy would have them all wait.
        """
        self._unkept = True
        if self._keeping:
            return False
        self._keeping = True
        try:
            while self._unkept:
                self._unkept = False
                await self._desk.ask(self.keeping())
        finally:
            self._keeping = False
        return True

    @property
    def _waiting(self) -> list[Submission]:
        return [act for act in self._queue if isinstance(act, Submission)]

    def _add(self, act: Submission | Change) -> None:
        self._queue.append(act)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        while self._queue:
            act = self._queue[0]
            try:
                if isinstance(act, Submission):
                    record, said = await self._record(act)
                else:
                    record, said = await self._desk.ask(partial(self._change, act))
            except BookError as error:
                self._refuse(str(error))
            else:
                self._queue.popleft()
                self._show(record, said)

    async def _record(self, submission: Submission) -> tuple[MeetingRecord, str]:
        at = self._clock()
        if self.record is None:
            await self.load()
        assert self.record is not None
        act = submission.act
        if act is None:
            act = await self._read(self.record, submission, f"{at:%H:%M}")
        if not act.entries:  # only blank lines and comments: nothing to record
            return self.record, ""
        draft = _draft([*self._waiting[1:], *self._typing()])

        def record(book: MinuteBook) -> tuple[MeetingRecord, str]:
            place = submission.place
            book.record(
                self.meeting_id, act, at=at, after=place.after, replacing=place.replacing, draft=draft
            )
            submission.recorded = True
            return book.meeting(self.meeting_id), signed_with(act, book, self.meeting_id) or _doubt_of(act)

        return await self._desk.ask(record)

    async def _read(self, record: MeetingRecord, submission: Submission, clock: str) -> Act:
        """Read what is submitted; promises that it names, and minutes that it agrees, are looked up first."""
        if names_promises(submission.text):
            record = await self._desk.ask(partial(recalled, record=record, text=submission.text))
        act = await asyncio.to_thread(read_act, record, submission, clock)
        days = days_agreed(act)
        if not days:
            return act
        agreed = await self._desk.ask(partial(agreements, meeting_id=self.meeting_id, days=days))
        return await asyncio.to_thread(read_act, record, submission, clock, agreed)

    def _change(self, change: Change, book: MinuteBook) -> tuple[MeetingRecord, str]:
        said = change.work(book)
        return book.meeting(self.meeting_id), said

    def _show(self, record: MeetingRecord, said: str = "") -> None:
        self.record = record
        self._shown(record, said)

    def _refuse(self, why: str) -> None:
        """Give back all that waits, in order: what follows a line that failed may build on it."""
        if isinstance(self._queue[0], Submission):
            waiting = [act for act in self._waiting if not act.recorded]
            self._queue.clear()
            place = waiting[0].place if waiting else AT_THE_END
            self._refused("\n".join(act.text for act in waiting), place, why)
        else:
            self._queue.popleft()
            self._refused("", AT_THE_END, why)


def _draft(typed: Sequence[Submission]) -> Draft:
    """What of `typed` is not in the book yet, in the place of the first."""
    unrecorded = [lines for lines in typed if lines.text and not lines.recorded]
    place = unrecorded[0].place if unrecorded else AT_THE_END
    return Draft("\n".join(lines.text for lines in unrecorded), place.replacing, place.after)


def read_act(
    record: MeetingRecord, submission: Submission, clock: str, agreed: Agreements = MappingProxyType({})
) -> Act:
    """Read what is submitted as the shorthand has it, where it goes in the record.

    `agreed` are the minutes that its lines may agree, looked up in the book. A line that the reading
    itself fails on is kept word for word, to check: nothing is refused.
    """
    sitting = Sitting(record, before=entry_below(record, submission.place))
    try:
        return read_agreeing(submission.text, sitting, clock, agreed).act
    except Exception as error:
        lines = (line for line in submission.text.split("\n") if line.strip())
        doubt = f"could not be read: {error}"
        return Act(tuple(NewEntry(Kind.UNREAD, line, line, doubt=doubt) for line in lines))


def place_to_move(record: MeetingRecord, entry_id: int, by: int) -> int | None:
    """The entry that `entry_id` stands below after it changed places with its neighbour, None at the top.

    Raises BookError where there is no neighbour on that side.
    """
    ids = [entry.id for entry in record.entries]
    target = ids.index(entry_id) + by
    if not 0 <= target < len(ids):
        raise BookError("There is nothing on that side to change places with.")
    if by > 0:
        return ids[target]
    return ids[target - 1] if target else None


def entry_below(record: MeetingRecord, place: Place) -> int | None:
    """The first entry that stands below what goes to `place`, None at the end."""
    if place.replacing is not None:
        return place.replacing
    ids = [entry.id for entry in record.entries]
    if place.after in ids[:-1]:
        return ids[ids.index(place.after) + 1]
    return None


def _doubt_of(act: Act) -> str:
    """What is to check in an act: not every doubt is known before it is recorded, or read in time."""
    doubts = [entry.doubt for entry in act.entries if entry.doubt]
    more = f" · {len(doubts) - 1} more below it" if doubts[1:] else ""
    return f"to check above: {doubts[0]}{more}" if doubts else ""


def _told(what: str, act: str | None) -> str:
    return f"{what}: {act}" if act else f"nothing {what}"
