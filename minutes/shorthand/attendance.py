"""Who is at the meeting, who comes and who goes."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.english import listed
from minutes.shorthand.people import nobody, people_of
from minutes.shorthand.reading import Command, DoubtError, Line, Read
from minutes.sitting import Sitting
from minutes.times import time_at_end
from storage.records import Kind, NewEntry

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some)\s"
_COUNT = re.compile(_NUMBER, re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:members?|councillors?|residents?|people|persons?|representatives?|reporters?|officers?|governors?"
    r"|parents?|observers?|students?|pupils?|electors?|public|press)\b",
    re.IGNORECASE,
)
_AND_COUNT = re.compile(rf" (?:and|&) (?={_NUMBER})", re.IGNORECASE)
_MOVES = (Kind.IN, Kind.OUT)


def read_attendance(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/present`, `/attending`, `/apologies`, `/absent`, `/in` or `/out`.

    Someone on no list comes in as a newcomer, except that nobody can go out who never came in.
    """

    def reader(line: Line) -> Read:
        text, time = time_at_end(line.text) if kind in _MOVES else (line.text, "")
        names, count = _without_counts(text, line.sitting) if kind is Kind.ATTENDING else (text, "")
        people, newcomers = people_of(kind, names, line.sitting)
        if not people and not count:
            raise DoubtError(nobody(kind, names))
        if kind in _MOVES:
            time = time or line.clock
        return Read(NewEntry(kind, line.source, count, time=time, people=people), newcomers)

    return reader


def _without_counts(text: str, sitting: Sitting) -> tuple[str, str]:
    """Part "Clerk, 9 members of the public" into its names and its counts, which are words to print."""
    if not _OF_SEVERAL.search(text):
        return text, ""
    names: list[str] = []
    counts: list[str] = []
    for part in sitting.people.split(_AND_COUNT.sub(", ", text)):
        count = _COUNT.match(part) and _OF_SEVERAL.search(part) and not sitting.people.find(part).one
        (counts if count else names).append(part)
    return "; ".join(names), listed(counts)


def _command(kind: Kind, takes: str, purpose: str, example: str) -> Command:
    return Command(kind.value, takes, purpose, example, read_attendance(kind), names=True)


COMMANDS = (
    _command(Kind.PRESENT, "A, B · all", "Members present.", "/present Kemp, Cooper"),
    _command(Kind.ATTENDING, "A (role), B", "Others in attendance.", "/attending 9 members of the public"),
    _command(Kind.APOLOGIES, "A, B", "Apologies; in an item they print there too.", "/apologies Hackwell"),
    _command(Kind.ABSENT, "A, B", "Members absent without apologies.", "/absent Hackwell"),
    Command("sub", "D for E", "A substitute.", "/sub Doe for Cooper", names=True),
    Command("chair", "D [reason]", "Who presides from here.", "/chair Cooper", names=True),
    _command(Kind.IN, "A, B [time]", "Arrivals, printed where they happened.", "/in Hackwell 7.10pm"),
    _command(Kind.OUT, "A, B [time]", "Departures, printed where they happened.", "/out Cooper 19.42"),
)
