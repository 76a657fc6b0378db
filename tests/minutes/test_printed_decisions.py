"""Decisions and the votes recorded with them, as the shorthand has them."""

from __future__ import annotations

import pytest

from minutes.wording.decisions import decision
from tests.minutes.meetings import AGENDA, printed


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
    assert printed("! noted the report\nThen.\n! that it be so", agenda=agenda) == [
        "The Cabinet noted the report.",
        "Then.",
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
    assert printed("! that a be so\nA note.\n! that b be so\n! noted c") == [
        "AGREED that a be so.",
        "A note.",
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
