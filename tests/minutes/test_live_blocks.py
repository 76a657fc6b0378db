"""One item's record for the screen: what prints, and every other line in the margin, in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Margin, Paragraph, Point, Table, lines_behind
from minutes.formats.text import lines
from minutes.layouts import build, live_blocks
from tests.minutes.meetings import shown, taken
from tests.minutes.promised import october

LINES = [
    "A note.",
    "Agreed:",
    "- point",
    "-- under",
    "- a) lettered",
    "# Heading",
    "#",
    "? (Cooper) audits",
    "> officers confirmed it",
    "> yes",
    "! noted it",
    "! that it be so",
    "@Clerk: ask by Friday",
    "+ Clerk: ask",
    "| a | 1",
    "/present all",
    "/out Cooper 7pm",
    "/in Cooper",
    "/apologies Hackwell",
    "/none",
    "/previous",
    "/for Cooper",
    "/against Kemp",
    "/move Cooper: that it be so",
    "/move Kemp",
    "/second Johnson",
    "/amend Kemp: to leave it",
    "/withdraw",
    "/roll",
    "/vote 3 1",
    "/vote 2 2",
    "/vote all",
    "/casting for",
    "!=",
    "!~ because of it",
    "!^ nothing",
    "/interest none",
    "/interest Cooper dpi 6: she owns it withdrew",
    "/urgent 6 special circumstances; the Chairman; it cannot wait",
    "/chair Cooper",
    "/sub Doe for Hackwell",
    "/previous",
    "/exempt 3",
    "/exempt 6 3",
    "/public",
    "/actions",
    "/nextmeeting 1 October",
    "/short PC = Parish",
    "/open",
    "/adjourn",
    "/resume",
    "/close",
    "/nonsense",
    "/priorities Plan:",
    "- p1: again",
    "/report 1 heard",
    "/done 1, p1",
    "/drop 2 no more",
    "/defer 1 8 November",
    "/rate p1 amber",
    "/5",
    "/6",
    "/next",
]


def test_lines_that_do_not_print_stand_in_the_margin_as_typed() -> None:
    record = taken("/open 6.30pm\n/5\n/present Kemp\nA note.\n/public\n/close 8pm")
    assert live_blocks(record, None) == (Margin("/open 6.30pm", (1,)),)
    assert live_blocks(record, 2) == (
        Margin("/5", (2,)),
        Margin("/present Kemp", (3,)),
        Paragraph("A note.", entries=(4,)),
        Margin("/public", (5,)),
        Margin("/close 8pm", (6,)),
    )


def test_a_question_carries_its_replies_and_its_follow_ons_stand_below() -> None:
    record = taken("/5\n? audits\n> officers confirmed it\n+ Clerk: send figures by Friday\n> it was so")
    question, margin = live_blocks(record, 2)[1:]
    assert question == Point(
        "In response to a question about audits, officers confirmed it. It was so.", entries=(2, 3, 5)
    )
    assert margin == Margin("action 1  Clerk · send figures · by 6 September 2019", (4,), is_action=True)


def test_each_line_of_the_screen_knows_what_it_came_from() -> None:
    record = taken("/5\nA note.\n| a | b\n| 1 | 2\n- point\n/nonsense\n+ Clerk: ask")
    assert [(line.style, line.entries) for line in lines(live_blocks(record, 2), 60) if line.text] == [
        ("margin", (1,)),
        ("text", (2,)),
        ("table", (3,)),
        ("table", (3,)),
        ("table", (4,)),
        ("point", (5,)),
        ("check", (6,)),
        ("action", (7,)),
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_every_line_is_in_some_block_and_prints_as_the_paper_does(notes: list[str]) -> None:
    record = october("\n".join(notes))
    for item_id in {entry.item_id for entry in record.entries}:
        blocks = live_blocks(record, item_id)
        here = [entry.id for entry in record.entries if entry.item_id == item_id]
        assert {entry_id for block in blocks for entry_id in lines_behind(block)} == set(here)
    paper = [shown(block) for block in build(record, restricted=True).blocks]
    for item_id in {entry.item_id for entry in record.entries} - {None}:
        for block in live_blocks(record, item_id):
            assert isinstance(block, Margin) or shown(block) in paper


def test_a_line_between_two_rows_parts_their_tables_on_screen_and_on_paper() -> None:
    record = taken("/5\n| a | 1\n/close 8pm\n| b | 2")
    on_paper = [block for block in build(record).blocks if isinstance(block, Table)]
    on_screen = [block for block in live_blocks(record, 2) if isinstance(block, Table)]
    assert (
        [table.rows for table in on_paper]
        == [table.rows for table in on_screen]
        == [(("a", "1"),), (("b", "2"),)]
    )
