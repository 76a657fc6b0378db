"""`print`, `backup`, `restore`, and what the program says of itself."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, Shell

SLOW = ("sqlite_utils", "dateparser", "icalendar", "jinja2", "docx", "typst", "pypdf", "lxml", "holidays")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def test_the_public_print_leaves_out_what_is_exempt(shell: Shell) -> None:
    assert "caretaker" not in shell.done("print", "last")
    assert "Staffing" in shell.done("print", "last")
    assert "speak to the caretaker" in shell.done("print", "last", "--restricted")


def test_into_a_file_it_writes_the_same_text(shell: Shell) -> None:
    target = shell.file("minutes.txt", "what stood here before")

    assert shell.refused("print", "last", "-o", target) == (
        f"{target} is there already; give another name, or --force to replace it."
    )
    assert target.read_text() == "what stood here before"
    assert shell.done("print", "last", "-o", target, "--force") == ""

    assert target.read_text(encoding="utf-8") == shell.done("print", "last")
    assert [path.name for path in shell.folder.iterdir() if path.name.startswith(".")] == []


def test_a_restricted_copy_says_so_in_its_name_and_is_readable_by_its_owner_alone(shell: Shell) -> None:
    target = shell.folder / "minutes-restricted.txt"

    said = shell.run("print", "last", "--restricted", "-o", shell.folder / "minutes.txt").stderr

    assert said == f"Written to {target}, as it is restricted.\n"
    assert "caretaker" in target.read_text(encoding="utf-8")
    assert not (shell.folder / "minutes.txt").exists()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_said_in_one_line(shell: Shell) -> None:
    nowhere = shell.folder / "no such folder" / "minutes.txt"

    assert shell.refused("print", "last", "-o", nowhere) == (
        f"There is no folder {nowhere.parent}; make it first, or name another."
    )
    assert "is a folder" in shell.refused("print", "last", "-o", shell.folder)


def test_no_line_is_wider_than_asked(shell: Shell) -> None:
    assert max(len(line) for line in shell.done("print", "last", "--width", "40").splitlines()) <= 40


def test_unsigned_minutes_have_no_versions(shell: Shell) -> None:
    assert shell.refused("print", "last", "--version", "1") == (
        "The minutes of meeting 1 are not signed: leave out --version."
    )
    assert shell.run("print", "last", "--version", "0").exit_code == 2


def test_signed_minutes_have_the_version_before_their_corrections(shell: Shell) -> None:
    shell.done("import", shell.file("next.txt", AGENDA.replace("11 June", "9 July")))
    correction = '/previous with corrections: "three quotes" to "four quotes"'
    shell.done("take", "2", given=f"/open 6pm\n/present Cooper, Kemp\n/1\n{correction}\n/close 7pm\n")

    assert "three quotes" in shell.done("print", "1", "--version", "1")
    assert "four quotes" not in shell.done("print", "1", "--version", "1")
    assert "four quotes" in shell.done("print", "1", "--version", "2")
    assert shell.done("print", "1") == shell.done("print", "1", "--version", "2")
    assert "caretaker" in shell.done("print", "1", "--version", "1", "--restricted")
    assert "caretaker" not in shell.done("print", "1", "--version", "1")
    shell.refused("print", "1", "--version", "3")


def test_minutes_signed_without_corrections_have_one_version(shell: Shell) -> None:
    shell.done("approve", "1")

    assert shell.done("print", "1", "--version", "1") == shell.done("print", "1")
    shell.refused("print", "1", "--version", "2")


def test_backup_and_restore_bring_the_book_back(shell: Shell) -> None:
    before = shell.done("print", "last")
    copy = shell.folder / "copy.db"
    shell.done("backup", copy)
    shell.done("take", "last", given="Something that was a mistake.")

    said = shell.done("restore", copy)

    assert shell.done("print", "last") == before
    assert "What it held before is kept in" in said


@pytest.mark.parametrize("content", [b"", b"no database at all, and long enough for its first page" * 99])
def test_only_a_minute_book_can_be_restored(shell: Shell, content: bytes) -> None:
    before = shell.done("print", "last")

    shell.refused("restore", shell.file("copy.db", content))
    shell.refused("restore", shell.folder / "no such")

    assert shell.done("print", "last") == before


def test_an_unexpected_failure_is_one_line_that_says_how_to_see_more(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the roof\nfell in")

    monkeypatch.setattr("minutes.layouts.build", fail)

    result = shell.run("print", "last")

    assert result.exit_code == 1
    (said,) = result.stderr.splitlines()
    assert "RuntimeError: the roof fell in" in said
    assert "MINUTEBOOK_DEBUG=1" in said


@pytest.mark.parametrize("words", [["--help"], ["print", "--help"], ["--version"]])
def test_help_comes_without_the_terminal_program(words: list[str]) -> None:
    ended = loaded_by(f"try: program.main({words!r})\nexcept SystemExit: pass", "textual", *SLOW)

    assert ended.stdout.splitlines()[-1] == "[]", ended.stderr


def test_help_tells_every_command_whole(shell: Shell) -> None:
    commands = shell.done("--help").split("Commands:\n")[1]

    assert "import" in commands
    assert "..." not in commands


def test_the_screens_and_commands_come_without_what_few_of_them_need() -> None:
    screens = ("actions", "body", "book", "importing", "live", "paper", "prepare", "search", "style")
    commands = ("agendas", "notes", "paper", "promises", "summons")
    modules = (
        "app",
        *(f"command_line.{name}" for name in commands),
        *(f"screens.{name}" for name in screens),
    )
    names = ", ".join(f"tui.{name}" for name in modules)

    ended = loaded_by(f"import {names}", *SLOW)

    assert ended.stdout == "[]\n", ended.stderr


def loaded_by(code: str, *modules: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process of its own; its last line tells which of `modules` that loaded."""
    code = f"import sys\nfrom tui.command_line import program\n{code}"
    code += f"\nprint([name for name in {modules!r} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
