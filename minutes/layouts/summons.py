"""The summons: the agenda as a body sends it to its members and puts it up for the public.

What a summons names is what the law asks of it: the place, the time and the business (Local Government Act
1972, Schedule 12, paragraphs 4 and 10), with what is likely to be taken in private and under which
paragraphs of Schedule 12A.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes.agenda.writing import shown_items
from minutes.document import Block, Document, Field, Paragraph, Point, Signature
from minutes.english import counted, full_date, listed, printed_date, printed_pages, printed_time
from minutes.names import is_role
from minutes.quorum import quorum_of
from minutes.shorthand.items import adds_item
from minutes.wording.exemption import named_paragraphs
from minutes.wording.names import listed_alone, rolls
from storage.records import Attendee, Item, MeetingRecord, MeetingState, ReportPart

_SENT_BY = ("clerk", "secretary", "proper officer", "governance", "democratic services")


def build_summons(record: MeetingRecord, *, restricted: bool = False) -> Document:
    """Build the summons to a meeting.

    Of an exempt item the public one has the number, the title, the pages and the paragraphs; the lines of
    its report are in the `restricted` one alone. People and items that came in during the meeting are no part
    of it.
    """
    record = as_summoned(record)
    meeting, body = record.meeting, record.body
    day = full_date(meeting.on)
    when = f"{day} at {printed_time(meeting.time)}" if meeting.time else day
    kind = meeting.agenda_title if "agenda" in meeting.agenda_title.casefold() else "Agenda"
    title = "" if kind == meeting.agenda_title else meeting.agenda_title
    head = (body.organisation, body.name, title, kind, when, meeting.venue)
    people = record.attendees
    blocks = [*_who(record, people), *_business(record, restricted), Signature(_sender(people))]
    return Document(
        f"{body.name} – {kind.lower()} for {printed_date(meeting.on)}",
        tuple(line for line in head if line),
        tuple(blocks),
        "RESTRICTED" if restricted else "",
        day=meeting.on.isoformat(),
    )


def as_summoned(record: MeetingRecord) -> MeetingRecord:
    """The meeting as it was before anything was said in it."""
    added = {entry.target_id for entry in record.entries if adds_item(entry)}
    return replace(
        record,
        meeting=replace(record.meeting, state=MeetingState.PLANNED, approved_in=None),
        attendees=tuple(person for person in record.attendees if not person.added),
        items=tuple(item for item in record.items if item.id not in added),
        entries=(),
        actions=(),
    )


def _who(record: MeetingRecord, people: Sequence[Attendee]) -> Iterator[Block]:
    """Who is summoned, who else is expected, and how many must come."""
    noun = record.body.noun
    yield Paragraph(
        f"Members of {noun[:1].lower()}{noun[1:]} are summoned to this meeting for the business below."
    )
    members = [person for person in people if person.member]
    if members:
        yield Field("Members", tuple(rolls(members)))
    if others := [listed_alone(person) for person in people if not person.member]:
        yield Field("In attendance", tuple(others))
    quorum = record.meeting.quorum or record.body.quorum
    count = quorum_of(quorum, len(members))
    if count:
        yield Field("Quorum", (counted(count, "member"),))
    elif quorum:
        yield Field("Quorum", (quorum,))


def _business(record: MeetingRecord, restricted: bool) -> Iterator[Block]:
    """The items with their reports, and which of them the public is likely to be excluded for."""
    for item in shown_items(record, restricted=restricted):
        pages = f" (pages {printed_pages(item.pages)})" if item.pages else ""
        yield Point(f"{item.title}{pages}", f"{item.number}." if item.number else "")
        if item.exempt is not None:
            yield Point(_private(item), level=1)
        for part in item.parts:
            yield Point(_said(part), level=1)
    exempt = [item for item in record.items if item.exempt is not None]
    if exempt:
        numbered = listed([item.number or f"“{item.title}”" for item in exempt])
        which = f"item{'s' if len(exempt) > 1 else ''} {numbered}"
        yield Paragraph(
            f"The press and public are likely to be excluded from the meeting for {which}: exempt "
            "information under Schedule 12A of the Local Government Act 1972 would be disclosed."
        )


def _private(item: Item) -> str:
    named = named_paragraphs(item.exempt or "")
    return f"Not for publication{f' ({named} of Part 1 of Schedule 12A)' if named else ''}"


def _said(part: ReportPart) -> str:
    """A line of a report as the summons has it: "Recommendation 10.1: The Board is asked …"."""
    if part.name == "Note" and not part.number:
        return part.text
    return f"{part.name} {part.number}".rstrip() + f": {part.text}"


def _sender(people: Sequence[Attendee]) -> str:
    """What the officer is called who sends the summons: by their role, else "Clerk"."""
    for person in people:
        named = person.name if is_role(person.name) else person.role
        if any(word in named.casefold() for word in _SENT_BY):
            return named
    return "Clerk"
