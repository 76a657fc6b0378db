"""The action log: what was promised, by whom, by when, as it stands on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.document import Block, Document, Heading, Paragraph, Table
from minutes.english import capitalised, printed_date, short_date
from minutes.layouts.log import exempt_numbers, owners
from minutes.wording.actions import due
from minutes.wording.names import Namer
from minutes.wording.short_forms import ShortForms
from storage.records import Action, ActionState

_HEAD = ("Ref", "Minute", "Action", "Owner", "Due")
_NAMER = Namer((), ShortForms(()))  # outside their meetings people go by the names recorded


def build_log(actions: Sequence[Action], on: date, title: str = "Action log") -> Document:
    """Build the log of `actions`, in the order given, as it stands on the day `on`.

    Where they are of several bodies each body has its own table. It is a public paper: of exempt
    actions it has the numbers alone.
    """
    head = (title, f"on {printed_date(on)}", _counts(actions, on))
    bodies = {action.body_name for action in actions}
    blocks: list[Block] = []
    for body in sorted(bodies):
        if len(bodies) > 1:
            blocks.append(Heading(body))
        blocks += _of_body([action for action in actions if action.body_name == body], on)
    if not blocks:
        blocks.append(Paragraph("There are no actions to show."))
    return Document(f"{title}, {printed_date(on)}", tuple(line for line in head if line), tuple(blocks))


def _counts(actions: Sequence[Action], on: date) -> str:
    """How many are open and overdue, for the head."""
    still_open = sum(action.is_open for action in actions)
    overdue = sum(action.is_overdue(on) for action in actions)
    if not actions:
        return ""
    return f"{still_open} open, {overdue} overdue" if overdue else f"{still_open} open, none overdue"


def _of_body(actions: Sequence[Action], on: date) -> list[Block]:
    """The table of those that are public, and the numbers of the others."""
    shown = [action for action in actions if action.exempt is None]
    blocks: list[Block] = [Table((_HEAD, *(_row(action, on) for action in shown)))] if shown else []
    if told := exempt_numbers(actions):
        blocks.append(Paragraph(told))
    return blocks


def _row(action: Action, on: date) -> tuple[str, ...]:
    where = ", ".join(part for part in (action.minute, short_date(action.agreed_on)) if part)
    when = due(action)
    if action.is_overdue(on):
        when = f"{when} (overdue)"
    elif action.state is not ActionState.OPEN:
        when = f"{when} ({action.state.value})"
    return (action.reference, where, capitalised(action.words), owners(action, _NAMER), when)
