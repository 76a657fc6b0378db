"""Quorums as bodies write them, and what a meeting makes of them while people come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.quorum import quorum_doubt, quorum_of
from minutes.sitting import Sitting
from storage.records import MeetingRecord
from tests.minutes.meetings import prepared, taken
from tests.minutes.reader import sitting_after


def meeting_with(quorum: str) -> MeetingRecord:
    record = prepared()
    return replace(record, body=replace(record.body, quorum=quorum))


@pytest.mark.parametrize(
    ("text", "members", "quorum"),
    [
        ("3", 5, 3),
        ("three", 5, 3),
        ("3 members", 5, 3),
        ("1/4", 5, 2),
        ("1/3", 9, 3),
        ("one quarter of the members", 12, 3),
        ("a third", 10, 4),
        ("half", 7, 4),
        ("50%", 7, 4),
        ("as the Act says", 7, None),
        ("", 7, None),
    ],
)
def test_a_quorum_is_a_number_or_a_part_of_the_members(text: str, members: int, quorum: int | None) -> None:
    assert quorum_of(text, members) == quorum
    assert quorum_doubt(text) == "" or text == "as the Act says"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("0", "“0” would be a quorum of nobody: write it as 3, 1/4 or half"),
        ("0%", "“0%” would be a quorum of nobody: write it as 3, 1/4 or half"),
        ("0/4", "“0/4” would be a quorum of nobody: write it as 3, 1/4 or half"),
        ("5/4", "“5/4” is more than all members: write it as 3, 1/4 or half"),
        ("five quarters", "“five quarters” is more than all members: write it as 3, 1/4 or half"),
        ("150 per cent", "“150 per cent” is more than all members: write it as 3, 1/4 or half"),
        ("1/0", "“1/0” cannot be read as a quorum: write it as 3, 1/4 or half"),
        ("as the Act says", "“as the Act says” cannot be read as a quorum: write it as 3, 1/4 or half"),
    ],
)
def test_a_quorum_that_cannot_be_is_told_and_none_is_watched(text: str, doubt: str) -> None:
    assert quorum_doubt(text) == doubt
    assert quorum_of(text, 8) is None
    assert Sitting(meeting_with(text)).quorate


def test_a_part_of_the_members_follows_who_is_a_member() -> None:
    record = meeting_with("1/4")
    assert Sitting(record).quorum == 2
    more = "\n".join(f"/present New Person{letter}" for letter in "ABCD")
    assert sitting_after(more, record).quorum == 3


def test_nobody_is_missed_before_attendance_is_taken() -> None:
    record = meeting_with("3")
    assert sitting_after("/open 6pm\n/in Hackwell 6.10pm", record).quorate
    assert not sitting_after("/present Kemp, Cooper", record).quorate
    assert not sitting_after("/apologies Kemp, Cooper, Johnson", record).quorate


def test_the_quorum_follows_who_comes_who_goes_and_who_withdraws() -> None:
    record = meeting_with("3")
    here = "/present Kemp, Cooper, Johnson"
    assert sitting_after(here, record).quorate
    assert not sitting_after(f"{here}\n/out Kemp", record).quorate
    assert sitting_after(f"{here}\n/out Kemp\n/in Hackwell", record).quorate
    assert sitting_after("/sub Doe for Hackwell\n/present Kemp, Cooper", record).quorate
    declared = f"{here}\n/interest Cooper dpi 6: his land, withdrew"
    assert sitting_after(f"{declared}\n/5", record).quorate
    assert not sitting_after(f"{declared}\n/6", record).quorate
    assert sitting_after(f"{declared}\n/6\n/7", record).quorate


def test_the_public_and_officers_make_no_quorum() -> None:
    record = meeting_with("3")
    assert not sitting_after("/present Kemp, Cooper\n/attending Clerk\n/in Mr Brown", record).quorate


def test_a_decision_taken_before_the_meeting_is_quorate_is_known_by_its_line() -> None:
    record = taken("/present Kemp, Cooper\n/5\n! noted it\n/in Hackwell\n! agreed it", meeting_with("3"))
    first, second = (entry.id for entry in record.entries if entry.kind.value == "decision")
    assert not Sitting(record, before=first).quorate
    assert Sitting(record, before=second).quorate
