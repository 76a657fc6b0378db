"""Which minutes a line agrees: those of the body's last ordinary meeting, or of the day said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.records import Kind, MeetingState
from tests.storage.given import AGENDA, CLOSE, PREVIOUS, line, look, taken, write


def states(book: MinuteBook, meetings: list[int]) -> list[MeetingState]:
    return [book.meeting(each).meeting.state for each in meetings]


def test_minutes_of_a_date_said_are_signed(book: MinuteBook, series: list[int]) -> None:
    april, never = date(2020, 4, 11), date(2019, 1, 1)
    dated = (replace(PREVIOUS, on=april), replace(PREVIOUS, on=never))
    write(book, series[2], *dated, CLOSE)
    assert states(book, series[:2]) == ["approved", "draft"]


def test_an_extraordinary_meeting_in_between_is_passed_over(book: MinuteBook, series: list[int]) -> None:
    between = replace(AGENDA, on=date(2020, 7, 1), agenda_title="Extraordinary meeting")
    july = book.save_agenda(between).meeting_id
    write(book, july, line("said"), CLOSE)
    write(book, series[2], PREVIOUS, CLOSE)
    assert states(book, [series[1], july]) == ["approved", "draft"]


def test_minutes_agreed_stay_as_they_stand_until_that_is_taken_back(
    book: MinuteBook, series: list[int]
) -> None:
    write(book, series[2], PREVIOUS)
    with pytest.raises(BookError, match=r"agreed on .* as they stand: take that /previous back"):
        write(book, series[1], line("one more word"))
    book.undo(f"meeting:{series[2]}")
    write(book, series[1], line("one more word"))


def test_minutes_that_were_never_taken_are_not_signed(book: MinuteBook, meeting_id: int) -> None:
    later = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    write(book, later, PREVIOUS, CLOSE)
    assert states(book, [meeting_id]) == [MeetingState.PLANNED]


def test_what_was_agreed_at_a_meeting_that_was_never_closed_is_signed_before_its_own_minutes(
    book: MinuteBook, path: Path, series: list[int]
) -> None:
    write(book, series[2], PREVIOUS)
    later = book.save_agenda(replace(AGENDA, on=date(2020, 10, 1))).meeting_id
    write(book, later, PREVIOUS, CLOSE)
    assert states(book, series) == ["draft", "approved", "approved"]
    assert book.verify().faults == ()
    assert look(path, "SELECT meeting_id FROM seal ORDER BY id") == [(series[1],), (series[2],)]


def test_meetings_of_one_time_that_agreed_each_other_are_both_signed(
    book: MinuteBook, series: list[int]
) -> None:
    twin = replace(AGENDA, on=date(2020, 9, 11))
    book.save_agenda(twin, meeting_id=series[1])
    same_day = replace(PREVIOUS, on=date(2020, 9, 11))
    write(book, series[2], line("said"))
    write(book, series[1], line("/resume", Kind.RESUME), same_day)
    write(book, series[2], same_day, CLOSE)
    assert states(book, series[1:]) == ["approved", "approved"]
    assert book.verify().faults == ()


def test_a_line_tells_which_minutes_it_would_agree(book: MinuteBook, series: list[int]) -> None:
    agreed = book.agreed(series[2], None)
    assert agreed.record == book.meeting(series[1])
    assert agreed.others == ()
    assert book.agreed(series[2], date(2020, 4, 11)).record == book.meeting(series[0])
    assert book.agreed(series[0], None).record is None


def test_a_line_tells_whose_minutes_it_would_not_agree(book: MinuteBook, series: list[int]) -> None:
    may, july = date(2020, 5, 5), date(2020, 7, 7)
    for name in ("Cabinet", "Board"):
        held = book.save_agenda(replace(AGENDA, body_name=name, on=may)).meeting_id
        write(book, held, taken(book.meeting(held).items[0].id))
        book.save_agenda(replace(AGENDA, body_name=name, on=july))
    agreed = book.agreed(series[2], may)
    assert (agreed.record, agreed.others) == (None, ("Board", "Cabinet"))
    assert book.agreed(series[2], july).others == (), "they are only planned"
    assert book.agreed(series[2], date(2020, 1, 1)).others == ()
