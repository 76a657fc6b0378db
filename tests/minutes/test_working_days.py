"""Working days: no weekend and no bank holiday of England is one."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.working_days import days_in, working_days_after


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        (date(2019, 9, 3), 0, date(2019, 9, 3)),
        (date(2019, 9, 3), 5, date(2019, 9, 10)),
        (date(2019, 9, 7), 1, date(2019, 9, 9)),  # from a Saturday
        (date(2026, 4, 1), 5, date(2026, 4, 10)),  # over Good Friday and Easter Monday
        (date(2024, 3, 27), 3, date(2024, 4, 3)),  # Easter in March
        (date(2026, 12, 23), 5, date(2027, 1, 4)),  # Boxing Day on a Saturday, then New Year
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the state funeral of Queen Elizabeth II
        (date(2023, 5, 5), 1, date(2023, 5, 9)),  # the coronation of King Charles III
        (date(2150, 3, 2), 1, date(2150, 3, 3)),
    ],
)
def test_the_day_so_many_working_days_later(day: date, count: int, after: date) -> None:
    assert working_days_after(day, count) == after


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5", 5),
        (" five ", 5),
        ("Twelve", 12),
        ("0", 0),
        ("-1", None),
        ("100", None),
        ("²", None),
        ("a", None),
    ],
)
def test_a_number_of_days_as_a_body_writes_it(text: str, days: int | None) -> None:
    assert days_in(text) == days
