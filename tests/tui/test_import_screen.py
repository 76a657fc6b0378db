"""The Import screen: a file shown for a yes or no; and every kind of file on the Prepare screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from minutes.agenda import AgendaReading, Doubt
from storage import MinuteBook
from storage.records import Agenda, AgendaItem, MeetingLine, MeetingRecord
from tests.packs.pdf_pages import pdf_pages
from tests.tui.clerks_book import TODAY, Desktop, desktop
from tests.tui.test_prepare_screen import fill, new_book, standing
from tui.handed_in import read_handed, told
from tui.screens.book import BookScreen
from tui.screens.importing import ImportScreen
from tui.screens.prepare import PrepareScreen

PACK = Path(__file__).parents[1] / "packs" / "cabinet-2019.md"


def meetings(path: Path) -> tuple[MeetingLine, ...]:
    """The meetings as another program finds them."""
    book = MinuteBook.open(path)
    try:
        return tuple(book.meetings(TODAY))
    finally:
        book.close()


def first_meeting(path: Path) -> MeetingRecord:
    """The first meeting as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(1)
    finally:
        book.close()


async def import_file(shown: Desktop, path: Path) -> None:
    """Ask for a file on the Book screen."""
    await shown.press("i")
    shown.screen.query_one("#ask Input", Input).value = str(path)
    await shown.press("enter")


def test_a_file_in_the_home_of_nobody_is_refused_in_one_line() -> None:
    assert "home of nobody" in read_handed(Path("~no-such-clerk/agenda.txt"), "").refusal


def test_that_a_file_was_read_in_an_older_encoding_is_to_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_bytes("Board\nDate: 3 September 2019\n1. Café".encode("cp1252"))
    reading = read_handed(path, "").reading
    assert reading is not None
    assert reading.agenda.items[0].title == "Café"
    assert reading.to_check == (f"{path} is not UTF-8; read as Windows-1252.",)


def test_a_doubt_stands_below_its_own_item_of_two_with_one_number() -> None:
    items = (AgendaItem("5", "Budget: 2020"), AgendaItem("5", "Roads"))
    reading = AgendaReading(Agenda("Board", TODAY, items=items), (), (Doubt("its number stands twice", 1),))
    assert [line.text for line in told(reading, whole=False)][-3:] == [
        "Budget: 2020", "Roads", "its number stands twice",
    ]  # fmt: skip


async def test_what_was_taken_is_shown_and_saved_with_yes(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path, (120, 36)) as shown:
        await import_file(shown, PACK)
        assert isinstance(shown.screen, ImportScreen)
        assert "Medway Council – Cabinet – Supplementary agenda No.1" in shown.text
        assert "? exempt by paragraph 3: read from its pages" in shown.text
        assert "It makes a new body, Cabinet" in shown.text
        assert meetings(path) == ()
        await shown.press("y", "y")
        assert isinstance(shown.screen, BookScreen)
        assert "3 Sep 2019" in shown.text
    (line,) = meetings(path)
    assert line.item_count == 3


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_with_no_nothing_is_saved(tmp_path: Path, key: str) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        await import_file(shown, PACK)
        await shown.press(key)
        assert isinstance(shown.screen, BookScreen)
    assert meetings(tmp_path / "minutes.db") == ()


async def test_what_the_clerk_then_changes_on_prepare_a_second_import_leaves(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path) as shown:
        await import_file(shown, PACK)
        await shown.press("p")
        assert isinstance(shown.screen, PrepareScreen)
        changed = standing(shown, "agenda").replace(
            "Ofsted Inspection of Medway's Children's", "Ofsted on our"
        )
        await fill(shown, "agenda", changed.replace("   Author: Jackie Brown", "   Author: J Brown"))
        await fill(shown, "venue", "The Annexe")
        await shown.press("ctrl+s", "escape")
        await import_file(shown, PACK)
        assert "It completes the meeting of 3 September 2019" in " ".join(shown.text.split())
        await shown.press("enter")
        assert isinstance(shown.screen, BookScreen)
    record = first_meeting(path)
    assert record.meeting.venue == "The Annexe"
    assert [item.number for item in record.items] == ["5", "6", "7"]
    assert record.items[0].title == "Ofsted on our Services"
    assert [part.text for part in record.items[0].parts if part.name == "Author"] == [
        "J Brown, Head of Business Change (People) and ICT"
    ]


async def test_a_file_without_an_agenda_is_said_and_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf_pages(""))
    async with desktop(tmp_path / "minutes.db") as shown:
        await import_file(shown, tmp_path / "scan.pdf")
        assert isinstance(shown.screen, BookScreen)
        assert "is a PDF without text" in " ".join(shown.text.split())
        assert shown.screen.asking.is_open
        await shown.press("escape")
        assert "Import the file" not in shown.text


async def test_prepare_reads_a_pack_too_and_says_what_to_check(tmp_path: Path) -> None:
    async with desktop(new_book(tmp_path / "minutes.db"), (120, 36)) as shown:
        await shown.press("n", "ctrl+o")
        shown.screen.query_one("#ask Input", Input).value = str(PACK)
        await shown.press("enter")
        assert standing(shown, "date") == "3 September 2019"
        assert "   Recommendation 10.2: The Cabinet is asked" in standing(shown, "agenda")
        said = " ".join(shown.text.split())
        assert "but this meeting stays one of Parish Council" in said
        assert "To check: the organisation, Medway Council" in said
