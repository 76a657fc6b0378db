"""Opening a book: what is made, and the one line for everything that is no book."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, migrations, opening, schema
from storage.records import Body
from tests.storage.given import AGENDA, line, look, texts, write


def refusal(path: Path) -> str:
    """The one line that opening `path` is refused with."""
    with pytest.raises(BookError) as refused:
        MinuteBook.open(path)
    message = str(refused.value)
    assert "\n" not in message
    return message


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_book_and_its_folders_are_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "share" / "minutebook" / "minutes.db"
    book = MinuteBook.open(path)
    write(book, book.save_agenda(AGENDA).meeting_id, line("Said."))
    assert mode(path) == 0o600
    assert mode(path.with_name("minutes.db-wal")) == 0o600
    assert mode(path.with_name("minutes.db-shm")) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700
    book.close()


def test_an_empty_book_lists_nothing(book: MinuteBook) -> None:
    assert book.bodies(date(2020, 1, 1)) == ()
    assert book.meetings(date(2020, 1, 1)) == ()
    assert book.actions() == ()
    assert book.notice == ""


def test_an_empty_file_becomes_a_book(path: Path) -> None:
    path.touch()
    MinuteBook.open(path).close()
    assert look(path, "SELECT count(*) FROM meeting") == [(0,)]


def test_writes_are_durable_and_keys_are_checked(book: MinuteBook) -> None:
    pragmas = {
        name: book._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == (
        f"{tmp_path} is a folder: give the name of a file in it, such as {tmp_path / 'minutes.db'}."
    )


def test_a_text_file_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Minutes of the meeting held on 11 June 2020\n" * 50)
    before = path.read_bytes()
    assert "is not a minute book" in refusal(path)
    assert path.read_bytes() == before


def test_a_damaged_database_is_refused(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    assert "is not a minute book" in refusal(path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("x")
    assert "a file stands where its folder should be" in refusal(tmp_path / "notes" / "minutes.db")


def test_what_is_no_ordinary_file_is_refused(path: Path) -> None:
    os.mkfifo(path)
    assert "is no ordinary file" in refusal(path)


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    assert "File name too long" in refusal(tmp_path / ("n" * 300))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_and_a_folder_without_permission_are_refused(book: MinuteBook, path: Path) -> None:
    book.close()
    path.chmod(0o400)
    assert "cannot be written: change its permissions" in refusal(path)
    path.parent.chmod(0o500)
    assert "choose a place you may write to" in refusal(path.parent / "other.db")
    path.parent.chmod(0o700)


def test_a_file_that_may_not_be_written_is_refused(
    book: MinuteBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "cannot be written: change its permissions" in refusal(path)


def test_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    before = path.read_bytes()
    assert "is a database of another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_book_of_a_newer_version_is_refused(
    book: MinuteBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    with monkeypatch.context() as newer:
        newer.setitem(schema.STEPS, "9999_later", "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")
        MinuteBook.open(path).close()
    assert "was written by a newer version of minutebook" in refusal(path)


def test_an_older_book_is_copied_before_it_is_brought_up_to_date(
    book: MinuteBook, path: Path, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(book, meeting_id, line("Said."))
    book.close()
    with monkeypatch.context() as newer:
        newer.setitem(schema.STEPS, "9999_later", "ALTER TABLE item ADD COLUMN later TEXT;")
        updated = MinuteBook.open(path)
        (kept,) = path.parent.glob("minutes.before-update-*.db")
        assert mode(kept) == 0o600
        assert updated.undo(f"meeting:{meeting_id}") is None, "no undo crosses a migration"
        write(updated, meeting_id, line("Later."))
        assert updated.undo(f"meeting:{meeting_id}") == "note: Later."
        updated.close()
    old = MinuteBook.open(kept)
    assert texts(old, meeting_id) == ["Said."]
    assert old.undo(f"meeting:{meeting_id}") == "note: Said."
    old.close()


def test_a_migration_that_fails_leaves_the_book_as_it_was(
    book: MinuteBook, path: Path, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    with monkeypatch.context() as newer:
        newer.setitem(schema.STEPS, "9999_broken", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABEL x;")
        refusal(path)
    assert look(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    again = MinuteBook.open(path)
    assert again.meeting(meeting_id).meeting.id == meeting_id
    again.close()


def test_a_book_another_program_updated_meanwhile_is_left_alone(book: MinuteBook) -> None:
    book.save_agenda(AGENDA)
    migrations.migrate(book._connection)
    assert book.undo("bodies") == "agenda: Overview & Scrutiny, 11 June 2020"


def test_a_drive_without_a_write_ahead_log_is_told_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_shared_memory(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.as_uri()}?vfs=unix-dotfile", uri=True, isolation_level=None)
        connection.row_factory = sqlite3.Row
        return connection

    monkeypatch.setattr(opening, "connect", without_shared_memory)
    book = MinuteBook.open(path)
    assert "rollback journal" in book.notice
    meeting_id = book.save_agenda(AGENDA).meeting_id
    write(book, meeting_id, line("Said."))
    assert book._connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert texts(book, meeting_id) == ["Said."]
    book.close()


def test_opening_and_first_reads_leave_sqlite_utils_alone(
    book: MinuteBook, path: Path, meeting_id: int
) -> None:
    book.close()
    program = f"""
import sys
import storage.records
assert "sqlite3" not in sys.modules, "records need no database"
from datetime import date
from pathlib import Path
from storage import MinuteBook
book = MinuteBook.open(Path({str(path)!r}))
assert len(book.bodies(date(2020, 1, 1))) == len(book.meetings(date(2020, 1, 1))) == 1
assert book.meeting({meeting_id}).items
assert "sqlite_utils" not in sys.modules, "too slow before the first paint"
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize("happened", ["deleted", "replaced"])
def test_a_book_that_is_gone_from_its_place_takes_nothing_until_it_is_back(
    tmp_path: Path, happened: str
) -> None:
    path, aside = tmp_path / "minutes.db", tmp_path / "aside.db"
    book = MinuteBook.open(path)
    path.rename(aside)
    if happened == "replaced":
        shutil.copy(aside, path)
    with pytest.raises(BookError, match="was moved, deleted or replaced"):
        book.save_body(Body(0, "Board"))
    aside.replace(path)
    assert book.save_body(Body(0, "Board")) == 1
    book.close()
