"""Working days in England and Wales: those that are no Saturday, Sunday or bank holiday."""

from __future__ import annotations

from datetime import date, timedelta

from minutes.english import NUMBERS

_SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """The day that is `count` working days after `day`, which need not be one and is not counted; `day`
    itself where `count` is 0.

    The bank holidays are those of the Banking and Financial Dealings Act 1971 with the days proclaimed, as
    the `holidays` package has them: from 1872 to 2100; beyond these years only weekends are known.
    """
    from holidays import country_holidays  # only a decision notice needs it

    closed = country_holidays("GB", subdiv="ENG", years=range(day.year, day.year + 1 + count // 200 + 1))
    while count > 0:
        day += timedelta(1)
        count -= day.weekday() < _SATURDAY and day not in closed
    return day


def days_in(text: str) -> int | None:
    """A number of days as a body writes it, "5" or "five"; None where it is none from 0 to 99."""
    said = text.strip().casefold()
    if said.isascii() and said.isdigit() and len(said) < 3:
        return int(said)
    return NUMBERS.index(said) + 1 if said in NUMBERS else None
