"""A recorded vote in a real terminal: its keys all at once, and the terminal gone in the middle of it."""

from __future__ import annotations

import signal
import sqlite3
from pathlib import Path

from tests.journeys.commands import done
from tests.journeys.live import leave, open_only_meeting, record
from tests.journeys.terminal import Terminal, minutebook
from tests.tui.test_roll_screen import BEFORE, NAMES

F6 = "\x1b[17~"
KEYS = "f" * 20 + "a" * 11 + "b" * 2 + "n"
AGENDA = f"""\
Upton Council
Council
Date: 11 June 2020
Members: Councillors {", ".join(NAMES)}

6. Work programme
"""


def council(folder: Path) -> Path:
    """A book with a council of 34 about to meet."""
    (folder / "agenda.txt").write_text(AGENDA)
    book = folder / "minutes.db"
    done(book, "import", folder / "agenda.txt")
    return book


def last_lines(book: Path) -> list[str]:
    """What was recorded below the motion."""
    with sqlite3.connect(book) as connection:
        rows = connection.execute("SELECT source FROM entry ORDER BY position, id").fetchall()
    connection.close()
    return [source for (source,) in rows][len(BEFORE) :]


def put_the_motion(terminal: Terminal) -> None:
    """Go to the meeting and put the motion that is voted on."""
    open_only_meeting(terminal)
    record(terminal, *BEFORE)


def test_36_keys_that_come_at_once_record_34_votes(tmp_path: Path) -> None:
    book = council(tmp_path)
    with minutebook(book) as terminal:
        put_the_motion(terminal)
        terminal.type(f"{F6}{KEYS}\r")
        terminal.wait_for("The motion was carried")
        leave(terminal)
    assert last_lines(book)[-1] == "/vote 20 11 2 1"
    assert not [line for line in last_lines(book) if not line.startswith("/")]


def test_killed_in_the_middle_of_a_roll_no_vote_is_asked_for_twice(tmp_path: Path) -> None:
    book = council(tmp_path)
    with minutebook(book) as terminal:
        put_the_motion(terminal)
        terminal.type(F6 + KEYS[:30])
        terminal.wait_for("to vote 4 = 34")
        terminal.read(1.2)  # what is older than a second must be kept
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_exit() == -signal.SIGKILL
    assert last_lines(book) == []

    with minutebook(book) as again:
        open_only_meeting(again)
        again.wait_for("/roll")
        again.type(F6)
        again.wait_for("to vote 4 = 34")
        again.type(KEYS[30:])
        again.press("enter")
        again.wait_for("The motion was carried")
        leave(again)
    assert last_lines(book)[-1] == "/vote 20 11 2 1"
