"""How the numbers of minutes and decisions go on, whatever their form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.series import Form, year_of


@pytest.mark.parametrize(
    ("number", "counting", "following"),
    [
        ("182", "last", "183"),
        ("9", "first", "10"),
        ("24/55", "last", "24/56"),
        ("22/18", "first", "23/18"),
        ("GBP/2223/001", "last", "GBP/2223/002"),
        ("GBP/2223/099", "last", "GBP/2223/100"),
        ("GBP/2223/999", "last", "GBP/2223/1000"),
        ("99/2019", "last", "100/2019"),
        ("99/2019", "first", "100/2019"),
        ("2019/99", "last", "2019/100"),
        ("2019", "last", "2020"),
        ("C 7 (24)", "first", "C 8 (24)"),
        ("Minute", "last", "Minute2"),
        ("", "last", "2"),
        ("9" * 5000, "last", "9" * 5000 + "2"),
        ("٣/7", "last", "٣/8"),
    ],
)
def test_a_number_goes_on_in_its_form(number: str, counting: str, following: str) -> None:
    form = Form.of(number, counting)
    assert str(form.at(form.count + 1)) == following


@pytest.mark.parametrize(
    ("number", "counting", "years", "first"),
    [
        ("182", "last", 1, "1"),
        ("24/55", "last", 1, "25/1"),
        ("24/55", "last", 3, "27/1"),
        ("99/12", "last", 1, "00/1"),
        ("22/18", "first", 1, "1/19"),
        ("GBP/2223/045", "last", 1, "GBP/2324/001"),
        ("9900/4", "last", 1, "0001/1"),
        ("99/2019", "last", 1, "1/2020"),
        ("2019/20/55", "last", 1, "2020/21/1"),
        ("C/7/1234/55", "last", 1, "C/7/1234/1"),
    ],
)
def test_a_new_year_begins_at_one_and_says_which_year(
    number: str, counting: str, years: int, first: str
) -> None:
    assert str(Form.of(number, counting).after_years(years)) == first


@given(st.text(max_size=40), st.sampled_from(["last", "first"]), st.integers(0, 200))
def test_any_text_counts_and_none_is_given_twice(number: str, counting: str, steps: int) -> None:
    form = Form.of(number, counting)
    assert str(form) in (number, f"{number}1")
    assert len({str(form.at(form.count + step)) for step in range(steps)}) == steps


@pytest.mark.parametrize(
    ("day", "starts", "year"),
    [
        (date(2020, 1, 1), 1, 2020),
        (date(2020, 4, 30), 5, 2019),
        (date(2020, 5, 1), 5, 2020),
        (date(2020, 12, 31), 12, 2020),
    ],
)
def test_a_year_begins_with_its_month(day: date, starts: int, year: int) -> None:
    assert year_of(day, starts) == year
