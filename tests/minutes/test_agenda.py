"""The agenda as text: what is read from it, what is refused, and that writing it loses nothing."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.agenda import (
    AgendaError,
    default_noun,
    read_agenda,
    read_date,
    read_items,
    read_people,
    read_time,
    survey_agenda,
    write_agenda,
    write_people,
)
from storage.records import AgendaItem, Attendee, Body, Item, Meeting, MeetingRecord, ReportPart

CABINET = """\
Medway Council
Cabinet
Supplementary agenda No.1
Date: 3 September 2019
Time: 3.00pm
Venue: Meeting Room 2 - Level 3, Gun Wharf
Members: Councillors Jarrett (Chairman), Doe, …
In attendance: Director of People; Monitoring Officer
Quorum: 3
Noun: The Cabinet
Verb: AGREED
Layout: committee
Minutes from: 182
Decisions: 99/2019
Themes: Quality; Workforce; Leadership
Short: OSC = the Overview and Scrutiny Committee

5. Ofsted Inspection of Medway's Children's Services (Pages 3 - 28)
   Report from: Director of People
   Author: Head of Business Change
   Recommendation 10.1: The Cabinet is asked to note the content of this report.
   Reason 11.1: To formally notify the Cabinet of the outcome of the inspection.
6. Exclusion of the Press and Public
7. Council Response to Draft Further Report from the LGO (Pages 29 - 64) [exempt 3]
"""


def test_an_agenda_is_read_whole() -> None:
    reading = survey_agenda(CABINET)
    agenda = reading.agenda
    assert reading.unread == ()
    assert (agenda.organisation, agenda.body_name) == ("Medway Council", "Cabinet")
    assert agenda.agenda_title == "Supplementary agenda No.1"
    assert (agenda.on, agenda.time) == (date(2019, 9, 3), "15:00")
    assert agenda.venue == "Meeting Room 2 - Level 3, Gun Wharf"
    assert (agenda.quorum, agenda.noun, agenda.verb, agenda.layout) == (
        "3",
        "The Cabinet",
        "AGREED",
        "committee",
    )
    assert (agenda.minutes_from, agenda.decisions_from) == ("182", "99/2019")
    assert agenda.themes == ("Quality", "Workforce", "Leadership")
    assert agenda.short_forms == (("OSC", "the Overview and Scrutiny Committee"),)
    assert agenda.attendees == (
        Attendee(0, "Jarrett", "Councillor", "Chairman"),
        Attendee(0, "Doe", "Councillor"),
        Attendee(0, "Director of People", member=False),
        Attendee(0, "Monitoring Officer", member=False),
    )
    assert agenda.items == (
        AgendaItem(
            "5",
            "Ofsted Inspection of Medway's Children's Services",
            "3 - 28",
            parts=(
                ReportPart("Report from", "", "Director of People"),
                ReportPart("Author", "", "Head of Business Change"),
                ReportPart(
                    "Recommendation", "10.1", "The Cabinet is asked to note the content of this report."
                ),
                ReportPart(
                    "Reason", "11.1", "To formally notify the Cabinet of the outcome of the inspection."
                ),
            ),
        ),
        AgendaItem("6", "Exclusion of the Press and Public"),
        AgendaItem("7", "Council Response to Draft Further Report from the LGO", "29 - 64", exempt="3"),
    )


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Children and Young People Overview and Scrutiny Committee", "The Committee"),
        ("Cabinet", "The Cabinet"),
        ("IMPROVEMENT BOARD", "The Board"),
        ("Corporate Parenting Panel", "The Panel"),
        ("Full Governing Body", "The Body"),
        ("Staff Engagement Forum", "The Forum"),
        ("Parish Meeting", "The Committee"),
    ],
)
def test_the_noun_comes_from_the_bodys_name_where_none_is_given(name: str, noun: str) -> None:
    assert default_noun(name) == noun
    assert read_agenda(f"{name}\nDate: 3 September 2019").noun == noun


def test_header_lines_come_in_any_order_and_case() -> None:
    agenda = read_agenda("Cabinet\nVENUE: Gun Wharf\ndate: 3 Sep 2019\n**Time:** 15:00\n\n1. Apologies")
    assert (agenda.venue, agenda.on, agenda.time) == ("Gun Wharf", date(2019, 9, 3), "15:00")


def test_lines_at_the_top_may_name_the_body_alone_or_with_its_agenda() -> None:
    assert read_agenda("Cabinet\nDate: 3 September 2019").organisation == ""
    two = read_agenda("Cabinet\nSupplementary agenda No.1\nDate: 3 September 2019")
    assert (two.organisation, two.body_name, two.agenda_title) == ("", "Cabinet", "Supplementary agenda No.1")
    one = read_agenda("# Cabinet – Supplementary agenda No.1\n**Date:** 3 September 2019")
    assert (one.body_name, one.agenda_title) == ("Cabinet", "Supplementary agenda No.1")


def test_a_bare_date_at_the_top_is_the_date() -> None:
    agenda = read_agenda("OVERVIEW AND SCRUTINY COMMITTEE\n\n21 JULY 2015\n\n1. Apologies")
    assert (agenda.on, agenda.items) == (date(2015, 7, 21), (AgendaItem("1", "Apologies"),))


def test_what_cannot_be_placed_is_handed_back() -> None:
    reading = survey_agenda(
        "Cabinet\nDate: 3 September 2019\nTime: after lunch\nMinutes from: the last\nShort: OSC\n"
        "Parking: none\nDate: 30 August 2019\nDecisions: on\nNumbering: roman\nCounting: both\n"
        "Year starts: Lent\nInterests: dpi = Pecuniary; gifts\n1. Apologies"
    )
    assert reading.unread == (
        "Parking: none",
        "Date: 30 August 2019",
        "Time: after lunch",
        "Minutes from: the last",
        "Decisions: on",
        "Short: OSC",
        "Numbering: roman",
        "Counting: both",
        "Year starts: Lent",
        "Interests: gifts",
    )
    assert reading.agenda.interest_kinds == (("dpi", "Pecuniary"),)


def test_an_agenda_says_how_its_minutes_are_numbered_and_what_interests_there_are() -> None:
    reading = survey_agenda(
        "Cabinet\nDate: 3 September 2019\nNumbering: Running\nCounting: FIRST\nExempt mark: /E\n"
        "Year starts: may\nMinutes from: 22/18\nDecisions: GBP/2223/001\n"
        "Interests: dpi = Disclosable pecuniary interests\nInterests: gift = Gifts and hospitality\n"
    )
    agenda = reading.agenda
    assert reading.unread == ()
    assert (agenda.numbering, agenda.counting, agenda.exempt_mark) == ("running", "first", "/E")
    assert (agenda.year_starts, agenda.minutes_from) == (5, "22/18")
    assert agenda.decisions_from == "GBP/2223/001"
    assert agenda.interest_kinds == (
        ("dpi", "Disclosable pecuniary interests"),
        ("gift", "Gifts and hospitality"),
    )


@pytest.mark.parametrize(("said", "month"), [("Sept", 9), ("DECEMBER", 12), ("M", None), ("", None)])
def test_the_month_a_year_starts_in_is_a_month(said: str, month: int | None) -> None:
    assert read_agenda(f"Cabinet\nDate: 3 September 2019\nYear starts: {said}").year_starts == month


@pytest.mark.parametrize("quorum", ["0", "5/4", "half"])
def test_a_quorum_is_kept_as_typed(quorum: str) -> None:
    assert read_agenda(f"Cabinet\nDate: 3 September 2019\nQuorum: {quorum}").quorum == quorum


def test_an_item_about_interests_is_an_item() -> None:
    agenda = read_agenda("Cabinet\nDate: 3 September 2019\n\nApologies\nInterests: to be declared")
    assert [item.title for item in agenda.items] == ["Apologies", "Interests: to be declared"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The agenda is empty: it needs the body's name, a line “Date: …” and the items."),
        (" \n\t\r\n", "The agenda is empty: it needs the body's name, a line “Date: …” and the items."),
        ("Cabinet\n1. Apologies", "The agenda has no date: add a line such as “Date: 3 September 2019”."),
        ("Cabinet\nDate: 31 June 2020", "There is no such day as 31 June 2020: correct the date."),
        ("Cabinet\nDate: 29/02/2019", "There is no such day as 29/02/2019: correct the date."),
        ("Cabinet\nDate: soon", "“soon” cannot be read as a date: write it as 3 September 2019."),
        (
            "Date: 3 September 2019\n1. Apologies",
            "The agenda does not say whose it is: put the body's name in its first line.",
        ),
    ],
)
def test_an_agenda_that_cannot_be_taken_says_what_to_do(text: str, message: str) -> None:
    with pytest.raises(AgendaError) as refusal:
        read_agenda(text)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "text",
    [
        "3 September 2019",
        "Tuesday 3 September 2019",
        "Tuesday, 3rd September 2019",
        "3 Sep 2019",
        "3rd of Sept 2019",
        "September 3, 2019",
        "2019-09-03",
        "03/09/2019",
        "3.9.19",
        "3-9-2019",
        " 3  September\t2019. ",
    ],
)
def test_a_date_is_read_day_before_month(text: str) -> None:
    assert read_date(text) == date(2019, 9, 3)


@pytest.mark.parametrize("text", ["3 September", "", "next Friday", "3 Ma 2019", "2019", "33 Juno 2019"])
def test_what_is_no_date_is_not_guessed_at(text: str) -> None:
    with pytest.raises(AgendaError):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3.00pm", "15:00"),
        ("15:00", "15:00"),
        ("6.30 p.m.", "18:30"),
        ("7pm", "19:00"),
        ("9 am", "09:00"),
        ("12.15am", "00:15"),
        ("12 noon", "12:00"),
        ("noon", "12:00"),
        ("6.30pm - 8.30pm", "18:30"),
        ("10.00 to 11.30", "10:00"),
    ],
)
def test_a_time_is_read(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize("text", ["", "7", "25:00", "6.75pm", "after lunch", "6.30ish"])
def test_what_is_no_time_is_not_guessed_at(text: str) -> None:
    with pytest.raises(AgendaError):
        read_time(text)


def test_a_list_of_people_gives_titles_offices_initials_and_roles() -> None:
    assert read_people("Councillors Cooper, Kemp (Chairman) and Mrs Iles", True) == (
        Attendee(0, "Cooper", "Councillor"),
        Attendee(0, "Kemp", "Councillor", "Chairman"),
        Attendee(0, "Mrs Iles", "Councillor"),
    )
    assert read_people("Cllrs Sue Lintern (Chair), Jim McNeill (JM, Vice-Chair)", True) == (
        Attendee(0, "Sue Lintern", "Cllr", "Chair"),
        Attendee(0, "Jim McNeill", "Cllr", "Vice-Chair", initials="JM"),
    )
    assert read_people("Cllr Kemp, Mr Smith (co-opted)", True) == (
        Attendee(0, "Kemp", "Cllr"),
        Attendee(0, "Mr Smith", role="co-opted"),
    )
    assert read_people(
        "Jane Held (JH, Independent Chair), Ann Bell (Director of People (Interim))", False
    ) == (
        Attendee(0, "Jane Held", role="Independent Chair", initials="JH", member=False),
        Attendee(0, "Ann Bell", role="Director of People (Interim)", member=False),
    )


def test_where_a_role_holds_commas_names_are_parted_by_semicolons() -> None:
    people = read_people("Director of Children, Families and Adults; Head of Law (Legal, Audit)", False)
    assert people == (
        Attendee(0, "Director of Children, Families and Adults", member=False),
        Attendee(0, "Head of Law", role="Legal, Audit", member=False),
    )
    assert read_people(write_people(people), False) == people
    assert read_people(write_people(people[:1]), False) == people[:1]


def test_a_text_area_may_have_one_person_a_line() -> None:
    assert read_people("Councillors Kemp (Chairman)\nCooper\n\nKemp\n", True) == (
        Attendee(0, "Kemp", "Councillor", "Chairman"),
        Attendee(0, "Cooper", "Councillor"),
    )


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("5. Report", AgendaItem("5", "Report")),
        ("5 Report", AgendaItem("5", "Report")),
        ("5a. Report", AgendaItem("5a", "Report")),
        ("8A Report", AgendaItem("8A", "Report")),
        ("6.1(i) Report", AgendaItem("6.1(i)", "Report")),
        ("6.1(i). Report", AgendaItem("6.1(i)", "Report")),
        ("Item 7: Report", AgendaItem("7", "Report")),
        ("Report", AgendaItem("", "Report")),
        ("- Report", AgendaItem("", "Report")),
        ("2020 budget", AgendaItem("", "2020 budget")),
        ("5. Report (Pages 3 - 28)", AgendaItem("5", "Report", "3 - 28")),
        ("5. Report (Page 3)", AgendaItem("5", "Report", "3")),
        ("5. Report (Part 2) (pp 3–28) [exempt 3,5]", AgendaItem("5", "Report (Part 2)", "3–28", "3,5")),
        ("5. Report [Exempt paragraphs 3 and 5] (Pages 3)", AgendaItem("5", "Report", "3", "3,5")),
        ("5. Report [exempt]", AgendaItem("5", "Report", "", "")),
    ],
)
def test_an_item_is_read_with_its_number_pages_and_exemption(line: str, item: AgendaItem) -> None:
    assert read_items(line) == (item,)


def test_indented_lines_go_on_with_the_item_above() -> None:
    assert read_items(
        "7. Council Response to Draft Further\n"
        "   Report from the LGO (Pages 29 - 64)\n"
        "   This report is set out in the main Agenda.\n"
        "   Recommendation 10.1: The Cabinet is asked to note\n"
        "      the following: all of it.\n"
        "   Reason 11.1: none\n"
        "Any other business\n"
    ) == (
        AgendaItem(
            "7",
            "Council Response to Draft Further Report from the LGO",
            "29 - 64",
            parts=(
                ReportPart("Note", "", "This report is set out in the main Agenda."),
                ReportPart(
                    "Recommendation", "10.1", "The Cabinet is asked to note the following: all of it."
                ),
                ReportPart("Reason", "11.1", "none"),
            ),
        ),
        AgendaItem("", "Any other business"),
    )


def test_an_agenda_keeps_the_reports_of_exempt_items_to_itself() -> None:
    item = Item(1, "7", "Land", "29 - 64", "3", parts=(ReportPart("Recommendation", "1", "to sell it"),))
    record = MeetingRecord(
        Body(1, "Cabinet", noun="The Cabinet"), Meeting(1, 1, date(2019, 9, 3)), items=(item,)
    )
    assert write_agenda(record) == "Cabinet\n\nDate: 3 September 2019\n\n7. Land (Pages 29 - 64) [exempt 3]\n"
    assert "   Recommendation 1: to sell it\n" in write_agenda(record, restricted=True)


def test_people_who_came_in_during_the_meeting_are_not_on_the_agenda() -> None:
    people = (Attendee(1, "Kemp"), Attendee(2, "The Mayor", member=False, added=True))
    record = MeetingRecord(Body(1, "Cabinet"), Meeting(1, 1, date(2019, 9, 3)), attendees=people)
    assert "Mayor" not in write_agenda(record)
