"""The action log and the page before a meeting, in every format, on the terminal or in a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from minutes.arising import Arising
from minutes.document import Document
from storage.records import Action, MeetingRecord
from tui.command_line.files import put_in_file
from tui.command_line.output import json_of
from tui.command_line.promise_rows import Row, arising_as_csv, log_as_csv, row_of, rows_arising
from tui.command_line.sheets import show
from tui.paper import form_named

FORMATS = ("text", "markdown", "html", "csv", "json", "ics")
WIDTH = 80
_BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes a file for Windows-1252


@dataclass(frozen=True, slots=True)
class Log:
    """The action log of `promises`, in the order given; `charted` are those that its chart counts, None
    where it has no chart."""

    promises: tuple[Action, ...]
    on: date
    title: str
    restricted: bool
    charted: tuple[Action, ...] | None

    def document(self) -> Document:
        """The log as a document."""
        from minutes.layouts.action_log import build_log

        return build_log(
            self.promises, self.on, title=self.title, restricted=self.restricted, charted=self.charted
        )

    def rows(self) -> list[Row]:
        """The log as objects."""
        return [row_of(action, self.on) for action in self.promises]

    def values(self) -> str:
        """The log as comma-separated values."""
        return log_as_csv(self.promises, self.on)


@dataclass(frozen=True, slots=True)
class Page:
    """The page that the meeting of `record` begins from."""

    arising: Arising
    record: MeetingRecord
    restricted: bool

    @property
    def promises(self) -> tuple[Action, ...]:
        """What is owed by it."""
        return self.arising.promises

    def document(self) -> Document:
        """The page as a document."""
        from minutes.layouts.arising import build_arising

        return build_arising(self.arising, self.record.body, self.record.meeting, restricted=self.restricted)

    def rows(self) -> list[Row]:
        """The page as objects."""
        return rows_arising(self.arising)

    def values(self) -> str:
        """The page as comma-separated values."""
        return arising_as_csv(self.arising)


Paper = Log | Page


def form_told_by(output: Path | None) -> str:
    """The format of the log that a file's name tells; text without a name.

    Raises UsageError where the name ends in none of them.
    """
    if output is None or not output.suffix:
        return "text"
    told = form_named(output) or output.suffix[1:].lower()
    if told not in FORMATS:
        raise click.UsageError(
            f"The log is not written as “{output.suffix}”: end FILE in .txt, .md, .html, .csv, .json or "
            ".ics, or give --format."
        )
    return told


def put_out(paper: Paper, form: str, output: Path | None, *, replacing: bool) -> None:
    """Write the paper in the format `form` to `output`, or to standard output where it is None.

    A file that is there already is replaced where `replacing`. Raises ClickException in one line where it
    cannot be written.
    """
    if output is not None:
        text = _written(paper, form)
        if form == "ics" and not text:
            raise click.ClickException(f"{output} is not written: nothing that is owed has a date.")
        mark = _BYTE_ORDER_MARK if form == "csv" else ""
        put_in_file(output, (mark + text).encode(), restricted=paper.restricted, replacing=replacing)
    elif form == "ics" and not (text := _written(paper, form)):
        click.echo("Nothing that is owed has a date.", err=True)
    elif form != "text":
        click.echo(_written(paper, form), nl=False)
    elif paper.promises or isinstance(paper, Page):
        show(paper.document(), WIDTH)
    else:
        click.echo("No actions to list.", err=True)


def _written(paper: Paper, form: str) -> str:
    """The paper as text in the format `form`; "" for a calendar without an event."""
    match form:
        case "json":
            return json_of(paper.rows())
        case "csv":
            return paper.values()
        case "ics":
            from minutes.due_dates import has_date, write_calendar

            dated = list(filter(has_date, paper.promises))
            return write_calendar(dated, datetime.now().astimezone()) if dated else ""
        case "markdown":
            from minutes.formats.markdown import write as write_markdown

            return write_markdown(paper.document())
        case "html":
            from minutes.formats.html import write as write_html

            return write_html(paper.document())
    from minutes.formats.text import write

    return write(paper.document(), WIDTH)
