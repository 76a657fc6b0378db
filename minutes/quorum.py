"""How many members must be present: a quorum as bodies write it, in number or as a part."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from functools import lru_cache

from minutes.english import NUMBERS

_NUMBERS = {word: number for number, word in enumerate(NUMBERS, 1)} | {"a": 1}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "sixth": 6}
_FRACTION = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})\b")
_PER_CENT = re.compile(r"(\d{1,3})\s*(?:%|per cent)", re.IGNORECASE)


def quorum_of(text: str, members: int) -> int | None:
    """Read a quorum: a number ("3", "three"), or a part of the members ("1/4", "a third", "50%"),
    any remainder counting as one more. None where nothing can be read, or `quorum_doubt` has a say."""
    said = _read(text)
    if said is None or _why_not(said):
        return None
    return math.ceil(members * said) if isinstance(said, Fraction) else said


def quorum_doubt(text: str) -> str:
    """Why `text` is no quorum, such as "0" or "5/4", in one line; "" where it is one or says nothing."""
    if not text.strip():
        return ""
    said = _read(text)
    why = "cannot be read as a quorum" if said is None else _why_not(said)
    return f"“{text.strip()[:40]}” {why}: write it as 3, 1/4 or half" if why else ""


def _why_not(said: int | Fraction) -> str:
    if said <= 0:
        return "would be a quorum of nobody"
    return "is more than all members" if isinstance(said, Fraction) and said > 1 else ""


@lru_cache(maxsize=64)
def _read(text: str) -> int | Fraction | None:
    """A number, or a part of the members; None where it is neither."""
    words = text.casefold().replace("-", " ").split()
    if not words:
        return None
    if match := _FRACTION.match(text.strip()):
        return Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
    if match := _PER_CENT.match(text.strip()):
        return Fraction(int(match[1]), 100)
    part = next((_PARTS[word] for word in words if word in _PARTS), None)
    number = _count(words[0])
    return Fraction(1 if number is None else number, part) if part is not None else number


def _count(word: str) -> int | None:
    if word.isascii() and word.isdigit():
        return int(word[:6])
    return _NUMBERS.get(word)
