"""`print`: a meeting's minutes in any format, on the terminal, in a pipe or in a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from minutes.document import Document
from minutes.formats import SUFFIXES, WIDTH, Written, write
from tui.command_line.files import put_in_file
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.paper import BINARY, document_of, form_named, kept_of

_STYLES = {"head": "bold", "heading": "bold", "subheading": "bold", "mark": "bold", "check": "reverse"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options ask for; `form` is None where the file's name decides."""

    form: str | None
    output: Path | None
    force: bool
    restricted: bool
    version: int | None
    layout: str
    width: int
    pages: bool

    @property
    def format(self) -> str:
        """The format to write."""
        return self.form or (form_named(self.output) if self.output else "") or "text"


def _layout(_ctx: click.Context, _option: click.Parameter, typed: str) -> str:
    """The layout named; none of that name is wrong usage."""
    if not typed:
        return ""
    from minutes.style import layout_named

    try:
        return layout_named(typed)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command("print")
@meeting_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(SUFFIXES)),
    default=None,
    show_default="by FILE's name, else text",
    help="What to write.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.option(
    "--version",
    type=click.IntRange(min=1),
    metavar="N",
    help="Of signed minutes: 1 as they were before corrections; else the last.",
)
@click.option(
    "--layout",
    default="",
    callback=_layout,
    metavar="NAME",
    help="Another house style than the body's: committee, board, governors, decision notice, action log.",
)
@click.option(
    "--width", type=click.IntRange(30, 400), default=WIDTH, show_default=True, help="Columns of the text."
)
@click.option("--pages", is_flag=True, help="Break the text into pages, with running heads.")
@click.pass_obj
def print_command(path: Path, /, meeting: str, body: str, **options: object) -> None:
    """Print the minutes of MEETING.

    In style on a terminal, as plain text in a pipe or a file. A restricted copy says so in the name of its
    file. Signed minutes print as they were signed.
    """
    asked = Asked(**options)  # type: ignore[arg-type]  # click gives each option its type
    _refuse_what_does_not_go_together(asked)
    with opened(path) as book:
        meeting_id = find_meeting(book, meeting, body, date.today())
        kept = kept_of(
            book, meeting_id, restricted=asked.restricted, version=asked.version, layout=asked.layout
        )
    document = document_of(kept)
    if asked.format == "text" and asked.output is None and not asked.pages:
        show(document, asked.width)
    else:
        _put_out(write(document, asked.format, width=asked.width, pages=asked.pages), asked)


def _refuse_what_does_not_go_together(asked: Asked) -> None:
    """Raise ClickException where one option makes another say nothing, or what comes out cannot be seen."""
    if asked.pages and asked.format != "text":
        raise click.UsageError(f"--pages breaks text into pages: leave it out with {asked.format}.")
    if asked.force and asked.output is None:
        raise click.UsageError("--force replaces a file: name it with -o FILE.")
    if asked.format in BINARY and asked.output is None and _on_terminal():
        name = f"minutes{SUFFIXES[asked.format]}"
        raise click.ClickException(f"A terminal cannot show {asked.format}: give a file, such as -o {name}.")


def _put_out(written: Written, asked: Asked) -> None:
    """Write the file, or to standard output, and say what there is to be said of it."""
    if asked.output is not None:
        put_in_file(asked.output, written.content, restricted=asked.restricted, replacing=asked.force)
    elif asked.format == "text":
        click.echo(written.content.decode(), nl=False)  # in the terminal's encoding
    else:
        click.echo(written.content, nl=False)
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
