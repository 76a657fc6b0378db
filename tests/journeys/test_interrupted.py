"""What is left when the program is ended from outside, in the middle of a line."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.journeys.commands import done, worked_book
from tests.journeys.live import composer, open_only_meeting, reading, record
from tests.journeys.terminal import minutebook

LINES = ("/5", "The Director spoke first.", "- Bridge: no signs yet.", "! noted the report")
UNFINISHED = "and then the lights went ou"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return worked_book(tmp_path / "minutes.db")


def assert_entries_stand(book: Path) -> None:
    printed = done(book, "print", "last")
    for words in ("The Director spoke first.", "Bridge – no signs yet.", "The Committee noted the report."):
        assert printed.count(words) == 1


def test_killed_in_the_middle_of_a_line(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        record(terminal, *LINES)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        terminal.read(1.2)  # what is older than a second must be kept
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_exit() == -signal.SIGKILL

    assert_entries_stand(book)
    with minutebook(book) as again:
        open_only_meeting(again)
        again.wait_for(UNFINISHED)
        again.type("t")
        again.press("enter")
        again.wait_for("And then the lights went out.")


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "the window closed"])
def test_ended_from_outside_nothing_at_all_is_lost(book: Path, end: str) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        record(terminal, *LINES)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        if end == "the window closed":
            terminal.hang_up()
        else:
            terminal.signal(signal.Signals[end])
        terminal.wait_for_exit()

    assert_entries_stand(book)
    with minutebook(book) as again:
        open_only_meeting(again)
        again.wait_for(UNFINISHED)


def test_a_line_recorded_as_the_window_closes_is_there(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        terminal.type("/5")
        terminal.press("enter")
        terminal.type("The last words.")
        terminal.wait_for("The last words.")
        terminal.press("enter")
        terminal.wait_until(lambda: composer(terminal) == "", "an empty composer")
        terminal.signal(signal.SIGHUP)
        terminal.wait_for_exit()

    assert "The last words." in done(book, "print", "last")


def test_text_being_retyped_comes_back_to_its_place(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        record(terminal, "/5", "Frist words.", "Second words.")
        terminal.wait_for("Frist words.", "Second words.")
        for source in ("Second words.", "Frist words."):
            terminal.press("up")
            terminal.wait_until(lambda source=source: reading(terminal) == source, source)  # type: ignore[misc]
        terminal.press("enter")
        terminal.wait_for("retyping (esc leaves it): Frist words.")
        terminal.type(" And more")
        terminal.wait_for("Frist words. And more")
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()

    with minutebook(book) as again:
        open_only_meeting(again)
        again.wait_for("retyping (esc leaves it): Frist words.", "Frist words. And more")
        again.press("enter")
        again.wait_gone("retyping")
        again.press("ctrl+q")
        assert again.wait_for_exit() == 0

    printed = done(book, "print", "last")
    assert printed.index("Frist words. And more.") < printed.index("Second words.")
    assert printed.count("Frist") == 1
