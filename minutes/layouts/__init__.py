"""The house styles: each layout builds a meeting's document tree, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Callable

from minutes.document import Block, Document
from minutes.layouts import committee
from minutes.layouts.ground import Ground
from minutes.layouts.narrative import Narrative
from storage.records import MeetingRecord

LAYOUTS: dict[str, Callable[..., Document]] = {"committee": committee.build}


def build(record: MeetingRecord, *, layout: str = "", restricted: bool = False) -> Document:
    """Build the minutes of a meeting.

    `layout` is the name of a house style, "" for the body's; one that is not known gives the
    committee's. What is exempt is in the tree only where `restricted`.
    """
    builder = LAYOUTS.get(layout or record.body.layout, committee.build)
    return builder(record, restricted=restricted)


def live_blocks(record: MeetingRecord, item_id: int | None) -> tuple[Block, ...]:
    """One item's record as it will print, with a Margin for each line that does not, for the clerk's
    screen: nothing exempt is left out. None gives the lines before the first item."""
    lines = [entry for entry in record.entries if entry.item_id == item_id]
    return tuple(Narrative(Ground(record, restricted=True), margins=True).blocks(lines))
