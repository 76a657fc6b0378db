"""Files in and out of the command line: what there is to be said of them goes to standard error."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from tui.files import named, read_content, restricted_name, text_from, write_file

to_standard_error = partial(click.echo, err=True)


def read_text(path: Path, what: str) -> str:
    """The text of the file `path`, or of standard input for "-" (see `text_from`).

    Raises FileError where it cannot be read, is empty or is binary; `what` is what was wanted ("agenda").
    """
    return text_from(read_content(path, what), named(path), what, to_standard_error)


def put_in_file(path: Path, content: bytes, *, restricted: bool, replacing: bool) -> None:
    """Write `content` to the file typed, a restricted copy under its own name.

    Says where that is another name. Raises FileError (see `write_file`).
    """
    target = restricted_name(path) if restricted else path
    write_file(target, content, private=restricted, replacing=replacing)
    if target != path:
        to_standard_error(f"Written to {target}, as it is restricted.")
