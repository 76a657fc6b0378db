"""Themes of actions and priorities: `#theme` words, and the headings in a list of priorities."""

from __future__ import annotations

from collections.abc import Iterable

from minutes.promises import near_theme, theme_of
from minutes.shorthand.reading import short
from minutes.sitting import Sitting
from storage.records import Kind, NewEntry


def known_themes(themes: Iterable[str], sitting: Sitting) -> tuple[str, ...]:
    """Themes as the body writes them, where it has them, each once."""
    written = {theme.replace(" ", "-").casefold(): theme for theme in sitting.record.body.themes}
    found = (written.get(theme.replace(" ", "-").casefold(), theme) for theme in themes if theme)
    return tuple(dict.fromkeys(found))


def doubt_of_themes(entry: NewEntry, sitting: Sitting) -> str:
    """Says which theme of a line is like one of the body's but for a letter; "" where none is. That of the
    heading above was doubted there."""
    said = [theme for action in entry.actions for theme in action.themes]
    said += [theme for heard in entry.progress for theme in heard.themes or ()]
    if entry.kind is Kind.HEADING and sitting.promises.listing:
        said.append(theme_of(entry.text))
    for theme in dict.fromkeys(said):
        meant = near_theme(theme, sitting.record.body.themes) if theme != sitting.promises.theme else ""
        if meant:
            return f"theme “{short(theme)}”: did you mean {meant}?"
    return ""
