"""What a body was promised, as it stands at each point of a meeting, and which of it a text names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.promises import Promises, deferral_doubt
from minutes.references import Reference, references_in
from minutes.shorthand import read
from minutes.sitting import Sitting
from minutes.themes import near_theme
from storage.records import ActionState, Progress
from tests.minutes.board import in_december, in_july, sat
from tests.minutes.meetings import taken

# -- which of it a text names ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("/report 4 on course", ["4"]),
        ("  /DONE 4/2019, p2 and 7: all", ["4/2019", "p2", "7"]),
        ("/5\n/defer 4, 6 June waiting\n/rate p1 B2", ["4", "p1"]),
        ("- p4: new words\r\n- 2. p5/2019: more", ["p4", "p5/2019"]),
        ("/drop P3 late; /done 4", ["p3"]),
        ("/done 4 p2  P3 5", ["4", "p2", "p3"]),
        ("A note on 4/2019.\n/reports 4\n-- p4: x\n@Clerk: ask 4\n/5", []),
        ("/report", []),
    ],
)
def test_what_has_to_be_looked_up_before_a_text_is_read(text: str, references: list[str]) -> None:
    assert [str(reference) for reference in references_in(text)] == references


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        (Reference(4), "action 4"),
        (Reference(4, 2019), "action 4/2019"),
        (Reference(2, None, True), "priority p2"),
    ],
)
def test_a_reference_in_words(reference: Reference, words: str) -> None:
    assert reference.words == words


# -- as it stands at a point of the meeting -------------------------------------------------------

NOTES = "/1\n/report 1 begun\n/defer 1 20 January\n/done 1 at last"


@pytest.mark.parametrize(
    ("before", "state", "due"),
    [
        (1002, "open", date(2020, 9, 30)),
        (1003, "in progress", date(2020, 9, 30)),
        (1004, "in progress", date(2021, 1, 20)),
        (None, "done", date(2021, 1, 20)),
    ],
)
def test_a_line_put_into_the_midst_of_a_record_finds_it_as_it_stood_there(
    before: int | None, state: str, due: date
) -> None:
    record = in_december(NOTES)
    standing = Sitting(record, before=before).promises.standing(1)
    assert (standing.state, standing.due) == (state, due)


def test_what_was_heard_elsewhere_counts_as_far_as_it_was_heard_before() -> None:
    record = in_december(NOTES)
    (first, *others) = record.promises
    before = Progress(1, rating="B2", id=1, on=date(2020, 12, 14))
    after = Progress(1, rating="A1", id=2, on=date(2020, 12, 15))
    first = replace(first, progress=(before, *first.progress, after))
    promises = Sitting(replace(record, promises=(first, *others)), before=1002).promises
    assert (promises.standing(1).rating, promises.standing(1).state) == ("B2", ActionState.OPEN)


def test_what_is_promised_here_is_known_from_its_line_on() -> None:
    record = in_december("/1\n@Clerk: ask\nA note.")
    for before, found in ((1002, []), (1003, ["6/2020"])):
        promises = Sitting(record, before=before).promises
        assert [action.reference for action in promises.find(Reference(6))] == found
        assert ("6/2020" in [action.reference for action in promises.owed]) is bool(found)


def test_what_is_owed_is_what_was_neither_done_nor_dropped() -> None:
    promises = sat("/done 1\n/drop p6 it was covered elsewhere\n/report 2 nothing new").promises
    owed = [action.reference for action in promises.owed]
    assert len(owed) == 9
    assert not {"1/2020", "p6/2020"} & set(owed)
    assert [promises.is_heard(action_id) for action_id in (1, 2, 3)] == [True, True, False]


def test_a_copy_hears_what_the_first_does_not() -> None:
    sitting = sat()
    (entry,) = read("/done 1", sitting).act.entries
    other = sitting.copy()
    other.follow(entry)
    assert (other.promises.standing(1).is_open, sitting.promises.standing(1).is_open) == (False, True)
    assert (other.promises.closed_on(1), sitting.promises.closed_on(1)) == (date(2020, 12, 14), None)


HEARD = """\
/report 1 x
/done 1
/drop 1 x
/defer 1 2w
/defer 1 20 March
/defer 1 in due course
/rate 1 B2
- p1: y
/priorities Z:
/report p1 x
/done p1, 1
A note."""
LINES = st.lists(st.sampled_from(HEARD.split("\n")), max_size=8)


@settings(max_examples=30, deadline=None)
@given(LINES)
def test_the_sitting_and_the_history_come_to_the_same(lines: list[str]) -> None:
    """Line by line as typed, and folded from the record as it was kept."""
    notes = "\n".join(["/1", *lines])
    record, typed = in_december(notes), sat(notes).promises
    kept = Sitting(record).promises
    for action in record.promises:
        assert typed.standing(action.id) == kept.standing(action.id) == action.standing
        assert typed.is_heard(action.id) == kept.is_heard(action.id)
        assert (kept.closed_on(action.id) is None) is action.is_open
    assert {action.id for action in kept.owed} == {action.id for action in record.promises if action.is_open}
    assert typed.listing == kept.listing


# -- lists under review ---------------------------------------------------------------------------


def test_a_review_knows_what_was_heard_of_its_list() -> None:
    assert [review.heard for review in sat().promises.plans] == [frozenset()]
    (review,) = sat("/report p1 well\n/rate p3 B2").promises.plans
    assert (len(review.priorities), review.heard) == (6, frozenset({6, 8}))


def test_a_list_agreed_here_is_not_reviewed_here() -> None:
    assert Promises(taken("/5\n/priorities Plan:\n- One\n- Two")).plans == ()


# -- deferrals and themes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "doubt"),
    [
        (None, ""),
        (date(2020, 10, 1), ""),
        (date(2020, 7, 16), ""),
        (date(2020, 9, 30), "it is due on 30 September 2020 already"),
        (date(2020, 7, 15), "15 July 2020 is not after 15 July 2020: write a later date"),
        (date(2019, 7, 15), "15 July 2019 is not after 15 July 2020: write a later date"),
    ],
)
def test_why_something_cannot_be_put_off(to: date | None, doubt: str) -> None:
    standing = in_july().actions[0].standing
    assert deferral_doubt(standing, to, date(2020, 7, 15)) == doubt


@pytest.mark.parametrize(
    ("theme", "near"),
    [
        ("Qualty", "Quality"),
        ("qualtiy", "Quality"),
        ("Quality", ""),
        ("early-hlep", "Early Help"),
        ("early-help", ""),
        ("Qualt", ""),
        ("HS", ""),
        ("Communication", ""),
        ("x" * 20_000, ""),
    ],
)
def test_the_theme_that_a_misspelt_one_was_meant_for(theme: str, near: str) -> None:
    assert near_theme(theme, ("Quality", "Early Help", "HR")) == near
