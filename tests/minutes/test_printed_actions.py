"""Actions in print, in the margin and in the log."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.document import Block, Heading, Margin, Table
from minutes.layouts import build, live_blocks
from minutes.layouts.action_log import build_log
from minutes.wording.actions import undertaking
from storage.records import Action, ActionState, DueKind, Named, Part
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


def test_a_log_of_its_own_says_what_is_overdue() -> None:
    clerk = (Named(Part.OWNER, "Clerk", None, True),)
    mayor = (Named(Part.OWNER, "The Mayor"),)
    actions = [
        action(4, clerk, "ask for quotes", date(2019, 9, 6), DueKind.DATE),
        action(5, mayor, "update the DfE", None, DueKind.IN_DUE_COURSE),
        action(6, clerk, "tell them", None, DueKind.UNDATED, ActionState.DONE),
        action(7, clerk, "report", date(2019, 10, 1), DueKind.NEXT_MEETING),
    ]
    log = build_log(actions, date(2019, 9, 7))
    assert log.head == ("Action log", "on 7 September 2019", "3 open, 1 overdue")
    assert log_of(log.blocks) == [
        ("4/2019", "5, 3 Sep 2019", "Ask for quotes", "Clerk", "6 Sep 2019 (overdue)"),
        ("5/2019", "5, 3 Sep 2019", "Update the DfE", "The Mayor", "in due course"),
        ("6/2019", "5, 3 Sep 2019", "Tell them", "Clerk", "no date (done)"),
        ("7/2019", "5, 3 Sep 2019", "Report", "Clerk", "next meeting, 1 Oct 2019"),
    ]
    assert build_log(actions[:1], date(2019, 9, 6)).head[-1] == "1 open, none overdue"


def test_a_log_of_several_bodies_has_a_table_for_each() -> None:
    one = action(1, (), "ask", None, DueKind.UNDATED)
    other = action(2, (), "tell", None, DueKind.UNDATED, body="Cabinet")
    blocks = build_log([one, other], date(2019, 9, 7)).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Board", "Cabinet"]


def test_an_empty_log_says_so() -> None:
    assert "There are no actions to show." in str(build_log([], date(2019, 9, 7)).blocks)


def action(
    number: int,
    owners: tuple[Named, ...],
    words: str,
    due: date | None,
    kind: DueKind,
    state: ActionState = ActionState.OPEN,
    body: str = "Board",
) -> Action:
    on = date(2019, 9, 3)
    return Action(number, 1, 1, None, number, 2019, owners, words, due, "", kind, (), state, "5", on, body)


def log_of(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [row for block in blocks if isinstance(block, Table) for row in block.rows[1:]]
