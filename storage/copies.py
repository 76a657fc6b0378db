"""Safe copies: a backup while the book is open, and the way back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from storage.errors import BookError, in_words
from storage.opening import BUSY_SECONDS, applied_steps, check_file, connect, make_private_file, open_book
from storage.schema import APPLICATION_ID


def copy_to_new_file(connection: sqlite3.Connection, target: Path) -> None:
    """Write the whole book to `target`, one file readable by its owner alone, while it is in use.

    Raises:
        BookError: `target` exists already, or cannot be written.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise BookError(f"{target} exists already: give the backup another name.") from None
    except OSError as error:
        raise BookError(f"{target} cannot be written ({error.strerror}): choose another place.") from error
    try:
        copy = connect(target)
        try:
            _copy(connection, copy)
            # one file, with no log beside it, can be carried away
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error | UnicodeDecodeError):
            raise in_words(error, target) from error
        raise


def restore(book: Path, source: Path, *, now: Callable[[], datetime] = datetime.now) -> Path | None:
    """Bring back the book kept in `source`; returns where the present one was put aside, if there was one.

    `source` is checked first and never changed. `now` gives the time in the name of the kept copy.

    Raises:
        BookError: `source` is no sound minute book of a known version, or a file cannot be read or written.
    """
    if source.exists() and book.exists() and source.samefile(book):
        raise BookError(f"{source} is the book itself: give the file of a backup.")
    backup = _open_sound(source)
    try:
        kept = _put_aside(book, now()) if book.is_file() and book.stat().st_size else None
        make_private_file(book)
        present = connect(book)
        try:
            _copy(backup, present)
        finally:
            present.close()
        # an older backup is brought up to date at once, for the windows that are open
        open_book(book)[0].close()
    except sqlite3.Error as error:
        raise in_words(error, book) from error
    except OSError as error:
        raise BookError(
            f"{book} cannot be replaced ({error.strerror}): check the disk and its folder."
        ) from error
    finally:
        backup.close()
    return kept


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy page by page; gives up after the busy time, which SQLite's own loop does not."""
    until = time.monotonic() + BUSY_SECONDS

    def waited(status: int, remaining: int, total: int) -> None:
        del remaining, total
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise BookError("Another window is writing to the book: close it and try again.")

    source.backup(target, progress=waited)


def _open_sound(source: Path) -> sqlite3.Connection:
    """Open a backup for reading, once it is known to be a whole minute book of a known version."""
    if not source.exists():
        raise BookError(f"{source} does not exist: give the file of a backup.")
    try:
        check_file(source)
    except OSError as error:
        raise BookError(f"{source} cannot be read ({error.strerror}): change its permissions.") from error
    connection = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        if not applied_steps(connection, source):
            raise BookError(f"{source} is an empty file, not a backup: give the file of a backup.")
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BookError(f"{source} is damaged: give the file of another backup.")
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error | UnicodeDecodeError):
            raise BookError(
                f"{source} is damaged or no minute book: give the file of another backup."
            ) from error
        raise
    return connection


def _put_aside(book: Path, at: datetime) -> Path:
    """Keep the present book under a name with the time in it; a damaged one is moved there as it is."""
    kept = book.with_name(f"{book.stem}.before-restore-{at:%Y-%m-%d-%H%M%S}{book.suffix}")
    if not _readable(book):
        if kept.exists():
            raise BookError(f"{kept} exists already: wait a second and try again.")
        for tail in ("", "-wal", "-shm"):
            if Path(f"{book}{tail}").exists():
                shutil.move(f"{book}{tail}", f"{kept}{tail}")
        return kept
    connection = connect(book)
    try:
        copy_to_new_file(connection, kept)
    finally:
        connection.close()
    return kept


def _readable(book: Path) -> bool:
    """Whether SQLite can still make a copy of the file and it is a minute book."""
    connection = connect(book)
    try:
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise
        return False
    else:
        return bool(sound and ours)
    finally:
        connection.close()
