"""The decision notice, and the log of one meeting's actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.document import Table
from minutes.layouts import build
from minutes.style import NOTHING
from storage.records import MeetingRecord
from tests.minutes.meetings import AGENDA, next_after, prepared, shown, taken
from tests.minutes.promised import OCTOBER

SERIES = AGENDA.replace("\n\n1.", "\nDecisions: 98/2019\n\n1.")


def notice(record: MeetingRecord, *, restricted: bool = False) -> list[str]:
    return [shown(block) for block in build(record, layout="decision notice", restricted=restricted).blocks]


def test_it_has_the_decisions_with_their_votes_and_reasons_and_nothing_else() -> None:
    record = taken(
        "/present all\n/1\nNothing.\n/5\nTalk.\n! noted the report\n/move Kemp\n/second Johnson\n"
        "? more\n!~ the law asks\n!^ to wait\n/vote 3 1\n@Clerk: tell them\n/6\nTalk."
        "\n! agreed:\n- one\n# Roads\n- two\nMore.\n- a point",
        prepared(SERIES),
    )
    assert notice(record)[:-2] == [
        "# 5 Ofsted Update Report",
        "# Decision",
        "98/2019 The Committee noted the report.",
        "Proposed by Councillor Kemp, seconded by Councillor Johnson; three in favour, one against.",
        "# Reasons",
        "The law asks.",
        "# Alternatives considered and rejected",
        "To wait.",
        "# 6 Land",
        "99/2019 The Committee agreed:",
        "• one",
        "Roads",
        "• two",
    ]


def test_a_motion_counts_where_it_was_carried() -> None:
    motions = "/move Cooper: that we {}\n"
    record = taken(
        f"/present all\n/6\n{motions.format('walk')}/amend Kemp: to run\n/vote all\n/amend Kemp: to fly\n"
        f"/vote lost\n/vote 3 1\n{motions.format('sleep')}/vote lost"
    )
    page = " ".join(notice(record))
    assert "that we walk" in page
    assert "to run" in page
    assert "The motion, as amended, was carried" in page
    assert not any(word in page for word in ("fly", "sleep"))


def test_interests_in_what_was_decided_are_told_with_it() -> None:
    record = taken(
        "/present all\n/5\n/interest Cooper 6: she lives there\n/interest Kemp: his own\n/6\n! sold it"
    )
    page = notice(record)
    assert page[page.index("# Interests declared") + 1].startswith(
        "Councillor Cooper declared an interest in"
    )
    assert "his own" not in repr(page)


def test_of_an_exempt_decision_the_public_has_that_there_was_one() -> None:
    record = taken(
        "/5\nTalk.\n! noted it\n/exempt 3\nThe price.\n! sold it\n/public\n/7\n! sold more\n/6\n/exempt 5\nA."
    )
    law = "By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972."
    assert notice(record)[:-2] == [
        "# 5 Ofsted Update Report",
        "The Committee noted it.",
        law,
        "# 7 Transport",
        law,
    ]
    restricted = notice(record, restricted=True)
    assert "The Committee sold it." in restricted
    assert "The Committee sold more." in restricted


def test_where_nothing_was_decided_it_says_so() -> None:
    assert notice(taken("/5\nTalk.")) == ["No decisions were taken at this meeting."]


@pytest.mark.parametrize(
    ("words", "published", "until", "days"),
    [
        ((), "Tuesday 3 September 2019", "Tuesday 10 September 2019", "5 working days"),
        (
            (("call-in", "one"), ("published", "2")),
            "Thursday 5 September 2019",
            "Friday 6 September 2019",
            "1 working day",
        ),
        ((("call-in", "soon"),), "Tuesday 3 September 2019", "Tuesday 10 September 2019", "5 working days"),
    ],
)
def test_it_says_until_when_a_decision_may_be_called_in(
    words: tuple[tuple[str, str], ...], published: str, until: str, days: str
) -> None:
    record = taken("/5\n! noted it")
    heading, said = notice(replace(record, body=replace(record.body, words=words)))[-2:]
    assert heading == "# Call-in"
    assert said.startswith(
        f"Published on {published}, these decisions may be called in until the end of {until}, "
        f"{days} after publication"
    )


def test_call_in_over_easter_and_none_where_the_body_has_none() -> None:
    record = taken("/5\n! noted it")
    easter = replace(record, meeting=replace(record.meeting, on=date(2026, 4, 1)))
    assert "until the end of Friday 10 April 2026" in notice(easter)[-1]
    body = replace(record.body, words=(("call-in", NOTHING),))
    assert notice(replace(record, body=body))[-1] == "The Committee noted it."


def test_the_log_has_the_whole_of_a_list_of_priorities_that_was_gone_through() -> None:
    before = taken("/5\n/priorities Plan:\n- one\n- two\n/priorities Other:\n- three")
    tree = build(taken("/5\n/report p1 heard", next_after(before, OCTOBER)), layout="action log")
    assert "1 of 2 reported on" in repr(tree)
    assert "p2/2019" in repr(tree)
    assert "p3" not in repr(tree)


def test_the_log_has_what_was_promised_here_and_what_was_heard_as_it_stood_then() -> None:
    before = taken("/5\n@Clerk: ask by 13 September\n@Kemp: wait\n@Cooper: never mentioned")
    record = taken(
        "/5\n/done 1 it was sent\n@Clerk: tell PC by 1 November\n/7\n@Johnson: sell",
        next_after(before, OCTOBER),
    )
    later = taken("/5\n/done 3", next_after(record, OCTOBER.replace("October", "November")))
    known = {each.id: each for each in later.promises}
    record = replace(
        record,
        actions=tuple(known.get(each.id, each) for each in record.actions),
        body=replace(record.body, short_forms=(("PC", "the Parish Council"),)),
    )
    public, restricted = (build(record, layout="action log", restricted=which) for which in (False, True))
    assert "Action log" in public.head
    assert "Actions: 1 open (1 on target), 1 done" in public.head
    table = next(block for block in public.blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows[1:]] == ["1/2019", "4/2019"]
    assert "Tell the Parish Council" in repr(table)
    assert "Exempt: 5/2019." in repr(public)
    assert "Sell" not in repr(public)
    assert "Sell" in repr(restricted)
