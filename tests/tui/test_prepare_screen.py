"""The Prepare screen: a meeting's date, place, people and agenda, typed, pasted or read from a file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from storage import MinuteBook
from storage.records import Act, Body, Kind, MeetingRecord, NewEntry
from tests.tui.clerks_book import BOARD, CABINET, DECEMBER, NOVEMBER, Desktop, desktop, full_book, line
from tui.screens.book import BookScreen
from tui.screens.live import LiveScreen
from tui.screens.prepare import PrepareScreen
from tui.widgets.form_area import FormArea
from tui.widgets.form_line import FormLine

WHOLE = """\
Upton Council
Children's Services Improvement Board
Supplementary agenda No.1

Date: 16 January 2020
Time: 2pm
Venue: The Annexe
Members: Councillors Kemp (Chairman), Webb
Short: PC = the Parish Council
Minutes from: 182

1. Apologies
2. Budget (Pages 3 - 9)
   Recommendation 2.1: The Board is asked to agree the budget.
3. Staffing [exempt 1]
"""


def new_book(path: Path) -> Path:
    """A book with a body and no meeting."""
    book = MinuteBook.open(path)
    book.save_body(Body(0, "Parish Council", "Upton", noun="The Council", title="Cllr", quorum="3"))
    book.close()
    return path


def meeting(path: Path, meeting_id: int) -> MeetingRecord:
    """The meeting as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(meeting_id)
    finally:
        book.close()


async def fill(shown: Desktop, name: str, text: str) -> None:
    """Put a text in a part of the form as typing does."""
    if name in ("members", "attending", "agenda"):
        shown.screen.query_one(f"#{name}", FormArea).field.text = text
    else:
        shown.screen.query_one(f"#{name}", FormLine).field.value = text
    await shown.settle()


def standing(shown: Desktop, name: str) -> str:
    """What stands in a part of the form."""
    return str(getattr(shown.screen.filled(), name))  # type: ignore[attr-defined]


async def paste_agenda(shown: Desktop, text: str) -> None:
    """Paste into the agenda."""
    area = shown.screen.query_one("#agenda TextArea", TextArea)
    area.focus()
    await shown.settle()
    area.post_message(events.Paste(text))
    await shown.settle()


async def test_a_meeting_is_typed_with_keys_alone(tmp_path: Path) -> None:
    path = new_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("n")
        for text in ("12 dec 2019\n", "6.30pm\n", "2\n", "The Hall\n"):
            await shown.type(text)
        await shown.type("Cllrs Lee, Webb")
        await shown.press("tab")
        await shown.type("Clerk")
        await shown.press("tab")
        await shown.type("1. Apologies\n2. Staff [exempt 1]")
        await shown.press("ctrl+s")
    record = meeting(path, 1)
    assert (record.meeting.on, record.meeting.time) == (date(2019, 12, 12), "18:30")
    assert (record.meeting.venue, record.meeting.quorum) == ("The Hall", "2")
    assert [(one.title, one.name, one.member) for one in record.attendees] == [
        ("Cllr", "Lee", True), ("Cllr", "Webb", True), ("", "Clerk", False),
    ]  # fmt: skip
    assert [(item.number, item.title, item.exempt) for item in record.items] == [
        ("1", "Apologies", None), ("2", "Staff", "1"),
    ]  # fmt: skip


async def test_the_form_is_read_back_in_one_line_while_it_is_typed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        assert "Thu 12 Dec 2019, 6.30pm · 4 items, 1 exempt · 3 members · quorum 2" in shown.text
        await fill(shown, "date", "31 February 2020")
        assert "There is no such day as 31 February 2020" in shown.text
        await fill(shown, "date", "13 December 2019")
        await fill(shown, "time", "half six")
        assert "“half six” cannot be read as a time" in shown.text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 dec", "Mon 2 Dec 2019"),
        ("next friday", "Fri 6 Dec 2019"),
        ("2w", "Thu 12 Dec 2019"),
        ("3/12/19", "Tue 3 Dec 2019"),
        ("1 January", "Wed 1 Jan 2020"),
    ],
)
async def test_a_date_may_be_short(tmp_path: Path, typed: str, day: str) -> None:
    async with desktop(new_book(tmp_path / "minutes.db")) as shown:
        await shown.press("n")
        await fill(shown, "date", typed)
        assert f"{day} · no items" in shown.text


async def test_what_cannot_be_read_is_not_saved_and_stays(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "date", "soon")
        await shown.press("ctrl+s")
        assert "Not saved: “soon” cannot be read as a date" in shown.text
        assert standing(shown, "date") == "soon"


async def test_a_pasted_agenda_fills_the_form(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await paste_agenda(shown, "\n" + WHOLE)
        assert standing(shown, "date") == "16 January 2020"
        assert standing(shown, "venue") == "The Annexe"
        assert standing(shown, "members") == "Councillors Kemp (Chairman), Webb"
        assert standing(shown, "attending") == "Director of People, Clerk"  # the paste says nothing of them
        assert "Date:" not in standing(shown, "agenda")
        await shown.press("ctrl+s")
    record = meeting(path, DECEMBER)
    assert record.meeting.agenda_title == "Supplementary agenda No.1"
    assert record.meeting.minutes_from == "182"
    assert record.body.short_forms == (("PC", "the Parish Council"),)
    assert [item.pages for item in record.items] == ["", "3 - 9", ""]
    assert record.items[1].parts[0].text == "The Board is asked to agree the budget."


async def test_an_agenda_of_another_body_is_said_to_be_one(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(CABINET))
        await paste_agenda(shown, WHOLE)
        assert "but this meeting stays one of Cabinet" in " ".join(shown.text.split())


async def test_an_agenda_is_read_from_a_file(tmp_path: Path) -> None:
    path = new_book(tmp_path / "minutes.db")
    (tmp_path / "agenda.txt").write_text(
        WHOLE.replace("Children's Services Improvement Board", "Parish Council")
    )
    async with desktop(path) as shown:
        await shown.press("n", "ctrl+o")
        await shown.type(str(tmp_path / "agenda.txt"))
        await shown.press("enter")
        assert standing(shown, "venue") == "The Annexe"
        await shown.press("ctrl+s")
    assert [item.title for item in meeting(path, 1).items] == ["Apologies", "Budget", "Staffing"]


async def test_a_file_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    async with desktop(new_book(tmp_path / "minutes.db")) as shown:
        await shown.press("n", "ctrl+o")
        await shown.type("/nowhere/agenda.txt\n")
        assert "There is no file /nowhere/agenda.txt" in shown.text
        assert isinstance(shown.screen, PrepareScreen)


async def test_a_new_meeting_takes_over_people_place_and_standing_items(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        assert standing(shown, "date") == ""
        assert standing(shown, "venue") == "Meeting Room 2 – Level 3"
        assert standing(shown, "members") == "Councillors Kemp (Chairman), Cooper, Johnson"
        assert standing(shown, "agenda").splitlines() == [
            "Apologies for absence",
            "Minutes of the last meeting",
            "Ofsted [monitoring] visit",
            "Placement costs [exempt 3]",
        ]


async def test_only_items_of_the_last_two_agendas_stand(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "agenda", "1. Apologies for absence\n2. A visit\n3. Minutes of the last meeting")
        await shown.press("ctrl+s", "escape")
        await shown.show(PrepareScreen(body_id=BOARD))
        assert standing(shown, "agenda") == "Apologies for absence\nMinutes of the last meeting"


async def test_items_typed_without_numbers_are_numbered_when_they_are_saved(tmp_path: Path) -> None:
    path = new_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=1))
        await fill(shown, "date", "12 December 2019")
        await fill(shown, "agenda", "Apologies\nStaff [exempt 1]\n   Report from: Clerk\nNext meeting")
        await shown.press("ctrl+s")
        assert standing(shown, "agenda").splitlines() == [
            "1. Apologies", "2. Staff [exempt 1]", "   Report from: Clerk", "3. Next meeting",
        ]  # fmt: skip
        assert not shown.screen.is_unsaved  # type: ignore[attr-defined]
    assert [item.number for item in meeting(path, 1).items] == ["1", "2", "3"]


async def test_items_added_below_numbered_ones_count_on(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "agenda", "Prayers\n1. Apologies\n5a. Visit\n6. Costs\n6.1 Fees\nOther business")
        assert "6 items, 1 without a number" in shown.text
        await shown.press("ctrl+s")
        assert standing(shown, "agenda").splitlines() == [
            "Prayers", "1. Apologies", "5a. Visit", "6. Costs", "6.1. Fees", "7. Other business",
        ]  # fmt: skip


async def test_items_can_be_typed_between_the_standing_ones(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        await fill(shown, "date", "16 January 2020")
        first, *others = standing(shown, "agenda").splitlines()
        await fill(shown, "agenda", "\n".join((first, "Budget", *others)))
        await shown.press("ctrl+s")
    items = meeting(path, 5).items
    assert [(item.number, item.title) for item in items][:3] == [
        ("1", "Apologies for absence"), ("2", "Budget"), ("3", "Minutes of the last meeting"),
    ]  # fmt: skip
    assert items[-1].exempt == "3"


async def test_an_area_shows_its_beginning_once_the_keys_leave_it(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await shown.press("tab", "tab", "tab", "tab", "end")
        for name in ("Webb", "Lee", "Rana", "Pett", "Finch"):
            await shown.type(f"\n{name},")
        assert "Councillors Kemp" not in shown.text
        await shown.press("tab")
        assert "Councillors Kemp (Chairman), Cooper, Johnson" in shown.text
        await shown.press("shift+tab")
        assert "Finch," in shown.text


async def test_a_long_date_is_not_cut(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(PrepareScreen(DECEMBER))
        await fill(shown, "date", "12 September 2026")
        assert "12 September 2026" in shown.text


async def test_the_date_agreed_for_the_next_meeting_is_offered(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    agreed = NewEntry(
        Kind.NEXT_MEETING, "/nextmeeting 16 Jan 2pm", "The Annexe", time="14:00", on=date(2020, 1, 16)
    )
    book.record(DECEMBER, Act((line(Kind.OPEN, "/open"), agreed)), at=datetime(2019, 12, 12, 19))
    book.close()
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(body_id=BOARD))
        assert (standing(shown, "date"), standing(shown, "time")) == ("16 January 2020", "2pm")
        assert standing(shown, "venue") == "The Annexe"


async def test_an_item_with_lines_is_not_removed(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(NOVEMBER))
        await fill(shown, "agenda", "1. Apologies for absence")
        await shown.press("ctrl+s")
        assert "has lines in the record" in shown.text
        assert isinstance(shown.screen, PrepareScreen)
    assert len(meeting(path, NOVEMBER).items) == 4


async def test_escape_asks_once_before_it_leaves_what_is_unsaved(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("p")
        await fill(shown, "venue", "The Annexe")
        await shown.press("escape")
        assert "esc again leaves without saving, ctrl+s saves" in shown.text
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)
    assert meeting(path, CABINET).meeting.venue == "Council Chamber"


async def test_nothing_unsaved_is_lost_when_the_program_ends(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("p")
        await fill(shown, "venue", "The Annexe")
        await shown.app.leave()
    assert meeting(path, CABINET).meeting.venue == "The Annexe"


async def test_ctrl_t_saves_and_takes_the_minutes(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("p")
        await fill(shown, "venue", "The Annexe")
        await shown.press("ctrl+t")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.screen.meeting_id == CABINET
    assert meeting(path, CABINET).meeting.venue == "The Annexe"


async def test_ctrl_t_stays_where_the_form_cannot_be_saved(tmp_path: Path) -> None:
    async with desktop(new_book(tmp_path / "minutes.db")) as shown:
        await shown.press("n", "ctrl+t")
        assert isinstance(shown.screen, PrepareScreen)
        assert "Not saved: No date yet" in shown.text


async def test_names_with_brackets_come_back_as_typed(tmp_path: Path) -> None:
    path = new_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("n")
        await fill(shown, "date", "12 dec")
        await fill(shown, "members", "[red]Lee[/red]; Ørsted")
        await fill(shown, "agenda", "1. The [bold]budget[/bold]\n2. مرحبا")
        await shown.press("ctrl+s")
        assert "2 items · 2 members" in shown.text
    record = meeting(path, 1)
    assert [one.name for one in record.attendees] == ["[red]Lee[/red]", "Ørsted"]
    assert [item.title for item in record.items] == ["The [bold]budget[/bold]", "مرحبا"]


async def test_keys_that_come_all_at_once_go_where_they_were_meant_to(tmp_path: Path) -> None:
    path = new_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("n")
        for letter in "12 dec 2019\n6.30pm\n2\nThe Hall\nLee, Webb\tClerk\t1. Apologies":
            key = {"\n": "enter", "\t": "tab", " ": "space"}.get(letter, letter)
            shown.app.post_message(events.Key(key, None if letter in "\n\t" else letter))
        await shown.settle()
        await shown.settle()
        await shown.press("ctrl+s")
    record = meeting(path, 1)
    assert (record.meeting.on, record.meeting.time, record.meeting.quorum) == (
        date(2019, 12, 12),
        "18:30",
        "2",
    )
    assert record.meeting.venue == "The Hall"
    assert [one.name for one in record.attendees] == ["Lee", "Webb", "Clerk"]
    assert [item.title for item in record.items] == ["Apologies"]
