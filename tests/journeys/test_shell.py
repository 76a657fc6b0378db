"""The commands as a shell runs them: pipes, a terminal, a full disk."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.journeys.commands import WORKED, done, refused, run, worked_book
from tests.journeys.terminal import PROGRAM, child_environment, minutebook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = worked_book(tmp_path_factory.mktemp("shell") / "minutes.db")
    done(path, "take", "last", WORKED / "notes.txt")
    return path


def test_on_a_terminal_the_words_are_the_same_and_headings_bold(book: Path) -> None:
    with minutebook(book, "print", "last", columns=100, rows=250) as terminal:
        assert terminal.wait_for_exit() == 0
        shown = terminal.screen()
        raw = bytes(terminal.output).decode()

    assert "\n".join(shown).rstrip() == done(book, "print", "last").rstrip()
    assert "\x1b[1m5   Ofsted Update Report" in raw
    assert "\x1b" not in done(book, "print", "last")


@pytest.mark.parametrize("command", [["print", "last"], ["actions"], ["list", "--format", "json"]])
def test_a_reader_who_leaves_early_makes_no_noise(book: Path, command: list[str]) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "--book", str(book), *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environment(),
    )
    assert program.stdout is not None
    program.stdout.close()

    _, said = program.communicate(timeout=60)

    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said(book: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*PROGRAM, "--book", str(book), "print", "last"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=child_environment(),
            check=False,
        )

    assert ended.returncode == 1
    (said,) = ended.stderr.decode().splitlines()
    assert "No space left on device" in said
    assert "cannot be written" in refused(book, "print", "last", "-o", "/dev/full")


def test_without_a_terminal_the_screens_do_not_start(book: Path) -> None:
    assert "need a terminal" in refused(book)


def test_wrong_usage_is_status_2(book: Path) -> None:
    for words in (
        ["frobnicate"],
        ["print"],
        ["print", "last", "--width", "wide"],
        ["actions", "--on", "soon"],
    ):
        assert run(book, *words).returncode == 2


def test_a_clerk_without_a_utf8_terminal_still_gets_the_minutes(book: Path) -> None:
    ended = subprocess.run(
        [*PROGRAM, "--book", str(book), "print", "last"],
        capture_output=True,
        env=child_environment({"PYTHONIOENCODING": "latin-1"}),
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert b"Thanks to staff ? a number of Members" in b" ".join(ended.stdout.split())


def test_streams_the_shell_has_closed_are_no_fault(book: Path) -> None:
    for closed, words in (("0<&-", "take last"), ("1>&-", "list"), ("2>&-", "list"), ("0<&- 1>&- 2>&-", "")):
        script = f'"$@" {words} {closed}'
        ended = subprocess.run(
            ["sh", "-c", script, "sh", *PROGRAM, "--book", str(book)],
            capture_output=True,
            env=child_environment(),
            timeout=120,
            check=False,
        )
        assert ended.returncode == (0 if words == "list" else 1), (closed, ended.stderr)
        assert b"Traceback" not in ended.stderr
        assert b"should not happen" not in ended.stderr
