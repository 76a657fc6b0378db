"""`actions`: what was promised and is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import click

from minutes.arising import arising, deferred_to, in_turn
from minutes.publishing import published
from minutes.themes import near_theme
from storage import MinuteBook
from storage.records import Action
from tui.command_line.opening import find_body, find_meeting, opened
from tui.command_line.output import day, output_option
from tui.command_line.promise_papers import FORMATS, Log, Page, form_told_by, put_out

_PRINTED = ("text", "markdown", "html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which promises are wanted, and what of them; `on` is None for today."""

    body: str
    owner: str
    theme: str
    overdue: bool
    due_before: date | None
    every: bool
    on: date | None
    meeting: str
    chart: bool
    restricted: bool

    @property
    def title(self) -> str:
        """The log's title, with what it was narrowed to: "Action log: Clerk, overdue"."""
        before = f"due before {self.due_before.isoformat()}" if self.due_before else ""
        narrowed = (self.owner, self.theme, "overdue" if self.overdue else "", before)
        said = ", ".join(part for part in narrowed if part)
        return f"Action log: {said}" if said else "Action log"


@click.command("actions")
@click.option("--body", default="", metavar="NAME", help="Only this body's; with --for, its meeting.")
@click.option("--owner", default="", metavar="NAME", help="Owed by someone of this name or role.")
@click.option("--theme", default="", metavar="NAME", help="Of this theme.")
@click.option("--overdue", is_flag=True, help="Due before the day, and still owed.")
@click.option("--due-before", type=day, metavar="DATE", help="Due before this date.")
@click.option("--all", "every", is_flag=True, help="Done and dropped ones too.")
@click.option("--on", type=day, metavar="DATE", help="As the log stood on this day; else today.")
@click.option("--for", "meeting", default="", metavar="MEETING", help="The page of what arises at a meeting.")
@click.option("--chart", is_flag=True, help="With a chart by theme and by month.")
@click.option("--restricted", is_flag=True, help="With what is exempt, for those who may read it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    show_default="by FILE's name, else text",
    help="What to write; ics is a calendar.",
)
@output_option
@click.option("--force", is_flag=True, help="Replace FILE where it is there already.")
@click.pass_obj
def actions_command(
    path: Path, /, form: str | None, output: Path | None, force: bool, **options: object
) -> None:
    """List the open actions and priorities.

    Each with its reference, minute, lead, what is to be done, its dates and how it stands; of exempt ones
    the numbers alone. --for prints the page that a meeting begins from: what is due by it, priorities
    to review, replies owed and items deferred, as they stood when it began.
    """
    asked = Asked(**options)  # type: ignore[arg-type]  # click gives each option its type
    form = form or form_told_by(output)
    _refuse_what_does_not_go_together(asked, form, output, force)
    today = date.today()
    with opened(path) as book:
        paper = _page(book, asked, today) if asked.meeting else _log(book, asked, today)
    put_out(paper, form, output, replacing=force)


def _refuse_what_does_not_go_together(asked: Asked, form: str, output: Path | None, force: bool) -> None:
    """Raise UsageError where one option makes another say nothing."""
    narrowing = {
        "--owner": asked.owner,
        "--theme": asked.theme,
        "--overdue": asked.overdue,
        "--due-before": asked.due_before,
        "--all": asked.every,
        "--on": asked.on,
        "--chart": asked.chart,
    }
    if asked.meeting and (given := [name for name, value in narrowing.items() if value]):
        raise click.UsageError(f"--for is the whole page of a meeting: leave out {' and '.join(given)}.")
    if asked.chart and form not in _PRINTED:
        raise click.UsageError(f"--chart goes with --format {', '.join(_PRINTED)}.")
    if asked.every and form == "ics":
        raise click.UsageError("A calendar has what is still owed: leave out --all.")
    if force and output is None:
        raise click.UsageError("--force replaces a file: name it with -o FILE.")


def _log(book: MinuteBook, asked: Asked, today: date) -> Log:
    """The log as it stands on the day asked for."""
    body_id = find_body(book, asked.body, today).id if asked.body else None
    promises = book.actions(body_id=body_id, open_only=not (asked.every or asked.chart), since=asked.on)
    if asked.on is not None:
        promises = tuple(action.as_on(asked.on) for action in promises if action.agreed_on <= asked.on)
    on = asked.on or today
    known = tuple(_shown(action, asked) for action in promises)
    kept = sorted((action for action in known if _is_asked(action, asked, on)), key=in_turn)
    if not kept and (near := near_theme(asked.theme, chain(*(each.standing.themes for each in known)))):
        click.echo(f"No theme is called “{asked.theme}”: did you mean {near}?", err=True)
    return Log(tuple(kept), on, asked.title, asked.restricted, known if asked.chart else None)


def _page(book: MinuteBook, asked: Asked, today: date) -> Page:
    """The page of a meeting, as everything stood when it began."""
    record = book.meeting(find_meeting(book, asked.meeting, asked.body, today))
    meeting = record.meeting
    found = [
        _shown(action.as_met_by(meeting.id, meeting.on), asked)
        for action in book.actions(body_id=meeting.body_id, since=meeting.on)
        if action.agreed_on <= meeting.on and action.meeting_id != meeting.id
    ]
    since, items = book.not_taken(meeting.body_id, meeting.on)
    deferred = deferred_to(record.items, items)
    return Page(arising(found, (since, deferred), meeting.on), record, asked.restricted)


def _shown(action: Action, asked: Asked) -> Action:
    """The promise as it may be read; done before it is chosen, or a choice would tell what is exempt."""
    return action if asked.restricted else published(action)


def _is_asked(action: Action, asked: Asked, on: date) -> bool:
    standing = action.standing
    return (
        (asked.every or standing.is_open)
        and (not asked.overdue or action.is_overdue(on))
        and (asked.due_before is None or (standing.due is not None and standing.due < asked.due_before))
        and _fits(asked.owner, [owner.name for owner in standing.owners])
        and _fits(asked.theme, standing.themes)
    )


def _fits(part: str, names: Sequence[str]) -> bool:
    """Whether `part` stands in one of the names; an empty one fits all."""
    return not part or any(part.casefold() in name.casefold() for name in names)
