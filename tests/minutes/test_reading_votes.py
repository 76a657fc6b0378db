"""Votes: counted, uncounted, tied, and by name (SHORTHAND, Commands)."""

from __future__ import annotations

import pytest

from minutes.shorthand import read_lines, roll_act
from minutes.sitting import Sitting
from storage.records import Kind, MeetingRecord
from tests.minutes.meetings import prepared, taken
from tests.minutes.reader import HERE, entry_of, names_of, reading_of, sitting_after

FIGURES = "write the figures as /vote 7 3 1 [2]: for, against, abstaining, not voting"
NO_TIE = "there is no tied vote above that a casting vote could decide"
ABOVE = f"{HERE}\n/5"  # Kemp (Chairman), Cooper, Howcroft-Scott and Johnson; not Hackwell
MOTION = f"{ABOVE}\n/move Cooper, Kemp: that we go"
AMENDED = f"{MOTION}\n/amend Johnson: to stay"
COUNCIL = "\n".join(
    (
        "Town Council",
        "Council",
        "Date: 3 September 2019",
        f"Members: Councillors {', '.join(f'Name{n:02}' for n in range(34))}",
    )
)


def names(first: int, last: int) -> str:
    return ", ".join(f"Name{n:02}" for n in range(first, last))


# -- figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "counts", "text"),
    [
        ("/vote 2", (2,), ""),
        ("/vote 2 1", (2, 1), ""),
        ("/vote 2, 1, 1", (2, 1, 1), ""),
        ("/vote 2 1 0 1", (2, 1, 0, 1), ""),
        ("/vote 2-1", (2, 1), ""),
        ("/vote 2–1–1", (2, 1, 1), ""),
        ("/vote 2:1", (2, 1), ""),
        ("/vote carried unanimously", (), "all"),
        ("/vote all in favour", (), "all"),
        ("/vote two one One", (2, 1, 1), ""),
        ("/vote all", (), "all"),
        ("/vote unanimous", (), "all"),
        ("/vote", (), "carried"),
        ("/vote carried", (), "carried"),
        ("/vote lost", (), "lost"),
    ],
)
def test_a_vote_is_counted_or_not(typed: str, counts: tuple[int, ...], text: str) -> None:
    entry = entry_of(typed, MOTION)
    assert (entry.kind, entry.counts, entry.text, entry.doubt) == (Kind.VOTE, counts, text, "")


@pytest.mark.parametrize(
    "above", ["/move Cooper: that we go", "! noted it", "/previous", "/move Cooper: that we go\n! noted it"]
)
def test_a_vote_is_on_what_is_above_it(above: str) -> None:
    assert entry_of("/vote 3 1", f"{ABOVE}\n{above}").kind is Kind.VOTE


@pytest.mark.parametrize(
    ("typed", "above", "doubt"),
    [
        ("/vote 3", "A note.", "there is no motion or decision above to vote on"),
        ("/vote 3", "! noted it\n/6", "there is no motion or decision above to vote on"),
        ("/vote 3", "/move Cooper: that we go\n/withdraw", "there is no motion or decision above to vote on"),
        ("/vote 3 1", "! noted it\n/vote 2 2", "a second vote on the same decision: it was tied 2–2"),
        (
            "/vote 3 1",
            "/move Cooper: that we go\n/vote all",
            "a second vote on the same motion: it was carried unanimously",
        ),
        ("/vote 0", "! noted it", f"nobody voted: {FIGURES}"),
        ("/vote 0 0 0 4", "! noted it", f"nobody voted: {FIGURES}"),
        ("/vote 8 4", "! noted it", "12 votes, but 4 members are here and may vote"),
        ("/vote 2 1 0 0", "! noted it", "the four figures come to 3, but 4 members are here and may vote"),
        ("/vote 1 2", "! noted it\n/for Cooper, Kemp", "1 for, but 2 are for by name"),
        ("/vote all", "! noted it\n/against Cooper", "1 is against by name: it was not unanimous"),
        ("/vote 7 x", "! noted it", f"“7 x” is no vote: {FIGURES}"),
        ("/vote 1 1 1 1 0", "! noted it", f"“1 1 1 1 0” is no vote: {FIGURES}"),
        ("/vote -1", "! noted it", f"“-1” is no vote: {FIGURES}"),
        ("/vote 99999", "! noted it", f"“99999” is no vote: {FIGURES}"),
        ("/casting for", "! noted it\n/vote 3 1", NO_TIE),
        ("/casting for", "! noted it\n/vote 2 2\n/casting for", NO_TIE),
        ("/casting maybe", "! noted it\n/vote 2 2", "which way? write /casting for, or /casting against"),
        (
            "/casting for",
            "/out Kemp\n! noted it\n/vote 1 1",
            "nobody is known to preside: write /chair and the name above it",
        ),
        ("/roll", "A note.", "there is no motion or decision above to take a recorded vote on"),
        (
            "/roll",
            "! noted it\n/roll",
            "the recorded vote has begun: write /for, /against or /abstain and the names",
        ),
        ("/roll call", "! noted it", "“/roll” takes nothing after it"),
    ],
)
def test_a_vote_that_cannot_be_says_why(typed: str, above: str, doubt: str) -> None:
    entry = entry_of(typed, f"{ABOVE}\n{above}")
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, typed, doubt)


def test_before_attendance_is_taken_a_vote_is_held_against_the_list() -> None:
    assert entry_of("/vote 3 1", "/5\n! noted it").doubt == ""
    assert entry_of("/vote 5 1", "/5\n! noted it").doubt == (
        "6 votes, but 5 members are on the list who may vote"
    )
    assert entry_of("/vote 50", "/5\n! noted it", members="").doubt != ""


def test_after_a_tie_whoever_presides_casts_a_vote() -> None:
    tied = f"{AMENDED}\n/vote 1 3\n/vote 2 2"
    current = sitting_after(tied).floor.current
    assert current is not None
    assert (current.entry.kind, current.tied) == (Kind.MOTION, True)
    for typed, way in (
        ("/casting for", "for"),
        ("/casting in favour", "for"),
        ("/casting Against", "against"),
    ):
        entry = entry_of(typed, tied)
        assert (entry.kind, entry.text, entry.doubt) == (Kind.CASTING, way, "")
    again = f"{AMENDED}\n/vote 2 2\n/casting against\n/vote 2 2"
    assert entry_of("/casting for", again).kind is Kind.CASTING


# -- by name ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.FOR, Kind.AGAINST, Kind.ABSTAIN])
def test_votes_are_recorded_by_name(kind: Kind) -> None:
    entry = entry_of(f"/{kind} Cooper, Howcroft-Scott and Johnson", HERE)
    assert (entry.kind, len(entry.people), entry.doubt) == (kind, 3, "")


@pytest.mark.parametrize(
    ("typed", "above", "doubt"),
    [
        ("/for Hackwell", "", "Councillor Hackwell is not present"),
        ("/for Cooper, Hackwell", "", "Councillor Hackwell is not present"),
        ("/for Webb", "", "“Webb” is not a member of this meeting"),
        ("/for Director", "", "Director of People is not a member"),
        ("/for", "", "who? write /for and the names"),
        ("/for Cooper, cooper", "", "Councillor Cooper is named twice"),
        ("/for Kemp, Chairman", "", "Councillor Kemp is named twice"),
        ("/against Cooper", "! noted it\n/for Cooper", "Councillor Cooper is recorded as voting for already"),
        ("/for Cooper", "! noted it\n/abstain Cooper", "Councillor Cooper is recorded as abstaining already"),
        ("/against Cooper", "/for Cooper", "Councillor Cooper is recorded as voting for already"),
        ("/for Cooper, Kemp", "! noted it\n/vote 1 3", "1 for, but 2 are for by name"),
        ("/against Cooper", "! noted it\n/vote all", "the vote was unanimous: nobody voted against"),
        ("/for rest", "/for all", "“rest” is nobody: all are named already"),
    ],
)
def test_who_cannot_be_counted_says_why(typed: str, above: str, doubt: str) -> None:
    entry = entry_of(typed, f"{ABOVE}\n{above}")
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, typed, doubt)


def test_who_left_or_withdrew_cannot_vote_and_who_came_can() -> None:
    assert entry_of("/for Cooper", f"{HERE}\n/out Cooper").doubt == "Councillor Cooper is not present"
    assert entry_of("/for Hackwell", f"{HERE}\n/in Hackwell").doubt == ""
    withdrew = f"{HERE}\n/interest Cooper dpi 5: his land, withdrew\n/5\n! noted it"
    assert entry_of("/for Cooper", withdrew).doubt == "Councillor Cooper withdrew from item 5"
    assert entry_of("/vote 4", withdrew).doubt == "4 votes, but 3 members are here and may vote"
    assert entry_of("/for Cooper", f"{withdrew}\n/6\n! noted it").doubt == ""


def test_before_attendance_is_taken_only_who_sent_apologies_is_absent() -> None:
    assert entry_of("/for Cooper", "/apologies Hackwell").doubt == ""
    assert entry_of("/for Hackwell", "/apologies Hackwell").doubt == "Councillor Hackwell is not present"


def test_a_voter_has_another_vote_on_the_next_question() -> None:
    voted = f"{AMENDED}\n/for Cooper\n/vote 1 3"
    assert entry_of("/against Cooper", f"{voted}\n/vote 3 1").doubt == ""
    assert entry_of("/for Cooper", f"{ABOVE}\n! noted it\n/for Cooper\n! agreed it").doubt == ""


def test_rest_are_those_whom_the_vote_has_not_named() -> None:
    roll = f"{MOTION}\n/roll\n/for Kemp, Cooper"
    assert names_of(entry_of("/abstain rest", roll)) == ["Councillor Howcroft-Scott", "Councillor Johnson"]


# -- what it comes to, under the line -----------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "above", "hints"),
    [
        ("/vote 3 1", MOTION, ["carries the motion 3–1"]),
        ("/vote 3 0 1", f"{ABOVE}\n! noted it", ["carries the decision 3–0, 1 abstaining"]),
        ("/vote 1 3", AMENDED, ["the amendment is lost 1–3"]),
        ("/vote 3 1", f"{AMENDED}\n/vote 1 3", ["carries the motion 3–1"]),
        ("/vote 2 2", MOTION, ["2–2: a tie, /casting decides", "on the motion"]),
        ("/vote all", MOTION, ["carries the motion unanimously"]),
        ("/vote lost", MOTION, ["the motion is lost"]),
        ("/vote carried", f"{ABOVE}\n/previous", ["carries the minutes"]),
        (
            "/casting for",
            f"{MOTION}\n/vote 2 2",
            ["carries the motion on the casting vote", "by Councillor Kemp"],
        ),
        ("/roll", AMENDED, ["a recorded vote on the amendment", "4 of 4 still to name"]),
        ("/for Kemp", f"{MOTION}\n/roll", ["votes for Councillor Kemp", "3 of 4 still to name"]),
        ("/against rest", f"{MOTION}\n/roll\n/for Kemp", ["votes against 3", "the motion is lost 1–3"]),
        ("/for Kemp", MOTION, ["votes for Councillor Kemp", "on the motion"]),
    ],
)
def test_the_meaning_under_the_line(typed: str, above: str, hints: list[str]) -> None:
    found = [hint.text for hint in reading_of(typed, above).hints]
    three = "Councillor Cooper, Councillor Howcroft-Scott and Councillor Johnson"
    assert found == [hint.replace("against 3", f"against {three}") for hint in hints]


# -- the Roll screen ----------------------------------------------------------------------------


def council() -> MeetingRecord:
    return taken("/present all\n! that the budget be approved", prepared(COUNCIL))


def test_a_roll_of_thirty_four_is_recorded_as_a_clerk_would_type_it() -> None:
    sitting = Sitting(council())
    votes: dict[int, Kind | None] = dict.fromkeys(range(1, 21), Kind.FOR)
    votes |= dict.fromkeys(range(21, 31), Kind.AGAINST)
    votes |= dict.fromkeys(range(31, 34), Kind.ABSTAIN) | {34: None}
    act = roll_act(sitting, votes)
    assert [entry.source for entry in act.entries] == [
        "/roll",
        f"/for {names(0, 20)}",
        f"/against {names(20, 30)}",
        f"/abstain {names(30, 33)}",
        "/vote 20 10 3 1",
    ]
    assert act.entries == read_lines("\n".join(entry.source for entry in act.entries), sitting).act.entries


def test_a_roll_that_was_begun_is_gone_on_with() -> None:
    record = taken(f"/present all\n! that it be so\n/roll\n/for {names(0, 30)}", prepared(COUNCIL))
    sitting = Sitting(record)
    act = roll_act(sitting, dict.fromkeys(range(31, 35), Kind.AGAINST))
    assert [entry.source for entry in act.entries] == [f"/against {names(30, 34)}", "/vote 30 4 0 0"]


def test_a_roll_after_the_count_adds_no_second_count() -> None:
    sitting = Sitting(taken("/present all\n! that it be so\n/vote 34 0", prepared(COUNCIL)))
    act = roll_act(sitting, dict.fromkeys(range(1, 35), Kind.FOR))
    assert [entry.source for entry in act.entries] == ["/roll", f"/for {names(0, 34)}"]
    assert act.entries[1].people[33].person_id == 34
