"""The committee's minutes: numbered minutes under the agenda's headings, actions at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from minutes.document import Block, Document, Field, Heading, Paragraph, Signature
from minutes.english import WEEKDAYS, printed_date
from minutes.layouts.ground import Ground
from minutes.layouts.narrative import Narrative
from minutes.wording import proceedings
from minutes.wording.names import listed_alone, roll
from storage.records import Attendee, Entry, Item, Kind, MeetingRecord


def build(record: MeetingRecord, *, restricted: bool = False) -> Document:
    """Build the minutes of a meeting, without what is exempt unless `restricted`.

    Items stand in the order taken; one that is come back to goes on under its heading
    "(continued)", one that was never taken is left out.
    """
    ground = Ground(record, restricted=restricted)
    blocks = [*_people(ground), *_minutes(ground), *_end(ground), *_log(ground), Signature(ground.chair)]
    marks = [mark for mark, holds in (("DRAFT", ground.is_draft), ("RESTRICTED", restricted)) if holds]
    title = f"{record.body.name} – {printed_date(record.meeting.on)}"
    return Document(title, _head(ground), tuple(blocks), " – ".join(marks))


def _head(ground: Ground) -> tuple[str, ...]:
    """The lines at the top: whose minutes, of which day, when and where."""
    meeting, body = ground.record.meeting, ground.record.body
    opened = next((e.time for e in ground.record.entries if e.kind is Kind.OPEN and e.time), "")
    day = f"{WEEKDAYS[meeting.on.weekday()]} {printed_date(meeting.on)}"
    closing = _closing(ground)
    when = proceedings.times(opened or meeting.time, closing.time if closing else "")
    lines = (body.organisation, body.name, "Minutes of the meeting", day, when, meeting.venue)
    return tuple(line for line in lines if line)


def _closing(ground: Ground) -> Entry | None:
    """The line that closed the meeting, None where it is not closed."""
    sitting = [
        e for e in ground.record.entries if e.kind in (Kind.OPEN, Kind.CLOSE, Kind.ADJOURN, Kind.RESUME)
    ]
    return sitting[-1] if sitting and sitting[-1].kind is Kind.CLOSE else None


def _people(ground: Ground) -> list[Block]:
    """Who was there and who was not."""
    there = ground.attendance
    fields = (
        ("Present", _rolls(there.present)),
        ("Apologies", _rolls(there.apologies)),
        ("Absent", _rolls(there.absent)),
        ("In attendance", (*map(listed_alone, there.attending), *map(ground.text, there.counts))),
    )
    return [Field(name, tuple(values)) for name, values in fields if values]


def _rolls(people: Sequence[Attendee]) -> list[str]:
    """Members on one line under their title; a line each for people who have none."""
    lines: list[str] = []
    for title, run in groupby(people, key=lambda person: person.title):
        group = list(run)
        lines += [roll(group)] if title else [listed_alone(person) for person in group]
    return lines


def _minutes(ground: Ground) -> list[Block]:
    """The minutes, item by item as taken."""
    narrative = Narrative(ground)
    blocks: list[Block] = []
    begun: set[int | None] = {None}
    for item, lines in _visits(ground):
        said = narrative.blocks(lines)
        if item is not None:
            taken = tuple(line.id for line in lines[:1] if line.kind is Kind.ITEM)
            blocks += _item_head(item, taken, continued=item.id in begun)
            begun.add(item.id)
            if item.exempt is not None and not ground.restricted:
                said = []
        blocks += said
    return blocks


def _item_head(item: Item, entries: tuple[int, ...], *, continued: bool) -> list[Block]:
    """An item's heading, and the line that an exempt one has under it."""
    title = f"{item.title} (continued)" if continued else item.title
    head: list[Block] = [Heading(title, 1, item.minute or item.number, entries)]
    if item.exempt is not None:
        head.append(Paragraph(proceedings.exempt_by(item.exempt)))
    return head


def _visits(ground: Ground) -> list[tuple[Item | None, list[Entry]]]:
    """The lines by the item they belong to, each time it was taken.

    A visit in which nothing was said, as by a `/next` too many, counts only where it is the item's
    only one.
    """
    visits: list[tuple[Item | None, list[Entry]]] = []
    spoken = {entry.item_id for entry in ground.record.entries if entry.kind is not Kind.ITEM}
    silent: set[int | None] = set()
    for item_id, run in groupby(ground.record.entries, key=lambda entry: entry.item_id):
        lines = list(run)
        item = ground.items.get(item_id) if item_id is not None else None
        if all(line.kind is Kind.ITEM for line in lines):
            if item_id in spoken or item_id in silent:
                continue
            silent.add(item_id)
        if visits and visits[-1][0] == item:
            visits[-1][1].extend(lines)
        else:
            visits.append((item, lines))
    return visits


def _end(ground: Ground) -> list[Block]:
    """How the meeting closed, and when the next one is where no item told it."""
    sentences: list[Block] = []
    if closing := _closing(ground):
        sentences.append(Paragraph(proceedings.closed(closing.time), entries=(closing.id,)))
    for entry in ground.record.entries:
        if entry.kind is Kind.NEXT_MEETING and (entry.item_id is None or ground.hides(entry)):
            venue = "" if ground.hides(entry) else ground.text(entry.text)
            said = proceedings.next_meeting(entry.on, entry.time, venue)
            sentences.append(Paragraph(said, entries=(entry.id,)))
    return [Heading("Close of meeting"), *sentences] if sentences else []


def _log(ground: Ground) -> list[Block]:
    """This meeting's actions, unless `/actions` has put them into the minutes."""
    table = ground.log()
    if table is None or any(entry.kind is Kind.ACTIONS for entry in ground.shown):
        return []
    return [Heading("Actions"), table]
