"""The Actions screen: overdue first, narrowed as typed, grouped, and one key for all that is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from textual import events

from storage import MinuteBook
from storage.records import (
    Action,
    ActionState,
    DueKind,
    Kind,
    NewAction,
    NewEntry,
    PromiseKind,
)
from tests.tui.clerks_book import (
    BOARD,
    DECEMBER,
    TODAY,
    WIDE,
    Desktop,
    desktop,
    full_book,
    promise,
    reopened_actions,
    take,
)
from tui.listing import WINDOW
from tui.screens.actions import ActionsScreen
from tui.screens.book import BookScreen
from tui.screens.chart import ChartScreen
from tui.screens.live import LiveScreen
from tui.screens.paper import PaperScreen
from tui.widgets.promise_list import PromiseList

AUDITS = "3/2019"
LIST = "Priorities for the next 6 months"


def listed(shown: Desktop) -> list[str]:
    """The list, headings and references in order."""
    return [row.cells[0] for row in shown.screen.query_one(PromiseList).rows]


def under_cursor(shown: Desktop) -> str:
    """The reference under the cursor."""
    at_hand = shown.screen.query_one(PromiseList).promise
    assert at_hand is not None
    return at_hand.reference


def found(path: Path, reference: str) -> Action:
    """An action as another program finds it."""
    (action,) = [each for each in reopened_actions(path, open_only=False) if each.reference == reference]
    return action


async def answered(shown: Desktop, *keys: str, typed: str) -> None:
    """Press keys that ask something, and answer it."""
    await shown.press(*keys)
    shown.app.post_message(events.Paste(typed))
    await shown.press("enter")


def with_priorities(path: Path) -> Path:
    """The clerk's book, with a list of two priorities agreed in December, one with a date of its own."""
    full_book(path)
    book = MinuteBook.open(path)
    take(
        book,
        DECEMBER,
        date(2019, 11, 27),
        NewEntry(Kind.PRIORITIES, f"/priorities {LIST}; review 30 June 2020:", LIST, on=date(2020, 6, 30)),
        _priority("Continuing the relentless focus on practice", None, "Quality"),
        _priority("Recruiting to every post", date(2019, 11, 1), "Workforce"),
    )
    book.close()
    return path


def _priority(words: str, due: date | None, theme: str) -> NewEntry:
    said = "by 1 November 2019" if due else ""
    kind = DueKind.DATE if due else DueKind.UNDATED
    action = NewAction(words, (), due, said, kind, (theme,), PromiseKind.PRIORITY)
    return NewEntry(Kind.POINT, f"- {words}", words, actions=(action,))


# -- what is listed --------------------------------------------------------------------------------


async def test_one_key_on_the_book_screen_lists_what_the_body_at_hand_is_owed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("down", "r")
        assert shown.heading == "Actions · 5 open, 2 overdue · Children's Services Improvement Board"
        assert listed(shown) == [
            "Overdue (2)", "2/2019", "1/2019", "With a date (2)", "5/2019", AUDITS, "No date (1)", "4/2019",
        ]  # fmt: skip
        assert "overdue 12 days" in shown.text
        assert "[exempt] renegotiate" in shown.text


async def test_the_row_of_all_bodies_lists_them_all_and_b_turns_between(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("shift+tab", "r")
        assert shown.heading == "Actions · 5 open, 2 overdue · all bodies"
        await shown.press("b")
        assert "Improvement Board" in shown.heading
        await shown.press("b")
        assert "all bodies" in shown.heading


async def test_a_body_that_is_owed_nothing_says_so(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("r")
        assert shown.heading == "Actions · 0 open · Cabinet"
        assert "Nothing is owed" in shown.text
        await shown.press("n", "d", "e", "v", "enter", "space", "b")
        assert isinstance(shown.screen, ActionsScreen)


async def test_priorities_stand_under_the_name_of_their_list_unless_they_are_overdue(tmp_path: Path) -> None:
    async with desktop(with_priorities(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        assert listed(shown)[:3] == ["Overdue (3)", "2/2019", "p2/2019"]
        assert listed(shown)[-2:] == [f"{LIST} – review 30 Jun 2020 (1)", "p1/2019"]


async def test_the_list_is_grouped_by_owner_theme_meeting_and_month(tmp_path: Path) -> None:
    async with desktop(with_priorities(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        for headings in (
            ["Clerk (2)", "Councillor Kemp (1)", "Director of People (2)", "No owner (2)"],
            ["Quality (1)", "Workforce (1)", "No theme (5)"],
            ["12 December 2019 (2)", "14 November 2019 (3)", "11 July 2019 (2)"],
            ["August 2019 (1)", "November 2019 (2)", "December 2019 (1)", "January 2020 (1)", "No date (2)"],
        ):
            await shown.press("g")
            assert [row for row in listed(shown) if "(" in row] == headings
        await shown.press("g")
        assert listed(shown)[0] == "Overdue (3)"


async def test_only_what_is_overdue(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("o")
        assert listed(shown) == ["Overdue (2)", "2/2019", "1/2019"]
        await shown.press("o")
        assert len(listed(shown)) == 8


async def test_a_long_list_is_read_in_a_first_window_and_whole_when_asked_for(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    entries = [promise(f"thing {number}", "Clerk", date(2020, 1, 1)) for number in range(WINDOW)]
    take(book, DECEMBER, TODAY, *entries)
    book.close()
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        assert shown.heading.startswith("Actions · first 1,000 open, 2 overdue")
        assert listed(shown)[-1] == "more …"
        await shown.press("end", "enter")
        assert shown.heading.startswith(f"Actions · {WINDOW + 5} open, 2 overdue")
        assert listed(shown)[-1] == "4/2019"


# -- narrowing ---------------------------------------------------------------------------------------


async def test_the_list_narrows_while_an_owner_or_words_are_typed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("slash")
        await shown.type("dir")
        assert listed(shown) == ["Overdue (1)", "1/2019", "With a date (1)", AUDITS]
        await shown.type("ector audits")
        assert listed(shown) == ["With a date (1)", AUDITS]
        await shown.press("escape")
        assert len(listed(shown)) == 8
        await answered(shown, "slash", typed="nowhere")
        assert "Nothing here holds “nowhere”." in shown.text
        await answered(shown, "slash", typed=f" {'word ' * 4000}")
        assert f"Nothing here holds “nowhere {'word ' * 6}wo…”." in shown.text


async def test_enter_stays_with_what_the_arrow_keys_chose(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("end", "slash")
        await shown.type("director")
        assert under_cursor(shown) == "1/2019"
        await shown.press("down", "enter")
        assert under_cursor(shown) == AUDITS


# -- what is heard -----------------------------------------------------------------------------------


async def test_found_noted_deferred_and_done_in_keys_that_come_at_once(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("end")
        for key in (
            "/",
            *"audits",
            "enter",
            "n",
            *"nearly",
            "enter",
            "e",
            *"12 dec ill",
            "enter",
            "d",
            "enter",
        ):
            name = {"/": "slash", " ": "space"}.get(key, key)
            shown.app.post_message(events.Key(name, None if len(key) > 1 else key))
        for _ in range(4):
            await shown.settle()
        assert f"{AUDITS} done. ctrl+z takes it back." in shown.text
    noted, deferred, done = found(path, AUDITS).progress
    assert (noted.text, noted.state, noted.on) == ("nearly", ActionState.IN_PROGRESS, TODAY)
    assert (deferred.text, deferred.due) == ("ill", date(2019, 12, 12))
    assert (done.text, done.state, done.meeting_id) == ("", ActionState.DONE, None)


async def test_a_deferral_is_read_as_the_shorthand_reads_dates(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await answered(shown, "e", typed="friday week waiting for the lawyers")
        assert "2/2019 deferred to 6 December 2019." in shown.text
        await answered(shown, "home", "e", typed="in due course")
        await answered(shown, "home", "down", "e", typed="the next meeting")
    lawyers, due_course, next_meeting = (found(path, each) for each in ("2/2019", "1/2019", "5/2019"))
    assert (lawyers.standing.due, lawyers.progress[0].text) == (date(2019, 12, 6), "waiting for the lawyers")
    assert due_course.state is ActionState.IN_DUE_COURSE
    assert next_meeting.standing.due_kind is DueKind.NEXT_MEETING
    assert next_meeting.standing.due == date(2019, 12, 12)


async def test_what_cannot_be_read_stays_to_be_put_right(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        for key, typed, said in (
            ("n", " ", "Type what was heard of it"),
            ("x", "", "Type why it is not to be done any more"),
            ("e", "soonish", "No date is read there"),
            ("e", "30 February", "No date is read there"),
            ("e", "1 november 2019 ill", "1 November 2019 is not after 28 November 2019"),
            ("w", "c", "“c” fits"),
            ("w", f"Kemp, {'word ' * 17}", "is too long for an owner"),
            ("t", "x" * 81, "is too long for a theme"),
        ):
            await answered(shown, key, typed=typed)
            assert said in shown.text, typed
            assert shown.screen.query_one("AskLine Input").value == typed  # type: ignore[attr-defined]
            await shown.press("escape")
    assert all(not action.progress for action in reopened_actions(path, open_only=False))


async def test_it_is_dropped_with_its_reason_and_given_to_another(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await answered(shown, "w", typed="kemp, The Mayor")
        assert "2/2019 now with Councillor Kemp and The Mayor." in shown.text
        await answered(shown, "x", typed="overtaken by events")
        assert "2/2019 dropped." in shown.text
    dropped = found(path, "2/2019")
    assert dropped.state is ActionState.DROPPED
    assert [named.name for named in dropped.standing.owners] == ["Councillor Kemp", "The Mayor"]
    assert [named.name for named in dropped.owners] == ["Clerk"]


async def test_a_theme_one_letter_away_is_offered(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    book = MinuteBook.open(path)
    book.save_body(replace(book.body(BOARD), themes=("Quality", "Workforce")))
    book.close()
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("w")
        assert "Now Clerk. A name" in shown.text
        await shown.press("escape")
        await answered(shown, "t", "tab", typed="Qualty, workforce")
        assert "Theme “Qualty”: did you mean Quality?" in shown.text
        await shown.press("tab", "enter")
        await answered(shown, "down", "t", typed="Qualty")
        await shown.press("enter")
        await answered(shown, "down", "t", typed="QUALTY, Qualtyy")  # the body has it now
        assert "Theme “Qualtyy”: did you mean Qualty?" in shown.text
    assert found(path, "2/2019").standing.themes == ("Quality", "Workforce")
    assert found(path, "1/2019").standing.themes == ("Qualty",)


async def test_marked_ones_are_dealt_with_together_in_one_step(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("space", "space")
        assert "2 marked" in shown.heading
        assert "●2/2019" in shown.text
        await answered(shown, "d", typed="at the away day")
        assert "1/2019 and 2/2019 done." in shown.text or "2/2019 and 1/2019 done." in shown.text
        assert listed(shown) == ["With a date (2)", "5/2019", AUDITS, "No date (1)", "4/2019"]
        await shown.press("ctrl+z")
        assert len(listed(shown)) == 8
        await shown.press("ctrl+y")
        assert len(listed(shown)) == 5
        await shown.press("ctrl+z", "ctrl+z")
        assert "There is nothing to undo here." in shown.text


async def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("d", "enter", "a", "end")
        assert listed(shown)[-2:] == ["Done or dropped (1)", "2/2019"]
        await shown.press("d", "enter")
        assert "2/2019 was done on 28 November 2019 already." in shown.text


async def test_a_note_of_any_length_and_of_several_lines_is_kept_whole(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    note = "the lawyers wrote [twice]; " * 740
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("n")
        shown.app.post_message(events.Paste(f"{note}\r\n\x1b[31mand again"))
        await shown.settle()
        await shown.press("enter")
    assert found(path, "2/2019").progress[0].text == f"{note} and again"


async def test_what_is_typed_when_the_program_has_to_end_is_put_aside(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("n")
        await shown.type("half a note")
        await shown.press("ctrl+q")
        assert "Record what you are typing first" in shown.text
        await shown.app.leave()
    (kept,) = tmp_path.glob("*.not-recorded-*.txt")
    assert kept.read_text() == "half a note\n"


async def test_escape_leaves_it_as_it_is(tmp_path: Path) -> None:
    path = full_book(tmp_path / "minutes.db")
    async with desktop(path) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("d", "x", "escape")
        assert isinstance(shown.screen, ActionsScreen)
    assert len(reopened_actions(path)) == 5


# -- one of them whole -------------------------------------------------------------------------------


def after(text: str, *words: str) -> bool:
    """Whether these words stand on the screen in that order."""
    folded, place = " ".join(text.replace("│", " ").split()), 0
    for word in words:
        place = folded.find(word, place)
        if place < 0:
            return False
    return True


async def test_the_detail_holds_words_origin_and_the_whole_history(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db"), WIDE) as shown:
        await shown.show(ActionsScreen(BOARD))
        await answered(shown, "e", typed="12 dec no paper")
        await answered(shown, "e", typed="20 dec")
        await answered(shown, "w", typed="kemp")
        await answered(shown, "d", typed="on the website")
        await shown.press("a", "end")
        assert after(
            shown.text,
            "Action 2/2019",
            "publish the action plan",
            "Owner Councillor Kemp",
            "Due 20 December 2019 – done (as agreed: 31 August 2019)",
            "Agreed 11 July 2019, Children's Services Improvement Board, minute 3",
            "Typed @Clerk: publish the action plan by 31 August 2019",
            "28 Nov 2019 Deferred from 31 August 2019 to 12 December 2019: no paper.",
            "28 Nov 2019 Deferred from 12 December 2019 to 20 December 2019.",
            "Now with Councillor Kemp (before: Clerk).",
            "28 Nov 2019 Done: on the website. (between meetings)",
        )


async def test_the_detail_is_whole_on_a_small_terminal(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("down", "enter")
        assert "send the action plan to [Ofsted]" in shown.text
        assert "Nothing was heard of it yet." in shown.text


async def test_v_opens_the_minutes_where_it_was_agreed(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("v")
        assert isinstance(shown.screen, PaperScreen)  # those of July are signed
        await shown.press("escape", "end", "v")
        assert isinstance(shown.screen, LiveScreen)
        assert shown.screen.meeting_id == 2


async def test_the_chart_counts_what_was_opened_done_and_late(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.show(ActionsScreen(BOARD))
        await shown.press("d", "enter", "c")
        assert isinstance(shown.screen, ChartScreen)
        words = " ".join(shown.text.split())
        assert "By theme opened done late no theme 5 █" in words
        assert "Nov 2019 3" in words
        await shown.press("escape")
        assert isinstance(shown.screen, ActionsScreen)


async def test_escape_goes_back_one_step_at_a_time(tmp_path: Path) -> None:
    async with desktop(full_book(tmp_path / "minutes.db")) as shown:
        await shown.press("down", "r", "o", "space", "enter", "escape", "escape", "escape")
        assert isinstance(shown.screen, ActionsScreen)
        assert len(listed(shown)) == 8
        await shown.press("escape")
        assert isinstance(shown.screen, BookScreen)
