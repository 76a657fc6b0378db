"""Bodies and the lists of the Book screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import BookError, MinuteBook
from storage.records import INTEREST_KINDS, ActionState, Body, MeetingState
from tests.storage.given import AGENDA, JUNE, heard, line, promise, write

TRUST = Body(
    0,
    "Trust Board",
    organisation="Elm Trust",
    noun="The Board",
    verb="RESOLVED",
    title="Cllr",
    quorum="1/4",
    numbering="running",
    themes=("Quality", "Estates"),
    short_forms=(("CEO", "the Chief Executive"), ("PC", "the Parish Council")),
    counting="first",
    exempt_mark="/E",
    year_starts=5,
    interest_kinds=(("gift", "Gifts and hospitality"), ("other", "Other interests")),
    words=(("discussion", "Consideration"), ("reasons", "-")),
    parts=(("present", "Members present"), ("apologies", "")),
)


def test_a_body_comes_back_as_it_was_saved(book: MinuteBook) -> None:
    body_id = book.save_body(TRUST)
    assert book.body(body_id) == replace(TRUST, id=body_id)


def test_a_body_is_changed_whole(book: MinuteBook) -> None:
    body_id = book.save_body(TRUST)
    changed = replace(TRUST, id=body_id, noun="The Trust", themes=("Estates",), short_forms=(("CE", "them"),))
    changed = replace(changed, words=(("discussion", "Talk"),), parts=())
    assert book.save_body(changed) == body_id
    assert book.body(body_id) == changed
    assert book.undo("bodies") == "body: Trust Board"
    assert book.body(body_id) == replace(TRUST, id=body_id)


def test_saving_a_body_unchanged_is_no_step_of_undo(book: MinuteBook) -> None:
    body_id = book.save_body(TRUST)
    book.save_body(replace(TRUST, id=body_id))
    assert book.undo("bodies") == "body: Trust Board"
    assert book.undo("bodies") is None


@pytest.mark.parametrize("name", ["", "  "])
def test_a_body_needs_a_name(book: MinuteBook, name: str) -> None:
    with pytest.raises(BookError, match="A body needs a name"):
        book.save_body(replace(TRUST, name=name))


def test_two_bodies_of_one_name_need_two_organisations(book: MinuteBook) -> None:
    book.save_body(TRUST)
    with pytest.raises(BookError, match="called TRUST  board already"):
        book.save_body(replace(TRUST, name="TRUST  board"))
    other = book.save_body(replace(TRUST, organisation="Oak Trust"))
    assert book.body(other).organisation == "Oak Trust"


def test_a_body_that_is_not_there(book: MinuteBook) -> None:
    with pytest.raises(BookError, match="has no body 7"):
        book.body(7)
    with pytest.raises(BookError, match="no longer in the book"):
        book.save_body(replace(TRUST, id=7))


def test_a_body_counts_what_it_is_owed(book: MinuteBook, meeting_id: int) -> None:
    due = JUNE + timedelta(days=14)
    promises = (promise("ask", due=due), promise("write"), promise("build", due=due))
    write(book, meeting_id, line("Agreed.", actions=promises))
    book.note_progress([heard(book.actions()[0].id, "asked", ActionState.DONE)], due)
    (body,) = book.bodies(due)
    assert (body.open_actions, body.overdue_actions) == (2, 0)
    (body,) = book.bodies(due + timedelta(days=1))
    assert (body.open_actions, body.overdue_actions) == (2, 1)


def test_meetings_are_listed_the_next_first(book: MinuteBook) -> None:
    for day in (3, 17, 10, 24):
        book.save_agenda(replace(AGENDA, on=date(2020, 6, day)))
    book.save_agenda(replace(AGENDA, on=date(2020, 6, 12), body_name="Cabinet"))
    today = date(2020, 6, 12)
    assert [meeting.on.day for meeting in book.meetings(today)] == [12, 17, 24, 10, 3]
    assert [meeting.on.day for meeting in book.meetings(today, limit=4)] == [12, 17, 24, 10]
    assert [meeting.on.day for meeting in book.meetings(today, limit=2)] == [12, 17]
    cabinet = book.meetings(today)[0]
    assert cabinet.body_name == "Cabinet"
    assert [meeting.id for meeting in book.meetings(today, body_id=cabinet.body_id)] == [cabinet.id]


def test_a_meeting_in_the_list_says_what_it_holds(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("One."), line("Two."))
    (meeting,) = book.meetings(JUNE)
    assert (meeting.item_count, meeting.entry_count, meeting.state) == (4, 2, MeetingState.LIVE)
    assert (meeting.organisation, meeting.venue, meeting.time) == ("Medway Council", "Gun Wharf", "18:30")


def test_a_meeting_knows_the_dates_around_it(book: MinuteBook) -> None:
    days = [date(2020, month, 11) for month in (4, 6, 9)]
    first, middle, last = (book.save_agenda(replace(AGENDA, on=day)).meeting_id for day in days)
    record = book.meeting(middle)
    assert (record.previous_on, record.next_on) == (days[0], days[2])
    assert record.meeting_dates == tuple(days)
    assert book.meeting(first).previous_on is None
    assert book.meeting(last).next_on is None


@pytest.mark.parametrize("title", ["Extraordinary meeting", "Agenda for a SPECIAL MEETING"])
def test_an_extraordinary_meeting_in_between_is_passed_over(book: MinuteBook, title: str) -> None:
    days = [date(2020, month, 11) for month in (4, 6, 9)]
    titles = ("", title, "")
    ids = [
        book.save_agenda(replace(AGENDA, on=day, agenda_title=of_agenda)).meeting_id
        for day, of_agenda in zip(days, titles, strict=True)
    ]
    assert [book.meeting(each).previous_on for each in ids] == [None, days[0], days[0]]
    assert [book.meeting(each).next_on for each in ids] == [days[2], days[2], None]


def test_what_an_extraordinary_meeting_recorded_is_agreed_where_no_other_came_before(
    book: MinuteBook, meeting_id: int
) -> None:
    first = replace(AGENDA, on=date(2020, 4, 11), agenda_title="Extraordinary meeting")
    book.save_agenda(first)
    assert book.meeting(meeting_id).previous_on == first.on


def test_a_meeting_that_is_not_there(book: MinuteBook) -> None:
    with pytest.raises(BookError, match="has no meeting 99"):
        book.meeting(99)


def test_a_body_without_kinds_of_interest_of_its_own_has_the_usual_ones(book: MinuteBook) -> None:
    body_id = book.save_body(TRUST)
    book.save_body(replace(TRUST, id=body_id, interest_kinds=INTEREST_KINDS))
    assert book.body(body_id).interest_kinds == INTEREST_KINDS
    book.save_body(replace(TRUST, id=body_id, interest_kinds=()))
    assert book.body(body_id).interest_kinds == INTEREST_KINDS


def test_the_name_that_minutes_were_last_saved_by_is_remembered_beside_every_act(book: MinuteBook) -> None:
    body_id, other = book.save_body(TRUST), book.save_body(replace(TRUST, name="Audit"))
    assert book.export_name(body_id) == ""
    book.remember_export(body_id, "/minutes/{date}.docx")
    book.remember_export(body_id, "/minutes/board {date}.pdf")
    assert (book.export_name(body_id), book.export_name(other)) == ("/minutes/board {date}.pdf", "")
    assert [book.undo("bodies"), book.undo("bodies")] == ["body: Audit", "body: Trust Board"]
    assert book.export_name(body_id) == ""


def test_a_body_that_is_gone_keeps_no_name(book: MinuteBook) -> None:
    with pytest.raises(BookError, match="was removed in another window"):
        book.remember_export(7, "minutes.docx")


def test_an_agenda_completes_the_house_style_and_overwrites_none(book: MinuteBook) -> None:
    said = replace(AGENDA, words=(("chair", "Chairman"),), parts=(("present", "Here"),))
    book.save_agenda(said)
    book.save_agenda(replace(said, words=(("chair", "Chair"),), parts=(("close", "End"),)))
    (body,) = book.bodies(JUNE)
    assert (body.body.words, body.body.parts) == (said.words, said.parts)
