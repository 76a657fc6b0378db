"""The people of an agenda: "Councillors Kemp (Chairman), Cooper" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.records import Attendee

# A list's first word gives its people their title (SHORTHAND, Names); the plural holds for all after it.
_PLURALS = {"councillors": "Councillor", "cllrs": "Cllr"}
_SINGULARS = {"councillor": "Councillor", "cllr": "Cllr"}
_PLURAL_OF = {"Councillor": "Councillors", "Cllr": "Cllrs"}

_OFFICE = re.compile(
    r"^(?:(?:vice|deputy|co|acting|interim)[- ]?)*(?:chair(?:man|woman|person)?|mayor|president)$", re.I
)
_INITIALS = re.compile(r"^[A-Z]{2,4}$")
_NOBODY = re.compile(r"^(?:none|nil|tbc|to be confirmed|[-–—.…]*)$", re.I)


def read_people(text: str, member: bool) -> tuple[Attendee, ...]:
    """Read a list of people: parted by `;` where a line has one, else by commas outside brackets.

    `member` says which list it is, the members' or those in attendance. Anyone named twice is
    taken once. Their `person_id` is 0: the book finds or makes them.
    """
    people: dict[str, Attendee] = {}
    title = ""
    for line in re.split(r"\r\n?|\n", text):
        for entry in _entries(" ".join(line.split())):
            first, _, rest = entry.partition(" ")
            plural = _PLURALS.get(first.lower().rstrip(".:"), "")
            group = _parted(rest, ",") if plural else [entry]
            own = plural if len(group) > 1 else ""  # "Councillors A, B; Ann Bell": hers is not the title
            title = plural or title
            for name in (n for part in group for n in (_joined(part) if title else [part])):
                person = _person(name.strip(), title, member)
                if person is not None:
                    people.setdefault(person.name.casefold(), person)
            title = "" if own else title
    return tuple(people.values())


def write_people(people: Sequence[Attendee]) -> str:
    """Write `people` as the list that `read_people` reads back, their common title once."""
    titles = {person.title for person in people}
    plural = ""
    if len(people) > 1 and len(titles) == 1 and not any(" and " in p.name or "," in p.name for p in people):
        plural = _PLURAL_OF.get(next(iter(titles)), "")
    entries = [_written(person, titled=not plural) for person in people]
    if any("," in person.name for person in people):
        text = "; ".join(entries) + (";" if len(entries) == 1 else "")
    else:
        text = ", ".join(entries)
    return f"{plural} {text}".lstrip()


def _entries(line: str) -> list[str]:
    """The entries of one line, at its `;` or else its commas, brackets kept whole."""
    parts = _parted(line, ";")
    return [part.strip() for part in (parts if len(parts) > 1 else _parted(line, ",")) if part.strip()]


def _parted(line: str, sign: str) -> list[str]:
    """`line` cut at every `sign` outside brackets; an unclosed bracket holds nothing together."""
    parts, depth, start = [], 0, 0
    balanced = line.count("(") == line.count(")")
    for place, letter in enumerate(line):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == sign and (depth <= 0 or not balanced):
            parts.append(line[start:place])
            start = place + 1
    return [*parts, line[start:]]


def _joined(entry: str) -> list[str]:
    """The names in "Cooper and Johnson", where a title says that these are people."""
    return re.split(r"\s+(?:and|&)\s+(?![^(]*\))", entry)


def _person(entry: str, title: str, member: bool) -> Attendee | None:
    """One entry of a list, or None where it names nobody."""
    name, bracketed = _out_of_brackets(entry)
    first, _, rest = name.partition(" ")
    if (own := _SINGULARS.get(first.lower().rstrip("."))) and rest:
        title, name = own, rest
    if _NOBODY.match(name):
        return None
    office = initials = ""
    roles: list[str] = []
    for part in (part.strip() for part in bracketed.split(",")):
        if _OFFICE.match(part) and not office:
            office = part
        elif _INITIALS.match(part) and not initials:
            initials = part
        elif part:
            roles.append(part)
    return Attendee(0, name, title, office, ", ".join(roles), initials, member)


def _out_of_brackets(entry: str) -> tuple[str, str]:
    """The name and what its brackets hold: a role may have brackets of its own."""
    match = re.match(r"^([^()]+?)\s*\((.*)\)$", entry)
    if not match:
        return entry.strip("() "), ""
    return match[1], ", ".join(part.strip() for part in re.split(r"\)\s*\((?=[^()]*$)", match[2]))


def _written(person: Attendee, *, titled: bool) -> str:
    """One person as an entry of the list."""
    bracketed = ", ".join(part for part in (person.office, person.initials, person.role) if part)
    named = f"{person.title} {person.name}".lstrip() if titled else person.name
    return f"{named} ({bracketed})" if bracketed else named
