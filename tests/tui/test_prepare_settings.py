"""The Prepare screen: where minutes and decisions start, and a quorum that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage import MinuteBook
from tests.tui.clerks_book import BOARD, DECEMBER, desktop, full_book
from tests.tui.test_prepare_screen import fill, meeting, standing
from tui.screens.prepare import PrepareScreen


async def test_where_minutes_and_decisions_start_is_typed_below_the_agenda(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await shown.press(*["tab"] * 7)
        await shown.type("24/55")
        await shown.press("tab")
        await shown.type("99/2019")
        await shown.press("ctrl+s")
        assert "minutes from 24/55 · decisions from 99/2019" in shown.text
    record = meeting(path, DECEMBER)
    assert (record.meeting.minutes_from, record.meeting.decisions_from) == ("24/55", "99/2019")


async def test_a_new_meeting_leaves_its_numbers_to_go_on_from_the_last(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "minutes_from", "182")
        await shown.press("ctrl+s")
        await shown.show(PrepareScreen(body_id=BOARD))
        assert standing(shown, "minutes_from") == ""
        assert "goes on by itself" not in shown.text


async def test_numbers_that_go_on_from_the_last_meeting_are_said_to(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    book.save_body(replace(book.body(BOARD), numbering="running"))
    book.close()
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        assert "Minutes from   │ goes on by itself      Decisions from │ e.g. 99/2019" in shown.text


async def test_a_quorum_that_is_a_part_of_the_members_is_told_in_number_too(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        assert "quorum 2 ·" in shown.text
        await fill(shown, "quorum", "half")
        await shown.press("ctrl+s")
        assert "quorum half, that is 2" in " ".join(shown.text.split())


@pytest.mark.parametrize("typed", ["0", "5/4", "most"])
async def test_a_quorum_that_cannot_be_read_is_said_and_kept(tmp_path: Path, typed: str) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "quorum", typed)
        await shown.press("ctrl+s")
        assert f"quorum to check: “{typed}”" in " ".join(shown.text.split())
    assert meeting(path, DECEMBER).meeting.quorum == typed


async def test_all_of_the_form_is_seen_in_a_small_terminal(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        for words in (
            "Date",
            "Members",
            "1. Apologies",
            "4. Placement costs",
            "Decisions from",
            "ctrl+s save",
        ):
            assert words in shown.text
