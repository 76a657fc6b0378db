"""A PDF as text, page by page, its columns kept apart by spaces."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from minutes.packs.content import PackError

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 300  # some ten seconds; agenda and reports of a larger pack are cut out of it by hand
_LARGEST_PAGE = 1_500_000  # bytes of what draws a page; more is a plan or a map, not text
_ENOUGH = 20  # letters that a PDF with text has at the least


def pdf_text(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a PDF, a form feed at the end of each page, and what to check of it.

    Raises PackError where it needs a password, is damaged, or has no text (a scan).
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault that it makes good
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PackError(f"{name} is protected by a password: ask for one without, or save it as text.")
        count = len(reader.pages)
        pages = [_page_text(reader.pages[at]) for at in range(min(count, _MOST_PAGES))]
    except PackError:
        raise
    except (DependencyError, FileNotDecryptedError):
        raise PackError(f"{name} is encrypted: ask for one that is not, or save it as text.") from None
    except Exception as error:  # a damaged file fails in as many ways as there are parts of a PDF
        raise PackError(f"{name} is damaged and cannot be read as a PDF: ask for it again.") from error
    if sum(len(page.split()) for page in pages if page) < _ENOUGH // 4:
        raise PackError(
            f"{name} is a PDF without text, perhaps a scan: ask for the file it was printed from."
        )
    return "\f".join(page or "" for page in pages), _doubts(pages, count)


def _doubts(pages: Sequence[str | None], count: int) -> tuple[str, ...]:
    doubts = []
    if count > len(pages):
        doubts.append(
            f"only the first {len(pages)} of its {count:,} pages were read, and others may be exempt"
        )
    if drawn := sum(page is None for page in pages):
        doubts.append(f"{drawn} of its pages could not be read")
    empty = sum(page is not None and not page.strip() for page in pages)
    if empty:
        doubts.append(f"{empty} of its pages have no text: they may be scans")
    return tuple(doubts)


def _page_text(page: PageObject) -> str | None:
    """The text of a page as it is laid out, None where it cannot be had."""
    try:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _LARGEST_PAGE:
            return None
        return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True) or ""
    except Exception:
        return _plain_text(page)


def _plain_text(page: PageObject) -> str | None:
    """The text of a page whose layout is beyond reading."""
    try:
        return page.extract_text() or ""
    except Exception:
        return None
