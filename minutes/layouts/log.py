"""A meeting's actions as a table, and what every list of them has in common."""

from __future__ import annotations

from collections.abc import Sequence

from minutes.document import Table
from minutes.english import capitalised, listed
from minutes.wording.actions import due
from minutes.wording.names import Namer
from storage.records import Action, Standing

HEAD = ("Ref", "Minute", "Action", "Owner", "Due")


def log_table(actions: Sequence[tuple[Action, Standing]], names: Namer) -> Table:
    """One row an action, as it stood when the meeting ended: reference, minute, what is to be done, by whom,
    by when."""
    return Table((HEAD, *(_row(action, standing, names) for action, standing in actions)))


def exempt_numbers(actions: Sequence[Action]) -> str:
    """What a public list says of the exempt ones among `actions`, which it leaves out: "Exempt: 3/2020
    and 7/2020."; "" where there are none."""
    numbers = [action.reference for action in actions if action.exempt is not None]
    return f"Exempt: {listed(numbers)}." if numbers else ""


def owners(standing: Standing, names: Namer) -> str:
    """Who is to do it, for a column."""
    return capitalised(", ".join(names.plain(owner) for owner in standing.owners))


def _row(action: Action, standing: Standing, names: Namer) -> tuple[str, ...]:
    words = capitalised(names.written_out(standing.words))
    when = due(standing) if standing.is_open else standing.state.value
    return (action.reference, action.minute, words, owners(standing, names), when)
