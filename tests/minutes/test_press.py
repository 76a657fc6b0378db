"""Approved minutes set in print: as approved, as they were before corrections, public and restricted."""

from __future__ import annotations

from dataclasses import replace

from minutes.formats.text import write
from minutes.press import press
from minutes.trees import from_text
from storage.records import MeetingState, Tree
from tests.minutes.meetings import taken

RECORD = taken(
    "/open 6.30pm\n/present Kemp\n/5\nThe report was due in September 2020.\n/nonsense\n/7\nThe "
    "price.\n/close 8pm"
)


def test_minutes_agreed_as_they_are_have_one_version_public_and_restricted() -> None:
    trees = press(RECORD, ())
    assert [(tree.version, tree.restricted) for tree in trees] == [(1, False), (1, True)]
    public, restricted = map(page, trees)
    assert "September 2020" in public
    assert "The price." not in public
    assert "The price." in restricted
    assert restricted.split()[0] == "RESTRICTED"


def test_approved_minutes_have_nothing_of_a_draft() -> None:
    assert RECORD.meeting.state is MeetingState.DRAFT
    for paper in map(page, press(RECORD, ())):
        assert "DRAFT" not in paper
        assert "nonsense" not in paper
        assert "To put right" not in paper


def test_with_corrections_the_first_version_is_as_they_were_and_the_second_as_approved() -> None:
    trees = press(RECORD, (("September 2020", "September 2019"), ("The price", "The offer")))
    assert [(tree.version, tree.restricted) for tree in trees] == [
        (1, False),
        (1, True),
        (2, False),
        (2, True),
    ]
    before, _, after, restricted = map(page, trees)
    assert before == page(press(RECORD, ())[0])
    assert after == before.replace("September 2020", "September 2019")
    assert "The offer." in restricted


def test_the_same_record_gives_the_same_text() -> None:
    assert press(RECORD, ()) == press(replace(RECORD), ())


def page(tree: Tree) -> str:
    return write(from_text(tree.text))
