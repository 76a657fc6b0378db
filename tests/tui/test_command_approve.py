"""`approve`, and the next meeting's /previous: the minutes are signed, and stay as they are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from storage import MinuteBook
from tests.tui.shell import AGENDA, Shell

NEXT = AGENDA.replace("11 June", "9 July")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def state(shell: Shell, meeting: int = 1) -> str:
    """The state that `list` shows of a meeting."""
    rows = json.loads(shell.done("list", "--format", "json"))
    return str(next(row["state"] for row in rows if row["meeting"] == meeting))


def test_it_says_what_was_signed_and_its_hash(shell: Shell) -> None:
    said = shell.done("approve", "last").splitlines()

    assert said[0] == "Signed: the minutes of Finance Committee, 11 June 2020 (meeting 1)."
    assert re.fullmatch(r"Their hash, to be noted on the paper the chair signs: [0-9a-f]{64}", said[1])
    assert state(shell) == "approved"


def test_signed_minutes_are_no_draft_any_more(shell: Shell) -> None:
    assert "DRAFT" in shell.done("print", "last")
    shell.done("approve", "last")

    assert "DRAFT" not in shell.done("print", "last")


def test_nothing_is_recorded_in_signed_minutes(shell: Shell) -> None:
    shell.done("approve", "last")
    before = shell.done("print", "last")

    shell.refused("take", "1", given="/2\nAn afterthought.\n")

    assert shell.done("print", "last") == before


def test_a_meeting_that_is_not_closed_is_refused(shell: Shell) -> None:
    shell.done("import", shell.file("next.txt", NEXT))

    assert "not closed" in shell.refused("approve", "2")
    assert state(shell, 2) == "planned"


def test_what_is_signed_is_not_signed_again(shell: Shell) -> None:
    shell.done("approve", "last")

    assert "signed already" in shell.refused("approve", "last")


def test_the_next_meeting_signs_them_when_it_is_closed(shell: Shell) -> None:
    shell.done("import", shell.file("next.txt", NEXT))
    shell.done("take", "2", given="/open 6pm\n/present Cooper, Kemp\n/1\n/previous\n")
    assert state(shell) == "draft"

    shell.done("take", "2", given="/close 7pm\n")

    assert state(shell) == "approved"
    assert "DRAFT" not in shell.done("print", "1")
    assert "1 meeting are signed" in shell.done("verify")


def test_a_renamed_body_leaves_signed_minutes_as_they_were(shell: Shell) -> None:
    shell.done("approve", "last")
    before = shell.done("print", "1"), shell.done("print", "1", "--restricted")
    book = MinuteBook.open(shell.book)
    try:
        body = book.meeting(1).body
        book.save_body(type(body)(**{name: getattr(body, name) for name in body.__slots__} | {"name": "New"}))
    finally:
        book.close()

    assert "New" in shell.done("list")
    assert (shell.done("print", "1"), shell.done("print", "1", "--restricted")) == before
