"""`import`: an agenda in, from text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from minutes.agenda import AgendaError, AgendaReading, default_noun, survey_agenda
from minutes.english import listed, printed_date, printed_time
from storage import Imported, MinuteBook
from storage.records import Agenda
from tui.command_line.files import read_text
from tui.command_line.opening import fitting_bodies, opened

_UNNUMBERED = "an item without a number is taken by /next alone: number it here, or on the Prepare screen."


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--body", default="", metavar="NAME", help="The body it belongs to, whatever the file says.")
@click.option("--dry-run", is_flag=True, help="Say what was read; record nothing.")
@click.pass_obj
def import_command(path: Path, file: Path, body: str, dry_run: bool) -> None:
    """Read an agenda; make or complete its meeting."""
    reading = _survey(read_text(file, "agenda"), body)
    with opened(path) as book:
        agenda = _of_known_body(reading.agenda, book, body)
        imported = None if dry_run else book.save_agenda(agenda)
    click.echo(_survey_in_words(agenda))
    for line in reading.unread:
        click.echo(f"{file}: left out: {line}", err=True)
    if any(not item.number for item in agenda.items):
        click.echo(f"{file}: {_UNNUMBERED}", err=True)
    click.echo(_outcome(imported) if imported else "Nothing is recorded: this was a dry run.")


def _survey(text: str, body: str) -> AgendaReading:
    """Read the agenda; a text that names no body may do so where `body` is given."""
    try:
        return survey_agenda(text)
    except AgendaError:
        if not body:
            raise
        return survey_agenda(f"{text}\nBody: {body}\n")


def _of_known_body(agenda: Agenda, book: MinuteBook, name: str) -> Agenda:
    """Give the agenda to the body that `name` fits, or to a new one of that name."""
    if not name:
        return agenda
    fitting = fitting_bodies([line.body for line in book.bodies(date.today())], name)
    if len(fitting) == 1:
        return replace(agenda, body_name=fitting[0].name, organisation=fitting[0].organisation)
    noun = default_noun(name) if agenda.noun == default_noun(agenda.body_name) else agenda.noun
    return replace(agenda, body_name=name, noun=noun)


def _survey_in_words(agenda: Agenda) -> str:
    time = printed_time(agenda.time) if agenda.time else ""
    members = sum(person.member for person in agenda.attendees)
    counts = (
        _counted(members, "member"),
        f"{len(agenda.attendees) - members} in attendance",
        _counted(len(agenda.items), "item"),
    )
    lines = [
        " – ".join(part for part in (agenda.organisation, agenda.body_name, agenda.agenda_title) if part),
        ", ".join(part for part in (printed_date(agenda.on), time, agenda.venue) if part),
        ", ".join(counts),
    ]
    for item in agenda.items:
        exempt = "" if item.exempt is None else f" [exempt {item.exempt}]".replace(" ]", "]")
        lines.append(f"  {item.number:<4} {item.title}{exempt}")
    return "\n".join(lines)


def _outcome(imported: Imported) -> str:
    what = "made" if imported.meeting_made else "completed"
    added = [_counted(imported.items_added, "item"), _counted(imported.people_added, "person", "people")]
    new_body = "; the body is new" if imported.body_made else ""
    return f"Meeting {imported.meeting_id} {what}: {listed(added)} added{new_body}."


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
