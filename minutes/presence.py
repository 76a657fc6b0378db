"""Who is here at one point of a meeting: who came and went, who stands in for whom, who may vote.

The fold over the lines that tell of people; `minutes.sitting` holds it together with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.times import passes_midnight, time_doubt
from storage.records import Attendee, Entry, Item, Kind, NewEntry, Part

ATTENDANCE = (Kind.PRESENT, Kind.ATTENDING, Kind.APOLOGIES, Kind.ABSENT, Kind.IN, Kind.OUT)
CHAIR_OFFICE = re.compile(
    r"((?:(?:vice|deputy|co|acting|interim)[- ]?)*)(chair(?:man|woman|person)?|mayor|president)\b", re.I
)
_HERE = (Kind.PRESENT, Kind.IN, Kind.SUB)
_OF_DECLARATIONS = re.compile(
    r"\b(?:declar|disclos)\w+\b.*\binterests?\b|\binterests?\b.*\bdeclar"
    r"|^(?:members['’]?\s+)?(?:declarations?|interests)(?:\s+(?:by|of|from)\s+members)?\W*$",
    re.IGNORECASE,
)


class Presence:
    """The fold over who is at a meeting.

    `named` is each person's last word on attendance (SUB: came as a substitute); `substitutes` has
    for each of them the member replaced; `withdraws` has for an item those who declared an interest
    in it and withdrew; `attendance_taken` tells whether a `/present` named a member yet: before that
    nobody can be called absent; `last_time` is the last time said at this meeting ("" for
    none), `past_midnight` whether the times have passed midnight.
    """

    def __init__(self, attendees: Iterable[Attendee]) -> None:
        self._attendees: dict[int, Attendee] = {person.person_id: person for person in attendees}
        self.named: dict[int, Kind] = {}
        self.substitutes: dict[int, int] = {}
        self.withdraws: dict[int, frozenset[int]] = {}
        self.attendance_taken = False
        self.last_time = ""
        self.past_midnight = False
        self._joined: set[int] = set()  # in attendance first, then co-opted or elected
        self._took_chair: int | None = None
        self._item: Item | None = None
        self._members: tuple[int, ...] | None = None  # both as long as nothing changes
        self._voters: tuple[int, ...] | None = None

    def copy(self) -> Presence:
        """Another at the same point, to follow lines that are not recorded yet."""
        other = object.__new__(Presence)
        other.__dict__.update(self.__dict__)
        other._attendees = self._attendees.copy()
        other.named = self.named.copy()
        other.substitutes = self.substitutes.copy()
        other.withdraws = self.withdraws.copy()
        other._joined = self._joined.copy()
        return other

    def add(self, newcomer: Attendee) -> None:
        """Take in someone on no list."""
        self._attendees[newcomer.person_id] = newcomer
        self._members = self._voters = None

    # -- who is here ------------------------------------------------------------------------

    def is_member(self, person_id: int) -> bool:
        """Whether a person is a member of this meeting now: of the list unless replaced, a substitute,
        or added, co-opted or elected in a line so far."""
        if person_id in self.substitutes.values():
            return False
        if person_id in self.substitutes or person_id in self._joined:
            return True
        person = self._attendees.get(person_id)
        return person is not None and person.member and (not person.added or person_id in self.named)

    def is_here(self, person_id: int) -> bool:
        """Whether a person was said to be here, and is not out for the item being taken."""
        return self.named.get(person_id) in _HERE and person_id not in self.withdrawn

    def is_away(self, person_id: int) -> bool:
        """Whether a person, member or not, is known not to be in the room."""
        word, person = self.named.get(person_id), self._attendees.get(person_id)
        if word is None:
            return self.attendance_taken and person is not None and person.member
        return word not in (*_HERE, Kind.ATTENDING) or person_id in self.withdrawn

    @property
    def members(self) -> int:
        """How many members the meeting has."""
        return len(self._all_members())

    @property
    def present(self) -> tuple[int, ...]:
        """The members who were said to be here and are, in the order of the list."""
        return tuple(person_id for person_id in self.voters if self.named.get(person_id) in _HERE)

    @property
    def voters(self) -> tuple[int, ...]:
        """The members who may vote on what is being done: those present, or, while attendance was not
        taken, all who were not said to be away."""
        if self._voters is None:
            self._voters = tuple(filter(self._may_vote, self._all_members()))
        return self._voters

    @property
    def withdrawn(self) -> frozenset[int]:
        """Those who are out for the item being taken, having declared an interest in it."""
        return self.withdraws.get(self._item.id, frozenset()) if self._item else frozenset()

    def substitute_of(self, person_id: int) -> Attendee | None:
        """Who stands in for a member, None where nobody does."""
        found = (substitute for substitute, member in self.substitutes.items() if member == person_id)
        return self._attendees.get(next(found, 0))

    @property
    def chair(self) -> Attendee | None:
        """Who presides: who took the chair last, else the Chairman, else the Vice-Chair, if here."""
        if self._took_chair is not None and not self.is_away(self._took_chair):
            return self._attendees.get(self._took_chair)
        here = [person for person in self._attendees.values() if person.person_id in self.voters]
        return next(iter(by_claim_to_the_chair(here)), None)

    def time_doubt(self, time: str) -> str:
        """Why a time said now looks wrong after the last one, "" where it does not."""
        return time_doubt(time, self.last_time, past_midnight=self.past_midnight)

    def _all_members(self) -> tuple[int, ...]:
        if self._members is None:
            self._members = tuple(filter(self.is_member, self._attendees))
        return self._members

    def _may_vote(self, member_id: int) -> bool:
        word = self.named.get(member_id)
        here = word in _HERE or (word is None and not self.attendance_taken)
        return here and member_id not in self.withdrawn

    # -- following --------------------------------------------------------------------------

    def follow(self, entry: NewEntry | Entry, item: Item | None) -> None:
        """Take in the next line, recorded while `item` is taken."""
        if item is not self._item:
            self._item, self._voters = item, None
        if entry.time and entry.kind is not Kind.NEXT_MEETING:
            self._tell(entry.time)
        named = [person.person_id for person in entry.people if person.person_id is not None]
        if entry.kind in ATTENDANCE:
            self._attend(entry, named)
        elif entry.kind is Kind.SUB:
            self._substitute(entry)
        elif entry.kind is Kind.CHAIR and named:
            self._took_chair = named[0]
        elif entry.kind is Kind.INTEREST and entry.withdrew:
            self._withdraw(entry.target_id or affected(self._item), named)
        else:
            return
        self._members = self._voters = None

    def _attend(self, entry: NewEntry | Entry, named: list[int]) -> None:
        if entry.kind is Kind.PRESENT:
            self._joined.update(self._joining(entry))
        self.named.update(dict.fromkeys(named, entry.kind))
        if entry.kind is Kind.PRESENT:
            self.attendance_taken |= any(map(self.is_member, named))
        if entry.kind is Kind.IN and self._item is not None and self.withdrawn.intersection(named):
            self.withdraws[self._item.id] = self.withdrawn.difference(named)

    def _joining(self, entry: NewEntry | Entry) -> list[int]:
        """Those whom a `/present` makes members: in attendance until now, and named by their own name."""
        return [
            person.person_id
            for person in entry.people
            if person.person_id is not None
            and not person.by_role
            and self.named.get(person.person_id) in (Kind.ATTENDING, Kind.IN)
            and not self.is_member(person.person_id)
        ]

    def _substitute(self, entry: NewEntry | Entry) -> None:
        by_part = {person.part: person.person_id for person in entry.people}
        substitute, replaced = by_part.get(Part.NAMED), by_part.get(Part.REPLACED)
        if substitute is not None and replaced is not None:
            self.substitutes[substitute] = replaced
            self.named[substitute] = Kind.SUB

    def _withdraw(self, item_id: int | None, named: list[int]) -> None:
        if item_id is not None:
            self.withdraws[item_id] = self.withdraws.get(item_id, frozenset()).union(named)

    def _tell(self, time: str) -> None:
        """Move the time on; over 12 hours back is past midnight."""
        if self.last_time and passes_midnight(self.last_time, time):
            self.past_midnight = True
        self.last_time = time


def affected(item: Item | None) -> int | None:
    """The item that an interest declared under `item` is in where none is named: that item, unless it is
    the one for declarations."""
    return None if item is None or is_for_declarations(item.title) else item.id


def is_for_declarations(title: str) -> bool:
    """Whether an item is the one where interests are declared, by its title."""
    return _OF_DECLARATIONS.search(title) is not None


def by_claim_to_the_chair(people: Iterable[Attendee]) -> list[Attendee]:
    """Those of `people` whose office is the chair or a kin of it, the Chairman before a Vice-Chair."""
    offices = ((CHAIR_OFFICE.match(person.office), person) for person in people if person.office)
    claims = [(bool(office[1]), person) for office, person in offices if office]
    return [person for _, person in sorted(claims, key=lambda claim: claim[0])]
