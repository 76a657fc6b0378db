"""Who is at the meeting, who comes and who goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from minutes.english import NUMBERS, listed
from minutes.names import named
from minutes.shorthand.people import (
    as_named,
    attendee_of,
    known,
    newcomer_named,
    nobody,
    people_of,
    the_one,
)
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from minutes.times import time_at_end
from storage.records import Attendee, Kind, Named, NewEntry, Part

_NUMBER = rf"(?:\d+|an?|{'|'.join(NUMBERS)}|several|some)\s"
_COUNT = re.compile(_NUMBER, re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:members?|councillors?|residents?|people|persons?|representatives?|reporters?|officers?|governors?"
    r"|parents?|observers?|students?|pupils?|electors?|public|press)\b",
    re.IGNORECASE,
)
_AND_COUNT = re.compile(rf" (?:and|&) (?={_NUMBER})", re.IGNORECASE)
_FOR = re.compile(r" for ", re.IGNORECASE)
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
            _must_move(kind, people, line.sitting)
        doubts = (
            line.sitting.presence.time_doubt(time),
            _replaced(kind, people, line.sitting),
            _had_left(kind, people, line.sitting),
        )
        doubt = "; ".join(filter(None, doubts))
        return Read(NewEntry(kind, line.source, count, time=time, people=people, doubt=doubt), newcomers)

    return reader


def read_substitute(line: Line) -> Read:
    """`/sub D for E`: D, who may be on no list, is a member from here instead of E."""
    parts = _FOR.split(" ".join(line.text.split()))
    if len(parts) != 2 or not all(parts):
        raise DoubtError("who stands in for whom? write /sub Doe for Cooper, one a line")
    sitting = line.sitting
    replaced = known(parts[1], sitting, Part.REPLACED)
    if replaced is None:
        raise DoubtError(f"{quoted(parts[1])} is not a member of this meeting")
    _may_be_replaced(attendee_of(replaced, sitting), sitting)
    newcomers: tuple[Attendee, ...] = ()
    substitute = known(parts[0], sitting)
    if substitute is None:
        newcomers = (newcomer_named(Kind.SUB, parts[0], sitting, sitting.next_newcomer),)
        substitute = as_named(newcomers[0])
    elif _is_of_the_body(attendee_of(substitute, sitting), sitting):
        raise DoubtError(f"{substitute.name} is a member already")
    return Read(NewEntry(Kind.SUB, line.source, people=(substitute, replaced)), newcomers)


def read_chair(line: Line) -> Read:
    """`/chair D [reason]`: D, who is here, presides from here on."""
    match, length = line.sitting.people.longest(line.text)
    name, reason = line.text[:length], line.text[length:].strip(" ,;:–-")
    if not match.people:
        why = f"{quoted(line.text)} names nobody of this meeting:" if line.text else "who presides?"
        raise DoubtError(f"{why} write /chair and the name")
    presiding = the_one(match, name, line.sitting)
    if line.sitting.presence.is_away(presiding.person_id or 0):
        raise DoubtError(f"{named(match.people[0])} is not present")
    return Read(NewEntry(Kind.CHAIR, line.source, reason, people=(presiding,)))


def _must_move(kind: Kind, people: Iterable[Named], sitting: Sitting) -> None:
    """Raises DoubtError where someone leaves who is not here, or arrives who is."""
    presence = sitting.presence
    for person in people:
        person_id = person.person_id or 0
        gone = presence.is_away(person_id) and person_id not in presence.withdrawn
        if kind is Kind.OUT and gone:
            raise DoubtError(f"{person.name} is not present")
        if kind is Kind.IN and presence.is_here(person_id):
            raise DoubtError(f"{person.name} is here already")


def _replaced(kind: Kind, people: Iterable[Named], sitting: Sitting) -> str:
    """Says of someone said to be here that a substitute stands in for them, "" where none does."""
    for person in people if kind in (Kind.PRESENT, Kind.IN) else ():
        if substitute := sitting.presence.substitute_of(person.person_id or 0):
            return f"{person.name} is replaced by {named(substitute)}"
    return ""


def _had_left(kind: Kind, people: Iterable[Named], sitting: Sitting) -> str:
    """Says of someone now said to be here that they left above, before anybody was; "" of nobody."""
    for person in people if kind is Kind.PRESENT and not sitting.attendance_taken else ():
        if sitting.presence.named.get(person.person_id or 0) is Kind.OUT:
            return f"{person.name} left above, before /present said they were here"
    return ""


def _may_be_replaced(member: Attendee, sitting: Sitting) -> None:
    """Raises DoubtError unless a substitute may come for this person: an absent member without one."""
    if substitute := sitting.presence.substitute_of(member.person_id):
        raise DoubtError(f"{named(member)} is replaced by {named(substitute)} already")
    if not sitting.is_member(member.person_id):
        raise DoubtError(f"{named(member)} is not a member")
    if sitting.is_here(member.person_id):
        raise DoubtError(f"{named(member)} is present")


def _is_of_the_body(person: Attendee, sitting: Sitting) -> bool:
    """Whether someone is a member, or would be if nobody stood in for them."""
    replaced = sitting.presence.substitute_of(person.person_id) is not None
    return replaced or sitting.is_member(person.person_id)


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
    _command(
        Kind.PRESENT, "A, B · all", "Members present; who was attending becomes one.", "/present Kemp, Cooper"
    ),
    _command(Kind.ATTENDING, "A (role), B", "Others in attendance.", "/attending 9 members of the public"),
    _command(Kind.APOLOGIES, "A, B", "Apologies; in an item they print there too.", "/apologies Hackwell"),
    _command(Kind.ABSENT, "A, B · rest", "Members absent without apologies.", "/absent Hackwell"),
    Command(
        "sub", "D for E", "A substitute for a member.", "/sub Doe for Hackwell", read_substitute, names=True
    ),
    Command(
        "chair",
        "D [reason]",
        "Who presides from here.",
        "/chair Cooper in the absence of the Chairman",
        read_chair,
        names=True,
    ),
    _command(Kind.IN, "A, B [time]", "Arrivals, printed where they happened.", "/in Hackwell 7.10pm"),
    _command(Kind.OUT, "A, B [time]", "Departures, printed where they happened.", "/out Cooper 19.42"),
)
