"""`print`: a meeting's minutes, on the terminal, in a pipe or in a file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from minutes.document import Document
from minutes.formats.text import page, write
from minutes.layouts import build
from tui.command_line.files import write_text
from tui.command_line.opening import find_meeting, meeting_argument, opened

WIDTH = 76
_STYLES = {"head": "bold", "heading": "bold", "subheading": "bold", "mark": "bold", "check": "reverse"}


@click.command("print")
@meeting_argument
@click.option("--format", "form", type=click.Choice(["text"]), default="text", help="What to write.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.option(
    "--width",
    type=click.IntRange(30, 400),
    default=WIDTH,
    show_default=True,
    help="Columns of the text.",
)
@click.pass_obj
def print_command(
    path: Path, meeting: str, body: str, form: str, output: Path | None, restricted: bool, width: int
) -> None:
    """Print the minutes of MEETING.

    In style on a terminal, as plain text in a pipe or a file.
    """
    del form  # there is one so far
    with opened(path) as book:
        record = book.meeting(find_meeting(book, meeting, body, date.today()))
    document = build(record, restricted=restricted)
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
