"""Prepare: what is owed comes into a new meeting by itself, and is brought up to date with ctrl+r."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from storage import MinuteBook
from storage.records import ActionState, MeetingRecord, NewProgress
from tests.tui.clerks_book import BOARD, DECEMBER, NOVEMBER, Desktop, desktop, full_book
from tui.screens.prepare import PrepareScreen
from tui.widgets.form_area import FormArea
from tui.widgets.form_line import FormLine

PLAN = "   Action 1/2019: Director of People – send the action plan to [Ofsted] (16 November 2019)"
PUBLISH = "   Action 2/2019: Clerk – publish the action plan (31 August 2019)"
AUDITS = "   Action 3/2019: Director of People – bring a report on audits (31 January 2020)"
THANKS = "   Action 4/2019: Councillor Kemp – thank the foster carers"
EXEMPT = "   Action 5/2019: exempt"


def agenda(shown: Desktop) -> list[str]:
    """The lines of the agenda as they stand."""
    return shown.screen.query_one("#agenda", FormArea).text.split("\n")


async def give_date(shown: Desktop, text: str) -> None:
    """Put in the meeting's date as typing does, and wait until it is read."""
    shown.screen.query_one("#date", FormLine).field.value = text
    await shown.settle()


async def change(shown: Desktop, old: str, new: str) -> None:
    """Change something in the agenda."""
    area = shown.screen.query_one("#agenda", FormArea)
    area.field.text = area.text.replace(old, new)
    await shown.settle()


def done(path: Path, reference: str) -> None:
    """Note in another window that an action is done."""
    book = MinuteBook.open(path)
    (action,) = [each for each in book.actions() if each.reference == reference]
    book.note_progress([NewProgress(action.id, "sent", ActionState.DONE)], date(2019, 11, 28))
    book.close()


def meeting(path: Path, meeting_id: int) -> MeetingRecord:
    """The meeting as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(meeting_id)
    finally:
        book.close()


async def test_what_is_owed_comes_in_with_the_date_and_is_saved_with_the_agenda(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        assert "Matters arising" not in agenda(shown)
        await give_date(shown, "16 January 2020")
        assert agenda(shown)[1:7] == [
            "Minutes of the last meeting", "Matters arising", PUBLISH, PLAN, THANKS, EXEMPT,
        ]  # fmt: skip
        assert "Matters arising: 4 actions brought in." in shown.text
        await shown.press("ctrl+s")
    item = meeting(path, 5).items[2]
    assert (item.number, item.title) == ("3", "Matters arising")
    assert (item.parts[0].name, item.parts[0].number) == ("Action", "2/2019")
    assert item.parts[-1].text == "exempt"


async def test_it_follows_the_date_until_the_clerk_changes_it(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        await give_date(shown, "16 January 2020")
        await give_date(shown, "13 February 2020")
        assert AUDITS in agenda(shown)
        await change(shown, f"{THANKS}\n", "")
        await give_date(shown, "16 January 2020")
        assert AUDITS in agenda(shown)
        assert THANKS not in agenda(shown)


async def test_ctrl_z_takes_it_back_and_it_stays_away(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        before = agenda(shown)
        await give_date(shown, "16 January 2020")
        shown.screen.query_one("#agenda TextArea").focus()
        await shown.press("ctrl+z")
        assert agenda(shown) == before
        await give_date(shown, "17 January 2020")
        await shown.press("ctrl+s")
    assert [item.title for item in meeting(path, 5).items] == [
        line.partition(" [exempt")[0] for line in before
    ]


async def test_a_date_saved_at_once_misses_nothing(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        shown.screen.query_one("#date", FormLine).field.value = "16 January 2020"
        await shown.press("ctrl+s")
        assert "Matters arising: 4 actions brought in. Saved." in " ".join(shown.text.split())
    assert "Matters arising" in [item.title for item in meeting(path, 5).items]


async def test_ctrl_r_brings_it_up_to_date_and_tells_what_the_clerk_changed(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        before = agenda(shown)
        await shown.press("ctrl+r")
        assert agenda(shown) == [*before, "Matters arising", PUBLISH, PLAN, THANKS, EXEMPT]
        await change(shown, "thank the foster carers", "thank ALL the carers")
        done(path, "1/2019")
        await shown.press("ctrl+r")
        assert PLAN not in agenda(shown)
        assert THANKS.replace("the foster", "ALL the") in agenda(shown)
        assert "1/2019 taken out. 4/2019 stands as changed here: ctrl+r again" in " ".join(shown.text.split())
        await shown.press("ctrl+r")
        assert THANKS in agenda(shown)
        assert "Matters arising: 4/2019 renewed." in shown.text
        await shown.press("ctrl+r")
        assert "Nothing more arises by 12 December 2019." in shown.text
        shown.screen.query_one("#agenda TextArea").focus()
        await shown.press("ctrl+z")
        assert THANKS.replace("the foster", "ALL the") in agenda(shown)


async def test_typing_goes_on_where_it_was(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        area = shown.screen.query_one("#agenda", FormArea).field
        area.focus()
        area.move_cursor((0, len("1. Apologies")))
        await shown.press("ctrl+r")
        await shown.type(" received")
        assert agenda(shown)[0] == "1. Apologies received for absence"
        assert EXEMPT in agenda(shown)


async def test_a_meeting_that_has_begun_keeps_its_agenda(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(NOVEMBER))
        before = agenda(shown)
        await shown.press("ctrl+r")
        assert agenda(shown) == before
        assert "This meeting has begun" in shown.text


async def test_without_a_date_nothing_can_be_due(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        await shown.press("ctrl+r")
        assert "Nothing is brought in: No date yet" in shown.text
