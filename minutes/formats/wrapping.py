"""Lines of text no wider than they may be, measured in the cells of a terminal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PIECE = re.compile(r"( *)([^ ]+)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def wrapped(text: str, width: int) -> list[str]:
    """Break `text` at its spaces into lines of at most `width` cells; spaces inside a line stay.

    Only a word that is wider than a whole line is broken itself. At least one line comes back.
    """
    text = one_line(text).rstrip(" ")
    if text.isascii() and len(text) <= width:
        return [text.lstrip(" ")]
    lines: list[str] = []
    line, used = "", 0
    for spaces, word in _PIECE.findall(text):
        wide = cells(word)
        gap = len(spaces) if line else 0
        if line and used + gap + wide > width:
            lines.append(line)
            line, used, gap = "", 0, 0
        if wide > width:
            *full, word = broken(word, width)
            lines += full
            wide = cells(word)
        line = f"{line}{spaces}{word}" if line else word
        used += gap + wide
    return [*lines, line]


def one_line(text: str) -> str:
    """`text` with a space for each control character, line break and half of a character in it: what no file
    of text or XML may hold (https://www.w3.org/TR/xml/#charsets)."""
    return _CONTROL.sub(" ", text)


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes: wide letters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def broken(word: str, width: int) -> list[str]:
    """Cut a word into pieces of at most `width` cells, a mark staying with its letter."""
    if word.isascii():
        return [word[start : start + width] for start in range(0, len(word), width)]
    pieces: list[str] = []
    start, used = 0, 0
    for place, letter in enumerate(word):
        wide = _cell(letter)
        if used + wide > width and place > start:
            pieces.append(word[start:place])
            start, used = place, 0
        used += wide
    return [*pieces, word[start:]]


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Fill `text` up to `width` cells with spaces, before it where it is set `right`."""
    fill = " " * (width - cells(text))
    return fill + text if right else text + fill


def centred(text: str, width: int) -> str:
    """Set `text` in the middle of `width` cells."""
    return f"{' ' * ((width - cells(text)) // 2)}{text}"


@lru_cache(maxsize=4096)
def _cell(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
