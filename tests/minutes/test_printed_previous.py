"""The last minutes in print: agreed by a vote, corrected, of a day that was said."""

from __future__ import annotations

import pytest

from minutes.wording.proceedings import previous_minutes
from tests.minutes.meetings import printed

AGREED = "The minutes of the meeting held on 2 July 2019 were agreed as a correct record"
SIGNED = "signed by the Chairman."


@pytest.mark.parametrize("quotes", ['"{}"', "“{}”"])
def test_corrections_are_told_with_what_is_amended(quotes: str) -> None:
    old, new = quotes.format("September 2020"), quotes.format("September 2019")
    assert printed(f"/previous with corrections: {old} to {new}") == [
        f"{AGREED}, subject to 'September 2020' being amended to read 'September 2019', and {SIGNED}"
    ]


def test_several_corrections_and_words_with_quotation_marks_of_their_own() -> None:
    corrections = (("the Clerk's report", "the report"), ("nine", "ten"), ("twice", ""))
    assert previous_minutes(None, "Chair", corrections) == (
        'The minutes of the last meeting were agreed as a correct record, subject to "the Clerk\'s report" '
        "being amended to read 'the report', 'nine' being amended to read 'ten' and 'twice' being deleted, "
        "and "
        "signed by "
        "the Chair."
    )


def test_approved_by_a_vote_with_mover_and_seconder() -> None:
    assert printed("/present all\n/previous\n/move Cooper, Kemp\n/vote 4 0 1") == [
        f"{AGREED} and {SIGNED}",
        "Proposed by Councillor Cooper, seconded by Councillor Kemp; four in favour, one abstention.",
    ]
