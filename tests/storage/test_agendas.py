"""Agendas make a body and its meeting, complete them, or say how the meeting is to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage import BookError, Imported, MinuteBook
from storage.records import Act, Agenda, AgendaItem, Attendee, Kind, Named, NewItem, Part, ReportPart
from tests.storage.given import AGENDA, EVENING, ITEMS, JUNE, MEMBERS, entry, line, taken, write

LATER = date(2020, 9, 3)


def titles(book: MinuteBook, meeting_id: int) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in book.meeting(meeting_id).items]


def names(book: MinuteBook, meeting_id: int) -> list[str]:
    return [attendee.name for attendee in book.meeting(meeting_id).attendees]


def test_an_agenda_makes_the_body_and_the_meeting(book: MinuteBook) -> None:
    made = book.save_agenda(replace(AGENDA, quorum="3", agenda_title="Supplementary agenda No.1"))
    assert made == Imported(1, body_made=True, meeting_made=True, items_added=4, people_added=3)
    record = book.meeting(made.meeting_id)
    assert (record.body.name, record.body.organisation) == ("Overview & Scrutiny", "Medway Council")
    assert (record.body.title, record.body.quorum, record.body.verb) == ("Councillor", "3", "")
    assert record.body.themes == ("Quality", "Workforce")
    assert record.body.short_forms == (("OSC", "the Overview and Scrutiny Committee"),)
    assert (record.meeting.on, record.meeting.time, record.meeting.venue) == (JUNE, "18:30", "Gun Wharf")
    assert record.meeting.agenda_title == "Supplementary agenda No.1"
    assert [item.minute for item in record.items] == ["1", "2", "5", "7"]
    assert record.items[2].parts == (ReportPart("Author", "", "Head of Business Change"),)
    assert record.items[3].exempt == "3"
    assert [replace(attendee, person_id=0) for attendee in record.attendees] == list(MEMBERS)


def test_the_same_agenda_again_changes_nothing(book: MinuteBook, meeting_id: int) -> None:
    before = book.meeting(meeting_id)
    again = book.save_agenda(AGENDA)
    assert again == Imported(meeting_id, body_made=False, meeting_made=False, items_added=0, people_added=0)
    assert book.meeting(meeting_id) == before
    assert book.undo(f"meeting:{meeting_id}") is None


def test_a_body_is_found_whatever_the_case_and_white_space(book: MinuteBook, meeting_id: int) -> None:
    found = book.save_agenda(Agenda("OVERVIEW &  scrutiny", LATER, organisation="medway council"))
    assert not found.body_made
    assert book.meeting(found.meeting_id).body == book.meeting(meeting_id).body


def test_a_name_that_two_organisations_share_is_asked_about(book: MinuteBook) -> None:
    for organisation in ("Medway Council", "Kent Council"):
        assert book.save_agenda(Agenda("Cabinet", JUNE, organisation=organisation)).body_made
    with pytest.raises(BookError, match="Two bodies are called Cabinet"):
        book.save_agenda(Agenda("Cabinet", LATER))


def test_an_agenda_without_a_body_is_refused(book: MinuteBook) -> None:
    with pytest.raises(BookError, match="needs a name"):
        book.save_agenda(Agenda("", JUNE))


def test_a_supplementary_agenda_adds_and_fills_but_never_overwrites(book: MinuteBook) -> None:
    first = replace(AGENDA, venue="", items=(*ITEMS[:2], AgendaItem("10", "Any other business")))
    meeting_id = book.save_agenda(first).meeting_id
    made = book.save_agenda(
        replace(
            AGENDA,
            time="19:00",
            venue="Council Chamber",
            noun="The Panel",
            verb="RESOLVED",
            items=(
                AgendaItem("1", "Apologies for absence", pages="1"),
                AgendaItem("5", "Ofsted Update Report"),
                AgendaItem("5a", "Late paper"),
                AgendaItem("", "Closing words"),
                AgendaItem("10", "Any other business", exempt="3"),
                AgendaItem("11", "Transport"),
            ),
            attendees=(*MEMBERS, Attendee(0, "Johnson", title="Councillor")),
        )
    )
    assert (made.items_added, made.people_added) == (4, 1)
    record = book.meeting(meeting_id)
    assert titles(book, meeting_id) == [
        "1 Apologies",
        "2 Record of meeting",
        "5 Ofsted Update Report",
        "5a Late paper",
        "Closing words",
        "10 Any other business",
        "11 Transport",
    ]
    assert (record.items[0].pages, record.items[5].exempt) == ("1", "3")
    assert (record.meeting.time, record.meeting.venue) == ("18:30", "Council Chamber")
    assert (record.body.noun, record.body.verb) == ("The Panel", "RESOLVED"), "they were as a new body's"
    assert names(book, meeting_id)[-1] == "Johnson"
    assert book.undo(f"meeting:{meeting_id}") == "agenda of 11 June 2020"
    assert titles(book, meeting_id) == ["1 Apologies", "2 Record of meeting", "10 Any other business"]


def supplement(*items: AgendaItem) -> Agenda:
    """An agenda on top of the one that the meeting has."""
    return Agenda(
        AGENDA.body_name,
        JUNE,
        organisation=AGENDA.organisation,
        agenda_title="Supplementary agenda No.1",
        items=items,
    )


def test_a_supplementary_agenda_does_not_say_what_meeting_it_is(book: MinuteBook, meeting_id: int) -> None:
    book.save_agenda(supplement(AgendaItem("8", "Late paper")))
    assert book.meeting(meeting_id).meeting.agenda_title == ""


def test_a_planned_meeting_without_items_takes_the_title_of_its_agenda(book: MinuteBook) -> None:
    meeting_id = book.save_agenda(replace(AGENDA, items=())).meeting_id
    book.save_agenda(replace(AGENDA, agenda_title="Extraordinary meeting"))
    assert book.meeting(meeting_id).meeting.agenda_title == "Extraordinary meeting"
    book.save_agenda(supplement(AgendaItem("8", "Late paper")))
    assert book.meeting(meeting_id).meeting.agenda_title == "Extraordinary meeting"


def test_another_item_of_a_number_on_the_agenda_is_added_in_its_place(
    book: MinuteBook, meeting_id: int
) -> None:
    before = book.meeting(meeting_id).items
    flood = AgendaItem("2", "Flood defences", pages="65 - 70", parts=(ReportPart("Author", "", "Engineer"),))
    assert book.save_agenda(supplement(flood, AgendaItem("5", "Ofsted"))).items_added == 1
    items = book.meeting(meeting_id).items
    assert titles(book, meeting_id) == [
        "1 Apologies",
        "2 Record of meeting",
        "2 Flood defences",
        "5 Ofsted Update Report",
        "7 Transport",
    ]
    assert (items[2].pages, items[2].parts) == (flood.pages, flood.parts)
    assert tuple(item for item in items if item.title != "Flood defences") == before
    assert book.save_agenda(supplement(flood)).items_added == 0, "the same agenda again adds nothing"


def test_an_item_whose_title_only_looks_alike_is_another(book: MinuteBook, meeting_id: int) -> None:
    supplementary = supplement(AgendaItem("7", "Transportation"), AgendaItem("1", "Apologies for absence"))
    assert book.save_agenda(supplementary).items_added == 1
    assert titles(book, meeting_id)[-2:] == ["7 Transport", "7 Transportation"]


def test_an_item_that_the_clerk_called_otherwise_is_known_again(book: MinuteBook) -> None:
    sent = (
        AgendaItem("5", "Ofsted Inspection of Children's Services", "3 - 28"),
        AgendaItem("6", "Exclusion of the Press and Public"),
    )
    meeting_id = book.save_agenda(replace(AGENDA, items=sent)).meeting_id
    called = (replace(sent[0], title="Inspection report"), replace(sent[1], title="Exclusion of the Public"))
    book.save_agenda(replace(AGENDA, items=called), meeting_id=meeting_id)
    report = replace(sent[0], parts=(ReportPart("Author", "", "Head of Law"),))
    assert book.save_agenda(replace(AGENDA, items=(report, sent[1]))).items_added == 0
    assert titles(book, meeting_id) == ["5 Inspection report", "6 Exclusion of the Public"]
    assert book.meeting(meeting_id).items[0].parts == report.parts


def test_two_items_of_one_title_stay_two(book: MinuteBook) -> None:
    twice = tuple(AgendaItem(number, "Exclusion of the public") for number in ("6", "9"))
    meeting_id = book.save_agenda(replace(AGENDA, items=twice)).meeting_id
    assert book.save_agenda(supplement(*twice[::-1], AgendaItem("12", twice[0].title))).items_added == 1
    assert [item.number for item in book.meeting(meeting_id).items] == ["6", "9", "12"]


def test_an_item_gets_the_number_and_the_report_it_lacked(book: MinuteBook) -> None:
    author = ReportPart("Author", "", "Head of Law")
    first = (AgendaItem("", "Closing words", parts=(author,)),)
    meeting_id = book.save_agenda(replace(AGENDA, items=first)).meeting_id
    asked = (ReportPart("Recommendation", "1", "to note"), ReportPart("Recommendation", "2", "to do"))
    other = ReportPart("Author", "", "Somebody else")
    later = AgendaItem("9", "Closing  WORDS", "70", parts=(other, *asked))
    assert book.save_agenda(supplement(later)).items_added == 0
    (item,) = book.meeting(meeting_id).items
    assert (item.number, item.title, item.pages, item.parts) == ("9", "Closing words", "70", (author, *asked))


def test_a_supplementary_agenda_in_the_middle_of_the_meeting_leaves_the_record_alone(
    book: MinuteBook, meeting_id: int
) -> None:
    item = book.meeting(meeting_id).items[2]
    write(book, meeting_id, taken(item.id), line("Said."))
    book.save_agenda(supplement(AgendaItem("5", "Late paper"), AgendaItem("4", "Earlier paper")))
    assert entry(book, meeting_id, "Said.").item_id == item.id
    assert titles(book, meeting_id)[2:5] == ["4 Earlier paper", "5 Ofsted Update Report", "5 Late paper"]
    assert book.undo(f"meeting:{meeting_id}") == "agenda of 11 June 2020"
    assert len(book.meeting(meeting_id).items) == 4


def test_what_a_body_was_given_stays(book: MinuteBook, meeting_id: int) -> None:
    body = book.meeting(meeting_id).body
    book.save_body(replace(body, noun="The Panel", quorum="4"))
    book.save_agenda(replace(AGENDA, on=LATER, noun="The Board", quorum="5", themes=("Other",)))
    assert book.body(body.id) == replace(body, noun="The Panel", quorum="4")


def test_people_are_known_again_whatever_the_apostrophe(book: MinuteBook, meeting_id: int) -> None:
    people = (Attendee(0, "o'brien", title="Councillor"), Attendee(0, "Kemp", title="Councillor"))
    later = book.save_agenda(replace(AGENDA, on=LATER, attendees=people)).meeting_id
    kemp, o_brien, _ = book.meeting(meeting_id).attendees
    assert [one.person_id for one in book.meeting(later).attendees] == [o_brien.person_id, kemp.person_id]


def test_two_people_of_one_name_stay_two(book: MinuteBook) -> None:
    twins = (Attendee(0, "Cooper", title="Mrs"), Attendee(0, "Cooper", title="Councillor"))
    first = book.meeting(book.save_agenda(replace(AGENDA, attendees=twins)).meeting_id).attendees
    later = book.save_agenda(replace(AGENDA, on=LATER, attendees=twins[::-1])).meeting_id
    assert [one.person_id for one in book.meeting(later).attendees] == [
        first[1].person_id,
        first[0].person_id,
    ]
    assert first[0].person_id != first[1].person_id


def test_two_people_who_differ_in_their_initials_alone_stay_two(book: MinuteBook) -> None:
    js = Attendee(0, "Smith", title="Cllr", initials="JS")
    twins = (js, replace(js, initials="PS"))
    first = book.meeting(book.save_agenda(replace(AGENDA, attendees=twins)).meeting_id).attendees
    later = book.meeting(book.save_agenda(replace(AGENDA, on=LATER, attendees=twins)).meeting_id).attendees
    assert later == first
    assert first[0].person_id != first[1].person_id


def test_a_newcomer_known_to_the_body_is_the_same_person(book: MinuteBook, meeting_id: int) -> None:
    newcomer = Attendee(-1, "Mr Webb", role="resident", member=False, added=True)
    attending = line("/attending Mr Webb", Kind.ATTENDING, people=(Named(Part.NAMED, "Mr Webb", -1),))
    book.record(meeting_id, Act((attending,), newcomers=(newcomer,)), at=EVENING)
    here = book.meeting(meeting_id)
    assert here.attendees[-1] == replace(newcomer, person_id=here.attendees[-1].person_id)
    assert here.entries[0].people[0].person_id == here.attendees[-1].person_id
    later = book.save_agenda(replace(AGENDA, on=LATER)).meeting_id
    book.record(later, Act((attending,), newcomers=(newcomer,)), at=EVENING)
    assert book.meeting(later).attendees[-1].person_id == here.attendees[-1].person_id


def test_those_standing_are_whom_the_last_meeting_expected(book: MinuteBook, meeting_id: int) -> None:
    body_id = book.meeting(meeting_id).body.id
    newcomer = Attendee(-1, "Mr Webb", member=False, added=True)
    book.record(meeting_id, Act((), newcomers=(newcomer,)), at=EVENING)
    assert [one.name for one in book.standing(body_id)] == [one.name for one in MEMBERS]
    book.save_agenda(replace(AGENDA, on=LATER, attendees=MEMBERS[1:]))
    assert [one.name for one in book.standing(body_id)] == ["O’Brien", "Director of People"]
    book.save_agenda(replace(AGENDA, on=date(2020, 12, 1), attendees=()))
    assert [one.name for one in book.standing(body_id)] == ["O’Brien", "Director of People"]


def test_the_prepare_screen_makes_the_meeting_as_it_says(book: MinuteBook, meeting_id: int) -> None:
    before = {item.title: item.id for item in book.meeting(meeting_id).items}
    said = replace(
        AGENDA,
        on=LATER,
        time="10:00",
        venue="",
        items=(
            AgendaItem("1", "Welcome"),
            AgendaItem("2", "Apologies"),
            AgendaItem("3", "Record of the meeting"),
            AgendaItem("5", "Ofsted Update Report"),
        ),
        attendees=(Attendee(0, "Johnson", title="Councillor"), replace(MEMBERS[0], office="")),
    )
    book.save_agenda(said, meeting_id=meeting_id)
    record = book.meeting(meeting_id)
    assert (record.meeting.on, record.meeting.time, record.meeting.venue) == (LATER, "10:00", "")
    assert titles(book, meeting_id) == [
        "1 Welcome",
        "2 Apologies",
        "3 Record of the meeting",
        "5 Ofsted Update Report",
    ]
    assert record.items[1].id == before["Apologies"], "an item keeps its lines when its number shifts"
    assert record.items[3].id == before["Ofsted Update Report"]
    assert record.items[3].parts == ()
    assert [(one.name, one.office) for one in record.attendees] == [("Johnson", ""), ("Kemp", "")]
    assert book.undo(f"meeting:{meeting_id}") == "agenda of 3 September 2020"
    assert titles(book, meeting_id)[0] == "1 Apologies"
    assert names(book, meeting_id) == [one.name for one in MEMBERS]


def test_an_item_retitled_keeps_its_lines(book: MinuteBook, meeting_id: int) -> None:
    item = book.meeting(meeting_id).items[2]
    write(book, meeting_id, taken(item.id), line("Said."))
    items = tuple(replace(one, title="Inspection") if one.number == "5" else one for one in ITEMS)
    book.save_agenda(replace(AGENDA, items=items), meeting_id=meeting_id)
    assert entry(book, meeting_id, "Said.").item_id == item.id
    assert "5 Inspection" in titles(book, meeting_id)


def test_an_item_with_lines_is_never_removed(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, taken(book.meeting(meeting_id).items[2].id), line("Said."))
    with pytest.raises(BookError, match="Item “5 Ofsted Update Report” has lines"):
        book.save_agenda(replace(AGENDA, items=ITEMS[:2]), meeting_id=meeting_id)
    assert len(book.meeting(meeting_id).items) == 4


def test_a_person_named_in_the_record_is_never_taken_off(book: MinuteBook, meeting_id: int) -> None:
    kemp = book.meeting(meeting_id).attendees[0]
    present = line("/present Kemp", Kind.PRESENT, people=(Named(Part.NAMED, "Kemp", kemp.person_id),))
    write(book, meeting_id, present)
    with pytest.raises(BookError, match="“Kemp” is named in the record"):
        book.save_agenda(replace(AGENDA, attendees=MEMBERS[1:]), meeting_id=meeting_id)
    corrected = (replace(MEMBERS[0], name="Kempe"), *MEMBERS[1:])
    book.save_agenda(replace(AGENDA, attendees=corrected), meeting_id=meeting_id)
    assert book.meeting(meeting_id).attendees[0] == replace(kemp, name="Kempe")


def test_an_urgent_item_is_added_by_a_line(book: MinuteBook, meeting_id: int) -> None:
    urgent = NewItem(-1, "", "Flooding in the High Street")
    ids = book.record(
        meeting_id,
        Act((taken(-1), line("The Clerk reported.")), items=(urgent,)),
        at=EVENING,
    )
    record = book.meeting(meeting_id)
    assert record.items[-1].title == "Flooding in the High Street"
    assert record.entries[0].target_id == record.entries[1].item_id == record.items[-1].id
    assert len(ids) == 2


def test_what_a_line_made_exempt_is_still_taken_back_after_preparing(
    book: MinuteBook, meeting_id: int
) -> None:
    item = book.meeting(meeting_id).items[2]
    (exempting,) = write(book, meeting_id, line("3", Kind.EXEMPT, target_id=item.id))
    items = tuple(replace(one, exempt="3") if one.number == "5" else one for one in ITEMS)
    book.save_agenda(replace(AGENDA, items=items), meeting_id=meeting_id)
    book.delete(exempting)
    assert book.meeting(meeting_id).items[2].exempt is None
