"""Votes in print: on decisions, by name, and a roll call of thirty-four."""

from __future__ import annotations

import pytest

from minutes.proposals import Tally
from minutes.wording.votes import figures
from tests.minutes.meetings import AGENDA, printed

HERE = "/present all\n"
BY, SECONDED = "Proposed by Councillor Cooper", "seconded by Councillor Kemp"
EVEN = "two in favour, two against"
NAMES = [f"M{letter}{other}" for letter in "abcdefgh" for other in "opqrs"][:34]
COUNCIL = AGENDA.replace(
    "Councillors Kemp (Chairman), Cooper, Howcroft-Scott, Johnson, Hackwell",
    f"Councillors {', '.join(NAMES)}",
)


@pytest.mark.parametrize(
    ("tally", "text"),
    [
        (Tally(7, 0, 1), "seven in favour, one abstention"),
        (Tally(7, 3, 2, 1), "seven in favour, three against, two abstentions, one not voting"),
        (Tally(12, 1, 0), "twelve in favour, one against"),
        (Tally(13, 1, 0), "13 in favour, 1 against"),
        (Tally(0, 5, 0), "five against"),
        (Tally(0, 0, 0), "none in favour"),
    ],
)
def test_a_tally_is_in_words_up_to_twelve(tally: Tally, text: str) -> None:
    assert figures(tally) == text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("/move Cooper, Kemp\n/vote 4 0 1", f"{BY}, {SECONDED}; four in favour, one abstention."),
        ("/move Cooper\n/second Kemp\n/vote all", f"{BY}, {SECONDED}; carried unanimously."),
        ("/move Cooper\n/vote", f"{BY}; carried."),
        ("/move Cooper", f"{BY}."),
        ("/second Kemp", "Seconded by Councillor Kemp."),
        ("/vote 4 1", "The vote was four in favour, one against."),
        ("/vote all", "The decision was carried unanimously."),
        ("/vote 1 4", "The decision was lost: one in favour, four against."),
        ("/move Cooper\n/vote 2 2", f"{BY}; the vote was tied: {EVEN}."),
        ("/move Cooper\n/vote 2 2\n/casting for", f"{BY}; carried on the Chairman's casting vote: {EVEN}."),
    ],
)
def test_who_proposed_a_decision_and_how_it_was_voted_on_in_one_sentence(lines: str, said: str) -> None:
    assert printed(f"{HERE}! noted the report\n{lines}") == ["The Committee noted the report.", said]


def test_the_vote_on_a_decision_with_parts_stands_below_them() -> None:
    assert printed(f"{HERE}! agreed:\n- one\n- two\n/move Cooper, Kemp\n/vote 5") == [
        "The Committee agreed:",
        "• one",
        "• two",
        "Proposed by Councillor Cooper, seconded by Councillor Kemp; five in favour.",
    ]


def test_a_roll_call_of_thirty_four_lists_everyone_in_the_order_of_the_agenda() -> None:
    voted = {"for": NAMES[19::-1], "against": NAMES[20:30], "abstain": NAMES[30:32]}
    roll = "\n".join(f"/{way} {', '.join(names)}" for way, names in voted.items())
    said = printed(
        f"{HERE}/move {NAMES[0]}, {NAMES[1]}: that it be so\n/roll\n{roll}\n/vote 20 10 2 2", agenda=COUNCIL
    )
    assert said == [
        f"It was moved by Councillor {NAMES[0]} and seconded by Councillor {NAMES[1]} that it be so.",
        "A recorded vote was taken:",
        f"• For (20): {councillors(NAMES[:20])}",
        f"• Against (10): {councillors(NAMES[20:30])}",
        f"• Abstaining (2): {councillors(NAMES[30:32])}",
        f"• Not voting (2): {councillors(NAMES[32:])}",
        "The motion was carried: 20 in favour, 10 against, 2 abstentions, 2 not voting.",
    ]


def test_a_roll_call_on_a_decision_or_an_amendment() -> None:
    names = "/for Kemp, Cooper, Johnson\n/against rest"
    lists = [
        "• For (3): Councillors Kemp, Cooper and Johnson",
        "• Against (2): Councillors Howcroft-Scott and Hackwell",
    ]
    assert printed(f"{HERE}! noted the report\n/move Cooper\n/roll\n{names}") == [
        "The Committee noted the report.",
        "Proposed by Councillor Cooper.",
        "A recorded vote was taken:",
        *lists,
        "The decision was carried: three in favour, two against.",
    ]
    assert printed(f"{HERE}/move Cooper: that a\n/amend Kemp: to b\n/roll\n{names}")[2:] == [
        "A recorded vote was taken on the amendment:",
        *lists,
        "The amendment was carried: three in favour, two against.",
    ]


def test_a_roll_call_that_is_not_finished_lists_those_who_voted_and_comes_to_nothing() -> None:
    assert printed(f"{HERE}! noted the report\n/roll\n/for Kemp") == [
        "The Committee noted the report.",
        "A recorded vote was taken:",
        "• For (1): Councillor Kemp",
    ]


def councillors(names: list[str]) -> str:
    return f"Councillors {', '.join(names[:-1])} and {names[-1]}"
