"""The standing parts of minutes, alike at every meeting: who was there, how it ended, the signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from minutes.document import Block, Field, Heading, Paragraph, Signature
from minutes.layouts.course import visits
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.proceedings import next_meeting
from minutes.names import named
from minutes.wording import proceedings
from minutes.wording.names import listed_alone, rolls
from storage.records import Entry, Kind

PEOPLE = ("present", "substitutes", "apologies", "absent", "in attendance")
Part = Callable[[Ground, str], list[Block]]  # what a standing part comes to under its heading


def present(ground: Ground, heading: str) -> list[Block]:
    """The members who were there at any time."""
    return _field(heading, rolls(ground.attendance.present))


def substitutes(ground: Ground, heading: str) -> list[Block]:
    """Who came in whose place."""
    return _field(heading, [f"{named(new)} (for {named(old)})" for new, old in ground.attendance.substitutes])


def apologies(ground: Ground, heading: str) -> list[Block]:
    """Who sent apologies."""
    return _field(heading, rolls(ground.attendance.apologies))


def absent(ground: Ground, heading: str) -> list[Block]:
    """Who was not there and sent none."""
    return _field(heading, rolls(ground.attendance.absent))


def in_attendance(ground: Ground, heading: str) -> list[Block]:
    """Who else was there, and who is told by number."""
    there = ground.attendance
    return _field(heading, [*map(listed_alone, there.attending), *map(ground.text, there.counts)])


def minutes(manner: Callable[[Ground], Manner], ground: Ground, heading: str) -> list[Block]:
    """The minutes, item by item as taken, in a layout's `manner`."""
    said = [block for visit in visits(ground, manner) for block in visit.blocks]
    return headed(heading, said)


def close(ground: Ground, heading: str) -> list[Block]:
    """How the meeting closed, and when the next one is where no item told it."""
    sentences: list[Block] = []
    if closing := closing_line(ground):
        sentences.append(Paragraph(proceedings.closed(closing.time), entries=(closing.id,)))
    sentences += [
        next_meeting(ground, entry)
        for entry in ground.record.entries
        if entry.kind is Kind.NEXT_MEETING and (entry.item_id is None or ground.hides(entry))
    ]
    return headed(heading, sentences)


def actions(ground: Ground, heading: str) -> list[Block]:
    """This meeting's actions, unless `/actions` has put them into the minutes."""
    if any(entry.kind is Kind.ACTIONS for entry in ground.shown):
        return []
    return headed(heading, ground.log())


def signature(ground: Ground, heading: str) -> list[Block]:
    """Where the one presiding signs."""
    return headed(heading, [Signature(ground.chair)])


def parts_with(manner: Callable[[Ground], Manner], **others: Part) -> Mapping[str, Part]:
    """The standing parts by their names as `style` has them, the minutes in a layout's `manner`; `others`
    stand in place of the usual ones, the names with "_" for a space."""
    own = {name.replace("_", " "): part for name, part in others.items()}
    return {
        "present": present,
        "substitutes": substitutes,
        "apologies": apologies,
        "absent": absent,
        "in attendance": in_attendance,
        "minutes": partial(minutes, manner),
        "close": close,
        "actions": actions,
        "signature": signature,
        **own,
    }


def closing_line(ground: Ground) -> Entry | None:
    """The line that closed the meeting, None where it is not closed."""
    sitting = [
        e for e in ground.record.entries if e.kind in (Kind.OPEN, Kind.CLOSE, Kind.ADJOURN, Kind.RESUME)
    ]
    return sitting[-1] if sitting and sitting[-1].kind is Kind.CLOSE else None


def headed(heading: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks under a heading; nothing where there are none."""
    return [*([Heading(heading)] if heading and blocks else []), *blocks]


def _field(name: str, values: Iterable[str]) -> list[Block]:
    lines = tuple(values)
    return [Field(name, lines)] if lines else []
