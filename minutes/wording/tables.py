"""Tables, and the sums in them (SHORTHAND, Parts, lists and tables)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

# At most 18 figures before the point and 6 after: sums of them are exact.
_FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.\d{1,6})?|\.\d{1,6}"
_NUMBER = re.compile(rf"^([-−]?)\s*([£$€]?)\s*([-−]?)({_FIGURES})\s*(%?)$", re.ASCII)
_SUM = "="


def cells(text: str) -> list[str]:
    """The cells of a recorded row."""
    return [cell.strip() for cell in text.split("|")]


def table(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of one length, every cell `=` replaced by the sum of what stands above it in its column.

    The first row is the head and counts in no sum; what is no number counts nothing.
    """
    width = max(len(row) for row in rows)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    for column in range(width):
        above: list[str] = []
        for row in filled[1:]:
            if row[column] == _SUM:
                row[column] = _sum(above)
            else:
                above.append(row[column])
    return tuple(tuple(row) for row in filled)


def is_number(cell: str) -> bool:
    """Whether `cell` holds a number, with its currency or per cent sign."""
    return bool(_NUMBER.match(cell))


def _sum(cells_above: Sequence[str]) -> str:
    """The sum in the manner of its parts: as many decimals, commas and a currency where they have them."""
    parts = [match for cell in cells_above if (match := _NUMBER.match(cell))]
    if not parts:
        return _SUM
    total, places, commas = Decimal(0), 0, False
    for part in parts:
        figures = part[4].replace(",", "")
        total += Decimal(figures) * (-1 if part[1] or part[3] else 1)
        places = max(places, len(figures.partition(".")[2]))
        commas = commas or "," in part[4]
    sign = "−" if any("−" in part[1] + part[3] for part in parts) else "-"
    written = f"{abs(total):{',' if commas else ''}.{places}f}"
    common = {(part[2], part[5]) for part in parts}
    currency, unit = common.pop() if len(common) == 1 else ("", "")
    return f"{sign if total < 0 else ''}{currency}{written}{unit}"
