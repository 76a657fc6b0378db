"""Reads a Word file for the tests with the standard library alone: what stands in it and how it is marked."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from tests.minutes.any_document import plain

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CORE = "{http://purl.org/dc/elements/1.1/}"


class WordFile:
    """An opened Word file. Elements and attributes are asked for without their namespace; a path may go down
    ("pPr/keepNext")."""

    def __init__(self, content: bytes) -> None:
        self.zip = ZipFile(BytesIO(content))
        assert self.zip.testzip() is None
        self.body = self.part("word/document")[0]
        self.header = self.part("word/header1")
        self.footer = self.part("word/footer1")
        self.core = {field.tag.removeprefix(_CORE): field.text for field in self.part("docProps/core")}

    def part(self, name: str) -> Element:
        """A part of the package as XML."""
        return ElementTree.fromstring(self.zip.read(f"{name}.xml"))

    def paragraphs(self) -> list[Element]:
        """Every paragraph that has text, in the order they are read."""
        return [each for each in self.body.iter(f"{_W}p") if text(each)]

    def tables(self) -> list[Element]:
        """Every table."""
        return list(self.body.iter(f"{_W}tbl"))

    def paragraph(self, said: str) -> Element:
        """The paragraph that begins with `said`."""
        return next(each for each in self.paragraphs() if text(each).startswith(said))

    def style(self, style_id: str) -> Element:
        """A style by its id."""
        found = [each for each in self.part("word/styles") if value(each, "", "styleId") == style_id]
        assert len(found) == 1
        return found[0]


def inside(element: Element, path: str) -> list[Element]:
    """What stands in `element` at `path`."""
    return element.findall("/".join(f"{_W}{step}" for step in path.split("/")))


def value(element: Element, path: str, name: str = "val") -> str | None:
    """An attribute of what stands at `path`, None where it is not there."""
    found = inside(element, path) if path else [element]
    return found[0].get(f"{_W}{name}") if found else None


def style_of(paragraph: Element) -> str | None:
    """The id of a paragraph's style."""
    return value(paragraph, "pPr/pStyle")


def text(element: Element) -> str:
    """What is said in `element`, a space for each tab, as `plain` writes it."""
    return plain("".join(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    for run in each_element(element, "r"):
        for each in run:
            if each.tag in (f"{_W}t", f"{_W}tab"):
                yield each.text or " "


def names_in(element: Element) -> list[str]:
    """The names of the elements in `element`, in order."""
    return [each.tag.removeprefix(_W) for each in element]


def each_element(element: Element, name: str) -> Iterator[Element]:
    """All elements of a name, at any depth."""
    return element.iter(f"{_W}{name}")
