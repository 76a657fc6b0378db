"""The course of the sitting, and what is exempt or urgent, told where it was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from minutes.document import Block, Paragraph
from minutes.layouts.ground import Ground, Wording
from minutes.wording import exemption, proceedings
from storage.records import Entry, Kind


def urgency(ground: Ground, entry: Entry) -> list[Block]:
    """Why an item was taken as urgent."""
    text = proceedings.urgent(
        ground.text(entry.label), ground.names.many(entry.people), ground.text(entry.text)
    )
    return [Paragraph(text, entries=(entry.id,))]


def _urgent(ground: Ground, entry: Entry) -> list[Block]:
    """Where another item is meant, it is told under that item's head."""
    return urgency(ground, entry) if entry.target_id in (None, entry.item_id) else []


def _exempt(ground: Ground, entry: Entry) -> list[Block]:
    """The resolution to exclude the press and public; the reason may itself be exempt, so is in the
    restricted copy alone."""
    body = ground.record.body
    if entry.text:
        of_item = entry.item_id if ground.is_exempt_item(entry.item_id) else None
        business = ground.business(entry.target_id or of_item, within=entry.item_id)
        business = business or "the business that follows"
        said = [exemption.excluded(entry.text, business, body.noun, ground.style.verb)]
        if ground.restricted and entry.label:
            said.append(exemption.because_of(ground.text(entry.label, opening=True)))
        text = " ".join(said)
    else:
        text = "" if ground.is_exempt_item(entry.item_id) else exemption.exempt_by("")
    blocks: list[Block] = [Paragraph(text, entries=(entry.id,))] if text else []
    typed = entry if ground.restricted else replace(entry, source=entry.source.partition(";")[0])
    return [*blocks, *(ground.to_check(typed) if entry.doubt else [])]


def _previous(ground: Ground, entry: Entry) -> list[Block]:
    on = entry.on or ground.record.previous_on
    text = proceedings.previous_minutes(on, ground.chair, entry.corrections)
    return [Paragraph(text, entries=(entry.id,))]


def _adjourn(ground: Ground, entry: Entry) -> list[Block]:
    return [Paragraph(proceedings.adjourned(entry.time, ground.text(entry.text)), entries=(entry.id,))]


def _resume(_ground: Ground, entry: Entry) -> list[Block]:
    return [Paragraph(proceedings.resumed(entry.time), entries=(entry.id,))]


def _none(_ground: Ground, entry: Entry) -> list[Block]:
    return [Paragraph(proceedings.NONE, entries=(entry.id,))]


def next_meeting(ground: Ground, entry: Entry) -> Block:
    """When the next meeting is; of an exempt line not where."""
    venue = "" if ground.hides(entry) else f"{entry.label} {ground.text(entry.text)}".strip()
    return Paragraph(proceedings.next_meeting(entry.on, entry.time, venue), entries=(entry.id,))


def _next_meeting(ground: Ground, entry: Entry) -> list[Block]:
    return [next_meeting(ground, entry)] if entry.item_id is not None else []


def _actions(ground: Ground, entry: Entry) -> list[Block]:
    return ground.log((entry.id,))


WORDINGS: Mapping[Kind, Wording] = {
    Kind.URGENT: _urgent,
    Kind.EXEMPT: _exempt,
    Kind.PREVIOUS: _previous,
    Kind.ADJOURN: _adjourn,
    Kind.RESUME: _resume,
    Kind.NONE: _none,
    Kind.NEXT_MEETING: _next_meeting,
    Kind.ACTIONS: _actions,
}
