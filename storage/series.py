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

    def in_year(self, year: int, said: int) -> Form:
        """The first number of the year `year` in a form that was given in the year `said`: it counts 1, and
        what says the year goes on with it."""
        return Form(_years_on(self.before, said, year), 1, self.width, _years_on(self.after, said, year))

    def __str__(self) -> str:
        return f"{self.before}{str(self.count).zfill(self.width)}{self.after}"


def year_of(day: date, starts: int) -> int:
    """The year, beginning with the month `starts`, that `day` falls in, by the calendar year it began in."""
    return day.year if day.month >= starts else day.year - 1


def _years_on(text: str, said: int, year: int) -> str:
    """Move whatever says the year `said`, or the one it ends in, on to `year`: "2019", "19", and "1920"
    for 2019 to 2020. Other figures that stand in a form say something else."""
    on = {}
    for old, new in ((said, year), (said + 1, year + 1)):
        on[str(old)], on[_two_figures(old)] = str(new), _two_figures(new)
    on[_two_figures(said) + _two_figures(said + 1)] = _two_figures(year) + _two_figures(year + 1)
    return _FIGURES.sub(lambda figure: on.get(figure[0], figure[0]), text)


def _two_figures(year: int) -> str:
    return f"{year % 100:02}"
