"""`actions`: what was promised and is still owed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from storage.records import Action, ActionState, DueKind
from tui.command_line.opening import find_body, opened
from tui.command_line.output import day, format_option, say_json

WIDTH = 80


@click.command("actions")
@click.option("--body", default="", metavar="NAME", help="Only this body's actions.")
@click.option("--owner", default="", metavar="NAME", help="Owed by someone of this name or role.")
@click.option("--theme", default="", metavar="NAME", help="Of this theme.")
@click.option("--overdue", is_flag=True, help="Due before the day, and still owed.")
@click.option("--due-before", type=day, metavar="DATE", help="Due before this date.")
@click.option("--all", "every", is_flag=True, help="Done and dropped ones too.")
@click.option("--on", type=day, metavar="DATE", help="As the log stood on this day; else today.")
@format_option
@click.pass_obj
def actions_command(
    path: Path,
    body: str,
    owner: str,
    theme: str,
    overdue: bool,
    due_before: date | None,
    every: bool,
    on: date | None,
    form: str,
) -> None:
    """List the open actions.

    Each with its reference, owner, what is to be done, due date and minute; of exempt ones the numbers
    alone.
    """
    today = date.today()
    narrowed = bool(owner or theme or overdue or due_before)
    with opened(path) as book:
        body_id = find_body(book, body, today).id if body else None
        actions = book.actions(
            body_id=body_id,
            owner=owner,
            theme=theme,
            open_only=False,
            due_before=due_before,
            public_only=narrowed,  # an owner or date asked for would tell what an exempt action holds
        )
    standing = [_public(action if on is None else as_on(action, on)) for action in actions]
    kept = [
        action
        for action in standing
        if (every or action.is_open)
        and (not overdue or action.is_overdue(on or today))
        and (on is None or action.agreed_on <= on)
    ]
    _say(sorted(kept, key=_turn), on or today, form)


def as_on(action: Action, on: date) -> Action:
    """The action as it stood at the end of the day `on`: what was heard of it later is left out."""
    heard = tuple(progress for progress in action.progress if progress.on <= on)
    return replace(action, state=heard[-1].state if heard else ActionState.OPEN, progress=heard)


def _turn(action: Action) -> tuple[date, int, int]:
    """By what is shown of it: an exempt action stands where the undated ones do."""
    return action.due or date.max, action.year, action.number


def _public(action: Action) -> Action:
    """An exempt action keeps its number; what it says stays out."""
    if action.exempt is None:
        return action
    return replace(
        action,
        words="",
        owners=(),
        due=None,
        due_words="",
        due_kind=DueKind.UNDATED,
        themes=(),
        progress=(),
    )


def _say(actions: Sequence[Action], on: date, form: str) -> None:
    if form == "json":
        say_json([_as_json(action, on) for action in actions])
    elif actions:
        from minutes.layouts.action_log import build_log
        from tui.command_line.paper import show

        show(build_log(actions, on), WIDTH)
    else:
        click.echo("No actions to list.", err=True)


def _as_json(action: Action, on: date) -> dict[str, object]:
    return {
        "reference": action.reference,
        "body": action.body_name,
        "meeting": action.meeting_id,
        "agreed": action.agreed_on.isoformat(),
        "minute": action.minute,
        "owners": [owner.name for owner in action.owners],
        "action": action.words,
        "due": action.due.isoformat() if action.due else None,
        "due_words": action.due_words,
        "themes": list(action.themes),
        "state": str(action.state),
        "overdue": action.is_overdue(on),
        "exempt": action.exempt is not None,
        "progress": [
            {"date": progress.on.isoformat(), "text": progress.text, "state": str(progress.state)}
            for progress in action.progress
        ],
    }
