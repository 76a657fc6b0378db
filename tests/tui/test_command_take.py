"""`take`: a notes file recorded whole, with the lines to check listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, NOTES, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.done("import", shell.file("agenda.txt", AGENDA))
    return shell


def test_it_says_how_much_was_recorded(shell: Shell) -> None:
    assert shell.done("take", "last", shell.file("notes.txt", NOTES)) == "Recorded 11 lines in meeting 1.\n"


def test_lines_to_check_are_listed_by_file_and_line_and_are_no_failure(shell: Shell) -> None:
    notes = shell.file("notes.txt", "/open 6.30pm\n// a comment\n\n/present Nobody2, Cooper\n/frobnicate\n")

    result = shell.run("take", "last", notes)

    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if line.startswith(f"{notes}:5: ")]
    assert "/frobnicate" in shell.done("print", "last")


def test_closing_the_meeting_tells_how_much_is_to_be_put_right(shell: Shell) -> None:
    unclosed = shell.run(
        "take", "last", given="/open 6pm\n/present Cooper\n/1\n/2\n? the roof\n/frobnicate\n"
    )
    closed = shell.run("take", "last", given="/3\n/nextmeeting 9 July 2020\n/close 7pm\n")

    assert "to put right" not in unclosed.stderr
    assert closed.exit_code == 0
    assert closed.stderr == "2 things to put right: minutebook check 1\n"
    assert len(shell.run("check", "1").stdout.splitlines()) == 2


def test_a_sound_meeting_is_closed_without_a_word(shell: Shell) -> None:
    sound = NOTES.replace("/close", "/nextmeeting 9 July 2020\n/close")

    assert shell.run("take", "last", given=sound).stderr == ""


def test_standard_input_is_read_with_or_without_a_dash(shell: Shell) -> None:
    shell.done("take", "last", given="/2\nFirst note")
    shell.done("take", "last", "-", given="Second note")

    printed = shell.done("print", "last")

    assert printed.index("First note.") < printed.index("Second note.")


def test_nothing_to_record_is_refused(shell: Shell) -> None:
    assert shell.refused("take", "last", given="// only\n\n// comments\n") == (
        "standard input holds only comments; nothing was recorded."
    )


def test_two_people_of_one_surname_are_told_apart_or_checked(shell: Shell) -> None:
    two = AGENDA.replace("Kemp,", "Ann Kemp, Bill Kemp,").replace("11 June", "12 June")
    shell.done("import", shell.file("two.txt", two))

    result = shell.run("take", "last", given="/present Kemp\n/present A Kemp\n")

    assert result.exit_code == 0
    (said,) = result.stderr.splitlines()
    assert said.startswith("standard input:1: ")
    assert "Ann Kemp" in said
    assert "Bill Kemp" in said


def test_a_vote_of_someone_absent_is_kept_to_check(shell: Shell) -> None:
    result = shell.run("take", "last", given="/present Cooper\n/absent Kemp\n/2\n! noted it\n/for Kemp\n")

    assert result.exit_code == 0
    (said,) = result.stderr.splitlines()
    assert said.startswith("standard input:5: ")
    assert "Kemp" in said


@pytest.mark.parametrize(
    "text",
    [
        "[red]brackets[/] and [/] and [link=x]",
        "Emoji 👩‍👩‍👧‍👦 and 🏴",
        "שלום and مرحبا",
        "Back\\slash and %s {braces}",
    ],
)
def test_any_text_prints_as_it_was_typed(shell: Shell, text: str) -> None:
    shell.done("take", "last", given=f"/2\n{text}\n/in {text}\n")

    assert f"{text}." in " ".join(shell.done("print", "last").split())


def test_control_characters_never_reach_the_terminal(shell: Shell) -> None:
    shell.done(
        "take", "last", given="/2\nplain \x1b[31mred\x1b[0m \x1b]0;title\x07 bell\x07 del\x7f \x9b5m\n"
    )

    printed = shell.done("print", "last")

    assert not [letter for letter in printed if ord(letter) < 32 and letter != "\n"]
    assert not [letter for letter in printed if 0x7F <= ord(letter) < 0xA0]
    assert "red" in printed


@pytest.mark.long
def test_a_line_of_100_000_letters_and_5_000_lines_are_recorded(shell: Shell) -> None:
    endless = "x" * 100_000

    shell.done("take", "last", given=f"/2\n{endless}\n" + "".join(f"- line {n}\n" for n in range(5000)))

    printed = shell.done("print", "last")
    assert "X" + "x" * 99_999 in "".join(printed.split())
    assert "line 4999" in printed


def test_what_a_file_promises_it_may_speak_of_by_the_number_it_gets(shell: Shell) -> None:
    shell.done("import", shell.file("agenda.txt", AGENDA))
    shell.done("take", "last", given="/2\n@Kemp: pay the bill by 1 July\n/drop 1 it was paid\n")
    notes = "/2\n@Clerk: ask for quotes by 28 June\n/done 2 three came\n/priorities Next:\n- Roof\n"
    wrong = "/done 1\n/report 3 which\n@Cooper: write by 1 July\n"

    result = shell.run("take", "last", given=f"{notes}/rate p1 amber\n{wrong}")

    assert result.exit_code == 0
    told = [line.partition(": ")[2] for line in result.stderr.splitlines()]
    assert told == [
        "action 1 was dropped on 11 June 2020 already",
        "there is no open action 3 of this body: f8 lists them",
    ]
    printed = shell.done("print", "last", "--width", "100")
    assert "Action 2/2020 (Clerk: ask for quotes) – done: three came." in printed
    assert "Roof – rated amber." in printed
