"""`actions`: the log of what was promised, as it stands on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import ActionState, NewProgress
from tests.tui.shell import AGENDA, Shell


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
    for part in ("1/2020", "Clerk", "28 Jun", "2/2020", "In due", "more than a month late, 1 undated"):
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
    assert "caretaker" in shell.done("actions", "--restricted")


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


def test_a_theme_one_letter_away_is_offered(shell: Shell) -> None:
    result = shell.run("actions", "--theme", "Fnance")
    said = "No theme is called “Fnance”: did you mean finance?\nNo actions to list.\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", said)


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
        "kind": "action",
        "body": "Finance Committee",
        "meeting": 1,
        "agreed": "2020-06-11",
        "minute": "2",
        "owners": ["Clerk"],
        "action": "ask for three quotes",
        "first_words": "ask for three quotes",
        "due": "2020-06-28",
        "due_words": "by 28 June 2020",
        "target": "2020-06-28",
        "revised": None,
        "dates": [{"due": "2020-06-28", "words": "by 28 June 2020", "said": "2020-06-11", "reason": ""}],
        "themes": ["finance"],
        "rating": "",
        "plan": "",
        "review": None,
        "state": "open",
        "colour": "late by 1 day",
        "overdue": True,
        "exempt": False,
        "progress": [],
    }


def test_what_exempt_business_says_of_a_promise_moves_nothing_in_public(shell: Shell) -> None:
    shell.done("import", shell.file("july.txt", AGENDA.replace("11 June", "2 July")))
    shell.done("take", "2", given="/3\n/defer 1 1 September the caretaker is ill\n/done 2 quietly\n/done 3\n")

    assert references(shell, "--overdue", "--on", "2020-07-03") == ["1/2020"]
    assert "2/2020" in references(shell)
    assert "caretaker" not in shell.done("actions", "--all")
    assert references(shell, "--restricted") == ["1/2020"]
    assert references(shell, "--restricted", "--overdue", "--on", "2020-07-03") == []
    (row,) = [
        each for each in json.loads(shell.done("actions", "--format", "json", "--all")) if each["exempt"]
    ]
    assert (row["state"], row["progress"]) == ("done", [])


def test_priorities_are_listed_with_their_list(shell: Shell) -> None:
    shell.done(
        "take", "1", given="/2\n/priorities Plan on a page; review 1 October:\n- Retain staff by 1 July\n"
    )

    listed = " ".join(shell.done("actions", "--on", "2020-06-20").split())

    assert "Priorities: 1 open" in listed
    assert "Plan on a page Agreed on 11 June 2020 (minute 2); to be reviewed by 1 October 2020." in listed
    assert references(shell)[-1] == "3/2020"  # exempt ones stand where the undated do
    assert "p1/2020" in references(shell)


def test_a_log_that_is_narrowed_says_to_what(shell: Shell) -> None:
    assert "Action log: clerk, overdue" in shell.done("actions", "--owner", "clerk", "--overdue")


def test_a_chart_counts_what_is_done_too(shell: Shell) -> None:
    note_done(shell, "1/2020", date(2020, 7, 2))

    chart = shell.done("actions", "--chart", "--on", "2020-07-03").partition("By theme")[2]

    theme = next(line for line in chart.splitlines() if line.startswith("finance"))
    month = next(line for line in chart.splitlines() if line.startswith("Jul 2020"))
    assert [cell for cell in theme.split() if cell.isdecimal()] == ["1", "1", "0"]
    assert [cell for cell in month.split() if cell.isdecimal()][1:] == ["0", "1", "0"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--for", "last", "--on", "2020-07-01"), "--for is the whole page of a meeting: leave out --on."),
        (("--for", "1", "--overdue", "--owner", "Kemp"), "leave out --owner and --overdue."),
        (("--for", "1", "--chart", "--all"), "leave out --all and --chart."),
        (("--chart", "--format", "csv"), "--chart goes with --format text, markdown, html."),
        (("--format", "ics", "--all"), "A calendar has what is still owed: leave out --all."),
        (("--force",), "--force replaces a file: name it with -o FILE."),
        (("--format", "pdf"), "'pdf' is not one of"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    shell: Shell, words: tuple[str, ...], why: str
) -> None:
    result = shell.run("actions", *words)

    assert result.exit_code == 2
    assert why in result.stderr


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
        book.note_progress([NewProgress(action.id, "Quotes received.", ActionState.DONE)], on)
    finally:
        book.close()
