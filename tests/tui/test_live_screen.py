"""What the live screen shows besides the lines: agenda, presence, what is exempt, and the other screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.content import Content

from minutes.shorthand import COMMANDS
from storage import MinuteBook
from tests.tui.clerks_book import full_book
from tests.tui.meeting_room import AGENDA, MEETING, planned_meeting, room, sources
from tui.screens.live import LiveScreen
from tui.widgets.agenda_list import Mark
from tui.widgets.key_line import KeyLine
from tui.widgets.sign_line import SignLine


async def test_the_item_taken_is_in_the_frame_and_marked_on_the_agenda(planned: Path) -> None:
    async with room(planned) as taking:
        assert taking.frame.head == "Before the first item"
        await taking.record_lines("/open 18.30", "/1", "There were none.", "/5", "Noted.")
        assert taking.frame.head == "5  Ofsted Update Report"
        assert taking.frame.since == "0 min"
        marks = {row.number: row.mark for row in taking.agenda.rows}
        assert marks[""] is Mark.DONE
        assert marks["1"] is Mark.DONE
        assert marks["5"] is Mark.TAKEN
        assert marks["6"] is Mark.AHEAD
        assert "Noted." in taking.view.plain
        assert "There were none." not in taking.view.plain


async def test_presence_and_quorum_follow_what_is_recorded(planned: Path) -> None:
    async with room(planned) as taking:
        assert "5 members · quorum 3" in taking.status
        await taking.record_lines("/present Cooper, Kemp, Johnson")
        assert "present 3/5 · quorum 3 ✓" in taking.status
        await taking.record_lines("/out Cooper 19.00")
        assert "present 2/5 · below quorum 3 ✗" in taking.status


async def test_falling_below_the_quorum_is_said_at_once_and_as_long_as_it_lasts(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present Cooper, Kemp, Johnson")
        assert taking.box.border_title is None
        await taking.record_lines("/out Cooper 19.00")
        assert str(taking.box.border_title) == "BELOW QUORUM: 2 here, 3 needed"
        await taking.type("A note")
        await taking.pause_in_typing()
        assert str(taking.box.border_title) == "BELOW QUORUM: 2 here, 3 needed"
        await taking.press("enter")
        await taking.record_lines("/in Price")
        assert taking.box.border_title is None


async def test_a_tie_asks_for_the_casting_vote(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(
            "/present Cooper, Kemp, Johnson, Price", "/5", "/move Cooper: that it be so"
        )
        await taking.record_lines("/vote 2 2")
        assert str(taking.box.border_title) == "2–2: a tie: /casting for or against"
        await taking.record_lines("/casting for")
        assert taking.box.border_title is None


async def test_who_presides_and_who_withdrew_stand_at_the_foot_of_the_record(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present all", "/4", "/interest Price dpi 6: a contract withdrew")
        assert str(taking.frame.border_subtitle) == "Councillor Kemp presides"
        await taking.record_lines("/out Kemp")
        assert "nobody presides: /chair and a name" in str(taking.frame.border_subtitle)
        await taking.record_lines("/in Kemp")
        assert "present 5/5" in taking.status
        await taking.record_lines("/chair Cooper in the absence of the Chairman", "/6")
        assert str(taking.frame.border_subtitle) == "Councillor Cooper presides · Councillor Price withdrew"
        assert "present 4/5" in taking.status
        await taking.record_lines("/8")
        assert "present 5/5" in taking.status


async def test_a_substitute_takes_the_place_of_a_member(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present Kemp, Johnson, Price", "/apologies Cooper", "/sub Doe for Cooper")
        assert "present 4/5 · quorum 3 ✓" in taking.status


NEW_KINDS = (
    "/present all",
    "/sub Doe for Cooper",
    "/chair Johnson",
    "/4",
    "/interest Price dpi 7: a contract withdrew",
    "/urgent 3 a deadline; the Chairman; it could not wait",
    "/5",
    "/move Kemp, Johnson: that it be so",
    "/amend Price: to add more",
    "/second Doe",
    "/withdraw",
    "/roll",
    "/for Kemp, Johnson",
    "/against rest",
    "/vote 2 3",
    "! noted the report",
    "!~ because it was short",
    "!^ to do nothing",
    "/vote all",
)


async def test_every_line_can_be_gone_to_in_the_record(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*NEW_KINDS)
        seen: set[int] = set()
        for item in ("4", "5"):
            await taking.press("ctrl+g", item, "right", "home")
            seen.update(taking.view.entries)
            await taking.press("escape")
        await taking.press("ctrl+g", *["up"] * 8)
        seen.update(taking.view.entries)
        assert [entry.source for entry in taking.record.entries if entry.id not in seen] == []


async def test_an_exempt_item_says_so_in_words_and_turns_the_frame(planned: Path) -> None:
    async with room(planned) as taking:
        assert [row.number for row in taking.agenda.rows if row.exempt] == ["7"]
        await taking.record_lines("/7", "The contract is worth £9,000.")
        assert taking.frame.head.startswith("EXEMPT 3 · 7")
        assert taking.frame.has_class("-exempt")
        assert "£9,000" in taking.view.plain

        await taking.record_lines("/8")
        assert not taking.frame.has_class("-exempt")
        await taking.record_lines("/exempt 1", "Secret.")
        assert taking.frame.head.startswith("EXEMPT 1 · 8")
        await taking.record_lines("/public")
        assert taking.frame.head == "8  Any [red]other[/] business"


async def test_ctrl_g_finds_an_item_by_number_and_takes_it(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.press("ctrl+g")
        await taking.type("5")
        await taking.settle()
        assert taking.frame.head == "Looking at 5  Ofsted Update Report"
        await taking.press("enter")
        assert taking.frame.head == "5  Ofsted Update Report"
        assert taking.composer.has_focus
    assert sources(planned) == ["/item 5"]


async def test_ctrl_g_takes_the_item_meant_of_two_that_share_a_number(tmp_path: Path) -> None:
    async with room(planned_meeting(tmp_path, f"{AGENDA}5. Late paper\n")) as taking:
        await taking.press("ctrl+g")
        await taking.type("late")
        await taking.press("enter")
        assert taking.frame.head == "5  Late paper"
    assert sources(tmp_path / "minutes.db") == ["/item 5 Late paper"]


async def test_ctrl_g_finds_an_item_by_a_part_of_its_title(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.press("ctrl+g")
        await taking.type("programmes")
        await taking.press("backspace")
        assert taking.frame.head == "Looking at 6  Work programme"
        await taking.press("escape")
        assert taking.composer.has_focus
        assert taking.frame.head == "Before the first item"
    assert sources(planned) == []


async def test_an_item_without_a_number_is_taken_only_where_a_line_can_name_it(tmp_path: Path) -> None:
    async with room(planned_meeting(tmp_path, re.sub(r"(?m)^\d\. ", "", AGENDA))) as taking:
        await taking.press("ctrl+g")
        await taking.type("transport")
        await taking.press("enter")
        assert "has no number to take it by" in taking.box.said
        await taking.press("ctrl+g")
        await taking.type("apologies")
        await taking.press("enter")
        assert taking.frame.head == "Apologies for absence"
    assert sources(tmp_path / "minutes.db") == ["/next"]


async def test_the_record_of_an_earlier_item_is_looked_at_and_mended(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/1", "There were noen.", "/5", "Noted.")
        await taking.press("ctrl+g", "home", "up", "up")
        await taking.type("1")
        await taking.settle()
        assert "There were noen." in taking.view.plain
        await taking.press("right", "enter")
        assert taking.composer.text == "There were noen."
        assert taking.frame.head == "Looking at 1  Apologies for absence"
        await taking.press("backspace", "backspace", "backspace")
        await taking.type("ne.")
        await taking.press("enter")
        assert taking.frame.head == "5  Ofsted Update Report"
    assert sources(planned) == ["/1", "There were none.", "/5", "Noted."]


async def test_the_foot_names_the_signs_while_typing_and_the_keys_elsewhere(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("One.")
        assert taking.screen.query_one(SignLine).display
        assert not taking.screen.query_one(KeyLine).display
        await taking.press("up")
        assert not taking.screen.query_one(SignLine).display
        assert "Retype".casefold() in taking.screen.query_one(KeyLine).render().plain.casefold()


async def test_a_closed_meeting_says_so_and_names_the_keys_to_what_comes_next(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/open 18.30", "/present Cooper, Kemp")
        assert "paper" not in taking.screen.query_one(SignLine).render().plain
        await taking.record_lines("/close 20.15")
        assert "closed 8.15pm" in taking.status
        foot = taking.screen.query_one(SignLine).render().plain
        assert "f2 paper" in foot
        assert "f5 book" in foot
        await taking.press("ctrl+z")
        assert "present 2/5 · below quorum 3 ✗" in taking.status


async def test_the_foot_says_how_to_take_a_vote_while_one_is_to_come(planned: Path) -> None:
    async with room(planned) as taking:
        foot = taking.screen.query_one(SignLine)
        await taking.record_lines("/present all", "/5", "/move Cooper: that it be so")
        assert foot.render().plain.startswith("/vote 7 3 1 f6 by name")
        await taking.record_lines("/roll", "/for Cooper")
        assert "f6 by name" in foot.render().plain
        await taking.record_lines("/against rest")
        assert foot.render().plain.startswith("? question")


@pytest.mark.parametrize("width", [80, 100, 112, 120, 200])
@pytest.mark.parametrize("lines", [("One.",), ("/5", "/move Cooper: that it be so")])
async def test_the_foot_is_never_cut(planned: Path, width: int, lines: tuple[str, ...]) -> None:
    async with room(planned, (width, 30)) as taking:
        await taking.record_lines(*lines)
        line = taking.screen.query_one(SignLine)
        assert line.render().plain.endswith("f1 help")
        assert line.render().cell_length <= line.size.width


async def test_the_palette_lists_what_the_keys_of_the_screen_do(planned: Path) -> None:
    async with room(planned) as taking:
        listed = taking.app.get_system_commands(taking.screen)
        commands = {command.title.partition(":")[0]: command for command in listed}
        assert {"Go to item", "Paper", "Actions", "Prepare", "Help", "Quit", "Undo"} <= commands.keys()
        await taking.type("x")
        await commands["Clear line"].callback()
        await taking.settle()
        assert taking.composer.text == ""


async def test_a_command_chosen_by_name_does_what_its_key_does(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.press("ctrl+p")
        await taking.type("find an item by")
        await taking.pilot.press("enter")
        while not isinstance(taking.app.screen, LiveScreen):
            await taking.pilot.pause(0.02)
        await taking.settle()
        assert taking.agenda.has_focus


async def test_every_command_of_the_shorthand_is_in_the_palette_with_what_and_example(planned: Path) -> None:
    async with room(planned) as taking:
        offered = taking.app.get_system_commands(taking.screen)
        listed = {Content.from_markup(each.title).plain: each for each in offered}
        for command in COMMANDS.values():
            title = f"{f'/{command.name} {command.takes}'.rstrip()}: {command.purpose}"
            assert listed[title].help == command.example


async def test_a_command_of_the_shorthand_begins_a_line_of_its_own(planned: Path) -> None:
    async with room(planned) as taking:
        commands = {
            each.title.partition(" ")[0]: each for each in taking.app.get_system_commands(taking.screen)
        }
        commands["/vote"].callback()
        await taking.type("all")
        assert taking.composer.text == "/vote all"
        commands["/second"].callback()
        assert taking.composer.text == "/vote all\n/second "
        assert taking.composer.has_focus


async def test_other_screens_open_over_the_meeting_and_lead_back(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("half a line")
        for key in ("f1", "f2", "f3", "f4", "f7"):
            await taking.pilot.press(key)
            await taking.pilot.pause()
            assert not isinstance(taking.app.screen, LiveScreen)
            taking.app.go_back(taking.app.screen)
            await taking.settle()
            assert taking.composer.text == "half a line"
            assert taking.composer.has_focus


async def test_a_line_half_typed_survives_going_back_to_the_book(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("half a line")
        await taking.pilot.press("f5")
        await taking.pilot.pause()
        assert not any(isinstance(screen, LiveScreen) for screen in taking.app.screen_stack)
        taking.app.open_meeting(MEETING)
        await taking.pilot.pause()
        await taking.settle()
        assert taking.composer.text == "half a line"


async def test_a_meeting_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    MinuteBook.open(path).close()
    async with room(path) as taking:
        assert "no meeting 1" in taking.box.said
        await taking.type("typed all the same")
        await taking.press("enter")
        assert "typed all the same" in taking.composer.text


async def test_a_meeting_is_taken_on_one_screen_however_it_is_come_to(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("half a line")
        await taking.pilot.press("f2")
        await taking.settle()
        await taking.pilot.press("t")
        await taking.settle()
        assert [screen for screen in taking.app.screen_stack if isinstance(screen, LiveScreen)] == [
            taking.app.screen
        ]
        assert taking.composer.text == "half a line"


async def test_minutes_that_are_signed_say_so_and_give_back_what_is_typed(tmp_path: Path) -> None:
    async with room(full_book(tmp_path / "minutes.db")) as taking:
        assert str(taking.box.border_title).startswith("Approved and signed: nothing here can be changed")
        assert taking.frame.since == ""
        await taking.record_lines("A late line.")
        assert taking.composer.text.rstrip() == "A late line."
        assert "stay as signed: note a correction at the next meeting" in taking.box.said
