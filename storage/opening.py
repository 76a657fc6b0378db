"""Finding and opening the file of a book, and saying in one line why it cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from storage.errors import BookError, in_words
from storage.schema import APPLICATION_ID, MIGRATION_SET, STEPS

BUSY_SECONDS = 5.0
NO_WAL = (
    "This drive does not allow SQLite's write-ahead log, so the book is kept with a rollback journal: "
    "safe, but slower. A local disk is quicker."
)
_SQLITE_HEADER = b"SQLite format 3\0"


def open_book(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open the book at `path`, made or brought up to date where needed; returns a notice to show once.

    Raises:
        BookError: it is a folder, not writable, no database, another program's or a newer version's.
    """
    make_private_file(path)
    try:
        connection = connect(path)
        try:
            applied = applied_steps(connection, path)
            notice = _set_pragmas(connection)
            if applied != list(STEPS):
                _bring_up_to_date(connection, path, applied)
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise in_words(error, path) from error
    return connection, notice


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file is at `path`: its device and number there, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connect(path: Path) -> sqlite3.Connection:
    """Connect to the file at `path`; transactions are begun by hand (see `storage.transactions`)."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, cached_statements=256)
    connection.row_factory = sqlite3.Row
    return connection


def make_private_file(path: Path) -> None:
    """See that a regular file is at `path`, made where there is none, readable by its owner alone.

    SQLite gives the log beside it the same mode. Missing folders are made for the owner alone too.

    Raises:
        BookError: there is a folder or a file that is no database, or nothing can be made there.
    """
    try:
        check_file(path)
        if path.exists() and not os.access(path, os.W_OK):
            raise BookError(f"{path} cannot be written: change its permissions, or give another name.")
        for folder in reversed(path.parents):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if not path.is_file():
            raise BookError(f"{path} cannot be made: a file stands where its folder should be.") from None
    except OSError as error:
        raise BookError(
            f"{path} cannot be opened ({error.strerror}): choose a place you may write to."
        ) from error


def check_file(path: Path) -> None:
    """See that what is at `path`, if anything, may be a database.

    Raises:
        BookError: it is a folder, not a regular file, or a file of another kind.
        OSError: it cannot be read.
    """
    if path.is_dir():
        raise BookError(f"{path} is a folder: give the name of a file in it, such as {path / 'minutes.db'}.")
    if not path.exists():
        return
    if not path.is_file():
        raise BookError(f"{path} is no ordinary file: give the name of another.")
    with path.open("rb") as file:
        header = file.read(len(_SQLITE_HEADER))
    if header not in (b"", _SQLITE_HEADER):
        raise BookError(f"{path} is not a minute book: give the file of one, or a new name.")


def applied_steps(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Read which migrations the file has had, with a plain SELECT, in order.

    Raises:
        BookError: it belongs to another application, or a newer version of this one wrote it.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return []
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours or "_sqlite_migrations" not in tables:
        raise BookError(
            f"{path} is a database of another program: give the file of a minute book, or a new name."
        )
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"
    applied = [row[0] for row in connection.execute(sql, (MIGRATION_SET,))]
    if not STEPS.keys() >= set(applied):
        raise BookError(
            f"{path} was written by a newer version of minutebook: install that version to open it."
        )
    return applied


def _set_pragmas(connection: sqlite3.Connection) -> str:
    """Make writes durable and triggers whole; returns a notice where the drive refuses the log."""
    try:
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        mode = ""
    if mode != "wal":
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA recursive_triggers = ON")
    return "" if mode == "wal" else NO_WAL


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, applied: list[str]) -> None:
    """Apply the missing migrations; a book that had some is copied beside itself first."""
    from storage.copies import copy_to_new_file
    from storage.migrations import migrate

    if applied:
        kept = path.with_name(f"{path.stem}.before-update-{datetime.now():%Y-%m-%d-%H%M%S}{path.suffix}")
        copy_to_new_file(connection, kept)
    migrate(connection)
