"""The Actions screen: overdue first, found by owner, marked done with a note, and undone."""

from __future__ import annotations

from pathlib import Path

from textual import events

from storage.records import ActionState, Progress
from tests.tui.clerks_book import BOARD, TODAY, WIDE, Desktop, desktop, full_book, reopened_actions
from tui.screens.actions import ActionsScreen
from tui.screens.book import BookScreen
from tui.widgets.rows import Rows


def listed(shown: Desktop) -> list[str]:
    """The list, headings and references in order."""
    return [row.cells[0] for row in shown.screen.query_one(Rows).rows]


async def test_overdue_comes_first_then_by_date_then_undated(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r")
        assert listed(shown) == [
            "Overdue (2)", "2/2019", "1/2019", "With a date (2)", "5/2019", "3/2019", "No date (1)", "4/2019",
        ]  # fmt: skip
        assert "overdue 12 days" in shown.text
        assert shown.heading == "Actions · all bodies · 5 open, 2 overdue"


async def test_a_body_has_its_own_actions(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("shift+tab", "down", "r")
        assert shown.heading == "Actions · Cabinet · 0 open"
        assert "Nothing is owed" in shown.text


async def test_the_list_narrows_to_an_owner_as_the_name_is_typed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r", "slash")
        await shown.type("dir")
        assert listed(shown) == ["Overdue (1)", "1/2019", "With a date (1)", "3/2019"]
        await shown.press("escape")
        assert len(listed(shown)) == 8


async def test_only_overdue(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r", "o")
        assert listed(shown) == ["Overdue (2)", "2/2019", "1/2019"]
        await shown.press("o")
        assert len(listed(shown)) == 8


async def test_an_action_is_done_with_a_note(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("r", "down", "d")
        await shown.type("sent on Monday")
        await shown.press("enter")
        assert "Action 1/2019 is done" in shown.text
        assert "1/2019" not in listed(shown)
    (done,) = [a for a in reopened_actions(path, open_only=False) if a.reference == "1/2019"]
    assert done.state is ActionState.DONE
    assert done.progress == (Progress(TODAY, "sent on Monday", ActionState.DONE),)


async def test_done_can_be_undone_and_done_again(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("r", "d", "enter")
        assert "2/2019" not in listed(shown)
        await shown.press("ctrl+z")
        assert "2/2019" in listed(shown)
        await shown.press("ctrl+y")
        assert "2/2019" not in listed(shown)
        await shown.press("ctrl+z", "ctrl+z")
        assert "There is nothing to undo here." in shown.text
    assert len(reopened_actions(path)) == 5


async def test_the_note_can_be_left_without_changing_anything(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("r", "d", "x", "escape")
        assert isinstance(shown.screen, ActionsScreen)
    assert len(reopened_actions(path)) == 5


async def test_done_actions_are_shown_when_asked_for(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r", "d", "enter", "a")
        assert listed(shown)[-2:] == ["Done or dropped (1)", "2/2019"]
        await shown.press("end", "d")
        assert "Action 2/2019 is done already." in shown.text


async def test_the_detail_holds_words_origin_and_history(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), WIDE) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("d")
        await shown.type("on the website")
        await shown.press("enter", "a", "end")
        for words in (
            "publish the action plan",
            "Clerk",
            "by 31 August 2019",
            "11 July 2019, Children's Services Improvement Board, minute 3",
            "@Clerk: publish the action plan by 31 August 2019",
            "28 Nov 2019  done: on the website",
        ):
            assert words in shown.text


async def test_the_detail_is_whole_on_a_small_terminal(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r", "down", "enter")
        assert "send the action plan to [Ofsted]" in shown.text
        assert "Nothing was heard of it yet." in shown.text


async def test_an_exempt_action_says_so(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r")
        assert "[exempt] renegotiate" in shown.text


async def test_escape_goes_back_one_step_at_a_time(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r", "enter", "o", "escape", "escape")
        assert isinstance(shown.screen, ActionsScreen)
        assert len(listed(shown)) == 8
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)


async def test_a_note_typed_right_after_its_key_is_a_note(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.press("r")
        for key in ("d", *"dodo", "enter"):
            shown.app.post_message(events.Key(key, None if key == "enter" else key))
        await shown.settle()
        await shown.settle()
    (done,) = [a for a in reopened_actions(path, open_only=False) if a.progress]
    assert (done.reference, done.progress[0].text) == ("2/2019", "dodo")
