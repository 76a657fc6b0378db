"""The course of a meeting on paper: its items in the order taken, each with what was said under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from minutes.document import Block, Heading, Paragraph
from minutes.layouts.ground import Ground
from minutes.layouts.manner import Manner
from minutes.layouts.narrative import Narrative
from minutes.layouts.proceedings import urgency
from minutes.wording import exemption
from storage.records import Entry, Item, Kind


@dataclass(frozen=True, slots=True)
class Visit:
    """An item as it was taken once: its `heading`, what stands `above` what was said there (that it is
    exempt, why it was urgent), and what was `said`. Lines before the first item have no item and no heading.
    """

    item: Item | None
    lines: tuple[Entry, ...]
    heading: Heading | None
    above: tuple[Block, ...]
    said: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it, in its order."""
        return (*(() if self.heading is None else (self.heading,)), *self.above, *self.said)


def visits(ground: Ground, manner: Callable[[Ground], Manner]) -> Iterator[Visit]:
    """The items in the order taken: one that is come back to goes on under its heading "(continued)", one
    that was never taken is left out, and of an exempt one a public paper has the heading alone."""
    of_layout = manner(ground)
    narrative = Narrative(of_layout)
    taken = _taken(ground)
    noticed = (item.id for item, _ in taken if item is not None and item.id not in ground.added)
    order = tuple(dict.fromkeys(noticed))
    jumbled = order != tuple(item for item in ground.items if item in order)
    begun: set[int] = set()
    for item, lines in taken:
        said = tuple(narrative.blocks(lines))
        if item is None:
            yield Visit(None, tuple(lines), None, (), said)
            continue
        went_to = tuple(line.id for line in lines[:1] if line.kind is Kind.ITEM)
        told = jumbled and item.id not in ground.added
        heading = _heading(item, went_to, continued=item.id in begun, jumbled=told)
        above: list[Block] = []
        if item.exempt is not None:
            above.append(Paragraph(exemption.exempt_by(item.exempt)))
        if item.exempt is not None and not ground.restricted:
            said = ()
        elif item.id not in begun:
            above += [*of_layout.above(item), *_urgencies(ground, item)]
        begun.add(item.id)
        yield Visit(item, tuple(lines), heading, tuple(above), said)


def _heading(item: Item, entries: tuple[int, ...], *, continued: bool, jumbled: bool) -> Heading:
    """An item's heading under the number of its minute; where items were `jumbled`, taken in another order
    than the agenda's, with the agenda's number too unless it is the same."""
    notes = ["continued"] if continued else []
    if jumbled and item.number and item.number != item.minute:
        notes.append(f"agenda item {item.number}")
    title = f"{item.title} ({', '.join(notes)})" if notes else item.title
    return Heading(title, 1, item.minute, entries)


def _urgencies(ground: Ground, item: Item) -> list[Block]:
    """Why an item was taken as urgent, where that was said outside it."""
    return [
        block
        for entry in ground.shown
        if entry.kind is Kind.URGENT and entry.target_id == item.id != entry.item_id
        for block in urgency(ground, entry)
    ]


def _taken(ground: Ground) -> list[tuple[Item | None, list[Entry]]]:
    """The lines by the item they belong to, each time it was taken.

    A visit in which nothing was said, as by a `/next` too many, counts only where it is the item's
    only one.
    """
    taken: list[tuple[Item | None, list[Entry]]] = []
    spoken = {entry.item_id for entry in ground.record.entries if entry.kind is not Kind.ITEM}
    silent: set[int | None] = set()
    for item_id, run in groupby(ground.record.entries, key=lambda entry: entry.item_id):
        lines = list(run)
        item = ground.items.get(item_id) if item_id is not None else None
        if all(line.kind is Kind.ITEM for line in lines):
            if item_id in spoken or item_id in silent:
                continue
            silent.add(item_id)
        if taken and taken[-1][0] == item:
            taken[-1][1].extend(lines)
        else:
            taken.append((item, lines))
    return taken
