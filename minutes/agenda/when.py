"""Dates and times as an agenda or a form field has them: always whole, never "next Friday"."""

from __future__ import annotations

import re
from datetime import date

from minutes import times
from minutes.english import MONTHS


class AgendaError(ValueError):
    """An agenda, or a field of one, that cannot be taken; the message is one line that says what to do."""


_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.I)
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})$", re.I)
_MONTH_FIRST = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$", re.I)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_FIGURES = re.compile(r"^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$")
_UNTIL = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|for|prompt)\b\s*", re.I)


def read_date(text: str) -> date:
    """Read a date with its year: "3 September 2019", "Thursday 3rd Sep 2019", "2019-09-03", "03/09/19".

    A weekday before it is passed over. Raises AgendaError where it is no date or no day of the calendar.
    """
    asked = " ".join(text.split()).rstrip(".,;")
    figures = _figures_of(_WEEKDAY.sub("", asked))
    if figures is None:
        raise AgendaError(f"“{_shown(asked)}” cannot be read as a date: write it as 3 September 2019.")
    year, month, day = figures
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        raise AgendaError(f"There is no such day as {_shown(asked)}: correct the date.") from None


def read_time(text: str) -> str:
    """Read a time, "3.00pm", "15:00" or "6.30 p.m. - 8 p.m." (its beginning), as "15:00".

    Without am or pm it is a 24-hour time. Raises AgendaError where it is none.
    """
    asked = " ".join(text.split())
    begins = _UNTIL.split(asked, maxsplit=1)[0]
    time = times.read_time(re.sub(r"^12 (?=noon|midnight)", "", begins, flags=re.I))
    if time is None:
        raise AgendaError(f"“{_shown(asked)}” cannot be read as a time: write it as 6.30pm or 18:30.")
    return time


def _figures_of(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as they stand in `text`, or None where it has not the form of a date."""
    if match := _ISO.match(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _FIGURES.match(text):
        return int(match[4]), int(match[3]), int(match[1])
    if (match := _DAY_FIRST.match(text)) and (month := read_month(match[2])):
        return int(match[3]), month, int(match[1])
    if (match := _MONTH_FIRST.match(text)) and (month := read_month(match[1])):
        return int(match[3]), month, int(match[2])
    return None


def read_month(word: str) -> int:
    """The number of the month that `word` is or begins (at least three letters; "Sept" too), 0 for none."""
    if len(word) < 3:
        return 0
    begun = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    return begun[0] if begun else 0


def _shown(text: str) -> str:
    """`text` short enough for a line of error."""
    return text if len(text) <= 40 else f"{text[:39]}…"
