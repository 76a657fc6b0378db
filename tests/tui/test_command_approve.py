"""`approve`, and the next meeting's /previous: the minutes are signed, and stay as they are."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.wording import actions
from storage import MinuteBook
from tests.tui.shell import AGENDA, NOTES, Shell

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


def test_signed_minutes_stay_byte_for_byte_whatever_is_renamed_or_worded_otherwise(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.done("approve", "last")
    shell.done("import", shell.file("next.txt", NEXT))
    shell.done("take", "2", given=NOTES)
    signed, later = copies(shell, "1"), copies(shell, "2")

    with closing(MinuteBook.open(shell.book)) as book:
        body = book.meeting(1).body
        forms = (("bank", "the Bank of England"),)
        book.save_body(replace(body, name="New", noun="The Panel", verb="RESOLVED", short_forms=forms))
    with closing(sqlite3.connect(shell.book)) as beside, beside:
        beside.execute("UPDATE person SET name = 'Renamed'")
        beside.execute("UPDATE membership SET name = 'Renamed', title = 'Alderman'")
    monkeypatch.setattr(actions, "undertaking", lambda *_: "Worded otherwise.")

    assert copies(shell, "1") == signed
    assert copies(shell, "2") != later
    assert "New" in shell.done("list")
    shell.done("verify")


def copies(shell: Shell, meeting: str) -> tuple[str, str]:
    """The public and the restricted minutes of a meeting."""
    return shell.done("print", meeting), shell.done("print", meeting, "--restricted")
