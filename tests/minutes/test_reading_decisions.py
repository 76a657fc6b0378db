"""Recommendations adopted, reasons, and alternatives rejected (SHORTHAND, Decisions)."""

from __future__ import annotations

import pytest

from minutes.shorthand import read
from storage.records import Kind, NewEntry
from tests.minutes.meetings import prepared
from tests.minutes.reader import entry_of, sitting_after

AGENDA = """\
Medway Council
Cabinet
Date: 24 September 2019
Noun: The Cabinet
Members: Councillors Kemp (Chairman), Cooper

10. Ofsted inspection (Pages 3 - 28)
   Recommendation 10.1: The Cabinet is asked to note the content of this report.
   Recommendation 10.2: The Cabinet is asked to note that a further report will be submitted.
   Reason 11.1: To formally notify the Cabinet of the outcome of the inspection.
   Reason 11.2: To ensure the Cabinet is informed of the feedback.
11. Land
   Recommendations: That the land be sold.
12. Any other business
"""


def entry(typed: str, above: str = "/10\n! noted the report") -> NewEntry:
    (found,) = read(typed, sitting_after(above, prepared(AGENDA))).act.entries
    return found


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("!= 10.1 10.2", "10.1 10.2"),
        ("!= 10.2, 10.1", "10.2 10.1"),
        ("!=10.1 and 10.1.", "10.1"),
        ("! = 10.1", "10.1"),
        ("!=", ""),
    ],
)
def test_recommendations_are_adopted_by_number_or_all(typed: str, numbers: str) -> None:
    found = entry(typed)
    assert (found.kind, found.text, found.doubt) == (Kind.ADOPT, numbers, "")
    assert entry("!=", "/11").kind is Kind.ADOPT


@pytest.mark.parametrize(
    ("typed", "text", "numbers"),
    [
        ("!~ the inspection is over", "the inspection is over", ""),
        ("!~ 11 members asked for it", "11 members asked for it", ""),
        ("!~", "", ""),
        ("!~ 11.2", "", "11.2"),
        ("!~ 11.1 and 11.2", "", "11.1 11.2"),
    ],
)
def test_reasons_are_the_clerks_or_the_reports(typed: str, text: str, numbers: str) -> None:
    found = entry(typed)
    assert (found.kind, found.text, found.label, found.doubt) == (Kind.REASONS, text, numbers, "")


def test_alternatives_rejected() -> None:
    found = entry("!^ to do nothing. @Kemp to explain by Friday", "/10\n!=")
    assert (found.kind, found.text) == (Kind.ALTERNATIVES, "to do nothing. Kemp to explain by Friday")
    assert len(found.actions) == 1


@pytest.mark.parametrize("decided", ["! noted it", "!=", "/move Kemp: that we go\n/vote 2 0"])
def test_reasons_belong_to_a_decision_or_to_a_motion_that_was_voted_on(decided: str) -> None:
    assert entry("!~ it was due", f"/10\n{decided}").doubt == ""


@pytest.mark.parametrize(
    ("typed", "above", "doubt"),
    [
        ("!=", "A note.", "no item is being taken whose report this could be: /5 takes item 5"),
        ("!=", "/12", "the agenda gives no recommendations for item 12"),
        ("!= 10.3", "/10", "“10.3” is none of the recommendations of item 10: they are 10.1, 10.2"),
        ("!= all of them", "/10", "“all” is none of the recommendations of item 10: they are 10.1, 10.2"),
        ("!= 1", "/11", "“1” is none of the recommendations of item 11: they have no numbers"),
        ("!~ it was due", "/10", "there is no decision above that these reasons belong to"),
        ("!~ it was due", "/10\n! noted it\n/11", "there is no decision above that these reasons belong to"),
        (
            "!~ it was due",
            "/10\n/move Kemp: that we go",
            "there is no decision above that these reasons belong to",
        ),
        ("!~", "/11\n!=", "the agenda gives no reasons for item 11"),
        ("!~ 11.3", "/10\n!=", "“11.3” is none of the reasons of item 10: they are 11.1, 11.2"),
        ("!^ to do nothing", "/10", "there is no decision above that these alternatives rejected belong to"),
        ("!^", "/10\n!=", "what was considered and rejected? write !^ and the alternatives"),
    ],
)
def test_what_cannot_stand_says_why(typed: str, above: str, doubt: str) -> None:
    found = entry(typed, above)
    assert (found.kind, found.text, found.doubt) == (Kind.UNREAD, typed, doubt)


def test_what_a_recommendation_becomes_stands_under_the_line() -> None:
    sitting = sitting_after("/10", prepared(AGENDA))
    assert [hint.text for hint in read("!= 10.1", sitting).hints] == [
        "“The Cabinet noted the content of this report.”"
    ]
    after = sitting_after("/10\n!=", prepared(AGENDA))
    assert [hint.text for hint in read("!~", after).hints] == ["the report's own reasons"]


def test_an_escaped_sign_is_no_decision() -> None:
    assert entry_of("\\!= 10.1").kind is Kind.NOTE
