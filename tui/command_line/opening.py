"""Opening the book for a command, and finding the meeting it names in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from minutes.english import printed_time, short_date
from minutes.press import press
from storage import MinuteBook
from storage.records import Body, MeetingLine, MeetingState

Command = TypeVar("Command", bound=Callable[..., Any])


def meeting_argument(command: Command) -> Command:
    """Give a command the argument MEETING and the option --body that narrows it."""
    narrowed = click.option("--body", default="", metavar="NAME", help="Only this body's meetings.")
    named = click.argument("meeting", metavar="MEETING")
    return named(narrowed(command))


@contextmanager
def opened(path: Path) -> Iterator[MinuteBook]:
    """The book at `path`, made where there is none; its notice, if any, is said on standard error.

    Raises BookError where it cannot be opened.
    """
    book = MinuteBook.open(path, press=press)
    try:
        if book.notice:
            click.echo(book.notice, err=True)
        yield book
    finally:
        book.close()


def find_body(book: MinuteBook, name: str, today: date) -> Body:
    """The body whose name is `name`, or the only one that holds it, ignoring case.

    Raises ClickException where there is none, or where several fit.
    """
    bodies = [line.body for line in book.bodies(today)]
    fitting = fitting_bodies(bodies, name)
    if len(fitting) == 1:
        return fitting[0]
    known = "\n".join(f"  {body.name}" for body in fitting or bodies)
    if fitting:
        raise click.ClickException(f'"{name}" fits several bodies; name one in full:\n{known}')
    raise click.ClickException(f'No body is called "{name}".' + (f" There are:\n{known}" if known else ""))


def find_meeting(book: MinuteBook, meeting: str, body: str, today: date) -> int:
    """The number of the meeting that `meeting` names: a number, "last" (the latest dated up to
    `today`) or "next" (the earliest from `today` on, not closed); `body`, if any, narrows.

    Raises ClickException where none fits, or where several are left, and lists these.
    """
    lines = list(book.meetings(today))
    if body:
        wanted = {each.id for each in fitting_bodies([line.body for line in book.bodies(today)], body)}
        lines = [line for line in lines if line.body_id in wanted]
    fitting = _named(lines, meeting, today)
    if len(fitting) == 1:
        return fitting[0].id
    if not fitting:
        raise click.ClickException(_none_fits(meeting, body, bool(lines)))
    listed = "\n".join(f"  {describe(line)}" for line in sorted(fitting, key=lambda line: line.id))
    raise click.ClickException(f'"{meeting}" fits several meetings; give the number, or --body:\n{listed}')


def describe(line: MeetingLine) -> str:
    """A meeting in one line: number, body, day and time."""
    time = f", {printed_time(line.time)}" if line.time else ""
    return f"{line.id}  {line.body_name}, {short_date(line.on)}{time}"


def _named(lines: list[MeetingLine], meeting: str, today: date) -> list[MeetingLine]:
    if meeting.isascii() and meeting.isdigit():
        return [line for line in lines if str(line.id) == meeting.lstrip("0")]
    if meeting == "last":
        return _on_day(max, [line for line in lines if line.on <= today])
    if meeting == "next":
        open_states = (MeetingState.PLANNED, MeetingState.LIVE)
        return _on_day(min, [line for line in lines if line.on >= today and line.state in open_states])
    raise click.BadParameter(
        f'"{meeting}" is neither a meeting\'s number nor "last" nor "next".', param_hint="MEETING"
    )


def _on_day(choose: Callable[[Iterable[date]], date], lines: list[MeetingLine]) -> list[MeetingLine]:
    if not lines:
        return []
    day = choose(line.on for line in lines)
    return [line for line in lines if line.on == day]


def fitting_bodies(bodies: list[Body], name: str) -> list[Body]:
    """The body called `name`, else those whose names hold it, ignoring case."""
    wanted = name.casefold()
    exact = [body for body in bodies if body.name.casefold() == wanted]
    return exact or [body for body in bodies if wanted in body.name.casefold()]


def _none_fits(meeting: str, body: str, any_there: bool) -> str:
    of_body = f' of a body called "{body}"' if body else ""
    if not any_there and not body:
        return "The book holds no meetings yet; 'minutebook import FILE' brings in an agenda."
    if meeting == "last":
        return f"No meeting{of_body} has been held up to today; 'minutebook list' shows what there is."
    if meeting == "next":
        return f"No meeting{of_body} is still to be taken; 'minutebook list' shows what there is."
    return f"There is no meeting {meeting}{of_body}; 'minutebook list' shows what there is."
