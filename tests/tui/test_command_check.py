"""`check`: what to put right, in lines for a clerk and in JSON, and nothing exempt unless it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.shell import NOTES, Shell

SOUND = NOTES.replace("/close", "/nextmeeting 9 July 2020\n/close")
UNSOUND = """\
/open 6.30pm
/present Cooper, Kemp
/2
? (Kemp) why it costs so much
/frobnicate
/3
? (Kemp) the caretaker
/close 7pm
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting(notes=UNSOUND)
    return shell


def test_a_sound_meeting_has_nothing_to_put_right(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.take_meeting(notes=SOUND)

    assert shell.done("check", "last") == "There is nothing to put right.\n"
    assert shell.done("check", "last", "--format", "json") == "[]\n"


def test_findings_are_a_line_each_and_exit_with_1(shell: Shell) -> None:
    result = shell.run("check", "last")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "Item 2: neither reply nor action to “? (Kemp) why it costs so much”: > and the reply, or @",
        "Item 2: to check: “/frobnicate” is not a command: / and tab shows them all",
        "Item 1: Apologies for absence was not taken: /1",
        "The next meeting has no date: /nextmeeting and the date",
        "1 more in exempt lines: --restricted shows it.",
    ]
    assert shell.refused("check", "last") == (
        "5 things to put right before these minutes are approved: change the lines on the screen."
    )


def test_what_exempt_lines_say_is_shown_to_those_who_ask_for_it(shell: Shell) -> None:
    restricted = shell.run("check", "last", "--restricted").stdout

    assert (
        "Item 3: neither reply nor action to “? (Kemp) the caretaker”: > and the reply, or @"
        in restricted.splitlines()
    )
    assert "more in exempt lines" not in restricted


def test_json_gives_an_object_a_finding(shell: Shell) -> None:
    result = shell.run("check", "last", "--format", "json")
    first, *_, last = json.loads(result.stdout)

    assert result.exit_code == 1
    assert first == {
        "meeting": 1,
        "finding": "open question",
        "item": "2",
        "words": "Item 2: neither reply nor action to “? (Kemp) why it costs so much”: > and the reply, or @",
        "line": "? (Kemp) why it costs so much",
        "exempt": False,
    }
    assert (last["finding"], last["item"], last["line"]) == ("next meeting", "", "")


def test_json_keeps_an_exempt_finding_without_its_words(shell: Shell) -> None:
    public = shell.run("check", "last", "--format", "json").stdout
    restricted = shell.run("check", "last", "--format", "json", "--restricted").stdout

    (row,) = [row for row in json.loads(public) if row["exempt"]]
    assert row == {
        "meeting": 1,
        "finding": "open question",
        "item": "3",
        "words": "",
        "line": "",
        "exempt": True,
    }
    assert "caretaker" not in public
    assert "caretaker" in restricted


def test_a_planned_meeting_can_be_checked(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.take_meeting(notes="/2\n")

    assert "Who was present is not recorded: /present and the names" in shell.run("check", "1").stdout


def test_what_is_corrected_is_found_no_more(shell: Shell) -> None:
    shell.done("take", "last", given="/1\n/nextmeeting 9 July 2020\n")

    assert "Item 1" not in shell.run("check", "last").stdout
    assert "The next meeting" not in shell.run("check", "last").stdout
