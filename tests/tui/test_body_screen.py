"""The form for a body."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import Body
from tests.tui.clerks_book import BOARD, desktop, full_book
from tui.screens.body import BodyScreen
from tui.screens.book import BookScreen


def saved(path: Path, body_id: int) -> Body:
    """The body as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.body(body_id)
    finally:
        book.close()


async def test_a_body_is_typed_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path) as shown:
        await shown.press("b")
        for text in ("Parish Council\n", "Upton\n", "\n", "Cllr\n", "1/3\n", *["\n"] * 5):
            await shown.type(text)
        assert isinstance(shown.screen, BookScreen)
    assert saved(path, 1) == Body(
        1, "Parish Council", "Upton", noun="The Council", verb="", title="Cllr", quorum="1/3"
    )


async def test_a_line_says_what_it_takes_though_something_stands_in_it(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(BodyScreen(BOARD))
        await shown.press(*["tab"] * 5)
        assert "Minute numbers: agenda (the items’), running (on through the year), meeting or" in shown.text
        await shown.press("tab")
        assert "Counts up: last or first: which number of 24/55 goes up" in shown.text


async def test_the_noun_follows_the_name_until_another_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path) as shown:
        await shown.press("b")
        await shown.type("Schools Forum")
        assert "The Forum noted the report." in shown.text
        await shown.press("tab", "tab", "ctrl+u")
        await shown.type("The Group")
        await shown.press("shift+tab", "shift+tab", "end")
        await shown.type(" Panel")
        await shown.press("ctrl+s")
    assert saved(path, 1).noun == "The Group"


async def test_changing_a_body_keeps_what_the_form_does_not_show(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    before = book.body(BOARD)
    book.save_body(Body(BOARD, before.name, before.organisation, themes=("Quality",), quorum="2"))
    book.close()
    async with desktop(path) as shown:
        await shown.show(BodyScreen(BOARD))
        await shown.press("tab", "tab", "tab", "tab", "ctrl+u")
        await shown.type("1 / 4")
        await shown.press("ctrl+s")
    assert saved(path, BOARD).quorum == "1/4"
    assert saved(path, BOARD).themes == ("Quality",)


@pytest.mark.parametrize("typed", ["most", "0", "5/4"])
async def test_a_quorum_that_cannot_be_read_is_said_in_one_line_and_kept(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path) as shown:
        await shown.press("b")
        await shown.type("Board")
        await shown.press("tab", "tab", "tab", "tab")
        await shown.type(typed)
        assert f"To check: the quorum “{typed}”" in shown.text
        await shown.press("ctrl+s")
    assert saved(path, 1).quorum == typed


async def test_how_a_body_numbers_its_minutes_is_typed_as_its_words_begin(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(BodyScreen(BOARD))
        await shown.press(*["tab"] * 5)
        for text in ("run", "first", "/E", "may", "dpi = Pecuniary; other = All others"):
            await shown.press("ctrl+u")
            await shown.type(text)
            await shown.press("enter")
        assert isinstance(shown.screen, BookScreen)
    body = saved(path, BOARD)
    assert (body.numbering, body.counting, body.exempt_mark, body.year_starts) == (
        "running",
        "first",
        "/E",
        5,
    )
    assert body.interest_kinds == (("dpi", "Pecuniary"), ("other", "All others"))


@pytest.mark.parametrize(
    ("line", "typed", "told"),
    [
        (5, "weekly", "Minute numbers are agenda, running, meeting or none."),
        (6, "middle", "What counts up is the last number or the first."),
        (8, "someday", "The year starts with a month"),
        (9, "dpi", "Write kinds of interest as"),
    ],
)
async def test_a_setting_that_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, line: int, typed: str, told: str
) -> None:
    path = full_book(tmp_path / "minutes.db")
    before = saved(path, BOARD)
    async with desktop(path) as shown:
        await shown.show(BodyScreen(BOARD))
        await shown.press(*["tab"] * line, "ctrl+u")
        await shown.type(typed)
        await shown.press("ctrl+s")
        assert told in shown.text
        assert isinstance(shown.screen, BodyScreen)
    assert saved(path, BOARD) == before


async def test_all_settings_are_seen_at_once_in_a_small_terminal(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(BodyScreen(BOARD))
        for label in (
            "Name",
            "Quorum",
            "Minute numbers",
            "Exempt mark",
            "Interests",
            "Its minutes will read",
        ):
            assert label in shown.text


async def test_a_body_without_a_name_is_refused(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        await shown.press("b", "ctrl+s")
        assert "A body needs a name" in shown.text


async def test_a_body_of_the_same_name_is_refused_in_one_line(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("b")
        await shown.type("Cabinet\nUpton Council")
        await shown.press("ctrl+s")
        assert isinstance(shown.screen, BodyScreen)
        assert "has a body called Cabinet already" in shown.text


async def test_quitting_asks_once_where_something_is_typed(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        await shown.press("b")
        await shown.type("Board")
        await shown.press("ctrl+q")
        assert "ctrl+q again quits" in shown.text
        assert shown.app.is_running
        await shown.press("ctrl+q")
        assert not shown.app.is_running


async def test_escape_asks_once_where_something_is_typed(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        await shown.press("b", "escape")
        assert isinstance(shown.screen, BookScreen)
        await shown.press("b")
        await shown.type("Board")
        await shown.press("escape")
        assert "esc again leaves without saving" in shown.text
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)
