"""The formats: each writes any document tree, whatever layout it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutes.document import Document

WIDTH = 76  # columns of text where nothing else is asked for

# the name of a format → how its files end; what a file is called tells its format too
SUFFIXES: Mapping[str, str] = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "docx": ".docx",
    "pdf": ".pdf",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A document in a format: the `content` of its file, and what is to be said of it, a line each."""

    content: bytes
    notes: tuple[str, ...] = ()


def write(document: Document, form: str, *, width: int = WIDTH, pages: bool = False) -> Written:
    """Write `document` in the format `form`, a key of `SUFFIXES`.

    `width` are the columns of text, and `pages` breaks it into pages; other formats take no notice of
    them. What only one format needs is not imported before it is asked for. Raises ValueError, in one line,
    where there is no such format, or it cannot hold the document.
    """
    match form:
        case "markdown":
            from minutes.formats import markdown

            return _text(markdown.write(document))
        case "html":
            from minutes.formats import html

            return _text(html.write(document))
        case "docx":
            from minutes.formats import word

            return Written(word.write(document))
        case "pdf":
            from minutes.formats import pdf

            return pdf.write(document)
        case "text":
            from minutes.formats import pages as paged
            from minutes.formats import text

            return _text(paged.write(document, width) if pages else text.write(document, width))
    raise ValueError(f"there is no format {form!r}")


def _text(text: str) -> Written:
    return Written(text.encode())
