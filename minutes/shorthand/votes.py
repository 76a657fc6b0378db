"""Votes recorded by name."""

from __future__ import annotations

from collections.abc import Callable

from minutes.shorthand.people import must_vote, nobody, people_of
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from storage.records import Kind, NewEntry


def read_votes(kind: Kind) -> Callable[[Line], Read]:
    """The reader of `/for`, `/against` or `/abstain`: members who are present, by name."""

    def reader(line: Line) -> Read:
        people, newcomers = people_of(kind, line.text, line.sitting)
        if not people:
            raise DoubtError(nobody(kind, line.text))
        if newcomers:
            raise DoubtError(f"{quoted(newcomers[0].name)} is not a member of this meeting")
        for person in people:
            must_vote(person, line.sitting)
        return Read(NewEntry(kind, line.source, people=people))

    return reader


def _by_name(kind: Kind, takes: str, purpose: str, example: str) -> Command:
    return Command(kind.value, takes, purpose, example, read_votes(kind), names=True)


COMMANDS = (
    Command("move", "A[, B]: text", "A motion and its seconder.", "/move Cooper: that …", names=True),
    Command("second", "B", "The seconder.", "/second Johnson", names=True),
    Command("amend", "A[, B]: text", "An amendment.", "/amend Kemp: to add …", names=True),
    Command("withdraw", "", "The motion is withdrawn.", "/withdraw"),
    Command("vote", "7 3 1 [2] · all", "The count of a vote.", "/vote 7 3 1"),
    Command("casting", "for · against", "The chair's casting vote.", "/casting for"),
    Command("roll", "", "A full recorded vote.", "/roll"),
    _by_name(Kind.FOR, "A, B · all · rest", "Votes for, recorded by name on request.", "/for Cooper, Kemp"),
    _by_name(Kind.AGAINST, "A, B", "Votes against, by name.", "/against Johnson"),
    _by_name(Kind.ABSTAIN, "A, B", "Abstentions, by name.", "/abstain rest"),
)
