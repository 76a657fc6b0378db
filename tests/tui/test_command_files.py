"""Files a clerk hands in: their encodings, those that are no text, and agendas without numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark"])
def test_unicode_files_are_read_without_a_word(shell: Shell, encoding: str) -> None:
    text = AGENDA.replace("The Hall", "Café – Room “2”")
    plain = encoding.removesuffix("-mark")
    content = text.encode(plain) if plain == encoding else ("\ufeff" + text).encode(plain)

    result = shell.run("import", shell.file("agenda.txt", content))

    assert result.exit_code == 0
    assert result.stderr == ""
    assert "Café – Room “2”" in shell.done("agenda", "last")


def test_anything_else_is_windows_1252_and_said_in_one_line(shell: Shell) -> None:
    content = AGENDA.replace("The Hall", "Café – Room “2”").encode("cp1252")
    path = shell.file("agenda.txt", content)

    result = shell.run("import", path)

    assert result.exit_code == 0
    assert result.stderr == f"{path} is not UTF-8; read as Windows-1252.\n"
    assert "Café – Room “2”" in shell.done("agenda", "last")


def test_bytes_that_stand_for_nothing_are_seen_and_stop_nothing(shell: Shell) -> None:
    shell.done("import", shell.file("agenda.txt", AGENDA))

    shell.done("take", "last", given=b"/2\nCaf\xe9 \x81 bar")

    assert "Café \ufffd bar" in shell.done("print", "last")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty; give a file that holds the agenda."),
        (b" \n\n\t\n", "is empty; give a file that holds the agenda."),
        (b"\xff\xfe", "is empty; give a file that holds the agenda."),
        (b"\x7fELF\x02\x01\x00\x00\xff", "is a binary file; save the agenda as plain text first."),
        (AGENDA.encode("utf-16-le"), "is a binary file; save the agenda as plain text first."),
        (b"\xff\xfeodd", "is a binary file; save the agenda as plain text first."),
    ],
    ids=["empty", "blank", "only a mark", "program", "UTF-16 without its mark", "broken UTF-16"],
)
def test_a_file_that_is_no_text_is_refused(shell: Shell, content: bytes, why: str) -> None:
    path = shell.file("agenda.txt", content)

    if content == b"\xff\xfeodd":
        assert shell.run("import", path).exit_code == 1
        return
    assert shell.refused("import", path) == f"{path} {why}"


def test_a_missing_file_and_a_folder_are_refused(shell: Shell) -> None:
    missing = shell.folder / "no such"

    assert shell.refused("import", missing) == f"There is no file {missing}; give one that holds the agenda."
    assert shell.refused("take", "last", shell.folder) == (
        f"{shell.folder} is a folder; give a file that holds the notes."
    )
    assert not shell.book.exists()


@pytest.mark.parametrize(
    ("agenda", "why"),
    [
        (AGENDA.replace("Date: 11 June 2020\n", ""), "has no date"),
        (AGENDA.replace("11 June", "31 June"), "no such day as 31 June 2020"),
        (AGENDA.replace("11 June 2020", "soon"), "“soon” cannot be read as a date"),
        ("Date: 11 June 2020\n1. Apologies\n", "does not say whose it is"),
    ],
)
def test_an_agenda_that_cannot_be_taken_says_what_it_lacks(shell: Shell, agenda: str, why: str) -> None:
    assert why in shell.refused("import", shell.file("agenda.txt", agenda))
    assert shell.run("list").stdout == ""


def test_items_without_a_number_are_pointed_out(shell: Shell) -> None:
    bare = AGENDA.replace("1. ", "").replace("2. ", "").replace("3. ", "")
    result = shell.run("import", shell.file("bare.txt", bare))
    assert result.exit_code == 0
    assert "an item without a number is taken by /next alone" in result.stderr
    assert "number" not in shell.run("import", shell.file("agenda.txt", AGENDA)).stderr


def test_a_file_that_never_ends_is_refused(shell: Shell) -> None:
    for words in (["import", "/dev/zero"], ["import", "/dev/zero", "--dry-run"]):
        assert "too large" in shell.refused(*words)
