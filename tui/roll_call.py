"""A recorded vote while it is taken: who has voted how, who is still to vote, and what it comes to.

Half taken it is kept as the shorthand it comes to, so that a crash loses no vote and a clerk can read
and change it as any other line; those who do not vote stand in a line that recording passes over.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from minutes.english import capitalised
from minutes.floor import VOTES
from minutes.proposals import Proposal, Tally
from minutes.shorthand import read_lines
from minutes.shorthand.rolls import roll_act
from minutes.sitting import Sitting
from minutes.wording.votes import outcome
from storage.records import Act, Attendee, Kind

Vote = Kind | None  # FOR, AGAINST or ABSTAIN; None does not vote

BEGINS = "/roll"
NOT_VOTING = "// not voting: "
_ABSTAIN = "/abstain "
WAYS: dict[Vote, str] = {
    Kind.FOR: "for",
    Kind.AGAINST: "against",
    Kind.ABSTAIN: "abstaining",
    None: "not voting",
}
_COMMANDS = tuple(f"/{way}" for way in VOTES)
_MOST = 3  # names in one line


def question_of(sitting: Sitting) -> Proposal | None:
    """What a recorded vote would be taken on now: what is up for vote, or was counted and not yet named."""
    floor, current = sitting.floor, sitting.floor.current
    return floor.to_roll or (current if current is not None and current.unnamed else None)


def parted(text: str) -> tuple[str, str]:
    """What is typed apart from a half-taken roll, and the lines of that roll, "" where there is none."""
    lines = text.split("\n")
    at = lines.index(BEGINS) if BEGINS in lines else len(lines)
    return "\n".join(lines[:at]), "\n".join(lines[at:])


@dataclass(slots=True)
class RollCall:
    """The votes of `voters`, who may vote on `proposal` now, and `at`, the one whose turn it is.

    `settled` are those who stand in the record already; they are not voted on again. `apart` are lines that
    no vote of this roll could be made of, `why` says of the first what is wrong with it.
    """

    sitting: Sitting
    proposal: Proposal
    voters: tuple[Attendee, ...]
    settled: dict[int, Kind]
    votes: dict[int, Vote] = field(default_factory=dict)
    at: int = 0
    apart: list[str] = field(default_factory=list)
    why: str = ""

    @classmethod
    def begun(cls, sitting: Sitting, proposal: Proposal, lines: str = "") -> RollCall:
        """A roll on `proposal`, with the votes that the `lines` of a half-taken one hold."""
        voters = [each for each in sitting.people.attendees if each.person_id in sitting.voters]
        roll = cls(sitting, proposal, tuple(voters), dict(proposal.by_name))
        roll._read(lines)
        roll.at = roll._first_missing(0)
        return roll

    def again(self, sitting: Sitting, proposal: Proposal) -> RollCall:
        """The same votes in the meeting as another window left it."""
        roll = RollCall.begun(sitting, proposal)
        roll.votes |= {who: way for who, way in self.votes.items() if roll._may_change(who)}
        gone = {who: way for who, way in self.votes.items() if who not in roll.votes}
        roll._read("\n".join(self._lines(gone)))
        roll.at = self.at if roll.voters == self.voters else roll._first_missing(0)
        return roll

    # -- voting --------------------------------------------------------------------------------

    def vote(self, way: Vote) -> None:
        """Take the vote of the one whose turn it is, and go on to the next."""
        who = self.voters[self.at].person_id
        if self._may_change(who):
            self.votes[who] = way
        self.at = self.at + 1 if self.at + 1 < len(self.voters) else self._first_missing(self.at)

    def go_to(self, place: int) -> None:
        """Have it the turn of the one at `place`."""
        self.at = min(max(place, 0), len(self.voters) - 1)

    def go_to_missing(self) -> None:
        """Have it the turn of the first who has not voted, where there is one."""
        self.at = self._first_missing(self.at)

    @property
    def marked(self) -> tuple[bool, Vote]:
        """Whether a vote is marked that the rest may be given, and which: that of the one whose turn it
        is, else the one before."""
        for voter in self.voters[max(self.at - 1, 0) : self.at + 1][::-1]:
            if voter.person_id in self.votes:
                return True, self.votes[voter.person_id]
        return False, None

    def vote_rest(self) -> None:
        """Give everyone who has not voted yet the vote that is marked."""
        there, way = self.marked
        if there:
            self.votes |= dict.fromkeys((voter.person_id for voter in self.missing), way)
            self.at = len(self.voters) - 1

    # -- what it comes to ----------------------------------------------------------------------

    def way_of(self, voter: Attendee) -> tuple[bool, Vote]:
        """Whether a member has voted or said not to, and how."""
        who = voter.person_id
        return who in self.settled or who in self.votes, self.settled.get(who) or self.votes.get(who)

    @property
    def missing(self) -> tuple[Attendee, ...]:
        """Who is still to vote."""
        return tuple(voter for voter in self.voters if not self.way_of(voter)[0])

    @property
    def tally(self) -> Tally:
        """The votes in figures."""
        ways = [way for there, way in map(self.way_of, self.voters) if there]
        in_favour, against, abstaining = (ways.count(kind) for kind in VOTES)
        return Tally(in_favour, against, abstaining, ways.count(None))

    @property
    def refusal(self) -> str:
        """Why the roll cannot be recorded yet, in one line; "" where it can."""
        if missing := self.missing:
            names = ", ".join(voter.name for voter in missing[:_MOST])
            more = f" and {len(missing) - _MOST} more" if len(missing) > _MOST else ""
            return f"Still to vote: {names}{more}."
        stated, now = self.proposal.counted, self.tally
        if stated is None:
            return ""
        if stated.not_voting is None:
            now = replace(now, not_voting=None)
        if stated == now:
            return ""
        return f"The names make {_figures(now)}, but /vote says {_figures(stated)}: change one of them."

    @property
    def result(self) -> str:
        """What the vote comes to, in words; while it is taken, how it stands."""
        tally, missing = self.tally, len(self.missing)
        if missing:
            return f"{tally.in_favour} to {tally.against} so far, {missing} still to vote"
        after = self.sitting.copy()
        for entry in self.act.entries:
            after.follow(entry)
        decided = after.floor.current
        return capitalised(outcome(decided, "chair")) if decided else ""

    @property
    def act(self) -> Act:
        """What is recorded of a roll that is complete."""
        return roll_act(self.sitting, self.votes)

    def lines(self) -> str:
        """The roll as far as it is taken, as shorthand; "" where nobody has voted."""
        return "\n".join([BEGINS, *self._lines(self.votes)]) if self.votes else ""

    def _lines(self, votes: dict[int, Vote]) -> list[str]:
        """The lines that say who voted how, and who did not."""
        silent = self._written({who: Kind.ABSTAIN for who, way in votes.items() if way is None})
        cast = self._written({who: way for who, way in votes.items() if way is not None})
        return [*cast, *(NOT_VOTING + line.removeprefix(_ABSTAIN) for line in silent)]

    def _written(self, votes: dict[int, Vote]) -> list[str]:
        """The lines that name who voted so."""
        entries = roll_act(self.sitting, votes).entries if votes else ()
        return [entry.source for entry in entries if entry.kind in VOTES]

    # -- reading -------------------------------------------------------------------------------

    def _read(self, lines: str) -> None:
        """Take the votes out of the lines of a half-taken roll; what is none is kept apart."""
        sitting = self.sitting.copy()
        for begins in read_lines(BEGINS, sitting).act.entries:
            sitting.follow(begins)
        for line in lines.split("\n"):
            if line.strip() not in ("", BEGINS) and not self._take(line, sitting):
                command, _, names = line.partition(" ")
                each = [f"{command} {name}" for name in sitting.people.split(names)]
                several = command in _COMMANDS and len(each) > 1
                self.apart += [one for one in each if not self._take(one, sitting)] if several else [line]

    def _take(self, line: str, sitting: Sitting) -> bool:
        """Take the votes that one line gives, where all of it can be read so."""
        if line.startswith(NOT_VOTING):
            return self._take_silent(line.removeprefix(NOT_VOTING))
        entries = read_lines(line, sitting).act.entries
        for entry in entries:
            if entry.kind not in VOTES:
                self.why = self.why or entry.doubt
                return False
            sitting.follow(entry)
            self.votes |= {person.person_id: entry.kind for person in entry.people if person.person_id}
        return bool(entries)

    def _take_silent(self, names: str) -> bool:
        people = [self.sitting.people.find(name).one for name in self.sitting.people.split(names)]
        silent = [person.person_id for person in people if person and self._may_change(person.person_id)]
        if len(silent) < len(people):
            return False
        self.votes |= dict.fromkeys(silent)
        return True

    def _may_change(self, who: int) -> bool:
        return who not in self.settled and any(voter.person_id == who for voter in self.voters)

    def _first_missing(self, otherwise: int) -> int:
        places = (at for at, voter in enumerate(self.voters) if not self.way_of(voter)[0])
        return next(places, otherwise)


def _figures(tally: Tally) -> str:
    """ "20 for, 10 against, 2 abstaining", and who does not vote where that is said."""
    said = [f"{count} {WAYS[way]}" for way, count in tally.ways.items()]
    return ", ".join(said if tally.not_voting is None else [*said, f"{tally.not_voting} not voting"])
