"""Which lines of a pack's agenda open an item, by their numbers."""

from __future__ import annotations

import re

from minutes.packs.days import as_day
from minutes.packs.lines import Line, plain
from minutes.packs.sections import is_report_paragraph

_NUMBER = r"\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?){0,3}(?:\([A-Za-z0-9]{1,4}\)){0,2}"
_ALONE = re.compile(rf"^(?:agenda item |item )?\(?({_NUMBER})\s?([.:)]?)$", re.I)
_OPENS = re.compile(rf"^((?:agenda )?item )?\(?({_NUMBER})(?:([.:)])\s*|\s+)(?=[^\s\d(])", re.I)
_TIME = re.compile(
    r"^\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|noon|hrs|o'clock)\b|^\d{1,2}[.:]\d\d\s*[-–]", re.I
)
_STEP = 1  # how far a number without a dot may be from the one above it


def number_alone(cell: str) -> str:
    """The number that a cell is: "5" of "**5.**"; "" where it is none."""
    match = _ALONE.match(plain(cell))
    return match[1] if match else ""


def opening(line: Line, last: int, *, listed: bool) -> tuple[str, str] | None:
    """The number that a line opens with and what follows it, where it opens an item; else None.

    `last` is the number of the item above, 0 for none; `listed` says that the line is in the list of
    items, so that a number without a dot can be trusted where it is the next one.
    """
    text = line.text
    if _TIME.match(text) or is_report_paragraph(text) or as_day(text):
        return None
    if alone := _ALONE.match(text):
        return (alone[1], "") if alone[2] and listed else None
    match = _OPENS.match(text)
    if not match:
        return None
    number, rest = match[2], text[match.end() :]
    sure = bool(match[1] or match[3]) or (len(line.cells) > 1 and plain(line.cells[0]) == number)
    if not sure and not ((listed and value(number) - last in (0, _STEP)) or (number == "1" and not last)):
        return None
    return number, rest


def value(number: str) -> int:
    """The whole number that an item's number begins with."""
    match = re.match(r"\d+", number)
    return int(match[0]) if match else 0
