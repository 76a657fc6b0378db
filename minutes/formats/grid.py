"""Tables as lines of text: columns as wide as their content needs and the page allows."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.document import Table
from minutes.formats.wrapping import cells, padded, wrapped
from minutes.wording.tables import is_number

_GAP = 2  # cells between columns
_NOTHING = ("", "-", "–", "—")
_READABLE = 12  # cells of a word, or of a whole short column, that is kept unbroken where it can be


def grid(table: Table, width: int) -> list[list[str]]:
    """The lines of each row of `table`, at most `width` cells wide; a rule goes with the head.

    Columns of numbers are set right. Where the columns cannot stand side by side, each cell has lines
    of its own.
    """
    columns = list(zip(*table.rows, strict=True))
    room = width - _GAP * (len(columns) - 1)
    if room < 2 * len(columns):
        return [[line for cell in row for line in wrapped(cell, max(width, 2))] for row in table.rows]
    widths = column_widths(columns, room)
    right = columns_of_numbers(table)
    rows = [_row(row, widths, right) for row in table.rows]
    if table.headed:
        rows[0].append((" " * _GAP).join("-" * wide for wide in widths))
    return rows


def columns_of_numbers(table: Table) -> list[bool]:
    """For each column whether it holds numbers, so is set right."""
    body = table.rows[1:] if table.headed else table.rows
    return [_of_numbers(column) for column in zip(*body, strict=True)] or [False] * len(table.rows[0])


def _of_numbers(cells_below: Sequence[str]) -> bool:
    """Whether a column holds numbers, beside what is empty or has a dash for nothing."""
    filled = [cell for cell in cells_below if cell not in _NOTHING]
    return bool(filled) and all(map(is_number, filled))


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    parts = [wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    lines = []
    for place in range(max(map(len, parts))):
        cut = [part[place] if place < len(part) else "" for part in parts]
        filled = [padded(text, wide, right=r) for text, wide, r in zip(cut, widths, right, strict=True)]
        lines.append((" " * _GAP).join(filled).rstrip())
    return lines


def column_widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each of `columns` is in `room` cells: as wide as its longest cell where all fit, else so that
    the longest cells take about as many lines; short ones take one where that leaves half the room to the
    others. Where there is no room at all, two cells each."""
    wanted = [max(1, *map(cells, column)) for column in columns]
    if sum(wanted) <= room:
        return wanted
    words = [min(want, _longest_word(column)) for want, column in zip(wanted, columns, strict=True)]
    whole = [want if want <= _READABLE else word for want, word in zip(wanted, words, strict=True)]
    least = whole if sum(whole) <= room // 2 else words if sum(words) <= room else [2] * len(columns)
    widths = least.copy()
    for _ in range(room - sum(widths)):
        growing = (place for place, wide in enumerate(widths) if wide < wanted[place])
        widths[max(growing, key=lambda place: wanted[place] / widths[place])] += 1
    return widths


def _longest_word(column: Sequence[str]) -> int:
    longest = max((cells(word) for cell in column for word in cell.split(" ")), default=1)
    return max(1, min(longest, _READABLE))
