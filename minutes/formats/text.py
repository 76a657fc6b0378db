"""Plain text, for a file, a pipe and the clerk's screen: one writer for all three.

What stands beside the text has a column at its right; where there is no room for one, it stands below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, zip_longest

from minutes.document import (
    Block,
    Chart,
    Document,
    Field,
    Heading,
    Margin,
    Paragraph,
    Point,
    Signature,
    Table,
)
from minutes.formats.bars import barred
from minutes.formats.grid import grid
from minutes.formats.wrapping import cells, centred, one_line, padded, wrapped

_INDENT = 4  # cells a numbered minute stands in from its number
_BULLET = "•"
_SHORT = 3  # lines: a list of points no longer than this stands close
_NARROWEST = 20  # cells: below this nothing is indented
_BESIDE = 18  # cells of the column beside the text
_GAP = 2  # cells between the text and that column
_WIDE = 60  # cells: in fewer there is no such column


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set. `style` says what it belongs to: heading, subheading, text, strong, point, table,
    field, margin, action (a margin line of the action log), chart, check, mark, head, or "" for a blank line;
    `entries` are the recorded lines it came from."""

    text: str
    style: str = ""
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: those of a `block`, of one row where it is a table; of the document's top
    or the blank line between two blocks where it is None."""

    lines: list[Line]
    block: Block | None = None


_BLANK = Piece([Line("")])


def write(document: Document, width: int = 76) -> str:
    """Write `document` as text of at most `width` cells a line."""
    return "\n".join(line.text for line in page(document, width)).rstrip("\n") + "\n"


def page(document: Document, width: int = 76) -> list[Line]:
    """Set the whole of `document` as lines; the styles "mark" and "head" are those of its top."""
    return _lines_of(pieces(document, width))


def pieces(document: Document, width: int) -> list[Piece]:
    """Set the whole of `document`, its mark above and below it, as pieces in their order."""
    mark = [Line(text, "mark") for text in _centred([document.mark] if document.mark else [], width)]
    head = [Line(text, "head") for text in _centred(document.head, width)]
    top = [mark, head, column_head(document, width)]
    below = [_BLANK, Piece(mark)] if mark else []
    above = chain.from_iterable((Piece(group), _BLANK) for group in top if group)
    return [*above, *_set(document.blocks, width), *below]


def column_head(document: Document, width: int) -> list[Line]:
    """The head of the column beside the text; no line where nothing stands in one."""
    if not _has_column(document.blocks, width):
        return []
    opens = " " * (width - _BESIDE)
    return [Line(f"{opens}{line}", "subheading") for line in wrapped(document.beside, _BESIDE) if line]


def lines(blocks: Iterable[Block], width: int) -> list[Line]:
    """Set `blocks` as lines of at most `width` cells, a blank line between them where one belongs."""
    return _lines_of(_set(tuple(blocks), width))


def _lines_of(pieces: Iterable[Piece]) -> list[Line]:
    return [line for piece in pieces for line in piece.lines]


def _set(blocks: Sequence[Block], width: int) -> list[Piece]:
    setter = _Setter(max(width, 2), column=_has_column(blocks, width))
    for kind, run in groupby(blocks, key=type):
        if kind is Point:
            setter.points([block for block in run if isinstance(block, Point)])
        elif kind is Field:
            setter.fields([block for block in run if isinstance(block, Field)])
        else:
            for block in run:
                setter.set(block)
    return setter.pieces


def _has_column(blocks: Sequence[Block], width: int) -> bool:
    """Whether something stands in a column beside the text."""
    return width >= _WIDE and any(isinstance(block, Paragraph | Point) and block.beside for block in blocks)


def _centred(texts: Iterable[str], width: int) -> list[str]:
    return [centred(line, width) for text in texts for line in wrapped(text, max(width, 2))]


def leads_in(block: Paragraph) -> bool:
    """Whether a paragraph belongs to what comes below it."""
    return block.keep or block.text.endswith(":")


def _numbered(number: str) -> str:
    """A number with the room after it, "" where there is none."""
    return padded(number, max(_INDENT, cells(number) + 2)) if number else ""


class _Setter:
    """Sets block after block; what stands below a numbered heading is indented."""

    def __init__(self, width: int, *, column: bool) -> None:
        self.pieces: list[Piece] = []
        self._whole = width
        self._column = column
        self._width = width - _GAP - _BESIDE if column else width
        self._indent = 0
        self._before: Block | None = None

    def set(self, block: Block) -> None:
        """Set one block that stands for itself."""
        new = self._set(block)
        close = isinstance(block, Margin) and not isinstance(self._before, Heading | Field)
        self._part(blank=not close)
        self.pieces += [Piece(lines, block) for lines in new]
        self._before = block

    def points(self, points: list[Point]) -> None:
        """Set a list: a blank line between its points where one of them is long."""
        widest: dict[int, int] = {}  # the longest marker of each level, for texts in one column
        for point in points:
            widest[point.level] = max(cells(point.marker), widest.get(point.level, 0))
        all_new = [self._point(point, widest[point.level]) for point in points]
        loose = any(len(new) > _SHORT for new in all_new)
        before = self._before
        led_in = isinstance(before, Paragraph) and leads_in(before)
        for place, (point, new) in enumerate(zip(points, all_new, strict=True)):
            self._part(blank=loose or not (place or led_in))
            self.pieces.append(Piece(new, point))
        self._before = points[-1]

    def fields(self, fields: list[Field]) -> None:
        """Set fields, their values in one column."""
        self._part(blank=True)
        names = max(cells(field.name) for field in fields) + 3
        self.pieces += [Piece(self._field(field, names), field) for field in fields]
        self._before = fields[-1]

    def _part(self, *, blank: bool) -> None:
        if blank and self.pieces:
            self.pieces.append(_BLANK)

    # -- one method a block -------------------------------------------------------------------

    def _set(self, block: Block) -> list[list[Line]]:
        """The lines of a block, those of each row of a table by themselves."""
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self._paragraph(block)]
            case Point():
                return [self._point(block, cells(block.marker))]
            case Table():
                return self._table(block)
            case Field():
                return [self._field(block, cells(block.name) + 3)]
            case Signature():
                return [self._signature(block)]
            case Margin():
                return [self._margin(block)]
            case Chart():
                return [self._chart(block)]

    def _hung(self, first: str, text: str, style: str, entries: tuple[int, ...], indent: int) -> list[Line]:
        """`text` after `first`, the lines below it hanging under the text."""
        first = one_line(first)
        indent = min(indent, max(0, self._width - cells(first) - _NARROWEST))
        room = self._width - indent - cells(first)
        if room < 2:
            return [Line(line, style, entries) for line in wrapped(f"{first}{text}", self._width)]
        opens, hangs = " " * indent + first, " " * (indent + cells(first))
        return [
            Line(f"{hangs if place else opens}{line}".rstrip(" "), style, entries)
            for place, line in enumerate(wrapped(text, room))
        ]

    def _beside(self, block: Paragraph | Point, set_lines: list[Line]) -> list[Line]:
        """The lines of a block with what stands beside them, or below them where there is no column."""
        if not block.beside:
            return set_lines
        style, entries = set_lines[0].style, block.entries
        if not self._column:
            return set_lines + self._hung("— ", block.beside, style, entries, self._indent)
        room = self._width + _GAP
        both = zip_longest((line.text for line in set_lines), wrapped(block.beside, _BESIDE), fillvalue="")
        return [Line(f"{padded(text, room)}{beside}".rstrip(" "), style, entries) for text, beside in both]

    def _heading(self, block: Heading) -> list[Line]:
        number = _numbered(block.number)
        if block.level < 1:
            self._indent = 0
            said = _centred([f"{number}{block.text}"], self._whole)
            return [Line(line, "heading", block.entries) for line in said]
        if block.level > 1:
            return self._hung(number, block.text, "subheading", block.entries, self._indent)
        self._indent = _INDENT if block.number and self._width >= _NARROWEST * 2 else 0
        return self._hung(number, block.text, "heading", block.entries, 0)

    def _paragraph(self, block: Paragraph) -> list[Line]:
        style = "check" if block.to_check else "strong" if block.strong else "text"
        said = self._hung(_numbered(block.number), block.text, style, block.entries, self._indent)
        return self._beside(block, said)

    def _point(self, block: Point, widest: int) -> list[Line]:
        marker = padded(block.marker, max(_INDENT, widest + 1)) if block.marker else f"{_BULLET} "
        style = "strong" if block.strong else "point"
        said = self._hung(marker, block.text, style, block.entries, self._indent + _INDENT * block.level)
        return self._beside(block, said)

    def _table(self, block: Table) -> list[list[Line]]:
        each = len(block.entries) == len(block.rows)
        opens = " " * self._indent
        rows: list[list[Line]] = []
        for place, row in enumerate(grid(block, self._whole - self._indent)):
            entries = (block.entries[place],) if each else block.entries
            rows.append([Line(f"{opens}{line}".rstrip(" "), "table", entries) for line in row])
        return rows

    def _chart(self, block: Chart) -> list[Line]:
        title = self._hung("", block.title, "subheading", (), self._indent)
        room = self._whole - self._indent
        rows = (line for row in grid(barred(block, room), room) for line in row)
        return [
            *title,
            Line(""),
            *(Line(f"{' ' * self._indent}{line}".rstrip(" "), "chart") for line in rows),
        ]

    def _field(self, field: Field, names: int) -> list[Line]:
        if self._width - names < _NARROWEST:
            named = self._hung("", f"{field.name}:", "field", field.entries, 0)
            return named + [
                line for value in field.values for line in self._hung("  ", value, "field", field.entries, 0)
            ]
        found: list[Line] = []
        for value in field.values or ("",):
            name = "" if found else f"{field.name}:"
            found += self._hung(padded(name, names), value, "field", field.entries, 0)
        return found

    def _signature(self, block: Signature) -> list[Line]:
        self._indent = 0
        signed = f"{one_line(block.name)}: {'_' * 30}"
        dated = f"Date: {'_' * 16}"
        together = f"{signed}   {dated}"
        said = (
            [together]
            if cells(together) <= self._whole
            else [*wrapped(signed, self._whole), "", *wrapped(dated, self._whole)]
        )
        return [Line(""), *(Line(line, "text" if line else "") for line in said)]

    def _margin(self, block: Margin) -> list[Line]:
        style = "action" if block.is_action else "margin"
        return self._hung("   ", block.text, style, block.entries, self._indent)
