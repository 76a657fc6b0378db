"""What is found of votes as the lines stand now, and of who took part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.checking import Fault, findings
from storage.records import Entry, Kind, Named, Part, ReportPart
from tests.minutes.checked import HERE, SOUND, found, replace_line
from tests.minutes.meetings import prepared, taken

# -- votes ----------------------------------------------------------------------------------------


def test_a_vote_above_those_left_to_vote_is_found() -> None:
    notes = "/present Kemp, Cooper\n/in Johnson\n/5\n! noted the report\n/vote 3 0 0"
    assert found(notes, Fault.VOTE) == []
    assert found(notes, Fault.VOTE, without="/in Johnson") == [
        "Item 5: “/vote 3 0 0” counts 3, but 2 were present and could vote: retype it"
    ]


def test_four_figures_must_come_to_all_who_could_vote() -> None:
    notes = "/present Kemp, Cooper\n/in Johnson\n/5\n! noted the report\n/vote 2 0 0 1"
    assert found(notes, Fault.VOTE) == []
    late = "/present Kemp, Cooper\n/5\n! noted the report\n/vote 1 0 0 1"
    assert found(late, Fault.VOTE) == []
    assert found(notes, Fault.VOTE, without="/in Johnson") == [
        "Item 5: “/vote 2 0 0 1” counts 3, but 2 were present and could vote: retype it"
    ]


def test_before_attendance_is_taken_no_vote_is_above_those_present() -> None:
    assert found("/5\n! noted the report\n/vote 3 0 0", Fault.VOTE) == []


def test_a_motion_never_put_to_the_vote_is_found() -> None:
    notes = f"{HERE}\n/5\n/move Cooper, Kemp: that the report be noted"
    assert found(notes, Fault.VOTE) == [
        "Item 5: the motion “/move Cooper, Kemp: that the report be …” was never put to the vote: "
        "/vote, or /withdraw"
    ]
    assert found(f"{notes}\n/vote 3 1 0", Fault.VOTE) == []
    assert found(f"{notes}\n/withdraw", Fault.VOTE) == []
    assert len(found(f"{notes}\n/amend Johnson, Kemp: to add thanks\n/vote lost", Fault.VOTE)) == 1


def test_an_amendment_never_put_to_the_vote_is_found() -> None:
    notes = f"{HERE}\n/5\n/move Cooper, Kemp: that it be noted\n/amend Johnson, Kemp: to add thanks"
    assert "the amendment “/amend" in found(notes, Fault.VOTE)[-1]


def test_a_tie_asks_for_the_casting_vote() -> None:
    notes = f"{HERE}\n/5\n/move Cooper, Kemp: that it be noted\n/vote 2 2 0"
    (words,) = found(notes, Fault.VOTE)
    assert words.endswith("was tied: /casting for, or /casting against")
    assert found(f"{notes}\n/casting for", Fault.VOTE) == []


def test_a_casting_vote_without_a_tie_any_more_is_found() -> None:
    notes = f"{HERE}\n/5\n! noted it\n/vote 2 2 0\n/casting for"
    assert found(notes, Fault.VOTE) == []
    assert found(notes, Fault.VOTE, without="/vote 2 2 0") == [
        "Item 5: “/casting for” once more on “! noted it”, which was settled above: delete it"
    ]


def test_something_recorded_as_decided_that_was_lost_is_found() -> None:
    assert found(f"{HERE}\n/5\n! noted the report\n/vote 1 3", Fault.VOTE) == [
        "Item 5: “! noted the report” is recorded as decided, but its vote was lost: retype it as /move"
    ]
    assert found(f"{HERE}\n/5\n/move Cooper, Kemp: that it be noted\n/vote 1 3", Fault.VOTE) == []


@pytest.mark.parametrize(("vote", "fate"), [("/vote 1 3", "lost"), ("/withdraw", "withdrawn")])
def test_an_action_in_a_motion_that_fell_is_found(vote: str, fate: str) -> None:
    moved = f"{HERE}\n/5\n/move Cooper, Kemp: that the @Clerk sell the van by Friday\n"
    assert found(f"{moved}{vote}", Fault.ACTION) == [
        "Item 5: action 1/2019 stands, though “/move Cooper, Kemp: that the @Clerk sel…” "
        f"was {fate}: retype it without the @"
    ]
    assert found(f"{moved}/vote 3 1", Fault.ACTION) == []
    assert found(f"{moved}/vote 2 2", Fault.ACTION) == []


def test_a_second_vote_is_found_once_what_was_between_is_gone() -> None:
    notes = f"{HERE}\n/5\n! noted the report\n/vote 3 1\n! thanked the officers\n/vote 2 1"
    assert found(notes, Fault.VOTE) == []
    assert found(notes, Fault.VOTE, without="! thanked the officers") == [
        "Item 5: a second vote on “! noted the report”, which was settled above: delete it"
    ]


def test_a_vote_whose_motion_is_gone_is_found() -> None:
    notes = f"{HERE}\n/5\n! noted the report\n/vote 3 1"
    assert found(notes, Fault.VOTE, without="! noted the report") == [
        "Item 5: there is nothing above that “/vote 3 1” belongs to: delete it"
    ]


def test_more_names_than_votes_are_found() -> None:
    notes = f"{HERE}\n/5\n! noted the report\n/vote 3 1\n/against Johnson"
    assert found(notes, Fault.VOTE) == []
    twice = replace_line(taken(notes), "/vote 3 1", counts=(4, 0, 0))
    assert [each.words for each in findings(twice) if each.fault is Fault.VOTE] == [
        "Item 5: 0 against “! noted the report”, but 1 by name: retype the figures or the names"
    ]


def test_a_vote_by_name_that_is_not_finished_is_found() -> None:
    notes = f"{HERE}\n/5\n! noted the report\n/roll\n/for Cooper, Kemp\n/against Johnson"
    assert found(notes, Fault.VOTE) == [
        "Item 5: the recorded vote on “! noted the report” is not finished: Councillor Howcroft-Scott to name"
    ]
    assert found(f"{notes}\n/abstain rest", Fault.VOTE) == []


@pytest.mark.parametrize("votes", ["/roll", "/roll\n/vote 3 1", "/vote 3 1\n/roll"])
def test_a_vote_by_name_without_a_name_is_found_once(votes: str) -> None:
    assert found(f"{HERE}\n/5\n! noted the report\n{votes}", Fault.VOTE) == [
        "Item 5: a recorded vote on “! noted the report” was begun, but nobody is named: /for and the names"
    ]


def test_names_that_differ_from_the_totals_of_a_vote_by_name_are_found() -> None:
    notes = f"{HERE}\n/5\n! noted the report\n/vote 3 1\n/roll\n/for Cooper, Kemp\n/against Johnson"
    assert found(notes, Fault.VOTE) == [
        "Item 5: 3 for “! noted the report”, but 2 by name: retype the figures or the names"
    ]
    assert found(f"{notes}\n/for Howcroft-Scott", Fault.VOTE) == []


def test_a_voter_named_twice_is_found() -> None:
    record = taken(f"{HERE}\n/5\n! noted the report\n/for Cooper\n/against Johnson")
    johnson = (Named(Part.NAMED, "Councillor Cooper", 2),)
    twice = replace_line(record, "/against Johnson", people=johnson)
    assert [each.words for each in findings(twice) if each.fault is Fault.VOTE] == [
        "Item 5: Councillor Cooper is named twice in the vote on “! noted the report”: take one out"
    ]


def test_a_unanimous_vote_that_someone_was_against_is_found() -> None:
    record = taken(f"{HERE}\n/5\n! noted the report\n/vote 3 1\n/against Johnson")
    unanimous = replace_line(record, "/vote 3 1", counts=(), text="all")
    assert [each.words for each in findings(unanimous) if each.fault is Fault.VOTE] == [
        "Item 5: “! noted the report” was unanimous, but 1 voted against by name: retype the vote"
    ]


# -- who was there --------------------------------------------------------------------------------


def test_a_decision_taken_below_the_quorum_is_found_whoever_comes_later() -> None:
    notes = "/present Kemp, Cooper\n/5\n! noted the report\n/in Johnson 7pm\n! thanked the officers"
    assert found(notes, Fault.QUORUM, quorum="3") == [
        "Item 5: “! noted the report” was decided below the quorum, with 2 present: "
        "put it again, or add who else was here"
    ]
    assert found(notes, Fault.QUORUM, quorum="2") == []
    assert found(notes, Fault.QUORUM) == []


def test_a_quorum_lost_by_departures_is_found() -> None:
    notes = "/present Kemp, Cooper, Johnson\n/5\n! noted it\n/out Cooper 7pm\n/6\n! sold it"
    (words,) = found(notes, Fault.QUORUM, quorum="1/2")
    assert words.startswith("Item 6: ")


@pytest.mark.parametrize("line", ["/previous", "!= 1", "/move Kemp, Cooper: that it be so\n/vote 2 0"])
def test_adoptions_approvals_and_carried_motions_need_a_quorum_too(line: str) -> None:
    record = prepared()
    part = ReportPart("Recommendation", "1", "The Committee is asked to note it.")
    items = tuple(replace(item, parts=(part,)) for item in record.items)
    record = replace(record, items=items, meeting=replace(record.meeting, quorum="3"))
    below = findings(taken(f"/present Kemp, Cooper\n/5\n{line}", record))
    assert [finding.item_id for finding in below if finding.fault is Fault.QUORUM] == [2]
    enough = findings(taken(f"/present Kemp, Cooper, Johnson\n/5\n{line}", record))
    assert [finding for finding in enough if finding.fault is Fault.QUORUM] == []


def test_a_motion_below_the_quorum_when_it_was_put_is_judged_when_it_is_voted_on() -> None:
    motion = "/present Kemp, Cooper\n/5\n/move Kemp, Cooper: that it be so\n"
    assert found(f"{motion}/in Johnson 7pm\n/vote 3 0", Fault.QUORUM, quorum="3") == []
    assert found(f"{motion}/vote lost", Fault.QUORUM, quorum="3") == []


def test_a_decision_above_all_attendance_is_found() -> None:
    notes = "/5\n! noted the report\n/6\n/present Kemp, Cooper, Johnson"
    assert found(notes, Fault.QUORUM, quorum="3") == [
        "Item 5: “! noted the report” was decided before it was recorded who was present: "
        "move /present above it"
    ]
    assert found(notes, Fault.QUORUM) == []
    assert found("/5\n! noted the report", Fault.QUORUM, quorum="3") == []  # that nobody is says it all


@pytest.mark.parametrize("quorum", ["0", "5/4", "as in standing orders"])
def test_a_quorum_that_cannot_be_read_is_found(quorum: str) -> None:
    (words,) = found(SOUND, Fault.QUORUM, quorum=quorum)
    assert words.startswith(f"The quorum “{quorum}” ")


def test_a_member_who_withdrew_and_took_part_is_found() -> None:
    notes = f"{HERE}\n/5\n! noted it\n/for Cooper\n/6\n! sold it\n/for Cooper"
    assert found(notes, Fault.WITHDRAWN) == []
    record = taken(notes)
    cooper = (Named(Part.NAMED, "Councillor Cooper", 2),)
    declared = Entry(99, Kind.INTEREST, "/interest Cooper dpi 6: a shop withdrew", "a shop", label="dpi",
                     people=cooper, target_id=3, withdrew=True)  # fmt: skip
    early = replace(record, entries=(declared, *record.entries))
    assert [each.words for each in findings(early) if each.fault is Fault.WITHDRAWN] == [
        "Item 6: Councillor Cooper voted, having withdrawn from this item: retype “/for Cooper”"
    ]
    to_land = Entry(98, Kind.ITEM, "/7", target_id=4, item_id=4)
    late = replace(record, entries=(*record.entries, to_land, replace(declared, item_id=4)))
    (finding,) = [each for each in findings(late) if each.fault is Fault.WITHDRAWN]
    assert finding.words == (
        "Item 6: Councillor Cooper took part, having withdrawn by a later line: retype “/for Cooper”"
    )
    assert finding.entry_id == record.entries[-1].id


def test_someone_who_took_part_but_was_not_present_any_more_is_found() -> None:
    notes = "/present Kemp\n/in Cooper\n/5\n! noted it\n/for Cooper"
    assert found(notes, Fault.ABSENT) == []
    assert found(notes, Fault.ABSENT, without="/in Cooper") == [
        "Item 5: Councillor Cooper voted, but was not present: retype “/for Cooper”"
    ]


@pytest.mark.parametrize(
    ("line", "did"),
    [("/move Cooper: that it be so", "moved"), ("/move Kemp, Cooper: that it be so", "seconded")],
)
def test_a_mover_or_seconder_must_have_been_present(line: str, did: str) -> None:
    notes = f"/present Kemp\n/in Cooper\n/5\n{line}\n/vote"
    assert found(notes, Fault.ABSENT) == []
    (words,) = found(notes, Fault.ABSENT, without="/in Cooper")
    assert words.startswith(f"Item 5: Councillor Cooper {did}, but was not present: ")


def test_people_added_on_the_fly_are_listed() -> None:
    assert found("/present Ann Bell\n/5\n/attending Sue Gray", Fault.ADDED) == [
        "Councillor Ann Bell was on no list, and is now a member: is the name right? “/present Ann Bell”",
        "Item 5: Sue Gray was on no list, and is now in attendance: is the name right? “/attending Sue Gray”",
    ]
    assert found("/attending Sue Gray\n/present Kemp\n/5\n/present Sue Gray", Fault.ADDED) == [
        "Sue Gray was on no list, and is now a member: is the name right? “/attending Sue Gray”"
    ]
    assert found("/present Kemp\n/5\n/absent Sue Gray", Fault.ADDED) == [
        "Item 5: Sue Gray was on no list, and is now listed as absent: is the name right? “/absent Sue Gray”"
    ]
    assert found("/present Kemp\n/5\n/attending 9 members of the public", Fault.ADDED) == []


def test_a_meeting_without_attendance_is_found() -> None:
    told = ["Who was present is not recorded: /present and the names"]
    assert found("/open 6.30pm\n/5\n/apologies Hackwell", Fault.ATTENDANCE) == told
    assert found("/5\n/present Cooper", Fault.ATTENDANCE) == []
