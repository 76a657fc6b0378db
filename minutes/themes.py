"""Themes of promises: those a body has, and which of them a word was meant for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.nearness import distance

_NUMBERED = re.compile(r"\d{1,3}[.)]?\s+(?=\S)")


def theme_of(heading: str) -> str:
    """The theme that a heading in a list of priorities names: what is before its ": ", without a number."""
    theme = heading.partition(": ")[0].strip()
    numbered = _NUMBERED.match(theme)
    return theme[numbered.end() :] if numbered else theme


def near_theme(theme: str, themes: Iterable[str]) -> str:
    """The one of a body's `themes` that is written one letter otherwise than `theme`; "" where `theme` is
    one of them, or like none."""
    key = _key(theme)
    written = {_key(each): each for each in themes}
    if key in written or len(key) < 4:
        return ""
    return next((each for known, each in written.items() if distance(key, known) == 1), "")


def each_once(themes: Iterable[str]) -> tuple[str, ...]:
    """Themes as they were written first, however they were written later."""
    found: dict[str, str] = {}
    for theme in themes:
        found.setdefault(_key(theme), theme)
    return tuple(found.values())


def as_written(theme: str, themes: Iterable[str]) -> str:
    """A theme as one of `themes` writes it, whatever its case and the signs between its words."""
    key = _key(theme)
    return next((known for known in themes if _key(known) == key), theme)


def _key(theme: str) -> str:
    return theme.replace("-", " ").casefold()
