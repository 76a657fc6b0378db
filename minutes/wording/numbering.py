"""A point's own numbering, and how the points after it continue (SHORTHAND, Parts, lists and tables)."""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKER = re.compile(r"^(\W*)(\w+)(\W*)$")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """A numbering that a point began with its marker: "a)", "(1)", "1.", "i." …"""

    def __init__(self, marker: str) -> None:
        match = _MARKER.match(marker)
        self._before, first, self._after = (match[1], match[2], match[3]) if match else ("", "", "")
        self._upper = first.isupper()
        self._style, self._count = _begun(first.lower())

    def following(self) -> str:
        """The marker of the next point, "" where the first could not be continued."""
        if not self._style:
            return ""
        self._count += 1
        word = _STYLES[self._style](self._count)
        return f"{self._before}{word.upper() if self._upper else word}{self._after}"


def _begun(first: str) -> tuple[str, int]:
    """The style of a numbering that begins with `first`, and which number that is."""
    if first.isascii() and first.isdigit():
        return "1", int(first[:9])
    if re.fullmatch(r"i|[ivxlc]{2,}", first):
        for number in range(1, 200):
            if _roman(number) == first:
                return "i", number
    if re.fullmatch(r"[a-z]", first):
        return "a", ord(first) - ord("a") + 1
    return "", 0


def _roman(number: int) -> str:
    word = ""
    for value, letters in _ROMAN:
        word += letters * (number // value)
        number %= value
    return word


def _letters(number: int) -> str:
    """a to z, then aa, ab …"""
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


_STYLES: dict[str, Callable[[int], str]] = {"1": str, "i": _roman, "a": _letters}
