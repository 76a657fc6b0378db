"""The course of the sitting: opened, broken off, resumed, closed, and when the body meets next."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.english import printed_date
from minutes.shorthand.dates import Calendar, date_at_start
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.times import time_at_start
from storage.records import Kind, NewEntry

_LIKE_A_TIME = re.compile(r"\d{1,2}[.:]\d\d\b")
_PLACED = re.compile(r"((?:in|at)(?:\s+the(?=\s+[A-Z]))?)\s+")  # before a venue


def read_sitting(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/open`, `/close`, `/adjourn` or `/resume`, each with a time or the clock's."""

    def reader(line: Line) -> Read:
        time, rest = time_at_start(line.text)
        if rest and (kind is not Kind.ADJOURN or _LIKE_A_TIME.match(rest)):
            raise DoubtError(f"{quoted(line.text)} is no time: write it as 19.42 or 7.42pm")
        time = time or line.clock
        doubt = line.sitting.presence.time_doubt(time)
        return Read(NewEntry(kind, line.source, rest, time=time, doubt=doubt))

    return reader


def read_next_meeting(line: Line) -> Read:
    """`/nextmeeting DATE [time] [venue]`."""
    days = Calendar.of(line.sitting)
    on, rest = date_at_start(re.sub(r"^on\s+", "", line.text), days)
    if on is None:
        raise DoubtError("when? write /nextmeeting 4 September 2020 6.30pm Town Hall")
    if on <= days.on:
        raise DoubtError(f"{printed_date(on)} is not after this meeting")
    time, venue = time_at_start(rest.lstrip(", "))
    venue = venue.strip(" ,")
    placed = _PLACED.match(venue)
    venue = venue[placed.end() :] if placed else venue
    return Read(
        NewEntry(Kind.NEXT_MEETING, line.source, venue, placed[1] if placed else "", time=time, on=on)
    )


COMMANDS = (
    Command("open", "[time]", "Opens the meeting.", "/open 6.30pm", read_sitting(Kind.OPEN)),
    Command("close", "[time]", "Closes the meeting.", "/close 8.15pm", read_sitting(Kind.CLOSE)),
    Command(
        "adjourn", "[time] [reason]", "Adjourns it.", "/adjourn 7.30pm for tea", read_sitting(Kind.ADJOURN)
    ),
    Command("resume", "[time]", "Goes on after that.", "/resume 7.45pm", read_sitting(Kind.RESUME)),
    Command(
        "nextmeeting", "DATE [time] [venue]", "The next meeting.", "/nextmeeting 3 Sep 7pm", read_next_meeting
    ),
)
