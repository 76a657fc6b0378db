"""Governors' minutes: questions with their answers, who does what beside the text, a confidential part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Block, Document, Heading, Margin, Paragraph, Point, Table
from minutes.layouts import build, live_blocks
from minutes.layouts.governors import APART
from minutes.style import NOTHING
from tests.minutes.meetings import shown, taken
from tests.minutes.promised import october
from tests.minutes.test_live_blocks import LINES


def of_item(notes: str, *, restricted: bool = False) -> list[Block]:
    """What `notes`, taken under item 5, print in Part I."""
    tree = build(taken(f"/5\n{notes}\n/6"), layout="governors", restricted=restricted)
    heads = [n for n, block in enumerate(tree.blocks) if isinstance(block, Heading) and block.level < 2]
    return [bare(block) for block in tree.blocks[heads[1] + 1 : heads[2]]]


def bare(block: Block) -> Block:
    """A block without the lines it came from."""
    return replace(block, entries=()) if isinstance(block, Paragraph | Point | Table) else block


def parts(tree: Document) -> list[str]:
    return [block.text for block in tree.blocks if isinstance(block, Heading) and block.level == 0]


def test_question_and_answers_are_a_pair_the_question_in_bold() -> None:
    assert of_item("? (Cooper) Audits: quality\n> officers confirmed it\n> yes\n? When?\n? (Kemp) Why?") == [
        Paragraph("Audits – Councillor Cooper asked about quality.", keep=True, number="Q.", strong=True),
        Paragraph("Officers confirmed it.", number="A."),
        Paragraph("Yes.", number="A."),
        Paragraph("When?", number="Q.", strong=True),
        Paragraph("Councillor Kemp asked, 'Why?'", number="Q.", strong=True),
    ]


def test_who_does_what_by_when_stands_beside_the_line_that_says_it() -> None:
    assert of_item(
        "? audits\n> yes\n+ Clerk: send figures by 20 September\n- Gate: @Cooper to mend it by Friday\n"
        "@Clerk, Kemp: ask for quotes\n+ Johnson: see them in due course\n! noted it"
    )[1:] == [
        Paragraph("Yes.", number="A.", beside="Clerk, by 20 September 2019"),
        Point("Gate – Cooper to mend it by Friday.", beside="Councillor Cooper, by 6 September 2019"),
        Paragraph(
            "The Clerk and Councillor Kemp undertook to ask for quotes.",
            beside="Clerk, Councillor Kemp; Councillor Johnson, in due course",
        ),
        Paragraph("The Committee noted it."),
    ]


def test_an_action_that_nothing_can_stand_beside_has_a_line() -> None:
    assert of_item("| Class | Pupils\n| 1 | 30\n+ Clerk: to check the roll")[1:] == [
        Paragraph("Check the roll.", beside="Clerk")
    ]


def test_the_column_has_its_head() -> None:
    record = taken("/5")
    assert build(record, layout="governors").beside == "Who and when"
    words = (("who and when", "Action"), ("part one", NOTHING), ("question", "Question:"))
    own = build(replace(record, body=replace(record.body, words=words)), layout="governors")
    assert (own.beside, parts(own)) == ("Action", [])


@pytest.mark.parametrize(
    ("notes", "public", "restricted"),
    [
        ("/5\nTalk.", ["Part I"], ["Part I"]),
        ("/5\nTalk.\n/7", ["Part I"], ["Part I"]),
        ("/7\nPay.", ["Part I", "Part II – confidential"], ["Part I", "Part II – confidential"]),
    ],
)
def test_there_is_a_second_part_where_there_was_confidential_business(
    notes: str, public: list[str], restricted: list[str]
) -> None:
    record = taken(notes)
    assert parts(build(record, layout="governors")) == public
    assert parts(build(record, layout="governors", restricted=True)) == restricted
    assert (APART in repr(build(record, layout="governors"))) is (len(public) > 1)


def test_the_confidential_part_has_its_items_people_and_actions() -> None:
    record = taken(
        "/present Kemp\n/5\nTalk.\n# Pay\nMore.\n/exempt 1\nThe teacher is ill.\n"
        "/attending Mr Hush (Solicitor)\n"
        "@Clerk: write to her\n/public\n/7\nPay was discussed.\n? pay\n> it rises\n/5\nAgain."
    )
    tree = build(record, layout="governors", restricted=True)
    start = next(n for n, block in enumerate(tree.blocks) if shown(block).startswith("# Part II"))
    assert [shown(block) for block in tree.blocks[start + 1 :] if not isinstance(block, Table)] == [
        "Field(name='In attendance', values=('Mr Hush, Solicitor',), entries=())",
        "# 5 Ofsted Update Report",
        "# Pay",
        *[
            line
            for line in map(shown, tree.blocks[start:])
            if line.startswith("AGREED that under section 100A")
        ],
        "The teacher is ill.",
        "The Clerk undertook to write to her.",
        "# 7 Transport",
        "Pay was discussed.",
        "Q. A question was asked about pay.",
        "A. It rises.",
        "# Actions",
        "Signature(name='Chairman')",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=10))
def test_the_first_part_is_what_the_public_has_and_nothing_is_lost_in_the_second(notes: list[str]) -> None:
    record = october("\n".join(notes))
    record = replace(record, body=replace(record.body, layout="governors"))
    public, whole = (build(record, restricted=which) for which in (False, True))
    first = public.blocks
    end = next((n for n, block in enumerate(first) if is_last(block)), len(first))
    assert whole.blocks[:end] == first[:end]
    paper = {shown(block) for block in whole.blocks}
    for item_id in {entry.item_id for entry in record.entries}:
        for block in live_blocks(record, item_id):
            assert isinstance(block, Margin | Table) or shown(block) in paper


def is_last(block: Block) -> bool:
    """Whether a block begins what stands after the first part."""
    return isinstance(block, Heading) and (
        block.text.startswith("To put right") or (block.level == 0 and block.text != "Part I")
    )


def test_where_the_next_meeting_is_stands_in_the_second_part_where_that_was_said_in_private() -> None:
    record = taken("/exempt 3\n/nextmeeting 1 October 2019 Gun Hall\n/5\nTalk.\n/close 8pm")
    public, whole = (str(build(record, layout="governors", restricted=which)) for which in (False, True))
    assert ("Gun Hall" in public, "Gun Hall" in whole) == (False, True)
