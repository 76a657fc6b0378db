"""`print`: a meeting's minutes, on the terminal, in a pipe or in a file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from minutes.document import Document
from minutes.formats.text import page, write
from tui.command_line.files import write_text
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.paper import document_of, kept_of

WIDTH = 76
_STYLES = {"head": "bold", "heading": "bold", "subheading": "bold", "mark": "bold", "check": "reverse"}


@click.command("print")
@meeting_argument
@click.option("--format", "form", type=click.Choice(["text"]), default="text", help="What to write.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.option(
    "--version",
    type=click.IntRange(min=1),
    metavar="N",
    help="Of signed minutes: 1 as they were before corrections; else the last.",
)
@click.option(
    "--width",
    type=click.IntRange(30, 400),
    default=WIDTH,
    show_default=True,
    help="Columns of the text.",
)
@click.pass_obj
def print_command(
    path: Path,
    meeting: str,
    body: str,
    form: str,
    output: Path | None,
    restricted: bool,
    version: int | None,
    width: int,
) -> None:
    """Print the minutes of MEETING.

    In style on a terminal, as plain text in a pipe or a file. Signed minutes print as they were signed.
    """
    del form  # there is one so far
    with opened(path) as book:
        meeting_id = find_meeting(book, meeting, body, date.today())
        document = document_of(kept_of(book, meeting_id, restricted=restricted, version=version))
    if output is not None:
        write_text(output, write(document, width), private=restricted)
    else:
        show(document, width)


def show(document: Document, width: int) -> None:
    """Write a document to standard output: plain, or with its headings bold where that is a terminal."""
    if not sys.stdout.isatty():
        click.echo(write(document, width), nl=False)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in page(document, width):
        console.print(Text(line.text, _STYLES.get(line.style, "")), soft_wrap=True)
