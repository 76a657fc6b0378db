"""What a line means, said under it while it is typed: worked out off the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from minutes.shorthand import read
from minutes.sitting import Sitting
from storage.records import MeetingRecord
from tui.taking import entry_below
from tui.widgets.composer import AT_THE_END, Place


@dataclass(frozen=True, slots=True)
class Question:
    """A line being typed below those `above` it, where in the record they will go, and the time; `sitting`
    stands at the end."""

    line: str
    above: tuple[str, ...]
    place: Place
    clock: str
    record: MeetingRecord
    sitting: Sitting


def answer(question: Question) -> Content:
    """Say what kind of line it is and what was understood; what to look at again stands out."""
    if question.place == AT_THE_END:
        sitting = question.sitting.copy()
    else:
        sitting = Sitting(question.record, before=entry_below(question.record, question.place))
    for line in question.above:
        act = read(line, sitting, question.clock).act
        for entry in act.entries:
            sitting.follow(entry, act.newcomers, act.items)
    reading = read(question.line, sitting, question.clock)
    if not reading.act.entries:
        return Content("")
    hints = (Content.styled(hint.text, "" if hint.ok else "bold reverse") for hint in reading.hints)
    return Content("   ").join((Content(reading.kind_name), *hints))
