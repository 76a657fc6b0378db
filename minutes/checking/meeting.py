"""A record gone through once, line by line, and then as a whole."""

from __future__ import annotations

from dataclasses import replace

from minutes.checking.ballots import Ballots
from minutes.checking.finding import Fault, Finding, Found, line_of
from minutes.checking.lines import Lines
from minutes.checking.reviews import check_point, check_reviews, priorities_by_line
from minutes.names import named
from minutes.quorum import quorum_doubt
from minutes.sitting import Sitting
from storage.records import Kind, MeetingRecord

_LISTED: dict[Kind | None, str] = {Kind.APOLOGIES: "listed with apologies", Kind.ABSENT: "listed as absent"}


def findings(record: MeetingRecord) -> tuple[Finding, ...]:
    """Everything to put right in a meeting's record, in its order; then what is of the whole meeting."""
    found = Found(record)
    sitting = Sitting(replace(record, entries=()))
    lines, ballots, priorities = Lines(found), Ballots(found), priorities_by_line(record)
    for entry in record.entries:
        sitting.follow(entry)
        lines.follow(entry, sitting.item)
        ballots.follow(entry, sitting)
        check_point(found, entry, priorities.get(entry.id), listing=sitting.promises.listing)
    lines.end()
    ballots.end(sitting)
    _people(found, sitting)
    _agenda(found, sitting)
    check_reviews(found, sitting.promises)
    _whole(found, sitting)
    return found.in_order()


def _people(found: Found, sitting: Sitting) -> None:
    """People who were on no list: a name taken down wrong looks the same."""
    for person, entry in found.added:
        is_member = person.member or sitting.is_member(person.person_id)
        last = sitting.presence.named.get(person.person_id)
        how = "a member" if is_member else _LISTED.get(last, "in attendance")
        words = f"{named(person)} was on no list, and is now {how}: is the name right? {line_of(entry)}"
        found.of_line(entry, Fault.ADDED, words)


def _agenda(found: Found, sitting: Sitting) -> None:
    taken = set(sitting.taken)
    for item in found.record.items:
        if item.id not in taken:
            todo = f"/{item.number}" if item.number else "take it"
            found.of_item(item, Fault.NOT_TAKEN, f"{item.title} was not taken: {todo}")
        if item.exempt == "":
            words = f"exempt, but under which of the paragraphs 1 to 7? /exempt {item.number or 'ITEM'} 3"
            found.of_item(item, Fault.EXEMPTION, words)


def _whole(found: Found, sitting: Sitting) -> None:
    record = found.record
    if not sitting.attendance_taken:
        found.of_meeting(Fault.ATTENDANCE, "Who was present is not recorded: /present and the names")
    if doubt := quorum_doubt(record.meeting.quorum or record.body.quorum):
        found.of_meeting(Fault.QUORUM, f"The quorum {doubt}")
    if sitting.next_meeting is None:
        found.of_meeting(Fault.NEXT_MEETING, "The next meeting has no date: /nextmeeting and the date")
