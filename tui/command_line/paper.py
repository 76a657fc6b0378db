"""`print`: a meeting's minutes in any format, on the terminal, in a pipe or in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes.formats import Written
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.command_line.sheets import (
    Sheet,
    deliver,
    put_out,
    refuse_what_does_not_go_together,
    sheet_options,
)
from tui.paper import document_of, kept_of, whole_of


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
@sheet_options
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
@click.pass_obj
def print_command(
    path: Path, /, meeting: str, body: str, version: int | None, layout: str, **options: object
) -> None:
    """Print the minutes of MEETING.

    In style on a terminal, as plain text in a pipe or a file. A restricted copy says so in the name of its
    file. Signed minutes print as they were signed. json is the record itself; taken with --restricted, import
    makes the meeting of it in another book.
    """
    sheet = Sheet(**options)  # type: ignore[arg-type]  # click gives each option its type
    refuse_what_does_not_go_together(sheet)
    if sheet.is_record and (version or layout or sheet.pages):
        raise click.UsageError("json is the record itself: leave out --version, --layout and --pages.")
    with opened(path) as book:
        meeting_id = find_meeting(book, meeting, body, date.today())
        if sheet.is_record:
            text = whole_of(book, meeting_id).as_json(restricted=sheet.restricted)
            deliver(Written(text.encode()), sheet)
            return
        kept = kept_of(book, meeting_id, restricted=sheet.restricted, version=version, layout=layout)
    put_out(document_of(kept), sheet)
