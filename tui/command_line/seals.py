"""`approve` and `verify`: minutes are signed, and proved to be as they were signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes.english import printed_date
from tui.command_line.opening import find_meeting, meeting_argument, opened


@click.command("approve")
@meeting_argument
@click.pass_obj
def approve_command(path: Path, meeting: str, body: str) -> None:
    """Sign the minutes of MEETING, which nothing changes from then on.

    The next meeting's /previous does the same when that meeting is closed.
    """
    with opened(path) as book:
        meeting_id = find_meeting(book, meeting, body, date.today())
        record = book.meeting(meeting_id)
        seal = book.approve(meeting_id)
    of = f"{record.body.name}, {printed_date(record.meeting.on)}"
    click.echo(f"Signed: the minutes of {of} (meeting {meeting_id}).")
    click.echo(f"Their hash, to be noted on the paper the chair signs: {seal}")


@click.command("verify")
@click.pass_obj
def verify_command(path: Path) -> None:
    """Prove that signed minutes are untouched."""
    with opened(path) as book:
        verdict = book.verify()
    for fault in verdict.faults:
        click.echo(fault)
    if verdict.faults:
        raise click.ClickException(
            "Signed minutes are not as they were signed: compare the signed papers, and bring an untouched "
            "copy of the book back with 'minutebook restore FILE'."
        )
    if not verdict.signed:
        click.echo("No minutes are signed yet.")
        return
    meetings = "1 meeting" if verdict.signed == 1 else f"{verdict.signed} meetings"
    click.echo(f"The minutes of {meetings} are signed, and untouched.")
    click.echo(f"The last hash, to be noted on paper: {verdict.last}")
