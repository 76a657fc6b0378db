"""The live screen as it looks: in a small terminal and a wide one, with the clock held still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.clerks_book import DECEMBER, NOW, TODAY
from tests.tui.meeting_room import EIGHTY, EVENING, JUNE, MEETING, WIDE, Room, with_lines
from tests.tui.test_live_arising import board_owed
from tests.tui.test_roll_screen import BEFORE, council, sixty
from tui.app import MinutebookApp

Compare = Callable[..., bool]
Scene = Callable[[Room], Any]
LINES = (
    "/open 18.30",
    "/present Cooper, Kemp, Johnson, Price",
    "/apologies Howcroft-Scott",
    "/1",
    "There were none.",
    "/5",
    "The Director of People introduced the report.",
    "# Workforce",
    "- Recruitment: ten social workers had been appointed, and twelve more would follow",
    "? (Johnson) Audits: quality assurance and audits",
    "> officers confirmed that this was a critical area",
    "! noted the report",
    "+ Director of People: report back on audits by 28 Nov",
)
LAST = "/frobnicate"


async def typing(room: Room) -> None:
    await room.record_lines(LAST)
    await room.type("@Director of People: provide the Action Plan by 28 nov")
    await room.pause_in_typing()


async def exempt(room: Room) -> None:
    await room.record_lines(LAST, "/7", "The contract is worth nine thousand pounds.")
    await room.pause_in_typing()


async def retyping(room: Room) -> None:
    await room.record_lines(LAST)
    await room.press("up", "up", "up", "enter")
    await room.pause_in_typing()


async def planned_only(room: Room) -> None:
    await room.pause_in_typing()


async def below_quorum(room: Room) -> None:
    await room.record_lines(LAST, "/out Cooper, Kemp", "/chair Johnson in the absence of the Chairman")
    await room.pause_in_typing()


async def check(room: Room) -> None:
    await room.record_lines(LAST, "? Fees", "/close 20.15")
    await room.press("f7")


async def roll(room: Room) -> None:
    await room.press("f6", *["f"] * 12, *["a"] * 4, "b", "n")


async def roll_refused(room: Room) -> None:
    await room.press("f6", *["f"] * 57, "enter")


def compared(path: Path, snap_compare: Compare, scene: Scene, size: tuple[int, int]) -> bool:
    """Whether the scene still looks as it did."""
    app = MinutebookApp(path, MEETING, today=JUNE, clock=lambda: EVENING)

    async def run(pilot: Pilot[None]) -> None:
        room = Room(app, pilot)
        await room.settle()
        await scene(room)

    return snap_compare(app, run_before=run, terminal_size=size)


SIZES = pytest.mark.parametrize("size", [EIGHTY, WIDE], ids=["80x24", "120x36"])
SCENES = (planned_only, typing, exempt, retyping, below_quorum, check)


@SIZES
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_live(planned: Path, snap_compare: Compare, scene: Scene, size: tuple[int, int]) -> None:
    book = planned if scene is planned_only else with_lines(planned, *LINES)
    assert compared(book, snap_compare, scene, size)


@SIZES
def test_arising(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = MinutebookApp(board_owed(tmp_path), DECEMBER, today=TODAY, clock=lambda: NOW)

    async def run(pilot: Pilot[None]) -> None:
        room = Room(app, pilot)
        await room.settle()
        await room.record_lines("/2", "/report 2 nearly there")
        await room.press("f8", "down", "down")

    assert snap_compare(app, run_before=run, terminal_size=size)


@SIZES
def test_roll_of_34(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert compared(with_lines(council(tmp_path), *BEFORE), snap_compare, roll, size)


@SIZES
def test_roll_of_60(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    book = with_lines(council(tmp_path, sixty()), "/present all", "/6", "/move Bower, Barr: that it be so")
    assert compared(book, snap_compare, roll_refused, size)
