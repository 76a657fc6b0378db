"""The Book screen: bodies and what they are owed, meetings next first, and the way to every other screen."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from textual import events

from storage import MinuteBook
from storage.records import Body
from tests.tui.clerks_book import CABINET, DECEMBER, Desktop, desktop, full_book, long_book
from tui.screens.actions import ActionsScreen
from tui.screens.body import BodyScreen
from tui.screens.book import WINDOW, BookScreen
from tui.screens.live import LiveScreen
from tui.screens.paper import PaperScreen
from tui.screens.prepare import PrepareScreen


async def test_an_empty_book_says_what_to_do_first(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        assert "This book is empty" in shown.text
        assert "minutebook import" in shown.text
        assert "minutebook demo" in shown.text


async def test_an_empty_book_offers_only_the_keys_that_do_something(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        foot = " ".join(shown.text.split("\n")[-2:])
        assert "new meeting" in foot
        assert "review actions" not in foot
        await shown.press("n")
        await shown.type("Finance Panel")
        await shown.press("ctrl+s", "escape")
        assert "review actions" in shown.text


async def test_in_an_empty_book_a_new_meeting_begins_with_its_body(tmp_path: Path) -> None:
    async with desktop(tmp_path / "minutes.db") as shown:
        await shown.press("n")
        assert isinstance(shown.screen, BodyScreen)
        await shown.type("Finance Panel")
        await shown.press("ctrl+s")
        assert isinstance(shown.screen, PrepareScreen)
        assert "Finance Panel" in shown.heading

    book = MinuteBook.open(tmp_path / "minutes.db")
    assert book.body(1) == Body(1, "Finance Panel", noun="The Panel")


async def test_bodies_say_in_words_what_is_owed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        owed = {row.split("  ")[0].strip(): row.split("  ")[-1].strip() for row in _rows(shown.text, 2, 5)}
        assert owed["▷ All bodies"] == "5 open actions, 2 overdue"
        assert owed["Cabinet · Upton Council"] == "no open actions"


async def test_the_next_meeting_comes_first_and_the_past_runs_backwards(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        _, _, listed = shown.text.partition("Meetings of all bodies")
        days = [line.strip("▶ ").split("  ")[0] for line in _rows(listed, 1, 7)]
        assert days == [
            "To come", "Tue 10 Dec 2019", "Thu 12 Dec 2019", "Past", "Thu 14 Nov 2019", "Thu 11 Jul 2019",
        ]  # fmt: skip
        assert "planned, 1 item " in shown.text


async def test_enter_takes_a_meeting_that_is_not_approved(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("enter")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.screen.meeting_id == CABINET


async def test_enter_shows_approved_minutes_on_paper(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("end", "enter")
        assert isinstance(shown.screen, PaperScreen)
        assert "approved and signed · 11 July 2019" in shown.heading


async def test_choosing_a_body_shows_its_meetings_alone(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("shift+tab", "down")
        assert "Meetings of Cabinet" in shown.text
        assert "10 Dec 2019" in shown.text
        assert "12 Dec 2019" not in shown.text


async def test_the_arrows_lead_out_of_a_list_of_no_meetings(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    book.save_body(Body(0, "Working Group"))
    book.close()
    async with desktop(path) as shown:
        await shown.press("shift+tab", "down", "tab")
        assert "No meetings yet" in shown.text
        await shown.press("up", "up")
        assert "No meetings yet" not in shown.text


async def test_enter_on_a_body_leads_to_its_meetings(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("shift+tab", "end", "enter", "enter")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.screen.meeting_id == DECEMBER


async def test_a_meeting_is_found_by_words_of_body_date_or_venue(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("f")
        await shown.type("july board")
        assert "Meetings that hold “july board”: 1" in shown.text
        await shown.press("enter")
        assert isinstance(shown.screen, PaperScreen)


async def test_escape_shows_all_meetings_again(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("f")
        await shown.type("nowhere")
        assert "Meetings that hold “nowhere”: none" in shown.text
        await shown.press("enter")
        assert isinstance(shown.screen, BookScreen)
        await shown.press("escape")
        assert "Meetings of all bodies" in shown.text
        assert "11 Jul 2019" in shown.text


async def test_old_meetings_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    async with desktop(long_book(tmp_path / "minutes.db", WINDOW + 5)) as shown:
        rows = shown.app.screen.query_one("#meetings").rows  # type: ignore[attr-defined]
        assert len([row for row in rows if row.key is not None]) == WINDOW + 1
        await shown.press("end", "enter")
        rows = shown.app.screen.query_one("#meetings").rows  # type: ignore[attr-defined]
        assert len([row for row in rows if row.key is not None]) == WINDOW + 5


async def test_finding_looks_at_the_old_meetings_too(tmp_path: Path) -> None:
    async with desktop(long_book(tmp_path / "minutes.db", WINDOW + 5)) as shown:
        await shown.press("f")
        await shown.type("2015")
        assert "Meetings that hold “2015”: none" not in shown.text


async def test_the_cursor_is_on_a_meeting_that_was_just_prepared(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("end", "n")
        await shown.type("5 march 2020")
        await shown.press("ctrl+s", "escape")
        assert isinstance(shown.screen, BookScreen)
        at_hand = shown.screen.meeting
        assert at_hand is not None
        assert at_hand.on == date(2020, 3, 5)


async def test_a_meeting_made_by_another_program_appears(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        long_book(path, 1)
        assert isinstance(shown.screen, BookScreen)
        shown.screen.refresh_records()
        await shown.settle()
        assert "Thu 28 Nov 2019" in shown.text


async def test_names_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    book = MinuteBook.open(tmp_path / "minutes.db")
    book.save_body(Body(0, "[red]Board[/]"))
    book.close()
    async with desktop(tmp_path / "minutes.db") as shown:
        assert "[red]Board[/]" in shown.text
        await shown.press("e")
        assert shown.heading == "Body · [red]Board[/]"


async def test_keys_lead_to_the_other_screens(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        for key, screen in (
            ("p", PrepareScreen),
            ("v", PaperScreen),
            ("r", ActionsScreen),
            ("e", BodyScreen),
        ):
            await shown.press(key)
            assert isinstance(shown.screen, screen), key
            await shown.press("escape")
            assert isinstance(shown.screen, BookScreen), key


async def test_q_leaves_the_program(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("q")
        assert shown.app.return_code == 0


def _rows(text: str, first: int, beyond: int) -> list[str]:
    return [line.strip() for line in text.splitlines()[first:beyond]]


async def test_words_typed_right_after_the_find_key_are_no_commands(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        for key in ("f", *"quarry"):
            shown.app.post_message(events.Key(key, key))
        await shown.settle()
        assert isinstance(shown.screen, BookScreen)
        assert "Meetings that hold “quarry”: none" in shown.text


async def prove(shown: Desktop) -> str:
    """Choose the command that proves what was signed; what the screen says then."""
    commands = shown.app.get_system_commands(shown.screen)
    next(each for each in commands if each.title.startswith("Verify signed minutes")).callback()
    await shown.settle()
    return " ".join(shown.text.split())


async def test_signed_minutes_are_proved_from_the_palette(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        assert "1 meeting signed, and all as they were signed. The last hash begins" in await prove(shown)
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE entry SET text = 'something else' WHERE meeting_id = 1 AND kind = 'note'")
    connection.close()
    async with desktop(path) as shown:
        assert "NOT AS SIGNED: " in await prove(shown)


async def test_nothing_signed_is_nothing_to_prove(tmp_path: Path) -> None:
    async with desktop(long_book(tmp_path / "minutes.db", 2)) as shown:
        assert "No minutes are signed yet." in await prove(shown)
