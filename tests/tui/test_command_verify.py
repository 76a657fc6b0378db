"""`verify`: signed minutes are proved to be as they were signed."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def behind_the_guards(shell: Shell, change: str) -> None:
    """Change the file as somebody would who takes its triggers away."""
    connection = sqlite3.connect(shell.book)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    assert connection.execute(change).rowcount > 0
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def test_without_signed_minutes_there_is_nothing_to_prove(shell: Shell) -> None:
    assert shell.done("verify") == "No minutes are signed yet.\n"


def test_untouched_minutes_are_counted_and_the_last_hash_is_told(shell: Shell) -> None:
    signed = shell.done("approve", "last")
    said = shell.done("verify").splitlines()

    assert said[0] == "The minutes of 1 meeting are signed, and untouched."
    assert said[1] == f"The last hash, to be noted on paper: {re.findall('[0-9a-f]{64}', signed)[0]}"


def test_the_last_hash_is_that_of_the_minutes_signed_last(shell: Shell) -> None:
    shell.done("import", shell.file("next.txt", AGENDA.replace("11 June", "9 July")))
    shell.done("take", "2", given="/open 6pm\n/present Cooper\n/close 7pm\n")
    first, second = (re.findall("[0-9a-f]{64}", shell.done("approve", number))[0] for number in "12")

    assert first != second
    assert second in shell.done("verify")
    assert "2 meetings are signed" in shell.done("verify")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET text = 'Something else.' WHERE text LIKE 'The Clerk%'",
        "UPDATE seal_tree SET text = replace(text, 'Clerk', 'Mayor') WHERE version = 1",
        "DELETE FROM seal",
    ],
)
def test_a_change_behind_the_guards_is_told_a_line_each(shell: Shell, change: str) -> None:
    shell.done("approve", "last")
    behind_the_guards(shell, change)

    result = shell.run("verify")

    assert result.exit_code == 1
    assert result.stdout.strip()
    assert all(line.strip() for line in result.stdout.splitlines())
    (told,) = result.stderr.splitlines()
    assert told.startswith("Error: Signed minutes are not as they were signed: ")
    assert "minutebook restore FILE" in told


def test_a_signed_tree_that_is_broken_prints_no_minutes(shell: Shell) -> None:
    shell.done("approve", "last")
    behind_the_guards(shell, "UPDATE seal_tree SET text = '{' || text")

    assert "'minutebook verify' shows what was changed" in shell.refused("print", "last")
