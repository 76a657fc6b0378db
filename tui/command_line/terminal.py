"""Starting the screens from the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click


def need_terminal() -> None:
    """Raise ClickException where there is no terminal to show the screens in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.ClickException(
            "The screens need a terminal; in a pipe use a command such as 'minutebook list'."
        )


def run_screens(book: Path) -> None:
    """Run the terminal program on `book` until the clerk leaves it.

    Raises ClickException where there is no terminal, and Exit where the program ended with an error,
    which it has said itself.
    """
    need_terminal()
    from tui.app import MinutebookApp

    app = MinutebookApp(book)
    app.run()
    if app.return_code:
        raise click.exceptions.Exit(app.return_code)
