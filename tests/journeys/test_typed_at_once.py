"""Keys that come all at once, as over a slow line, are obeyed in the order they were pressed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.journeys.commands import worked_book
from tests.journeys.live import composer, leave, open_only_meeting
from tests.journeys.terminal import minutebook

KEYS = {
    "a letter taken back": ("Wrog\x7fng words.\r", ["Wrong words."]),
    "a letter put in before": ("Abd\x1b[Dc\x1b[Fe.\r", ["Abcde."]),
    "a line begun anew": ("Wrong\x15Right.\r", ["Right."]),
    "an undoing": ("Gone.\x1aStays.\r", ["Stays."]),
    "lines pasted as keys": ("One.\nTwo, and on.\nThree.\r", ["One.", "Two, and on.", "Three."]),
}


def test_keys_that_come_at_once_are_obeyed_in_their_order(tmp_path: Path) -> None:
    book = worked_book(tmp_path / "minutes.db")
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        for keys, _ in KEYS.values():
            terminal.type(keys)
        terminal.type("end")
        terminal.wait_until(lambda: composer(terminal) == "end", "all that was typed")
        leave(terminal)
    with sqlite3.connect(book) as connection:
        recorded = [row[0] for row in connection.execute("SELECT source FROM entry ORDER BY position, id")]
    connection.close()
    assert recorded == [line for _, lines in KEYS.values() for line in lines]


def test_so_are_those_in_a_form_and_in_a_line_that_asks(tmp_path: Path) -> None:
    with minutebook(tmp_path / "minutes.db") as terminal:
        terminal.wait_for("This book is empty.")
        terminal.press("n")
        terminal.wait_for("Organisation")
        terminal.type("Auditt\x7f Board\x1b[H\x1b[CX\x7f")
        terminal.wait_for("Audit Board")
        terminal.press("ctrl+q")
        terminal.wait_for("ctrl+q again quits")
        terminal.press("ctrl+q")
        terminal.wait_for_exit()
