"""The people that a command names: those of the meeting, its groups `all` and `rest`, and newcomers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from minutes.agenda.people import read_people
from minutes.floor import VOTES
from minutes.names import Match, fits_several, is_role, named
from minutes.shorthand.reading import DoubtError, quoted
from minutes.sitting import Sitting
from storage.records import Attendee, Kind, Named, Part

# "all but Cooper" and "Cooper 7pm" are no names; figures may stand in what someone attends for.
_NO_NAME = re.compile(r"(?:all|rest|everyone|everybody)\b|\W*$|.*[+?=]", re.IGNORECASE | re.DOTALL)
_FIGURES = re.compile(r"(?<!\S)\d")
_NOBODY = ("none", "nobody", "nil", "no one")
_COUNCILLOR = ("Councillor", "Cllr")
_UNHEARD = "means somebody named in exempt business alone: record it there, or write whole names"


def people_of(kind: Kind, text: str, sitting: Sitting) -> tuple[tuple[Named, ...], tuple[Attendee, ...]]:
    """The people of a list and the newcomers among them. Raises DoubtError where a name fits several."""
    people: list[Named] = []
    newcomers: dict[str, Attendee] = {}
    for name in sitting.people.split(text):
        word = name.casefold().strip(" .")
        if word in _NOBODY:
            raise DoubtError("nobody is named: /none records that there were none")
        if word in ("all", "rest"):
            people += _group(kind, sitting, word == "rest", {person.person_id for person in people})
        elif person := known(name, sitting):
            people.append(person)
        elif kind is Kind.OUT:
            raise DoubtError(f"{quoted(name)} is not at this meeting")
        else:
            person_id = sitting.next_newcomer - len(newcomers)
            newcomer = newcomers.setdefault(word, newcomer_named(kind, name, sitting, person_id))
            people.append(as_named(newcomer))
    return tuple(dict.fromkeys(people)), tuple(newcomers.values())


def members_named(kind: Kind, text: str, sitting: Sitting) -> tuple[Named, ...]:
    """The people of a list that can hold nobody new. Raises DoubtError where it does, or names nobody."""
    people, newcomers = people_of(kind, text, sitting)
    if not people:
        raise DoubtError(nobody(kind, text))
    if newcomers:
        raise DoubtError(f"{quoted(newcomers[0].name)} is not a member of this meeting")
    return people


def known(name: str, sitting: Sitting, part: Part = Part.NAMED) -> Named | None:
    """The one person of the meeting whom a name fits; brackets behind it ("Hackwell (ill)") do not make
    it another's. Raises DoubtError where it fits several, or may not be said here."""
    match = sitting.people.find(name)
    if not match.people and "(" in name:
        name = name.partition("(")[0]
        match = sitting.people.find(name)
    return the_one(match, name, sitting, part) if match.people else None


def the_one(match: Match, name: str, sitting: Sitting, part: Part = Part.NAMED) -> Named:
    """The one person whom a name fits. Raises DoubtError where it fits several, or may not be said here."""
    if match.ambiguous:
        raise DoubtError(fits_several(name, match))
    if not may_mean(match, name, sitting):
        raise DoubtError(f"{quoted(name)} {_UNHEARD}")
    return match.named(part)


def may_mean(match: Match, name: str, sitting: Sitting) -> bool:
    """Whether a line recorded now may mean the one person a name fits: in public business somebody whom
    exempt business alone brought in only by their whole name, since a part of it, or a role, would tell the
    rest."""
    person = match.people[0]
    whole = name.strip().casefold() in (match.known.casefold(), person.name.casefold())
    return (whole and not match.by_role) or sitting.may_name(person.person_id)


def as_named(newcomer: Attendee) -> Named:
    """A newcomer as the line that brings them in names them."""
    by_role = not newcomer.title and is_role(newcomer.name)
    return Named(Part.NAMED, named(newcomer), newcomer.person_id, by_role)


def _group(kind: Kind, sitting: Sitting, rest: bool, said: set[int | None]) -> Iterable[Named]:
    """`all`: every member present, or whom the command can be about; `rest`: those not yet named. Raises
    DoubtError where somebody among them may not be named here."""
    named_before = sitting.presence.named
    for attendee in sitting.people.attendees:
        person = attendee.person_id
        if kind in (*VOTES, Kind.INTEREST, Kind.OUT):
            fits, before = person in sitting.voters, kind in VOTES and person in sitting.floor.by_name
        elif kind is Kind.IN:
            fits, before = sitting.is_member(person) and not sitting.is_here(person), False
        else:
            fits = sitting.is_member(person) is not (kind is Kind.ATTENDING)
            before = person in named_before
        if fits and person not in said and not (rest and before):
            if not sitting.may_name(person):
                raise DoubtError(f"{quoted('rest' if rest else 'all')} {_UNHEARD}")
            yield Named(Part.NAMED, named(attendee), person)


def newcomer_named(kind: Kind, text: str, sitting: Sitting, person_id: int) -> Attendee:
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
    member = kind in (Kind.PRESENT, Kind.SUB) or (kind is not Kind.ATTENDING and bool(title) and styled)
    if styled or (member and not attendee.title):
        attendee = replace(attendee, title=title)
    return replace(attendee, person_id=person_id, member=member, added=True)


def nobody(kind: Kind, text: str) -> str:
    """Why a list came to nobody."""
    return f"{quoted(text)} is nobody: all are named already" if text else f"who? write /{kind} and the names"


def attendee_of(person: Named, sitting: Sitting) -> Attendee:
    """The person of the meeting that `person` names; call it only where `person_id` is not None."""
    return next(each for each in sitting.people.attendees if each.person_id == person.person_id)


def must_vote(person: Named, sitting: Sitting) -> None:
    """Raises DoubtError, which says why, unless the person is one of `sitting.voters`."""
    attendee = attendee_of(person, sitting)
    person_id, name = attendee.person_id, named(attendee)
    if person_id in sitting.voters:
        return
    if substitute := sitting.presence.substitute_of(person_id):
        raise DoubtError(f"{name} is replaced by {named(substitute)}")
    if not sitting.is_member(person_id):
        raise DoubtError(f"{person.name} is not a member")
    if person_id in sitting.withdrawn and sitting.item is not None:
        raise DoubtError(f"{name} withdrew from item {sitting.item.number}".rstrip())
    raise DoubtError(f"{name} is not present")
