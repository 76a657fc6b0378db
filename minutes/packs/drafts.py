"""An item of a pack's agenda while its lines come in: its title over several lines, its pages in a column."""

from __future__ import annotations

import re

from minutes.packs.lines import Line, plain
from minutes.packs.private import private_mark, without_private_mark
from storage.records import AgendaItem, ReportPart

_PAGES = re.compile(r"\(\s?(?:pages?|pp?\.?)\s?([\d][\d\s,&–—-]*?(?:\s?and\s?\d+)?)\s?\)", re.I)
_PAGES_WORD = re.compile(r"^\(?(?:pages?|pp?\.?)\s", re.I)
_PAGE_COLUMN = re.compile(r"^(?:pages?|pp?\.?)?\s?(\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)$", re.I)
_OPEN_PAGES = re.compile(r"\((?:pages?|pp?\.?)[^()]{0,12}$", re.I)
_HANGING = re.compile(
    r"(?:[-–—,:&]|\b(?:a|an|and|at|by|for|from|in|into|of|on|or|re|the|to|under|with))$", re.I
)
_EXPLAINS = re.compile(
    r"^(?:to|this|these|members|councillors|please|a report|report of|there|note:?"
    r"|the (?:cabinet|committee|board|panel|council|chair\w*|report|minutes|attached))\s",
    re.I,
)
_LISTED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4})[.)]\s", re.I)
_BOLD_FIRST = re.compile(r"^\*\*([^*]+)\*\*\s*")


class Draft:
    """An item as far as it has been read; `number` is "" for none, `indent` how far its line stands in."""

    def __init__(self, number: str, line: Line) -> None:
        self.number = number
        self.indent = line.indent
        self.place = line.place
        self.is_open = True
        self._pages = ""
        self._title: list[str] = []
        self._beside: list[str] = []
        self._notes: list[str] = []
        self._parts: list[ReportPart] = []

    @property
    def title(self) -> str:
        """The title so far, with what marks pages or exemption in it."""
        return " ".join(self._title)

    def take_title(self, cell: str) -> None:
        """Take what stands where the title does: what is bold there is the title, the rest explains it."""
        bold = _BOLD_FIRST.match(cell)
        pieces = [bold[1]] if bold else cell.split("\n")
        rest = [cell[bold.end() :]] if bold else []
        while (
            len(pieces) > 1 and pieces[-1].rstrip().endswith(".") and not _HANGING.search(pieces[-2].strip())
        ):
            rest.insert(0, pieces.pop())
        self._title.append(plain(" ".join(pieces)))
        self._notes += [note for note in map(plain, rest) if note]

    def take_beside(self, cell: str) -> None:
        """Take what stands in a column beside the title."""
        if said := plain(cell):
            self._beside.append(said)

    def take_pages(self, cell: str) -> None:
        """Take what stands in the column of the pages."""
        self._pages = " ".join(_PAGES_WORD.sub("", plain(cell)).strip("() ").split())

    def take_part(self, name: str, text: str) -> None:
        """Take a line of the item's report."""
        self._parts.append(ReportPart(name, "", text))

    def take_line(self, line: Line) -> None:
        """Take a line below the one that the item begins with."""
        if _OPEN_PAGES.search(" ".join(self._beside)) and line.text[0].isdigit():
            self._beside.append(line.text)
        elif self._goes_on(line):
            self._title.append(plain(line.cells[0]))
            self._beside += [plain(cell) for cell in line.cells[1:]]
        elif not self._notes or (line.after_gap and self._notes[-1].endswith((".", ":", ";"))):
            self._notes.append(line.text)
        else:
            self._notes[-1] += f" {line.text}"

    def _goes_on(self, line: Line) -> bool:
        """Whether a line is the rest of the title, or of its pages, rather than a note."""
        said = f"{self.title} {' '.join(self._beside)}".strip()
        if _OPEN_PAGES.search(said) or not self.title or re.fullmatch(r"\(pages?.*", line.text, re.I):
            return True
        if (
            self._notes
            or line.after_gap
            or line.bullet
            or _LISTED.match(line.text)
            or line.text.endswith(".")
        ):
            return bool(_HANGING.search(self.title)) and not self._notes and len(line.text) < 90
        if _PAGES.search(self.title):
            return False
        return bool(_HANGING.search(self.title)) or not _EXPLAINS.match(line.text)

    def item(self) -> AgendaItem:
        """The item, with pages and exemption taken from its title and from what stands beside it."""
        title, pages, exempt = self.title, self._pages, None
        notes = []
        beside = " ".join(self._beside)
        for text in (title, beside, f"{title} {beside}"):
            if not pages and (match := _PAGES.search(text)):
                pages = " ".join(match[1].split())
        for text in (title, beside):
            if (paragraphs := private_mark(text)) is not None:
                exempt = paragraphs
        if not pages and (match := _PAGE_COLUMN.match(beside)):
            pages = " ".join(match[1].split())
        elif left := without_private_mark(_PAGES.sub("", beside)).strip(" ()–-"):
            notes = [] if re.fullmatch(r"pages?\s[\d\s–-]+|[\d\s–-]+", left, re.I) else [left]
        title = " ".join(without_private_mark(_PAGES.sub("", title)).split()).rstrip(" (")
        title = re.sub(r"\s?\(pages?$", "", title, flags=re.I)
        parts = [*self._parts, *(ReportPart("Note", "", note) for note in (*notes, *self._notes))]
        return AgendaItem(self.number, title, pages, exempt, tuple(parts))
