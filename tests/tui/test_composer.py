"""Typing on the live screen: what each key does, and that nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from storage import BookError, MinuteBook
from storage.records import Draft
from tests.tui.meeting_room import MEETING, reopened, room, sources


def kept_draft(path: Path) -> Draft | None:
    book = MinuteBook.open(path)
    try:
        return book.draft(MEETING)
    finally:
        book.close()


async def test_enter_records_the_line_and_leaves_the_composer_empty(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("The Director introduced the report.")
        await taking.press("enter")

        assert taking.composer.text == ""
        assert "The Director introduced the report." in taking.view.plain
        assert taking.status.endswith("saved")
    assert sources(planned) == ["The Director introduced the report."]


async def test_the_composer_is_empty_at_once_and_lines_typed_on_are_recorded_in_order(planned: Path) -> None:
    lines = [f"Line {number}." for number in range(12)]
    async with room(planned) as taking:
        for line in lines:
            await taking.type(line)
            await taking.pilot.press("enter")
            assert taking.composer.text == ""
        await taking.settle()
    assert sources(planned) == lines


async def test_enter_on_nothing_records_nothing(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("   ")
        await taking.press("enter", "enter")
    assert sources(planned) == []


async def test_broken_lines_are_recorded_together_as_one_act(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("/5")
        await taking.press("ctrl+j")
        await taking.type("- One.")
        await taking.press("shift+enter")
        await taking.type("- Two.")
        await taking.press("enter")
        assert [entry.source for entry in taking.record.entries] == ["/5", "- One.", "- Two."]

        await taking.press("ctrl+z")
        assert taking.record.entries == ()
    assert sources(planned) == []


async def test_esc_clears_and_ctrl_z_brings_it_back(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("half a sent")
        await taking.press("escape")
        assert taking.composer.text == ""
        await taking.press("ctrl+z")
        assert taking.composer.text == "half a sent"
        await taking.press("ctrl+y")
        assert taking.composer.text == ""


async def test_ctrl_z_undoes_typing_first_and_then_the_clerk_s_acts(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("One.", "Two.")
        await taking.type("x")
        await taking.press("ctrl+z")
        assert taking.composer.text == ""
        assert len(taking.record.entries) == 2

        await taking.press("ctrl+z")
        assert [entry.source for entry in taking.record.entries] == ["One."]
        assert "undone" in str(taking.box.border_subtitle)
        await taking.press("ctrl+z", "ctrl+z")
        assert not taking.record.entries
        assert "nothing undone" in str(taking.box.border_subtitle)
    async with room(planned) as again:
        await again.press("ctrl+y", "ctrl+y")
    assert sources(planned) == ["One.", "Two."]


async def test_nothing_is_said_of_a_line_that_was_cleared(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("! noted")
        await taking.pause_in_typing()
        assert taking.box.said.startswith("decision")
        await taking.press("escape")
        await taking.pause_in_typing()
        assert taking.box.said == ""


async def test_nothing_is_said_of_a_line_selected_before(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("One.")
        await taking.press("up")
        assert taking.box.said == "One."
        await taking.press("escape")
        await taking.pause_in_typing()
        assert taking.box.said == ""


async def test_tab_completes_a_name_and_again_the_next(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("/present K")
        await taking.press("tab")
        assert taking.composer.text == "/present Kemp"

        await taking.press("escape")
        await taking.type("@C")
        await taking.press("tab")
        first = taking.composer.text
        await taking.press("tab")
        second = taking.composer.text
        assert {first, second} == {"@Cooper", "@Clerk"}
        await taking.press("tab")
        assert taking.composer.text in {first, "@Chairman"}


async def test_tab_with_nothing_to_complete_changes_nothing_and_keeps_the_focus(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("zzz")
        await taking.press("tab")
        assert taking.composer.text == "zzz"
        assert taking.composer.has_focus


async def test_complete_lines_of_a_paste_are_recorded_and_the_last_stays(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("The Chair ")
        await taking.paste("opened the meeting.\r\n- One.\r- Two.\nand then")
        assert taking.composer.text == "and then"
        assert taking.composer.cursor_location == (0, 8)
        recorded = [entry.source for entry in taking.record.entries]
        assert recorded == ["The Chair opened the meeting.", "- One.", "- Two."]

        await taking.type(" stopped.")
        await taking.press("enter")
        await taking.press("ctrl+z", "ctrl+z")
        assert taking.record.entries == ()


async def test_a_paste_goes_where_the_cursor_is(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("beginend")
        await taking.press("left", "left", "left")
        await taking.paste("ning.\nthe ")
        assert taking.composer.text == "the end"
        await taking.type("bitter ")
        assert taking.composer.text == "the bitter end"
    assert sources(planned) == ["beginning."]


async def test_a_paste_within_one_line_is_typed(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.paste("Councillor \x1b[31mKemp\x00")
        assert taking.composer.text.startswith("Councillor ")
        assert taking.composer.text.isprintable()
    assert sources(planned) == []


async def test_five_thousand_pasted_lines_are_one_act(planned: Path) -> None:
    text = "".join(f"- Point {number} was made.\n" for number in range(5000))
    async with room(planned) as taking:
        await taking.type("/5")
        await taking.press("enter")
        await taking.paste(text)
        assert len(taking.record.entries) == 5001
        await taking.press("ctrl+z")
        assert len(taking.record.entries) == 1


async def test_what_is_typed_is_kept_and_waits_in_the_composer_next_time(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("and then the lights went ou")
        await taking.pause_in_typing()
        await taking.app.desk.ask(lambda book: book.version())
        assert kept_draft(planned) == Draft("and then the lights went ou")
        assert taking.status.endswith("draft saved")
    async with room(planned) as again:
        assert again.composer.text == "and then the lights went ou"
        await again.type("t")
        await again.press("enter")
    assert sources(planned) == ["and then the lights went out"]
    assert kept_draft(planned) is None


async def test_quitting_in_the_middle_of_a_line_keeps_every_letter(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("Recorded.")
        await taking.pilot.press("enter")
        await taking.type("unfinished")
        await taking.pilot.press("ctrl+q")
    assert sources(planned) == ["Recorded."]
    assert kept_draft(planned) == Draft("unfinished")


async def test_a_line_entered_in_the_moment_of_quitting_is_recorded(planned: Path) -> None:
    async with room(planned) as taking:
        for letter in "Done.":
            taking.app.post_message(events.Key(letter, letter))
        taking.app.post_message(events.Key("enter", "\r"))
        taking.app.post_message(events.Paste("One.\nTwo.\nrest"))
        taking.app.post_message(events.Key("ctrl+q", "\x11"))
        await taking.pilot.pause()
    assert sources(planned) == ["Done.", "One.", "Two."]
    assert kept_draft(planned) == Draft("rest")


async def test_what_cannot_be_recorded_comes_back_with_a_line_that_says_why(
    planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BookError("The disk is full.")

    async with room(planned) as taking:
        with monkeypatch.context() as patched:
            patched.setattr(MinuteBook, "record", refuse)
            await taking.record_lines("Lost?", "Not at all.")
            assert taking.composer.text.split() == ["Lost?", "Not", "at", "all."]
            await taking.pause_in_typing()
            assert taking.box.said == "The disk is full."
        await taking.press("enter")
    assert sources(planned) == ["Lost?", "Not at all."]


async def test_a_draft_that_cannot_be_kept_is_told(planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BookError("The disk is full.")

    async with room(planned) as taking:
        with monkeypatch.context() as patched:
            patched.setattr(MinuteBook, "save_draft", refuse)
            await taking.type("half a line")
            await taking.pause_in_typing()
            assert taking.status.endswith("NOT SAVED")
            assert taking.box.said == "The disk is full."
        await taking.type(" more")
        await taking.pause_in_typing()
        assert taking.status.endswith("draft saved")


async def test_it_grows_with_its_lines_up_to_six_rows(planned: Path) -> None:
    async with room(planned) as taking:
        assert taking.composer.size.height == 1
        await taking.type("word " * 30)
        await taking.settle()
        assert taking.composer.size.height == 2
        await taking.press(*["ctrl+j"] * 9)
        assert taking.composer.size.height == 6
        await taking.press("escape")
        assert taking.composer.size.height == 1


async def test_brackets_and_strange_letters_are_typed_recorded_and_shown_as_they_are(planned: Path) -> None:
    line = "[red]Wage[/] [/] 😀 שלום – £9"
    async with room(planned) as taking:
        await taking.type(line)
        await taking.pause_in_typing()
        await taking.press("enter")
        assert "[red]Wage[/] [/] 😀 שלום – £9" in taking.view.plain
        await taking.press("up", "enter")
        assert "[red]Wage[/] [/]" in str(taking.box.border_title).replace("\\", "")
    assert sources(planned) == [line]


async def test_the_reading_says_what_the_line_means_before_enter(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.type("@Director of People: provide the plan by 28 Nov")
        await taking.pause_in_typing()
        assert taking.box.said.startswith("action")
        assert "Director of People ✓" in taking.box.said
        assert "28 November 2020" in taking.box.said

        await taking.press("escape")
        await taking.type("/frobnicate")
        await taking.pause_in_typing()
        await taking.press("enter")
    assert [bool(entry.doubt) for entry in reopened(planned).entries] == [True]


async def test_a_line_is_read_below_those_above_it_that_are_typed_too(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present all", "/5")
        await taking.type("/move Cooper: that it be so")
        await taking.press("ctrl+j")
        await taking.type("/for Kemp")
        await taking.pause_in_typing()
        assert taking.box.said == "for   votes for Councillor Kemp   on the motion"
