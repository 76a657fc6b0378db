"""What is on the floor: which line belongs to which motion, and what becomes of each."""

from __future__ import annotations

from dataclasses import replace

from minutes.floor import Fate, Floor, Proposal, Tally
from minutes.sitting import Sitting
from storage.records import Entry, Kind, MeetingRecord, Named, NewEntry, Part
from tests.minutes.meetings import taken

ALL = "/present all"  # five members
MOTION = "/move Cooper, Kemp: that we go"
AMENDED = f"{MOTION}\n/amend Johnson, Hackwell: to stay"


def floor_of(record: MeetingRecord) -> Floor:
    return Sitting(record).floor


def proposals(notes: str) -> list[Proposal]:
    """What is put in `notes`, taken under item 5 with everyone present."""
    return floor_of(taken(f"{ALL}\n/5\n{notes}")).proposals


def fates(notes: str) -> list[str]:
    return [proposal.fate.value for proposal in proposals(notes)]


def without(record: MeetingRecord, source: str) -> MeetingRecord:
    """The record after the line `source` was deleted."""
    return replace(record, entries=tuple(entry for entry in record.entries if entry.source != source))


def names(people: tuple[Named, ...]) -> list[str]:
    return [person.name.rpartition(" ")[2] for person in people]


# -- motions and amendments ---------------------------------------------------------------------


def test_a_motion_has_its_mover_and_seconder() -> None:
    (both,) = proposals(MOTION)
    assert (names(both.movers), names(both.seconders), both.fate) == (["Cooper"], ["Kemp"], Fate.OPEN)
    (later,) = proposals("/move Cooper: that we go\n/second Kemp")
    assert (names(later.movers), names(later.seconders)) == (["Cooper"], ["Kemp"])
    (decided,) = proposals("! noted it\n/move Cooper, Kemp\n/vote 4 1")
    assert (names(decided.movers), names(decided.seconders)) == (["Cooper"], ["Kemp"])
    assert decided.tally == Tally(4, 1, 0)


def test_of_two_that_say_the_same_the_last_is_spoken_to() -> None:
    floor, decision = Floor(), NewEntry(Kind.DECISION, "! noted it", "noted it")
    moved = NewEntry(Kind.SECOND, "/second Kemp", people=(Named(Part.SECONDER, "Kemp"),))
    for line in (decision, decision, moved):
        floor.follow(line, (), True, 5)
    assert [names(proposal.seconders) for proposal in floor.proposals] == [[], ["Kemp"]]


def test_the_first_vote_under_an_amendment_is_the_amendments() -> None:
    motion, amendment = proposals(f"{AMENDED}\n/vote 2 3")
    assert (motion.fate, amendment.fate, motion.amended) == (Fate.OPEN, Fate.LOST, False)
    assert amendment.amends is motion
    motion, amendment = proposals(f"{AMENDED}\n/vote 3 2\n/vote all")
    assert (motion.fate, amendment.fate, motion.amended) == (Fate.CARRIED, Fate.CARRIED, True)
    assert amendment.amends is motion


def test_votes_and_what_becomes_of_them() -> None:
    assert fates(f"{MOTION}\n/vote 3 2") == ["carried"]
    assert fates(f"{MOTION}\n/vote 2 3") == ["lost"]
    assert fates(f"{MOTION}\n/vote 0 0 5") == ["tied"]
    assert fates(f"{MOTION}\n/vote") == ["carried"]
    assert fates(f"{MOTION}\n/vote lost") == ["lost"]
    assert fates(f"{MOTION}\n/vote all") == ["carried"]
    assert fates(f"{MOTION}\n/withdraw") == ["withdrawn"]
    assert fates("! noted it") == ["carried"]
    assert fates("/previous\n/vote 2 3") == ["lost"]


def test_a_tie_waits_for_the_casting_vote() -> None:
    (motion,) = proposals(f"{MOTION}\n/vote 2 2")
    assert motion.tied
    assert fates(f"{MOTION}\n/vote 2 2\n/casting for") == ["carried"]
    assert fates(f"{AMENDED}\n/vote 2 2\n/casting against\n/vote 4 0") == ["carried", "lost"]


def test_what_is_withdrawn_leaves_what_was_before_the_meeting_without_it() -> None:
    assert fates(f"{AMENDED}\n/withdraw\n/vote 5 0") == ["carried", "withdrawn"]
    assert fates(f"{AMENDED}\n/withdraw\n/withdraw") == ["withdrawn", "withdrawn"]


def test_a_motion_waits_until_its_item_is_taken_again() -> None:
    record = taken(f"{ALL}\n/5\n{MOTION}\n/6\n! noted it\n/vote 4 1\n/5\n/vote 2 3")
    assert [each.fate for each in floor_of(record).proposals] == [Fate.LOST, Fate.CARRIED]
    assert Sitting(taken(f"{ALL}\n/5\n{MOTION}\n/6")).floor.motion is None


# -- votes by name ------------------------------------------------------------------------------


def test_names_belong_to_what_was_voted_on_last() -> None:
    motion, amendment = proposals(f"{AMENDED}\n/vote 2 3\n/for Cooper\n/vote 4 1\n/against Johnson")
    assert list(amendment.by_name.values()) == [Kind.FOR]
    assert list(motion.by_name.values()) == [Kind.AGAINST]


def test_a_recorded_vote_names_everyone_who_may_vote() -> None:
    (half,) = proposals(f"{MOTION}\n/roll\n/for Cooper, Kemp")
    assert (half.fate, len(half.unnamed), half.tally) == (Fate.OPEN, 3, Tally(2, 0, 0))
    (whole,) = proposals(f"{MOTION}\n/roll\n/for Cooper, Kemp\n/against Johnson\n/abstain rest")
    assert (whole.fate, whole.unnamed, whole.tally) == (Fate.CARRIED, (), Tally(2, 1, 2))


def test_the_figures_of_a_recorded_vote_stand_above_or_below_its_names() -> None:
    called = "/roll\n/for Cooper, Kemp\n/against Johnson"
    for notes in (f"/vote 2 1 0 2\n{called}", f"{called}\n/vote 2 1 0 2"):
        (motion,) = proposals(f"{MOTION}\n{notes}")
        assert (motion.fate, motion.unnamed, motion.over) == (Fate.CARRIED, (), {})
        assert motion.counted == Tally(2, 1, 0, 2)
    (short,) = proposals(f"{MOTION}\n/vote 3 1 0 1\n{called}")
    assert (short.over, len(short.unnamed)) == ({Kind.FOR: -1}, 2)


def test_figures_that_are_its_names_state_the_totals_of_a_whole_recorded_vote() -> None:
    roll = f"{AMENDED}\n/roll\n/for Cooper, Kemp\n/against rest"
    motion, amendment = proposals(f"{roll}\n/vote 2 3 0 0")
    assert (motion.fate, amendment.counted) == (Fate.OPEN, Tally(2, 3, 0, 0))
    motion, amendment = proposals(f"{roll}\n/vote 4 1")
    assert (motion.counted, amendment.counted) == (Tally(4, 1, 0), None)


# -- lines moved, changed or taken out later ----------------------------------------------------


def test_a_second_vote_that_ends_up_under_one_motion_stands_beside_the_first() -> None:
    record = taken(f"{ALL}\n/5\n{AMENDED}\n/vote 2 3\n/vote 4 1")
    amendment = next(entry for entry in record.entries if entry.kind is Kind.AMENDMENT)
    (motion,) = floor_of(without(record, amendment.source)).proposals
    assert motion.counted == Tally(2, 3, 0)
    assert [line.counts for line in motion.surplus] == [(4, 1)]


def test_a_line_whose_motion_is_gone_belongs_to_nothing() -> None:
    record = taken(f"{ALL}\n/5\n{MOTION}\n/second Johnson\n/vote 2 2\n/casting for\n/withdraw")
    bare = floor_of(without(record, MOTION))
    assert bare.proposals == []
    assert [bare.of(entry.id) for entry in record.entries] == [None] * len(record.entries)


def test_the_first_word_on_a_voter_stands() -> None:
    record = taken(f"{ALL}\n/5\n{MOTION}\n/for Cooper\n/against Johnson")
    cooper = (Named(Part.NAMED, "Councillor Cooper", 2),)
    changed = [replace(each, people=cooper) if each.kind is Kind.AGAINST else each for each in record.entries]
    (motion,) = floor_of(replace(record, entries=tuple(changed))).proposals
    assert (motion.by_name, motion.twice) == ({2: Kind.FOR}, (2,))


def test_who_could_vote_is_judged_when_it_was_decided() -> None:
    record = taken(f"/present Kemp, Cooper\n/5\n{MOTION}\n/in Johnson\n/vote 2 1\n/out Johnson")
    (motion,) = floor_of(record).proposals
    assert motion.voters == (1, 2, 4)


def test_the_lines_of_a_motion_lead_to_it() -> None:
    record = taken(f"{ALL}\n/5\n{AMENDED}\nA note.\n/vote 2 3\n/vote 4 1")
    floor = floor_of(record)
    motion, amendment = floor.proposals
    about = {entry.source: floor.of(entry.id) for entry in record.entries}
    assert (about["/vote 2 3"], about["/vote 4 1"], about["A note."]) == (amendment, motion, None)
    sources = {entry.id: entry.source for entry in record.entries}
    assert [sources[line] for line in motion.lines] == [MOTION, "/vote 4 1"]


def test_a_copy_goes_on_alone() -> None:
    sitting = Sitting(taken(f"{ALL}\n/5\n{MOTION}"))
    copy = sitting.copy()
    copy.follow(Entry(99, Kind.VOTE, "/vote 4 1", counts=(4, 1)))
    assert copy.floor.proposals[0].fate is Fate.CARRIED
    assert sitting.floor.proposals[0].fate is Fate.OPEN
    assert sitting.floor.of(99) is None
