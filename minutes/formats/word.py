"""Word: a document the chair can go on writing in."""

from __future__ import annotations

from minutes.document import Document


def write(document: Document) -> bytes:
    """Write `document` as a Word file."""
    raise NotImplementedError(document.title)
