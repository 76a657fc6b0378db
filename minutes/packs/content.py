"""What kind of file a pack is, told by its content, and its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from minutes.agenda.when import AgendaError

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, and every Office file under a password
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html)\b", re.I)
_E_MAIL = re.compile(
    r"(?:[A-Za-z-]{2,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,50}){0,60}?(?:Received|MIME-Version):",
    re.I,
)
_LONGEST = 3_000_000  # letters; three times a pack of 300 pages


class PackError(AgendaError):
    """A file that no agenda can be taken from; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, a form feed at the end of each page, and what to check of it; `plain` says that the
    file held text and nothing else."""

    text: str
    doubts: tuple[str, ...] = ()
    plain: bool = False


def text_of(content: bytes, name: str, decode: Callable[[bytes], str]) -> Extracted:
    """The text of the file that holds `content`, by what it is whatever its name: PDF, Word, else what
    `decode` makes of it. Raises PackError, one line that begins with `name`, where none can be had."""
    extracted = _extracted(content, name, decode)
    if len(extracted.text) > _LONGEST:
        raise PackError(f"{name} is too long to be an agenda: give a file that holds only that.")
    return extracted


def _extracted(content: bytes, name: str, decode: Callable[[bytes], str]) -> Extracted:
    if b"%PDF-" in content[:1024]:
        from minutes.packs.pdf import pdf_text

        return Extracted(*pdf_text(content, name))
    if content.startswith(b"PK\x03\x04"):
        from minutes.packs.word import word_text

        return Extracted(*word_text(content, name))
    if content.startswith(_OLD_OFFICE):
        raise PackError(
            f"{name} is an old Word file or has a password: save it as .docx without one, or as PDF."
        )
    if content.startswith(b"{\\rtf"):
        raise PackError(f"{name} is in Rich Text Format: save it as .docx, PDF or plain text.")
    text = decode(content)
    if _WEB_PAGE.match(text.removeprefix("\ufeff")):
        raise PackError(f"{name} is a web page: open it, and save it as PDF or plain text.")
    if _E_MAIL.match(text.replace("\r\n", "\n")):
        raise PackError(f"{name} is an e-mail: save the agenda in it, or what is attached, as a file.")
    return Extracted(text, plain=True)
