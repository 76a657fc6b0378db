"""`import`: an agenda in, from whatever it was sent as, or a record that another book gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from minutes.agenda import default_noun
from minutes.cleaning import clean
from minutes.english import counted, listed, printed_date
from storage import Imported, MinuteBook
from storage.records import Agenda
from tui.command_line.files import to_standard_error
from tui.command_line.opening import fitting_bodies, opened
from tui.files import named, read_content, text_from
from tui.handed_in import fate, is_record, left_out, read_agenda_file, told

_UNNUMBERED = "an item without a number is taken by /next alone: number it here, or on the Prepare screen."
_DRY = "Nothing is recorded: this was a dry run."


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--body", default="", metavar="NAME", help="The body it belongs to, whatever the file says.")
@click.option("--dry-run", is_flag=True, help="Say what was read; record nothing.")
@click.pass_obj
def import_command(path: Path, file: Path, body: str, dry_run: bool) -> None:
    """Read an agenda or a pack; make or complete its meeting.

    FILE is text, Markdown, Word or PDF. What is to be checked of it is marked with a question mark. A
    record that "print --format json --restricted" gave makes its meeting anew.
    """
    body = " ".join(clean(body).split())
    content, name = read_content(file, "agenda"), named(file)
    if is_record(content):
        _import_record(path, text_from(content, name, "record", to_standard_error), dry_run)
        return
    reading = read_agenda_file(content, name, body, to_standard_error)
    today = date.today()
    with opened(path) as book:
        agenda = _of_known_body(reading.agenda, book, body)
        foretold = fate(agenda, book.bodies(today), book.meetings(today))
        imported = None if dry_run else book.save_agenda(agenda)
    click.echo("\n".join(map(str, told(replace(reading, agenda=agenda), whole=False))))
    for line in left_out(reading):
        click.echo(f"{file}: left out: {line}", err=True)
    if any(not item.number for item in agenda.items):
        click.echo(f"{file}: {_UNNUMBERED}", err=True)
    click.echo(_outcome(imported) if imported else f"{foretold}\n{_DRY}")


def _import_record(path: Path, text: str, dry_run: bool) -> None:
    """Make the meeting of a record that another book gave."""
    from minutes.interchange import record_from

    try:
        taken = record_from(text)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    record = taken.record
    counts = (counted(len(record.items), "item"), counted(len(record.entries), "line"))
    click.echo(f"{record.body.name}, {printed_date(record.meeting.on)}: {listed(counts)}")
    if dry_run:
        click.echo(_DRY)
        return
    with opened(path) as book:
        imported = book.take_in(taken)
    click.echo(_outcome(imported))


def _of_known_body(agenda: Agenda, book: MinuteBook, name: str) -> Agenda:
    """Give the agenda to the body that `name` fits, or to a new one of that name."""
    if not name:
        return agenda
    fitting = fitting_bodies([line.body for line in book.bodies(date.today())], name)
    if len(fitting) == 1:
        return replace(agenda, body_name=fitting[0].name, organisation=fitting[0].organisation)
    noun = default_noun(name) if agenda.noun == default_noun(agenda.body_name) else agenda.noun
    return replace(agenda, body_name=name, noun=noun)


def _outcome(imported: Imported) -> str:
    what = "made" if imported.meeting_made else "completed"
    added = [counted(imported.items_added, "item"), counted(imported.people_added, "person", "people")]
    new_body = "; the body is new" if imported.body_made else ""
    return f"Meeting {imported.meeting_id} {what}: {listed(added)} added{new_body}."
