"""The worked example: an agenda, a clerk's notes and the real minute they must become."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.journeys.commands import WORKED, done, folded, worked_book
from tests.journeys.live import leave, open_only_meeting
from tests.journeys.terminal import minutebook

NOTES = (WORKED / "notes.txt").read_text(encoding="utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book that holds the worked meeting, prepared."""
    return worked_book(tmp_path / "minutes.db")


@pytest.fixture(scope="module")
def as_taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book whose meeting was taken from the notes file."""
    path = worked_book(tmp_path_factory.mktemp("taken") / "minutes.db")
    done(path, "take", "last", WORKED / "notes.txt")
    return path


def test_every_paragraph_of_item_5_stands_in_the_minutes_in_order(as_taken: Path) -> None:
    printed = folded(done(as_taken, "print", "last"))

    place = 0
    for paragraph in (WORKED / "item-5-must-read.txt").read_text(encoding="utf-8").split("\n\n"):
        found = printed.find(folded(paragraph), place)
        assert found >= 0, paragraph
        place = found + len(folded(paragraph))


def test_exactly_three_actions_are_open_with_owner_due_and_minute(as_taken: Path) -> None:
    actions = json.loads(done(as_taken, "actions", "--format", "json"))

    assert [(a["reference"], a["owners"], a["due_words"], a["minute"]) for a in actions] == [
        ("1/2020", ["officers"], "", "5"),
        ("2/2020", ["Director of People"], "in due course", "5"),
        ("3/2020", ["Director of People"], "in due course", "5"),
    ]


def test_the_action_list_fits_80_columns_and_names_them_all(as_taken: Path) -> None:
    listed = done(as_taken, "actions")

    assert max(len(line) for line in listed.splitlines()) <= 80
    for part in ("1/2020 5, 11", "Officers", "3/2020", "Report on the Edge of", "in due"):
        assert part in folded(listed)


def test_every_recorded_line_was_understood(as_taken: Path) -> None:
    assert "to check" not in done(as_taken, "print", "last")


@pytest.mark.long
def test_typed_line_by_line_it_prints_byte_for_byte_the_same(book: Path, as_taken: Path) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        lines = NOTES.splitlines()
        for line in lines:
            terminal.type(line)
            terminal.press("enter")
        leave(terminal)

    assert done(book, "print", "last") == done(as_taken, "print", "last")


@pytest.mark.parametrize("newline", ["\r", "\n", "\r\n"], ids=["CR", "LF", "CRLF"])
def test_pasted_in_one_piece_it_prints_byte_for_byte_the_same(
    book: Path, as_taken: Path, newline: str
) -> None:
    with minutebook(book) as terminal:
        open_only_meeting(terminal)
        terminal.paste(NOTES, newline)
        leave(terminal)

    assert done(book, "print", "last") == done(as_taken, "print", "last")


def test_the_demo_opens_with_a_meeting_ready_to_take(tmp_path: Path) -> None:
    with minutebook(tmp_path / "unused.db", "demo") as terminal:
        terminal.wait_for("Children's Services Improvement Board", "planned, 8 items", "1 overdue")
        terminal.press("enter")
        terminal.wait_for("5 Progress against")
        leave(terminal)

    assert not (tmp_path / "unused.db").exists()
