"""The items of an agenda: numbers, titles, pages, exemption, and the lines of their reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.records import AgendaItem, Item, ReportPart

# "5", "5a", "8A", "6.1(i)", with or without its dot; four figures are a year, not a number
_NUMBERED = re.compile(
    r"^(?:item\s+|agenda item\s+)?(\d{1,3}[A-Za-z]?(?:\.\d{1,3}[A-Za-z]?)*(?:\([A-Za-z0-9]{1,4}\))*)"
    r"(?:[.:)]\s+|[.:)](?=[^\W\d_])|\s+)(?=\S)",
    re.I,
)
_BULLET = re.compile(r"^[-–•*·]\s+(?=\S)")
_PAGES = re.compile(r"\s*\((?:pages?|pp?\.?)\s+([^()]*?)\s*\)$", re.I)
_EXEMPT = re.compile(r"\s*\[(?:part\s+)?exempt\b([^\[\]]*)\]$", re.I)
# "Recommendation 10.1: …", "Action 4/2019: …", "Priority p6/2020: …"
_PART = re.compile(
    r"^([^\W\d_][^:]{0,39}?)"
    r"(?:\s+(\d[\w.]{0,8}(?:\([A-Za-z0-9]{1,4}\))*|p?\d{1,6}/\d{4}))?"
    r"\s*:(?:\s+(.*)|$)"
)
_KNOWN_PART = re.compile(
    r"^(?:report (?:from|of|by)|author|portfolio holder|lead officer|recommendations?|reasons?)\b[^:]{0,12}:",
    re.I,
)


def read_items(text: str) -> tuple[AgendaItem, ...]:
    """Read items, one a line, with indented lines that belong to the item above them.

    An indented line is a part of the item's report ("Recommendation 10.1: …"), or goes on with
    the part above it, or with a title that has no pages yet; anything else is kept as a note.
    """
    return tuple(draft.item() for draft in _drafts(text))


def items_in_place(text: str) -> tuple[tuple[AgendaItem, range], ...]:
    """Read items as `read_items` does, each with the lines of `text` that it stands on."""
    return tuple((draft.item(), range(draft.first, draft.last + 1)) for draft in _drafts(text))


def lines_of(text: str) -> list[str]:
    """The lines of `text`, as `items_in_place` counts them."""
    return re.split(r"\r\n?|\n", text)


def _drafts(text: str) -> list[_Draft]:
    drafts: list[_Draft] = []
    for place, line in enumerate(lines_of(text)):
        bare = " ".join(line.split())
        if not bare:
            continue
        if drafts and drafts[-1].takes(line):
            drafts[-1].add(bare, len(line) - len(line.lstrip()))
            drafts[-1].last = place
        else:
            drafts.append(_Draft(bare, place))
    return drafts


def write_items(items: Sequence[Item | AgendaItem]) -> str:
    """Write `items` so that `read_items` reads them back."""
    return "\n".join(line for item in items for line in _written(item))


def is_numbered(line: str) -> bool:
    """Whether `line` opens with an agenda number or a bullet, so is an item wherever it stands."""
    return bool(_NUMBERED.match(line) or _BULLET.match(line))


def is_known_part(line: str) -> bool:
    """Whether `line` is a line of a report that agendas commonly have, even where it is not indented."""
    return bool(_KNOWN_PART.match(line))


class _Draft:
    """An item while its lines come in."""

    def __init__(self, line: str, place: int) -> None:
        self.first = self.last = place
        self.number = ""
        if match := _NUMBERED.match(line):
            self.number, line = match[1], line[match.end() :]
        else:
            line = _BULLET.sub("", line)
        self.title = line
        self.parts: list[tuple[str, str, str]] = []
        self._part_depth = 0

    def takes(self, line: str) -> bool:
        """Whether `line` belongs to this item, not to the next."""
        bare = line.strip()
        return line[0].isspace() or is_known_part(bare) or (bare[0].islower() and not is_numbered(bare))

    def add(self, line: str, depth: int) -> None:
        """Take a line that belongs here; `depth` is how far it is indented."""
        match = _PART.match(line)
        deeper = bool(self.parts) and depth > self._part_depth
        if match and not deeper:
            self.parts.append((match[1], match[2] or "", match[3] or ""))
            self._part_depth = depth
        elif self.parts:
            name, number, text = self.parts[-1]
            self.parts[-1] = (name, number, f"{text} {line}".lstrip())
        elif _PAGES.search(self.title) or _EXEMPT.search(self.title) or line.endswith("."):
            self.parts.append(("Note", "", line))
            self._part_depth = depth
        else:
            self.title = f"{self.title} {line}"

    def item(self) -> AgendaItem:
        """The item as far as it has been read."""
        title, pages, exempt = self.title, "", None
        for _ in range(2):  # the two marks stand in either order
            if exempt is None and (match := _EXEMPT.search(title)) and match.start():
                exempt, title = ",".join(re.findall(r"\d+[A-Za-z]?", match[1])), title[: match.start()]
            if not pages and (match := _PAGES.search(title)) and match.start():
                pages, title = match[1], title[: match.start()]
        return AgendaItem(self.number, title, pages, exempt, tuple(ReportPart(*part) for part in self.parts))


def _written(item: Item | AgendaItem) -> list[str]:
    """The lines of one item."""
    title = " ".join(item.title.split())
    if item.number:
        line = f"{item.number}. {title}"
    else:
        # A bullet keeps a bare title from being read as something else.
        bare = title[:1].isalpha() and not title[:1].islower() and ":" not in title
        line = title if bare and not is_numbered(title) else f"- {title}"
    if item.pages:
        line += f" (Pages {item.pages})"
    if item.exempt is not None:
        line += f" [exempt{' ' if item.exempt else ''}{item.exempt}]"
    return [line, *(f"   {_part(part)}" for part in item.parts)]


def _part(part: ReportPart) -> str:
    name = f"{part.name} {part.number}".rstrip()
    return f"{name}: {' '.join(part.text.split())}".rstrip()
