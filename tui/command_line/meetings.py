"""`list`: the meetings of the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from textwrap import wrap

import click

from minutes.english import printed_time, short_date
from storage.records import MeetingLine
from tui.command_line.opening import find_body, opened
from tui.command_line.output import format_option, say_json


@click.command("list")
@click.option("--body", default="", metavar="NAME", help="Only this body's meetings.")
@format_option
@click.pass_obj
def list_command(path: Path, body: str, form: str) -> None:
    """List the meetings, the next first."""
    today = date.today()
    with opened(path) as book:
        body_id = find_body(book, body, today).id if body else None
        lines = book.meetings(today, body_id=body_id)
    if form == "json":
        say_json([_as_json(line) for line in lines])
    elif lines:
        click.echo(table(lines), nl=False)
    else:
        click.echo("No meetings yet; 'minutebook import FILE' brings in an agenda.", err=True)


def table(lines: Sequence[MeetingLine]) -> str:
    """The meetings, one a row of at most 80 columns; a long name goes on below itself."""
    widths = (max(len(str(line.id)) for line in lines), 11, 7, 10)
    indent = sum(widths) + 2 * len(widths)
    rows = []
    for line in lines:
        time = printed_time(line.time) if line.time else ""
        cells = (str(line.id).rjust(widths[0]), short_date(line.on), time, str(line.state))
        front = "".join(f"{cell:<{width}}  " for cell, width in zip(cells, widths, strict=True))
        name = wrap(line.body_name, 80 - indent, break_on_hyphens=False)
        rows.append(front + f"\n{' ' * indent}".join(name))
    return "\n".join(rows) + "\n"


def _as_json(line: MeetingLine) -> dict[str, object]:
    return {
        "meeting": line.id,
        "body": line.body_name,
        "organisation": line.organisation,
        "date": line.on.isoformat(),
        "time": line.time,
        "venue": line.venue,
        "state": str(line.state),
        "items": line.item_count,
        "entries": line.entry_count,
    }
