"""The summons to a meeting: where and when, who, for which business, and what is likely to be in private."""

from __future__ import annotations

from dataclasses import replace

from minutes.document import Document, Field, Paragraph, Point, Signature
from minutes.formats.text import write
from minutes.layouts.summons import build_summons
from tests.minutes.meetings import prepared, taken

AGENDA = """\
Medway Council
Improvement Board
Date: 3 September 2019
Time: 3.00pm
Venue: Meeting Room 2, Gun Wharf
Members: Councillors Kemp (Chairman), Cooper; Ann Bell
In attendance: Sue Lintern (Clerk to the Board); Director of People
Quorum: 1/2

5. Ofsted Inspection (Pages 3 - 28)
   Report from: Director of People
   Recommendation 10.1: The Board is asked to note the report.
   Action 4/2019: Clerk – ask for quotes
6. Exclusion of the Press and Public
7. Council Response (Pages 29 - 64) [exempt 3,5]
   Author: Secret Author
"""


def summons(agenda: str = AGENDA, *, restricted: bool = False) -> Document:
    return build_summons(prepared(agenda), restricted=restricted)


def said(document: Document) -> list[str]:
    """The business, a line each, with its numbers."""
    points = [block for block in document.blocks if isinstance(block, Point)]
    return [f"{'  ' * point.level}{point.marker} {point.text}".strip() for point in points]


def test_it_says_whose_meeting_it_is_where_and_when() -> None:
    document = summons()
    assert document.head == (
        "Medway Council",
        "Improvement Board",
        "Agenda",
        "Tuesday 3 September 2019 at 3pm",
        "Meeting Room 2, Gun Wharf",
    )
    assert document.title == "Improvement Board – agenda for 3 September 2019"
    assert document.mark == ""
    assert document.blocks[0] == Paragraph(
        "Members of the Board are summoned to this meeting for the business below."
    )


def test_a_supplementary_agenda_and_an_extraordinary_meeting_say_so() -> None:
    supplement = summons(AGENDA.replace("Date:", "Agenda: Supplementary agenda No.1\nDate:", 1))
    assert supplement.head[2] == "Supplementary agenda No.1"
    extraordinary = summons(AGENDA.replace("Date:", "Agenda: Extraordinary meeting\nDate:", 1))
    assert extraordinary.head[2:4] == ("Extraordinary meeting", "Agenda")


def test_members_those_in_attendance_and_the_quorum_are_named() -> None:
    fields = [block for block in summons().blocks if isinstance(block, Field)]
    assert fields == [
        Field("Members", ("Councillors Kemp (Chairman) and Cooper", "Ann Bell")),
        Field("In attendance", ("Sue Lintern, Clerk to the Board", "Director of People")),
        Field("Quorum", ("2 members",)),
    ]


def test_each_item_has_its_number_its_pages_and_its_report() -> None:
    assert said(summons())[:5] == [
        "5. Ofsted Inspection (pages 3–28)",
        "Report from: Director of People",
        "Recommendation 10.1: The Board is asked to note the report.",
        "Action 4/2019: Clerk – ask for quotes",
        "6. Exclusion of the Press and Public",
    ]


def test_of_an_exempt_item_the_public_reads_the_title_and_the_paragraphs_alone() -> None:
    assert said(summons())[5:] == [
        "7. Council Response (pages 29–64)",
        "Not for publication (paragraphs 3 and 5 of Part 1 of Schedule 12A)",
    ]
    assert "Secret" not in write(summons())
    assert (
        "The press and public are likely to be excluded from the meeting for item 7: exempt information "
        "under Schedule 12A of the Local Government Act 1972 would be disclosed."
    ) in [block.text for block in summons().blocks if isinstance(block, Paragraph)]


def test_the_restricted_summons_holds_its_report_and_says_what_it_is() -> None:
    restricted = summons(restricted=True)
    assert "Author: Secret Author" in said(restricted)
    assert restricted.mark == "RESTRICTED"


def test_it_is_signed_by_the_officer_who_sends_it() -> None:
    assert summons().blocks[-1] == Signature("Clerk to the Board")
    nobody = summons(AGENDA.replace("In attendance: Sue Lintern (Clerk to the Board); ", "In attendance: "))
    assert nobody.blocks[-1] == Signature("Clerk")


def test_who_came_in_at_the_meeting_was_not_summoned() -> None:
    record = taken("/open\n/attending Robin Frost (Clerk)", prepared(AGENDA))
    assert "Robin Frost" not in write(build_summons(record))


def test_without_members_items_or_a_quorum_it_still_stands() -> None:
    bare = replace(prepared("Board\nDate: 3 September 2019\n"), attendees=(), items=())
    assert [type(block) for block in build_summons(bare).blocks] == [Paragraph, Signature]


def test_an_item_put_on_at_the_meeting_was_not_summoned_for() -> None:
    record = taken("/open\n/item + Flooding\nThree houses were flooded.", prepared(AGENDA))
    assert "Flooding" not in write(build_summons(record))
