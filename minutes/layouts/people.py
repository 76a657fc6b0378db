"""Who came and went, stood in and presided, told where it happened."""

from __future__ import annotations

from collections.abc import Mapping

from minutes.document import Block, Paragraph
from minutes.layouts.ground import Ground, Wording
from minutes.wording import attendance, proceedings
from storage.records import Entry, Kind, Part


def _apologies(ground: Ground, entry: Entry) -> list[Block]:
    if entry.item_id is None or not entry.people:
        return []
    text = attendance.apologies_received(ground.names.many(entry.people))
    return [Paragraph(text, entries=(entry.id,))]


def _substitute(ground: Ground, entry: Entry) -> list[Block]:
    by_part = {named.part: named for named in entry.people}
    if entry.item_id is None or not {Part.NAMED, Part.REPLACED} <= by_part.keys():
        return []
    new, old = (ground.names.one(by_part[part]) for part in (Part.NAMED, Part.REPLACED))
    return [Paragraph(attendance.stood_in(new, old), entries=(entry.id,))]


def _chair(ground: Ground, entry: Entry) -> list[Block]:
    if not entry.people:
        return []
    text = proceedings.took_the_chair(ground.names.many(entry.people), ground.text(entry.text))
    return [Paragraph(text, entries=(entry.id,))]


def _in(ground: Ground, entry: Entry) -> list[Block]:
    blocks: list[Block] = []
    for again in (False, True):
        people = [named for named in entry.people if ground.returns(entry, named) is again]
        if people:
            text = attendance.arrived(ground.names.many(people), entry.time, again=again)
            blocks.append(Paragraph(text, entries=(entry.id,)))
    return blocks


def _out(ground: Ground, entry: Entry) -> list[Block]:
    if not entry.people:
        return []
    text = attendance.left(ground.names.many(entry.people), entry.time)
    return [Paragraph(text, entries=(entry.id,))]


WORDINGS: Mapping[Kind, Wording] = {
    Kind.APOLOGIES: _apologies,
    Kind.SUB: _substitute,
    Kind.CHAIR: _chair,
    Kind.IN: _in,
    Kind.OUT: _out,
}
