"""A chart as a table of bars drawn with letters, each with its count behind it."""

from __future__ import annotations

from minutes.document import Chart, Table
from minutes.formats.wrapping import cells

_BAR = "█"
_LONGEST = 24  # cells of a bar
_NAME = 30  # cells of the names of rows that bars leave room for
_GAPS = 3  # cells beside each bar: to its count, and to the next column


def barred(chart: Chart, width: int) -> Table:
    """`chart` as a table for `width` cells: one cell a count where there is room for the highest."""
    highest = chart.highest
    names = min(_NAME, max((cells(name) for name, _ in chart.rows), default=0))
    each = (width - names) // max(1, len(chart.series)) - len(str(highest)) - _GAPS
    longest = max(0, min(_LONGEST, each, highest))
    rows = [(name, *(_bar(count, highest, longest) for count in row)) for name, row in chart.rows]
    return Table((("", *chart.series), *rows))


def _bar(count: int, highest: int, longest: int) -> str:
    """The bar of a count, and the count: the smallest is seen, and nothing has none."""
    length = max(round(longest * count / highest), min(1, longest)) if count > 0 else 0
    return f"{_BAR * length} {count}".lstrip()
