"""Starting the screens from the command line."""

from __future__ import annotations

import os
import sys
from io import StringIO
from pathlib import Path

import click

from tui.command_line import TRACE_VARIABLE

_NEVER_WRAPPED = 10_000


def need_terminal() -> None:
    """Raise ClickException where there is no terminal to show the screens in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.ClickException(
            "The screens need a terminal; in a pipe use a command such as 'minutebook list'."
        )


def run_screens(book: Path) -> None:
    """Run the terminal program on `book` until the clerk leaves it.

    Raises ClickException where there is no terminal, and where the program ended with an error, which
    it says in one line; with $MINUTEBOOK_DEBUG set the trace is shown as it comes.
    """
    need_terminal()
    from rich.console import Console

    from tui.app import MinutebookApp

    app = MinutebookApp(book)
    last_words = StringIO()
    if not os.environ.get(TRACE_VARIABLE):
        app.error_console = Console(file=last_words, width=_NEVER_WRAPPED)
    app.run()
    if app.return_code:
        raise click.ClickException(_in_one_line(last_words.getvalue()))


def _in_one_line(last_words: str) -> str:
    """What the program said as it ended; of a trace only its last line, which names the failure."""
    lines = [line.strip() for line in last_words.splitlines() if line.strip()] or ["It ended too early."]
    if "Traceback" not in last_words:
        return " ".join(lines)
    return (
        f"minutebook had to stop ({lines[-1]}). What was recorded is safe, and so is the line you were in; "
        f"set {TRACE_VARIABLE}=1 and do it again to see where."
    )
