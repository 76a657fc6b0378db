"""PDF: for the archive and for a screen reader at once."""

from __future__ import annotations

from minutes.document import Document
from minutes.formats import Written


def write(document: Document) -> Written:
    """Write `document` as a PDF file."""
    raise NotImplementedError(document.title)
