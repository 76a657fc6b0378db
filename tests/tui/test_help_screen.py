"""The Help screen: what the screen is for, its keys, and the shorthand from its own tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.shorthand import COMMANDS, SIGNS
from tests.tui.clerks_book import DECEMBER, WIDE, desktop, full_book
from tui.screens.help import HelpScreen
from tui.screens.live import LiveScreen


def running(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "Prepare a new meeting of this body"),
        ("p", "From text, Markdown, Word or PDF"),
        ("v", "Write this copy to a file"),
        ("r", "Mark it done, with a note"),
        ("e", "asks first where something is unsaved"),
        ("e", "where its first meeting is prepared"),
        ("b", "On the live screen: what a line begins with"),
    ],
)
async def test_every_screen_explains_its_keys(tmp_path: Path, key: str, words: str) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), (100, 120)) as shown:
        await shown.press(*([key] if key else []), "f1")
        assert isinstance(shown.screen, HelpScreen)
        assert words in shown.text
        assert "esc back" in shown.text


async def test_the_shorthand_is_told_from_its_own_tables(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), (100, 300)) as shown:
        await shown.show(LiveScreen(DECEMBER))
        await shown.press("f1")
        text = shown.text
        words = running(text)
    for sign in SIGNS:
        assert sign.example in text
        assert sign.purpose in words
    for command in COMMANDS.values():
        assert f"/{command.name} " in text, command.name
        assert command.example in words, command.name


async def test_the_help_is_read_on_by_the_keys_it_names(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("f1")
        assert "↓ down  ↑ up  space page down" in shown.text
        await shown.press("space")
        assert "A paragraph of the discussion." in shown.text


async def test_escape_goes_back_to_the_screen(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), WIDE) as shown:
        before = shown.screen
        await shown.press("f1", "down", "pagedown", "escape")
        assert shown.screen is before


async def test_a_terminal_too_small_to_read_in_is_no_fault(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), WIDE) as shown:
        await shown.press("f1")
        await shown.pilot.resize_terminal(1, 1)
        await shown.pilot.resize_terminal(*WIDE)
        await shown.settle()
        assert "esc back" in shown.text
