"""Times of day as a clerk types them."""

from __future__ import annotations

import re

from minutes.english import printed_time

_HALF = r"[ap]\.?m\b\.?"
_TIME = (
    rf"(?:\d{{1,2}}[.:]\d\d\s*(?:{_HALF})?|\d{{1,4}}\s*{_HALF}|\d{{4}}(?:\s*(?:hrs|hours))?"
    r"|noon|midday|midnight)"
)
_WHOLE = re.compile(r"(\d{1,2}?)(?:([.:])?(\d\d))?\s*(?:([ap])\.?m\.?|hrs|hours)?", re.IGNORECASE)
_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_LAST = re.compile(rf"(?:^|[\s,;])\s*(?:at\s+)?({_TIME})$", re.IGNORECASE)
_FIRST = re.compile(rf"(?:at\s+)?({_TIME})(?=$|[\s,;])[\s,;]*", re.IGNORECASE)
_REACH = 32  # letters: no time is longer
_HALF_DAY = 12 * 60  # minutes


def read_time(text: str) -> str | None:
    """Read a time: `19.42`, `19:42`, `7.42pm`, `7.42 p.m.`, `7pm`, `1942`, `noon`, as "19:42".

    Without am or pm it is a 24-hour time. None where it is no time.
    """
    text = text.strip().casefold()
    if text in _WORDS:
        return _WORDS[text]
    match = _WHOLE.fullmatch(text) if len(text) < _REACH else None
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[3] or 0), match[4]
    if not (half or match[2] or (match[3] and len(match[1]) == 2)):
        return None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def time_at_end(text: str) -> tuple[str, str]:
    """Part "A, B 7.42pm" into what comes before the time and the time, "" where there is none."""
    text = text.rstrip()
    cut = max(len(text) - _REACH, 0)
    for match in _LAST.finditer(text, cut):
        if (cut == 0 or match.start() > cut) and (time := read_time(match[1])):
            return text[: match.start()].rstrip(" ,;"), time
    return text, ""


def time_at_start(text: str) -> tuple[str, str]:
    """Part "7.42pm for tea" into the time, "" where there is none, and what comes after it."""
    text = text.lstrip()
    match = _FIRST.match(text)
    if match and (time := read_time(match[1])):
        return time, text[match.end() :]
    return "", text


def passes_midnight(before: str, time: str) -> bool:
    """Whether `time`, said after `before` (both as stored), reads as of the next day: over 12 hours back."""
    return _minutes(before) - _minutes(time) > _HALF_DAY


def time_doubt(time: str, before: str, *, past_midnight: bool) -> str:
    """Why a stored time looks wrong after the time `before` ("" for none), "" where it fits.

    Where times are `past_midnight` already, one 12 hours on is one back.
    """
    if not before or not time:
        return ""
    if passes_midnight(before, time):
        return f"{printed_time(time)} is after midnight, if {printed_time(before)} above is right"
    if time < before or (past_midnight and passes_midnight(time, before)):
        return f"{printed_time(time)} is before {printed_time(before)} above"
    return ""


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)
