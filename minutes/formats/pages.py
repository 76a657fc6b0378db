"""Text in pages, each with its head and its number, for a printer or a file of record."""

from __future__ import annotations

from minutes.document import Document
from minutes.formats import text


def write(document: Document, width: int) -> str:
    """Write `document` as text in pages of at most `width` cells a line."""
    return text.write(document, width)
