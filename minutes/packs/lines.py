"""The lines of a pack without their markup: Markdown and HTML taken off, tables as rows of cells."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.cleaning import clean

_PAGE = "\f"
_COMMENT = re.compile(r"<!--[^\n]{0,400}?-->")
_BOLD = re.compile(r"</?(?:b|strong)>|__(?=\S)|(?<=\S)__", re.I)
_BREAK = re.compile(r"<br\s{0,3}/?>|</p>\s{0,3}<p>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\(([^()\s]{0,500})\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_RULE = re.compile(r"^[|:+\s=-]*\|[|:+\s=-]*$|^[-=_*\s]{3,}$")
_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_BULLET = re.compile(r"^[-–•*·▪]\s+(?=\S)")
_WHOLE_BOLD = re.compile(r"^\*\*[^*]+\*\*:?$")
_CELL_GAP = re.compile(r"\t|\s{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. `text` has no markup and single spaces; `cells` are its parts where it
    is laid out in columns, each with `**` left round what is bold and line ends inside it.

    `indent` is how far it stands in, `after_gap` says that a blank line or a page's end is above it, `place`
    counts the lines of the pack from 0 and `page` its pages. `strong` is a heading, or bold as a whole.
    """

    text: str
    cells: tuple[str, ...]
    place: int
    page: int
    indent: int = 0
    after_gap: bool = False
    strong: bool = False
    bullet: bool = False
    row: bool = False

    @property
    def shouts(self) -> bool:
        """Whether it is in capitals throughout."""
        return self.text.isupper() and len(self.text) > 3


def lines_of(text: str) -> list[Line]:
    """The lines of a pack that are not blank, in order; `text` has a form feed where a page ends."""
    return list(_lines(text))


def plain(cell: str) -> str:
    """A cell, or what stands on a line, without the marks of bold and with single spaces."""
    return " ".join(cell.replace("**", " ").split())


def _lines(text: str) -> Iterator[Line]:
    place, gap = 0, True
    for page, sheet in enumerate(text.split(_PAGE)):
        gap = gap or page > 0
        for raw in clean(sheet.replace("\t", "   ")).split("\n"):
            line = _line(raw, place, page, gap)
            place += 1
            gap = gap if line else not raw.strip() or gap
            if line:
                yield line
                gap = False


def _line(raw: str, place: int, page: int, after_gap: bool) -> Line | None:
    """The line that `raw` is, or None where nothing but markup stands there."""
    bare = raw.strip().removeprefix(">").lstrip()
    indent = len(raw) - len(raw.lstrip())
    bare = re.sub(r"^[-*]\s+(?=\|)", "", bare)  # a table inside a list
    if not bare or _RULE.match(bare):
        return None
    heading = _HEADING.match(bare)
    bare = _unmarked(bare[heading.end() :] if heading else bare)
    row = bare.startswith("|")
    bullet = None if row else _BULLET.match(bare)
    bare = bare[bullet.end() :] if bullet else bare
    cells = _cells(bare) if row else [cell for cell in _CELL_GAP.split(bare) if cell.strip()]
    text = plain(" ".join(cells))
    if not text:
        return None
    strong = bool(heading or _WHOLE_BOLD.match(" ".join(bare.split())))
    return Line(text, tuple(cells), place, page, indent, after_gap, strong, bool(bullet), row)


def _unmarked(text: str) -> str:
    """`text` with bold as `**`, without other tags; links are their words, entities their letters."""
    if "<" in text:
        text = _BREAK.sub("\n", _BOLD.sub("**", _COMMENT.sub("", text)))
        text = _TAG.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", html.unescape(text)) if "&" in text or "\\" in text else text


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]
