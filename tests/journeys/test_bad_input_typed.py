"""Awkward text and commands, typed and pasted into the composer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.journeys.commands import done, folded, worked_book
from tests.journeys.live import composer, leave, open_only_meeting, record
from tests.journeys.terminal import minutebook


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return worked_book(tmp_path / "minutes.db")


AWKWARD = (
    "[red]loud[/] and [/] alone",
    "a [link=x]b",
    "rocket 🚀 family 👩‍👩‍👧",
    "shalom שלום עולם",
    "\\[x] 100%",
)


def test_awkward_text_is_recorded_as_typed(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        record(terminal, "/5")
        for number, text in enumerate(AWKWARD, 1):
            begun = f"Note {number} {text.split()[0]}"
            terminal.type(f"Note {number} {text}")
            terminal.wait_until(lambda begun=begun: composer(terminal).startswith(begun), begun)  # type: ignore[misc]
            terminal.press("enter")
        leave(terminal)

    printed = folded(done(book, "print", "last"))
    for number, text in enumerate(AWKWARD, 1):
        assert f"Note {number} {text}." in printed


def test_pasted_control_characters_leave_only_their_words(book: Path) -> None:
    # terminals keep the escape character out of what they paste; the rest reaches the program
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        terminal.paste("/5\nplain [31mred\x9b0m and \x00nul\x07 del\x7f end\n")
        terminal.wait_for("Plain [31mred and nul del end.")
        leave(terminal)

    printed = done(book, "print", "last")
    assert "Plain [31mred and nul del end." in folded(printed)
    assert not [letter for letter in printed if ord(letter) < 32 and letter != "\n"]


def test_5_000_pasted_lines_are_one_act(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        terminal.paste("/5\n" + "".join(f"- pasted line {number}\n" for number in range(5000)))
        terminal.wait_for("pasted line 4999", patience=120)
        terminal.press("ctrl+z")
        terminal.wait_gone("pasted line 4999", patience=120)
        terminal.press("ctrl+y")
        terminal.wait_for("pasted line 4999", patience=120)
        leave(terminal)

    assert done(book, "print", "last").count("pasted line") == 5000


def test_100_000_letters_in_one_line_are_kept(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        terminal.paste("/5\n" + "x" * 100_000 + "\n")
        terminal.wait_for("xxxx")
        record(terminal, "The next line.")
        leave(terminal)

    printed = "".join(done(book, "print", "last").split())
    assert "X" + "x" * 99_999 in printed
    assert "Thenextline." in printed


def test_what_cannot_be_read_says_why_and_is_kept_to_check(book: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        record(terminal, "/present Cooper", "/absent Kemp", "/5", "! noted the report", "/for Kemp")
        record(terminal, "/frobnicate now", "/99")
        leave(terminal)

    printed = folded(done(book, "print", "last"))
    for line in ("/for Kemp", "/frobnicate now", "/99"):
        assert line in printed
    assert printed.count("[to check:") == 3


def test_a_book_that_cannot_be_opened_ends_in_one_line(tmp_path: Path) -> None:
    other = tmp_path / "recipes.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear clerk,\n" * 500)
    for path, why in (
        (other, "another program"),
        (letter, "not a minute book"),
        (tmp_path, "is a folder"),
        (Path("/proc/minutes.db"), "cannot be"),
    ):
        with minutebook(path, columns=300) as terminal:
            assert terminal.wait_for_exit() == 1
            (said,) = terminal.left_behind()
        assert said.startswith(str(path))
        assert why in said
