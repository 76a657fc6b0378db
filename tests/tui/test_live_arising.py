"""Matters arising on the live screen: what is owed beside the record, and each report begun from there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from minutes.agenda import read_agenda
from storage import MinuteBook
from storage.records import Action, ActionState
from tests.tui.clerks_book import DECEMBER, NOW, TODAY, full_book
from tests.tui.meeting_room import EIGHTY, Room
from tui.app import MinutebookApp
from tui.widgets.owed_list import OwedList

AGENDA = """\
Upton Council
Children's Services Improvement Board
Date: 12 December 2019
Members: Councillors Kemp (Chairman), Cooper, Johnson
In attendance: Director of People; Clerk

1. Apologies for absence
2. Matters arising
3. Budget
"""


def board_owed(folder: Path) -> Path:
    """A book whose board is owed five things when it meets in December."""
    path = full_book(folder / "minutes.db")
    book = MinuteBook.open(path)
    book.save_agenda(read_agenda(AGENDA), meeting_id=DECEMBER)
    book.close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The book of that board."""
    return board_owed(tmp_path)


@asynccontextmanager
async def december(path: Path) -> AsyncIterator[Room]:
    """The live screen of the December meeting."""
    app = MinutebookApp(path, DECEMBER, today=TODAY, clock=lambda: NOW)
    async with app.run_test(size=EIGHTY) as pilot:
        room = Room(app, pilot)
        await room.settle()
        yield room
        await app.leave()


def owed(room: Room) -> OwedList:
    """The list beside the record."""
    return room.screen.query_one(OwedList)


def ticked(room: Room) -> list[str]:
    """The references of what was heard of here."""
    return [row.cells[0] for row in owed(room).rows if row.mark]


def action(path: Path, reference: str) -> Action:
    """An action as another program finds it."""
    book = MinuteBook.open(path)
    try:
        (found,) = [each for each in book.actions(open_only=False) if each.reference == reference]
    finally:
        book.close()
    return found


async def test_what_is_owed_comes_by_itself_with_the_item_and_goes_with_it(path: Path) -> None:
    async with december(path) as room:
        assert not owed(room).display
        await room.record_lines("/2")
        assert owed(room).display
        assert not room.agenda.display
        assert room.composer.has_focus
        rows = [row.cells[0] for row in owed(room).rows]
        assert rows == ["Overdue (2)", "2", "1", "With a date (2)", "5", "3", "No date (1)", "4"]
        await room.record_lines("/3")
        assert not owed(room).display
        assert room.agenda.display


async def test_choosing_one_records_its_report_in_one_act_and_goes_on_to_the_next(path: Path) -> None:
    async with december(path) as room:
        await room.record_lines("/2")
        await room.type_at_once("f8", "n", *"nearly there", "enter")
        assert room.composer.has_focus
        assert "• Action 2/2019 (Clerk: publish the action plan) – nearly there." in room.read
        assert ticked(room) == ["2"]
        await room.type_at_once("f8", "d", *"sent", "enter")
        await room.type_at_once("f8", "e", *"17 jan no time", "enter")
        assert ticked(room) == ["2", "1", "5"]
        await room.press("ctrl+z")
        assert ticked(room) == ["2", "1"]
    assert action(path, "2/2019").state is ActionState.IN_PROGRESS
    (done,) = action(path, "1/2019").progress
    assert (done.text, done.state, done.meeting_id) == ("sent", ActionState.DONE, DECEMBER)
    assert action(path, "5/2019").progress == ()


async def test_f8_shows_it_at_any_item_and_says_each_one_whole(path: Path) -> None:
    async with december(path) as room:
        await room.record_lines("/3")
        await room.press("f8")
        assert owed(room).has_focus
        assert room.box.said == "overdue 103 days · Clerk: publish the action plan · 11 Jul 2019, minute 3"
        await room.press("down")
        assert room.box.said.startswith(
            "overdue 26 days · Director of People: send the action plan to [Ofsted]"
        )
        await room.press("escape")
        assert room.composer.has_focus
        assert not owed(room).display


async def test_the_agenda_comes_back_where_an_item_is_sought(path: Path) -> None:
    async with december(path) as room:
        await room.record_lines("/2")
        await room.press("ctrl+g")
        assert room.agenda.has_focus
        assert not owed(room).display
        await room.press("escape")
        assert owed(room).display
        await room.press("ctrl+g", "3", "enter")
        assert room.agenda.display


async def test_a_line_being_typed_is_not_lost(path: Path) -> None:
    async with december(path) as room:
        await room.record_lines("/2")
        await room.type("half a sentence")
        await room.press("f8", "x")
        assert room.composer.text == "half a sentence\n/drop 2 "


async def test_an_action_of_another_year_is_named_with_its_year(path: Path) -> None:
    book = MinuteBook.open(path)
    book.save_agenda(read_agenda(AGENDA.replace("12 December 2019", "9 January 2020")), meeting_id=DECEMBER)
    book.close()
    async with december(path) as room:
        await room.record_lines("/2")
        await room.press("f8", "r")
        assert room.composer.text == "/rate 2/2019 "
