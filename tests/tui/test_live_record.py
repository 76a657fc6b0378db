"""Going into the record from the keyboard: to retype, insert, delete and move what stands there."""

from __future__ import annotations

from pathlib import Path

from storage import MinuteBook
from tests.tui.meeting_room import Room, reopened, room, sources

LINES = ("/5", "The Director spoke frist.", "- Audits: fifty were done.", "! noted the report")


async def begun(taking: Room) -> None:
    await taking.record_lines(*LINES)
    assert taking.composer.has_focus


async def test_up_selects_the_last_line_and_further_up_the_ones_before(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up")
        assert taking.selected == "! noted the report"
        await taking.press("up", "up")
        assert taking.selected == "The Director spoke frist."
        await taking.press("end")
        assert taking.selected == "! noted the report"
        await taking.press("home")
        assert taking.selected == "/5"


async def test_down_below_the_last_line_and_esc_lead_back_to_the_composer(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "down")
        assert taking.composer.has_focus
        assert taking.view.selected is None
        await taking.press("up", "escape")
        assert taking.composer.has_focus


async def test_typing_in_the_record_goes_into_the_composer(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up")
        await taking.type("delayed.")
        assert taking.composer.text == "delayed."
    assert sources(planned) == list(LINES)


async def test_up_with_nothing_recorded_stays_in_the_composer(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.press("up")
        assert taking.composer.has_focus


async def test_a_line_is_retyped_in_its_place(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        before = [entry.id for entry in taking.record.entries]
        await taking.press("up", "up", "up", "enter")
        assert taking.composer.text == "The Director spoke frist."
        assert "retyping (esc leaves it): The Director spoke frist." in str(taking.box.border_title)

        await taking.press(*["backspace"] * 6)
        await taking.type("first.")
        await taking.press("enter")
        assert taking.box.border_title is None
        assert "The Director spoke first." in taking.view.plain
        assert [entry.id for entry in taking.record.entries] == before
    assert sources(planned) == ["/5", "The Director spoke first.", *LINES[2:]]


async def test_esc_leaves_a_line_as_it_was_and_ctrl_z_takes_the_retyping_up_again(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "enter")
        await taking.type(" again")
        await taking.press("escape")
        assert taking.composer.text == ""
        assert taking.box.border_title is None
        assert [entry.source for entry in taking.record.entries] == list(LINES)

        await taking.press("ctrl+z")
        assert taking.composer.text == "! noted the report again"
        assert "retyping" in str(taking.box.border_title)
        await taking.press("enter")
    assert sources(planned) == [*LINES[:3], "! noted the report again"]


async def test_a_line_half_typed_is_not_overwritten_by_a_retyping(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.type("half a sent")
        taking.view.focus()
        await taking.press("enter")
        assert taking.composer.text == "half a sent"
        assert "first" in taking.box.said
        assert taking.composer.has_focus


async def test_one_line_alone_is_made_exempt(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        before = [entry.id for entry in taking.record.entries]
        await taking.press("up", "up", "ctrl+e")
        assert taking.composer.text == "/exempt \n- Audits: fifty were done.\n/public"
        await taking.type("3")
        await taking.press("enter")
        exempt = [entry.source for entry in taking.record.entries if entry.exempt is not None]
        assert exempt == ["/exempt 3", "- Audits: fifty were done."]
        assert [entry.id for entry in taking.record.entries if entry.id in before] == before

        await taking.press("up", "up", "up", "ctrl+e")
        assert "exempt already" in taking.box.said
    assert sources(planned) == [*LINES[:2], "/exempt 3", LINES[2], "/public", LINES[3]]


async def test_what_is_no_line_by_itself_is_not_made_exempt_by_a_key(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/5", "? the cost", "> it was £4m")
        await taking.press("up", "up", "ctrl+e")
        assert "type /exempt 3 above both" in taking.box.said
        await taking.press("home", "ctrl+e")
        assert "a whole item" in taking.box.said
        assert taking.composer.text == ""


async def test_a_line_is_inserted_below_another(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "up", "ctrl+o")
        assert "inserting below (esc leaves it): - Audits: fifty were done." in str(taking.box.border_title)
        await taking.type("- Visits: ten were made.")
        await taking.press("enter")
        await taking.record_lines("Last.")
    assert sources(planned) == [*LINES[:3], "- Visits: ten were made.", LINES[3], "Last."]


async def test_a_line_is_deleted_and_brought_back(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "up", "delete")
        assert [entry.source for entry in taking.record.entries] == [*LINES[:2], LINES[3]]
        assert taking.selected == LINES[3]
        assert "Audits" not in taking.view.plain

        await taking.press("ctrl+z")
        assert [entry.source for entry in taking.record.entries] == list(LINES)
    assert sources(planned) == list(LINES)


async def test_lines_change_places(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "shift+up")
        assert taking.selected == "! noted the report"
        assert [entry.source for entry in taking.record.entries] == [*LINES[:2], LINES[3], LINES[2]]
        await taking.press("ctrl+u", "ctrl+n", "alt+down")
        assert [entry.source for entry in taking.record.entries] == list(LINES)
        await taking.press("shift+down")
        assert taking.box.said
    assert sources(planned) == list(LINES)


async def test_the_selected_line_shows_what_was_typed_for_it(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/5", "? (Johnson) Audits: quality", "> officers confirmed it")
        await taking.press("up")
        assert taking.box.said == "> officers confirmed it"
        await taking.press("up")
        assert taking.box.said == "? (Johnson) Audits: quality"


async def test_a_line_gone_meanwhile_is_not_lost_but_goes_to_the_end(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "enter")
        await taking.type(" twice")
        other = MinuteBook.open(planned)
        other.delete(reopened(planned).entries[-1].id)
        other.close()
        taking.screen.refresh_records()
        await taking.settle()
        assert taking.box.border_title is None
        assert taking.composer.text == "! noted the report twice"
        await taking.press("enter")
    assert sources(planned) == [*LINES[:3], "! noted the report twice"]


async def test_the_end_stays_in_sight_as_lines_come(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/5", *(f"Line {number}." for number in range(20)))
        assert taking.view.scroll_offset.y == taking.view.max_scroll_y > 0
        await taking.press("up", "home")
        assert taking.view.scroll_offset.y == 0
        await taking.press("escape")
        assert taking.view.scroll_offset.y == taking.view.max_scroll_y


async def test_no_letter_goes_where_the_scroll_bar_comes(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/5")
        while not taking.view.show_vertical_scrollbar:
            await taking.record_lines("x" * 200)
            await taking.pilot.pause(0.2)  # the bar comes with the next layout
        room_for = taking.view.scrollable_content_region.width
        assert max(len(line) for line in taking.view.plain.splitlines()) <= room_for


async def test_what_another_window_records_is_shown(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        other = MinuteBook.open(planned)
        other.delete(reopened(planned).entries[1].id)
        other.close()
        while "frist" in taking.view.plain:
            await taking.pilot.pause(0.05)
        await taking.settle()
        assert [entry.source for entry in taking.record.entries] == ["/5", *LINES[2:]]


async def test_a_line_being_inserted_comes_back_to_its_place(planned: Path) -> None:
    async with room(planned) as taking:
        await begun(taking)
        await taking.press("up", "up", "up", "ctrl+o")
        await taking.type("Between")
    async with room(planned) as again:
        assert "inserting below" in str(again.box.border_title)
        assert "The Director spoke frist." in str(again.box.border_title)
        await again.type(" them.")
        await again.press("enter")
    assert sources(planned) == [*LINES[:2], "Between them.", *LINES[2:]]
