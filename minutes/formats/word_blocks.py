"""The blocks of a document as paragraphs and tables of Word.

Everything is a paragraph of a named style or a table, in the order it is read. Headings never stand in a
table: Word's list of headings would not have them. What stands beside the text is the second column of a
table that runs from one heading to the next, so that it is read after its words, and a row can be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
from minutes.formats.word_styles import BESIDE_WIDTH, PADDING, TEXT_WIDTH, first_of, hanging_style, level_name
from minutes.formats.word_tables import in_columns, row, ruled
from minutes.formats.word_xml import TAB, Xml, joined, paragraph, run
from minutes.formats.wrapping import one_line


def body(document: Document) -> Xml:
    """The whole of `document` but what stands at the head and foot of every page."""
    title, *head = document.head or (document.title,)
    lines = (paragraph("Subtitle", run(line), gap=n == len(head)) for n, line in enumerate(head, 1))
    return joined(paragraph("Title", run(title), gap=not head), *lines, *_parts(document))


def _parts(document: Document) -> Iterator[Xml]:
    """The blocks of `document`, paragraphs and points that stand together as one part."""
    ranked = iter(ranks(document))
    texts: list[Paragraph | Point] = []
    for block in _before_signing(document.blocks):
        if isinstance(block, Paragraph | Point):
            texts.append(block)
            continue
        yield from _texts(texts, document.beside)
        texts.clear()
        yield _heading(block, next(ranked)) if isinstance(block, Heading) else _block(block)
    yield from _texts(texts, document.beside)


def _before_signing(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, a paragraph kept on the page of the signature below it: no page is signed without words."""
    for block, below in pairwise((*blocks, None)):
        if isinstance(block, Paragraph) and isinstance(below, Signature):
            yield replace(block, keep=True)
        elif block is not None:
            yield block


def _has_words(text: str) -> bool:
    return bool(one_line(text).strip())


def _block(block: Table | Chart | Field | Signature | Margin) -> Xml:
    match block:
        case Table(rows=rows, headed=headed):
            return ruled(rows, columns_of_numbers(block), headed=headed)
        case Chart(title=title, series=series):
            rows = (("", *series), *((name, *map(str, counts)) for name, counts in block.rows))
            numbers = [False, *(True for _ in series)]
            return joined(paragraph("Caption", run(title)), ruled(rows, numbers, headed=True))
        case Field():
            return _field(block)
        case Signature(name=name):
            signed = paragraph("Signature", run(f"{name}:"), TAB, TAB, keep=True)
            return joined(signed, paragraph("Signature", run("Date:"), TAB, TAB))
        case Margin(text=text):
            return paragraph("Margin", run(text))


def _heading(block: Heading, rank: int) -> Xml:
    style = f"Heading{rank}"
    if not _has_words(block.number):
        return paragraph(style, run(block.text), flush=True)
    return paragraph(style, run(block.number), TAB, run(block.text))


def _field(block: Field) -> Xml:
    first, *more = block.values or ("",)
    named = paragraph("Field", run(f"{block.name}:", strong=True), TAB, run(first), keep=bool(more))
    return joined(named, *(paragraph("FieldValue", run(value)) for value in more))


# -- paragraphs and points, and what stands beside them ------------------------------------------


def _texts(blocks: Sequence[Paragraph | Point], head: str) -> list[Xml]:
    """Paragraphs and points that stand together, in two columns where something stands beside one of them."""
    if not any(_has_words(block.beside) for block in blocks):
        return list(map(_text, blocks))
    rows: list[tuple[list[Xml], str]] = []
    for block in blocks:
        if rows and not rows[-1][1] and not block.beside:
            rows[-1][0].append(_text(block))
        else:
            rows.append(([_text(block)], block.beside))
    widths = (PADDING + TEXT_WIDTH - BESIDE_WIDTH, BESIDE_WIDTH)
    headed = _has_words(head)
    said = [row((joined(*texts), paragraph("Beside", run(beside))), widths) for texts, beside in rows]
    if headed:
        named = (paragraph("Beside"), paragraph("Beside", run(head, strong=True), keep=True))
        said.insert(0, row(named, widths, whole=True, head=True))
    return [in_columns("BesideTable", widths, said, headed=headed, start=-PADDING)]


def _text(block: Paragraph | Point) -> Xml:
    keep = isinstance(block, Paragraph) and block.keep
    to_check = isinstance(block, Paragraph) and block.to_check
    said = run(block.text, strong=block.strong, to_check=to_check)
    if _has_words(first := first_of(block)):
        return paragraph(hanging_style(block), run(first, strong=block.strong), TAB, said, keep=keep)
    style = f"ListBullet{level_name(block.level)}" if isinstance(block, Point) else "Normal"
    return paragraph(style, said, keep=keep)
