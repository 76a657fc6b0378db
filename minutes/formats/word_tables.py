"""Tables of Word: their heads are repeated on every page, and said to be heads to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes.formats.grid import column_widths
from minutes.formats.word_styles import PADDING, TEXT_WIDTH
from minutes.formats.word_xml import Xml, element, joined, paragraph, run
from minutes.formats.wrapping import cells

_LETTER = 125  # twips of a letter in a table
_MANY = 8  # columns: more are set in small letters
_SMALL_LETTER = 78
_SMALL_PADDING = 35  # twips at each side of the text of a cell set in small letters
_MOST = 63  # columns, the most that Word opens
_TALLEST = 30  # lines of a row: a taller one may run over to the next page
_AFTER = paragraph("AfterTable")  # without it two tables would be one


def ruled(rows: Sequence[Sequence[str]], numbers: Sequence[bool], *, headed: bool) -> Xml:
    """A table with a line around each cell; the columns of `numbers` are set right. One of more columns than
    Word opens is a paragraph a row."""
    if len(rows[0]) > _MOST:
        return joined(*(paragraph("TableText", run(" | ".join(texts))) for texts in rows))
    small = len(rows[0]) > _MANY
    padding, letter = (_SMALL_PADDING, _SMALL_LETTER) if small else (PADDING, _LETTER)
    widths = _widths(rows, letter, 2 * padding)
    said = []
    for place, texts in enumerate(rows):
        head = headed and not place
        style = f"Table{'Heading' if head else 'Text'}{'Small' if small else ''}"
        set_in = [
            paragraph(style, run(text), right=right) for text, right in zip(texts, numbers, strict=True)
        ]
        lines = max(cells(text) * letter // wide for text, wide in zip(texts, widths, strict=True))
        said.append(row(set_in, widths, whole=lines < _TALLEST, head=head))
    return in_columns("TableGrid", widths, said, headed=headed, padding=padding)


def row(texts: Iterable[Xml], widths: Iterable[int], *, whole: bool = False, head: bool = False) -> Xml:
    """A row of a cell for each of `texts`; a `whole` one stays on one page, a `head` is on every page."""
    marks = [element("cantSplit")] if whole else []
    marks += [element("tblHeader")] if head else []
    held = (
        element("tc", element("tcPr", element("tcW", w=wide, type="dxa")), text)
        for text, wide in zip(texts, widths, strict=True)
    )
    return element("tr", element("trPr", *marks) if marks else Xml(""), *held)


def in_columns(
    style: str,
    widths: Sequence[int],
    rows: Iterable[Xml],
    *,
    headed: bool,
    padding: int = PADDING,
    start: int = 0,
) -> Xml:
    """A table of a named style. Its `widths` are fixed, so that no long word takes it off the page; they, the
    `padding` of its cells and where it is to `start` are twips."""
    first = {"val": "0620" if headed else "0600", "firstRow": int(headed), "lastRow": 0, "firstColumn": 0}
    sides = (element(side, w=padding, type="dxa") for side in ("left", "right"))
    looks = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=start, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *sides),
        element("tblLook", **first, lastColumn=0, noHBand=1, noVBand=1),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return joined(element("tbl", looks, grid, *rows), _AFTER)


def _widths(rows: Sequence[Sequence[str]], letter: int, padding: int) -> list[int]:
    """The widths of columns in twips: as wide as they need to be, together no wider than the text."""
    columns = list(zip(*rows, strict=True))
    room = max((TEXT_WIDTH - padding * len(columns)) // letter, 1)
    wanted = [wide * letter + padding for wide in column_widths(columns, room)]
    if sum(wanted) <= TEXT_WIDTH:
        return wanted
    return [wide * TEXT_WIDTH // sum(wanted) for wide in wanted]
