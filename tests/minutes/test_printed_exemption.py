"""The exclusion of the press and public in print, and what is half exempt: nothing wrong, nothing told."""

from __future__ import annotations

import pytest

from minutes.document import Heading, Point
from minutes.layouts import build
from minutes.wording.exemption import excluded
from storage.records import MeetingRecord
from tests.minutes.meetings import printed, said_in, shown, taken

HERE = "/present all\n"
LEFT_OUT = "By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972."
MOVED = "It was moved by Councillor Cooper that it be so."


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("1", "information relating to any individual"),
        ("2", "information which is likely to reveal the identity of an individual"),
        (
            "3",
            "the financial or business affairs of any particular person (including the",
        ),
        (
            "4",
            "any labour relations matter arising between the authority or a Minister",
        ),
        ("5", "a claim to legal professional privilege could be maintained in legal proceedings"),
        ("6", "(b) to make an order or direction under any enactment"),
        ("7", "the prevention, investigation or prosecution of crime"),
    ],
)
def test_the_resolution_has_the_paragraphs_own_words(paragraph: str, words: str) -> None:
    said = excluded(paragraph, "this item", "The Committee", "RESOLVED")
    section = "section 100A(4) of the Local Government Act 1972"
    assert said.startswith(
        f"RESOLVED that under {section} the press and public be excluded from the meeting for"
    )
    assert (
        f"as defined in paragraph {paragraph} of Part 1 of Schedule 12A to the Act, namely information"
        in said
    )
    assert words in said
    assert (
        "the public interest in maintaining the exemption outweighs the public interest in disclosing" in said
    )


def test_several_paragraphs_are_named_together() -> None:
    said = excluded("1,2", "this item", "The Committee", "AGREED")
    assert "as defined in paragraphs 1 and 2 of Part 1" in said
    assert "relating to any individual and information which is likely to reveal" in said


def test_the_resolution_on_another_item_is_public_and_its_reason_is_not() -> None:
    record = taken("/5\n/exempt 6 3; the price is being negotiated\n/6\nThe price.")
    (said,) = said_in(build(record))[1:2]
    assert "be excluded from the meeting for agenda item 6 (Land), on the grounds" in said
    assert "negotiated" not in str(build(record))
    assert said_in(build(record, restricted=True))[1] == f"{said} Reason: The price is being negotiated."


def test_in_the_item_itself_the_resolution_is_for_the_restricted_copy() -> None:
    record = taken("/7\n/exempt 3; the price is being negotiated\nThe price.")
    assert said_in(build(record)) == ["# 7 Transport", LEFT_OUT]
    restricted = said_in(build(record, restricted=True))
    assert restricted[1] == LEFT_OUT
    assert "excluded from the meeting for this item, on the grounds" in restricted[2]
    assert restricted[3] == "The price."


# -- proposals of which some is exempt -------------------------------------------------------------


def test_of_a_public_motion_voted_on_in_private_only_the_motion_is_public() -> None:
    private = "/exempt 3\n/second Kemp\n/vote 2 2\n/public"
    notes = f"{HERE}/move Cooper: that it be so\n{private}\n/casting for\n/for Johnson\nMore."
    assert printed(notes) == [MOVED, LEFT_OUT, "More."]
    assert printed(notes, restricted=True)[0] == (
        "It was moved by Councillor Cooper and seconded by Councillor Kemp that it be so."
    )


def test_a_public_vote_on_an_exempt_motion_is_told_of_nothing_else() -> None:
    notes = f"{HERE}! noted the report\n/exempt 3\n/move Cooper: that it be sold\n/public\n/vote 4 1"
    assert printed(notes) == ["The Committee noted the report.", LEFT_OUT]
    assert printed(notes, restricted=True)[-1] == "The motion was carried: four in favour, one against."


def test_a_motion_amended_in_private_does_not_say_so() -> None:
    private = "/exempt 3\n/amend Kemp: to sell it\n/vote all\n/public"
    notes = f"{HERE}/move Cooper: that it be so\n{private}\n/vote all"
    assert printed(notes) == [MOVED, LEFT_OUT, "The motion was carried unanimously."]
    assert printed(notes, restricted=True)[-1] == "The motion, as amended, was carried unanimously."


def test_who_was_heard_of_in_private_alone_is_not_listed_as_not_voting() -> None:
    notes = (
        "/present Kemp, Cooper\n/exempt 3\n/present Smith\n/public\n! noted it\n/roll\n/for Kemp, Cooper\n"
        "/vote 2 0 0 1"
    )
    assert "• Not voting (1)" in printed(notes)
    assert "• Not voting (1): Councillor Smith" in printed(notes, restricted=True)


# -- what is left to put right ---------------------------------------------------------------------


def test_a_draft_of_a_closed_meeting_ends_with_what_to_put_right() -> None:
    taken_in_order = "/1\n/5\n? audits\n/6\nLand.\n/7\n@Clerk: sell it"
    record = taken(f"/present Kemp\n{taken_in_order}\n/nextmeeting 1 October 2019\n/close 8pm")
    assert closing(record) == [
        "Item 5: neither reply nor action to “? audits”: > and the reply, or @",
        "More is listed in the restricted copy.",
    ]
    assert "action 1/2019 has no date" in closing(record, restricted=True)[1]


def test_why_a_line_is_doubted_is_for_the_restricted_copy() -> None:
    record = taken(f"{HERE}/5\n/nonsense\n/nextmeeting 1 October 2019\n/1\n/6\n/7\n/close 8pm")
    assert closing(record) == ["Item 5: to check: “/nonsense”"]
    assert closing(record, restricted=True)[0].startswith("Item 5: to check: “/nonsense” is no")


def test_minutes_that_are_in_order_or_still_being_taken_end_where_they_are_signed() -> None:
    notes = f"{HERE}/1\n/5\n/6\n/7\n/nextmeeting 1 October 2019"
    assert closing(taken(f"{notes}\n/close 8pm")) == []
    assert closing(taken(f"{HERE}/5\n/nonsense")) == []


def closing(record: MeetingRecord, *, restricted: bool = False) -> list[str]:
    """What is listed after the place where the minutes are signed."""
    tree = build(record, restricted=restricted)
    heading = Heading("To put right before these minutes are approved")
    listed = tree.blocks[tree.blocks.index(heading) + 1 :] if heading in tree.blocks else ()
    return [shown(block).removeprefix("• ") for block in listed if isinstance(block, Point)]
