"""What of a pack is not for publication, and under which paragraphs of Schedule 12A to the Local Government
Act 1972: as an item's title says, the part of the agenda that it stands in, or a page of its report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minutes.packs.lines import Line

_MARK = re.compile(
    r"[(\[]\s?(?:exempt|confidential|restricted|not for publication|private|part (?:2|ii)\b)"
    r"([^()\[\]]{0,120})[)\]]",
    re.I,
)
_NOT_PARAGRAPHS = re.compile(r"\bpart\s+\d|\bschedule\s+12\s?A|\b1972\b", re.I)
_PART = re.compile(
    r"^(?:part (?:2|ii|b)\b|(?:exempt|private|confidential|closed|restricted)\b)[^.]{0,80}$"
    r"|\b(?:exempt|private|confidential) (?:items?|business|session)\b[^.]{0,60}$",
    re.I,
)
_LONGEST_PART = 100  # letters of the line above such a part
_EXCLUSION = re.compile(r"^exclusion of (?:the )?(?:press|public)", re.I)
_PAGE = re.compile(r"^not for publication\b", re.I)
_VIRTUE = re.compile(r"\bparagraphs?(?:\(s\))?\s+((?:\d{1,2}[A-Z]?|,|&|and|or|\s){1,24})", re.I)
_ITEM = re.compile(r"\bagenda item\s+(?:no\.?\s*)?(\d{1,3}[A-Za-z]?)\b", re.I)
_NEAR = 8  # lines below the mark within which the page says under what and of which item


def paragraphs_of_schedule(words: str) -> str:
    """The paragraphs of Schedule 12A that words such as "exempt – paragraphs 3 and 5" name: "3,5"."""
    bare = _NOT_PARAGRAPHS.sub(" ", words)
    return ",".join(dict.fromkeys(re.findall(r"\b[1-7](?:[A-Z])?\b", bare)))


def private_mark(text: str) -> str | None:
    """The paragraphs that a mark such as "[exempt 3]" in a title names; None where there is no mark."""
    match = _MARK.search(text)
    return paragraphs_of_schedule(match[1]) if match else None


def without_private_mark(text: str) -> str:
    """`text` without such marks."""
    return _MARK.sub("", text)


def opens_private_part(text: str) -> bool:
    """Whether a line of an agenda says that the items below it are exempt."""
    return bool(_PART.search(text)) and len(text) < _LONGEST_PART


def private_items(parts: Iterable[tuple[int, str]], titles: Iterable[str]) -> dict[int, tuple[str, str]]:
    """The items, by place, that stand in an exempt part of the agenda, each with the paragraphs and with why
    that is thought; `parts` are the lines that open one, with the place of the item below each."""
    found: dict[int, tuple[str, str]] = {}
    opens = dict(parts)
    said = ("", "")
    for place, title in enumerate(titles):
        if place in opens:
            named = re.search(r"\bparagraph", opens[place], re.I)
            paragraphs = paragraphs_of_schedule(opens[place]) if named else ""
            said = (paragraphs, f"it stands below “{opens[place]}”")
        if said[1]:
            found[place] = said
        elif _EXCLUSION.match(title):
            said = ("", "it stands below the exclusion of the press and public")
    return found


def is_private_page(line: Line) -> bool:
    """Whether a line marks a page as not for publication."""
    return bool(_PAGE.match(line.text))


def private_pages(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """The item's number and the paragraphs of each page marked “not for publication”, in order.

    A page that names no item goes on with the one before it; "" where none was named yet.
    """
    found: list[tuple[str, str]] = []
    item = ""
    for place, line in enumerate(lines):
        if not is_private_page(line):
            continue
        below = lines[place : place + _NEAR]
        end = next((at for at, other in enumerate(below[1:], 1) if is_private_page(other)), len(below))
        words = " ".join(other.text for other in below[:end])
        above = " ".join(other.text for other in lines[max(0, place - 2) : place])
        named = _ITEM.search(words) or _ITEM.search(above)
        item = named[1] if named else item
        virtue = _VIRTUE.search(words)
        said = (item, paragraphs_of_schedule(virtue[1]) if virtue else "")
        if said not in found:
            found.append(said)
    return found
