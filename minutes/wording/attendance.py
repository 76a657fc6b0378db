"""Who was there, who came and who went, told from the lines that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes.english import capitalised, printed_time
from minutes.presence import ATTENDANCE, Presence
from storage.records import Attendee, Entry, Kind, MeetingRecord, Part


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everyone spoken for, in agenda order: whoever was there at any time is present.

    `counts` are those in attendance who are told by number ("9 members of the public"); `substitutes` pairs
    each with the member replaced, and they are present too.
    """

    present: tuple[Attendee, ...] = ()
    attending: tuple[Attendee, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    counts: tuple[str, ...] = ()
    substitutes: tuple[tuple[Attendee, Attendee], ...] = ()


def attendance(record: MeetingRecord, entries: Iterable[Entry]) -> Attendance:
    """Gather who attended from `entries`: each adds, and the last word on a person wins."""
    presence = Presence(record.attendees)
    last: dict[int, Kind] = {}
    counts: list[str] = []
    for entry in entries:
        presence.follow(entry, None)
        if entry.kind not in (*ATTENDANCE, Kind.SUB):
            continue
        if entry.kind is Kind.ATTENDING and entry.text:
            counts.append(entry.text)
        for named in entry.people:
            if named.person_id is not None and named.part is not Part.REPLACED:
                last[named.person_id] = _word(entry.kind, last.get(named.person_id))
    groups: dict[Kind, list[Attendee]] = {}
    for person in record.attendees:
        kind = last.get(person.person_id)
        if kind is Kind.PRESENT and not (person.member or presence.is_member(person.person_id)):
            kind = Kind.ATTENDING
        if kind is not None:
            groups.setdefault(kind, []).append(person)
    present, attending, apologies, absent = (tuple(groups.get(kind, ())) for kind in _GROUPS)
    people = {person.person_id: person for person in record.attendees}
    substitutes = tuple((people[new], people[old]) for new, old in presence.substitutes.items())
    return Attendance(present, attending, apologies, absent, tuple(counts), substitutes)


def returning(entries: Iterable[Entry]) -> frozenset[tuple[int, int]]:
    """The arrivals, as pairs of entry and person, of people who had been there before: who left had."""
    seen: set[int] = set()
    again: set[tuple[int, int]] = set()
    for entry in entries:
        if entry.kind in (Kind.PRESENT, Kind.ATTENDING, Kind.IN, Kind.OUT, Kind.SUB):
            there = [named for named in entry.people if named.part is not Part.REPLACED]
            people = [named.person_id for named in there if named.person_id is not None]
            if entry.kind is Kind.IN:
                again |= {(entry.id, person_id) for person_id in people if person_id in seen}
            seen.update(people)
    return frozenset(again)


def apologies_received(names: str) -> str:
    """ "Apologies for absence were received from Councillor Hackwell." """
    return f"Apologies for absence were received from {names}."


def left(names: str, time: str) -> str:
    """ "Councillor Cooper left the meeting at 7.42pm." """
    return capitalised(f"{names} left the meeting{at(time)}.")


def arrived(names: str, time: str, *, again: bool) -> str:
    """ "Councillor Cooper joined the meeting at 7.42pm.", or "returned to" where `again`."""
    return capitalised(f"{names} {'returned to' if again else 'joined'} the meeting{at(time)}.")


def stood_in(substitute: str, member: str) -> str:
    """ "Councillor Doe attended as substitute for Councillor Cooper." """
    return capitalised(f"{substitute} attended as substitute for {member}.")


def at(time: str) -> str:
    """ " at 7.42pm" for a stored time, "" where there is none."""
    return f" at {printed_time(time)}" if time else ""


_GROUPS = (Kind.PRESENT, Kind.ATTENDING, Kind.APOLOGIES, Kind.ABSENT)


def _word(kind: Kind, before: Kind | None) -> Kind:
    """What a new word on a person makes of them: who comes or goes was there, in the place they had, and a
    substitute is present."""
    if kind is Kind.SUB:
        return Kind.PRESENT
    if kind in (Kind.IN, Kind.OUT):
        return before if before is Kind.ATTENDING else Kind.PRESENT
    return kind
