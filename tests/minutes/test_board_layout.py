"""The board's minutes: who was there with their roles, papers, resolutions, and lines of actions."""

from __future__ import annotations

from dataclasses import replace

from minutes.document import Document, Heading, Paragraph, Table
from minutes.layouts import build, live_blocks
from storage.records import MeetingRecord
from tests.minutes.meetings import prepared, shown, taken

AGENDA = """\
Medway NHS Trust
Board of Directors
Noun: The Board
Date: 3 September 2019
Venue: Gun Wharf
Members: Ann Bell (Chair), Sue Lintern (SL, Chief Executive), Dr Jo Ray (Non-Executive Director)
In attendance: Pat Moss (PM, Company Secretary); Clerk

2. Declarations of interest
5. Finance report (Pages 3 - 28)
   Report from: Director of Finance
   Author: Joe Dee
   Recommendation 10.1: The Board is asked to note the content of this report.
6. Land
7. Transport (Pages 29 - 64) [exempt 3]
   Report from: Director of Estates
"""


def sat(notes: str) -> MeetingRecord:
    record = taken(notes, prepared(AGENDA))
    return replace(record, body=replace(record.body, verb="", layout="board"))


def blocks(tree: Document) -> list[str]:
    return [shown(block) for block in tree.blocks]


def test_the_top_says_whose_minutes_they_are() -> None:
    record = sat("/open 6.30pm\n/close 8pm")
    assert build(record).head == (
        "Medway NHS Trust",
        "Minutes of the Board of Directors",
        "held on Tuesday 3 September 2019, 6.30pm to 8pm",
        "Gun Wharf",
    )
    named = replace(record, body=replace(record.body, words=(("title", "Confirmed minutes"),)))
    assert build(named).head[1:3] == ("Board of Directors", "Confirmed minutes")


def test_people_stand_in_tables_with_their_initials_and_roles() -> None:
    tree = build(sat("/present Bell, SL\n/attending PM, 9 members of the public\n/apologies Ray\n/5"))
    assert tree.blocks[:4] == (
        Heading("Present"),
        Table(
            (
                ("Name", "Initials", "Role"),
                ("Ann Bell", "", "Chair"),
                ("Sue Lintern", "SL", "Chief Executive"),
            )
        ),
        Heading("In attendance"),
        Table(
            (
                ("Name", "Initials", "Role"),
                ("Pat Moss", "PM", "Company Secretary"),
                ("9 members of the public", "", ""),
            )
        ),
    )


def test_people_without_initials_or_roles_stand_in_a_line() -> None:
    assert "Field(name='Present', values=('Councillors Cooper and Johnson',)" in repr(
        build(taken("/present Cooper, Johnson\n/5"), layout="board")
    )


def test_an_item_names_its_paper() -> None:
    tree = build(sat("/5\nTalk.\n/6\n/7"), restricted=True)
    assert "Paper 5: report from the Director of Finance; author Joe Dee (pages 3–28)" in blocks(tree)
    assert "Paper 7: report from the Director of Estates (pages 29–64)" in blocks(tree)
    assert "Paper 6" not in repr(tree)
    assert "Estates" not in repr(build(sat("/7")))


def test_resolutions_are_told_in_full_and_no_headings_part_them_from_the_talk() -> None:
    assert blocks(build(sat("/6\nTalk.\n! that it be sold\n! noted it\n!~ the law asks")))[1:5] == [
        "Talk.",
        "IT WAS RESOLVED that it be sold.",
        "The Board noted it.",
        "Reasons: The law asks.",
    ]


def test_an_action_is_a_line_with_initials_and_a_date() -> None:
    record = sat(
        "/6\n@SL, Ray: ask for three quotes by Friday\n@Clerk: To write.\n@Company Secretary: see to it at "
        "the next meeting\n+ Clerk: unseen\n@Ofsted: come in due course"
    )
    told = [block for block in build(record).blocks if isinstance(block, Paragraph)]
    assert [block.text for block in told if block.strong] == [
        "ACTION: SL, Dr Jo Ray – ask for three quotes – 6 September 2019",
        "ACTION: Clerk – write",
        "ACTION: PM – see to it – next meeting",
        "ACTION: Ofsted – come – in due course",
    ]
    assert "nseen" not in repr([*told])
    assert [block.text for block in live_blocks(record, 3) if isinstance(block, Paragraph)][:1] == [
        "ACTION: SL, Dr Jo Ray – ask for three quotes – 6 September 2019"
    ]


def test_interests_stand_in_a_table() -> None:
    record = sat(
        "/2\n/interest SL dpi 6: she owns the field withdrew\n/interest Bell, Ray: both teach\n/6\nLand."
    )
    table = next(block for block in build(record).blocks if isinstance(block, Table))
    assert table.rows == (
        ("Member", "Interest", "Item", "What was done"),
        (
            "Sue Lintern",
            "Disclosable pecuniary interest: she owns the field",
            "6 Land",
            "Withdrew from the meeting",
        ),
        ("Ann Bell, Dr Jo Ray", "Both teach", "", "Declared"),
    )
    assert "There were none." in blocks(build(sat("/2\n/interest none")))
