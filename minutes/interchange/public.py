"""What of a record may be read by all: the record without a word of what is exempt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from minutes.agenda.carrying import told
from minutes.layouts.ground import Ground
from minutes.names import named
from minutes.publishing import published
from storage.records import Action, Entry, Item, Kind, MeetingRecord

# of these all may know that they were, and when
_SITTING = (Kind.OPEN, Kind.CLOSE, Kind.ADJOURN, Kind.RESUME, Kind.NEXT_MEETING)


def public_record(record: MeetingRecord) -> MeetingRecord:
    """The record as the public copy of its minutes may tell it: in place of what is left out one line of kind
    "exempt" that names the paragraphs, and of exempt promises the references."""
    ground = Ground(record, restricted=False)
    people = tuple(person for person in record.attendees if ground.may_name(person.person_id))
    heard = tuple(map(ground.as_heard, people))
    anew = {new.person_id: named(new) for new, known in zip(heard, people, strict=True) if new != known}
    return replace(
        record,
        attendees=heard,
        items=tuple(_item(item, record) for item in record.items),
        entries=tuple(_lines(ground, anew)),
        actions=_promises(ground, record.actions),
        promises=_promises(ground, record.promises),
    )


def _item(item: Item, record: MeetingRecord) -> Item:
    parts = told(item.parts, (*record.promises, *record.actions)) if item.exempt is None else ()
    return replace(item, parts=parts)


def _promises(ground: Ground, promises: tuple[Action, ...]) -> tuple[Action, ...]:
    """Those that may be told, and of exempt ones what is published, without which line made them; one that
    hangs on a vote which is exempt in part is left out."""
    spoken = map(published, (each for each in promises if each.exempt is not None or ground.may_tell(each)))
    return tuple(each if each.exempt is None else replace(each, entry_id=None) for each in spoken)


def _lines(ground: Ground, anew: Mapping[int, str]) -> Iterator[Entry]:
    """The lines that may be shown, and one for each run of those that may not; `anew` is how people go by
    whom they would else name as exempt lines do."""
    above: tuple[int | None, str] | None = None  # the item and the paragraphs of the run above
    for entry in ground.record.entries:
        if not ground.hides(entry):
            above = None
            yield _shown(ground, entry, anew)
            continue
        here = (entry.item_id, ground.paragraphs(entry))
        if entry.kind in _SITTING:
            yield _bare(entry, entry.kind, here[1])
        elif here != above:
            yield _bare(entry, Kind.EXEMPT, here[1])
        above = here


def _shown(ground: Ground, entry: Entry, anew: Mapping[int, str]) -> Entry:
    """A public line; why something is exempt may itself be so, and why a line is to check may follow from
    what is."""
    if entry.kind is Kind.EXEMPT:
        entry = replace(entry, source="", label="")
    if entry.doubt and len(ground.shown) < len(ground.record.entries):
        entry = replace(entry, doubt="to check")
    people = tuple(
        each if each.by_role else replace(each, name=anew.get(each.person_id or 0, each.name))
        for each in entry.people
    )
    return replace(entry, people=people)


def _bare(entry: Entry, kind: Kind, paragraphs: str) -> Entry:
    """What stays of a line: its place, and for the course of the sitting its time and day."""
    sitting = kind is not Kind.EXEMPT
    return Entry(
        entry.id,
        kind,
        "",
        text="" if sitting else paragraphs,
        time=entry.time if sitting else "",
        on=entry.on if sitting else None,
        item_id=entry.item_id,
        exempt=paragraphs,
        recorded_at=entry.recorded_at,
    )
