"""How a line names a promise: an action `4`, or `4/2020` where the year is not this meeting's; a priority
`p4` (SHORTHAND, Actions)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storage.records import ON_PROMISES, Action, PromiseKind

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_REFERENCE = re.compile(r"(p?)(\d{1,6})(?:/(\d{4}))?(?![\w/])", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;&]|\band\b)(?:\s*and\b)?\s*|\s+(?=p\d)", re.IGNORECASE)
_A_DATE = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}", re.IGNORECASE)
_COMMAND = re.compile(rf"/(?:{'|'.join(sorted(ON_PROMISES))})(?![^\W\d_])[:\s]*", re.IGNORECASE)
_CARRIED_ON = re.compile(r"-\s*(?:\(?\w{1,4}[.)]\s*)?(?=p\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A promise as a line names it; `year` is None where the line says none."""

    number: int
    year: int | None = None
    priority: bool = False

    @classmethod
    def of(cls, action: Action, in_year: int) -> Reference:
        """How a promise is named in a meeting of the year `in_year`: with its own where that is another."""
        year = action.year if action.year != in_year else None
        return cls(action.number, year, action.kind is PromiseKind.PRIORITY)

    def __str__(self) -> str:
        year = "" if self.year is None else f"/{self.year}"
        return f"{'p' if self.priority else ''}{self.number}{year}"

    @property
    def words(self) -> str:
        """What it is called: "action 4", "action 4/2020", "priority p4"."""
        return f"{'priority' if self.priority else 'action'} {self}"


def references_at_start(text: str) -> tuple[tuple[Reference, ...], int]:
    """The references that `text` begins with ("4", "4/2020, p2 p3 and 5"), and how many letters they take.

    A number behind a comma that a month follows is the day of a date.
    """
    found: list[Reference] = []
    end = place = 0
    while match := _REFERENCE.match(text, place):
        if found and _A_DATE.match(text, place):
            break
        found.append(Reference(int(match[2]), int(match[3]) if match[3] else None, bool(match[1])))
        end = match.end()
        following = _AND.match(text, end)
        if following is None:
            break
        place = following.end()
    return tuple(dict.fromkeys(found)), end


def references_in(text: str) -> tuple[Reference, ...]:
    """The promises that the lines of `text` name: what the book has to be asked for before they are read."""
    found: dict[Reference, None] = {}
    for line in text.splitlines():
        bare = line.strip()
        head = _COMMAND.match(bare) or _CARRIED_ON.match(bare)
        if head is not None:
            found |= dict.fromkeys(references_at_start(bare[head.end() :])[0])
    return tuple(found)
