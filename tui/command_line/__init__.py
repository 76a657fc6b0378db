"""The command line: `minutebook [--book FILE] [COMMAND]`.

Nothing heavy is imported here: without a command the first screen must come at once, and a
command loads only what it needs.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

BOOK_VARIABLE = "MINUTEBOOK"
TRACE_VARIABLE = "MINUTEBOOK_DEBUG"

COMMANDS = {
    "demo": "tui.command_line.demo",
    "import": "tui.command_line.agendas",
    "agenda": "tui.command_line.summons",
    "take": "tui.command_line.notes",
    "print": "tui.command_line.paper",
    "actions": "tui.command_line.promises",
    "list": "tui.command_line.meetings",
    "search": "tui.command_line.searching",
    "check": "tui.command_line.checks",
    "approve": "tui.command_line.seals",
    "verify": "tui.command_line.seals",
    "backup": "tui.command_line.copies",
    "restore": "tui.command_line.copies",
}


class Program(click.Group):
    """Commands that are imported when they are named, and whose failures are one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order a clerk meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command `cmd_name`; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run the command line and end the process; what goes wrong is one line, never a traceback.

        With $MINUTEBOOK_DEBUG set the trace is let through.
        """
        try:
            return super().main(*arguments, **settings)
        except Exception as error:  # click has handled its own
            if os.environ.get(TRACE_VARIABLE):
                raise
            click.echo(f"Error: {_in_one_line(error)}", err=True)
            sys.exit(1)


def say_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Say which version this is, and end."""
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"minutebook {version('minutebook')}")
        except PackageNotFoundError:
            click.echo("minutebook, run from its source without being installed")
        ctx.exit()


@click.group(
    cls=Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--book",
    type=click.Path(path_type=Path),
    envvar=BOOK_VARIABLE,
    help=f"The book's file; else ${BOOK_VARIABLE}, else minutes.db in your data folder.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=say_version,
    help="Say which it is.",
)
@click.pass_context
def program(ctx: click.Context, book: Path | None) -> None:
    """A minute book for clerks. Without a command it opens the book on the screen.

    MEETING is a meeting's number, "last" or "next".
    """
    ctx.obj = book if book is not None else _own_book()
    if ctx.invoked_subcommand is None:
        from tui.command_line.terminal import run_screens

        run_screens(ctx.obj)


def main() -> None:
    """Run the command line and end the process: 0 done, 1 the book or a file says no, 2 wrong usage."""
    _reopen_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # where a dash has no place in the encoding, a `?` has
    try:
        program.main(prog_name="minutebook")
    except SystemExit as end:
        sys.exit(_written_out(end.code))


def _reopen_closed_streams() -> None:
    """Read nothing from, and write nowhere to, a stream the shell has closed: Python has None for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _own_book() -> Path:
    from platformdirs import user_data_path

    return user_data_path("minutebook", appauthor=False) / "minutes.db"


def _in_one_line(error: Exception) -> str:
    from minutes.agenda import AgendaError
    from storage import BookError
    from tui.files import FileError

    if isinstance(error, BookError | AgendaError | FileError):
        said = str(error)
    elif isinstance(error, OSError) and error.strerror:
        named = f"{error.filename}: " if error.filename else ""
        said = f"{named}{error.strerror}."
    else:
        said = f"This should not happen ({type(error).__name__}: {error}). What was recorded is safe; "
        said += f"set {TRACE_VARIABLE}=1 and do it again to see where."
    return " ".join(said.split())


def _written_out(status: str | int | None) -> str | int | None:
    """Write out what is still held back; a reader who has left (`| head`) is no failure, a full disk is."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if error.errno != errno.EPIPE:
                if stream is sys.stdout:
                    sys.stderr.write(f"Error: The output could not be written: {error.strerror}.\n")
                status = 1
    return status
