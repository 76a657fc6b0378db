"""`take`: a meeting's shorthand from a file, recorded as the composer would."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from minutes.checking import Finding, findings
from minutes.english import counted
from minutes.shorthand import Reading
from minutes.sitting import Sitting
from storage.records import Kind
from tui.agreeing import agreements, days_agreed, read_agreeing
from tui.command_line.checks import to_put_right
from tui.command_line.files import read_text
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.files import STANDARD_INPUT
from tui.recalling import recalled


@click.command("take")
@meeting_argument
@click.argument("notes", type=click.Path(path_type=Path), default=STANDARD_INPUT)
@click.pass_obj
def take_command(path: Path, meeting: str, notes: Path, body: str) -> None:
    """Record a meeting's shorthand from NOTES.

    Without NOTES, or with -, from standard input. All of it is recorded as one act, or nothing. Lines
    that could not be read are kept, and listed as lines to check.
    """
    if notes == STANDARD_INPUT and sys.stdin.isatty():
        click.echo("Type shorthand; ctrl+d on an empty line records it, ctrl+c leaves.", err=True)
    text = read_text(notes, "notes")
    with opened(path) as book:
        meeting_id = find_meeting(book, meeting, body, date.today())
        sitting = Sitting(recalled(book, book.meeting(meeting_id), text))
        reading = read_agreeing(text, sitting)
        if days := days_agreed(reading.act):
            reading = read_agreeing(text, sitting, agreed=agreements(book, meeting_id, days))
        if not reading.act.entries:
            raise click.ClickException(f"{_named(notes)} holds only comments; nothing was recorded.")
        ids = book.record(meeting_id, reading.act, at=datetime.now())
        record = book.meeting(meeting_id)
    found = findings(record)
    doubts = _doubts(reading, ids, found, _named(notes))
    for doubt in doubts:
        click.echo(doubt, err=True)
    if found and any(entry.kind is Kind.CLOSE for entry in reading.act.entries):
        click.echo(f"{to_put_right(len(found))}: minutebook check {meeting_id}", err=True)
    count = len(reading.act.entries)
    checks = f", {len(doubts)} to check" if doubts else ""
    click.echo(f"Recorded {counted(count, 'line')} in meeting {meeting_id}{checks}.")


def _doubts(reading: Reading, ids: Sequence[int], found: Sequence[Finding], named: str) -> list[str]:
    """The lines to check, each as "notes.txt:12: why", but for what may tell of exempt lines."""
    exempt = {finding.entry_id for finding in found if finding.exempt}
    elsewhere = "to check, and told by minutebook check --restricted: exempt lines may be why"
    return [
        f"{named}:{number}: {elsewhere if entry_id in exempt else entry.doubt}"
        for number, entry_id, entry in zip(reading.line_numbers, ids, reading.act.entries, strict=True)
        if entry.doubt
    ]


def _named(notes: Path) -> str:
    return "standard input" if notes == STANDARD_INPUT else str(notes)
