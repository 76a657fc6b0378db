"""What is put to a meeting, and what became of it.

A motion, an amendment or a decision, with its mover and seconder, its vote, and whoever voted by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.records import Entry, Kind, Named, NewEntry

DECISIONS = (Kind.DECISION, Kind.ADOPT, Kind.PREVIOUS)
VOTES = (Kind.FOR, Kind.AGAINST, Kind.ABSTAIN)
Line = NewEntry | Entry


class Fate(StrEnum):
    """What became of a proposal. A decision is carried unless a vote on it says otherwise."""

    OPEN = "open"
    CARRIED = "carried"
    LOST = "lost"
    TIED = "tied"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote in figures; `not_voting` is None where nobody said how many did not vote."""

    in_favour: int
    against: int
    abstaining: int
    not_voting: int | None = None

    @property
    def total(self) -> int:
        """Everyone counted, whether they voted or not."""
        return self.in_favour + self.against + self.abstaining + (self.not_voting or 0)

    @property
    def ways(self) -> dict[Kind, int]:
        """How many voted each way."""
        return dict(zip(VOTES, (self.in_favour, self.against, self.abstaining), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """What is put to the meeting by `entry`: a MOTION, an AMENDMENT, or a decision (DECISION, ADOPT,
    PREVIOUS).

    `vote`, `casting`, `roll` and `withdrawal` are the lines that say so, `by_name` who voted how by name, at
    their request or in a recorded vote; `lines` the ids of all recorded lines that belong to it. `voters` are
    the members who could vote, and `quorate` whether they were enough, when it was decided (else: when it
    was put). `amends` is the motion that an amendment would change, `amended` that one to it was carried.

    What does not fit: `surplus` are lines that say again what was settled (a second vote), `twice` persons
    whose votes were named twice.
    """

    entry: Line
    item_id: int | None
    voters: tuple[int, ...]
    quorate: bool
    movers: tuple[Named, ...] = ()
    seconders: tuple[Named, ...] = ()
    vote: Line | None = None
    casting: Line | None = None
    roll: Line | None = None
    withdrawal: Line | None = None
    by_name: Mapping[int, Kind] = field(default_factory=dict)
    lines: tuple[int, ...] = ()
    amended: bool = False
    amends: Proposal | None = None
    surplus: tuple[Line, ...] = ()
    twice: tuple[int, ...] = ()

    @property
    def counted(self) -> Tally | None:
        """The vote as it was counted, None where no figures were given."""
        if self.vote is None or not self.vote.counts:
            return None
        in_favour, against, abstaining, *not_voting = (
            *self.vote.counts,
            *(0, 0)[len(self.vote.counts) - 1 :],
        )
        return Tally(in_favour, against, abstaining, not_voting[0] if not_voting else None)

    @property
    def named(self) -> Tally:
        """The votes given by name so far."""
        ways = list(self.by_name.values())
        return Tally(ways.count(Kind.FOR), ways.count(Kind.AGAINST), ways.count(Kind.ABSTAIN))

    @property
    def tally(self) -> Tally | None:
        """The vote in figures: as counted, else from the names of a recorded vote."""
        if self.roll is None or self.counted is not None:
            return self.counted
        return self.named

    @property
    def over(self) -> dict[Kind, int]:
        """By how many the names of each way differ from the figures: below zero, some are still to name."""
        if self.counted is None:
            return {}
        stated = self.counted.ways
        return {way: names - stated[way] for way, names in self.named.ways.items() if names != stated[way]}

    @property
    def unnamed(self) -> tuple[int, ...]:
        """Whom a recorded vote has still to name: nobody once the names agree with the figures."""
        if self.roll is None or (self.counted is not None and not self.over):
            return ()
        return tuple(person_id for person_id in self.voters if person_id not in self.by_name)

    @property
    def rolled(self) -> bool:
        """Whether a recorded vote was taken and is complete."""
        return self.roll is not None and bool(self.by_name) and not self.unnamed and not self.over

    @property
    def is_decision(self) -> bool:
        """Whether it was recorded as decided, not as moved."""
        return self.entry.kind in DECISIONS

    @property
    def fate(self) -> Fate:
        """What became of it, by the lines as they stand."""
        if self.withdrawal is not None:
            return Fate.WITHDRAWN
        if self.vote is not None and not self.vote.counts:
            return Fate.LOST if self.vote.text == "lost" else Fate.CARRIED
        tally = self.counted or (self.named if self.rolled else None)
        if tally is None:
            return Fate.CARRIED if self.is_decision and self.roll is None else Fate.OPEN
        if tally.in_favour != tally.against:
            return Fate.CARRIED if tally.in_favour > tally.against else Fate.LOST
        if self.casting is None:
            return Fate.TIED
        return Fate.CARRIED if self.casting.text == "for" else Fate.LOST

    @property
    def tied(self) -> bool:
        """Whether votes were equal and the casting vote is asked."""
        return self.fate is Fate.TIED

    @property
    def up(self) -> bool:
        """Whether it may still be voted on."""
        return self.vote is None and self.withdrawal is None and not self.rolled
