"""The live screen as it looks: in a small terminal and a wide one, with the clock held still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.meeting_room import EIGHTY, EVENING, JUNE, MEETING, WIDE, Room
from tui.app import MinutebookApp

Compare = Callable[..., bool]
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
    "/frobnicate",
)


async def typing(room: Room) -> None:
    await room.record_lines(*LINES)
    await room.type("@Director of People: provide the Action Plan by 28 nov")
    await room.pause_in_typing()


async def exempt(room: Room) -> None:
    await room.record_lines(*LINES, "/7", "The contract is worth nine thousand pounds.")
    await room.pause_in_typing()


async def retyping(room: Room) -> None:
    await room.record_lines(*LINES)
    await room.press("up", "up", "up", "enter")
    await room.pause_in_typing()


async def planned_only(room: Room) -> None:
    await room.pause_in_typing()


@pytest.mark.parametrize("size", [EIGHTY, WIDE], ids=["80x24", "120x36"])
@pytest.mark.parametrize("scene", [planned_only, typing, exempt, retyping], ids=lambda scene: scene.__name__)
def test_live(
    planned: Path, snap_compare: Compare, scene: Callable[[Room], Any], size: tuple[int, int]
) -> None:
    app = MinutebookApp(planned, MEETING, today=JUNE, clock=lambda: EVENING)

    async def run(pilot: Pilot[None]) -> None:
        room = Room(app, pilot)
        await room.settle()
        await scene(room)

    assert snap_compare(app, run_before=run, terminal_size=size)
