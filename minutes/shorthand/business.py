"""Other business: that there were none, the actions so far, short forms."""

from __future__ import annotations

import re

from minutes.shorthand.reading import Command, DoubtError, Line, Read, read_alone
from storage.records import Kind, NewEntry

_SHORT = re.compile(r"(\w[^\s=]{0,30})\s*=\s*(\S.*)")


def read_short(line: Line) -> Read:
    """`/short PC = the Parish Council`."""
    match = _SHORT.fullmatch(line.text)
    if match is None:
        raise DoubtError("write it as /short PC = the Parish Council")
    if re.search(r";\s*[^\s;=]+\s*=", match[2]):
        raise DoubtError("one short form a line: /short PC = the Parish Council")
    return Read(NewEntry(Kind.SHORT, line.source, match[2], label=match[1]))


COMMANDS = (
    Command("none", "", "“There were none.”", "/none", read_alone(Kind.NONE, "/none")),
    Command(
        "actions", "", "Prints this meeting's actions here.", "/actions", read_alone(Kind.ACTIONS, "/actions")
    ),
    Command(
        "short",
        "SHORT = words",
        "A short form, written out in print.",
        "/short PC = the Parish Council",
        read_short,
    ),
)
