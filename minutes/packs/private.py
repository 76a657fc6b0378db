"""Pages of a pack that are not for publication: under which paragraphs of Schedule 12A to the Local
Government Act 1972, and of which item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.packs.drafts import paragraphs_of_schedule
from minutes.packs.lines import Line

_MARK = re.compile(r"^not for publication\b", re.I)
_VIRTUE = re.compile(r"\bparagraphs?(?:\(s\))?\s+((?:\d{1,2}[A-Z]?|,|&|and|or|\s){1,24})", re.I)
_ITEM = re.compile(r"\bagenda item\s+(?:no\.?\s*)?(\d{1,3}[A-Za-z]?)\b", re.I)
_NEAR = 8  # lines below the mark within which the page says under what and of which item


def is_private_page(line: Line) -> bool:
    """Whether a line marks a page as not for publication."""
    return bool(_MARK.match(line.text))


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
