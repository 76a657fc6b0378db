"""A Word file as text (ECMA-376, WordprocessingML): read with the standard library, which loads in no time.

Changes that Word tracks are taken as accepted: what was put in is in, what was struck out is out.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from minutes.packs.content import PackError
from minutes.packs.word_numbers import Numbering, W

_LARGEST = 32_000_000  # bytes of a part once unpacked; a file that unpacks to more is no agenda
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # what Word calls the same words elsewhere
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRUCK = {f"{W}del", f"{W}moveFrom"}
_PUT_IN = {f"{W}ins", f"{W}moveTo"}
_BROKEN = (BadZipFile, ElementTree.ParseError)
_DAMAGED = "{name} is damaged and cannot be read as a Word file: ask for it again, or save it as text."
_TRACKED = "it has tracked changes: they were read as accepted"
_COUNTED = "numbers that Word gives by itself were counted as Word does"


def word_text(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a Word file, and what to check of it: headings after `#`, tables as rows between `|`, a
    form feed where a page is broken. Raises PackError where it is damaged or is another kind of file."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
            if "word/document.xml" not in names:
                raise PackError(f"{name} is not a Word file: give the agenda as .docx, PDF or text.")
            document, numbering, styles = (
                _part(parts, f"word/{part}.xml", name) if f"word/{part}.xml" in names else None
                for part in ("document", "numbering", "styles")
            )
    except PackError:
        raise
    except (*_BROKEN, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise PackError(_DAMAGED.format(name=name)) from error
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise PackError(_DAMAGED.format(name=name))
    try:
        reader = _Reader(Numbering(numbering, styles), styles)
        text = "\n".join(reader.blocks(body))
    except (ValueError, RecursionError) as error:
        raise PackError(_DAMAGED.format(name=name)) from error
    if not text.strip():
        raise PackError(f"{name} holds no text: give the agenda as text.")
    doubts = ((_TRACKED, reader.tracked), (_COUNTED, reader.counted))
    return text, tuple(doubt for doubt, holds in doubts if holds)


def _part(parts: ZipFile, path: str, name: str) -> Element:
    with parts.open(path) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise PackError(f"{name} is too large once unpacked: give a file that holds only the agenda.")
    if b"<!DOCTYPE" in content[:8192].replace(
        b"\0", b""
    ):  # Word writes none, and its entities could grow without end
        raise PackError(_DAMAGED.format(name=name))
    return ElementTree.fromstring(content.replace(_STRICT, W[1:-1].encode()))


class _Reader:
    """Reads a document's blocks in order. `tracked` says that it met changes, `counted` numbers of Word's."""

    def __init__(self, numbering: Numbering, styles: Element | None) -> None:
        self.tracked = False
        self.counted = False
        self._numbering = numbering
        self._headings = _headings(styles)
        self._carried = ""  # a paragraph whose end was struck out: the next one goes on with it

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of the paragraphs and tables right below `parent`."""
        for child in parent:
            if child.tag == f"{W}p":
                if (line := self._paragraph(child)) is not None:
                    yield line
            elif child.tag == f"{W}tbl":
                yield ""
                yield from self._rows(child)
                yield ""
            elif child.tag in _STRUCK:
                self.tracked = True
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                yield from self.blocks(child[0] if len(child) else child)  # its fallback says the same again
            elif child.tag not in (f"{W}sectPr", f"{W}tblPr"):
                self.tracked = self.tracked or child.tag in _PUT_IN
                yield from self.blocks(child)

    def _rows(self, table: Element) -> Iterator[str]:
        rows = [(row, list(_inside(row, f"{W}tc"))) for row in _inside(table, f"{W}tr")]
        is_frame = all(len(cells) <= 1 for _, cells in rows)  # round a page, not a table
        for row, cells in rows:
            if row.find(f"{W}trPr/{W}del") is not None:
                self.tracked = True
            elif is_frame or (len(cells) == 1 and cells[0].find(f"{W}tbl") is not None):
                for cell in cells:
                    yield from self.blocks(cell)
            else:
                yield f"| {' | '.join(map(self._cell, cells))} |"

    def _cell(self, cell: Element) -> str:
        """What a cell says in one line; the rows of a table inside it are lines of their own."""
        lines = "\n".join(self.blocks(cell)).replace("\f", " ").split("\n")
        bare = (line.strip().strip("| ").replace("|", "/") for line in lines)
        return "<br/>".join(line for line in bare if line)

    def _paragraph(self, paragraph: Element) -> str | None:
        """The line that a paragraph is; None where the one below goes on with it."""
        properties = paragraph.find(f"{W}pPr")
        words = self._carried + "".join(self._words(paragraph))
        self._carried = ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self.tracked, self._carried = True, words
            return None
        if not words.strip():
            return words
        if label := self._numbering.label(properties):
            self.counted = self.counted or label != "-"
            words = f"{label} {words.lstrip()}"
        style = properties.find(f"{W}pStyle") if properties is not None else None
        level = self._headings.get(style.get(f"{W}val", ""), 0) if style is not None else 0
        if level:
            return f"\n{'#' * level} {words.lstrip()}"
        return f"**{words.strip()}**" if self._is_bold(paragraph) and "\n" not in words else words

    def _words(self, element: Element) -> Iterator[str]:
        """The words of a paragraph, or of what stands inside one."""
        for child in element:
            if child.tag in _STRUCK:
                self.tracked = True
            elif child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag == f"{W}tab":
                yield "\t"
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield "\f" if child.get(f"{W}type") == "page" else "\n"
            elif child.tag == f"{W}noBreakHyphen":
                yield "-"
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                yield from self._words(child[0]) if len(child) else ()
            elif child.tag == f"{W}txbxContent":
                yield "\n".join(["", *self.blocks(child), ""])
            elif child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
                continue
            elif child.tag not in (f"{W}pPr", f"{W}rPr", f"{W}instrText"):
                self.tracked = self.tracked or child.tag in _PUT_IN
                yield from self._words(child)

    def _is_bold(self, paragraph: Element) -> bool:
        """Whether every word of a paragraph is bold by itself."""
        told = [run for run in paragraph.iter(f"{W}r") if "".join(_texts(run)).strip()]
        bold = [run.find(f"{W}rPr/{W}b") for run in told]
        return bool(told) and all(b is not None and b.get(f"{W}val", "1") not in ("0", "false") for b in bold)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also inside content controls; not those of tables in it."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}p", f"{W}tbl"):
            yield from _inside(child, tag)


def _texts(run: Element) -> Iterator[str]:
    return (text.text or "" for text in run.iter(f"{W}t"))


def _headings(styles: Element | None) -> dict[str, int]:
    """The level of the heading that each style makes, by its name whatever the language of its id."""
    found = {}
    for style in styles.findall(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        said = (name.get(f"{W}val", "") if name is not None else "").casefold()
        kind, _, level = said.partition(" ")
        if kind == "heading" and level in ("1", "2", "3", "4", "5", "6"):
            found[style.get(f"{W}styleId", "")] = int(level)
        elif said == "title":
            found[style.get(f"{W}styleId", "")] = 1
    return found
