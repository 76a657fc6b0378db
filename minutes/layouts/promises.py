"""Lists of priorities as they were agreed, and what was heard of promises, told where it was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from minutes.document import Block, Paragraph, Point
from minutes.english import printed_date
from minutes.layouts.ground import Ground, Wording
from minutes.promises import IN_LIST
from minutes.wording import promises
from storage.records import ON_PROMISES, Action, Entry, Kind, Progress, PromiseKind


def list_head(ground: Ground, entry: Entry, below: Sequence[Entry]) -> Block:
    """The line above a list of priorities, with the references of those in the lines `below` it."""
    lines = [line for line in takewhile(lambda line: line.kind in IN_LIST, below) if not ground.hides(line)]
    listed = [priority for line in lines for priority in ground.priorities_of(line)]
    text = promises.list_of_priorities(
        ground.text(entry.text, opening=True),
        promises.spans(listed, ground.record.meeting.on.year),
        ground.text(entry.label),
        entry.on,
    )
    return Paragraph(text, keep=True, entries=(entry.id,))


def carried_on(ground: Ground, entry: Entry) -> str:
    """What a point prints that carries a priority on without words of its own: those it has, or the reference
    alone where they may not be told."""
    words = [
        ground.standing_before(promise, progress).words
        if ground.may_tell(promise)
        else promises.named(promise.reference, (), "")
        for promise, progress in ground.heard_in(entry)
    ]
    return words[0] if words else ""


def _heard(ground: Ground, entry: Entry) -> list[Block]:
    """What a line says of promises: a point for each."""
    told: list[Block] = [_point(ground, entry, *heard) for heard in ground.heard_in(entry)]
    if told or not entry.label:
        return told or ground.to_check(entry)
    to = printed_date(entry.on) if entry.on else ""
    said = promises.heard(entry.kind, ground.text(entry.text), to)
    return [Point(f"{promises.named(entry.label, (), '')} – {said}", entries=(entry.id,))]


def _point(ground: Ground, entry: Entry, promise: Action, progress: Progress) -> Point:
    """A public line about an exempt promise tells its reference, and nothing that was agreed in it."""
    may_tell = ground.may_tell(promise)
    before = ground.standing_before(promise, progress) if may_tell else None
    said = promises.heard(entry.kind, ground.text(entry.text), promises.day(progress), before)
    if before is None:
        return Point(f"{promises.named(promise.reference, (), '')} – {said}", entries=(entry.id,))
    words = ground.text(before.words)
    if promise.kind is PromiseKind.PRIORITY:
        marker = f"{promises.short_reference(promise, ground.record.meeting.on.year)}."
        return Point(f"{promises.priority(words)} – {said}", marker, entries=(entry.id,))
    owners = [ground.names.plain(owner) for owner in before.owners]
    return Point(f"{promises.named(promise.reference, owners, words)} – {said}", entries=(entry.id,))


WORDINGS: Mapping[Kind, Wording] = dict.fromkeys(ON_PROMISES, _heard)
