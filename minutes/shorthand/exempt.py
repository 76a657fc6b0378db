"""What is exempt from publication (Local Government Act 1972, Schedule 12A), and back to public."""

from __future__ import annotations

import re

from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted, read_alone
from minutes.sitting import Sitting
from storage.records import Item, Kind, NewEntry

_PARAGRAPHS = re.compile(r"[1-7](?:,[1-7])*")
_ITEM_ALONE = re.compile(r"items?\s+(\S+)", re.IGNORECASE)
_FILLERS = re.compile(r"\b(?:items?|under|paragraphs?|paras?)\b\.?", re.IGNORECASE)
_COMMAS = re.compile(r" ?(?:,| & | and ) ?")


def read_exempt(line: Line) -> Read:
    """`/exempt [ITEM] PARAGRAPHS [; reason]`; what cannot be read makes what follows exempt."""
    said, _, reason = line.text.partition(";")
    if item := _item_alone(said, line.sitting):
        known, which = item.exempt or "", "by which of the paragraphs 1 to 7?"
        doubt = "" if known else f"item {item.number} is exempt, but {which} (/exempt {item.number} 3)"
        return Read(NewEntry(Kind.EXEMPT, line.source, known, reason.strip(), target_id=item.id, doubt=doubt))
    words = _COMMAS.sub(",", " ".join(_FILLERS.sub(" ", said).split())).split()
    try:
        item = _exempt_item(words, line.sitting)
    except DoubtError as doubt:
        return failed_exempt(line, str(doubt))
    paragraphs = ",".join(dict.fromkeys(words[-1].split(",")))
    target = None if item is None else item.id
    return Read(NewEntry(Kind.EXEMPT, line.source, paragraphs, reason.strip(), target_id=target))


def failed_exempt(line: Line, why: str) -> Read:
    """A `/exempt` that cannot be read: doubt never publishes."""
    return Read(withheld(line.source, why))


def withheld(source: str, why: str) -> NewEntry:
    """A line kept *to check*, from which on nothing is published: what it says may be exempt."""
    doubt = f"{why}: what follows is exempt until /public or the next item"
    return NewEntry(Kind.EXEMPT, source, doubt=doubt)


def _item_alone(said: str, sitting: Sitting) -> Item | None:
    """The item of "item 7", which says no paragraph: the item is exempt all the same."""
    match = _ITEM_ALONE.fullmatch(said.strip())
    return sitting.item_numbered(match[1]) if match else None


def _exempt_item(words: list[str], sitting: Sitting) -> Item | None:
    """The item that `/exempt` names, None where it names none. Raises DoubtError where it cannot be read."""
    if not words or not _PARAGRAPHS.fullmatch(words[-1]):
        raise DoubtError("which of the paragraphs 1 to 7? (/exempt 3, or for item 7 /exempt 7 3)")
    if len(words) == 1:
        return None
    number = " ".join(words[:-1])
    item = sitting.item_numbered(number)
    if item is None:
        raise DoubtError(f"there is no item {quoted(number)} on the agenda")
    return item


COMMANDS = (
    Command(
        "exempt",
        "[ITEM] PARAGRAPHS [; reason]",
        "What follows, or that item, is exempt.",
        "/exempt 3",
        read_exempt,
    ),
    Command("public", "", "Back to public business.", "/public", read_alone(Kind.PUBLIC, "/public")),
)
