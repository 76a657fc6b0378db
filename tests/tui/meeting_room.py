"""A meeting about to be taken, and the live screen open on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from minutes.agenda import read_agenda
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import MeetingRecord
from tests.made import book_at
from tui.app import MinutebookApp
from tui.screens.live import LiveScreen
from tui.widgets.agenda_list import AgendaList
from tui.widgets.composer import Composer
from tui.widgets.record_frame import RecordFrame
from tui.widgets.record_view import RecordView
from tui.widgets.status_line import StatusLine
from tui.widgets.typing_box import TypingBox

JUNE = date(2020, 6, 11)
EVENING = datetime(2020, 6, 11, 19, 12, 40)
EIGHTY = (80, 24)
WIDE = (120, 36)
MEETING = 1

AGENDA = """\
Upton Council
Children and Young People Overview and Scrutiny Committee
Date: 11 June 2020
Time: 6.30pm
Venue: Virtual meeting
Members: Councillors Cooper, Kemp (Chairman), Johnson, Howcroft-Scott, Price
In attendance: Director of People; Clerk
Quorum: 3

1. Apologies for absence
2. Record of meeting
3. Urgent matters by reason of special circumstances
4. Declarations of interests
5. Ofsted Update Report (Pages 3 - 28)
6. Work programme
7. Transport costs (Pages 29 - 64) [exempt 3]
8. Any [red]other[/] business
"""


def planned_meeting(folder: Path, agenda: str = AGENDA) -> Path:
    """A book with one meeting that nothing is recorded of yet."""
    return book_at(folder / "minutes.db", _planned, agenda)


def _planned(path: Path, agenda: str) -> None:
    book = MinuteBook.open(path)
    book.save_agenda(read_agenda(agenda))
    book.close()


def with_lines(path: Path, *lines: str) -> Path:
    """The book at `path` with these lines recorded at the end of its meeting."""
    book = MinuteBook.open(path)
    try:
        act = read_lines("\n".join(lines), Sitting(book.meeting(MEETING))).act
        book.record(MEETING, act, at=EVENING)
    finally:
        book.close()
    return path


def reopened(path: Path) -> MeetingRecord:
    """The meeting as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(MEETING)
    finally:
        book.close()


def sources(path: Path) -> list[str]:
    """The lines recorded, word for word."""
    return [entry.source for entry in reopened(path).entries]


class Room:
    """The live screen in a test: its keys, and what it shows."""

    def __init__(self, app: MinutebookApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> LiveScreen:
        """The live screen."""
        screen = next(screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen))
        assert isinstance(screen, LiveScreen)
        return screen

    @property
    def composer(self) -> Composer:
        """Where the clerk types."""
        return self.screen.query_one(Composer)

    @property
    def view(self) -> RecordView:
        """The record."""
        return self.screen.query_one(RecordView)

    @property
    def agenda(self) -> AgendaList:
        """The agenda."""
        return self.screen.query_one(AgendaList)

    @property
    def frame(self) -> RecordFrame:
        """The frame about the record."""
        return self.screen.query_one(RecordFrame)

    @property
    def status(self) -> str:
        """The line at the top."""
        return self.screen.query_one(StatusLine).render().plain

    @property
    def box(self) -> TypingBox:
        """The composer's box."""
        return self.screen.query_one(TypingBox)

    @property
    def read(self) -> str:
        """The record shown, without its line breaks."""
        return " ".join(self.view.plain.split())

    @property
    def selected(self) -> str:
        """The source of the selected line."""
        return next(entry.source for entry in self.record.entries if entry.id == self.view.selected)

    @property
    def record(self) -> MeetingRecord:
        """The record the screen has."""
        record = self.screen.taking.record
        assert record is not None
        return record

    async def settle(self) -> None:
        """Wait until all that was asked for is recorded and shown."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.screen.taking.settled()
        await self.screen.shown()
        await self.box.settled()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and wait for what they do."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type letter by letter into whatever has the focus."""
        for letter in text:
            self.app.post_message(events.Key(_NAMES.get(letter, letter), letter))
        await self.pilot.pause()

    async def type_at_once(self, *keys: str) -> None:
        """Press keys that all come before the first is obeyed, and wait for what they do."""
        for key in keys:
            self.app.post_message(events.Key(_NAMES.get(key, key), key if len(key) == 1 else None))
        for _ in range(3):
            await self.settle()

    async def record_lines(self, *lines: str) -> None:
        """Type lines, each recorded by enter."""
        for line in lines:
            await self.type(line)
            await self.pilot.press("enter")
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste as a terminal does that brackets what is pasted."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
        await self.settle()

    async def pause_in_typing(self) -> None:
        """Wait, as long as it takes, until the composer has told what was typed."""
        while self.composer.untold:
            await self.pilot.pause(0.02)
        await self.settle()


_NAMES = {" ": "space"}


@asynccontextmanager
async def room(path: Path, size: tuple[int, int] = EIGHTY) -> AsyncIterator[Room]:
    """The live screen of the meeting in the book at `path`."""
    app = MinutebookApp(path, MEETING, today=JUNE, clock=lambda: EVENING)
    async with app.run_test(size=size) as pilot:
        taking = Room(app, pilot)
        await taking.settle()
        yield taking
        await app.leave()
