"""The Roll screen: a recorded vote by one key a member, kept while it is taken, whole when it is recorded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Static

from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Kind
from tests.tui.meeting_room import (
    AGENDA,
    EIGHTY,
    EVENING,
    MEETING,
    WIDE,
    Room,
    planned_meeting,
    reopened,
    room,
    sources,
    with_lines,
)
from tui.screens.live import LiveScreen
from tui.screens.roll import RollScreen

_LIST = """\
Adeyemi Barrett Brake Buckwell Carr Chambers Clarke Cooper Curry Doe Etheridge Fearn Filmer Gulvin Hackwell
Howcroft-Scott Hubbard Jarrett Johnson Kemp Khan Lloyd Mahil Maple McDonald Murray Opara Osborne Paterson
Potter Price Prenter Purdy Rupert
"""
NAMES = _LIST.split()
FOUR = ["Cooper", "Kemp", "Price", "Johnson"]
BEFORE = ("/present all", "/6", "/move Cooper, Kemp: that the Council declares a climate emergency")


def council(folder: Path, names: list[str] = NAMES, quorum: int = 9) -> Path:
    """A council of these members about to meet."""
    agenda = AGENDA.replace("Cooper, Kemp (Chairman), Johnson, Howcroft-Scott, Price", ", ".join(names))
    return planned_meeting(folder, agenda.replace("Quorum: 3", f"Quorum: {quorum}"))


def sixty() -> list[str]:
    """The names of sixty members."""
    return [
        f"{letter}{ending}"
        for letter in "BCDFGHJKLM"
        for ending in ("ower", "arr", "enn", "ill", "ox", "ull")
    ]


@asynccontextmanager
async def chamber(path: Path, *lines: str, size: tuple[int, int] = EIGHTY) -> AsyncIterator[Room]:
    """The live screen with a motion put by `lines`."""
    async with room(with_lines(path, *(lines or BEFORE)), size) as taking:
        yield taking


def shown(taking: Room) -> str:
    """All that the screen shows, as running words."""
    height = taking.app.size.height
    strips = taking.app.screen._compositor.render_strips()[:height]
    return " ".join(" ".join("".join(segment.text for segment in strip) for strip in strips).split())


def said(taking: Room) -> str:
    """What the Roll screen says in its line."""
    return str(taking.app.screen.query_one("#said", Static).content)


def votes(path: Path) -> dict[Kind, list[str]]:
    """Who is recorded to have voted how."""
    ways = (Kind.FOR, Kind.AGAINST, Kind.ABSTAIN)
    entries = [entry for entry in reopened(path).entries if entry.kind in ways]
    return {entry.kind: [person.name for person in entry.people] for entry in entries}


async def test_34_names_are_voted_on_in_34_keys_and_two_more(tmp_path: Path) -> None:
    path = council(tmp_path)
    keys = ["f"] * 20 + ["a"] * 11 + ["b"] * 2 + ["n"]
    async with chamber(path) as taking:
        await taking.press("f6", *keys, "enter")
        assert isinstance(taking.app.screen, LiveScreen)
        assert "The motion was carried" in taking.view.plain
        await taking.press("ctrl+z")
        assert sources(path) == list(BEFORE)
        await taking.press("ctrl+y")
    assert sources(path)[len(BEFORE)] == "/roll"
    assert sources(path)[-1] == "/vote 20 11 2 1"
    assert [len(names) for names in votes(path).values()] == [20, 11, 2]
    assert votes(path)[Kind.ABSTAIN] == ["Councillor Prenter", "Councillor Purdy"]
    assert not any(entry.doubt for entry in reopened(path).entries)


async def test_keys_pressed_before_the_names_are_there_count(tmp_path: Path) -> None:
    path = council(tmp_path)
    async with chamber(path) as taking:
        await taking.pilot.press("f6", *["a"] * 34, "enter")
        await taking.settle()
    assert [len(names) for names in votes(path).values()] == [34]


@pytest.mark.parametrize("size", [EIGHTY, WIDE])
async def test_34_names_are_seen_at_once(tmp_path: Path, size: tuple[int, int]) -> None:
    async with chamber(council(tmp_path), size=size) as taking:
        await taking.press("f6")
        seen = shown(taking)
        assert all(f" {name} " in seen for name in NAMES)


async def test_the_question_and_who_put_it_stand_at_the_head(tmp_path: Path) -> None:
    async with chamber(council(tmp_path)) as taking:
        await taking.press("f6")
        assert "The motion by Councillor Cooper, seconded by Councillor Kemp: that the Council" in shown(
            taking
        )


async def test_a_decision_above_is_voted_on_where_no_motion_is_pending(tmp_path: Path) -> None:
    path = council(tmp_path, FOUR)
    async with chamber(path, "/present all", "/6", "! noted the programme") as taking:
        await taking.press("f6")
        assert "The Committee noted the programme" in shown(taking)
        await taking.press(*"fffa", "enter")
    assert sources(path)[-1] == "/vote 3 1 0 0"


async def test_sixty_members_scroll_and_are_all_voted_on(tmp_path: Path) -> None:
    path = council(tmp_path, sixty())
    async with chamber(path, "/present all", "/6", "/move Bower, Barr: that it be so") as taking:
        await taking.press("f6", *["f"] * 59)
        assert "Mull" in shown(taking)
        assert "59 to 0 so far, 1 still to vote" in shown(taking)
        await taking.press("a", "enter")
    assert sources(path)[-1] == "/vote 59 1 0 0"


async def test_the_figures_always_add_up_and_the_result_is_in_words(tmp_path: Path) -> None:
    async with chamber(council(tmp_path, FOUR)) as taking:
        await taking.press("f6", "f", "a")
        assert "F for 1 + A against 1 + B abstaining 0 + N not voting 0 + to vote 2 = 4" in shown(taking)
        await taking.press("b", "f")
        assert "F for 2 + A against 1 + B abstaining 1 + N not voting 0 + to vote 0 = 4" in shown(taking)
        assert "The motion was carried: two in favour, one against, one abstention." in shown(taking)


async def test_a_vote_is_gone_back_to_and_overwritten(tmp_path: Path) -> None:
    path = council(tmp_path, ["Cooper", "Kemp", "Price"])
    async with chamber(path) as taking:
        await taking.press("f6", "f", "f", "backspace", "a", "up", "up", "b", "down", "a", "enter")
    assert votes(path) == {
        Kind.AGAINST: ["Councillor Kemp", "Councillor Price"],
        Kind.ABSTAIN: ["Councillor Cooper"],
    }


async def test_r_gives_the_rest_the_vote_that_is_marked_and_says_so_before(tmp_path: Path) -> None:
    path = council(tmp_path)
    async with chamber(path) as taking:
        await taking.press("f6", "a", "f")
        assert "r: the other 32 for" in shown(taking)
        await taking.press("r", "enter")
    assert sources(path)[-1] == "/vote 33 1 0 0"


async def test_r_without_a_vote_to_give_does_nothing(tmp_path: Path) -> None:
    async with chamber(council(tmp_path)) as taking:
        await taking.press("f6", "r")
        assert "to vote 34 = 34" in shown(taking)


async def test_it_is_not_recorded_while_somebody_is_missing(tmp_path: Path) -> None:
    path = council(tmp_path)
    async with chamber(path) as taking:
        await taking.press("f6", *["f"] * 30, "enter")
        assert said(taking) == "Still to vote: Price, Prenter, Purdy and 1 more."
        assert sources(path) == list(BEFORE)
        await taking.press("f", "f", "f", "f", "enter")
    assert sources(path)[-1] == "/vote 34 0 0 0"


async def test_it_is_not_recorded_while_the_names_disagree_with_the_figures_above(tmp_path: Path) -> None:
    path = council(tmp_path, ["Cooper", "Kemp", "Price"])
    async with chamber(path, *BEFORE, "/vote 2 1") as taking:
        await taking.press("f6", "f", "f", "f", "enter")
        assert said(taking).startswith(
            "The names make 3 for, 0 against, 0 abstaining, but /vote says 2 for, 1 against"
        )
        await taking.press("a", "enter")
    assert votes(path) == {
        Kind.FOR: ["Councillor Cooper", "Councillor Kemp"],
        Kind.AGAINST: ["Councillor Price"],
    }
    assert sources(path).count("/vote 2 1") == 1


async def test_esc_records_nothing_and_f6_goes_on_where_it_was(tmp_path: Path) -> None:
    path = council(tmp_path)
    async with chamber(path) as taking:
        await taking.type("half a line")
        await taking.press("f6", "f", "a", "n", "escape")
        assert taking.composer.text.split("\n") == [
            "half a line", "/roll", "/for Adeyemi", "/against Barrett", "// not voting: Brake",
        ]  # fmt: skip
        assert "f6 goes on with it" in taking.box.said
        await taking.press("f6")
        assert "to vote 31 = 34" in shown(taking)
        await taking.press("r", "enter")
        assert taking.composer.text == "half a line"
    assert sources(path)[-1].startswith("/vote 1 1 0 32")


async def test_a_roll_half_taken_when_the_terminal_was_closed_is_there_again(tmp_path: Path) -> None:
    path = council(tmp_path)
    async with chamber(path) as taking:
        await taking.press("f6", "f", "a", "n")
        await taking.app.leave()
    async with room(path) as taking:
        assert taking.composer.text.startswith("/roll\n/for Adeyemi")
        await taking.press("f6")
        assert "F for 1 + A against 1 + B abstaining 0 + N not voting 1 + to vote 31 = 34" in shown(taking)
    assert sources(path) == list(BEFORE)


async def test_votes_named_in_the_record_already_are_not_taken_again(tmp_path: Path) -> None:
    path = council(tmp_path, ["Cooper", "Kemp", "Price"])
    async with chamber(path, *BEFORE, "/roll", "/against Cooper") as taking:
        await taking.press("f6", "f", "f", "enter")
    assert sources(path)[-3:] == ["/against Cooper", "/for Kemp, Price", "/vote 2 1 0 0"]


async def test_who_withdrew_or_is_not_here_is_not_on_the_roll(tmp_path: Path) -> None:
    path = council(tmp_path, FOUR, quorum=2)
    lines = ("/present Cooper, Kemp, Price", "/6", "/interest Price dpi 6: a contract withdrew", BEFORE[-1])
    async with chamber(path, *lines) as taking:
        await taking.press("f6")
        assert "to vote 2 = 2" in shown(taking)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("/present all", "/6"), "Nothing is up for a recorded vote"),
        ((*BEFORE, "/out all"), "Nobody is here who may vote"),
    ],
)
async def test_without_anything_to_vote_on_the_live_screen_says_so(
    tmp_path: Path, lines: tuple[str, ...], told: str
) -> None:
    async with chamber(council(tmp_path), *lines) as taking:
        await taking.press("f6")
        assert isinstance(taking.app.screen, LiveScreen)
        assert told in taking.box.said


async def test_a_line_being_retyped_is_finished_first(tmp_path: Path) -> None:
    async with chamber(council(tmp_path)) as taking:
        await taking.press("up", "enter", "f6")
        assert isinstance(taking.app.screen, LiveScreen)
        assert "Record the line you are typing first" in taking.box.said


async def test_another_window_may_change_who_is_here_meanwhile(tmp_path: Path) -> None:
    path = council(tmp_path, ["Cooper", "Kemp", "Price"])
    async with chamber(path) as taking:
        await taking.press("f6", "f", "a")
        await taking.app.desk.ask(lambda book: book.delete(book.meeting(1).entries[0].id))
        await look_again(taking)
        assert "F for 1 + A against 1" in shown(taking)


async def look_again(taking: Room) -> None:
    """Have the Roll screen read the meeting again, as it does when another window wrote."""
    screen = taking.app.screen
    assert isinstance(screen, RollScreen)
    screen.refresh_records()
    await taking.settle()


async def test_who_left_in_another_window_after_voting_is_told_of_and_kept_as_a_line(tmp_path: Path) -> None:
    path = council(tmp_path, FOUR, quorum=2)

    def they_leave(book: MinuteBook) -> None:
        leaving = read_lines("/out Kemp, Price 7pm", Sitting(book.meeting(MEETING)))
        book.record(MEETING, leaving.act, at=EVENING)

    async with chamber(path, "/present all", "/6", "/move Price: that it be so") as taking:
        await taking.press("f6", "f", "a", "n")
        await taking.app.desk.ask(they_leave)
        await look_again(taking)
        assert "F for 1 + A against 0 + B abstaining 0 + N not voting 0 + to vote 1 = 2" in shown(taking)
        told = "/against Kemp (Councillor Kemp is not present)"
        assert said(taking) == f"Kept in your line, not in this roll: {told}"
        await taking.press("f", "enter")
        assert taking.composer.text == "/against Kemp\n// not voting: Price"
    assert sources(path)[-1] == "/vote 2 0 0 0"


async def test_what_is_typed_below_a_half_taken_roll_stays(tmp_path: Path) -> None:
    path = council(tmp_path, FOUR)
    async with chamber(path) as taking:
        await taking.press("f6", "f", "escape", "end")
        await taking.press("ctrl+j")
        await taking.type("/for Kemp, Zog")
        await taking.press("ctrl+j")
        await taking.type("Members applauded.")
        await taking.press("f6")
        assert "F for 2 + A against 0" in shown(taking)
        assert said(taking).startswith("Kept in your line, not in this roll: /for Zog (“Zog” is")
        await taking.press("a", "a", "enter")
        assert taking.composer.text == "/for Zog\nMembers applauded."
    assert votes(path)[Kind.FOR] == ["Councillor Cooper", "Councillor Kemp"]


async def test_a_second_vote_of_one_member_typed_below_the_roll_stays_too(tmp_path: Path) -> None:
    async with chamber(council(tmp_path, FOUR)) as taking:
        await taking.press("f6", "f", "escape", "end")
        await taking.press("ctrl+j")
        await taking.type("/against rest")
        await taking.press("ctrl+j")
        await taking.type("/abstain Cooper")
        await taking.press("f6")
        assert "F for 1 + A against 3" in shown(taking)
        await taking.press("escape")
        assert taking.composer.text.startswith("/abstain Cooper\n/roll\n/for Cooper")


async def test_a_roll_goes_on_though_votes_on_the_amendment_before_it_were_named(tmp_path: Path) -> None:
    lines = (*BEFORE, "/amend Price: add “now”", "/vote 1 3", "/for Cooper")
    async with chamber(council(tmp_path, FOUR), *lines) as taking:
        await taking.press("f6", "f", "f", "escape", "f6")
        assert "F for 2 + A against 0" in shown(taking)
