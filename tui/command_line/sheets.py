"""How a document comes out: in which format, on the terminal, in a pipe or in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes.document import Document
from minutes.formats import SUFFIXES, WIDTH, Written, write
from tui.command_line.files import put_in_file
from tui.command_line.output import output_option
from tui.paper import BINARY, RECORD, form_named, names_record

_STYLES = {
    **dict.fromkeys(("head", "heading", "subheading", "strong", "mark"), "bold"),
    "check": "reverse",
}
_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the options ask for; `form` is None where the file's name decides."""

    form: str | None
    output: Path | None
    force: bool
    restricted: bool
    width: int
    pages: bool

    @property
    def format(self) -> str:
        """The format to write."""
        return self.form or (form_named(self.output) if self.output else "") or "text"

    @property
    def is_record(self) -> bool:
        """Whether the record itself is asked for."""
        named = self.output is not None and self.form is None and names_record(self.output)
        return named or self.form == RECORD

    @property
    def unknown_suffix(self) -> str:
        """What FILE's name ends in where that should tell the format and is none of them, else ""."""
        if self.output is None or self.form or form_named(self.output) or names_record(self.output):
            return ""
        return self.output.suffix


def sheet_options(command: _Command) -> _Command:
    """Give a command the options of `Sheet`."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice([*SUFFIXES, RECORD]),
            default=None,
            show_default="by FILE's name, else text",
            help="What to write.",
        ),
        output_option,
        click.option("--force", is_flag=True, help="Replace FILE where it is there already."),
        click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it."),
        click.option(
            "--width",
            type=click.IntRange(30, 400),
            default=WIDTH,
            show_default=True,
            help="Columns of the text.",
        ),
        click.option("--pages", is_flag=True, help="Break the text into pages, with running heads."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def refuse_what_does_not_go_together(sheet: Sheet) -> None:
    """Raise ClickException where one option makes another say nothing, or what comes out cannot be seen."""
    if sheet.pages and sheet.format != "text":
        raise click.UsageError(f"--pages breaks text into pages: leave it out with {sheet.format}.")
    if sheet.force and sheet.output is None:
        raise click.UsageError("--force replaces a file: name it with -o FILE.")
    if sheet.format in BINARY and sheet.output is None and _on_terminal():
        name = f"minutes{SUFFIXES[sheet.format]}"
        raise click.ClickException(f"A terminal cannot show {sheet.format}: give a file, such as -o {name}.")


def put_out(document: Document, sheet: Sheet) -> None:
    """Write a document as it is asked for, and say what there is to be said of it.

    Raises FileError where its file cannot be written, ClickException where the format cannot hold it.
    """
    if sheet.format == "text" and sheet.output is None and not sheet.pages:
        show(document, sheet.width)
        return
    try:
        written = write(document, sheet.format, width=sheet.width, pages=sheet.pages)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    deliver(written, sheet)


def deliver(written: Written, sheet: Sheet) -> None:
    """Write what is written already to the file, or to standard output, and say what there is to be said."""
    if sheet.output is not None:
        put_in_file(sheet.output, written.content, restricted=sheet.restricted, replacing=sheet.force)
    elif sheet.format == "text":
        click.echo(written.content.decode(), nl=False)  # in the terminal's encoding
    else:
        click.echo(written.content, nl=False)
    if sheet.unknown_suffix:
        click.echo(f"Written as text, since no format ends in “{sheet.unknown_suffix}”.", err=True)
    for note in written.notes:
        click.echo(note, err=True)


def show(document: Document, width: int) -> None:
    """Write a document to standard output: plain, or with its headings bold where that is a terminal."""
    from minutes.formats.text import page, write

    if not _on_terminal():
        click.echo(write(document, width), nl=False)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in page(document, width):
        console.print(Text(line.text, _STYLES.get(line.style, "")), soft_wrap=True)


def _on_terminal() -> bool:
    return sys.stdout.isatty()
