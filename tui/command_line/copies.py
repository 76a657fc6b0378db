"""`backup` and `restore`: a safe copy of the book, and back again."""

from __future__ import annotations

from pathlib import Path

import click

from storage import restore
from tui.command_line.opening import opened

_FILE = click.Path(path_type=Path)


@click.command("backup")
@click.argument("file", type=_FILE)
@click.pass_obj
def backup_command(path: Path, file: Path) -> None:
    """Copy the book to FILE, also while it is open."""
    with opened(path) as book:
        book.backup(file)
    click.echo(f"The book is copied to {file}.")


@click.command("restore")
@click.argument("file", type=_FILE)
@click.pass_obj
def restore_command(path: Path, file: Path) -> None:
    """Put the book back as it is in FILE.

    What it held before is kept beside it.
    """
    kept = restore(path, file)
    before = f" What it held before is kept in {kept}." if kept else ""
    click.echo(f"The book is as in {file}.{before}")
