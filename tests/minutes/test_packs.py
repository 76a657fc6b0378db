"""Agenda packs: what is taken from real ones as they lie there, and from untidy agendas."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from minutes.agenda import AgendaError, AgendaReading, survey_agenda, write_agenda
from minutes.packs import survey
from storage.records import AgendaItem, MeetingRecord, ReportPart
from tests.minutes.test_agenda_round_trip import records

PACKS = Path(__file__).parents[1] / "packs"
SPECIAL = (
    "section 11 (Cases of special urgency) of the Local Authorities (Executive Arrangements) (Meetings and"
    " Access to Information) (England) Regulations 2012; the Chairman of the Children and Young People"
    " Overview and Scrutiny Committee; to enable the Cabinet to formally receive and consider the outcome of"
    " the inspection and the statutory direction at the earliest opportunity"
)


@pytest.fixture(scope="module")
def cabinet() -> AgendaReading:
    return survey((PACKS / "cabinet-2019.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scrutiny() -> AgendaReading:
    return survey((PACKS / "scrutiny-2015.txt").read_text(encoding="utf-8"))


def test_a_pack_says_whose_it_is_when_and_where(cabinet: AgendaReading) -> None:
    agenda = cabinet.agenda
    assert (agenda.organisation, agenda.body_name) == ("Medway Council", "Cabinet")
    assert agenda.agenda_title == "Supplementary agenda No.1"
    assert (agenda.on, agenda.time) == (date(2019, 9, 3), "15:00")
    assert agenda.venue == "Meeting Room 2 - Level 3, Gun Wharf, Dock Road, Chatham ME4 4TR"
    assert agenda.noun == "The Cabinet"


def test_its_items_have_their_titles_pages_and_marks(cabinet: AgendaReading) -> None:
    assert [(item.number, item.title, item.pages, item.exempt) for item in cabinet.agenda.items] == [
        ("5", "Ofsted Inspection of Medway's Children's Services", "3 - 28", None),
        ("6", "Exclusion of the Press and Public", "", None),
        (
            "7",
            "Council Response to Draft Further Report from the LGO Re: Mainstream Home to School Transport"
            " Decision and Policy",
            "29 - 64",
            "3",
        ),
    ]


def test_a_report_behind_the_agenda_tells_who_why_now_and_what_is_asked(cabinet: AgendaReading) -> None:
    report, exclusion, response = cabinet.agenda.items
    assert report.parts == (
        ReportPart(
            "Portfolio Holder",
            "",
            "Councillor Mrs Josie Iles, Portfolio Holder for Children's Services (Lead Member)",
        ),
        ReportPart("Report from", "", "Ian Sutherland, Director of People – Children and Adults Services"),
        ReportPart("Author", "", "Jackie Brown, Head of Business Change (People) and ICT"),
        ReportPart("Urgency", "1.3", SPECIAL),
        ReportPart(
            "Recommendation",
            "10.1",
            "The Cabinet is asked to note the content of this report and improvement steps taken so far.",
        ),
        ReportPart(
            "Recommendation",
            "10.2",
            "The Cabinet is asked to note that a further report will be submitted to Cabinet in December 2019"
            " subject to the receipt of the feedback from the Children's Services Commissioner to the"
            " Secretary of State.",
        ),
        ReportPart("Reason", "11.1", "To formally notify the Cabinet of the outcome of the inspection."),
        ReportPart(
            "Reason",
            "11.2",
            "To ensure the Cabinet is informed of the feedback from the Children's Services Commissioner.",
        ),
    )
    assert exclusion.parts == (ReportPart("Note", "", "This report is set out in the main Agenda."),)
    assert response.parts == ()


def test_what_a_pack_does_not_say_outright_is_marked(cabinet: AgendaReading) -> None:
    assert cabinet.to_check == (
        "the organisation, Medway Council, was told from the address medway.gov.uk",
        "item 5: why it is urgent was put together from paragraph 1.3 of its report",
        "item 7: exempt by paragraph 3: read from its pages, “not for publication”",
    )


def test_what_is_no_agenda_is_left_out_in_few_lines(cabinet: AgendaReading) -> None:
    assert len(cabinet.unread) < 10
    assert cabinet.unread[0].startswith("For further information please contact")
    assert cabinet.unread[-1].endswith("lines of reports")


def test_a_report_alone_is_its_own_item(scrutiny: AgendaReading) -> None:
    agenda = scrutiny.agenda
    assert agenda.body_name == "Children and Young People Overview and Scrutiny Committee"
    assert agenda.on == date(2015, 7, 21)
    assert agenda.items == (
        AgendaItem(
            "",
            "Update on Progress in Relation to the Children's Safguarding Improvement Notice",
            parts=(
                ReportPart("Report from", "", "Barbara Peacock, Director Children and Adults Services"),
                ReportPart("Author", "", "Sue Brunton-Reed, Improvement Programme Manager"),
                ReportPart(
                    "Recommendation",
                    "10.1",
                    "The Overview and Scrutiny Committee is asked to note the progress made and the continued"
                    " implementation of the Improvement Plan.",
                ),
            ),
        ),
    )
    assert scrutiny.to_check == (
        f"the body, {agenda.body_name}, is the one that the report names in capitals",
        "the organisation, Medway Council, was told from the address medway.gov.uk",
        "the date, 21 July 2015, stands above the report alone",
        "there is no agenda in it: the report was taken as its item, without a number",
        f"“{agenda.items[0].title}”: its title was in capitals",
    )


HEAD = (
    "# Upton Parish Council\n# Finance Committee\n| Date | Thursday 12 December 2019 |\n| Time | 6.30pm |\n"
)


def test_a_tables_head_says_what_its_columns_hold() -> None:
    reading = survey(
        f"{HEAD}\n| Item | Subject | Lead | Paper | Page |\n|--|--|--|--|--|\n"
        "| 1 | Apologies for absence | Chair | | |\n| 2a | Budget &amp; precept | Clerk | Paper A | 5-9 |\n"
    )
    assert (reading.agenda.organisation, reading.agenda.body_name) == (
        "Upton Parish Council",
        "Finance Committee",
    )
    assert (reading.agenda.on, reading.agenda.time) == (date(2019, 12, 12), "18:30")
    assert reading.agenda.items == (
        AgendaItem("1", "Apologies for absence", parts=(ReportPart("Report from", "", "Chair"),)),
        AgendaItem(
            "2a",
            "Budget & precept",
            "5-9",
            parts=(ReportPart("Report from", "", "Clerk"), ReportPart("Note", "", "Paper A")),
        ),
    )


COLUMNS = """\
                         Agenda

Children and Young People Overview and Scrutiny Committee

A meeting of the Children and Young People Overview and Scrutiny Committee will be held on:

Date:              Thursday 11 June 2020
Time:              6.30pm
Venue:             Virtual meeting
Membership:        Councillors Barrett, Cooper (Vice-Chairman),
                   Kemp (Chairman) and Opara

1    Apologies for absence

2    Record of meeting                                            (Pages
                                                                  5 - 12)
     To approve the record of the meeting held on 5 March 2020.

3    Disclosable Pecuniary Interests or Other Significant          (Pages
     Interests and Whipping                                       13 - 14)

4    Planning applications
     a) 19/0001 Barn
     b) 19/0002 House

5    Exclusion of the Press and Public

6    Transport Contracts                                           (Pages
                                                                  41 - 50)
For further information please contact Teri Reynolds on Telephone: 01634 332104
Date: 3 June 2020
\f"""


def test_columns_wrapped_lines_and_notes_go_to_their_items() -> None:
    reading = survey(COLUMNS)
    assert [person.name for person in reading.agenda.attendees] == ["Barrett", "Cooper", "Kemp", "Opara"]
    assert reading.agenda.items == (
        AgendaItem("1", "Apologies for absence"),
        AgendaItem(
            "2",
            "Record of meeting",
            "5 - 12",
            parts=(ReportPart("Note", "", "To approve the record of the meeting held on 5 March 2020."),),
        ),
        AgendaItem(
            "3", "Disclosable Pecuniary Interests or Other Significant Interests and Whipping", "13 - 14"
        ),
        AgendaItem(
            "4", "Planning applications", parts=(ReportPart("Note", "", "a) 19/0001 Barn b) 19/0002 House"),)
        ),
        AgendaItem("5", "Exclusion of the Press and Public"),
        AgendaItem("6", "Transport Contracts", "41 - 50", exempt=""),
    )
    assert reading.to_check == (
        "item 6: taken as exempt: it stands below the exclusion of the press and public",
    )


def test_a_notice_says_in_a_sentence_when_and_where() -> None:
    reading = survey(
        "UPTON PARISH COUNCIL\f\nNotice is given that a meeting of the Planning Committee will be held on"
        " Monday 3 September 2019 at 7.30pm in the Village Hall\nAGENDA\n1. Apologies\nPart 2 – exempt items"
        " under paragraphs 1 and 3\n2. Staffing\nJ Smith, Clerk to the Council\n30 August 2019"
    )
    agenda = reading.agenda
    assert (agenda.organisation, agenda.body_name) == ("Upton Parish Council", "Planning Committee")
    assert (agenda.on, agenda.time, agenda.venue) == (date(2019, 9, 3), "19:30", "Village Hall")
    assert [(item.title, item.exempt) for item in agenda.items] == [("Apologies", None), ("Staffing", "1,3")]
    assert reading.to_check == (
        "the date: 3 September 2019 is a Tuesday, and it says Monday",
        "item 2: taken as exempt: it stands below “Part 2 – exempt items under paragraphs 1 and 3”",
    )


ENGLISH = [
    "Apologies for absence",
    "Minutes of the last meeting",
    "Planning applications",
    "Other business",
]


@pytest.mark.parametrize(
    "text",
    [
        "Cyngor Tref Aber / Aber Town Council\nPwyllgor Cynllunio / Planning Committee\n"
        "Dyddiad / Date: 12 Rhagfyr 2019 / 12 December 2019\nAmser / Time: 10.00 yb / 10.00 am\n"
        "1. Ymddiheuriadau am absenoldeb / Apologies for absence\n"
        "2. Cofnodion / Minutes of the last meeting\n3. Ceisiadau cynllunio / Planning applications\n"
        "4. Unrhyw fater arall / Other business\n",
        "Cyngor Tref Aber               Aber Town Council\n"
        "Pwyllgor Cynllunio             Planning Committee\n"
        "Dyddiad: 12 Rhagfyr 2019       Date: 12 December 2019\nAmser: 10.00yb                 Time: 10am\n"
        "1. Ymddiheuriadau              1. Apologies for absence\n"
        "2. Cofnodion                   2. Minutes of the last meeting\n"
        "3. Pob cais newydd             3. Planning applications\n"
        "4. Unrhyw fusnes arall         4. Other business\n",
        "RHAGLEN\nCyngor Tref Aber\nPwyllgor Cynllunio\nDyddiad: 12 Rhagfyr 2019\nAmser: 10.00yb\n"
        "1. Ymddiheuriadau\n2. Cofnodion y cyfarfod\n3. Ceisiadau cynllunio\n4. Unrhyw fater arall\n"
        "AGENDA\nAber Town Council\nPlanning Committee\nDate: 12 December 2019\nTime: 10am\n"
        + "\n".join(f"{number}. {title}" for number, title in enumerate(ENGLISH, 1)),
    ],
    ids=["on one line", "in columns", "one below the other"],
)
def test_of_welsh_and_english_the_english_side_is_taken_and_said(text: str) -> None:
    reading = survey(text)
    agenda = reading.agenda
    assert (agenda.organisation, agenda.body_name) == ("Aber Town Council", "Planning Committee")
    assert (agenda.on, agenda.time) == (date(2019, 12, 12), "10:00")
    assert [(item.number, item.title) for item in agenda.items] == [
        (str(number), title) for number, title in enumerate(ENGLISH, 1)
    ]
    assert reading.to_check == ("it is in Welsh and English: the English side was taken",)


def test_four_hundred_items_are_all_taken() -> None:
    listed = "\n".join(f"{n}. Application {n} for a barn (Pages {n} - {n + 2})" for n in range(1, 401))
    reading = survey(f"\f# Big Council\n## Planning Committee\nDate: 3 September 2019\n\nAgenda\n{listed}")
    assert [item.pages for item in reading.agenda.items] == [f"{n} - {n + 2}" for n in range(1, 401)]
    assert (reading.unread, reading.to_check) == ((), ())


@pytest.mark.parametrize("page", ["", "\f"], ids=["tidy", "pack"])
def test_of_two_dates_the_first_is_taken_and_the_other_told(page: str) -> None:
    reading = survey(
        f"{page}Cabinet\nDate: 3 September 2019\nDate: 5 September 2019\n1. Apologies\n2. Budget\n"
    )
    assert reading.agenda.on == date(2019, 9, 3)
    assert reading.to_check == ("the date: 3 September 2019 was taken; it names 5 September 2019 too",)


def test_numbers_out_of_order_and_twice_are_told() -> None:
    reading = survey("\fCabinet\nDate: 3 September 2019\n1. Apologies\n5. Budget\n3. Works\n5. Roads\n")
    assert reading.to_check == ("item 3: it stands below item 5", "item 5: its number stands twice")


def test_a_sentence_of_a_report_is_never_an_item() -> None:
    report = (
        "Report from: Clerk\nSummary\n1. Background\n1.1 This report supports the plan of the Council for its"
        " roads and paths.\n2. Recommendations\n2.1 That the Council note\nthe report; and\n(a) approve it.\n"
    )
    known = survey(
        f"\fCabinet\nDate: 3 September 2019\nAgenda\n4. Roads\n\fAgenda Item 4\nTHE ROADS\n{report}"
    )
    (item,) = known.agenda.items
    assert (item.title, [(part.name, part.text) for part in item.parts]) == (
        "Roads",
        [
            ("Report from", "Clerk"),
            ("Recommendation", "That the Council note the report; and (a) approve it."),
        ],
    )
    astray = survey(f"\fCabinet\nDate: 3 September 2019\nAgenda\n4. Roads\n\fPARKING BY THE SEA\n{report}")
    assert astray.agenda.items == (AgendaItem("4", "Roads"),)
    assert astray.to_check == ("a report, “Parking by the Sea”, fits no item: it was left out",)


def test_pages_not_for_publication_of_no_item_are_told() -> None:
    reading = survey(
        "\fCabinet\nDate: 3 September 2019\n1. Land\n2. Staff\n\fNOT FOR PUBLICATION\nBy virtue of"
        " paragraph(s) 1, 3 of Part 1 of Schedule 12A\nof the Local Government Act 1972."
    )
    assert reading.to_check == (
        "some pages are exempt by paragraphs 1 and 3, but of which item is not said: mark it [exempt …]",
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\f1. Apologies\n2. Budget", "has no date"),
        ("\fDate: 3 September 2019\n1. Apologies", "does not say whose it is"),
        ("\fCabinet\nDate: 31 June 2019\n1. Apologies", "no such day as 31 June 2019"),
    ],
)
def test_a_pack_without_date_or_body_is_refused_in_one_line(text: str, why: str) -> None:
    with pytest.raises(AgendaError, match=why):
        survey(text)


def test_whose_it_is_may_be_given() -> None:
    for text in ("Date: 3 September 2019\n1. Apologies", "\fDate: 3 September 2019\n1. Apologies"):
        assert survey(text, "Finance Committee").agenda.body_name == "Finance Committee"


@settings(max_examples=30, deadline=None)
@given(records())
def test_the_tidy_form_is_read_as_ever(record: MeetingRecord) -> None:
    text = write_agenda(record, restricted=True)
    assert survey(text) == survey_agenda(text)
