"""Declarations of interests: a sentence where one is made, or gathered under the body's headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes.document import Block, Heading, Paragraph
from minutes.layouts.ground import Ground, Wording
from minutes.presence import affected
from minutes.wording import interests, proceedings
from storage.records import Entry, Kind


def gathered(ground: Ground, lines: Sequence[Entry]) -> list[Block]:
    """The interests that `lines` declare, in the body's order of kinds, each kind under its heading.

    A kind of which none was declared says so, unless something of the declarations is exempt. A body
    with one kind has no headings.
    """
    of_all = [line for line in lines if line.kind is Kind.INTEREST]
    shown = [line for line in of_all if not ground.hides(line)]
    nothing = tuple(line.id for line in shown if not line.people)
    kinds = ground.record.body.interest_kinds or (("", ""),)
    others = kinds[-1][0]  # what is of no kind the body has
    blocks: list[Block] = []
    for short, heading in kinds:
        of_kind = [line for line in shown if line.people and _kind(line, kinds, others) == short]
        said = [block for line in of_kind for block in declared(ground, line)]
        if not said and len(shown) == len(of_all):
            said = [Paragraph(proceedings.NONE, entries=nothing)]
        if said and len(kinds) > 1:
            blocks.append(Heading(heading, 2, entries=nothing))
        blocks += said
    return blocks


def _kind(line: Entry, kinds: Sequence[tuple[str, str]], others: str) -> str:
    return line.label if line.label in dict(kinds) else others


def declared(ground: Ground, entry: Entry) -> list[Block]:
    """What a line declares, in a sentence."""
    if not entry.people:
        return [Paragraph(proceedings.NONE, entries=(entry.id,))]
    within = ground.items.get(entry.item_id) if entry.item_id is not None else None
    item_id = entry.target_id or affected(within)
    headings = dict(ground.record.body.interest_kinds)
    text = interests.declared(
        ground.names.many(entry.people),
        several=len(entry.people) > 1,
        kind=headings.get(entry.label, ""),
        item=ground.business(item_id, within=entry.item_id),
        words=ground.text(entry.text),
        withdrew=entry.withdrew,
    )
    return [Paragraph(text, entries=(entry.id,))]


WORDINGS: Mapping[Kind, Wording] = {Kind.INTEREST: declared}
