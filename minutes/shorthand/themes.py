"""Themes of actions and priorities: `#theme` words, and the headings in a list of priorities."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.shorthand.reading import short
from minutes.sitting import Sitting
from minutes.themes import as_written, near_theme, theme_of
from storage.records import Kind, NewEntry


def known_themes(themes: Iterable[str], sitting: Sitting) -> tuple[str, ...]:
    """Themes as the body writes them, where it has them or ever had something under them, each once."""
    said = [theme for theme in themes if theme]
    known = sitting.promises.themes if said else ()
    return tuple(dict.fromkeys(as_written(theme, known) for theme in said))


def doubt_of_themes(entry: NewEntry, sitting: Sitting) -> str:
    """Says which theme of a line is like a known one but for a letter; "" where none is. That of the
    heading above was doubted there."""
    said = [theme for action in entry.actions for theme in action.themes]
    said += [theme for heard in entry.progress for theme in heard.themes or ()]
    if entry.kind is Kind.HEADING and sitting.promises.listing:
        said.append(theme_of(entry.text))
    for theme in dict.fromkeys(said):
        meant = near_theme(theme, sitting.promises.themes) if theme != sitting.promises.theme else ""
        if meant:
            return f"theme “{short(theme)}”: did you mean {meant}?"
    return ""
