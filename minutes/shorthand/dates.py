"""Dates as a clerk says them, and the due date at the end of an action.

The clerk's own forms come first ("2w", "Friday week", "the end of October"); then any date with a
day and a month, day before month. Without a year a date is the first after the meeting.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from minutes.english import MONTHS, NUMBERS, WEEKDAYS, printed_date
from minutes.sitting import Sitting
from storage.records import DueKind

_WEEKDAY = r"(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|" + "|".join(WEEKDAYS) + r")\.?"
_MONTH = r"(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|" + "|".join(MONTHS) + r")\.?"
_NUMBER = r"(\d{1,3}|an?|" + "|".join(NUMBERS) + ")"
_NAMED_DAY = rf"(?:{_WEEKDAY},?\s+)?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_WEEKS_FROM_NOW = _form(r"(\d{1,3})\s?w")
_SPAN = _form(rf"(?:the\s+next\s+)?{_NUMBER}\s+(day|week|fortnight|month|year)s?(?:['’]\s*time)?")
_THIS_DAY = _form(_WEEKDAY)
_NEXT_DAY = _form(rf"next\s+{_WEEKDAY}")
_DAY_WEEK = _form(rf"(?:a\s+week\s+on\s+)?{_WEEKDAY}\s+week")
_MONTH_END = _form(rf"(?:the\s+)?end\s+of\s+{_MONTH}(?:,?\s+(\d{{4}}))?")
_MONTH_ALONE = _form(rf"{_MONTH}(?:,?\s+(\d{{4}}))?")
_NEXT_MEETING = _form(r"(?:the\s+|our\s+|its\s+)?next\s+meeting")
_MONTH_MEETING = _form(rf"(?:the\s+)?{_MONTH}(?:\s+(\d{{4}}))?\s+meeting")
_DAY_FIRST = _form(
    rf"{_NAMED_DAY}(?:the\s+)?{_DAY}[\s-]*(?:day\s+)?(?:of\s+)?{_MONTH}(?:,?[\s-]*['’]?(\d{{4}}|\d\d))?"
)
_MONTH_FIRST = _form(rf"{_NAMED_DAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?:,?\s+(\d{{4}}))?")
_FIGURES = _form(
    rf"{_NAMED_DAY}(\d{{1,2}})(?:/(\d{{1,2}})(?:/(\d{{4}}|\d\d))?|([.-])(\d{{1,2}})\5(\d{{4}}|\d\d))"
)
_ISO = _form(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = _form(r"[\s,]*\d{4}")
_ANY_MONTH = _form(rf"\b{_MONTH}(?![a-z])")

_DUE = _form(r"(?<!\S)(by|within|at)\s+")
_AGREED_UNDATED = _form(r"(?<!\S)(in due course|as soon as possible)$")
_UNDATED = {
    "in due course": DueKind.IN_DUE_COURSE,
    "as soon as possible": DueKind.AS_SOON_AS_POSSIBLE,
}
_UNDATED_FIRST = _form(r"(in due course|as soon as possible)(?!\w)")
_UNTIL = _form(r"(?:until|till?|to|by|on|at)\s+")
_LONGEST = 60  # letters of a date as said
_MOST_WORDS = 7
_LEADS_ON = frozenset({"at", "by", "from", "in", "of", "on", "the", "to"})  # the last word of no date


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are reckoned from: the day of the meeting, the next one, and all the body's days."""

    on: date
    next_meeting: date | None = None
    meetings: tuple[date, ...] = ()

    @classmethod
    def of(cls, sitting: Sitting) -> Calendar:
        """The calendar of a meeting, with what `/nextmeeting` said of it so far."""
        return cls(sitting.record.meeting.on, sitting.next_meeting, sitting.record.meeting_dates)


@dataclass(frozen=True, slots=True)
class Said:
    """A date as said: `as_put` where the clerk's words name it well enough to print; `on` is None
    only for the next meeting while its date is not known."""

    on: date | None
    as_put: bool = False
    next_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """When an action is due; `start` is where its words begin in the text it was found in."""

    start: int
    words: str = ""
    on: date | None = None
    kind: DueKind = DueKind.DATE


def read_date(text: str, days: Calendar, *, past: bool = False) -> Said | None:
    """Read a date, None where it is none.

    `past` asks for the last such date before the meeting where no year is said (for `/previous`).
    """
    text = " ".join(text.split()).rstrip(".,;")
    if not text or len(text) > _LONGEST:
        return None
    said = _in_our_forms(text, days, past)
    if said is not None or (found := _spelt_otherwise(text)) is None:
        return said
    try:
        return Said(_in_year(*found, days.on, past))
    except ValueError:
        return None


def _in_our_forms(text: str, days: Calendar, past: bool = False) -> Said | None:
    """A date in one of the forms that are written down here."""
    try:
        return _own_form(text, days, past) or _meeting(text, days) or _day_and_month(text, days.on, past)
    except (ValueError, OverflowError):
        return None


def date_at_start(text: str, days: Calendar) -> tuple[date | None, str]:
    """The longest date that `text` starts with, and what comes after it."""
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        if words[count - 1].lower() in _LEADS_ON:
            continue
        phrase, behind = " ".join(words[:count]), " ".join(words[count:])
        said = read_date(phrase, days)
        if said and said.on:
            return (None, text) if _lacks_its_year(phrase, behind) else (said.on, behind)
    return None, text


def due_at_start(text: str, days: Calendar) -> tuple[Due | None, str]:
    """The due date that `text` starts with, "until" or the like before it left out; and what follows it."""
    led = _UNTIL.match(text)
    said = text[led.end() :] if led else text
    if match := _UNDATED_FIRST.match(said):
        return Due(0, match[1].lower(), None, _UNDATED[match[1].lower()]), said[match.end() :]
    words = list(re.finditer(r"\S+", said[: 2 * _LONGEST]))[:_MOST_WORDS]
    for reader in (_in_our_forms, read_date):  # the one that reads anything comes last: a reason may follow
        for word in reversed(words):
            phrase = " ".join(said[: word.end()].split()).rstrip(" .,;:–-")
            if not phrase or phrase.rpartition(" ")[2].lower() in _LEADS_ON:
                continue
            if found := reader(phrase, days):
                if _lacks_its_year(phrase, said[word.end() :]):
                    return None, text
                at = "at" if phrase.lower().endswith("meeting") else "by"
                return Due(0, *_put(at, phrase, found)), said[word.end() :]
    return None, text


def _lacks_its_year(phrase: str, behind: str) -> bool:
    """Whether a day and month are followed by a year that has no such day, as in "29 February 2021"."""
    named = (form.fullmatch(phrase.rstrip(".,;")) for form in (_DAY_FIRST, _MONTH_FIRST))
    return bool(_YEAR.match(behind)) and any(match and match[4] is None for match in named)


def due_at_end(text: str, days: Calendar) -> Due | None:
    """The due date that `text` ends with: "by DATE", "within two weeks", "at the next meeting",
    "in due course" or "as soon as possible" (both agreed to have no date)."""
    cut = max(len(text) - _LONGEST - 10, 0)
    tail = text[cut:]
    if match := _AGREED_UNDATED.search(tail):
        return Due(cut + match.start(), match[1].lower(), None, _UNDATED[match[1].lower()])
    for match in reversed(list(_DUE.finditer(tail))):
        due = _due(match[1].lower(), tail[match.end() :], days)
        if due is not None:
            words, on, kind = due
            return Due(cut + match.start(), words, on, kind)
    return None


def _due(word: str, phrase: str, days: Calendar) -> tuple[str, date | None, DueKind] | None:
    """What "by", "within" or "at" and a date come to: words to print, the date and its kind."""
    phrase = " ".join(phrase.split())
    if word == "within":
        match = _SPAN.fullmatch(phrase)
        on = _after(match, days.on) if match else _weeks(phrase, days.on)
        if on is None:
            return None
        return f"within {phrase}" if match else f"by {printed_date(on)}", on, DueKind.DATE
    said = read_date(phrase, days)
    if said is None or (word == "at" and not phrase.lower().endswith("meeting")):
        return None
    return _put(word, phrase, said)


def _put(word: str, phrase: str, said: Said) -> tuple[str, date | None, DueKind]:
    """A date as it prints behind "by" or "at": in the clerk's words where they name it, else in full."""
    kind = DueKind.NEXT_MEETING if said.next_meeting else DueKind.DATE
    if said.as_put or said.on is None:
        return f"{word} {phrase}", said.on, kind
    return f"{word} {printed_date(said.on)}", said.on, kind


def _own_form(text: str, days: Calendar, past: bool) -> Said | None:
    """The forms that are the clerk's own, without day and month."""
    on = _weeks(text, days.on)
    if on is None and (match := _form_of(_SPAN, text, "within ")):
        on = _after(match, days.on)
    if on is None and (match := _THIS_DAY.fullmatch(text)):
        on = _weekday(match[1], days.on, past)
    if on is None and (match := _NEXT_DAY.fullmatch(text) or _DAY_WEEK.fullmatch(text)):
        on = _weekday(match[1], days.on) + timedelta(weeks=1)
    if on is not None:
        return Said(on)
    if match := _MONTH_END.fullmatch(text):
        return Said(_month_end(match[1], match[2], days.on, past), as_put=True)
    if match := _MONTH_ALONE.fullmatch(text):
        return Said(_month_end(match[1], match[2], days.on, past))
    return None


def _form_of(form: re.Pattern[str], text: str, opening: str) -> re.Match[str] | None:
    """`form` after its `opening`, without which it would be no date."""
    return form.fullmatch(text, len(opening)) if text.lower().startswith(opening) else None


def _weeks(text: str, on: date) -> date | None:
    match = _WEEKS_FROM_NOW.fullmatch(text)
    return on + timedelta(weeks=int(match[1])) if match else None


def _after(match: re.Match[str], on: date) -> date:
    """The last day of a span such as "two weeks"."""
    word, unit = match[1].lower(), match[2].lower()
    count = int(word) if word.isdigit() else 1 if word in ("a", "an") else NUMBERS.index(word) + 1
    if unit in ("month", "year"):
        months = on.month - 1 + count * (12 if unit == "year" else 1)
        year, month = on.year + months // 12, months % 12 + 1
        return date(year, month, min(on.day, calendar.monthrange(year, month)[1]))
    return on + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _weekday(name: str, on: date, past: bool = False) -> date:
    """The first such weekday after the meeting, or the last before it."""
    wanted = next(number for number, day in enumerate(WEEKDAYS) if day.lower().startswith(name.lower()[:3]))
    if past:
        return on - timedelta(days=(on.weekday() - wanted - 1) % 7 + 1)
    return on + timedelta(days=(wanted - on.weekday() - 1) % 7 + 1)


def _month(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3].capitalize()) + 1


def _month_end(name: str, year: str | None, on: date, past: bool) -> date:
    """The last day of a month, in the year said or the nearest one."""
    month = _month(name)

    def last(year: int) -> date:
        return date(year, month, calendar.monthrange(year, month)[1])

    if year:
        return last(int(year))
    if past:
        return last(on.year if last(on.year) < on else on.year - 1)
    return last(on.year if last(on.year) > on else on.year + 1)


def _meeting(text: str, days: Calendar) -> Said | None:
    """The next meeting, or the first meeting of a month that the book knows."""
    if _NEXT_MEETING.fullmatch(text):
        return Said(days.next_meeting, as_put=True, next_meeting=True)
    match = _MONTH_MEETING.fullmatch(text)
    if match is None:
        return None
    known = sorted({*days.meetings, *([days.next_meeting] if days.next_meeting else [])})
    in_month = (day for day in known if day > days.on and day.month == _month(match[1]))
    on = next((day for day in in_month if not match[2] or day.year == int(match[2])), None)
    return Said(on, as_put=True) if on else None


def _day_and_month(text: str, on: date, past: bool) -> Said | None:
    """Any date with a day and a month; a day that does not exist is no date."""
    if match := _ISO.fullmatch(text):
        return Said(date(int(match[1]), int(match[2]), int(match[3])))
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = int(match[2]), _month(match[3]), match[4]
    elif match := _MONTH_FIRST.fullmatch(text):
        day, month, year = int(match[3]), _month(match[2]), match[4]
    elif match := _FIGURES.fullmatch(text):
        day, month, year = int(match[2]), int(match[3] or match[6]), match[4] or match[7]
    else:
        return None
    return Said(_in_year(day, month, year, on, past))


def _in_year(day: int, month: int, year: str | None, on: date, past: bool) -> date:
    """The day in the year said; without one the first after the meeting, or the last before it.

    A year of two digits is the one nearest to the meeting. Raises ValueError where the day does not exist.
    """
    if year:
        full = int(year)
        if len(year) == 2:
            full += (on.year - full + 50) // 100 * 100
        return date(full, month, day)
    for distance in range(9):  # 29 February may be eight years away
        try:
            found = date(on.year + (-distance if past else distance), month, day)
        except ValueError:
            continue
        if found < on if past else found > on:
            return found
    raise ValueError


@lru_cache(maxsize=256)
def _spelt_otherwise(text: str) -> tuple[int, int, str | None] | None:
    """Day, month and year of a date in words that are not ours, by dateparser.

    It is asked only where one month and one number that can be a day are named, and believed only
    where it gives just these, for it fills in what it does not find.
    """
    months, numbers = _ANY_MONTH.findall(text), re.findall(r"\d+", text)
    days = [number for number in numbers if len(number) <= 2 and 1 <= int(number) <= 31]
    years = [number for number in numbers if len(number) == 4]
    if len(months) != 1 or len(days) != 1 or len(days) + len(years) != len(numbers) or len(years) > 1:
        return None
    if re.search(r"['’]\d", text):  # "Sept '20" is a year
        return None
    import dateparser  # 0.1 s that the start of the program does without

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month"]}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    if found is None or (found.day, found.month) != (int(days[0]), _month(months[0])):
        return None
    return found.day, found.month, years[0] if years else None
