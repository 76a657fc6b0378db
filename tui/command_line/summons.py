"""`agenda`: an agenda in the form import reads, or as the summons a body sends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes.agenda import write_agenda
from tui.command_line.files import put_in_file
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.command_line.sheets import Sheet, put_out, refuse_what_does_not_go_together, sheet_options
from tui.recalling import recalled_for_agenda


@click.command("agenda")
@meeting_argument
@sheet_options
@click.pass_obj
def agenda_command(path: Path, /, meeting: str, body: str, **options: object) -> None:
    """Print the agenda of MEETING, in the form import reads.

    With --format, or a FILE that is no text, it is the summons as it is sent out: date, place, members,
    quorum and the items. Of an exempt item the public agenda has the title, the pages and the paragraphs.
    """
    sheet = Sheet(**options)  # type: ignore[arg-type]  # click gives each option its type
    refuse_what_does_not_go_together(sheet)
    with opened(path) as book:
        record = book.meeting(find_meeting(book, meeting, body, date.today()))
        record = recalled_for_agenda(book, record)
    if sheet.form or sheet.pages or sheet.format != "text":
        from minutes.layouts.summons import build_summons

        put_out(build_summons(record, restricted=sheet.restricted), sheet)
        return
    text = write_agenda(record, restricted=sheet.restricted)
    if sheet.output is None:
        click.echo(text, nl=False)
    else:
        put_in_file(sheet.output, text.encode(), restricted=sheet.restricted, replacing=sheet.force)
