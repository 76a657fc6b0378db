"""The Paper screen: the minutes as they print, public or restricted, and the file they go to."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from minutes.document import Document
from minutes.formats.text import write
from minutes.layouts import build
from minutes.press import press
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import MeetingState
from tests.tui.clerks_book import BOARD, CABINET, DECEMBER, JULY, NOVEMBER, Desktop, desktop, full_book
from tui.paper import Kept, document_of
from tui.screens.live import LiveScreen
from tui.screens.paper import PaperScreen
from tui.widgets.paper_view import PaperView

PUBLIC = "childrens-services-improvement-board-2019-11-14.txt"
RESTRICTED = "childrens-services-improvement-board-2019-11-14-restricted.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the clerk is in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def printed(path: Path, meeting_id: int, *, restricted: bool = False, layout: str = "") -> str:
    """The minutes as the book's own record prints them."""
    book = MinuteBook.open(path)
    try:
        return write(build(book.meeting(meeting_id), layout=layout, restricted=restricted))
    finally:
        book.close()


def state(path: Path, meeting_id: int) -> MeetingState:
    """How far a meeting's minutes are, as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(meeting_id).meeting.state
    finally:
        book.close()


def agree(path: Path, line: str) -> None:
    """Have the board's December meeting agree the November minutes, and close."""
    book = MinuteBook.open(path, press=press)
    record = book.meeting(DECEMBER)
    act = read_lines(f"/open 6.30pm\n{line}\n/close 8pm", Sitting(record)).act
    book.record(DECEMBER, act, at=datetime(2019, 12, 12, 20))
    book.close()


def frame(shown: Desktop) -> str:
    """What the frame round the paper says."""
    return str(shown.screen.query_one(PaperView).border_title)


def said(shown: Desktop) -> str:
    """All the screen shows, as running words."""
    return " ".join(shown.text.split())


async def test_the_paper_is_what_prints(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        assert shown.screen.query_one(PaperView).text + "\n" == printed(path, NOVEMBER)


async def test_the_book_goes_on_recording_while_long_minutes_are_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_on = threading.Event()

    def long_minutes(kept: Kept) -> Document:
        assert set_on.wait(30)
        return document_of(kept)

    monkeypatch.setattr("tui.paper_copy.document_of", long_minutes)
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.app.push_screen(PaperScreen(NOVEMBER))
        await shown.pilot.pause()
        await shown.app.desk.ask(lambda book: book.circulate(NOVEMBER))
        assert shown.screen.query_one(PaperView).text == ""
        set_on.set()
        await shown.settle()
        assert "Ofsted" in shown.screen.query_one(PaperView).text


async def test_the_public_copy_is_shown_first_and_holds_nothing_exempt(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        assert frame(shown) == "Public copy – what is exempt is left out"
        assert "SECRET" not in shown.screen.query_one(PaperView).text


@pytest.mark.parametrize("key", ["x", "tab"])
async def test_the_restricted_copy_says_that_it_is(tmp_path: Path, key: str) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press(key)
        assert frame(shown) == "RESTRICTED copy – with what is exempt, not for publication"
        assert shown.screen.query_one(PaperView).text + "\n" == printed(path, NOVEMBER, restricted=True)
        await shown.press(key)
        assert "SECRET" not in shown.screen.query_one(PaperView).text


async def test_without_anything_exempt_the_frame_says_so(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(CABINET))
        assert frame(shown) == "Public copy – nothing in it is exempt"


async def test_the_paper_scrolls_by_keys(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        before = shown.text
        await shown.press("end")
        assert "Chair" in shown.text
        assert shown.text != before
        await shown.press("home")
        assert shown.text == before


async def test_a_copy_is_written_to_a_file(tmp_path: Path, folder: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "enter")
        assert "".join(f"Written to {folder / PUBLIC}".split()) in "".join(shown.text.split())
    assert (folder / PUBLIC).read_text() == printed(path, NOVEMBER)


async def test_a_restricted_copy_says_so_in_its_name_whatever_was_typed(tmp_path: Path, folder: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("x", "e", "enter", "e", "ctrl+u")
        await shown.type("mine.txt")
        await shown.press("enter")
    assert sorted(file.name for file in folder.iterdir()) == [RESTRICTED, "mine-restricted.txt"]
    assert "SECRET" in (folder / "mine-restricted.txt").read_text()
    assert (folder / RESTRICTED).stat().st_mode & 0o077 == 0


async def test_a_file_is_overwritten_only_when_it_is_said_twice(tmp_path: Path, folder: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    (folder / PUBLIC).write_text("older")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "enter")
        assert "enter again overwrites it" in said(shown)
        assert (folder / PUBLIC).read_text() == "older"
        await shown.press("enter")
        assert (folder / PUBLIC).read_text() == printed(path, NOVEMBER)


async def test_another_name_after_the_warning_overwrites_nothing(tmp_path: Path, folder: Path) -> None:
    (folder / PUBLIC).write_text("older")
    (folder / f"{PUBLIC}2").write_text("older, too")
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "enter", "2", "enter")
        assert "enter again overwrites it" in said(shown)
    assert (folder / PUBLIC).read_text() == "older"
    assert (folder / f"{PUBLIC}2").read_text() == "older, too"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("nowhere/minutes.txt", "There is no folder"), (".", "is a folder; give the name of a file in it")],
)
async def test_what_cannot_be_written_is_said_in_one_line(
    tmp_path: Path, folder: Path, typed: str, told: str
) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "ctrl+u")
        await shown.type(typed)
        await shown.press("enter")
        assert told in said(shown)
        assert isinstance(shown.screen, PaperScreen)
    assert list(folder.iterdir()) == []


async def test_escape_writes_nothing(tmp_path: Path, folder: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "escape")
        assert isinstance(shown.screen, PaperScreen)
    assert list(folder.iterdir()) == []


async def test_c_marks_the_draft_as_circulated_and_takes_it_back(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        assert shown.heading.startswith("Paper · draft · 14 November 2019")
        await shown.press("c")
        assert "Circulated; c takes that back." in said(shown)
        assert shown.heading.startswith("Paper · draft, circulated · 14 November 2019")
        await shown.press("escape")
        assert "circulated" in shown.text
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("c")
        assert shown.heading.startswith("Paper · draft · 14 November 2019")
    assert state(path, NOVEMBER) is MeetingState.DRAFT


async def test_what_is_not_closed_is_not_circulated(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(CABINET))
        await shown.press("c")
        assert "closed" in said(shown)
    assert state(path, CABINET) is MeetingState.PLANNED


async def test_s_signs_once_approve_is_typed(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("s")
        assert "To sign for good, type approve:" in said(shown)
        assert "It cannot be undone" in said(shown)
        await shown.type("yes\n")
        assert "Not signed: type approve" in said(shown)
        await shown.press("escape")
        assert state(path, NOVEMBER) is MeetingState.DRAFT
        await shown.press("s")
        await shown.type("approve\n")
        assert "Signed. The hash" in said(shown)
        assert shown.heading.startswith("Paper · approved and signed · 14 November 2019")
    assert state(path, NOVEMBER) is MeetingState.APPROVED


@pytest.mark.parametrize(
    ("meeting", "told"),
    [(JULY, "These minutes are signed already."), (DECEMBER, "Only closed minutes are signed: /close.")],
)
async def test_s_says_at_once_where_nothing_can_be_signed(tmp_path: Path, meeting: int, told: str) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(meeting))
        await shown.press("s")
        assert told in said(shown)
        assert "approve:" not in said(shown)


async def test_signed_minutes_are_shown_as_they_were_signed(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    before = printed(path, JULY)
    book = MinuteBook.open(path)
    book.save_body(replace(book.body(BOARD), name="Another Board", noun="The Group", verb="RESOLVED"))
    book.close()
    async with desktop(path) as shown:
        await shown.show(PaperScreen(JULY))
        text = shown.screen.query_one(PaperView).text
        assert "Children's Services Improvement Board" in text
        assert "Another Board" not in text
        await shown.press("v")
        assert "this is the only version" in said(shown)
    assert printed(path, JULY) != before


async def test_v_turns_to_the_minutes_as_they_were_before_correction(tmp_path: Path, folder: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    agree(path, '/previous with corrections: "fifty were done" to "sixty were done"')
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        assert "sixty were done" in shown.screen.query_one(PaperView).text
        await shown.press("v")
        assert "fifty were done" in shown.screen.query_one(PaperView).text
        assert frame(shown) == "Before correction – Public copy – what is exempt is left out"
        await shown.press("e", "enter", "v")
        assert "sixty were done" in shown.screen.query_one(PaperView).text
    (file,) = folder.iterdir()
    assert file.name.endswith("-before-correction.txt")
    assert "fifty were done" in file.read_text()


async def test_t_leads_to_the_live_screen(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("t")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.screen.meeting_id == NOVEMBER


async def test_l_turns_through_the_layouts_of_what_is_not_signed(tmp_path: Path, folder: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        assert "as committee" in shown.text
        await shown.press("l")
        assert "as board, which is not the body's own layout" in shown.text
        assert shown.screen.query_one(PaperView).text + "\n" == printed(path, NOVEMBER, layout="board")
        await shown.press("e", "enter")
        assert [file.name for file in folder.iterdir()] == [PUBLIC.replace(".txt", "-board.txt")]
        await shown.press("l", "l", "l", "l")
        assert "as committee" in shown.text
        await shown.show(PaperScreen(JULY))
        await shown.press("l")
        assert "Signed minutes print as they were signed" in said(shown)


async def test_a_format_is_chosen_by_tab_and_offered_again_for_the_next_meeting(
    tmp_path: Path, folder: Path
) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("e", "tab", "tab")
        assert "enter writes it as HTML into" in said(shown)
        await shown.press("enter")
        assert "Written to" in said(shown)
        await shown.press("escape")
        await shown.show(PaperScreen(JULY))
        await shown.press("e")
        assert PUBLIC.replace(".txt", ".html").replace("11-14", "07-11") in shown.text
    assert (folder / PUBLIC).with_suffix(".html").read_text().startswith("<!DOCTYPE html>")


async def test_p_prints_and_asks_twice_before_it_prints_what_is_restricted(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "lp").write_text("#!/bin/sh\ncat >> printed\n")
    (folder / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("p")
        assert "Sent to the printer." in said(shown)
        assert "SECRET" not in (folder / "printed").read_text()
        await shown.press("x", "p")
        assert "p again sends the RESTRICTED copy" in said(shown)
        assert "SECRET" not in (folder / "printed").read_text()
        await shown.press("p")
        assert "SECRET" in (folder / "printed").read_text()
