"""The letters of a text that a PDF may have no shape for, and what is said of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Sequence

_NAMED = 5  # signs that a note names


def letters(text: str) -> tuple[list[str], list[str]]:
    """The letters of `text`, each once, as they come; and apart from them those that only tell how others are
    shown, as a joiner does (general category Cf of Unicode)."""
    seen: list[str] = []
    unseen: list[str] = []
    for letter in dict.fromkeys(text):
        (unseen if unicodedata.category(letter) == "Cf" else seen).append(letter)
    return seen, unseen


def marked(text: str, but: Container[str]) -> list[str]:
    """Each letter of `text` with the marks at it, none of them one of `but`: a font may have either and none
    have both."""
    found: dict[str, None] = {}
    sign = ""
    for letter in [*text, ""]:
        if letter and unicodedata.category(letter).startswith("M"):
            sign += letter
            continue
        if len(sign) > 1 and not any(part in but for part in sign):
            found[sign] = None
        sign = letter
    return list(found)


def note(lacking: Sequence[str], forbidden: Sequence[str], reason: str) -> str:
    """What to say of a PDF without the standards: no font has what is `lacking`, and the standards have
    `forbidden` the rest; `reason` where there is neither."""
    because = []
    if lacking:
        because.append(f"no font here has {_named(lacking)}")
    if forbidden:
        because.append(f"they forbid {_named(forbidden)}")
    return f"The PDF is written without the archive standards: {'; '.join(because) or reason}."


def _named(signs: Sequence[str]) -> str:
    names = [
        f"“{sign}” ({_number(sign)})" if sign.isprintable() else _number(sign) for sign in signs[:_NAMED]
    ]
    more = [f"{len(signs) - _NAMED} more"] if len(signs) > _NAMED else []
    *first, last = [*names, *more]
    return f"{', '.join(first)} and {last}" if first else last


def _number(sign: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in sign)
