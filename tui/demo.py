"""The sample book: an invented improvement board, two meetings behind it and one ready to take.

It is made from agendas and notes as any book is. The days are counted from the day it is made, so
one action is overdue, one was deferred, a list of priorities is due for review at the third meeting, and
that is today's, or Monday's where today is no working day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from string import Template

from minutes.agenda import carried_in, read_agenda, read_items, write_items
from minutes.english import printed_date
from minutes.press import press
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Agenda
from tui.carrying import what_arises

APART = timedelta(weeks=5)
HELD = (time(14), time(16))


def make_sample_book(path: Path, today: date) -> int:
    """Make the sample book at `path`, as it would stand on `today`; the number of the meeting to take.

    Raises BookError where the book cannot be made.
    """
    weekend = today.weekday() > 4
    third = today + timedelta(days=7 - today.weekday() if weekend else 0)
    first, second = third - 2 * APART, third - APART
    days = {
        "second": printed_date(second),
        "third": printed_date(third),
        "overdue": printed_date(today - timedelta(days=9)),
        "in_time": printed_date(today + timedelta(days=12)),
    }
    book = MinuteBook.open(path, press=press)
    try:
        earlier = _import(book, "1-agenda", first, days)
        _take(book, "1-notes", earlier, first, days)
        later = _import(book, "2-agenda", second, days)
        _take(book, "2-notes", later, second, days)
        to_take = _with_what_arises(book, book.meeting(later).body.id, _agenda("3-agenda", third, days))
        return book.save_agenda(to_take).meeting_id
    finally:
        book.close()


def _import(book: MinuteBook, name: str, on: date, days: dict[str, str]) -> int:
    return book.save_agenda(_agenda(name, on, days)).meeting_id


def _agenda(name: str, on: date, days: dict[str, str]) -> Agenda:
    return read_agenda(_text(name, {**days, "date": printed_date(on)}))


def _with_what_arises(book: MinuteBook, body_id: int, agenda: Agenda) -> Agenda:
    """The agenda with what is due by its day, as the Prepare screen brings it in."""
    text = write_items(agenda.items)
    carried = carried_in(text, *what_arises(book, body_id, agenda.on, text))
    return replace(agenda, items=read_items(carried.text))


def _take(book: MinuteBook, name: str, meeting_id: int, on: date, days: dict[str, str]) -> None:
    reading = read_lines(_text(name, days), Sitting(book.meeting(meeting_id)))
    book.record(meeting_id, reading.act, at=datetime.combine(on, HELD[1]))


def _text(name: str, days: dict[str, str]) -> str:
    text = (files("tui") / "sample" / f"{name}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(days)
