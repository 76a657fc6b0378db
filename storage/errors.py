"""What the book says when it cannot do what was asked: one line that tells what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


class BookError(Exception):
    """The book, a file or the facts say no; the message is one line that says what to do."""


class _InPlace(Protocol):
    @property
    def path(self) -> Path: ...

    def see_in_place(self) -> None: ...


_Book = TypeVar("_Book", bound=_InPlace)
_Args = ParamSpec("_Args")
_Answer = TypeVar("_Answer")


def told(
    method: Callable[Concatenate[_Book, _Args], _Answer],
) -> Callable[Concatenate[_Book, _Args], _Answer]:
    """Make a method of the book raise `BookError` where SQLite or a text would raise its own error."""

    @wraps(method)
    def telling(book: _Book, /, *args: _Args.args, **kwargs: _Args.kwargs) -> _Answer:
        import sqlite3

        try:
            book.see_in_place()
            return method(book, *args, **kwargs)
        except sqlite3.Error as error:
            raise in_words(error, book.path) from error
        except UnicodeDecodeError as error:
            raise in_words(error, book.path) from error
        except UnicodeEncodeError as error:
            raise BookError("The text holds half a character of a broken paste: type it again.") from error
        except OverflowError as error:
            raise BookError("That number is too large for the book: give a smaller one.") from error

    return telling


def unquoted(error: Exception) -> str:
    """What an error says, without the text of the book that Python quotes in it: it may be exempt."""
    return str(error).partition(" with text ")[0]


def in_words(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> BookError:
    """Say what an error of SQLite on the book at `path` means for the clerk."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    # Python cannot read what SQLite quotes of a damaged table, or what stands in a row
    if isinstance(error, UnicodeDecodeError) or str(error) != unquoted(error):
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return BookError(
            "What this belongs to was removed in another window: look at the record and try again."
        )
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return BookError(str(error))  # a guard's own words
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BookError(f"Another window is writing to {path}: wait a moment and try again.")
        case sqlite3.SQLITE_FULL:
            return BookError(f"The disk that holds {path} is full: make room on it and try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return BookError(f"{path} cannot be written: change the permissions of the file and its folder.")
        case sqlite3.SQLITE_CANTOPEN:
            return BookError(
                f"{path} cannot be opened: check that it exists and that its folder can be written."
            )
        case sqlite3.SQLITE_NOTADB:
            return BookError(f"{path} is not a minute book: give the file of one, or a new name.")
        case sqlite3.SQLITE_CORRUPT:
            return BookError(f"{path} is damaged: bring back a copy with “minutebook restore FILE”.")
        case sqlite3.SQLITE_IOERR:
            return BookError(f"The disk failed on {path}: check the disk or the network drive and try again.")
    return BookError(f"{path} would not take that ({error}): nothing was changed; try again.")
