"""Decisions, and what belongs to them: recommendations adopted, reasons, alternatives rejected."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutes.floor import Fate
from minutes.shorthand.actions import inline
from minutes.shorthand.reading import DoubtError, Line, Read, quoted
from minutes.sitting import Sitting
from minutes.wording.adoption import report_parts
from storage.records import Item, Kind, NewEntry

_NUMBER = re.compile(r"\d[\w.()]*")
_BETWEEN = re.compile(r"[\s,;&]+(?:and\s+)?")


def read_decision(line: Line) -> Read:
    """`! text`; `!=`, `!~` and `!^` are about the report, or the decision above."""
    about = _ABOUT.get(line.text[0])
    if about is not None:
        return about(line, line.text[1:].strip())
    text, actions = inline(line.text, line.sitting)
    return Read(NewEntry(Kind.DECISION, line.source, text, actions=actions))


def _read_adoption(line: Line, numbers: str) -> Read:
    """`!= [numbers]`: the item's recommendations of those numbers, or all of them."""
    item = _item(line.sitting)
    chosen = " ".join(_numbered(numbers, item, "Recommendation"))
    return Read(NewEntry(Kind.ADOPT, line.source, chosen))


def _read_reasons(line: Line, text: str) -> Read:
    """`!~ text`: reasons in the clerk's words; `!~` alone or with numbers, the report's own."""
    _must_follow_decision(line.sitting, "reasons")
    if text and not all(_NUMBER.fullmatch(word) for word in _BETWEEN.split(text)):
        return _in_words(Kind.REASONS, line, text)
    chosen = " ".join(_numbered(text, _item(line.sitting), "Reason"))
    return Read(NewEntry(Kind.REASONS, line.source, label=chosen))


def _read_alternatives(line: Line, text: str) -> Read:
    """`!^ text`: the alternatives that were considered and rejected."""
    _must_follow_decision(line.sitting, "alternatives rejected")
    if not text:
        raise DoubtError("what was considered and rejected? write !^ and the alternatives")
    return _in_words(Kind.ALTERNATIVES, line, text)


def _in_words(kind: Kind, line: Line, text: str) -> Read:
    text, actions = inline(text, line.sitting)
    return Read(NewEntry(kind, line.source, text, actions=actions))


def _numbered(said: str, item: Item, name: str) -> list[str]:
    """The numbers said, as the report has them. Raises DoubtError where it has no such part."""
    parts = report_parts(item.parts, name)
    what = f"{name.lower()}s"
    if not parts:
        raise DoubtError(f"the agenda gives no {what} for item {item.number}".rstrip())
    have = {part.number.rstrip("."): part.number for part in parts if part.number}
    chosen: list[str] = []
    for word in filter(None, _BETWEEN.split(said)):
        number = have.get(word.rstrip("."))
        if number is None:
            known = f"they are {', '.join(have.values())}" if have else "they have no numbers"
            raise DoubtError(f"{quoted(word)} is none of the {what} of item {item.number}: {known}")
        chosen.append(number)
    return list(dict.fromkeys(chosen))


def _item(sitting: Sitting) -> Item:
    if sitting.item is None:
        raise DoubtError("no item is being taken whose report this could be: /5 takes item 5")
    return sitting.item


def _must_follow_decision(sitting: Sitting, what: str) -> None:
    """Raises DoubtError where nothing was decided in this item yet."""
    latest = sitting.floor.latest
    if latest is None or not (latest.is_decision or latest.fate in (Fate.CARRIED, Fate.LOST)):
        raise DoubtError(f"there is no decision above that these {what} belong to")


_ABOUT: dict[str, Callable[[Line, str], Read]] = {
    "=": _read_adoption,
    "~": _read_reasons,
    "^": _read_alternatives,
}
