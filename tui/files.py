"""Files a clerk hands in, and files written out, for the screens and the command line alike."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

STANDARD_INPUT = Path("-")
LARGEST = 32_000_000  # bytes; more is no text of a meeting, and a device such as /dev/zero never ends
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_SAYS_RESTRICTED = re.compile(r"(?<![^\W\d_])restricted(?![^\W\d_])", re.IGNORECASE)  # and not "unrestricted"


class FileError(Exception):
    """A file cannot be read or written; the message is one line that says what to do."""


class InTheWayError(FileError):
    """There is such a file already, and nobody said that it may be replaced."""


def at_home(path: Path) -> Path:
    """The path with the home that a "~" at its beginning stands for; raises FileError where that is none."""
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise FileError(f"{path} names the home of nobody here; name another folder.") from error


def named(path: Path) -> str:
    """What a file is called in a line about it."""
    return "standard input" if path == STANDARD_INPUT else str(path)


def read_content(path: Path, what: str, *, waits: bool = True) -> bytes:
    """What the file `path` holds, or standard input for "-", whatever kind of file it is.

    Without `waits` pipes, devices and standard input are refused, which may never come to an end. Raises
    FileError where it cannot be read, is empty or too large.
    """
    content = _content(path, what, waits=waits)
    if len(content) > LARGEST:
        raise FileError(f"{named(path)} is too large; give a file that holds only the {what}.")
    if not content.strip():
        raise FileError(f"{named(path)} is empty; give a file that holds the {what}.")
    return content


def text_from(content: bytes, named: str, what: str, say: Callable[[str], object]) -> str:
    """The text that `content` is, of a file called `named`: UTF-8, UTF-16 with its mark, or else
    Windows-1252, which `say` is given a line on.

    Raises FileError where it is empty or binary; `what` is what was wanted ("agenda").
    """
    text = _decoded(content, named, say)
    if "\0" in text:
        raise FileError(f"{named} is a binary file; save the {what} as plain text first.")
    if not text.strip():
        raise FileError(f"{named} is empty; give a file that holds the {what}.")
    return text


def _decoded(content: bytes, named: str, say: Callable[[str], object]) -> str:
    encoding = next((known for mark, known in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if b"\0" not in content:
            say(f"{named} is not UTF-8; read as Windows-1252.")
        # five bytes stand for nothing in Windows-1252: they become U+FFFD, to be seen
        return content.decode("cp1252", errors="replace")


def restricted_name(path: Path) -> Path:
    """The file that a restricted copy goes to where `path` is typed: its name says "restricted".

    A folder, a pipe or a device stays what it is.
    """
    with _said_in_one_line(path):
        if _SAYS_RESTRICTED.search(path.name) or (path.exists() and not path.is_file()):
            return path
    return path.with_name(f"{path.stem}-restricted{path.suffix}")


def write_file(path: Path, content: bytes, *, private: bool, replacing: bool = True) -> None:
    """Write `content` to `path`, readable by its owner alone where `private`.

    What stood there before is replaced only when the new file is whole, and only where `replacing`: else
    InTheWayError is raised. Raises FileError where it cannot be written.
    """
    with _said_in_one_line(path):
        if path.is_dir():
            raise FileError(f"{path} is a folder; give the name of a file in it.")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or device cannot be replaced
            return
        target = path.resolve()
        if not target.parent.is_dir():
            folder = target.parent if path.is_symlink() else path.parent
            raise FileError(f"There is no folder {folder}; make it first, or name another.")
        if target.is_file() and not replacing:
            raise InTheWayError(f"{path} is there already; give another name, or --force to replace it.")
        _replace(target, content, 0o600 if private else 0o644)


@contextmanager
def _said_in_one_line(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        why = error.strerror if isinstance(error, OSError) else "its links lead in a circle"
        raise FileError(f"{path} cannot be written: {why}.") from error


def _replace(target: Path, content: bytes, mode: int) -> None:
    fresh = target.with_name(f".{token_hex(8)}")  # no longer than the longest name a folder takes
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)  # some drives say only now that they are full
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _content(path: Path, what: str, *, waits: bool) -> bytes:
    try:
        if not waits and (
            path == STANDARD_INPUT or (path.exists() and not (path.is_file() or path.is_dir()))
        ):
            raise FileError(f"{path} is no file; give one that holds the {what}.")
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(LARGEST + 1)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise FileError(f"{path} is a folder; give a file that holds the {what}.") from error
    except FileNotFoundError as error:
        raise FileError(f"There is no file {path}; give one that holds the {what}.") from error
    except OSError as error:
        raise FileError(f"{path} cannot be read: {error.strerror}.") from error
