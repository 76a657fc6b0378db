"""The committee's minutes: numbered minutes under the agenda's headings, actions at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from minutes.checking import Fault, Finding, findings
from minutes.document import Block, Document, Field, Heading, Paragraph, Point, Signature
from minutes.english import WEEKDAYS, printed_date
from minutes.layouts.ground import Ground
from minutes.layouts.narrative import Narrative
from minutes.layouts.proceedings import next_meeting, urgency
from minutes.names import named
from minutes.wording import exemption, proceedings
from minutes.wording.names import listed_alone, roll
from storage.records import Attendee, Entry, Item, Kind, MeetingRecord


def build(record: MeetingRecord, *, restricted: bool = False) -> Document:
    """Build the minutes of a meeting, without what is exempt unless `restricted`.

    Items stand in the order taken; one that is come back to goes on under its heading
    "(continued)", one that was never taken is left out.
    """
    ground = Ground(record, restricted=restricted)
    said = [*_people(ground), *_minutes(ground), *_end(ground), *_log(ground)]
    blocks = [*said, Signature(ground.chair), *_to_put_right(ground)]
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
        ("Substitutes", [f"{named(new)} (for {named(old)})" for new, old in there.substitutes]),
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
    visits = _visits(ground)
    noticed = (item.id for item, _ in visits if item is not None and item.id not in ground.added)
    order = tuple(dict.fromkeys(noticed))
    jumbled = order != tuple(item for item in ground.items if item in order)
    blocks: list[Block] = []
    begun: set[int] = set()
    for item, lines in visits:
        said = narrative.blocks(lines)
        if item is not None:
            taken = tuple(line.id for line in lines[:1] if line.kind is Kind.ITEM)
            told = jumbled and item.id not in ground.added
            blocks.append(_heading(item, taken, continued=item.id in begun, jumbled=told))
            if item.exempt is not None:
                blocks.append(Paragraph(exemption.exempt_by(item.exempt)))
            if item.exempt is not None and not ground.restricted:
                said = []
            elif item.id not in begun:
                blocks += _urgencies(ground, item)
            begun.add(item.id)
        blocks += said
    return blocks


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
    sentences += [
        next_meeting(ground, entry)
        for entry in ground.record.entries
        if entry.kind is Kind.NEXT_MEETING and (entry.item_id is None or ground.hides(entry))
    ]
    return [Heading("Close of meeting"), *sentences] if sentences else []


def _log(ground: Ground) -> list[Block]:
    """This meeting's actions, unless `/actions` has put them into the minutes."""
    log = ground.log()
    if not log or any(entry.kind is Kind.ACTIONS for entry in ground.shown):
        return []
    return [Heading("Actions"), *log]


def _to_put_right(ground: Ground) -> list[Block]:
    """What a draft of a closed meeting leaves open; of what is exempt a public copy says only that."""
    if not ground.is_draft or _closing(ground) is None:
        return []
    found = findings(ground.record)
    shown = [finding for finding in found if ground.restricted or not finding.exempt]
    points = [words for finding in shown if not ground.names_unheard(words := _to_do(ground, finding))]
    if len(points) < len(found):
        points.append("More is listed in the restricted copy.")
    if not points:
        return []
    return [Heading("To put right before these minutes are approved"), *map(Point, points)]


def _to_do(ground: Ground, finding: Finding) -> str:
    """A finding in words, in a public copy without why a line is doubted: that may tell of exempt ones."""
    if ground.restricted or finding.fault is not Fault.TO_CHECK or finding.entry_id is None:
        return finding.words
    place = finding.words.partition("to check:")[0]
    return f"{place}to check: “{ground.entries[finding.entry_id].source.strip()}”"
