"""`demo`: the sample book, to try the program on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tui.command_line.terminal import need_terminal, run_screens


@click.command("demo")
def demo_command() -> None:
    """Open a sample book, with a meeting to take.

    It is made fresh in a temporary folder, and is gone afterwards.
    """
    need_terminal()
    from tui.demo import make_sample_book

    with TemporaryDirectory(prefix="minutebook-") as folder:
        book = Path(folder) / "minutes.db"
        make_sample_book(book, date.today())
        run_screens(book)
