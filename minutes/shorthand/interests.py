"""Interests that members declare."""

from __future__ import annotations

from minutes.shorthand.reading import Command, DoubtError, Line, Read
from storage.records import Kind, NewEntry


def read_interest(line: Line) -> Read:
    """`/interest none`."""
    if line.text.casefold().rstrip(".") != "none":
        raise DoubtError("“/interest A” is not built yet: kept to be checked")
    return Read(NewEntry(Kind.INTEREST, line.source, "none"))


COMMANDS = (
    Command(
        "interest", "none", "Declarations of interests: there were none.", "/interest none", read_interest
    ),
)
