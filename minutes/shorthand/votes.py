"""Votes: counted, uncounted, by casting vote, and by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from minutes.english import NUMBERS
from minutes.floor import Fate, Proposal, Tally
from minutes.proposals import VOTES
from minutes.shorthand.people import known, members_named, must_vote
from minutes.shorthand.reading import Command, DoubtError, Line, Read, alone, quoted
from minutes.sitting import Sitting
from storage.records import Kind, Named, NewEntry

_NUMBERS = {word: number for number, word in enumerate(NUMBERS, 1)} | dict.fromkeys(
    ("zero", "none", "nil"), 0
)
_UNANIMOUS = ("all", "all in favour", "unanimous", "unanimously", "carried unanimously")
_UNCOUNTED = {"": "carried", "carried": "carried", "lost": "lost"}
_UNCOUNTED |= dict.fromkeys(_UNANIMOUS, "all")
_CASTING = {"for": "for", "in favour": "for", "against": "against"}
_FIGURES = "write the figures as /vote 7 3 1 [2]: for, against, abstaining, not voting"
_BETWEEN = re.compile(r"(?<=\d)\s?[-–:]\s?(?=\d)")  # as a score is spoken: "7–3"
_LONGEST = 4  # digits
WAYS = {Kind.FOR: "for", Kind.AGAINST: "against", Kind.ABSTAIN: "abstaining"}
_NOUNS = {Kind.MOTION: "motion", Kind.AMENDMENT: "amendment", Kind.PREVIOUS: "minutes"}


def read_vote(line: Line) -> Read:
    """`/vote 7 3 1 [2]`, `/vote all`, `/vote lost`, `/vote`: the outcome of what is up for vote."""
    said = line.text.casefold().strip(" .")
    text = _UNCOUNTED.get(said, "")
    counts = () if text else _figures(said)
    proposal = _to_vote_on(counts, line.sitting)
    if counts:
        _must_add_up(counts, proposal, line.sitting)
    if text == "all" and proposal.named.against:
        raise DoubtError(f"{_voters(proposal.named.against)} against by name: it was not unanimous")
    return Read(NewEntry(Kind.VOTE, line.source, text, counts=counts))


def read_casting(line: Line) -> Read:
    """`/casting for` or `/casting against`, by whoever presides, after a tie."""
    way = _CASTING.get(line.text.casefold().strip(" ."))
    if way is None:
        raise DoubtError("which way? write /casting for, or /casting against")
    sitting, proposal = line.sitting, line.sitting.floor.current
    if proposal is None or not proposal.tied:
        raise DoubtError("there is no tied vote above that a casting vote could decide")
    if sitting.attendance_taken and sitting.chair is None:
        raise DoubtError("nobody is known to preside: write /chair and the name above it")
    return Read(NewEntry(Kind.CASTING, line.source, way))


def read_roll(line: Line) -> Read:
    """`/roll`: a recorded vote on what is up for vote, or on the vote counted just above."""
    alone(line, "/roll")
    proposal = line.sitting.floor.to_roll
    if proposal is None:
        raise DoubtError("there is no motion or decision above to take a recorded vote on")
    if proposal.roll is not None:
        raise DoubtError("the recorded vote has begun: write /for, /against or /abstain and the names")
    return Read(NewEntry(Kind.ROLL, line.source))


def read_names(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/for`, `/against` or `/abstain`: members who may vote, by name, each once."""

    def reader(line: Line) -> Read:
        people = members_named(kind, line.text, line.sitting)
        for person in people:
            must_vote(person, line.sitting)
        _must_be_new(people, line)
        _must_fit(kind, people, line.sitting)
        return Read(NewEntry(kind, line.source, people=people))

    return reader


def _figures(said: str) -> tuple[int, ...]:
    """Up to four figures. Raises DoubtError where there are none, or more."""
    words = _BETWEEN.sub(" ", said).replace(",", " ").split()
    figures = [_number(word) for word in words]
    if not 1 <= len(figures) <= 4 or None in figures:
        raise DoubtError(f"{quoted(said)} is no vote: {_FIGURES}")
    return tuple(figure for figure in figures if figure is not None)


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) <= _LONGEST:
        return int(word)
    return _NUMBERS.get(word)


def _to_vote_on(counts: tuple[int, ...], sitting: Sitting) -> Proposal:
    """What is voted on. Raises DoubtError where there is nothing, or where it was voted on already."""
    proposal = sitting.floor.voted_by(counts)
    if proposal is not None and proposal.vote is None:
        return proposal
    voted = sitting.floor.current
    if voted is None or voted.fate is Fate.WITHDRAWN:
        raise DoubtError("there is no motion or decision above to vote on")
    raise DoubtError(f"a second vote on the same {noun_of(voted)}: it was {outcome(voted)}")


def _must_add_up(counts: tuple[int, ...], proposal: Proposal, sitting: Sitting) -> None:
    """Raises DoubtError where figures are more than may vote, or fewer than were named."""
    total, voters = sum(counts), len(sitting.voters)
    if not any(counts[:3]):
        raise DoubtError(f"nobody voted: {_FIGURES}")
    if total > voters and sitting.attendance_taken:
        raise DoubtError(f"{total} votes, but {_members(voters)} here and may vote")
    if total > voters and sitting.members:
        raise DoubtError(f"{total} votes, but {_members(voters)} on the list who may vote")
    if len(counts) == 4 and total < voters and sitting.attendance_taken:
        raise DoubtError(f"the four figures come to {total}, but {_members(voters)} here and may vote")
    stated = dict(zip(VOTES, (*counts, 0, 0), strict=False))
    for way, names in proposal.named.ways.items():
        if names > stated[way]:
            raise DoubtError(f"{stated[way]} {WAYS[way]}, but {_voters(names)} {WAYS[way]} by name")


def _must_be_new(people: Sequence[Named], line: Line) -> None:
    """Raises DoubtError where a voter is counted twice: on this line, or on one above it."""
    said = [known(name, line.sitting) for name in line.sitting.people.split(line.text)]
    persons = [person.person_id for person in said if person is not None]
    for person in people:
        alike = [each for each in people if each.person_id == person.person_id]
        if persons.count(person.person_id) > 1 or len(alike) > 1:
            raise DoubtError(f"{person.name} is named twice")
        way = line.sitting.floor.by_name.get(person.person_id or 0)
        if way is not None:
            raise DoubtError(f"{person.name} is recorded as {_as(way)} already")


def _must_fit(kind: Kind, people: Sequence[Named], sitting: Sitting) -> None:
    """Raises DoubtError where more are named than the vote counted."""
    proposal = sitting.floor.named_for
    if proposal is None or proposal.vote is None:
        return
    if proposal.vote.text == "all" and kind is Kind.AGAINST:
        raise DoubtError("the vote was unanimous: nobody voted against")
    names = proposal.named.ways[kind] + len(people)
    if proposal.counted is not None and names > (stated := proposal.counted.ways[kind]):
        raise DoubtError(f"{stated} {WAYS[kind]}, but {_voters(names)} {WAYS[kind]} by name")


def noun_of(proposal: Proposal) -> str:
    """What a proposal is called: "motion", "amendment", "decision", "minutes"."""
    return _NOUNS.get(proposal.entry.kind, "decision")


def outcome(proposal: Proposal) -> str:
    """How a proposal was decided: "carried 4–3", "lost", "carried unanimously"."""
    said = proposal.fate.value
    if proposal.casting is not None:
        return f"{said} on the casting vote"
    if proposal.vote is not None and proposal.vote.text == "all":
        return f"{said} unanimously"
    return f"{said} {score(proposal.tally)}" if proposal.tally else said


def score(tally: Tally) -> str:
    """A vote as it is spoken: "4–3", "4–3, 1 abstaining"."""
    more = f", {tally.abstaining} abstaining" if tally.abstaining else ""
    return f"{tally.in_favour}–{tally.against}{more}"


def _as(way: Kind) -> str:
    return "abstaining" if way is Kind.ABSTAIN else f"voting {WAYS[way]}"


def _members(number: int) -> str:
    return "1 member is" if number == 1 else f"{number or 'no'} members are"


def _voters(number: int) -> str:
    return "1 is" if number == 1 else f"{number} are"


def _by_name(kind: Kind, takes: str, purpose: str, example: str) -> Command:
    return Command(kind.value, takes, purpose, example, read_names(kind), names=True)


COMMANDS = (
    Command(
        "vote", "7 3 1 [2] · all · lost", "For, against, abstaining, not voting.", "/vote 7 3 1", read_vote
    ),
    Command("casting", "for · against", "The casting vote, after a tie.", "/casting for", read_casting),
    Command("roll", "", "A recorded vote: the names follow.", "/roll", read_roll),
    _by_name(
        Kind.FOR, "A, B · all · rest", "Votes for, by name; on request or after /roll.", "/for Cooper, Kemp"
    ),
    _by_name(Kind.AGAINST, "A, B", "Votes against, by name.", "/against Johnson"),
    _by_name(Kind.ABSTAIN, "A, B", "Abstentions, by name.", "/abstain rest"),
)
