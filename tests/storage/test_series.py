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
    ("number", "counting", "said", "year", "first"),
    [
        ("182", "last", 2024, 2025, "1"),
        ("24/55", "last", 2024, 2025, "25/1"),
        ("24/55", "last", 2024, 2027, "27/1"),
        ("24/55", "last", 2023, 2024, "25/1"),  # May 2023 to April 2024, named after its end
        ("99/12", "last", 1999, 2000, "00/1"),
        ("22/18", "first", 2018, 2019, "1/19"),
        ("GBP/2223/045", "last", 2022, 2023, "GBP/2324/001"),
        ("2021/4", "last", 2020, 2021, "2122/1"),
        ("9900/4", "last", 1999, 2000, "0001/1"),
        ("99/2019", "last", 2019, 2020, "1/2020"),
        ("2019/20/55", "last", 2019, 2020, "2020/21/1"),
        ("P12/5", "last", 2024, 2025, "P12/1"),
        ("C/7/1234/55", "last", 2024, 2025, "C/7/1234/1"),
    ],
)
def test_a_new_year_begins_at_one_and_says_which_year(
    number: str, counting: str, said: int, year: int, first: str
) -> None:
    assert str(Form.of(number, counting).in_year(year, said)) == first


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
