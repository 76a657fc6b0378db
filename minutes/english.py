"""How English minutes write lists, dates, times and the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# Titles as a pattern: a stop after one ends no sentence.
STOPPED_TITLES = "cllrs?|mr|mrs|ms|dr|st|revd?|prof|hon|ald|supt|insp|sgt|capt|col"

_HYPHEN = re.compile(r"\s*-\s*")
_ENDED = re.compile(r"[.!?:;,…–—-][\"'’”)\]]*$")


def listed(parts: Sequence[str]) -> str:
    """Join `parts` as a sentence does: "A", "A and B", "A, B and C"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def counted(count: int, one: str, many: str = "", *, none: str = "0") -> str:
    """Write how many there are: "1 item", "2 people"; `many` is the plural where it is not `one` with an "s",
    `none` stands for 0."""
    return f"{count or none} {one if count == 1 else many or f'{one}s'}"


def printed_date(day: date) -> str:
    """Write a date in full: "11 June 2020"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """Write a date in full with its day of the week: "Thursday 11 June 2020"."""
    return f"{WEEKDAYS[day.weekday()]} {printed_date(day)}"


def weekday_date(day: date) -> str:
    """Write a date with its day of the week: "Thu 11 June 2020"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {printed_date(day)}"


def short_date(day: date) -> str:
    """Write a date for a narrow column: "11 Jun 2020"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def printed_pages(pages: str) -> str:
    """Write the pages of a report, typed "3 - 28", as print does: "3–28"."""
    return _HYPHEN.sub("–", pages)


def printed_time(time: str) -> str:
    """Write a stored time ("18:30", "09:00", "12:00") as minutes do: "6.30pm", "9am", "noon"."""
    hour, minute = (int(part) for part in time.split(":"))
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    after = "pm" if hour >= 12 else "am"
    return f"{(hour - 1) % 12 + 1}{f'.{minute:02}' if minute else ''}{after}"


def capitalised(text: str) -> str:
    """Give `text` a capital where it starts with a small letter; nothing else changes."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Make `text` a sentence: a capital first, and a full stop where it ends without punctuation."""
    return stopped(capitalised(text))


def stopped(text: str) -> str:
    """Put a full stop after `text` where it ends without punctuation."""
    return text if not text or _ENDED.search(text) else f"{text}."
