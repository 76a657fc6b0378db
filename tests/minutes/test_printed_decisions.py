"""Decisions and the votes recorded with them, as the shorthand has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.document import Paragraph, Point
from minutes.formats.text import write
from minutes.layouts import build
from minutes.wording.decisions import decision
from tests.minutes.meetings import AGENDA, prepared, printed, said_in, taken

REPORT = """\
   Recommendation 10.1: The Committee is asked to note the content of this report.
   Recommendation 10.2: The Committee is asked to recommend to Full Council that the plan be adopted.
   Reason 11.1: To notify the Committee of the outcome
   Reason 11.2: To ensure that the plan is adopted.
"""
REPORTED = AGENDA.replace("5. Ofsted Update Report\n", f"5. Ofsted Update Report\n{REPORT}")
SERIES = REPORTED.replace("\n\n1.", "\nDecisions: 98/2019\n\n1.")
NOTED = "The Committee noted the content of this report."
RECOMMENDED = "The Committee recommended to Full Council that the plan be adopted."


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("noted the report", "The Committee noted the report."),
        ("noted the report.", "The Committee noted the report."),
        ("agreed to meet again; and to report", "The Committee agreed to meet again; and to report."),
        ("that the information provided be noted", "AGREED that the information provided be noted."),
        ("to ask for a further report", "AGREED to ask for a further report."),
        ("The report was noted", "The report was noted."),
        ("Members noted the report", "Members noted the report."),
        ("it was agreed to adjourn", "It was agreed to adjourn."),
        ("there be no change", "There be no change."),
        ("this matter was deferred", "This matter was deferred."),
        ("these be approved", "These be approved."),
        ("all agreed", "All agreed."),
        ("no action was taken", "No action was taken."),
        ("the report was noted", "The report was noted."),
        ("thereby closed the matter", "The Committee thereby closed the matter."),
        ("nominated Councillor Kemp", "The Committee nominated Councillor Kemp."),
        ("agreed:", "The Committee agreed:"),
        ("that:", "AGREED that:"),
    ],
)
def test_a_decision_in_the_bodys_words(typed: str, text: str) -> None:
    assert decision(typed, "The Committee", "AGREED") == text
    assert printed(f"! {typed}") == [text]


def test_noun_and_verb_are_the_bodys_own() -> None:
    agenda = AGENDA.replace("Venue", "Noun: The Cabinet\nVerb: IT WAS RESOLVED\nVenue")
    assert printed("! noted the report\n! to go on\n! that it be so", agenda=agenda) == [
        "The Cabinet noted the report.",
        "IT WAS RESOLVED to go on.",
        "IT WAS RESOLVED that it be so.",
    ]


def test_several_that_lines_are_numbered() -> None:
    assert printed(
        "! that the report be noted.\n+ Clerk: tell them\n! that thanks be given;\n! that we meet"
    ) == [
        "AGREED:",
        "(1) that the report be noted;",
        "(2) that thanks be given;",
        "(3) that we meet.",
    ]


def test_that_lines_with_something_between_are_decisions_of_their_own() -> None:
    assert printed("! that a be so\n/none\n! that b be so\n! noted c") == [
        "AGREED that a be so.",
        "There were none.",
        "AGREED that b be so.",
        "The Committee noted c.",
    ]


def test_a_decision_that_ends_in_a_colon_takes_the_points_below_as_typed() -> None:
    assert printed("! agreed:\n- that one\n-- under it\n- two") == [
        "The Committee agreed:",
        "• that one",
        "  • under it",
        "• two",
    ]


def test_the_last_of_several_may_have_parts() -> None:
    assert printed("! that a be so\n! that the following be done:\n- b\n- c") == [
        "AGREED:",
        "(1) that a be so;",
        "(2) that the following be done:",
        "  • b",
        "  • c",
    ]


def test_votes_recorded_at_members_request() -> None:
    present = "/present all\n! noted the report\n"
    assert printed(f"{present}/for Cooper, Howcroft-Scott, Johnson")[-1] == (
        "Councillors Cooper, Howcroft-Scott and Johnson requested that their votes in favour of the decision "
        "be recorded."
    )
    assert printed(f"{present}/for Cooper")[-1] == (
        "Councillor Cooper requested that their vote in favour of the decision be recorded."
    )
    assert printed(f"{present}/against Cooper, Kemp")[-1] == (
        "Councillors Cooper and Kemp requested that their votes against the decision be recorded."
    )
    assert printed(f"{present}/against Cooper")[-1] == (
        "Councillor Cooper requested that their vote against the decision be recorded."
    )
    assert printed(f"{present}/abstain Cooper")[-1] == (
        "Councillor Cooper requested that their abstention be recorded."
    )
    assert printed(f"{present}/abstain Cooper, Kemp")[-1] == (
        "Councillors Cooper and Kemp requested that their abstentions be recorded."
    )


# -- numbers, adoption, reasons ----------------------------------------------------------------


def test_decisions_are_numbered_in_the_bodys_series_through_the_meeting() -> None:
    tree = build(taken("/5\n! noted the report\n/7\n! sold it\n/6\n! that it be so", prepared(SERIES)))
    assert Paragraph("The Committee noted the report.", entries=(2,), number="98/2019") in tree.blocks
    assert Paragraph("AGREED that it be so.", entries=(6,), number="100/2019") in tree.blocks
    assert "99/2019" not in write(tree)


def test_the_number_of_a_decision_stands_before_it_and_its_parts_below() -> None:
    page = write(
        build(
            taken(
                "/5\n! agreed that, subject to funding, the following be done:\n- one\n- two",
                prepared(SERIES),
            )
        ),
        50,
    )
    assert (
        """\
    98/2019  The Committee agreed that, subject to
             funding, the following be done:
    • one
    • two
"""
        in page
    )


def test_several_that_lines_have_their_numbers_in_place_of_one_and_two() -> None:
    tree = build(taken("/5\n! that a be so\n! that b be so", prepared(SERIES)))
    assert Point("that a be so;", "98/2019", entries=(2,)) in tree.blocks
    assert Point("that b be so.", "99/2019", entries=(3,)) in tree.blocks


@pytest.mark.parametrize(
    ("typed", "adopted"),
    [
        ("!=", [NOTED, RECOMMENDED]),
        ("!= 10.1 10.2", [NOTED, RECOMMENDED]),
        ("!= 10.2", [RECOMMENDED]),
    ],
)
def test_the_items_recommendations_are_adopted(typed: str, adopted: list[str]) -> None:
    assert printed(typed, agenda=REPORTED) == adopted


def test_each_recommendation_adopted_has_a_number_of_its_own() -> None:
    assert printed("!=\n! noted the report", agenda=SERIES) == [
        f"98/2019 {NOTED}",
        f"99/2019 {RECOMMENDED}",
        "100/2019 The Committee noted the report.",
    ]


def test_reasons_are_typed_or_the_reports_own() -> None:
    to_notify, to_ensure = "To notify the Committee of the outcome.", "To ensure that the plan is adopted."
    assert printed("!= 10.1\n!~", agenda=REPORTED)[1] == f"Reasons: {to_notify} {to_ensure}"
    assert printed("!= 10.1\n!~ 11.2", agenda=REPORTED)[1] == f"Reasons: {to_ensure}"
    assert printed("! noted it\n!~ the law asks for it")[1] == "Reasons: The law asks for it."


def test_the_alternatives_rejected() -> None:
    assert printed("! noted it\n!^ to wait for the Commissioner") == [
        "The Committee noted it.",
        "Alternatives considered and rejected: To wait for the Commissioner.",
    ]


def test_recommendations_that_an_agenda_has_lost_are_to_be_checked() -> None:
    record = taken("/5\n!=\n!~", prepared(REPORTED))
    bare = tuple(replace(item, parts=()) for item in record.items)
    assert said_in(build(replace(record, items=bare)))[1:] == ["[to check: !=]", "[to check: !~]"]


# -- minute numbers ----------------------------------------------------------------------------


def headings(notes: str, headers: str) -> list[str]:
    agenda = AGENDA.replace("\n\n1.", f"\n{headers}\n\n1.")
    return [line for line in said_in(build(taken(notes, prepared(agenda)))) if line.startswith("# ")]


def test_minutes_run_on_in_the_order_taken_and_keep_the_agendas_number_where_that_differs() -> None:
    assert headings("/1\n/5\n/6", "Minutes from: 182") == [
        "# 182 Apologies for absence",
        "# 183 Ofsted Update Report",
        "# 184 Land",
    ]
    assert headings("/1\n/6\nLand.\n/5\n/7\n/6\nMore.", "Minutes from: 24/55\nExempt mark: /E") == [
        "# 24/55 Apologies for absence (agenda item 1)",
        "# 24/56 Land (agenda item 6)",
        "# 24/57 Ofsted Update Report (agenda item 5)",
        "# 24/58/E Transport (agenda item 7)",
        "# 24/56 Land (continued, agenda item 6)",
    ]


def test_a_visit_without_a_word_numbers_no_minute() -> None:
    assert headings("/1\n/6\n/5\nOfsted.\n/6\nLand.", "Minutes from: 182") == [
        "# 182 Apologies for absence",
        "# 183 Ofsted Update Report",
        "# 184 Land",
    ]


def test_an_item_put_on_at_the_meeting_was_on_no_agenda() -> None:
    assert headings("/1\n/item + Flood\n/5", "Minutes from: 182") == [
        "# 182 Apologies for absence",
        "# 183 Flood",
        "# 184 Ofsted Update Report",
    ]
    assert headings("/5\n/item + Flood\n/1", "Minutes from: 182") == [
        "# 182 Ofsted Update Report (agenda item 5)",
        "# 183 Flood",
        "# 184 Apologies for absence (agenda item 1)",
    ]
    assert "declared an interest in the item “Flood” because he lives there" in " ".join(
        said_in(build(taken("/item + Flood\n/5\n/interest Kemp 8: he lives there")))
    )


def test_items_taken_out_of_order_under_the_agendas_own_numbers_say_nothing_more() -> None:
    assert headings("/6\n/5", "Numbering: agenda") == ["# 6 Land", "# 5 Ofsted Update Report"]


def test_minutes_by_meeting_and_without_numbers() -> None:
    assert headings("/5\n/6", "Numbering: meeting") == ["# 1 Ofsted Update Report", "# 2 Land"]
    assert headings("/5\n/6", "Numbering: none") == ["# Ofsted Update Report", "# Land"]
    assert headings("/6\n/5", "Numbering: none") == [
        "# Land (agenda item 6)",
        "# Ofsted Update Report (agenda item 5)",
    ]
