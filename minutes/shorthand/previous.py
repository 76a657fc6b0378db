"""The minutes of the last meeting, agreed as they stand or with corrections."""

from __future__ import annotations

import re
from datetime import date

from minutes.english import printed_date
from minutes.shorthand.dates import Calendar, read_date
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from storage.records import Kind, NewEntry

_WITH = re.compile(
    r"\s*,?\s*\b(?:(?:with|subject\s+to)\s+)?(?:the\s+(?:following\s+)?)?corrections?\b\s*:?\s*", re.I
)
_TO = r"\s+to\s+(?:read\s+)?"
_END = r"\s*(?:[;,]\s*(?:and\s+)?|\s+and\s+|\.?$)"
_PAIR = re.compile(
    rf"[\"“”](.+?)[\"“”]{_TO}[\"“”](.*?)[\"“”]{_END}|['‘](.+?)['’]{_TO}['‘](.*?)['’]{_END}", re.I
)
_FORM = 'write /previous with corrections: "September 2020" to "September 2019"'


def read_previous(line: Line) -> Read:
    """`/previous [DATE] [with corrections: "old" to "new"; …]`: the minutes of the last meeting, or of that
    date, agreed as correct. Whether they hold the old words is not known here (see `minutes.corrections`)."""
    said = _WITH.search(line.text)
    day = line.text[: said.start()] if said else line.text
    pairs = _pairs(line.text[said.end() :]) if said else ()
    on = _day(day.strip(), line.sitting)
    return Read(NewEntry(Kind.PREVIOUS, line.source, on=on, corrections=pairs))


def _day(text: str, sitting: Sitting) -> date | None:
    """The day of the minutes, None where none is said."""
    if not text:
        return None
    said = read_date(re.sub(r"^(?:of|on)\s+", "", text), Calendar.of(sitting), past=True)
    if said is None or said.on is None:
        raise DoubtError(f"{quoted(text)} is no date: write it as 4 March 2020")
    if said.on >= sitting.record.meeting.on:
        raise DoubtError(f"{printed_date(said.on)} is not before this meeting")
    return said.on


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Each of the corrections as the words that stand and the words to be, "" where they are deleted."""
    pairs: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        match = _PAIR.match(text, place)
        if match is None:
            raise DoubtError(f"{quoted(text[place:])} is no correction: {_FORM}")
        old, new = match[1] or match[3], match[2] or match[4] or ""
        if old == new:
            raise DoubtError(f"{quoted(old)} is corrected to the same words")
        pairs.append((old, new))
        place = match.end()
    if not pairs:
        raise DoubtError(f"what is corrected? {_FORM}")
    return tuple(pairs)


COMMANDS = (
    Command(
        "previous",
        '[DATE] [with corrections: "old" to "new"]',
        "The last minutes agreed as correct and signed.",
        "/previous",
        read_previous,
    ),
)
