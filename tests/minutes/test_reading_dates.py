"""Dates and times as a clerk says them; the meeting is on Tuesday 3 September 2019."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.shorthand.dates import Calendar, Said, date_at_start, due_at_end, due_at_start, read_date
from minutes.times import read_time, time_at_end, time_at_start

DAYS = Calendar(
    date(2019, 9, 3),
    date(2019, 10, 15),
    (date(2019, 3, 5), date(2019, 9, 3), date(2019, 10, 15), date(2020, 3, 3)),
)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2w", date(2019, 9, 17)),
        ("within 3 weeks", date(2019, 9, 24)),
        ("within two weeks", date(2019, 9, 17)),
        ("within ten days", date(2019, 9, 13)),
        ("within six months", date(2020, 3, 3)),
        ("Friday", date(2019, 9, 6)),
        ("fri", date(2019, 9, 6)),
        ("Tuesday", date(2019, 9, 10)),
        ("next Friday", date(2019, 9, 13)),
        ("Friday week", date(2019, 9, 13)),
        ("the end of October", date(2019, 10, 31)),
        ("the end of October 2021", date(2021, 10, 31)),
        ("the end of February", date(2020, 2, 29)),
        ("October", date(2019, 10, 31)),
        ("May", date(2020, 5, 31)),
        ("September", date(2019, 9, 30)),
        ("the next meeting", date(2019, 10, 15)),
        ("the March meeting", date(2020, 3, 3)),
        ("28 Nov", date(2019, 11, 28)),
        ("28 nov.", date(2019, 11, 28)),
        ("28th of November", date(2019, 11, 28)),
        ("Thursday 28 November 2019", date(2019, 11, 28)),
        ("November 28", date(2019, 11, 28)),
        ("Nov the 28th, 2020", date(2020, 11, 28)),
        ("28/11", date(2019, 11, 28)),
        ("28/11/19", date(2019, 11, 28)),
        ("5/7/2020", date(2020, 7, 5)),
        ("28.11.2019", date(2019, 11, 28)),
        ("2019-11-28", date(2019, 11, 28)),
        ("28th day in November", date(2019, 11, 28)),
        ("5 July", date(2020, 7, 5)),
        ("3 September", date(2020, 9, 3)),
        ("29 February", date(2020, 2, 29)),
        ("1 January 1999", date(1999, 1, 1)),
    ],
)
def test_a_date_is_read(text: str, on: date) -> None:
    said = read_date(text, DAYS)
    assert said is not None
    assert said.on == on


@pytest.mark.parametrize(
    "text",
    [
        "31 November",
        "29 February 2019",
        "32/1/2020",
        "5/13/2020",
        "10",
        "5.30",
        "28.11",
        "the end",
        "the April meeting",
        "hand",
        "5 members in March",
        "28 November or 3 December",
        "two weeks",
        "999w and more",
        "within 0.5 weeks",
        "",
        "x" * 500,
    ],
)
def test_what_is_no_date_is_not_invented(text: str) -> None:
    assert read_date(text, DAYS) is None


def test_dates_beyond_the_calendar_are_no_dates() -> None:
    late = Calendar(date(9999, 12, 30))
    for text in ("2w", "within 12 months", "Friday week", "the end of October", "within 900 years"):
        assert read_date(text, late) is None


@pytest.mark.parametrize(
    ("text", "on"),
    [("4 March", date(2019, 3, 4)), ("4/10", date(2018, 10, 4)), ("2 July 2019", date(2019, 7, 2))],
)
def test_for_the_last_minutes_the_last_such_day_is_meant(text: str, on: date) -> None:
    assert read_date(text, DAYS, past=True) == Said(on)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ask by Friday", "by 6 September 2019"),
        ("ask by 28 Nov", "by 28 November 2019"),
        ("ask by October", "by 31 October 2019"),
        ("ask by the end of October", "by the end of October"),
        ("ask by the March meeting", "by the March meeting"),
        ("ask within two weeks", "within two weeks"),
        ("ask within a fortnight", "within a fortnight"),
        ("ask within 2w", "by 17 September 2019"),
    ],
)
def test_a_due_date_prints_as_put_where_that_names_it_else_in_full(text: str, words: str) -> None:
    due = due_at_end(text, DAYS)
    assert due is not None
    assert (due.words, due.start) == (words, 4)


@pytest.mark.parametrize(
    "text", ["ask by hand", "by-law 5 July", "at 28 Nov", "within reason", "stand by", "by"]
)
def test_no_due_date(text: str) -> None:
    assert due_at_end(text, DAYS) is None


def test_a_date_comes_off_the_start_and_four_figures_after_it_are_a_year() -> None:
    assert date_at_start("4 September 2020 1930 Town Hall", DAYS) == (date(2020, 9, 4), "1930 Town Hall")
    assert date_at_start("15 Oct, 7pm", DAYS) == (date(2019, 10, 15), "7pm")
    assert date_at_start("Friday week", DAYS) == (date(2019, 9, 13), "")
    assert date_at_start("Town Hall", DAYS) == (None, "Town Hall")


@pytest.mark.parametrize("text", ["29 February 2021 as asked", "Feb 29, 2021", "1 May 10000"])
def test_a_day_is_not_taken_without_the_year_behind_it(text: str) -> None:
    assert date_at_start(text, DAYS) == (None, text)
    assert due_at_start(text, DAYS) == (None, text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("19.42", "19:42"),
        ("19:42", "19:42"),
        ("7.42pm", "19:42"),
        ("7.42 p.m.", "19:42"),
        ("1942", "19:42"),
        ("7.42", "07:42"),
        ("7pm", "19:00"),
        ("12am", "00:00"),
        ("12.30pm", "12:30"),
        ("noon", "12:00"),
    ],
)
def test_a_time_is_read(text: str, time: str) -> None:
    assert read_time(text) == time
    assert time_at_end(f"Cooper, Kemp {text}") == ("Cooper, Kemp", time)
    assert time_at_end(f"Cooper at {text}") == ("Cooper", time)
    assert time_at_start(f"{text} for tea") == (time, "for tea")


@pytest.mark.parametrize("text", ["7", "130", "24.00", "19.60", "2460", "late", "", "19.42.10"])
def test_what_is_no_time(text: str) -> None:
    assert read_time(text) is None
    assert time_at_end(f"Cooper {text}".strip()) == (f"Cooper {text}".strip(), "")
