"""The Search screen: every word ever recorded, found as it is typed, and opened where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from minutes.press import press
from storage import MinuteBook
from storage.records import Kind, MeetingRecord, NewProgress
from tests.tui.clerks_book import JULY, NOVEMBER, TODAY, WIDE, Desktop, desktop, full_book, line, take
from tui.screens.book import BookScreen
from tui.screens.live import LiveScreen
from tui.screens.paper import PaperScreen
from tui.screens.search import SearchScreen
from tui.widgets.agenda_list import AgendaList
from tui.widgets.ask_line import AskLine
from tui.widgets.paper_view import PaperView
from tui.widgets.record_view import RecordView
from tui.widgets.rows import Rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return full_book(tmp_path / "minutes.db")


def listed(shown: Desktop) -> list[str]:
    """The rows of the list, headings too, each as one text."""
    return [" | ".join(row.cells) for row in shown.screen.query_one(Rows).rows]


async def search(shown: Desktop, words: str) -> None:
    """Search from the Book screen: the words come at once, as pasted."""
    await shown.press("slash")
    shown.app.post_message(events.Paste(words))
    await shown.settle()
    await shown.settle()


async def test_words_are_found_as_they_are_typed_the_newest_first(path: Path) -> None:
    async with desktop(path) as shown:
        await shown.press("slash")
        assert isinstance(shown.screen, SearchScreen)
        assert "kind:decision  year:2020  person:Cooper  body:Cabinet" in shown.text
        await shown.type("aud")
        assert listed(shown) == [
            "14 Nov 2019  Children's Services Improvement Board",
            "action | 3 | @Director of People: bring a report on audits by 31 January 2020",
            "point | 3 | - Audits: fifty were done.",
        ]
        assert shown.heading == "Search · 2 found"
        await shown.type("its fi")
        assert shown.heading == "Search · 1 found"


async def test_words_typed_right_behind_the_key_are_words(path: Path) -> None:
    async with desktop(path) as shown:
        for key in ("slash", *"quarry"):
            shown.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await shown.settle()
        await shown.settle()
        assert isinstance(shown.screen, SearchScreen)
        assert shown.screen.query_one(AskLine).text == "quarry"
        assert "Nothing holds that" in shown.text


async def test_narrowing_words_stand_among_the_others(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "report kind:decision year:2019 body:board")
        assert listed(shown)[1:] == ["decision | 3 | ! noted the report"]
        shown.app.post_message(events.Paste(" year:19"))
        await shown.settle()
        assert "“year:19” is no year: type its four digits, such as year:2020." in shown.text
        assert len(listed(shown)) == 2


async def test_what_is_exempt_says_so_in_words(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "secret sum")
        assert listed(shown)[1:] == ["note | 4 | EXEMPT · The SECRET sum is £9,000."]


async def test_enter_opens_a_line_on_the_live_screen(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "secret sum")
        await shown.press("enter")
        live = shown.screen
        assert isinstance(live, LiveScreen)
        await live.shown()
        await shown.settle()
        assert live.meeting_id == NOVEMBER
        assert "The SECRET sum is £9,000." in shown.text
        (entry,) = [one for one in record(path, NOVEMBER).entries if "SECRET sum" in one.source]
        assert live.query_one(RecordView).selected == entry.id


async def test_what_was_found_is_there_again_until_something_else_is_typed(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "secret sum")
        await shown.press("enter")
        await shown.press("f5", "slash")
        assert listed(shown)[1:] == ["note | 4 | EXEMPT · The SECRET sum is £9,000."]
        await shown.type("carers")
        assert listed(shown)[1:] == ["action | 3 | @Councillor Kemp: thank the foster carers"]


async def test_a_title_is_looked_at_on_the_agenda(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "Budget")
        await shown.press("enter")
        live = shown.screen
        assert isinstance(live, LiveScreen)
        await live.shown()
        await shown.settle()
        assert isinstance(live.focused, AgendaList)
        assert "Looking at 1  Budget" in shown.text


async def test_signed_minutes_are_opened_on_paper_with_the_line_marked(path: Path) -> None:
    async with desktop(path) as shown:
        await search(shown, "introduced")
        await shown.press("enter")
        assert isinstance(shown.screen, PaperScreen)
        assert marked(shown) == ["The Director introduced the report."]
        await shown.press("escape")
        assert isinstance(shown.screen, SearchScreen)
        assert listed(shown)[1:] == ["note | 3 | The Director introduced the report."]
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)


async def test_a_signed_line_that_does_not_print_leads_to_what_stands_above_it(path: Path) -> None:
    async with desktop(path) as shown:
        entry = next(one for one in record(path, JULY).entries if one.kind is Kind.ITEM)
        shown.app.open_line(JULY, entry.id)
        await shown.settle()
        assert marked(shown) == ["3   Ofsted [monitoring] visit"]
        await shown.press("escape")
        shown.app.open_line(JULY, item_id=entry.item_id)
        await shown.settle()
        assert marked(shown) == ["3   Ofsted [monitoring] visit"]
        await shown.press("escape")
        shown.app.open_line(JULY, item_id=record(path, JULY).items[0].id)
        await shown.settle()
        assert "That does not print in these minutes." in shown.text


async def test_an_exempt_line_that_is_signed_is_on_the_restricted_copy(tmp_path: Path) -> None:
    path = signed_in_november(tmp_path)
    async with desktop(path, WIDE) as shown:
        await search(shown, "secret sum")
        await shown.press("enter")
        assert isinstance(shown.screen, PaperScreen)
        assert "RESTRICTED copy" in str(shown.screen.query_one(PaperView).border_title)
        assert marked(shown) == ["The SECRET sum is £9,000."]


async def test_progress_leads_to_the_line_that_made_the_promise(path: Path) -> None:
    book = MinuteBook.open(path)
    (action,) = [one for one in book.actions() if "carers" in one.words]
    book.note_progress([NewProgress(action.id, text="cards were written")], TODAY)
    book.close()
    async with desktop(path) as shown:
        await search(shown, "cards")
        assert listed(shown)[1:] == ["progress | 3 | cards were written"]
        await shown.press("enter")
        live = shown.screen
        assert isinstance(live, LiveScreen)
        await live.shown()
        await shown.settle()
        assert live.query_one(RecordView).selected == action.entry_id


async def test_only_the_newest_hundred_are_listed(path: Path) -> None:
    book = MinuteBook.open(path)
    take(book, NOVEMBER, TODAY, *(line(Kind.NOTE, f"The hall, {n}.", f"The hall, {n}.") for n in range(120)))
    book.close()
    async with desktop(path) as shown:
        await search(shown, "hall")
        assert shown.heading == "Search · the newest 100"
        assert listed(shown)[1].endswith("The hall, 119.")
        await shown.press("pagedown", "down")
        assert shown.screen.query_one(Rows).key not in (None, 0, 1)


@pytest.mark.parametrize("words", ['*" -^:(', "🙂", "\x00", "\\", "x" * 5000])
async def test_whatever_is_typed_finds_nothing_rather_than_failing(path: Path, words: str) -> None:
    async with desktop(path) as shown:
        await search(shown, f"z{words}")
        assert "Nothing holds that" in shown.text


def record(path: Path, meeting_id: int) -> MeetingRecord:
    """A meeting as another program finds it."""
    book = MinuteBook.open(path)
    try:
        return book.meeting(meeting_id)
    finally:
        book.close()


def marked(shown: Desktop) -> list[str]:
    """The lines of the paper that are set off, as they are drawn."""
    height = shown.app.size.height
    strips = shown.screen._compositor.render_strips()
    found = [
        "".join(part.text for part in strip if part.style is not None and part.style.reverse)
        for strip in strips[: height - 2]
    ]
    texts = (text.strip(" ▁▂▃▄▅▆▇█") for text in found)  # the scroll bar is set off, too
    return [text for text in texts if text]


def signed_in_november(folder: Path) -> Path:
    """The clerk's book after the November minutes were signed."""
    path = full_book(folder / "minutes.db")
    book = MinuteBook.open(path, press=press)
    book.approve(NOVEMBER)
    book.close()
    return path
