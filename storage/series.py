"""Numbers that go up: how "182", "24/55", "GBP/2223/001" or "99/2019" goes on, and starts in a new year.

One figure of such a form counts; others may say the year. Nothing here knows the book.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

_FIGURES = re.compile(r"(?<![0-9])[0-9]{1,18}(?![0-9])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Form:
    """A number of a series, apart: the figure that counts, and what stands around it.

    `width` is how many figures it is filled up to with noughts, 0 for none.
    """

    before: str
    count: int
    width: int
    after: str

    @classmethod
    def of(cls, number: str, counting: str) -> Form:
        """Take `number` apart; `counting` says whether its "last" or its "first" figure goes up.

        One that is a year (19xx, 20xx) never does where there is another. Text without figures counts
        from 1 behind it.
        """
        figures = list(_FIGURES.finditer(number))
        counters = [figure for figure in figures if not _YEAR.fullmatch(figure[0])] or figures
        if not counters:
            return cls(number, 1, 0, "")
        counter = counters[0 if counting == "first" else -1]
        width = len(counter[0]) if counter[0].startswith("0") else 0
        return cls(number[: counter.start()], int(counter[0]), width, number[counter.end() :])

    @property
    def says_year(self) -> bool:
        """Whether a calendar year stands beside what counts: "99/2019"."""
        return any(_YEAR.fullmatch(figure) for figure in _FIGURES.findall(f"{self.before}/{self.after}"))

    def at(self, count: int) -> Form:
        """The number of this form that counts `count`."""
        return replace(self, count=count)

    def after_years(self, years: int) -> Form:
        """The first number of the year that is `years` later: it counts 1, and what says the year goes on."""
        return Form(_years_on(self.before, years), 1, self.width, _years_on(self.after, years))

    def __str__(self) -> str:
        return f"{self.before}{str(self.count).zfill(self.width)}{self.after}"


def year_of(day: date, starts: int) -> int:
    """The year, beginning with the month `starts`, that `day` falls in, by the calendar year it began in."""
    return day.year if day.month >= starts else day.year - 1


def _years_on(text: str, years: int) -> str:
    """Move every year that `text` holds on: "2019", "24", and "2223" for 2022 to 2023."""

    def on(figure: re.Match[str]) -> str:
        said = figure[0]
        if len(said) == 2:
            return _two_figures(int(said) + years)
        if _YEAR.fullmatch(said):
            return str(int(said) + years)
        if len(said) == 4 and (int(said[:2]) + 1) % 100 == int(said[2:]):
            return _two_figures(int(said[:2]) + years) + _two_figures(int(said[2:]) + years)
        return said

    return _FIGURES.sub(on, text)


def _two_figures(year: int) -> str:
    return f"{year % 100:02}"
