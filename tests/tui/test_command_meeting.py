"""How a command finds the meeting it is told: by number, `last`, `next` and `--body`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from minutes.english import printed_date
from tests.tui.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def agenda(body: str, days: int) -> str:
    """An agenda for a meeting so many days from today."""
    return (
        f"{body}\nDate: {printed_date(date.today() + timedelta(days=days))}\n1. Business of {body} {days}\n"
    )


def import_meetings(shell: Shell, *meetings: tuple[str, int]) -> None:
    for body, days in meetings:
        shell.done("import", shell.file("agenda.txt", agenda(body, days)))


def test_last_is_the_latest_dated_up_to_today(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", -30), ("Growth Board", -2), ("Growth Board", 5))

    assert "Business of Growth Board -2" in shell.done("agenda", "last")


def test_a_meeting_dated_today_is_both_last_and_next(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", -2), ("Growth Board", 0), ("Growth Board", 5))

    assert "Business of Growth Board 0" in shell.done("agenda", "last")
    assert "Business of Growth Board 0" in shell.done("agenda", "next")


def test_next_passes_over_a_meeting_that_is_closed(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", 0), ("Growth Board", 5))
    shell.done("take", "next", given="/open 2pm\n/close 3pm\n")

    assert "Business of Growth Board 5" in shell.done("agenda", "next")


def test_a_number_is_the_meeting_of_that_number(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", -30), ("Growth Board", -2))

    assert "Business of Growth Board -30" in shell.done("agenda", "1")


def test_two_bodies_on_one_day_are_listed_and_a_body_narrows(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", -2), ("Town Forum", -2))

    result = shell.run("agenda", "last")

    assert result.exit_code == 1
    assert [line.strip().split(",")[0] for line in result.stderr.splitlines()[1:]] == [
        "1  Growth Board",
        "2  Town Forum",
    ]
    assert "Business of Town Forum" in shell.done("agenda", "last", "--body", "town")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["agenda", "7"], "There is no meeting 7; 'minutebook list' shows what there is."),
        (["agenda", "0"], "There is no meeting 0; 'minutebook list' shows what there is."),
        (["agenda", "next"], "No meeting is still to be taken; 'minutebook list' shows what there is."),
        (["agenda", "1", "--body", "forum"], "There is no meeting 1 of a body called \"forum\"; "
         "'minutebook list' shows what there is."),
        (["print", "99999999999999999999999"], "There is no meeting 99999999999999999999999; "
         "'minutebook list' shows what there is."),
    ],
)  # fmt: skip
def test_a_meeting_that_is_not_there_is_refused_in_one_line(shell: Shell, asked: list[str], why: str) -> None:
    import_meetings(shell, ("Growth Board", -2))

    assert shell.refused(*asked) == why


@pytest.mark.parametrize("command", ["agenda", "print", "take"])
def test_an_empty_book_says_how_to_begin(shell: Shell, command: str) -> None:
    told = "The book holds no meetings yet; 'minutebook import FILE' brings in an agenda."

    assert shell.refused(command, "last", given="A note.") == told


def test_what_is_no_meeting_at_all_is_wrong_usage(shell: Shell) -> None:
    result = shell.run("print", "yesterday")

    assert result.exit_code == 2
    assert '"yesterday" is neither' in result.stderr


def test_the_list_shows_the_next_meeting_first(shell: Shell) -> None:
    import_meetings(shell, ("Growth Board", -2), ("Growth Board", 9), ("Growth Board", 5))

    rows = json.loads(shell.done("list", "--format", "json"))

    today = date.today()
    assert [row["date"] for row in rows] == [
        (today + timedelta(days=days)).isoformat() for days in (5, 9, -2)
    ]
    assert rows[0] == {
        "meeting": 3,
        "body": "Growth Board",
        "organisation": "",
        "date": (today + timedelta(days=5)).isoformat(),
        "time": "",
        "venue": "",
        "state": "planned",
        "items": 1,
        "entries": 0,
    }


def test_the_list_keeps_to_80_columns_and_cuts_nothing(shell: Shell) -> None:
    name = "Children and Young People Overview and Scrutiny Committee of the Northern Area"
    import_meetings(shell, (name, -2))

    listed = shell.done("list")

    assert max(len(line) for line in listed.splitlines()) <= 80
    assert name in " ".join(listed.split())


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_empty_list_is_no_failure(shell: Shell, form: str) -> None:
    assert shell.done("list", "--format", form).strip() == ("" if form == "text" else "[]")


def test_a_number_of_any_length_is_only_no_meeting(shell: Shell) -> None:
    shell.take_meeting()
    assert "There is no meeting 99999" in shell.refused("print", "9" * 5000)
    assert shell.done("print", "001") == shell.done("print", "1")
