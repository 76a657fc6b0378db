"""A book as a clerk might have it on 28 November 2019, and the screens opened on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen

from minutes.agenda import read_agenda
from minutes.press import press
from storage import MinuteBook
from storage.records import Act, Action, DueKind, Kind, Named, NewAction, NewEntry, Part
from tests.made import book_at
from tui.app import MinutebookApp

TODAY = date(2019, 11, 28)
NOW = datetime(2019, 11, 28, 9, 30)
EIGHTY = (80, 24)
WIDE = (120, 36)

JULY, NOVEMBER, DECEMBER, CABINET = 1, 2, 3, 4  # the meetings of `full_book`
BOARD = 1

_BOARD = """\
Upton Council
Children's Services Improvement Board

Date: {day}
Time: 6.30pm
Venue: Meeting Room 2 – Level 3
Members: Councillors Kemp (Chairman), Cooper, Johnson
In attendance: Director of People; Clerk
Quorum: 2

1. Apologies for absence
2. Minutes of the last meeting (Pages 3 - 8)
3. Ofsted [monitoring] visit (Pages 9 - 28)
   Report from: Director of People
   Recommendation 3.1: The Board is asked to note the report.
4. Placement costs [exempt 3]
"""
_CABINET = """\
Upton Council
Cabinet

Date: 10 December 2019
Time: 3pm
Venue: Council Chamber

1. Budget
"""


def owner(name: str, person_id: int | None = None) -> Named:
    """Someone who owes an action."""
    return Named(Part.OWNER, name, person_id, by_role=person_id is not None)


def promise(words: str, name: str, due: date | None = None) -> NewEntry:
    """An action with a line of its own."""
    kind = DueKind.DATE if due else DueKind.UNDATED
    said = f"by {due.day} {due:%B} {due.year}" if due else ""
    action = NewAction(words, (owner(name),), due, said, kind)
    return NewEntry(Kind.ACTION, f"@{name}: {words} {said}".strip(), people=(owner(name),), actions=(action,))


def line(kind: Kind, source: str, text: str = "", **more: object) -> NewEntry:
    """A line that holds nothing but text."""
    return NewEntry(kind, source, text, **more)  # type: ignore[arg-type]


def take(book: MinuteBook, meeting_id: int, on: date, *lines: NewEntry) -> None:
    """Record lines as one act."""
    book.record(meeting_id, Act(lines), at=datetime(on.year, on.month, on.day, 18, 30))


def full_book(path: Path) -> Path:
    """A board with an approved, a draft and a planned meeting and four open actions, and a cabinet."""
    return book_at(path, _full_book)


def _full_book(path: Path) -> None:
    book = MinuteBook.open(path, press=press)
    for day in ("11 July 2019", "14 November 2019", "12 December 2019"):
        book.save_agenda(read_agenda(_BOARD.format(day=day)))
    book.save_agenda(read_agenda(_CABINET))
    july, november = date(2019, 7, 11), date(2019, 11, 14)
    items = {item.number: item.id for item in book.meeting(JULY).items}
    take(
        book,
        JULY,
        july,
        line(Kind.OPEN, "/open 6.30pm", time="18:30"),
        line(Kind.ITEM, "/3", target_id=items["3"]),
        line(Kind.NOTE, "The Director introduced the report.", "The Director introduced the report."),
        promise("send the action plan to [Ofsted]", "Director of People", date(2019, 11, 16)),
        promise("publish the action plan", "Clerk", date(2019, 8, 31)),
        line(Kind.CLOSE, "/close 8pm", time="20:00"),
    )
    items = {item.number: item.id for item in book.meeting(NOVEMBER).items}
    take(
        book,
        NOVEMBER,
        november,
        line(Kind.OPEN, "/open 6.30pm", time="18:30"),
        line(Kind.ITEM, "/2", target_id=items["2"]),
        line(Kind.PREVIOUS, "/previous"),
        line(Kind.ITEM, "/3", target_id=items["3"]),
        line(Kind.POINT, "- Audits: fifty were done.", "fifty were done.", label="Audits"),
        line(Kind.DECISION, "! noted the report", "noted the report"),
        promise("bring a report on audits", "Director of People", date(2020, 1, 31)),
        promise("thank the foster carers", "Councillor Kemp"),
        line(Kind.ITEM, "/4", target_id=items["4"]),
        line(Kind.NOTE, "The SECRET sum is £9,000.", "The SECRET sum is £9,000."),
        promise("renegotiate the SECRET contract", "Clerk", date(2019, 12, 20)),
        line(Kind.CLOSE, "/close 8pm", time="20:00"),
    )
    book.close()


def long_book(path: Path, meetings: int) -> Path:
    """A board that has met every week, the last time today."""
    book = MinuteBook.open(path)
    for week in range(meetings):
        day = TODAY - timedelta(weeks=week)
        book.save_agenda(read_agenda(f"Board\nDate: {day.isoformat()}\n"))
    book.close()
    return path


def reopened_actions(path: Path, *, open_only: bool = True) -> tuple[Action, ...]:
    """The actions in the book as another program finds them."""
    book = MinuteBook.open(path)
    try:
        return book.actions(open_only=open_only)
    finally:
        book.close()


@dataclass
class Desktop:
    """The program in a test: its keys and what it shows."""

    app: MinutebookApp
    pilot: Pilot[None]

    async def settle(self) -> None:
        """Wait until all that was asked for is done and shown."""
        await self.pilot.pause()
        while len(self.app.workers):  # one may ask for another
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and wait for what they do."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text letter by letter."""
        await self.press(*(_KEYS.get(letter, letter) for letter in text))

    async def show(self, screen: Screen[None]) -> None:
        """Open a screen over the one there is."""
        await self.app.push_screen(screen)
        await self.settle()

    @property
    def screen(self) -> Screen[object]:
        """The screen shown."""
        return self.app.screen

    @property
    def text(self) -> str:
        """All that the screen shows, line under line."""
        width, height = self.app.size
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips[:height])[
            : (width + 1) * height
        ]

    @property
    def heading(self) -> str:
        """The first line of the screen."""
        return self.text.splitlines()[0].strip()


_KEYS = {" ": "space", "\n": "enter", "/": "slash", ".": "full_stop", ",": "comma", "-": "minus"}


@asynccontextmanager
async def desktop(path: Path, size: tuple[int, int] = EIGHTY) -> AsyncIterator[Desktop]:
    """The program on the book at `path`, with its first screen shown."""
    app = MinutebookApp(path, today=TODAY, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        shown = Desktop(app, pilot)
        await shown.settle()
        yield shown
        await app.desk.close()
