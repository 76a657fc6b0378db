"""The days that a pack names, and what to say where they do not agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minutes.agenda.when import AgendaError, read_date
from minutes.english import WEEKDAYS, listed, printed_date


def as_day(text: str) -> date | None:
    """The day that `text` is, None where it is none of the calendar."""
    try:
        return read_date(text)
    except AgendaError:
        return None


def two_dates(taken: date, others: Iterable[date]) -> str:
    """What to say where other days are named beside the one taken, "" where none is."""
    days = list(dict.fromkeys(day for day in others if day != taken))
    if not days:
        return ""
    named = listed([printed_date(day) for day in days])
    return f"the date: {printed_date(taken)} was taken; it names {named} too"


def wrong_weekday(text: str, on: date) -> str:
    """What to say where the weekday named is not that of the date: one of the two is a slip."""
    weekday = WEEKDAYS[on.weekday()]
    named = next((day for day in WEEKDAYS if text.casefold().startswith(day.casefold())), weekday)
    return "" if named == weekday else f"the date: {printed_date(on)} is a {weekday}, and it says {named}"
