"""The Check screen: what to put right, each thing with one key to its place; nothing of it blocks closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Static

from minutes.checking import findings
from storage.records import DueKind, Kind
from tests.tui.meeting_room import AGENDA, Room, reopened, room, sources
from tests.tui.shell import Shell
from tui.screens.check import CheckScreen
from tui.screens.live import LiveScreen
from tui.screens.prepare import PrepareScreen
from tui.widgets.rows import Rows

LINES = (
    "/open 18.30",
    "/present Cooper, Kemp, Johnson",
    "/5",
    "? (Johnson) Audits: quality assurance and audits",
    "The Director went on.",
    "/frobnicate",
    "@Clerk: ask for three quotes",
    "/6",
    "Nothing was said.",
)


def listed(taking: Room) -> list[str]:
    """The rows of the list, headings too."""
    return [row.cells[0] for row in taking.app.screen.query_one(Rows).rows]


def heading(taking: Room) -> str:
    """The first line of the screen."""
    return str(taking.app.screen.query_one("#heading", Static).content)


def said(taking: Room) -> str:
    """What the screen says in its line."""
    return str(taking.app.screen.query_one("#said", Static).content)


async def go_to(taking: Room, words: str) -> None:
    """Move the cursor to the finding that holds these words."""
    place = next(at for at, row in enumerate(taking.app.screen.query_one(Rows).rows) if words in row.cells[0])
    taking.app.screen.query_one(Rows).cursor = place
    await taking.settle()


async def test_f7_lists_what_to_put_right_in_the_order_of_the_record(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        assert isinstance(taking.app.screen, CheckScreen)
        rows = listed(taking)
        found = findings(reopened(planned))
        assert [row for row in rows if row in {finding.words for finding in found}] == [
            finding.words for finding in found
        ]
        assert [row for row in rows if row in ("In the record", "On the agenda", "The meeting")] == [
            rows[0],
            "On the agenda",
            rows[-2],
        ]
        assert heading(taking).startswith(f"Check · {len(found)} things to put right")


async def test_enter_leads_to_the_line_in_the_record(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        await go_to(taking, "neither reply nor action")
        await taking.press("enter")
        assert isinstance(taking.app.screen, LiveScreen)
        assert taking.selected == LINES[3]
        assert taking.frame.head == "Looking at 5  Ofsted Update Report"
        await taking.press("enter")
        assert taking.composer.text == LINES[3]


async def test_it_leads_to_an_item_on_the_agenda(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        await go_to(taking, "Transport costs was not taken")
        await taking.press("enter")
        assert taking.agenda.has_focus
        assert taking.frame.head == "EXEMPT 3 · Looking at 7  Transport costs"
        await taking.press("enter")
    assert sources(planned)[-1] == "/item 7"


async def test_what_is_of_the_whole_meeting_leads_to_the_form(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/5", "Nobody was noted as present.")
        await taking.press("f7")
        await go_to(taking, "Who was present is not recorded")
        await taking.press("enter")
        assert isinstance(taking.app.screen, PrepareScreen)


async def test_a_next_meeting_without_a_date_leads_to_the_line_that_gives_one(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present all", "/5", "A note.")
        await taking.press("f7")
        await go_to(taking, "The next meeting has no date")
        await taking.press("enter")
        assert isinstance(taking.app.screen, LiveScreen)
        assert taking.composer.text == "/nextmeeting "
        await taking.type("9 July")
        await taking.press("enter")
    assert sources(planned)[-1] == "/nextmeeting 9 July"


async def test_a_list_that_nobody_reviewed_leads_to_a_report(planned: Path) -> None:
    shell = Shell(planned.parent)
    shell.done("import", shell.file("may.txt", AGENDA.replace("11 June", "14 May")))
    shell.done("take", "2", given="/5\n/priorities Plan; review 11 June:\n- Improve practice\n")
    async with room(planned) as taking:
        await taking.record_lines("/5", "A note.")
        await taking.press("f7")
        await go_to(taking, "Plan: p1 was not reported on")
        await taking.press("enter")
        assert taking.composer.text == "/report "


REPLY = "send Councillor Johnson a written reply to “Audits: quality assurance and audits”"


@pytest.mark.parametrize(
    ("keys", "line", "due"),
    [
        (("enter", "enter"), f"+ officers: {REPLY} by the next meeting", DueKind.NEXT_MEETING),
        (
            ("ctrl+u", *"Clerk", "enter", "ctrl+u", *"by2jan", "enter"),
            f"+ Clerk: {REPLY} by2jan",
            DueKind.UNDATED,
        ),
        (("enter", "ctrl+u", "enter"), f"+ officers: {REPLY}", DueKind.UNDATED),
    ],
)
async def test_an_open_question_becomes_a_written_reply_owed(
    planned: Path, keys: tuple[str, ...], line: str, due: DueKind
) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        await go_to(taking, "neither reply nor action")
        await taking.press("a", *keys)
        assert said(taking) == "Recorded; ctrl+z takes it back."
        assert not any("neither reply nor action" in row for row in listed(taking))
        assert any("action 2/2020 has no date" in row for row in listed(taking)) is (due is DueKind.UNDATED)
        record = reopened(planned)
        assert record.entries[4].source == line
        assert record.entries[4].kind is Kind.FOLLOW_ON
        (action,) = (action for action in record.actions if action.entry_id == record.entries[4].id)
        assert (action.owners[0].name, action.due_kind) == (line[2:].partition(":")[0], due)
        await taking.press("ctrl+z")
        assert any("neither reply nor action" in row for row in listed(taking))
    assert sources(planned) == list(LINES)


async def test_a_question_that_names_no_asker_is_owed_too(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present all", "/5", "? When will it end by Friday?", "A note.")
        await taking.press("f7")
        await go_to(taking, "neither reply nor action")
        await taking.press("a", "enter", "enter")
    record = reopened(planned)
    reply = "reply in writing to “When will it end by Friday?” by the next meeting"
    assert record.entries[3].source == f"+ officers: {reply}"
    (action,) = record.actions
    assert action.due_kind is DueKind.NEXT_MEETING


async def test_only_a_question_can_become_a_reply_owed(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        await go_to(taking, "frobnicate")
        await taking.press("a")
        assert said(taking) == "This is no open question: enter leads to it."
    assert sources(planned) == list(LINES)


async def test_esc_leaves_the_question_open(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        await go_to(taking, "neither reply nor action")
        await taking.press("a", "enter", "escape", "escape")
        assert isinstance(taking.app.screen, LiveScreen)
        assert taking.composer.has_focus
    assert sources(planned) == list(LINES)


async def test_closing_is_never_refused_and_says_what_is_left(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES, "/close 20.15")
        left = len(findings(reopened(planned)))
        assert str(taking.box.border_title) == f"Closed. {left} things to put right: f7"
        await taking.press("f7")
        assert heading(taking).startswith(f"Check · {left} things to put right")
    assert sources(planned)[-1] == "/close 20.15"


async def test_words_too_long_for_their_row_stand_below_the_list(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines("/present all", "/5", f"? {'how ' * 30}it went", "A note.")
        await taking.press("f7")
        whole = taking.app.screen.query_one("#whole", Static)
        assert str(whole.content) == findings(reopened(planned))[0].words
        assert whole.display
        await taking.press("down")
        assert not whole.display


async def test_a_half_typed_line_outlives_looking_at_the_list(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.type("half a line")
        await taking.press("f7", "escape")
        assert taking.composer.text == "half a line"


async def test_keys_that_come_at_once_go_where_the_first_of_them_led(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        for key in ("escape", "N", "o"):
            taking.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await taking.settle()
        assert isinstance(taking.app.screen, LiveScreen)
        assert taking.composer.text == "No"


async def test_enter_twice_leads_to_the_place_and_no_further(planned: Path) -> None:
    async with room(planned) as taking:
        await taking.record_lines(*LINES)
        await taking.press("f7")
        for _ in range(2):
            taking.app.post_message(events.Key("enter", "\r"))
        await taking.settle()
        assert isinstance(taking.app.screen, LiveScreen)
