"""The form for a body."""

from __future__ import annotations

from pathlib import Path

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
        for text in ("Parish Council\n", "Upton\n", "\n", "\n", "Cllr\n", "1/3\n"):
            await shown.type(text)
        assert isinstance(shown.screen, BookScreen)
    assert saved(path, 1) == Body(
        1, "Parish Council", "Upton", noun="The Council", verb="AGREED", title="Cllr", quorum="1/3"
    )


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
        await shown.press("tab", "tab", "tab", "tab", "tab", "ctrl+u")
        await shown.type("1 / 4")
        await shown.press("enter")
    assert saved(path, BOARD).quorum == "1/4"
    assert saved(path, BOARD).themes == ("Quality",)


async def test_a_quorum_that_is_no_number_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    async with desktop(path) as shown:
        await shown.press("b")
        await shown.type("Board")
        await shown.press("tab", "tab", "tab", "tab", "tab")
        await shown.type("most")
        await shown.press("enter")
        assert "Write the quorum as a number" in shown.text
        assert isinstance(shown.screen, BodyScreen)


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
