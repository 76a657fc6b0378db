"""Writing an agenda and reading it again loses nothing; any text at all is taken or refused in one line."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.agenda import AgendaError, read_items, survey_agenda, write_agenda, write_items
from minutes.style import PARTS, WORDS
from storage.records import (
    INTEREST_KINDS,
    AgendaItem,
    Attendee,
    Body,
    Item,
    Meeting,
    MeetingRecord,
    ReportPart,
)

word = st.text(st.sampled_from("abcdeéßÅ'’-"), min_size=1, max_size=8)
name = (
    st.lists(word.map(str.capitalize), min_size=2, max_size=4).map(" ".join).filter(lambda n: n[0].isalpha())
)
phrase = st.lists(
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=9), min_size=1
).map(" ".join)
plain = phrase.filter(lambda text: not set(text) & set("()[];=:*#_"))
number = st.from_regex(r"\A[1-9][0-9]?[ab]?(\.[1-9])?(\((i|iv)\))?\Z")
exempt = st.sampled_from([None, "", "3", "3,5"])
own_words = [name for name in WORDS if name != "resolved"]  # a header of its own says that one
heading = st.one_of(st.just(""), st.just("-"), plain)


@st.composite
def people(draw: st.DrawFn, member: bool) -> list[Attendee]:
    names = draw(st.lists(name, max_size=4, unique_by=str.casefold))
    return [
        Attendee(
            0,
            f"{named}, {draw(name)}" if draw(st.booleans()) else named,
            draw(st.sampled_from(["", "Councillor", "Cllr"])),
            draw(st.sampled_from(["", "Chair", "Vice-Chairman", "Deputy Mayor"])),
            draw(st.sampled_from(["", "Head of Law – Legal, Audit", "co-opted (for the parents)"])),
            draw(st.sampled_from(["", "JM"])),
            member,
        )
        for named in names
    ]


@st.composite
def records(draw: st.DrawFn) -> MeetingRecord:
    part = st.builds(
        ReportPart, st.sampled_from(["Report from", "Recommendation", "Why now"]), number, phrase
    )
    title = phrase.filter(lambda text: "(" not in text and "[" not in text)
    items = st.lists(
        st.builds(
            Item,
            st.just(0),
            st.one_of(st.just(""), number),
            title,
            st.sampled_from(["", "3 - 28"]),
            exempt,
            parts=st.lists(part, max_size=3).map(tuple),
        ),
        max_size=4,
    )
    body = Body(
        1,
        draw(name),
        draw(st.one_of(st.just(""), name)),
        draw(st.sampled_from(["The Committee", "The Board"])),
        draw(st.sampled_from(["", "AGREED", "RESOLVED"])),
        themes=tuple(draw(st.lists(name, max_size=3))),
        short_forms=tuple(draw(st.lists(st.tuples(word, plain), max_size=2))),
        numbering=draw(st.sampled_from(["agenda", "running", "meeting", "none"])),
        counting=draw(st.sampled_from(["last", "first"])),
        exempt_mark=draw(st.sampled_from(["", "/E", "(exempt)", "*"])),
        year_starts=draw(st.integers(1, 12)),
        interest_kinds=tuple(draw(st.lists(st.tuples(word, plain), min_size=1, max_size=2)))
        if draw(st.booleans())
        else INTEREST_KINDS,
        words=tuple(draw(st.dictionaries(st.sampled_from(own_words), plain, max_size=3)).items()),
        parts=tuple(draw(st.dictionaries(st.sampled_from(list(PARTS)), heading, max_size=4)).items()),
    )
    meeting = Meeting(
        1,
        1,
        draw(st.dates(date(1000, 1, 1))),
        draw(st.sampled_from(["", "00:00", "09:05", "12:00", "18:30"])),
        draw(st.one_of(st.just(""), phrase)),
        draw(st.sampled_from(["", "Supplementary agenda No.1", "Extraordinary meeting"])),
        draw(st.sampled_from(["", "3", "1/4"])),
        minutes_from=draw(st.sampled_from(["", "182", "24/55", "GBP/2223/001"])),
        decisions_from=draw(st.sampled_from(["", "99/2019"])),
    )
    attendees = (*draw(people(True)), *draw(people(False)))
    unique = {person.name.casefold(): person for person in reversed(attendees)}
    return MeetingRecord(
        body, meeting, tuple(p for p in attendees if unique[p.name.casefold()] is p), tuple(draw(items))
    )


@settings(max_examples=50, deadline=None)
@given(records())
def test_writing_an_agenda_and_reading_it_again_gives_the_same(record: MeetingRecord) -> None:
    body, meeting = record.body, record.meeting
    reading = survey_agenda(write_agenda(record, restricted=True))
    agenda = reading.agenda
    assert reading.unread == ()
    assert (agenda.organisation, agenda.body_name) == (body.organisation, body.name)
    assert (agenda.agenda_title, agenda.on, agenda.time) == (meeting.agenda_title, meeting.on, meeting.time)
    assert (agenda.venue, agenda.quorum) == (meeting.venue, meeting.quorum)
    assert (agenda.noun, agenda.verb) == (body.noun, body.verb)
    assert (agenda.words, agenda.parts) == (body.words, body.parts)
    assert (agenda.minutes_from, agenda.decisions_from) == (meeting.minutes_from, meeting.decisions_from)
    unsaid = "running" if meeting.minutes_from else "agenda"
    assert (agenda.numbering or unsaid, agenda.counting or "last") == (body.numbering, body.counting)
    assert (agenda.exempt_mark, agenda.year_starts or 1) == (body.exempt_mark, body.year_starts)
    assert (agenda.interest_kinds or INTEREST_KINDS) == body.interest_kinds
    assert (agenda.themes, agenda.short_forms) == (body.themes, body.short_forms)
    assert agenda.attendees == record.attendees
    assert agenda.items == tuple(
        AgendaItem(item.number, item.title, item.pages, item.exempt, item.parts) for item in record.items
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(AgendaItem, st.one_of(st.just(""), number), phrase), max_size=4))
def test_the_text_area_of_items_reads_back_what_was_written_into_it(items: list[AgendaItem]) -> None:
    read = read_items(write_items(items))
    assert [item.number for item in read] == [item.number for item in items]


@settings(max_examples=30, deadline=None)
@given(st.one_of(st.text(), st.text(st.sampled_from("Date: 3 Sep 2019\nCabinet;,()[]exempt\x1b[31m\x00"))))
def test_any_text_gives_an_agenda_or_one_line_of_error(text: str) -> None:
    assert len(refusal_of(text).splitlines()) <= 1


def refusal_of(text: str) -> str:
    try:
        survey_agenda(text)
    except AgendaError as refusal:
        return str(refusal)
    return ""
