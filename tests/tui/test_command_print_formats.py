"""`print` in every format: which one, to where, and what does not go together."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from minutes.formats import SUFFIXES, Written
from tests.tui.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_files_name_tells_the_format(shell: Shell, form: str) -> None:
    target = shell.folder / f"minutes{SUFFIXES[form].upper()}"

    shell.done("print", "last", "-o", target)

    assert target.read_bytes() == shell.run("print", "last", "--format", form).stdout_bytes
    assert len({target.read_bytes(), shell.run("print", "last").stdout_bytes}) == (1 if form == "text" else 2)


@pytest.mark.parametrize(
    "command", [["print", "last"], ["agenda", "last"], ["actions"]], ids=lambda words: words[0]
)
def test_a_dash_is_standard_output_also_for_a_restricted_copy(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(shell.folder)
    before = sorted(shell.folder.iterdir())

    for options in ([], ["--restricted"]):
        assert shell.done(*command, *options, "-o", "-") == shell.done(*command, *options)

    assert sorted(shell.folder.iterdir()) == before


def test_what_is_said_outweighs_the_files_name(shell: Shell) -> None:
    target = shell.folder / "minutes.md"

    shell.done("print", "last", "-o", target, "--format", "html")

    assert target.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "said"),
    [("minutes.doc", "Written as text, since no format ends in “.doc”.\n"), ("minutes", "")],
)
def test_a_name_that_tells_no_format_is_text_and_says_so(shell: Shell, name: str, said: str) -> None:
    target = shell.folder / name

    assert shell.run("print", "last", "-o", target).stderr == said

    assert target.read_text(encoding="utf-8") == shell.done("print", "last")


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_what_is_no_text_goes_to_a_pipe_and_to_no_terminal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, form: str, begins: bytes
) -> None:
    assert shell.run("print", "last", "--format", form).stdout_bytes.startswith(begins)

    monkeypatch.setattr("tui.command_line.sheets._on_terminal", lambda: True)
    assert shell.refused("print", "last", "--format", form) == (
        f"A terminal cannot show {form}: give a file, such as -o minutes.{form}."
    )


def test_what_is_to_be_said_of_a_file_is_said_on_standard_error(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Written(b"%PDF", ("No font has U+1F600.", "Written without the standards."))
    monkeypatch.setattr("tui.command_line.sheets.write", lambda *_, **__: said)

    result = shell.run("print", "last", "--format", "pdf")

    assert (result.stdout, result.stderr.splitlines()) == ("%PDF", list(said.notes))


def test_text_is_broken_into_pages_and_nothing_else_is(shell: Shell) -> None:
    assert "Page 1 of 1" in shell.done("print", "last", "--pages")
    assert "Page 1 of 1" not in shell.done("print", "last")

    wrong = shell.run("print", "last", "--pages", "-o", shell.folder / "minutes.html")
    assert wrong.exit_code == 2
    assert "--pages breaks text into pages: leave it out with html." in wrong.stderr


def test_another_layout_is_named_as_it_begins(shell: Shell) -> None:
    assert shell.done("print", "last", "--layout", "Decision") == (
        shell.done("print", "last", "--layout", "decision-notice")
    )
    assert shell.done("print", "last", "--layout", "decision") != shell.done("print", "last")

    wrong = shell.run("print", "last", "--layout", "poster")
    assert wrong.exit_code == 2
    assert "governors" in wrong.stderr


def test_signed_minutes_print_as_signed_in_no_other_layout(shell: Shell) -> None:
    shell.done("approve", "1")

    assert shell.refused("print", "1", "--layout", "board") == (
        "The minutes of meeting 1 are signed and print as they were: leave out --layout."
    )


def test_json_is_the_record_with_what_was_signed(shell: Shell) -> None:
    shell.done("approve", "1")
    target = shell.folder / "minutes.json"

    shell.done("print", "1", "-o", target)
    public, whole = target.read_text(), shell.done("print", "1", "--format", "json", "--restricted")

    assert public == shell.done("print", "1", "--format", "json")
    assert "caretaker" not in public
    assert "caretaker" in whole
    assert [len(json.loads(text)["signed"]) for text in (public, whole)] == [1, 2]
    assert shell.run("print", "1", "-o", target, "--force", "--layout", "board").exit_code == 2


def test_a_file_is_needed_for_force(shell: Shell) -> None:
    assert shell.run("print", "last", "--force").exit_code == 2


def test_a_byte_that_the_terminal_has_not_is_written_to_a_pipe(shell: Shell) -> None:
    shell.done("take", "last", given="/2\nCafé – “Zoë” 😀")

    for form in ("markdown", "html"):
        written = shell.run("print", "last", "--format", form).stdout_bytes
        assert "Café – “Zoë” 😀" in io.BytesIO(written).read().decode("utf-8")
