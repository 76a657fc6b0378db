"""“The next meeting” as a date: the meeting that was said is followed wherever it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage import MinuteBook
from storage.records import DueKind, Kind, NewEntry
from tests.storage.given import AGENDA, CLOSE, PREVIOUS, heard, line, promise, report, write

SEPTEMBER, OCTOBER, NOVEMBER = date(2020, 9, 3), date(2020, 10, 1), date(2020, 11, 5)
NEXT = DueKind.NEXT_MEETING


def due(book: MinuteBook) -> date | None:
    """The date of the one promise, as its history and the lists have it."""
    (action,) = book.actions()
    (light,) = book.promise_lines()
    assert light.due == action.standing.due
    return light.due


def planned(book: MinuteBook, on: date, title: str = "") -> int:
    return book.save_agenda(replace(AGENDA, on=on, agenda_title=title)).meeting_id


def moved(book: MinuteBook, meeting_id: int, on: date) -> None:
    book.save_agenda(replace(AGENDA, on=on), meeting_id=meeting_id)


def said(on: date) -> NewEntry:
    return NewEntry(Kind.NEXT_MEETING, f"/nextmeeting {on}", on=on)


@pytest.fixture
def promised(book: MinuteBook, meeting_id: int) -> int:
    """June's meeting, with an action due at the next."""
    write(book, meeting_id, line("Agreed.", actions=(promise("report", due_kind=NEXT),)))
    return meeting_id


def test_where_none_is_said_it_is_the_first_ordinary_one_after_it(book: MinuteBook, promised: int) -> None:
    assert due(book) is None
    november = planned(book, NOVEMBER)
    assert due(book) == NOVEMBER
    planned(book, SEPTEMBER, "Extraordinary meeting")
    assert due(book) == NOVEMBER
    moved(book, november, OCTOBER)
    assert due(book) == OCTOBER
    book.undo(f"meeting:{november}")
    assert due(book) == NOVEMBER
    assert promised


def test_a_day_said_is_the_date_until_the_meeting_is_in_the_book_and_is_followed_then(
    book: MinuteBook, promised: int
) -> None:
    (entry_id,) = write(book, promised, said(OCTOBER))
    planned(book, SEPTEMBER)
    assert due(book) == OCTOBER
    october = planned(book, OCTOBER)
    moved(book, october, NOVEMBER)
    assert due(book) == NOVEMBER
    book.undo(f"meeting:{october}")
    assert due(book) == OCTOBER
    book.redo(f"meeting:{october}")
    assert due(book) == NOVEMBER
    book.delete(entry_id)
    assert due(book) == SEPTEMBER
    book.undo(f"meeting:{promised}")
    assert due(book) == NOVEMBER


def test_a_meeting_that_moves_to_the_day_said_is_it_until_that_is_undone(
    book: MinuteBook, promised: int
) -> None:
    write(book, promised, said(OCTOBER))
    september = planned(book, SEPTEMBER)
    moved(book, september, OCTOBER)
    book.undo(f"meeting:{september}")
    assert due(book) == OCTOBER
    moved(book, september, NOVEMBER)
    assert due(book) == OCTOBER


def test_a_meeting_taken_out_of_the_book_leaves_the_day(book: MinuteBook, promised: int) -> None:
    planned(book, OCTOBER)
    write(book, promised, said(OCTOBER))
    assert book.undo("bodies") is not None
    assert due(book) == OCTOBER
    assert book.redo("bodies") is not None
    assert book.undo(f"meeting:{promised}") == f"/nextmeeting {OCTOBER}"
    assert due(book) == OCTOBER
    assert book.undo("bodies") is not None
    assert due(book) is None
    assert book.redo(f"meeting:{promised}") is not None
    assert due(book) == OCTOBER


def test_it_follows_also_when_the_minutes_are_signed(book: MinuteBook, promised: int) -> None:
    write(book, promised, said(OCTOBER), CLOSE)
    september, october = planned(book, SEPTEMBER), planned(book, OCTOBER)
    write(book, september, PREVIOUS, CLOSE)
    signed = book.verify()
    assert signed.signed == 1
    moved(book, october, NOVEMBER)
    assert due(book) == NOVEMBER
    assert book.meeting(promised).actions[0].due == NOVEMBER
    assert book.verify() == signed


def test_a_deferral_to_the_next_meeting_is_dated_from_where_it_was_said(
    book: MinuteBook, promised: int
) -> None:
    september = planned(book, SEPTEMBER)
    (action,) = book.actions()
    write(book, september, report(heard(action.id, "later", due_kind=NEXT), kind=Kind.DEFER))
    assert (book.actions()[0].due, due(book)) == (SEPTEMBER, None)
    october = planned(book, OCTOBER)
    assert due(book) == OCTOBER
    book.note_progress([heard(action.id, "still later", due_kind=NEXT)], date(2020, 10, 2))
    assert due(book) is None
    planned(book, NOVEMBER)
    assert due(book) == NOVEMBER
    assert [progress.due for progress in book.actions()[0].progress] == [OCTOBER, NOVEMBER]
    moved(book, october, date(2020, 10, 29))
    assert due(book) == date(2020, 10, 29), "the first after that day"
    assert promised
