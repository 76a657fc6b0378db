"""Which book is opened, and what is said where it cannot be."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.shell import AGENDA, Shell
from tui.command_line import program


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_the_variable_names_the_book_and_the_option_goes_before_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.done("import", shell.file("agenda.txt", AGENDA))
    monkeypatch.setenv("MINUTEBOOK", str(shell.book))

    assert "Finance Committee" in CliRunner().invoke(program, ["list"]).stdout
    other = str(shell.folder / "other.db")
    assert CliRunner().invoke(program, ["--book", other, "list"]).stdout == ""


def test_without_either_it_is_in_the_data_folder_of_the_user(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MINUTEBOOK", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(shell.folder / "share"))
    monkeypatch.setenv("HOME", str(shell.folder))

    CliRunner().invoke(program, ["list"])

    (made,) = shell.folder.rglob("minutes.db")
    assert made.parent.name == "minutebook"


def test_it_is_made_readable_by_its_owner_alone(shell: Shell) -> None:
    shell.done("list")

    assert stat.S_IMODE(shell.book.stat().st_mode) == 0o600


def newer(path: Path) -> None:
    """A book as a later version of the program leaves it: with a migration that this one does not know."""
    connection = sqlite3.connect(path)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(_sqlite_migrations)")]
    row = dict.fromkeys(columns, "from the future") | {"id": 999_999}
    (known,) = connection.execute("SELECT migration_set FROM _sqlite_migrations LIMIT 1").fetchone()
    row["migration_set"] = known
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO _sqlite_migrations ({names}) VALUES ({marks})", [row[each] for each in columns]
    )
    connection.commit()
    connection.close()


def test_a_book_of_a_newer_version_is_refused_and_left_alone(shell: Shell) -> None:
    shell.done("import", shell.file("agenda.txt", AGENDA))
    newer(shell.book)
    before = shell.book.read_bytes()

    assert "newer" in shell.refused("list")
    assert shell.book.read_bytes() == before


def test_a_folder_is_no_book(shell: Shell) -> None:
    shell.book.mkdir()

    assert str(shell.book) in shell.refused("list")
    assert "folder" in shell.refused("list")


@pytest.mark.parametrize("content", [b"Dear clerk, this is a letter.\n" * 99, b"\x00\x01\x02" * 5000, b"hi"])
def test_a_file_that_is_no_database_is_no_book_and_stays_as_it_is(shell: Shell, content: bytes) -> None:
    shell.book.write_bytes(content)

    assert str(shell.book) in shell.refused("list")
    assert shell.book.read_bytes() == content


def test_a_database_of_another_program_is_no_book(shell: Shell) -> None:
    connection = sqlite3.connect(shell.book)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()

    assert str(shell.book) in shell.refused("list")


def test_a_place_below_a_file_or_without_room_for_files_is_refused(shell: Shell) -> None:
    blocked = shell.file("letter.txt", "a letter") / "minutes.db"
    for place in (blocked, Path("/proc/minutes.db")):
        shell.book = place
        assert str(place.parent) in shell.refused("list")


@pytest.mark.skipif(os.geteuid() == 0, reason="permission bits do not bind root")
def test_a_book_that_may_not_be_written_is_refused(shell: Shell) -> None:
    shell.done("list")
    shell.book.chmod(0o400)
    shell.folder.chmod(0o500)
    try:
        shell.refused("import", shell.file("agenda.txt", AGENDA))
    finally:
        shell.folder.chmod(0o700)
