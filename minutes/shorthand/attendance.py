"""Who is at the meeting, who comes and goes, and whose votes are recorded by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from minutes.agenda.people import read_people
from minutes.english import listed
from minutes.names import Match, fits_several, is_role, named
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from minutes.sitting import VOTES, Sitting
from minutes.times import time_at_end
from storage.records import Attendee, Kind, Named, NewEntry, Part

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some)\s"
_COUNT = re.compile(_NUMBER, re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:members?|councillors?|residents?|people|persons?|representatives?|reporters?|officers?|governors?"
    r"|parents?|observers?|students?|pupils?|electors?|public|press)\b",
    re.IGNORECASE,
)
_AND_COUNT = re.compile(rf" (?:and|&) (?={_NUMBER})", re.IGNORECASE)
# "all but Cooper" and "Cooper 7pm" are no names; figures may stand in what someone attends for.
_NO_NAME = re.compile(r"(?:all|rest|everyone|everybody)\b|\W*$|.*[+?=]", re.IGNORECASE | re.DOTALL)
_FIGURES = re.compile(r"(?<!\S)\d")
_NOBODY = ("none", "nobody", "nil", "no one")
_COUNCILLOR = ("Councillor", "Cllr")
_MOVES = (Kind.IN, Kind.OUT)


def read_attendance(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/present`, `/attending`, `/apologies`, `/absent`, `/in` or `/out`.

    Someone on no list comes in as a newcomer, except that nobody can go out who never came in.
    """

    def reader(line: Line) -> Read:
        text, time = time_at_end(line.text) if kind in _MOVES else (line.text, "")
        names, count = _without_counts(text, line.sitting) if kind is Kind.ATTENDING else (text, "")
        people, newcomers = _who(kind, names, line.sitting)
        if not people and not count:
            raise DoubtError(_who_else(kind, names))
        if kind in _MOVES:
            time = time or line.clock
        return Read(NewEntry(kind, line.source, count, time=time, people=people), newcomers)

    return reader


def read_votes(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/for`, `/against` or `/abstain`: members who are present, by name."""

    def reader(line: Line) -> Read:
        people, newcomers = _who(kind, line.text, line.sitting)
        if not people:
            raise DoubtError(_who_else(kind, line.text))
        if newcomers:
            raise DoubtError(f"{quoted(newcomers[0].name)} is not a member of this meeting")
        for person in people:
            _must_vote(person, line.sitting)
        return Read(NewEntry(kind, line.source, people=people))

    return reader


def _who_else(kind: Kind, text: str) -> str:
    """Why a list came to nobody."""
    return f"{quoted(text)} is nobody: all are named already" if text else f"who? write /{kind} and the names"


def _must_vote(person: Named, sitting: Sitting) -> None:
    """Raises DoubtError unless the person is a member who is here, or nobody was said to be here yet."""
    attendee = next(each for each in sitting.people.attendees if each.person_id == person.person_id)
    if not attendee.member:
        raise DoubtError(f"{person.name} is not a member")
    if not _may_vote(attendee, sitting):
        raise DoubtError(f"{named(attendee)} is not present")


def _may_vote(attendee: Attendee, sitting: Sitting) -> bool:
    if not attendee.member or sitting.attendance_taken:
        return attendee.member and sitting.is_here(attendee.person_id)
    return attendee.person_id not in sitting.named


def _who(kind: Kind, text: str, sitting: Sitting) -> tuple[tuple[Named, ...], tuple[Attendee, ...]]:
    """The people of a list and the newcomers among them. Raises DoubtError where a name fits several."""
    people: list[Named] = []
    newcomers: dict[str, Attendee] = {}
    for name in sitting.people.split(text):
        word = name.casefold().strip(" .")
        match = _find(name, sitting)
        if word in _NOBODY:
            raise DoubtError("nobody is named: /none records that there were none")
        if word in ("all", "rest"):
            people += _group(kind, sitting, word == "rest", {person.person_id for person in people})
        elif match.ambiguous:
            raise DoubtError(fits_several(name, match))
        elif match.one:
            people.append(match.named(Part.NAMED))
        elif kind is Kind.OUT:
            raise DoubtError(f"{quoted(name)} is not at this meeting")
        else:
            person_id = sitting.next_newcomer - len(newcomers)
            newcomer = newcomers.setdefault(word, _newcomer(kind, name, sitting, person_id))
            by_role = not newcomer.title and is_role(newcomer.name)
            people.append(Named(Part.NAMED, named(newcomer), newcomer.person_id, by_role))
    return tuple(dict.fromkeys(people)), tuple(newcomers.values())


def _find(name: str, sitting: Sitting) -> Match:
    """Whom a name fits; brackets behind it ("Hackwell (ill)") do not make it another's."""
    match = sitting.people.find(name)
    return match if match.people or "(" not in name else sitting.people.find(name.partition("(")[0])


def _group(kind: Kind, sitting: Sitting, rest: bool, said: set[int | None]) -> Iterable[Named]:
    """`all`: every member present, or whom the command can be about; `rest`: those not yet named."""
    here = sitting.is_here
    for attendee in sitting.people.attendees:
        person = attendee.person_id
        if kind is Kind.ATTENDING:
            fits, before = not attendee.member, person in sitting.named
        elif kind in VOTES:
            fits, before = _may_vote(attendee, sitting), person in sitting.voted
        elif kind is Kind.OUT:
            fits, before = attendee.member and here(person), False
        elif kind is Kind.IN:
            fits, before = attendee.member and not here(person), False
        else:
            fits, before = attendee.member, person in sitting.named
        if fits and person not in said and not (rest and before):
            yield Named(Part.NAMED, named(attendee), person)


def _newcomer(kind: Kind, text: str, sitting: Sitting, person_id: int) -> Attendee:
    """Someone on no list, as the agenda would have had them; members are titled as the body's are.

    Raises DoubtError where the text is nobody's name.
    """
    style = (person.title for person in sitting.people.attendees if person.member and person.title)
    title = next(style, sitting.record.body.title)
    read = read_people(f"{text};", member=False)
    attendee = read[0] if len(read) == 1 else Attendee(0, text)
    if _NO_NAME.match(attendee.name) or (kind is not Kind.ATTENDING and _FIGURES.search(attendee.name)):
        raise DoubtError(f"{quoted(text)} is no name: write the names with commas, and one time at the end")
    styled = attendee.title == title or {attendee.title, title} <= set(_COUNCILLOR)
    member = kind is Kind.PRESENT or bool(title and styled)
    if member and (styled or not attendee.title):
        attendee = replace(attendee, title=title)
    return replace(attendee, person_id=person_id, member=member, added=True)


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
