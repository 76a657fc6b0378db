"""The items of an agenda that is laid out as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.packs.drafts import Draft
from minutes.packs.lines import Line, plain
from minutes.packs.numbers import number_alone, opening

_COLUMNS = (
    ("number", re.compile(r"^(?:(?:agenda )?item )?(?:no\.?|number|ref\.?|#)$|^item$", re.I)),
    ("title", re.compile(r"^(?:(?:agenda )?items?|title|subject|business|description|topic|report)$", re.I)),
    ("pages", re.compile(r"^(?:pages?|page (?:no\.?|number)s?|pp\.?)$", re.I)),
    (
        "from",
        re.compile(
            r"^(?:leads?|presented by|presenters?|report (?:from|of|by)|by|officers?|owner|from)$", re.I
        ),
    ),
    ("passed over", re.compile(r"^(?:times?|timings?|duration|mins?|minutes)$", re.I)),
)


def rows_from(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """The rows of the table that begins at `place`."""
    end = place
    while end < len(lines) and lines[end].row and (end == place or not lines[end].after_gap):
        end += 1
    return lines[place:end]


def read_table(rows: Sequence[Line]) -> list[Draft]:
    """The items of a table, in order; none where it is no list of items.

    Its head, where it has one, says what its columns hold; else a number makes a row an item, with its
    title in the next cell that holds something. A row without a number goes on with the one above it.
    """
    names = _columns(rows[0])
    body = rows[1:] if names else rows
    numbered = [row for row in body if _number_of(row, names)[0]]
    drafts: list[Draft] = []
    if not numbered and "title" not in names:
        return drafts
    for row in body:
        number, cells = _number_of(row, names)
        if number or not numbered:
            drafts.append(Draft(number, row))
        elif not drafts:
            continue
        _take(drafts[-1], cells, goes_on=not number and bool(numbered))
    return [draft for draft in drafts if draft.title]


def _columns(head: Line) -> list[str]:
    """What each column holds, from the head of a table; empty where it has none."""
    names = [_column(plain(cell)) for cell in head.cells]
    if sum(bool(name) for name in names) < 2:
        return []
    if "title" not in names and "number" in names:  # "Item | Lead | Time"
        names[names.index("number")] = "title"
    return names


def _column(name: str) -> str:
    return next((column for column, pattern in _COLUMNS if pattern.match(name)), "")


def _number_of(row: Line, names: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """The number of a row, and its other cells, each with what its column holds."""
    cells = [(names[at] if at < len(names) else "", cell) for at, cell in enumerate(row.cells) if plain(cell)]
    number = ""
    if cells and cells[0][0] in ("", "number") and (number := number_alone(cells[0][1])):
        cells = cells[1:]
    elif cells and cells[0][0] in ("", "title", "number"):
        opened = opening(Line(plain(cells[0][1]), (cells[0][1],), row.place, row.page), 0, listed=True)
        if opened and opened[1]:
            number = opened[0]
            at = cells[0][1].find(opened[1])  # with its marks of bold, where those are not inside it
            cells[0] = ("title", cells[0][1][at:] if at >= 0 else opened[1])
    if "title" not in [name for name, _ in cells] and cells:
        cells[0] = ("title", cells[0][1])
    return number, cells


def _take(draft: Draft, cells: Sequence[tuple[str, str]], *, goes_on: bool) -> None:
    for name, cell in cells:
        if name == "title":
            if not goes_on or not draft.title.endswith("."):
                draft.take_title(cell)
        elif name == "from":
            draft.take_part("Report from", plain(cell))
        elif name == "pages":
            draft.take_pages(cell)
        elif name != "passed over":
            draft.take_beside(cell)
