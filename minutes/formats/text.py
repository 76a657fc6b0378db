"""Plain text, for a file, a pipe and the clerk's screen: one writer for all three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

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
from minutes.formats.wrapping import cells, centred, padded, wrapped

_INDENT = 4  # cells a numbered minute stands in from its number
_BULLET = "•"
_SHORT = 3  # lines: a list of points no longer than this stands close
_NARROWEST = 20  # cells: below this nothing is indented


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set. `style` says what it belongs to: heading, subheading, text, point, table,
    field, margin, action (a margin line of the action log), chart, check, mark, head, or "" for a blank line;
    `entries` are the recorded lines it came from."""

    text: str
    style: str = ""
    entries: tuple[int, ...] = ()


def write(document: Document, width: int = 76) -> str:
    """Write `document` as text of at most `width` cells a line."""
    return "\n".join(line.text for line in page(document, width)).rstrip("\n") + "\n"


def page(document: Document, width: int = 76) -> list[Line]:
    """Set the whole of `document` as lines; the styles "mark" and "head" are those of its top."""
    mark = [Line(text, "mark") for text in _centred([document.mark] if document.mark else [], width)]
    head = [Line(text, "head") for text in _centred(document.head, width)]
    top = [line for group in (mark, head) if group for line in (*group, Line(""))]
    return [*top, *lines(document.blocks, width), *([Line(""), *mark] if mark else [])]


def lines(blocks: Iterable[Block], width: int) -> list[Line]:
    """Set `blocks` as lines of at most `width` cells, a blank line between them where one belongs."""
    setter = _Setter(max(width, 2))
    for kind, run in groupby(blocks, key=type):
        if kind is Point:
            setter.points([block for block in run if isinstance(block, Point)])
        elif kind is Field:
            setter.fields([block for block in run if isinstance(block, Field)])
        else:
            for block in run:
                setter.set(block)
    return setter.lines


def _centred(texts: Iterable[str], width: int) -> list[str]:
    return [centred(line, width) for text in texts for line in wrapped(text, max(width, 2))]


def _numbered(number: str) -> str:
    """A number with the room after it, "" where there is none."""
    return padded(number, max(_INDENT, cells(number) + 2)) if number else ""


class _Setter:
    """Sets block after block; what stands below a numbered heading is indented."""

    def __init__(self, width: int) -> None:
        self.lines: list[Line] = []
        self._width = width
        self._indent = 0
        self._before: Block | None = None

    def set(self, block: Block) -> None:
        """Set one block that stands for itself."""
        new = self._set(block)
        close = isinstance(block, Margin) and not isinstance(self._before, Heading | Field)
        self._part(blank=not close)
        self.lines += new
        self._before = block

    def points(self, points: list[Point]) -> None:
        """Set a list: a blank line between its points where one of them is long."""
        widest: dict[int, int] = {}  # the longest marker of each level, for texts in one column
        for point in points:
            widest[point.level] = max(cells(point.marker), widest.get(point.level, 0))
        all_new = [self._point(point, widest[point.level]) for point in points]
        loose = any(len(new) > _SHORT for new in all_new)
        before = self._before
        led_in = isinstance(before, Paragraph) and (before.keep or before.text.endswith(":"))
        for place, new in enumerate(all_new):
            self._part(blank=loose or not (place or led_in))
            self.lines += new
        self._before = points[-1]

    def fields(self, fields: list[Field]) -> None:
        """Set fields, their values in one column."""
        self._part(blank=True)
        names = max(cells(field.name) for field in fields) + 3
        for field in fields:
            self.lines += self._field(field, names)
        self._before = fields[-1]

    def _part(self, *, blank: bool) -> None:
        if blank and self.lines:
            self.lines.append(Line(""))

    # -- one method a block -------------------------------------------------------------------

    def _set(self, block: Block) -> list[Line]:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Point():
                return self._point(block, cells(block.marker))
            case Table():
                return self._table(block)
            case Field():
                return self._field(block, cells(block.name) + 3)
            case Signature():
                return self._signature(block)
            case Margin():
                return self._margin(block)
            case Chart():
                return self._chart(block)

    def _hung(self, first: str, text: str, style: str, entries: tuple[int, ...], indent: int) -> list[Line]:
        """`text` after `first`, the lines below it hanging under the text."""
        indent = min(indent, max(0, self._width - cells(first) - _NARROWEST))
        room = self._width - indent - cells(first)
        if room < 2:
            return [Line(line, style, entries) for line in wrapped(f"{first}{text}", self._width)]
        opens, hangs = " " * indent + first, " " * (indent + cells(first))
        return [
            Line(f"{hangs if place else opens}{line}".rstrip(" "), style, entries)
            for place, line in enumerate(wrapped(text, room))
        ]

    def _heading(self, block: Heading) -> list[Line]:
        number = _numbered(block.number)
        if block.level != 1:
            return self._hung(number, block.text, "subheading", block.entries, self._indent)
        self._indent = _INDENT if block.number and self._width >= _NARROWEST * 2 else 0
        return self._hung(number, block.text, "heading", block.entries, 0)

    def _paragraph(self, block: Paragraph) -> list[Line]:
        style = "check" if block.to_check else "text"
        return self._hung(_numbered(block.number), block.text, style, block.entries, self._indent)

    def _point(self, block: Point, widest: int) -> list[Line]:
        marker = padded(block.marker, max(_INDENT, widest + 1)) if block.marker else f"{_BULLET} "
        return self._hung(marker, block.text, "point", block.entries, self._indent + _INDENT * block.level)

    def _table(self, block: Table) -> list[Line]:
        each = len(block.entries) == len(block.rows)
        found: list[Line] = []
        room = self._width - self._indent
        for place, row in enumerate(grid(block, room)):
            entries = (block.entries[place],) if each else block.entries
            found += [Line(f"{' ' * self._indent}{line}".rstrip(" "), "table", entries) for line in row]
        return found

    def _chart(self, block: Chart) -> list[Line]:
        title = self._hung("", block.title, "subheading", (), self._indent)
        room = self._width - self._indent
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
        signed = f"{block.name}: {'_' * 30}"
        dated = f"Date: {'_' * 16}"
        together = f"{signed}   {dated}"
        said = (
            [together]
            if cells(together) <= self._width
            else [*wrapped(signed, self._width), "", *wrapped(dated, self._width)]
        )
        return [Line(""), *(Line(line, "text" if line else "") for line in said)]

    def _margin(self, block: Margin) -> list[Line]:
        style = "action" if block.is_action else "margin"
        return self._hung("   ", block.text, style, block.entries, self._indent)
