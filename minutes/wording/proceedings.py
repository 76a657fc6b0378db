"""The course of the sitting: the last minutes, adjournments, the end, and what is exempt."""

from __future__ import annotations

import re
from datetime import date

from minutes.english import listed, printed_date, printed_time, stopped
from minutes.wording.attendance import at

NONE = "There were none."
_RUNS_ON = re.compile(
    r"^(?:for|to|because|as|due|until|till|owing|while|whilst|so|pending|in|on|at|after|following|and|by|via|with)\b",
    re.I,
)


def previous_minutes(on: date | None, chair: str) -> str:
    """The last minutes agreed and signed; `on` is their day, None where nobody knows it."""
    which = f"the meeting held on {printed_date(on)}" if on else "the last meeting"
    return f"The minutes of {which} were agreed as a correct record and signed by the {chair}."


def adjourned(time: str, reason: str) -> str:
    """ "The meeting was adjourned at 8pm for a short break." """
    said = f"The meeting was adjourned{at(time)}"
    if not reason:
        return f"{said}."
    return stopped(f"{said} {reason}" if _RUNS_ON.match(reason) else f"{said}: {reason}")


def resumed(time: str) -> str:
    """ "The meeting resumed at 8.10pm." """
    return f"The meeting resumed{at(time)}."


def closed(time: str) -> str:
    """ "The meeting closed at 8.15pm." """
    return f"The meeting closed{at(time)}."


def next_meeting(on: date | None, time: str, venue: str) -> str:
    """ "The next meeting will be held on 23 July 2020 at 6.30pm in the Council Chamber." """
    said = "The next meeting will be held"
    if on is not None:
        said += f" on {printed_date(on)}"
    said += at(time)
    if venue:
        said += f" {venue}" if _RUNS_ON.match(venue) else f", {venue}" if on or time else f" at {venue}"
    elif on is None and not time:
        said += " on a date to be confirmed"
    return stopped(said)


def exempt_by(paragraphs: str) -> str:
    """The line that stays of what is exempt; `paragraphs` of Schedule 12A as stored: "3", "3,5" or ""."""
    act = "Schedule 12A of the Local Government Act 1972."
    numbers = re.findall(r"\w+", paragraphs)
    if not numbers:
        return f"By virtue of {act}"
    return f"By virtue of paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)} of Part 1 of {act}"


def times(opened: str, closed_at: str) -> str:
    """When the meeting was, for its head: "6.30pm to 8.15pm", "6.30pm" or ""."""
    return " to ".join(printed_time(time) for time in (opened, closed_at) if time) if opened else ""


def to_check(text: str) -> str:
    """A line that could not be read, as drafts show it."""
    return f"[to check: {text}]"
