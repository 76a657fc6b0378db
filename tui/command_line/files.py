"""Files a clerk hands in, and files written out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

STANDARD_INPUT = Path("-")
LARGEST = 32_000_000  # bytes; more is no text of a meeting, and a device such as /dev/zero never ends
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read_text(path: Path, what: str) -> str:
    """The text of the file `path`, or of standard input for "-": UTF-8, UTF-16 with its mark, or
    else Windows-1252, which is said in one line on standard error.

    Raises ClickException in one line where it cannot be read, is empty or is binary; `what` is
    what was wanted ("agenda").
    """
    named = "standard input" if path == STANDARD_INPUT else str(path)
    content = _content(path, what)
    if len(content) > LARGEST:
        raise click.ClickException(f"{named} is too large; give a file that holds only the {what}.")
    if not content.strip():
        raise click.ClickException(f"{named} is empty; give a file that holds the {what}.")
    text = decode(content, named)
    if "\0" in text:
        raise click.ClickException(f"{named} is a binary file; save the {what} as plain text first.")
    if not text.strip():
        raise click.ClickException(f"{named} is empty; give a file that holds the {what}.")
    return text


def decode(content: bytes, named: str) -> str:
    """Read `content` as text (see `read_text`); `named` is what the line about Windows-1252 calls it."""
    encoding = next((known for mark, known in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if b"\0" not in content:
            click.echo(f"{named} is not UTF-8; read as Windows-1252.", err=True)
        # five bytes stand for nothing in Windows-1252: they become U+FFFD, to be seen
        return content.decode("cp1252", errors="replace")


def write_text(path: Path, text: str, *, private: bool, replacing: bool = True) -> None:
    """Write `text` to `path` as UTF-8, readable by its owner alone where `private`.

    What stood there before is replaced only when the new text is whole, and only where `replacing`. Raises
    ClickException in one line where it cannot be written.
    """
    target = path.resolve()
    if target.is_dir():
        raise click.ClickException(f"{path} is a folder; give the name of a file in it.")
    if target.is_file() and not replacing:
        raise click.ClickException(f"{path} is there already; give another name, or --force to replace it.")
    try:
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8")  # a pipe or device cannot be replaced
        else:
            _replace(target, text, 0o600 if private else 0o644)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}.") from error


def _replace(target: Path, text: str, mode: int) -> None:
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def _content(path: Path, what: str) -> bytes:
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(LARGEST + 1)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except IsADirectoryError as error:
        raise click.ClickException(f"{path} is a folder; give a file that holds the {what}.") from error
    except FileNotFoundError as error:
        raise click.ClickException(f"There is no file {path}; give one that holds the {what}.") from error
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}.") from error
