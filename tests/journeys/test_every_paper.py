"""One meeting with every construct of the shorthand in it, in every house style and every format.

What text, Markdown and HTML come to stands in `papers/printed`, each file read whole by somebody who knows
what minutes must say; Word and PDF are read again by other libraries than those that wrote them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

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
)
from minutes.formats import SUFFIXES, write
from minutes.layouts import build
from minutes.style import LAYOUTS
from storage import MinuteBook
from storage.records import MeetingRecord
from tests.tui.shell import Shell

PAPERS = Path(__file__).with_name("papers")
MEETING = "2"
TEXTS = ("text", "markdown", "html")
FURTHEST = 400  # characters: the foot of a page and the head of the next stand between two words
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A book with the meeting before, and the meeting."""
    shell = Shell(tmp_path_factory.mktemp("papers"))
    for number, name in enumerate(("before-", ""), 1):
        shell.done("import", PAPERS / f"{name}agenda.txt")
        shell.done("take", str(number), PAPERS / f"{name}notes.txt")
    return shell


@pytest.fixture(scope="module")
def record(shell: Shell) -> MeetingRecord:
    """The meeting as the book has it."""
    book = MinuteBook.open(shell.book)
    try:
        return book.meeting(int(MEETING))
    finally:
        book.close()


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_public_copy_reads_as_it_was_read(
    shell: Shell, layout: str, form: str, request: pytest.FixtureRequest
) -> None:
    printed = shell.done("print", MEETING, "--layout", layout, "--format", form)
    _holds(printed, f"{layout}{SUFFIXES[form]}", request)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_restricted_copy_reads_as_it_was_read(
    shell: Shell, layout: str, request: pytest.FixtureRequest
) -> None:
    printed = shell.done("print", MEETING, "--layout", layout, "--restricted")
    _holds(printed, f"{layout} restricted.txt", request)


@pytest.mark.parametrize("restricted", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_and_pdf_carry_the_same_words_in_the_same_order(
    record: MeetingRecord, layout: str, restricted: bool
) -> None:
    document = build(record, layout=layout, restricted=restricted)
    said = " ".join(_words(document))
    for form, read in (("docx", _of_word), ("pdf", _of_pdf)):
        written = write(document, form)
        assert written.notes == ()
        _carries(read(written.content), said, form)


def _holds(printed: str, name: str, request: pytest.FixtureRequest) -> None:
    """Hold what was printed against the file of that name, or put it there with --snapshot-update."""
    kept = PAPERS / "printed" / name
    if request.config.getoption("update_snapshots"):
        kept.write_text(printed, encoding="utf-8")
    assert printed == kept.read_text(encoding="utf-8")


def _words(document: Document) -> Iterator[str]:
    """Every word of a document in the order it is read."""
    yield from document.head
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield from (block.number, block.text, getattr(block, "beside", ""))
        case Point():
            yield from (block.marker, block.text, block.beside)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Field():
            yield from (block.name, *block.values)
        case Signature():
            yield block.name
        case Chart():
            yield from (block.title, *(name for name, _ in block.rows))
        case Margin():
            yield block.text


def _of_word(content: bytes) -> str:
    """What the body of a Word file says."""
    body = ElementTree.fromstring(zipfile.ZipFile(BytesIO(content)).read("word/document.xml"))
    return "".join(part.text or "" for part in body.iter(f"{_WORD}t"))


def _of_pdf(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _carries(text: str, said: str, form: str) -> None:
    """Hold that `text` has all letters and figures of `said`, in their order and close to one another."""
    text = re.sub(r"[\W_]+", "", text)
    here = 0
    for word in re.findall(r"[^\W_]+", said):
        place = text.find(word, here, here + FURTHEST)
        assert place >= 0, f"{form} lacks {word!r} behind {text[max(0, here - 80) : here]!r}"
        here = place + len(word)
