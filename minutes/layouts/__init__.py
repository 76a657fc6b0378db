"""The house styles: each layout builds a meeting's document tree, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from minutes.document import Block, Document
from minutes.layouts import board, committee, decision_notice, governors, meeting_log
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.narrative import Narrative
from storage.records import MeetingRecord


@dataclass(frozen=True, slots=True)
class Layout:
    """A house style: what builds its paper, and the manner in which the clerk's screen shows a line."""

    build: Callable[[Ground], Document]
    manner: Callable[[Ground], Manner]


_LAYOUTS: Mapping[str, Layout] = {
    "committee": Layout(committee.build, committee.CommitteeManner),
    "board": Layout(board.build, board.BoardManner),
    "governors": Layout(governors.build, governors.GovernorsManner),
    "decision notice": Layout(decision_notice.build, committee.CommitteeManner),
    "action log": Layout(meeting_log.build, committee.CommitteeManner),
}


def build(record: MeetingRecord, *, layout: str = "", restricted: bool = False) -> Document:
    """Build the minutes of a meeting.

    `layout` is the name of a house style, "" for the body's; one that is not known gives the
    committee's. What is exempt is in the tree only where `restricted`.
    """
    ground = Ground(record, restricted=restricted, layout=layout)
    return _LAYOUTS[ground.style.layout].build(ground)


def live_blocks(record: MeetingRecord, item_id: int | None) -> tuple[Block, ...]:
    """One item's record as it will print, with a Margin for each line that does not, for the clerk's
    screen: nothing exempt is left out. None gives the lines before the first item."""
    lines = [entry for entry in record.entries if entry.item_id == item_id]
    ground = Ground(record, restricted=True)
    return tuple(Narrative(_LAYOUTS[ground.style.layout].manner(ground), margins=True).blocks(lines))
