"""A safe copy while the book is open, and back again."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, copies, opening, restore, schema
from tests.storage.given import AGENDA, line, look, texts, write

AT = datetime(2020, 6, 12, 9, 5, 7)


def lines_of(path: Path, meeting_id: int) -> list[str]:
    book = MinuteBook.open(path)
    try:
        return texts(book, meeting_id)
    finally:
        book.close()


@pytest.fixture
def backup(book: MinuteBook, meeting_id: int, tmp_path: Path) -> Path:
    """A backup with one line; the book went on since."""
    write(book, meeting_id, line("kept"))
    target = tmp_path / "safe.db"
    book.backup(target)
    write(book, meeting_id, line("later"))
    return target


def test_a_backup_is_one_whole_file_for_the_owner_alone(backup: Path, meeting_id: int) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list(backup.parent.glob("safe.db-*")) == []
    assert lines_of(backup, meeting_id) == ["kept"]


def test_a_backup_overwrites_nothing(book: MinuteBook, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Dear Clerk")
    for existing in (target, path, tmp_path):
        with pytest.raises(BookError, match="exists already"):
            book.backup(existing)
    assert target.read_text() == "Dear Clerk"


def test_a_backup_that_cannot_be_written_leaves_no_half(
    book: MinuteBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BookError, match="choose another place"):
        book.backup(tmp_path / "nowhere" / "safe.db")

    def failing(*_: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(copies, "_copy", failing)
    with pytest.raises(BookError):
        book.backup(tmp_path / "safe.db")
    assert not (tmp_path / "safe.db").exists()


def test_a_backup_comes_back_and_the_present_book_is_kept(
    book: MinuteBook, path: Path, meeting_id: int, backup: Path
) -> None:
    book.close()
    kept = restore(path, backup, now=lambda: AT)
    assert kept == path.with_name("minutes.before-restore-2020-06-12-090507.db")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert lines_of(path, meeting_id) == ["kept"]
    assert lines_of(kept, meeting_id) == ["kept", "later"]


def test_an_open_window_sees_what_came_back(
    book: MinuteBook, path: Path, meeting_id: int, backup: Path
) -> None:
    version = book.version()
    restore(path, backup)
    assert book.version() != version
    assert texts(book, meeting_id) == ["kept"]
    write(book, meeting_id, line("on we go"))
    assert texts(book, meeting_id) == ["kept", "on we go"]


def test_an_older_backup_is_brought_up_to_date(
    book: MinuteBook, path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    monkeypatch.setitem(schema.STEPS, "9999_later", "ALTER TABLE item ADD COLUMN later TEXT;")
    restore(path, backup)
    assert look(path, "SELECT later FROM item LIMIT 1") == [(None,)]


def test_a_backup_makes_a_book_where_there_was_none(tmp_path: Path, meeting_id: int, backup: Path) -> None:
    new = tmp_path / "elsewhere" / "minutes.db"
    assert restore(new, backup) is None
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert lines_of(new, meeting_id) == ["kept"]


def test_a_damaged_book_is_put_aside_as_it_is(
    book: MinuteBook, path: Path, meeting_id: int, backup: Path
) -> None:
    book.close()
    damaged = b"SQLite format 3\0" + b"\xff" * 9000
    path.write_bytes(damaged)
    kept = restore(path, backup, now=lambda: AT)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert lines_of(path, meeting_id) == ["kept"]


def test_what_is_no_sound_backup_is_refused_and_changes_nothing(
    book: MinuteBook, path: Path, tmp_path: Path, backup: Path
) -> None:
    book.close()
    before = path.read_bytes()
    text, empty, other, cut, foreign = (tmp_path / f"{name}.db" for name in ("a", "b", "c", "d", "e"))
    text.write_text("notes")
    empty.touch()
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    cut.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    shutil.copy(backup, foreign)
    connection = sqlite3.connect(foreign)
    connection.execute("DELETE FROM meeting")
    connection.commit()
    connection.close()
    for source, says in {
        tmp_path / "missing.db": "does not exist",
        tmp_path: "is a folder",
        text: "is not a minute book",
        empty: "is an empty file",
        other: "is a database of another program",
        cut: "is damaged",
        foreign: "is damaged",
        path: "is the book itself",
    }.items():
        with pytest.raises(BookError, match=says):
            restore(path, source)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*before-restore*")) == []


def test_a_book_that_another_window_is_writing_to_is_not_replaced(
    book: MinuteBook, path: Path, backup: Path, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (copies, opening):
        monkeypatch.setattr(module, "BUSY_SECONDS", 0.0)
    book._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookError, match="Another window is writing"):
        restore(path, backup)
    book._connection.execute("ROLLBACK")
    assert texts(book, meeting_id) == ["kept", "later"]


def test_a_backup_of_an_empty_book_can_be_restored(book: MinuteBook, tmp_path: Path) -> None:
    book.backup(tmp_path / "empty.db")
    book.save_agenda(AGENDA)
    restore(book.path, tmp_path / "empty.db")
    assert book.meetings(date(2020, 1, 1)) == ()
