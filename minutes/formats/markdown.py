"""Markdown: CommonMark with the tables of GitHub, in which every word that was typed is only a word.

What a letter could begin by the rules of CommonMark (https://spec.commonmark.org/0.31.2/), of GitHub's tables
(https://github.github.com/gfm/#tables-extension-) and of its formulas has a backslash before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    ranks,
)
from minutes.formats.grid import columns_of_numbers
from minutes.formats.wrapping import one_line

_ANYWHERE = re.compile(r"[\\`*_\[\]<>~|#$]|&(?=[#\w])")
_SIGN_FIRST = re.compile(r"^(?=[-+]\s|[-+=:\s]+$)")  # would begin a list or underline the line above
_NUMBER_FIRST = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")  # would begin a numbered list


def write(document: Document) -> str:
    """Write `document` as Markdown. What stands beside a text stands at its end, in bold."""
    title, *head = document.head or (document.title,)
    mark = _bold(document.mark)
    parts = (mark, f"# {_line(title)}", _broken(map(_line, head)), *_parts(document), mark)
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(document: Document) -> Iterator[str]:
    """Each block as a part of its own, points that stand together as one."""
    rank = iter(ranks(document))
    for kind, run in groupby(document.blocks, key=type):
        if kind is Point:
            yield _points([block for block in run if isinstance(block, Point)])
        elif kind is Heading:
            yield from (_heading(block, next(rank)) for block in run if isinstance(block, Heading))
        else:
            yield from map(_part, run)


def _heading(block: Heading, rank: int) -> str:
    """A heading of `rank` below the title, "" where it has no words."""
    said = _line(f"{block.number} {block.text}")
    return f"{'#' * (rank + 1)} {said}" if said else ""


def _part(block: Block) -> str:
    match block:
        case Paragraph(number=number):
            return _said(block, number)
        case Table(rows=rows, headed=headed):
            nameless = ("",) * len(rows[0])
            return _table(rows if headed else (nameless, *rows), columns_of_numbers(block))
        case Field(name=name, values=values):
            first, *more = values or ("",)
            return _broken([f"**{_line(name)}:** {_line(first)}", *map(_line, more)])
        case Signature(name=name):
            return f"{_line(name)}: {'_' * 30}   Date: {'_' * 16}"
        case Chart(title=title, series=series):
            rows = tuple((name, *map(str, counts)) for name, counts in block.rows)
            return f"{_bold(title)}\n\n{_table((('', *series), *rows), [False, *(True for _ in series)])}"
        case Margin(text=text) | Point(text=text) | Heading(text=text):
            return _line(text)


def _points(points: Sequence[Point]) -> str:
    """A list. A part with a marker of its own is a paragraph, for Markdown would number it anew."""
    said = ""
    above: list[int] = []  # the levels of the bullets that this one stands below
    for point in points:
        text = _said(point, point.marker)
        if not text:
            continue  # a sign without words would underline the line above
        if point.marker and not point.level:
            said += f"\n\n{text}"
            above = []
        else:
            said += "\n" if above else "\n\n"
            while above and above[-1] >= point.level:
                above.pop()
            said += f"{'  ' * len(above)}- {text}"
            above.append(point.level)
    return said.lstrip("\n")


def _table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    rule = ["---:" if to_the_right else "---" for to_the_right in right]
    head, *below = [[_line(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *below))


def _broken(lines: Iterable[str]) -> str:
    """Lines of one paragraph, with a break after each."""
    return "\\\n".join(line for line in lines if line)


def _said(block: Paragraph | Point, number: str) -> str:
    """The words of a block after its number, and what stands beside it."""
    text = f"{number} {block.text}"
    said = _bold(text) if block.strong else _line(text)
    beside = _bold(block.beside)
    return f"{said} — {beside}" if said and beside else said or beside


def _bold(text: str) -> str:
    """`text` in bold, "" where there is none."""
    return f"**{said}**" if (said := _line(text)) else ""


def _line(text: str) -> str:
    """`text` as it stands at the beginning of a line, where more would be taken for a sign than elsewhere."""
    said = _ANYWHERE.sub(r"\\\g<0>", one_line(text).strip())
    return _NUMBER_FIRST.sub(r"\1\\", _SIGN_FIRST.sub(r"\\", said))
