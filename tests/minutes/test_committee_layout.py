"""The committee's minutes: an item that was both discussed and decided has its parts under headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.document import Heading
from minutes.layouts import build, live_blocks
from minutes.style import NOTHING
from storage.records import MeetingRecord
from tests.minutes.meetings import printed, shown, taken


def of_item(record: MeetingRecord, item_id: int = 2) -> list[str]:
    return [shown(block) for block in live_blocks(record, item_id)]


def levels(notes: str) -> list[tuple[int, str]]:
    blocks = build(taken(f"/5\n{notes}")).blocks
    return [(block.level, block.text) for block in blocks if isinstance(block, Heading)][1:]


def test_discussion_decision_and_reasons_stand_under_headings() -> None:
    record = taken(
        "/5\nThe Director spoke.\n? (Cooper) audits\n> officers confirmed it\n! noted the report\n"
        "!~ the law asks\n!^ to wait\n@Clerk: tell them by 5 October\nMembers spoke on."
    )
    assert of_item(record)[1:] == [
        "# Discussion",
        "The Director spoke.",
        "• In response to a question from Councillor Cooper about audits, officers confirmed it.",
        "# Decision",
        "The Committee noted the report.",
        "# Reasons",
        "The law asks.",
        "# Alternatives considered and rejected",
        "To wait.",
        "# Actions",
        "The Clerk undertook to tell them by 5 October 2019.",
        "# Discussion",
        "Members spoke on.",
    ]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("A note.\n- a point", ["A note.", "• a point"]),
        (
            "! noted it\n!~ the law asks",
            ["The Committee noted it.", "Reasons: The law asks."],
        ),
        ("! agreed:\n- one\n- two", ["The Committee agreed:", "• one", "• two"]),
        ("! noted it\n@Clerk: ask", ["The Committee noted it.", "The Clerk undertook to ask."]),
        ("/previous\nA note.", [PREVIOUS := printed("/previous")[0], "A note."]),
    ],
)
def test_where_there_is_only_one_of_them_nothing_is_headed(notes: str, said: list[str]) -> None:
    assert printed(notes) == said


def test_what_is_neither_stands_where_it_was_said() -> None:
    assert printed(
        "/present all\n/urgent special circumstances\nA note.\n/out Cooper 7pm\n! noted it\n/vote 3 1"
        "\n/for Kemp"
    ) == [
        "This item was taken as urgent by reason of special circumstances.",
        "# Discussion",
        "A note.",
        "Councillor Cooper left the meeting at 7pm.",
        "# Decision",
        "The Committee noted it.",
        "The vote was three in favour, one against.",
        "Councillor Kemp requested that their vote in favour of the decision be recorded.",
    ]


def test_a_vote_stands_with_its_decision_though_the_reasons_were_typed_first() -> None:
    said = printed(
        "/present all\nA note.\n! noted it\n!~ the law asks\n/for Kemp\n/for Cooper\n! that it be so"
    )
    assert [line.split(" requested")[0] for line in said][2:] == [
        "# Decision",
        "The Committee noted it.",
        "Councillor Kemp",
        "Councillor Cooper",
        "# Reasons",
        "The law asks.",
        "# Decision",
        "AGREED that it be so.",
    ]
    assert printed("A note.\n! that a be so\n!~ the law asks\nB note.\n/vote all")[-2:] == [
        "# Discussion",
        "B note.",
    ]


def test_the_clerks_own_sub_headings_stand_inside_the_discussion() -> None:
    assert levels("A note.\n# Workforce\n- a point\n# Money\n! noted it") == [
        (2, "Discussion"),
        (3, "Workforce"),
        (2, "Decision"),
        (3, "Money"),
    ]


def test_subjects_that_were_each_decided_on_are_parted_each_by_itself() -> None:
    assert levels("# Land\nTalk.\n! noted it\n# Roads\nTalk.\n# Paths\nTalk.\n! that it be so") == [
        (2, "Land"),
        (3, "Discussion"),
        (3, "Decision"),
        (2, "Roads"),
        (2, "Paths"),
        (3, "Discussion"),
        (3, "Decision"),
    ]


def test_headings_that_the_clerk_typed_are_not_doubled() -> None:
    assert levels("# Discussion\nTalk.\n# Decision:\n! noted it") == [(2, "Discussion"), (2, "Decision:")]


def test_an_item_taken_twice_is_parted_by_all_that_was_said_under_it() -> None:
    record = taken("/5\nTalk.\n/6\nLand.\n/5\n! noted it")
    told = [block.text for block in build(record).blocks if isinstance(block, Heading)]
    assert told[:5] == [
        "Ofsted Update Report",
        "Discussion",
        "Land",
        "Ofsted Update Report (continued)",
        "Decision",
    ]


def test_a_public_copy_has_no_heading_for_talk_that_is_exempt() -> None:
    notes = "/exempt 3\nThe price.\n/public\n! noted it"
    assert [line for line in printed(notes) if line.startswith("#")] == []
    assert "# Discussion" in printed(notes, restricted=True)


def test_the_body_has_its_own_words_for_them_or_none() -> None:
    record = taken("/5\nTalk.\n! noted it\n!~ the law asks")
    words = (("discussion", "Consideration"), ("decision", "Resolution"), ("reasons", NOTHING))
    assert of_item(replace(record, body=replace(record.body, words=words)))[1:] == [
        "# Consideration",
        "Talk.",
        "# Resolution",
        "The Committee noted it.",
        "Reasons: The law asks.",
    ]
