"""The action log: what was promised, by whom, by when, and what became of it, as it stands on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.document import Block, Document, Heading, Paragraph
from minutes.english import printed_date
from minutes.layouts.chart import charts
from minutes.layouts.log import exempt_numbers
from minutes.layouts.schedule import RESTRICTED, counts, plans, schedule, told
from storage.records import Action, PromiseKind


def build_log(
    actions: Sequence[Action],
    on: date,
    *,
    title: str = "Action log",
    restricted: bool = False,
    charted: Sequence[Action] | None = None,
) -> Document:
    """Build the log of `actions`, in the order given, as they stand on the day `on`.

    Where they are of several bodies each has its own part; each list of priorities is a section. A public log
    has of exempt ones the references alone, and nothing that was heard in exempt business; `restricted` has
    all. Of those `charted` a chart is added, of what was opened, done and late by theme and by month.
    """
    blocks = log_blocks(actions, on, restricted=restricted)
    if charted is not None:
        blocks += charts(told(charted, restricted=restricted), on)
    bodies = sorted({action.body_name for action in actions})
    counted = counts(told(actions, restricted=restricted), on)
    head = (*(bodies if len(bodies) == 1 else ()), title, f"on {printed_date(on)}", *counted)
    mark = RESTRICTED if restricted else ""
    return Document(f"{title}, {printed_date(on)}", head, tuple(blocks), mark, day=on.isoformat())


def log_blocks(actions: Sequence[Action], on: date, *, restricted: bool) -> list[Block]:
    """The log itself, as of `build_log`."""
    shown = told(actions, restricted=restricted)
    bodies = sorted({action.body_name for action in actions})
    blocks: list[Block] = []
    for body in bodies:
        if len(bodies) > 1:
            blocks.append(Heading(body))
        blocks += _of_body([each for each in shown if each.body_name == body], on, 1 + (len(bodies) > 1))
        left_out = exempt_numbers([each for each in actions if each.body_name == body])
        if left_out and not restricted:
            blocks.append(Paragraph(left_out))
    return blocks or [Paragraph("There are no actions to show.")]


def _of_body(actions: Sequence[Action], on: date, level: int) -> list[Block]:
    """A body's actions, then its lists of priorities."""
    priorities = [each for each in actions if each.kind is PromiseKind.PRIORITY]
    others = [each for each in actions if each.kind is not PromiseKind.PRIORITY]
    blocks: list[Block] = [Heading("Actions", level)] if priorities and others else []
    blocks += schedule(others, on)
    return [*blocks, *plans(priorities, on, level=level)]
