"""A long meeting on paper, in every format, against a bare writing of the same words."""

from __future__ import annotations

import json
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

from minutes.document import Document, Field, Heading, Paragraph, Point, Table
from minutes.formats import WIDTH, write
from minutes.interchange import to_json
from minutes.layouts import build
from storage import MinuteBook
from storage.records import MeetingRecord
from tests.benchmarks.books import make_meeting
from tests.benchmarks.measure import Measure, median

LIMIT = 3.0
# paragraphs that come as data, so that what is measured against cannot read them as markup either
_BARE_PAGE = """
#set page(paper: "a4")
#for words in json(bytes(sys.inputs.words)) { par(words) }
"""


def measure(folder: Path, entries: int = 1000, runs: int = 9) -> list[Measure]:
    """Print a meeting of `entries` entries in each format, from its record to the content of a file, in turns
    with the yardsticks; medians of `runs` each."""
    record = _record(folder / "papers.db", entries)
    words = list(_words(build(record)))
    measures = []
    for form, bare, against in (
        ("text", _wrapped, "textwrap"),
        ("markdown", _wrapped, "textwrap"),
        ("html", _wrapped, "textwrap"),
        ("json", _wrapped, "textwrap"),
        ("docx", _bare_word, "python-docx"),
        ("pdf", _bare_pdf, "typst"),
    ):
        name = f"{form} of {entries:,} entries, against bare {against}"
        measures.append(_in_turns(name, partial(_printed, record, form), partial(bare, words), runs))
    return measures


def _printed(record: MeetingRecord, form: str, run: int) -> object:
    if form == "json":
        return to_json(record, restricted=True)
    # a venue of its own for each run: typst remembers what it has set before
    return write(build(replace(record, meeting=replace(record.meeting, venue=f"Room {run}"))), form)


def _record(path: Path, entries: int) -> MeetingRecord:
    meeting_id = make_meeting(path, entries)
    book = MinuteBook.open(path)
    try:
        return book.meeting(meeting_id)
    finally:
        book.close()


def _words(document: Document) -> Iterator[str]:
    """The words of a document, a paragraph each."""
    yield from document.head
    for block in document.blocks:
        match block:
            case Heading() | Paragraph() | Point():
                yield block.text
            case Table():
                yield from (" ".join(row) for row in block.rows)
            case Field():
                yield f"{block.name} {' '.join(block.values)}"


def _wrapped(words: list[str], _run: int) -> object:
    return "\n\n".join(textwrap.fill(paragraph, WIDTH) for paragraph in words)


def _bare_word(words: list[str], _run: int) -> object:
    from docx import Document as WordFile

    file = WordFile()
    for paragraph in words:
        file.add_paragraph(paragraph)
    file.save(content := BytesIO())
    return content


def _bare_pdf(words: list[str], run: int) -> object:
    import typst

    return typst.compile(_BARE_PAGE.encode(), sys_inputs={"words": json.dumps([f"Room {run}", *words])})


def _in_turns(name: str, ours: Callable[[int], object], bare: Callable[[int], object], runs: int) -> Measure:
    """Both in turns; the first of each is not counted, in which libraries are imported."""
    times: tuple[list[float], list[float]] = [], []
    for run in range(runs + 1):
        for work, taken in zip((ours, bare), times, strict=True):
            before = time.perf_counter()
            work(run)
            taken.append((time.perf_counter() - before) * 1000)
    return Measure(name, median(times[0][1:]), median(times[1][1:]), LIMIT)
