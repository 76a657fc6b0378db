"""A book on a real file, and a meeting in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import Act, Kind, Named, Part
from tests.made import book_at
from tests.storage.given import (
    AGENDA,
    CLOSE,
    EVENING,
    OPEN,
    PREVIOUS,
    heard,
    line,
    press,
    promise,
    report,
    taken,
    write,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def book(path: Path, request: pytest.FixtureRequest) -> Iterator[MinuteBook]:
    made = _make_series if "series" in request.fixturenames else None
    book = _open(book_at(path, made))
    yield book
    book.close()


@pytest.fixture
def meeting_id(book: MinuteBook) -> int:
    return book.save_agenda(AGENDA).meeting_id


@pytest.fixture
def series(book: MinuteBook) -> list[int]:
    """Three meetings of one body; the first two were held and closed, with something of every kind."""
    return sorted(line.id for line in book.meetings(EVENING.date()))


@pytest.fixture
def signed(book: MinuteBook, series: list[int]) -> MinuteBook:
    """The same book, after the minutes of the first two were signed at the third."""
    april = replace(PREVIOUS, on=date(2020, 4, 11), corrections=(("said", "stated"),))
    write(book, series[2], april, PREVIOUS, CLOSE)
    return book


def _open(path: Path) -> MinuteBook:
    return MinuteBook.open(path, press=press, now=lambda: EVENING)


def _make_series(path: Path) -> None:
    book = _open(path)
    days = [date(2020, month, 11) for month in (4, 6, 9)]
    ids = [book.save_agenda(replace(AGENDA, on=day)).meeting_id for day in days]
    for held in ids[:2]:
        asked = line("said", people=(Named(Part.ASKER, "Ofsted"),))
        promised = line("agreed", actions=(promise("ask", themes=("Quality",)),))
        item = book.meeting(held).items[2].id
        write(book, held, OPEN, taken(item), asked, promised, line("3", Kind.EXEMPT), line("secret"), CLOSE)
    for held in ids[:2]:
        (action,) = book.meeting(held).actions
        book.record(held, Act((report(heard(action.id, "begun")),)), at=EVENING, after=action.entry_id)
    book.close()
