"""`check`: what to put right before a meeting's minutes are approved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from minutes.checking import Finding, findings
from minutes.english import counted
from storage.records import MeetingRecord
from tui.command_line.opening import find_meeting, meeting_argument, opened
from tui.command_line.output import format_option, say_json


@click.command("check")
@meeting_argument
@format_option
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.pass_obj
def check_command(path: Path, meeting: str, body: str, form: str, restricted: bool) -> None:
    """List what to put right before it is closed.

    Exits with 1 where there is anything. What exempt lines say is told with --restricted alone.
    """
    with opened(path) as book:
        record = book.meeting(find_meeting(book, meeting, body, date.today()))
    found = findings(record)
    if form == "json":
        say_json([_as_json(finding, record, shown=restricted or not finding.exempt) for finding in found])
    else:
        _say(found, restricted=restricted)
    if found:
        raise click.ClickException(
            f"{to_put_right(len(found))} before these minutes are approved: change the lines on the screen."
        )


def to_put_right(count: int) -> str:
    """How much there is to put right, in words."""
    return f"{counted(count, 'thing')} to put right"


def _say(found: tuple[Finding, ...], *, restricted: bool) -> None:
    shown = [finding for finding in found if restricted or not finding.exempt]
    for finding in shown:
        click.echo(finding.words)
    if hidden := len(found) - len(shown):
        more = " more" if shown else ""
        click.echo(f"{hidden}{more} in exempt lines: --restricted shows {'it' if hidden == 1 else 'them'}.")
    if not found:
        click.echo("There is nothing to put right.")


def _as_json(finding: Finding, record: MeetingRecord, *, shown: bool) -> dict[str, object]:
    numbers = {item.id: item.number for item in record.items}
    lines = {entry.id: entry.source for entry in record.entries}
    return {
        "meeting": record.meeting.id,
        "finding": str(finding.fault),
        "item": numbers.get(finding.item_id or 0, ""),
        "words": finding.words if shown else "",
        "line": lines.get(finding.entry_id or 0, "") if shown else "",
        "exempt": finding.exempt,
    }
