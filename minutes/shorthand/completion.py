"""What `tab` completes: a name or reference where one is wanted, a label used before, a theme, a command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.names import is_role, named, short_role
from minutes.shorthand.commands import COMMANDS
from minutes.shorthand.reading import Command
from minutes.sitting import Sitting

_COMMAND = re.compile(r"\s*/([^\W\d_]*)$")
_ARGUMENT = re.compile(r"\s*/([^\W\d_]+):?\s+")
_LAST_NAME = re.compile(r"(?:.*[,;]\s*)?(.*)$", re.DOTALL)
_BEFORE_COLON = re.compile(r"(?:[^:]*,\s*)?([^:,]*)$")
_LAST_NAME_OF = {  # where the name begun stands in what follows a command
    "sub": re.compile(r"(?:.*\sfor\s+)?(.*)$", re.DOTALL | re.IGNORECASE),
    "move": _BEFORE_COLON,
    "amend": _BEFORE_COLON,
    "interest": _BEFORE_COLON,
    "urgent": re.compile(r"[^;]*;\s*(?:agreed by\s+)?(?:[^;]*,\s*)?([^;,]*)$", re.IGNORECASE),
}
_AND = re.compile(r".*\s(?:and|&)\s+", re.DOTALL | re.IGNORECASE)
_THEME = re.compile(r"(?<!\S)#([\w-]*)$")
_ASKER = re.compile(r"\s*\?\s*\((?:[^)]*,\s*)?([^),]*)$")
_OWNER = re.compile(r"(?<![^\s(])@([^@:,]{0,80})$")
_OWNERS = re.compile(r"\s*[@+]\s*@?(?:[^:]*,\s*)?([^:,]{0,80})$")
_LABEL = re.compile(r"\s*(?:-{1,2}|\?\s*(?:\([^)]*\))?)\s*([^:,()]{1,60})$")
_LAST_REFERENCE = re.compile(r"(?:p?\d+(?:/\d{4})?\s*(?:[,;&]|and\s)\s*)*([^,;&]*)$", re.IGNORECASE)
_CARRIED_ON = re.compile(r"\s*-\s*(p\d*(?:/\d*)?)$", re.IGNORECASE)
_REACH = 400  # letters: so far into a paragraph only a sign near by matters


@dataclass(frozen=True, slots=True)
class Completion:
    """One way of completing: `text` goes in place of what stands from `start` to `end`."""

    start: int
    end: int
    text: str


def complete(line: str, column: int, sitting: Sitting) -> tuple[Completion, ...]:
    """What may stand at `column` of `line` instead of what was begun there, the likeliest first."""
    cut = max(column - _REACH, 0)
    before = line[cut:column]
    found = _in_text(before, sitting) or ([] if cut else _at_head(before, sitting))
    return tuple(Completion(cut + start, column, text) for start, text in found)


def _in_text(before: str, sitting: Sitting) -> list[tuple[int, str]]:
    """A theme or an owner, anywhere in a line: where the completed text starts and what it is."""
    if (match := _THEME.search(before)) and before[: match.start()].strip():
        return _choose(match.start(1), match[1], _themes(sitting))
    if match := _OWNER.search(before):
        return _choose(match.start(1), match[1], _people(sitting))
    return []


def _at_head(before: str, sitting: Sitting) -> list[tuple[int, str]]:
    """A command and its people or promises, an asker, the owners before a colon, or a label."""
    if match := _COMMAND.match(before):
        begun = match[1].casefold()
        return [(match.start(1), f"{name} ") for name in COMMANDS if name.startswith(begun)]
    if (match := _ARGUMENT.match(before)) and (command := COMMANDS.get(match[1].casefold())):
        if command.promises and (last := _LAST_REFERENCE.match(before, match.end())):
            return [(last.start(1), f"{reference} ") for reference in _references(last[1], sitting)]
        return _in_argument(command, before, match.end(), sitting) if command.names else []
    if sitting.promises.listing and (match := _CARRIED_ON.match(before)):
        return [(match.start(1), f"{reference}: ") for reference in _references(match[1], sitting)]
    for form in (_ASKER, _OWNERS):
        if match := form.match(before):
            return _choose(match.start(1), match[1], _people(sitting))
    if match := _LABEL.match(before):
        return _choose(match.start(1), match[1], (f"{label}: " for label in _labels(sitting)))
    return []


def _in_argument(command: Command, before: str, start: int, sitting: Sitting) -> list[tuple[int, str]]:
    """A name after a command that takes people; for `/interest` after the name the kind of interest."""
    match = _LAST_NAME_OF.get(command.name, _LAST_NAME).match(before, start)
    if match is None:
        return []
    begun = match.start(1)
    found = _choose(begun, match[1], _people(sitting))
    if not found and (joined := _AND.match(before, begun)):
        begun = joined.end()
        found = _choose(begun, before[begun:], _people(sitting))
    if not found and command.name == "interest":
        person, length = sitting.people.longest(before[begun:])
        rest = before[begun + length :]
        if person.one and rest[:1].isspace():
            kinds = (short for short, _ in sitting.record.body.interest_kinds)
            found = _choose(len(before) - len(rest.lstrip()), rest, kinds)
    return found


def _references(begun: str, sitting: Sitting) -> list[str]:
    """The promises owed that are named so, or an owner or their words begin so; those that nothing was heard
    of here come first."""
    promises, begun = sitting.promises, begun.casefold()
    first, second = [], []
    for action in sorted(promises.owed, key=lambda action: promises.is_heard(action.id)):
        reference, standing = str(promises.reference(action)), promises.standing(action.id)
        told = " ".join([*(owner.name for owner in standing.owners), standing.words]).casefold()
        if reference.startswith(begun):
            first.append(reference)
        elif f" {begun}" in f" {told}":
            second.append(reference)
    return first + second


def _choose(start: int, begun: str, offers: Iterable[str]) -> list[tuple[int, str]]:
    """The offers that begin as `begun` does, then those with a word that does."""
    begun = begun.lstrip().casefold()
    first, second = [], []
    for offer in dict.fromkeys(offers):
        folded = offer.casefold()
        if folded.startswith(begun):
            first.append((start, offer))
        elif f" {begun}" in folded:
            second.append((start, offer))
    return first + second


def _people(sitting: Sitting) -> Iterator[str]:
    """Each person by the name that names them alone, then by role."""
    for person in sitting.people.attendees:
        name = short_role(person.name) if is_role(person.name) and not person.title else person.name
        yield name if sitting.people.find(name).one else named(person)
    for person in sitting.people.attendees:
        for role in (person.role, person.office):
            if role:
                yield short_role(role)


def _labels(sitting: Sitting) -> Iterator[str]:
    """Labels used in this meeting, the last first, then the titles of the agenda."""
    yield from reversed(list(sitting.labels))
    yield from (item.title for item in sitting.items if len(item.title) <= 60 and "," not in item.title)


def _themes(sitting: Sitting) -> Iterator[str]:
    yield from (theme.replace(" ", "-") for theme in sitting.promises.themes)
