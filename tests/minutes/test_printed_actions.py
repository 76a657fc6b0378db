"""Actions in print, in the margin and in the log."""

from __future__ import annotations

import pytest

from minutes.document import Block, Heading, Margin, Table
from minutes.layouts import build, live_blocks
from minutes.wording.actions import undertaking
from tests.minutes.meetings import printed, taken


def test_an_action_with_a_colon_is_worded() -> None:
    assert printed("@Clerk, Cooper: ask for three quotes by Friday") == [
        "The Clerk and Councillor Cooper undertook to ask for three quotes by 6 September 2019."
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("@Clerk: ask for quotes", "The Clerk undertook to ask for quotes."),
        ("@Clerk: to ask for quotes", "The Clerk undertook to ask for quotes."),
        ("@Clerk: Ask for quotes.", "The Clerk undertook to ask for quotes."),
        ("@Clerk: ask OFSTED within two weeks", "The Clerk undertook to ask OFSTED within two weeks."),
        ("@officers: ask in due course", "Officers undertook to ask in due course."),
        ("@The Mayor: write to the DfE", "The Mayor undertook to write to the DfE."),
        (
            "@Ofsted: report by the end of October 2021",
            "Ofsted undertook to report by the end of October 2021.",
        ),
        (
            "@Director of People: provide the Action Plan by 28 Nov #quality",
            "The Director of People undertook to provide the Action Plan by 28 November 2019.",
        ),
    ],
)
def test_owner_words_and_date(typed: str, text: str) -> None:
    assert printed(typed) == [text]


def test_an_action_inside_a_line_prints_as_typed_without_its_sign() -> None:
    assert printed("- Bridge: no signs yet. @Clerk to ask Cllr Webb by 5 July") == [
        "• Bridge – no signs yet. Clerk to ask Cllr Webb by 5 July."
    ]
    assert printed("! directed the @Director of People to register the company") == [
        "The Committee directed the Director of People to register the company."
    ]
    assert printed("@officers undertook to provide further information on these") == [
        "Officers undertook to provide further information on these."
    ]


def test_a_follow_on_is_in_the_log_and_not_in_the_minute() -> None:
    record = taken("/5\n! requested a report\n+ Director of People: report on Edge of Care in due course")
    assert "Edge of Care" not in " ".join(str(block) for block in build(record).blocks[:-3])
    assert log_of(build(record).blocks) == [
        ("1/2019", "5", "Report on Edge of Care", "Director of People", "in due course")
    ]


def test_a_follow_on_stands_in_the_margin_of_the_screen() -> None:
    record = taken("/5\n! requested a report\n+ Director of People: report on Edge of Care in due course")
    assert live_blocks(record, 2)[-1] == Margin(
        "action 1  Director of People · report on Edge of Care · in due course", (3,), is_action=True
    )


def test_the_log_stands_at_the_end_unless_there_is_nothing_in_it() -> None:
    assert Heading("Actions") not in build(taken("/5\nA note.")).blocks
    blocks = build(taken("/5\n@Clerk, Cooper: ask for three quotes by Friday")).blocks
    assert Heading("Actions") in blocks
    assert log_of(blocks) == [
        ("1/2019", "5", "Ask for three quotes", "Clerk, Councillor Cooper", "6 Sep 2019"),
    ]


def test_the_log_stands_where_the_clerk_asks_for_it() -> None:
    blocks = build(taken("/5\n@Clerk: ask\n/actions\nA note.\n@Clerk: tell")).blocks
    assert Heading("Actions") not in blocks
    assert [row[2] for row in log_of(blocks)] == ["Ask", "Tell"]


def test_an_undertaking_keeps_a_name_that_begins_with_capitals() -> None:
    assert undertaking("the Clerk", "DfE return: send it.", "by May") == (
        "The Clerk undertook to DfE return: send it by May."
    )


def log_of(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [row for block in blocks if isinstance(block, Table) for row in block.rows[1:]]
