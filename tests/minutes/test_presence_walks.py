"""Whatever the lines: who is present, who may vote and the quorum agree with a slow, simple count."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.sitting import Sitting
from storage.records import Entry, Kind, MeetingRecord, Part
from tests.minutes.meetings import prepared, taken

NAMES = st.sampled_from(("Kemp", "Cooper", "Johnson", "Sue Lintern", "Ann Doe"))
LINES = st.one_of(
    st.builds("/{} {}".format, st.sampled_from(("present", "in", "out", "apologies", "attending")), NAMES),
    st.builds("/sub {} for {}".format, NAMES, NAMES),
    st.builds("/interest {} dpi {}: his land, withdrew".format, NAMES, st.sampled_from("567")),
    st.sampled_from(("/5", "/6", "/7", "/present all", "/out all", "/in all", "! noted it")),
)
HERE = (Kind.PRESENT, Kind.IN)


def words_on(person: int, entries: list[Entry]) -> list[Kind]:
    """Every word on a person's attendance, a substitute's arrival among them."""
    words = []
    for entry in entries:
        named = [p.person_id for p in entry.people if p.part is Part.NAMED]
        if person in named and entry.kind in (*HERE, Kind.OUT, Kind.APOLOGIES, Kind.ATTENDING, Kind.SUB):
            words.append(entry.kind)
    return words


def is_member(person: int, record: MeetingRecord, entries: list[Entry]) -> bool:
    """A member of the list or the line that brought them in, a substitute, or co-opted; not if replaced."""
    pairs = [[p.person_id for p in entry.people] for entry in entries if entry.kind is Kind.SUB]
    if any(replaced == person for _, replaced in pairs):
        return False
    if any(substitute == person for substitute, _ in pairs):
        return True
    attendee = next(each for each in record.attendees if each.person_id == person)
    words = words_on(person, entries)
    if attendee.member:
        return bool(words) or not attendee.added
    return any(now is Kind.PRESENT and before in (Kind.ATTENDING, Kind.IN) for before, now in pairwise(words))


def is_out(person: int, entries: list[Entry]) -> bool:
    """Withdrawn from the item being taken, and not come back since."""
    out: set[int | None] = set()
    item = None
    for entry in entries:
        item = entry.target_id if entry.kind is Kind.ITEM else item
        named = person in [p.person_id for p in entry.people]
        if named and entry.kind is Kind.INTEREST:
            out.add(entry.target_id)
        elif named and entry.kind is Kind.IN:
            out.discard(item)
    return item in out


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_presence_agrees_with_a_slow_count(lines: list[str]) -> None:
    record = prepared()
    record = taken("\n".join(lines), replace(record, body=replace(record.body, quorum="1/3")))
    entries = list(record.entries)
    people = [attendee.person_id for attendee in record.attendees]
    members = [person for person in people if is_member(person, record, entries)]
    here = [
        person
        for person in members
        if words_on(person, entries)[-1:] in ([Kind.PRESENT], [Kind.IN], [Kind.SUB])
    ]
    sitting = Sitting(record)
    assert sitting.members == len(members)
    assert list(sitting.present) == [person for person in here if not is_out(person, entries)]
    assert sitting.quorum == -(-len(members) // 3)
    if sitting.attendance_taken:
        assert sitting.voters == sitting.present
        assert sitting.quorate == (len(sitting.present) >= -(-len(members) // 3))
