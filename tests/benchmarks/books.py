"""Books of the sizes that are measured, made through the book's own door."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Agenda, AgendaItem, Attendee, Kind, NewEntry

BODIES = ("Growth Board", "Care Committee", "School Forum", "Town Council")
MEMBERS = ("Moor", "Dale", "Firth", "Holm", "Beck")
FIRST_DAY = date(1987, 1, 5)
LINES = (
    "The Clerk spoke of what had been done about the roof of the hall since the last time.",
    "- Drain: the work on the drain by the hall would be done before the end of the month.",
    "? (Moor) Cost: the cost of the roof of the hall",
    "> the Clerk confirmed that it had been met from the fund for the hall.",
    "# The hall",
    "! noted the report",
    "@Clerk: ask for three quotes for the roof within two weeks",
)


def agenda(number: int) -> Agenda:
    """The agenda of the meeting `number`, one body after another, a week apart."""
    people = [Attendee(0, name, "Councillor") for name in MEMBERS]
    items = tuple(AgendaItem(str(n), f"The business of part {n}") for n in range(1, 6))
    return Agenda(
        BODIES[number % len(BODIES)],
        FIRST_DAY + timedelta(days=7 * number),
        time="18:30",
        venue="The hall",
        attendees=(*people, Attendee(0, "Clerk", member=False)),
        items=items,
    )


def notes(count: int, begin: int = 0) -> str:
    """Shorthand of `count` lines, a fifth of them under each item; `begin` counts on from those before."""
    lines = ["/open 6.30pm", "/present all"] if not begin else []
    part = max(1, count // 5)
    for number in range(begin + len(lines), begin + count):
        turn = number % part
        item = min(5, number // part + 1)
        lines.append(f"/{item}" if turn == 2 else f"{LINES[number % len(LINES)]}")
    return "\n".join(lines)


def make_meeting(path: Path, entries: int) -> int:
    """A book at `path` with one meeting of `entries` entries; the meeting's number."""
    book = MinuteBook.open(path)
    try:
        meeting_id = book.save_agenda(agenda(0)).meeting_id
        act = read_lines(notes(entries), Sitting(book.meeting(meeting_id))).act
        book.record(meeting_id, act, at=datetime(2020, 6, 11, 20))
        return meeting_id
    finally:
        book.close()


def make_large(path: Path, meetings: int = 2000, entries: int = 100) -> None:
    """A book at `path` of `meetings` meetings of `entries` entries each."""
    book = MinuteBook.open(path)
    text = notes(entries)
    try:
        for number in range(meetings):
            planned = agenda(number)
            meeting_id = book.save_agenda(planned).meeting_id
            act = read_lines(text, Sitting(book.meeting(meeting_id))).act
            book.record(meeting_id, act, at=datetime.combine(planned.on, datetime.min.time()))
    finally:
        book.close()


def note(number: int) -> NewEntry:
    """A note to record, as the composer would hand it over."""
    text = f"The Clerk spoke of part {number} of the work on the roof of the hall."
    return NewEntry(Kind.NOTE, text, text)
