"""`agenda`: an agenda in the form import reads, or as the summons a body sends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes.agenda import write_agenda
from minutes.formats import Written
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.command_line.sheets import Sheet, deliver, put_out, refuse_what_does_not_go_together, sheet_options
from tui.recalling import recalled_for_agenda


@click.command("agenda")
@meeting_argument
@sheet_options
@click.pass_obj
def agenda_command(path: Path, /, meeting: str, body: str, **options: object) -> None:
    """Print the agenda of MEETING, in the form import reads.

    With --format, or a FILE that is no text, it is the summons as it is sent out: date, place, members,
    quorum and the items. Of an exempt item the public agenda has the title, the pages and the paragraphs.
    json is the record of the meeting to come; taken with --restricted, import makes the meeting of it.
    """
    sheet = Sheet(**options)  # type: ignore[arg-type]  # click gives each option its type
    refuse_what_does_not_go_together(sheet)
    if sheet.is_record and sheet.pages:
        raise click.UsageError("json is the record itself: leave out --pages.")
    with opened(path) as book:
        record = book.meeting(find_meeting(book, meeting, body, date.today()))
        record = recalled_for_agenda(book, record)
    if sheet.is_record:
        from minutes.interchange import to_json
        from minutes.layouts.summons import as_summoned

        deliver(Written(to_json(as_summoned(record), restricted=sheet.restricted).encode()), sheet)
    elif sheet.form or sheet.pages or sheet.format != "text":
        from minutes.layouts.summons import build_summons

        put_out(build_summons(record, restricted=sheet.restricted), sheet)
    else:
        deliver(Written(write_agenda(record, restricted=sheet.restricted).encode()), sheet)
