"""Votes recorded by name."""

from __future__ import annotations

from collections.abc import Callable

from minutes.shorthand.people import must_vote, nobody, people_of
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
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
