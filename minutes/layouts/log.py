"""Actions as a table, for the end of the minutes and for a log of their own."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.document import Table
from minutes.english import capitalised, listed
from minutes.wording.actions import due
from minutes.wording.names import Namer
from storage.records import Action

HEAD = ("Ref", "Minute", "Action", "Owner", "Due")


def log_table(actions: Sequence[Action], names: Namer) -> Table:
    """One row an action: reference, minute, what is to be done, by whom, by when."""
    return Table((HEAD, *(_row(action, names) for action in actions)))


def exempt_numbers(actions: Sequence[Action]) -> str:
    """What a public list says of the exempt ones among `actions`, which it leaves out: "Exempt: 3/2020
    and 7/2020."; "" where there are none."""
    numbers = [action.reference for action in actions if action.exempt is not None]
    return f"Exempt: {listed(numbers)}." if numbers else ""


def owners(action: Action, names: Namer) -> str:
    """Who is to do it, for a column."""
    return capitalised(", ".join(names.plain(owner) for owner in action.owners))


def _row(action: Action, names: Namer) -> tuple[str, ...]:
    words = capitalised(names.written_out(action.words))
    return (action.reference, action.minute, words, owners(action, names), due(action))
