"""`agenda --format`: the summons as a body sends it, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.shell import Shell

AGENDA = """\
Upton Parish Council
Finance Committee
Date: 11 June 2020
Time: 6.30pm
Venue: The Hall
Members: Councillors Cooper (Chairman), Kemp, Johnson
In attendance: Clerk
Quorum: 2

1. Apologies for absence
2. Budget (Pages 3 - 9)
3. Staffing [exempt 1]
   Author: Secret Author
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.done("import", shell.file("agenda.txt", AGENDA))
    return shell


def test_a_format_makes_the_summons_of_the_agenda(shell: Shell) -> None:
    summons = shell.done("agenda", "1", "--format", "text")
    assert "Thursday 11 June 2020 at 6.30pm" in summons
    assert "Members of the Committee are summoned" in summons
    assert "2.  Budget (pages 3–9)" in summons
    assert "Secret" not in summons
    assert "Date: 11 June 2020" in shell.done("agenda", "1")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("agenda.md", b"Upton Parish"), ("agenda.html", b"<!DOCTYPE html>"), ("agenda.docx", b"PK")],
)
def test_the_file_named_says_the_format(shell: Shell, name: str, begins: bytes) -> None:
    shell.done("agenda", "1", "-o", shell.folder / name)
    written = (shell.folder / name).read_bytes()
    assert begins in written[:200]


def test_a_text_file_holds_what_import_reads(shell: Shell) -> None:
    shell.done("agenda", "1", "-o", shell.folder / "again.txt")
    assert (shell.folder / "again.txt").read_text() == shell.done("agenda", "1")


def test_a_restricted_summons_says_so_in_its_name_and_on_its_face(shell: Shell) -> None:
    shell.done("agenda", "1", "--restricted", "-o", shell.folder / "agenda.html")
    page = (shell.folder / "agenda-restricted.html").read_text()
    assert "RESTRICTED" in page
    assert "Secret Author" in page


def test_a_file_that_is_there_is_replaced_only_with_force(shell: Shell) -> None:
    kept = shell.file("agenda.md", "mine")
    refused = shell.refused("agenda", "1", "-o", kept)
    assert "--force" in refused
    assert kept.read_text() == "mine"
    shell.done("agenda", "1", "-o", kept, "--force")
    assert "Budget" in kept.read_text()


def test_as_json_it_makes_the_meeting_in_another_book(shell: Shell, tmp_path: Path) -> None:
    record = shell.done("agenda", "1", "--format", "json", "--restricted")
    other = Shell(tmp_path / "other")
    other.folder.mkdir()
    other.done("import", other.file("agenda.json", record))
    assert other.done("agenda", "1", "--restricted") == shell.done("agenda", "1", "--restricted")
    assert "Secret" not in shell.done("agenda", "1", "--format", "json")
