"""HTML: one file that needs no other, for a browser, a letter or a council's web site.

Jinja2 puts in what was typed, and escapes it: no word of a record can become a tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from minutes.document import Chart, Document, Field, Heading, Paragraph, Point, Table, ranks
from minutes.formats.grid import columns_of_numbers
from minutes.formats.lists import nested
from minutes.formats.text import leads_in
from minutes.formats.wrapping import one_line

if TYPE_CHECKING:
    from jinja2 import Template

_LOOKS = ("part", "", "sub", "sub")  # the classes of headings by their levels
_PAGE = "page.html"  # the template, beside this module


def write(document: Document) -> str:
    """Write `document` as an HTML page."""
    title, *head = document.head or (document.title,)
    texts = (block for block in document.blocks if isinstance(block, Paragraph | Point))
    return _template().render(
        document=document,
        title=title,
        head=head,
        parts=list(_parts(document)),
        columned=any(_says(block.beside) for block in texts),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment  # only who writes HTML waits for it

    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_finally)
    page.filters |= {"widths": _widths, "says": _says, "leads_in": leads_in}
    return page.from_string(files(__package__).joinpath(_PAGE).read_text(encoding="utf-8"))


def _finally(value: Any) -> Any:
    """What is put into the page, without the control characters that HTML has no place for."""
    return one_line(value) if type(value) is str else value


def _says(text: str) -> bool:
    """Whether there is more to `text` than white space: an element without words has no place on a page."""
    return bool(one_line(text).strip())


def _parts(document: Document) -> Iterator[tuple[str, Any]]:
    """What the page is made of, each with the name of its kind: points and fields that stand together are
    one list, a heading has its tag and its class with it."""
    rank = iter(ranks(document))
    for kind, run in groupby(document.blocks, key=type):
        name = kind.__name__.casefold()
        if kind is Point:
            yield "points", nested([block for block in run if isinstance(block, Point)])
        elif kind is Field:
            yield "fields", list(run)
        elif kind is Heading:
            for block in run:
                yield from _heading(block, next(rank)) if isinstance(block, Heading) else ()
        else:
            for block in run:
                yield name, (block, columns_of_numbers(block)) if isinstance(block, Table) else block


def _heading(block: Heading, rank: int) -> Iterator[tuple[str, Any]]:
    if _says(f"{block.number}{block.text}"):
        yield "heading", (block, f"h{rank + 1}", _LOOKS[block.level])


def _widths(counts: Sequence[int], chart: Chart) -> list[tuple[int, float]]:
    """Each count with the width of its bar, as a part of a hundred of the highest in the chart."""
    highest = chart.highest
    return [(count, round(100 * max(count, 0) / highest, 1) if highest > 0 else 0) for count in counts]
