"""Text in pages, each with its head and its number, for a printer or a file of record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.document import Block, Document, Field, Heading, Margin, Paragraph, Point, Signature, Table
from minutes.formats.text import Piece, column_head, leads_in, pieces
from minutes.formats.wrapping import broken, cells, centred, padded, wrapped

LINES = 60  # of a page: at six to the inch they fit A4 and Letter with half an inch free above and below
_FORM_FEED = "\f"
_TOGETHER = 2  # lines of a text that stay together at least, at either side of a page's end
_NARROWEST = 20  # cells of the title beside the mark; where it has fewer, the mark stands below it


@dataclass(frozen=True, slots=True)
class _Row:
    """One line with what a page's end must know of it: `holds` keeps the next line on its page, and
    `again` are the lines to repeat where a page begins with it."""

    line: str
    holds: bool = False
    again: tuple[str, ...] = ()


def write(document: Document, width: int) -> str:
    """Write `document` as text in pages of `LINES` lines at most, a form feed between them.

    Each line has at most `width` cells. From the second page on its title and its mark, on the first its
    mark, stand at the top, and at the foot of each page its number and how many there are.

    A heading, or a text that leads to what is below it, never ends a page; a signature and a row of a
    table stay together, and a table's head is repeated where it goes on.
    """
    width = max(width, 2)
    head = _running_head(document, width)
    foot = len(_foot(10**4, 10**4, width))
    pages = _broken(_rows(pieces(document, width)), LINES - foot, LINES - foot - len(head))
    return _FORM_FEED.join(
        _page(lines, head if number > 1 else [], _foot(number, len(pages), width))
        for number, lines in enumerate(pages, start=1)
    )


def _page(lines: Sequence[str], head: Sequence[str], foot: Sequence[str]) -> str:
    above = [*head, *lines]
    room = [""] * (LINES - len(above) - len(foot))
    return "\n".join((*above, *room, *foot)) + "\n"


def _running_head(document: Document, width: int) -> list[str]:
    """The title at the left with the mark at the right, and the head of the column beside the text."""
    mark = wrapped(document.mark, width)
    room = width - cells(mark[0]) - 2
    if not mark[0]:
        head = [_cut(document.title, width)]
    elif len(mark) == 1 and room >= _NARROWEST:
        head = [f"{padded(_cut(document.title, room), room)}  {mark[0]}"]
    else:
        head = [_cut(document.title, width), *mark]
    column = [line.text for line in column_head(document, width)]
    return [*head, "", *column, *([""] if column else [])]


def _cut(title: str, width: int) -> str:
    """A title in one line of at most `width` cells."""
    first, *more = wrapped(title, width)
    return f"{broken(first, width - 1)[0].rstrip()}…" if more else first


def _foot(number: int, count: int, width: int) -> list[str]:
    said = f"Page {number} of {count}"
    return ["", *(centred(line, width) for line in wrapped(said, width))]


# -- where a page may end -------------------------------------------------------------------------


def _broken(rows: Sequence[_Row], first: int, room: int) -> list[list[str]]:
    """`rows` in pages: `first` lines on the first, `room` on each other. None begins or ends blank."""
    lines = _without_blank_end([row.line for row in rows])
    pages: list[list[str]] = []
    start = 0
    while start < len(lines) or not pages:
        most = room if pages else first
        again = rows[start].again if pages and len(rows[start].again) * 2 < most else ()
        end = min(_end(rows, start, most - len(again)), len(lines))
        pages.append([*again, *_without_blank_end(lines[start:end])])
        start = next((place for place in range(end, len(lines)) if lines[place]), len(lines))
    return pages


def _end(rows: Sequence[_Row], start: int, room: int) -> int:
    """Where a page from `start` ends: as far down as may be; in the midst of what is longer than a page."""
    most = start + max(room, 1)
    if most >= len(rows):
        return len(rows)
    return next((end for end in range(most, start, -1) if not rows[end - 1].holds), most)


def _without_blank_end(lines: list[str]) -> list[str]:
    last = next((place for place in reversed(range(len(lines))) if lines[place]), -1)
    return lines[: last + 1]


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    """All lines, with what holds them to the next: as their block says, a blank line as the line above."""
    rows: list[_Row] = []
    head: tuple[str, ...] = ()
    table: Block | None = None
    for place, piece in enumerate(pieces):
        block, lines = piece.block, [line.text for line in piece.lines]
        if block is None and lines == [""]:
            rows.append(_Row("", holds=bool(rows) and rows[-1].holds))
            table = None
            continue
        if isinstance(block, Signature) or (block is None and place == len(pieces) - 1):
            _hold_last(rows)
        is_head = isinstance(block, Table) and block is not table and block.headed
        again = head if block is not None and block is table else ()
        held = [True] * len(lines) if is_head or block is None else _held(block, len(lines))
        rows += [_Row(line, holds, again) for line, holds in zip(lines, held, strict=True)]
        head, table = (tuple(lines) if is_head else again), block
    return rows


def _held(block: Block, count: int) -> list[bool]:
    """For each of the `count` lines of a block whether it holds the next to its page."""
    if isinstance(block, Paragraph | Point | Field | Margin):
        near_an_end = [place < _TOGETHER - 1 or place >= count - _TOGETHER for place in range(count)]
    else:
        near_an_end = [True] * count
    leads = isinstance(block, Heading) or (isinstance(block, Paragraph) and leads_in(block))
    return [*near_an_end[:-1], leads]


def _hold_last(rows: list[_Row]) -> None:
    """Keep the last line of all so far, and the blank lines below it, with what is to come."""
    for place in reversed(range(len(rows))):
        rows[place] = replace(rows[place], holds=True)
        if rows[place].line:
            return
