"""The house style in an agenda's headers: “Words: chair = Chairman”, “Parts: apologies; close”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from minutes.style import PARTS, WORDS

Pairs = tuple[tuple[str, str], ...]


def read_words(text: str) -> tuple[Pairs, list[str]]:
    """What a body writes for words of its minutes, by their names, and the parts of `text` that say nothing:
    they name no word, or one that was said already, or nothing to write for it."""
    return _read(text, WORDS, heading_needed=True)


def read_parts(text: str) -> tuple[Pairs, list[str]]:
    """The standing parts of the minutes in their order, with their headings ("" for the usual), and the parts
    of `text` that name none, or one named already."""
    return _read(text, PARTS, heading_needed=False)


def write_words(words: Iterable[tuple[str, str]]) -> str:
    """Write words as `read_words` reads them."""
    return "; ".join(f"{name} = {written}" for name, written in words)


def write_parts(parts: Iterable[tuple[str, str]]) -> str:
    """Write standing parts as `read_parts` reads them."""
    return "; ".join(f"{name} = {heading}" if heading else name for name, heading in parts)


def _read(text: str, known: Collection[str], *, heading_needed: bool) -> tuple[Pairs, list[str]]:
    read: dict[str, str] = {}
    unread = []
    for part in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        left, _, written = (side.strip() for side in part.partition("="))
        name = " ".join(left.casefold().split())
        if name not in known or name in read or (heading_needed and not written):
            unread.append(part)
        else:
            read[name] = written
    return tuple(read.items()), unread
