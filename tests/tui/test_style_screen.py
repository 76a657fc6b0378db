"""The Style screen: a body's house style, with its effect seen at once."""

from __future__ import annotations

from pathlib import Path

from minutes.style import words_of
from storage import MinuteBook
from storage.records import Body
from tests.tui.clerks_book import BOARD, CABINET, NOVEMBER, Desktop, desktop, full_book
from tui.screens.body import BodyScreen
from tui.screens.paper import PaperScreen
from tui.screens.prepare import PrepareScreen
from tui.screens.style import StyleScreen
from tui.style_form import label
from tui.widgets.form_line import FormLine
from tui.widgets.paper_view import PaperView


def saved(path: Path, body_id: int = BOARD) -> Body:
    """The body as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.body(body_id)
    finally:
        book.close()


def preview(shown: Desktop) -> str:
    """The minutes on the screen, as running words."""
    return " ".join(shown.screen.query_one(PaperView).text.split())


async def go_to(shown: Desktop, name: str) -> None:
    """Go to a line of the form."""
    shown.screen.query_one(f"#{name}", FormLine).field.focus()
    await shown.settle()


async def test_from_paper_the_effect_is_seen_at_once_and_kept(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PaperScreen(NOVEMBER))
        await shown.press("v")
        assert "No corrections were agreed" in shown.text
        await shown.press("f9")
        assert isinstance(shown.screen, StyleScreen)
        assert "Public copy of 14 November 2019" in shown.text
        assert "SECRET" not in preview(shown)
        await go_to(shown, "close")
        await shown.type("End of meeting")
        assert "End of meeting" in preview(shown)
        assert "End of meeting" in shown.text.split("Public copy of")[1]
        await shown.press("ctrl+s", "escape")
        assert isinstance(shown.screen, PaperScreen)
        assert "End of meeting" in preview(shown)
        assert "No corrections were agreed" not in shown.text
    assert saved(path).parts == (("close", "End of meeting"),)


async def test_a_part_is_moved_and_the_layout_turned_by_the_same_keys(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(StyleScreen(BOARD))
        await shown.press("shift+down")
        assert shown.screen.query_one("#layout", FormLine).text == "board"
        assert "as board" in shown.text
        await shown.press("shift+up")
        await go_to(shown, "apologies")
        await shown.press("shift+up", "shift+up", "ctrl+s")
        assert "Saved" in shown.text
    assert [name for name, _ in saved(path).parts][:3] == ["apologies", "present", "substitutes"]


async def test_the_arrows_go_from_line_to_line_also_where_not_all_are_seen(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(StyleScreen(BOARD))
        await shown.press("down", "down")
        await shown.type("Chairman")
        await shown.press("up")
        await shown.type("Record of")
        lines = [shown.screen.query_one(f"#{name}", FormLine).text for name in ("layout", "title", "chair")]
    assert lines == ["committee", "Record of", "Chairman"]


async def test_prepare_keeps_what_is_typed_and_undoes_no_style(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(PrepareScreen(CABINET))
        await go_to(shown, "venue")
        await shown.type(", first floor")
        await shown.press("f9")
        assert "An example, invented" in shown.text
        await go_to(shown, "resolved")
        await shown.type("RESOLVED")
        assert "RESOLVED" in preview(shown)
        await shown.press("escape")
        assert "esc again leaves without saving" in shown.text
        await shown.press("ctrl+s", "escape", "ctrl+s")
        assert isinstance(shown.screen, PrepareScreen)
        assert "Council Chamber, first floor" in shown.text
    assert saved(path, 2).verb == "RESOLVED"


async def test_the_body_form_leads_there_and_keeps_the_style(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(BodyScreen(BOARD))
        await shown.press("f9")
        await go_to(shown, "resolved")
        await shown.type("DECIDED")
        await shown.press("ctrl+s", "escape")
        assert "DECIDED that the report be noted." in shown.text
        await go_to(shown, "quorum")
        await shown.type("0")
        await shown.press("ctrl+s")
    assert (saved(path).verb, saved(path).quorum) == ("DECIDED", "20")


async def test_every_line_is_called_by_its_whole_name(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path, (80, 60)) as shown:
        await shown.show(StyleScreen(BOARD))
        await shown.press("shift+up", "shift+up")
        assert shown.screen.query_one("#layout", FormLine).text == "decision notice"
        called = [line[:17].strip() for line in shown.text.split("\n")]
        assert {label(name) for name in words_of("decision notice")} <= set(called)


async def test_what_the_minutes_lack_is_shown_by_an_example(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(StyleScreen(BOARD))
        await go_to(shown, "resolved")
        assert "These minutes have nothing of that: f2 shows an example." in " ".join(shown.text.split())
        await shown.press("f2")
        assert "AGREED:" in shown.text
        await shown.press("f2")
        assert "Public copy of 14 November 2019" in shown.text


async def test_a_layout_that_is_none_is_said_and_not_saved(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(StyleScreen(BOARD))
        await shown.press("ctrl+u")
        await shown.type("poster")
        await shown.press("ctrl+s")
        assert "There is no layout “poster”" in shown.text
    assert saved(path).layout == "committee"
