"""What is on the floor of a meeting: its motions, amendments and decisions, and which is before it now.

The fold judges the lines as they stand now: any of them may have been put in, moved or deleted since it
was typed. What came first holds; what no longer fits is kept beside it, for `check` to find.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from minutes.proposals import DECISIONS, VOTES, Fate, Line, Proposal, Tally
from storage.records import Entry, Kind, Named, Part

__all__ = ["DECISIONS", "ON_THE_FLOOR", "VOTES", "Fate", "Floor", "Line", "Proposal", "Tally"]

ON_THE_FLOOR = frozenset(
    {Kind.MOTION, Kind.AMENDMENT, Kind.SECOND, Kind.WITHDRAW, Kind.VOTE, Kind.CASTING, Kind.ROLL}
    | {*DECISIONS, *VOTES}
)


@dataclass(slots=True)
class Floor:
    """The proposals of a meeting in the order of the record, and which of them is before it now.

    Each item has a floor of its own: what is open there waits until the item is taken again.
    """

    proposals: list[Proposal] = field(default_factory=list)
    _item: int | None = None
    _put_in: dict[int | None, tuple[int, ...]] = field(default_factory=dict)  # item: its proposals' places
    _current: dict[int | None, int] = field(default_factory=dict)  # item: the one put or voted on last
    _of: dict[int, int] = field(default_factory=dict)  # recorded line: the place of what it belongs to
    _loose: dict[int, Kind] = field(default_factory=dict)  # votes by name where nothing was put

    def copy(self) -> Floor:
        """Another floor, to go on from here without this one."""
        proposals, places = self.proposals.copy(), self._put_in.copy()
        return Floor(proposals, self._item, places, self._current.copy(), self._of.copy(), self._loose.copy())

    def of(self, entry_id: int) -> Proposal | None:
        """The proposal that a recorded line belongs to, None for a line that found none."""
        place = self._of.get(entry_id)
        return None if place is None else self.proposals[place]

    # -- what is before the meeting --------------------------------------------------------

    @property
    def motion(self) -> Proposal | None:
        """The motion pending in this item: the last one put that is still open."""
        return self._pending(Kind.MOTION)

    @property
    def amendment(self) -> Proposal | None:
        """The amendment pending in this item."""
        return self._pending(Kind.AMENDMENT)

    @property
    def latest(self) -> Proposal | None:
        """What was put last in this item."""
        places = self._put_in.get(self._item, ())
        return self.proposals[places[-1]] if places else None

    @property
    def decision(self) -> Proposal | None:
        """The decision nearest above in this item, None where a motion came after it."""
        return self.latest if self.latest and self.latest.is_decision else None

    @property
    def current(self) -> Proposal | None:
        """What was put or voted on last in this item."""
        place = self._current.get(self._item)
        return None if place is None else self.proposals[place]

    @property
    def question(self) -> Proposal | None:
        """What is being spoken to: the pending amendment, else the pending motion, else the decision."""
        return self.amendment or self.motion or self.decision

    @property
    def up_for_vote(self) -> Proposal | None:
        """What the next vote is on, None where nothing is left to vote on."""
        question = self.question
        return question if question is not None and question.up else None

    def voted_by(self, counts: tuple[int, ...]) -> Proposal | None:
        """What a `/vote` of these figures is on: the recorded vote just taken, where its names come to
        them, else what is up for vote."""
        current = self.current
        if current is None or current.vote or not current.rolled:
            return self.up_for_vote
        agree = list(current.named.ways.values()) == list((*counts, 0, 0)[:3]) if counts else False
        return current if agree else self.up_for_vote or current

    @property
    def to_roll(self) -> Proposal | None:
        """What `/roll` takes a recorded vote on: what is up for vote, else what was voted on just above
        and has names still to come."""
        current = self.current
        voted = current is not None and current.vote is not None and not current.rolled
        return self.up_for_vote or (current if voted else None)

    @property
    def named_for(self) -> Proposal | None:
        """What votes given by name are on: what was put or voted on last, unless its names are complete."""
        current = self.current
        if current is None or current.rolled or current.withdrawal is not None:
            return self.up_for_vote or current
        return current

    @property
    def by_name(self) -> Mapping[int, Kind]:
        """Who has voted how, by name, on what names are given for now."""
        return self._loose if self.named_for is None else self.named_for.by_name

    # -- following --------------------------------------------------------------------------

    def follow(
        self, entry: Line, voters: tuple[int, ...], quorate: bool, item_id: int | None
    ) -> Proposal | None:
        """Take in the next line, said while `item_id` is taken and `voters` may vote; returns the proposal
        that it puts or is about, as it is then.

        Lines of kinds that are not in `ON_THE_FLOOR` matter only for the item they go to.
        """
        if item_id != self._item:
            self._item, self._loose = item_id, {}
        if entry.kind in DECISIONS or (entry.kind in (Kind.MOTION, Kind.AMENDMENT) and entry.text):
            return self._put(entry, voters, quorate)
        return self._take(entry, voters, quorate) if entry.kind in ON_THE_FLOOR else None

    def _put(self, entry: Line, voters: tuple[int, ...], quorate: bool) -> Proposal:
        """A new proposal."""
        amends = self.motion if entry.kind is Kind.AMENDMENT else None
        movers, seconders = _in_part(entry, Part.MOVER), _in_part(entry, Part.SECONDER)
        place, lines = len(self.proposals), (entry.id,) if isinstance(entry, Entry) else ()
        new = Proposal(entry, self._item, voters, quorate, movers, seconders, lines=lines, amends=amends)
        self.proposals.append(new)
        self._of.update(dict.fromkeys(lines, place))
        self._put_in[self._item] = (*self._put_in.get(self._item, ()), place)
        self._current[self._item] = place
        self._loose = {}
        return new

    def _take(self, entry: Line, voters: tuple[int, ...], quorate: bool) -> Proposal | None:
        """A line about a proposal: to the one it belongs to, else beside the last one."""
        proposal = self._meant(entry)
        if proposal is None:
            if entry.kind in VOTES:
                self._loose.update(dict.fromkeys(_persons(entry), entry.kind))
                return None
            late = self.current
            return late and self._change(late, entry, surplus=(*late.surplus, entry))
        if entry.kind is Kind.MOTION:
            movers, seconders = _in_part(entry, Part.MOVER), _in_part(entry, Part.SECONDER)
            return self._change(proposal, entry, movers=movers, seconders=seconders or proposal.seconders)
        if entry.kind is Kind.SECOND:
            return self._change(proposal, entry, seconders=_in_part(entry, Part.SECONDER))
        if entry.kind in VOTES:
            return self._name(proposal, entry, voters, quorate)
        if entry.kind is Kind.WITHDRAW:
            return self._withdraw(proposal, entry)
        if entry.kind is Kind.CASTING:
            return self._change(proposal, entry, casting=entry)
        self._current[self._item] = self._place(proposal)
        decided = {} if proposal.vote else {"voters": voters, "quorate": quorate}
        return self._change(proposal, entry, **{entry.kind.value: entry}, **decided)

    def _withdraw(self, proposal: Proposal, entry: Line) -> Proposal:
        """Withdrawn, a proposal leaves the floor to what was before the meeting without it."""
        new = self._change(proposal, entry, withdrawal=entry)
        if self.question is not None:
            self._current[self._item] = self._place(self.question)
        return new

    def _meant(self, entry: Line) -> Proposal | None:
        """The proposal that a line is about, None where there is none or it is settled already."""
        kind, found, settled = entry.kind, self.question, False
        if kind is Kind.MOTION:
            found = self.decision
            settled = found is not None and bool(found.movers)
        elif kind is Kind.SECOND:
            settled = found is not None and bool(found.seconders)
        elif kind is Kind.WITHDRAW:
            found = self.amendment or self.motion
        elif kind is Kind.VOTE:
            found = self.voted_by(entry.counts)
            settled = found is not None and found.vote is not None
        elif kind is Kind.ROLL:
            found = self.to_roll
            settled = found is not None and found.roll is not None
        elif kind is Kind.CASTING:
            found = self.current
            settled = found is not None and not found.tied
        else:
            found = self.named_for
        return None if settled else found

    def _name(self, proposal: Proposal, entry: Line, voters: tuple[int, ...], quorate: bool) -> Proposal:
        """Votes by name: the first word on a person stands."""
        persons = _persons(entry)
        twice = tuple(person for person in persons if person in proposal.by_name)
        taken = proposal.roll is not None and proposal.vote is None
        changed: dict[str, Any] = {"voters": voters, "quorate": quorate} if taken else {}
        return self._change(
            proposal,
            entry,
            by_name={**dict.fromkeys(persons, entry.kind), **proposal.by_name},
            twice=(*proposal.twice, *twice),
            **changed,
        )

    def _change(self, proposal: Proposal, entry: Line | None, **changed: Any) -> Proposal:
        """Put a proposal in its new state in place of its old one, for the motion it amends and the
        amendments to it too; `entry` is the line that belongs to it now."""
        place = self._place(proposal)
        if isinstance(entry, Entry):
            self._of[entry.id] = place
            changed["lines"] = (*proposal.lines, entry.id)
        new = self.proposals[place] = replace(proposal, **changed)
        for later in range(place + 1, len(self.proposals)):
            if self.proposals[later].amends is proposal:
                self.proposals[later] = replace(self.proposals[later], amends=new)
        motion = new.amends
        if motion is not None and new.fate is Fate.CARRIED and not motion.amended:
            self._change(motion, None, amended=True)
        return self.proposals[place]

    def _place(self, proposal: Proposal) -> int:
        """Where a proposal stands; another one may say the same, and what is spoken to is near the end."""
        return next(n for n in reversed(range(len(self.proposals))) if self.proposals[n] is proposal)

    def _pending(self, kind: Kind) -> Proposal | None:
        """The last proposal of a kind put in this item that is still open, and whose motion is."""
        for place in reversed(self._put_in.get(self._item, ())):
            proposal = self.proposals[place]
            open_still = proposal.entry.kind is kind and proposal.fate is Fate.OPEN
            if open_still and (proposal.amends is None or proposal.amends.fate is Fate.OPEN):
                return proposal
        return None


def _in_part(entry: Line, part: Part) -> tuple[Named, ...]:
    return tuple(person for person in entry.people if person.part is part)


def _persons(entry: Line) -> tuple[int, ...]:
    return tuple(person.person_id for person in entry.people if person.person_id is not None)
