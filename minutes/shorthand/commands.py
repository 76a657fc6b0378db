"""The commands: one table for the reader, the help and the completion."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from minutes.nearness import nearest
from minutes.shorthand import (
    attendance,
    business,
    course,
    exempt,
    interests,
    items,
    motions,
    previous,
    priorities,
    promises,
    votes,
)
from minutes.shorthand.exempt import failed_exempt
from minutes.shorthand.items import read_item
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted

_TABLE = (
    *items.COMMANDS,
    *course.COMMANDS,
    *attendance.COMMANDS,
    *interests.COMMANDS,
    *previous.COMMANDS,
    *business.COMMANDS,
    *exempt.COMMANDS,
    *motions.COMMANDS,
    *votes.COMMANDS,
    *priorities.COMMANDS,
    *promises.COMMANDS,
)
COMMANDS: dict[str, Command] = {command.name: command for command in _TABLE}

_COMMAND = re.compile(r"([^\W\d_]+)[:\s]*")
# Words that clerks use for the same: what follows must not be published because of them.
_LIKE_EXEMPT = frozenset(
    {"confidential", "private", "restricted", "exclude", "exclusion", "secret", "pink", "part"}
)


def read_command(line: Line) -> Read:
    """`/command …`, or `/5` for the item of that number."""
    match = _COMMAND.match(line.text)
    if match is None:
        if line.text[0].isdigit():
            return read_item(line)
        raise DoubtError(f"{quoted(f'/{line.text}')} is not a command")
    word, rest = match[1].casefold(), replace(line, text=line.text[match.end() :].strip())
    command = COMMANDS.get(word)
    if command is None:
        return _unknown(word, rest)
    return command.read(rest)


def _unknown(word: str, line: Line) -> Read:
    """A command nobody knows, with the nearest one; near to `/exempt` it is a failed `/exempt`."""
    told = f"{quoted(f'/{word}')} is not a command"
    if _near_exempt(word):
        return failed_exempt(line, f"{told} (did you mean /exempt?)")
    nearest = nearest_command(word)
    raise DoubtError(f"{told}: did you mean /{nearest}?" if nearest else f"{told}: / and tab shows them all")


@lru_cache(maxsize=256)
def nearest_command(word: str) -> str:
    """The command that `word` is most likely meant for, "" where it is like none."""
    begun = [name for name in COMMANDS if name.startswith(word) or word.startswith(name)]
    if begun:
        return max(begun, key=len) if word.startswith(begun[0]) else begun[0]
    distance, near = nearest(word, COMMANDS)
    return near if distance <= max(1, min(len(word), len(near)) // 2) else ""


def _near_exempt(word: str) -> bool:
    if word in _LIKE_EXEMPT or word.startswith("ex"):
        return True
    return nearest_command(word) == "exempt"
