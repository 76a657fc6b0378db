"""What the screens around the live one look like, held by pictures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.clerks_book import BOARD, DECEMBER, EIGHTY, NOVEMBER, NOW, TODAY, WIDE, full_book
from tui.app import MinutebookApp
from tui.screens.actions import ActionsScreen
from tui.screens.body import BodyScreen
from tui.screens.paper import PaperScreen
from tui.screens.prepare import PrepareScreen
from tui.screens.style import StyleScreen

Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clerk's folder, so that no picture shows where the test ran."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def shown(
    *keys: str, screen: Callable[[], Screen[None]] | None = None
) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Open `screen` and press `keys`, waiting for each to be done."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        if screen is not None:
            await pilot.app.push_screen(screen())
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await settle(pilot)

    return run


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that was asked for is shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def program(path: Path) -> MinutebookApp:
    """The program on a day that stands still."""
    return MinutebookApp(path, today=TODAY, clock=lambda: NOW)


def test_empty_book(snap_compare: Compare, home: Path) -> None:
    assert snap_compare(program(home / "minutes.db"), terminal_size=EIGHTY, run_before=shown())


@pytest.mark.parametrize("size", [EIGHTY, WIDE])
def test_book(snap_compare: Compare, home: Path, size: tuple[int, int]) -> None:
    path = full_book(home / "minutes.db")
    assert snap_compare(program(path), terminal_size=size, run_before=shown("down"))


def test_body(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown(screen=lambda: BodyScreen(BOARD))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_prepare(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown("tab", screen=lambda: PrepareScreen(DECEMBER))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_prepare_a_new_meeting(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown(screen=lambda: PrepareScreen(body_id=BOARD))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_public_paper(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown("pagedown", screen=lambda: PaperScreen(NOVEMBER))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_restricted_paper(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown("x", "pagedown", screen=lambda: PaperScreen(NOVEMBER))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_style(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown("f2", *["tab"] * 4, screen=lambda: StyleScreen(BOARD))
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


@pytest.mark.parametrize("size", [EIGHTY, WIDE])
def test_actions(snap_compare: Compare, home: Path, size: tuple[int, int]) -> None:
    path = full_book(home / "minutes.db")
    run = shown("space", "down", screen=ActionsScreen)
    assert snap_compare(program(path), terminal_size=size, run_before=run)


def test_chart(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    run = shown("down", "r", "d", "enter", "c")
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=run)


def test_search(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=shown("slash", *"report", "down"))


def test_help(snap_compare: Compare, home: Path) -> None:
    path = full_book(home / "minutes.db")
    assert snap_compare(program(path), terminal_size=EIGHTY, run_before=shown("f1"))
