"""What the page of a PDF is filled with: a document's words and what each of them is, and no markup."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from minutes.document import Block, Chart, Document, Field, Heading, Paragraph, Point, Table, ranks
from minutes.formats.grid import columns_of_numbers
from minutes.formats.lists import ListItem, nested
from minutes.formats.text import leads_in
from minutes.formats.wrapping import one_line

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}))?")
_LONG = re.compile(r"[^\s\u00ad]{40}")
_RUNNING = 200  # letters of the title at the head of a page: more would leave the paper
_UNTITLED = "Minutes"  # the standards ask for a title; only a document with no words at its head has none


def given(document: Document) -> dict[str, Any]:
    """What `page.typ` is filled with to be `document`, ready for JSON."""
    document = replace(document, blocks=tuple(filter(_has_words, document.blocks)))
    named = _LANGUAGE.fullmatch(document.language)
    head = [words for words in map(_words, document.head or (document.title,)) if words] or [_UNTITLED]
    title = _words(document.title) or head[0]
    shown = {"head": head, "blocks": list(_parts(document))}
    return {
        **shown,
        **_rare(json.dumps(shown, ensure_ascii=False)),
        "title": title,
        "running": title if len(title) <= _RUNNING else f"{title[: _RUNNING - 1].rstrip()}…",
        "mark": _words(document.mark),
        "language": named[1] if named else "en",
        "region": named[2] if named else None,
        "beside": _words(document.beside),
        "flanked": bool(_words(document.beside)) or any(map(_is_flanked, document.blocks)),
        "apart": "",
    }


def _rare(shown: str) -> dict[str, bool]:
    """Whether what is `shown` may have a word wider than a line or a letter that is written from the right:
    the page looks for them only where they may be, for looking takes its time."""
    return {
        "long": bool(_LONG.search(shown)),
        "rightward": any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in set(shown)),
    }


def _words(text: str) -> str:
    return one_line(text).strip()


def _has_words(block: Block) -> bool:
    """Whether a block shows anything: a heading of nothing would be one that is read aloud."""
    match block:
        case Heading(text=text, number=number):
            return bool(_words(number + text))
        case Paragraph(text=text, number=number, beside=beside):
            return bool(_words(number + text + beside))
    return True


def _is_flanked(block: Block) -> bool:
    return isinstance(block, Paragraph | Point) and bool(_words(block.beside))


def _parts(document: Document) -> Iterator[dict[str, Any]]:
    """The blocks in their order: points and fields that stand together are one list."""
    rank = iter(ranks(document))
    for kind, run in groupby(document.blocks, key=type):
        if kind is Point:
            points = [block for block in run if isinstance(block, Point)]
            beside = any(map(_is_flanked, points))
            yield {"kind": "points", "points": list(_points(nested(points))), "flanked": beside}
        elif kind is Field:
            yield {"kind": "fields", "fields": [_field(block) for block in run if isinstance(block, Field)]}
        else:
            for block in run:
                yield {"kind": kind.__name__.casefold(), **_part(block, rank)}


def _part(block: Block, rank: Iterator[int]) -> dict[str, Any]:
    match block:
        case Heading(text=text, level=level, number=number):
            return {"text": _words(text), "level": level, "number": _words(number), "rank": next(rank)}
        case Paragraph():
            return {
                "text": _words(block.text),
                "number": _words(block.number),
                "beside": _words(block.beside),
                "keep": leads_in(block),
                "strong": block.strong,
                "to_check": block.to_check,
            }
        case Table(rows=rows, headed=headed):
            cells = [[_words(cell) for cell in row] for row in rows]
            return {"rows": cells, "headed": headed, "numbers": columns_of_numbers(block)}
        case Chart():
            return _chart(block)
        case _:
            text = getattr(block, "text", "") or getattr(block, "name", "")
            return {"text": _words(text)}


def _points(items: Iterable[ListItem]) -> Iterator[dict[str, Any]]:
    for item in items:
        point = item.point
        yield {
            "text": _words(point.text),
            "marker": _words(point.marker),
            "strong": point.strong,
            "beside": _words(point.beside),
            "below": list(_points(item.below)),
        }


def _field(field: Field) -> dict[str, Any]:
    return {"name": _words(field.name), "values": list(map(_words, field.values))}


def _chart(chart: Chart) -> dict[str, Any]:
    """A chart; each count has its `bar`, a part of the highest."""
    highest = max(chart.highest, 1)
    return {
        "title": _words(chart.title),
        "series": list(map(_words, chart.series)),
        "rows": [
            {
                "name": _words(name),
                "counts": [{"count": count, "bar": max(count, 0) / highest} for count in counts],
            }
            for name, counts in chart.rows
        ],
    }
