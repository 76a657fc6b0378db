"""Motions and amendments in print: who moved what, and what became of it."""

from __future__ import annotations

import pytest

from minutes.layouts import build
from minutes.wording.motions import amendment_moved, moved
from tests.minutes.meetings import AGENDA, printed, said_in, taken

EIGHT = AGENDA.replace("Johnson, Hackwell", "Johnson, Hackwell, Doe, Brake, Gulvin")
HERE = "/present all\n"
MOTION = "/move Cooper, Kemp: that the roof be mended"
MOVED = "It was moved by Councillor Cooper and seconded by Councillor Kemp that the roof be mended."


@pytest.mark.parametrize(
    ("movers", "seconders", "text", "said"),
    [
        ("A", "B", "that it be so", "It was moved by A and seconded by B that it be so."),
        ("A", "", "to adjourn", "It was moved by A to adjourn."),
        ("", "B", "that it be so", "It was seconded by B that it be so."),
        ("", "", "that it be so", "It was moved that it be so."),
        ("the Chair", "B", "The roof leaks", "The Chair moved, seconded by B: The roof leaks."),
        ("", "", "the roof be mended", "It was moved: the roof be mended."),
        (
            "A",
            "B",
            "that the following be done:",
            "It was moved by A and seconded by B that the following be done:",
        ),
    ],
)
def test_a_motion_as_it_is_put(movers: str, seconders: str, text: str, said: str) -> None:
    assert moved(movers, seconders, text) == said


def test_an_amendment_as_it_is_put() -> None:
    assert (
        amendment_moved("A", "B", 'to delete "roof"')
        == 'A moved an amendment, seconded by B: to delete "roof".'
    )
    assert amendment_moved("", "", "to add") == "An amendment was moved: to add."


def test_an_amendment_lost_and_the_motion_carried_on_the_casting_vote() -> None:
    notes = (
        f"{MOTION}\n/amend Johnson, Doe: to add “at once”\n/vote 3 4\nThey talked on.\n/in Gulvin 7pm"
        "\n/vote 4 4\n/casting for"
    )
    assert printed(
        f"/present Kemp, Cooper, Howcroft-Scott, Johnson, Hackwell, Doe, Brake\n{notes}", agenda=EIGHT
    ) == [
        MOVED,
        "Councillor Johnson moved an amendment, seconded by Councillor Doe: to add “at once”.",
        "The amendment was lost: three in favour, four against.",
        "They talked on.",
        "Councillor Gulvin joined the meeting at 7pm.",
        "The motion was carried on the Chairman's casting vote: four in favour, four against.",
    ]


def test_a_motion_that_was_amended_says_so() -> None:
    assert printed(f"{HERE}{MOTION}\n/amend Johnson: to add “at once”\n/vote all\n/vote all") == [
        MOVED,
        "Councillor Johnson moved an amendment: to add “at once”.",
        "The amendment was carried unanimously.",
        "The motion, as amended, was carried unanimously.",
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("/vote", "The motion was carried."),
        ("/vote lost", "The motion was lost."),
        ("/vote all", "The motion was carried unanimously."),
        ("/vote 3 1 1", "The motion was carried: three in favour, one against, one abstention."),
        ("/vote 0 5", "The motion was lost: five against."),
        ("/vote 2 2 0 1", "The vote was tied: two in favour, two against, one not voting."),
        (
            "/vote 2 2\n/casting against",
            "The motion was lost on the Chairman's casting vote: two in favour, two against.",
        ),
        ("/withdraw", "The motion was withdrawn."),
    ],
)
def test_what_became_of_a_motion(lines: str, said: str) -> None:
    assert printed(f"{HERE}{MOTION}\n{lines}") == [MOVED, said]


def test_a_tied_amendment_says_which_vote_it_was() -> None:
    assert printed(f"{HERE}{MOTION}\n/amend Johnson: to wait\n/vote 2 2")[-1] == (
        "The vote on the amendment was tied: two in favour, two against."
    )


def test_a_motion_that_was_never_voted_on_says_no_more() -> None:
    assert printed(f"{HERE}{MOTION}\nA note.") == [MOVED, "A note."]


def test_a_seconder_named_later_is_told_with_the_mover() -> None:
    assert printed(f"{HERE}/move Cooper: that the roof be mended\nThey talked.\n/second Kemp\n/vote") == [
        MOVED,
        "They talked.",
        "The motion was carried.",
    ]


def test_amendments_before_the_meeting_together_are_told_apart_by_their_movers() -> None:
    both = f"{HERE}{MOTION}\n/amend Johnson: in slate\n/amend Kemp: in tile"
    assert printed(f"{both}\n/vote lost\n/vote 4 0")[-2:] == [
        "The amendment moved by Councillor Kemp was lost.",
        "The amendment moved by Councillor Johnson was carried: four in favour.",
    ]
    assert (
        "The vote on the amendment moved by Councillor Kemp was tied: two in favour, two against."
        in printed(f"{both}\n/vote 2 2")
    )
    assert "A recorded vote was taken on the amendment moved by Councillor Kemp:" in printed(
        f"{both}\n/roll\n/for Kemp\n/against rest"
    )
    one_by_one = f"{HERE}{MOTION}\n/amend Johnson: in slate\n/vote lost\n/amend Kemp: in tile\n/vote lost"
    assert printed(one_by_one).count("The amendment was lost.") == 2


def test_a_reply_is_joined_to_the_motion_above() -> None:
    assert printed(
        f"{HERE}/move Cooper: that the roof be mended\n/second Kemp\n> the Clerk advised that it could be"
    ) == [f"{MOVED} The Clerk advised that it could be."]


def test_the_points_below_a_motion_are_its_parts() -> None:
    assert printed(f"{HERE}/move Cooper, Kemp: that:\n- a) the roof be mended\n- it be soon\n/vote") == [
        "It was moved by Councillor Cooper and seconded by Councillor Kemp that:",
        "a) the roof be mended",
        "b) it be soon",
        "The motion was carried.",
    ]


def test_votes_recorded_at_request_on_a_motion_say_so() -> None:
    assert printed(f"{HERE}{MOTION}\n/vote 4 1\n/against Johnson")[-2:] == [
        "The motion was carried: four in favour, one against.",
        "Councillor Johnson requested that their vote against the motion be recorded.",
    ]


def test_going_back_to_an_item_takes_up_its_motion_again() -> None:
    assert said_in(build(taken(f"{HERE}/5\n{MOTION}\n/6\nLand.\n/5\n/vote")))[1:] == [
        "# 5 Ofsted Update Report",
        MOVED,
        "# 6 Land",
        "Land.",
        "# 5 Ofsted Update Report (continued)",
        "The motion was carried.",
    ]


def test_a_line_about_nothing_is_for_drafts_alone() -> None:
    assert printed(f"{HERE}/second Kemp\n{MOTION}\n/vote\n/vote 4 1") == [
        "[to check: /second Kemp]",
        MOVED,
        "The motion was carried.",
        "[to check: /vote 4 1]",
    ]
