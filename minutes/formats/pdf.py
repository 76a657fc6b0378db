"""PDF: for the archive (PDF/A-2a, ISO 19005-2) and for a screen reader (PDF/UA-1, ISO 14289-1) at once.

Typst sets the pages. What was typed is handed to it as JSON, never as markup. The same document gives the
same bytes: its date, for which the standards ask, is the day it is of, and the fonts of this machine are
used only where Typst's own have not every letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from minutes.document import Document
from minutes.formats import Written
from minutes.formats.pdf_font import NAME, boxes
from minutes.formats.pdf_parts import given
from minutes.formats.pdf_signs import letters, marked, note

if TYPE_CHECKING:
    from typst import PDFStandard

_PAGE = "page.typ"  # how the pages look, beside this module
_TRIAL = b"""\
#let given = json(bytes(sys.inputs.document))
#set document(title: "-")
#set text(font: given.fonts)
#given.signs.join(" ")
"""
_STANDARDS: list[PDFStandard] = ["a-2a", "ua-1"]
_OWN_FONTS = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")


class _RefusedError(Exception):
    """Why Typst sets no pages, in one line."""


class _Press:
    """Typst with its own fonts, those of this machine too where `system`, and those in `folder`."""

    def __init__(self, *, system: bool = False, folder: str = "") -> None:
        from typst import Compiler, Fonts

        self._fonts = [*_OWN_FONTS, *([NAME] if folder else [])]
        fonts = Fonts(include_system_fonts=system, font_paths=[folder] if folder else [])
        self._compiler = Compiler(font_paths=fonts, ignore_system_fonts=not system)

    def pages(
        self, words: Mapping[str, Any], standards: list[PDFStandard], page: bytes, made: int = 0
    ) -> bytes:
        """The file that `page` makes of `words`; _RefusedError is raised where it breaks the `standards`.

        `made` is the time it tells as that of its making, in seconds of 1970.
        """
        document = json.dumps({**words, "fonts": self._fonts})
        try:
            content = self._compiler.compile(
                page,
                format="pdf",
                sys_inputs={"document": document},
                pdf_standards=standards,
                timestamp=made,
            )
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise  # the clerk's own, as ctrl+c
            raise _RefusedError(" ".join(str(error).split())) from None
        assert isinstance(content, bytes)
        return content

    def refused(self, signs: Sequence[str]) -> list[str]:
        """Those of `signs` which the standards do not let it print, each tried by itself."""
        if not signs:
            return []
        try:
            self.pages({"signs": signs}, _STANDARDS, _TRIAL)
        except _RefusedError:
            if len(signs) == 1:
                return list(signs)
            half = len(signs) // 2
            return self.refused(signs[:half]) + self.refused(signs[half:])
        return []


_press = cache(_Press)  # looking for fonts takes longer than setting most pages


def write(document: Document) -> Written:
    """Write `document` as a PDF file.

    Where no font has a letter, or the standards forbid it, the file is written without them, and a note
    names the letter. ValueError, in one line, says why no file can be written at all.
    """
    page = files(__package__).joinpath(_PAGE).read_bytes()
    words, made = given(document), _seconds(document.day)
    reason = ""
    for system in (False, True):
        try:
            return Written(_press(system=system).pages(words, _STANDARDS, page, made))
        except _RefusedError as refused:
            reason = str(refused)
    return _without_standards(words, page, made, reason)


def _seconds(day: str) -> int:
    """The noon of a day in seconds of 1970; 0 where there is none that a PDF can tell."""
    return max(0, int(datetime.fromisoformat(f"{day}T12:00Z").timestamp())) if day else 0


def _without_standards(words: Mapping[str, Any], page: bytes, made: int, reason: str) -> Written:
    """The file with a box for each letter no font has; its note says `reason` where none is to blame."""
    text = json.dumps(words, ensure_ascii=False)
    press = _press(system=True)
    seen, unseen = letters(text)
    hidden = [sign for sign in unseen if press.refused([f"a{sign}b"])]
    drawn = press.refused(seen)
    parted = press.refused(marked(text, drawn))
    apart = f"(?:{'|'.join([*parted, *drawn])})[\\p{{Cf}}\\u{{fe00}}-\\u{{fe0f}}]*" if drawn or parted else ""
    try:
        with TemporaryDirectory() as folder:  # Typst takes no font but from a folder
            Path(folder, "boxes.ttf").write_bytes(boxes(drawn))
            press = _Press(system=True, folder=folder)
            content = press.pages({**words, "apart": apart}, [], page, made)
            forbidden = press.refused(drawn)
    except (_RefusedError, OSError) as error:
        raise ValueError(f"the PDF cannot be written: {error}") from None
    lacking = [sign for sign in drawn if sign not in forbidden]
    return Written(content, (note([*lacking, *parted], [*forbidden, *hidden], reason),))
