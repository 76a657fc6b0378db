"""Reads a PDF file for the tests with another library than wrote it: its words, its tags, and what it says of
itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader

from tests.minutes.any_document import plain

_ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
_ACCESS = "{http://www.aiim.org/pdfua/ns/id/}"


class PdfFile:
    """An opened PDF file."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(BytesIO(content), strict=True)
        self.catalogue: Any = self.reader.trailer["/Root"]
        self.pages = [plain(page.extract_text()) for page in self.reader.pages]
        self.words = " ".join(self.pages)

    def standards(self) -> dict[str, str | None]:
        """The standards it says it keeps, as its metadata name them."""
        said = ElementTree.fromstring(self.catalogue["/Metadata"].get_data())
        names = {
            f"{_ARCHIVE}part": "PDF/A",
            f"{_ARCHIVE}conformance": "conformance",
            f"{_ACCESS}part": "PDF/UA",
        }
        return {names[element.tag]: element.text for element in said.iter() if element.tag in names}

    def tags(self) -> list[Any]:
        """The tags as they are read aloud: each by its name, those inside it in a list after it."""
        return list(_tags(self.catalogue["/StructTreeRoot"]["/K"]))

    def headings(self) -> list[tuple[int, str]]:
        """The rank and the words of each heading."""
        elements = _elements(self.catalogue["/StructTreeRoot"]["/K"])
        found = ((str(each["/S"]), each.get("/T", "")) for each in elements)
        return [(int(name[2:]), plain(said)) for name, said in found if name[1] == "H" and name[2:].isdigit()]

    def farthest(self) -> float:
        """How far to the right any words begin, as a part of the width of their page."""
        ends: list[float] = []
        for page in self.reader.pages:
            wide = float(page.mediabox.width)
            page.extract_text(
                visitor_text=lambda _text, outer, inner, *_, wide=wide: ends.append(
                    (inner[4] * outer[0] + outer[4]) / wide
                )
            )
        return max(ends)


def _children(element: Any) -> Iterator[Any]:
    """The elements inside one, those of the whole tree's root being its own."""
    inside = element.get_object()
    for child in inside if isinstance(inside, list) else [inside]:
        child = child.get_object()
        if isinstance(child, dict) and "/S" in child:
            yield child


def _tags(inside: Any) -> Iterator[Any]:
    for child in _children(inside):
        yield str(child["/S"])[1:]
        below = list(_tags(child["/K"])) if "/K" in child else []
        if below:
            yield below


def _elements(inside: Any) -> Iterator[Any]:
    for child in _children(inside):
        yield child
        yield from _elements(child["/K"]) if "/K" in child else ()
