"""Corrections made to minutes as they are agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.corrections import corrected, doubt_of, occurrences, publishes, quotes_exempt
from minutes.document import Document, Field, Heading, Paragraph, Point, Table
from minutes.layouts import build
from minutes.style import LAYOUTS
from storage.records import Agreed, Kind, MeetingState, NewEntry
from tests.minutes.meetings import logged, shown, taken

NOTES = """\
/present Kemp, Cooper
/5
The report of September 2020 was introduced.
- Audits: more of them, and more again
@Clerk: write to Ofsted by Friday
/7
The price was 40 pounds."""
RECORD = taken(NOTES)
AGREED = Agreed(RECORD)


def doubt(*corrections: tuple[str, str], agreed: Agreed = AGREED) -> str:
    entry = NewEntry(Kind.PREVIOUS, "/previous", on=date(2019, 9, 3), corrections=corrections)
    return doubt_of(entry, agreed)


def texts(document: Document) -> str:
    return "\n".join((*document.head, *map(shown, document.blocks)))


def test_words_deleted_take_their_space_along_and_a_block_that_held_nothing_else() -> None:
    document = Document("", (), (Paragraph("Twice, twice seen."), Paragraph("twice"), Point("seen twice")))
    assert corrected(document, [("twice", "")]).blocks == (Paragraph("Twice, seen."), Point("seen"))


def test_words_are_corrected_wherever_a_document_has_them() -> None:
    document = Document(
        "old",
        ("old hall",),
        (
            Heading("old"),
            Paragraph("the old one"),
            Point("old", "(1)"),
            Field("Present", ("old", "older")),
            Table((("Payee", "Sum"), ("old", "1"))),
        ),
    )
    assert corrected(document, [("old", "new"), ("the new one", "the new two")]) == Document(
        "old",
        ("new hall",),
        (
            Heading("new"),
            Paragraph("the new two"),
            Point("new", "(1)"),
            Field("Present", ("new", "older")),
            Table((("Payee", "Sum"), ("new", "1"))),
        ),
    )
    assert occurrences(document, "old") == 6


def test_an_action_log_repeats_what_the_minutes_say() -> None:
    minutes = build(RECORD)
    assert len(logged("@Clerk: write to Ofsted by Friday")) == 1
    assert occurrences(minutes, "rite to Ofsted") == 0  # whole words only
    assert occurrences(minutes, "6 September 2019") == 1
    assert occurrences(minutes, "6 Sep 2019") == 1
    assert texts(corrected(minutes, [("Ofsted by", "the Minister by")])).count("the Minister") == 1


def test_words_with_signs_and_breaks_are_found_as_they_stand() -> None:
    document = Document("", (), (Paragraph("It cost £4.50 (four fifty). It cost  £4x50."),))
    assert occurrences(document, "£4.50") == 1
    assert occurrences(document, "It cost £4.50 (four fifty)") == 1
    assert corrected(document, [("£4.50", r"£5\1")]).blocks == (
        Paragraph(r"It cost £5\1 (four fifty). It cost  £4x50."),
    )


def test_a_correction_that_stands_once_is_no_doubt() -> None:
    assert doubt(("September 2020", "September 2019")) == ""
    assert doubt(("more of them", "fewer"), ("fewer, and more", "fewer, then more")) == ""
    assert doubt() == ""


@pytest.mark.parametrize(
    ("old", "why"),
    [
        ("October 2020", "“October 2020” does not stand in the minutes of 3 September 2019"),
        ("eptember 2020", "“eptember 2020” does not stand in the minutes of 3 September 2019"),
        ("more", "“more” stands 2 times in the minutes of 3 September 2019: give more words around it"),
    ],
)
def test_words_that_do_not_stand_or_stand_twice_say_so(old: str, why: str) -> None:
    assert doubt((old, "new")) == why
    assert doubt(("September 2020", "September 2019"), (old, "new")) == why


def test_a_correction_is_held_against_what_those_before_it_made() -> None:
    twice = (("September 2020", "September 2019"), ("September 2020", "September 2018"))
    assert doubt(*twice) == "“September 2020” does not stand in the minutes of 3 September 2019"


def test_what_is_exempt_may_be_corrected_and_what_only_drafts_say_may_not() -> None:
    assert doubt(("40 pounds", "41 pounds")) == ""
    unread = Agreed(taken(f"{NOTES}\n/nonsense here"))
    assert doubt(("nonsense", "sense"), agreed=unread).startswith("“nonsense” does not stand")
    closed = replace(RECORD, meeting=replace(RECORD.meeting, state=MeetingState.CIRCULATED))
    assert doubt(("September 2020", "September 2019"), agreed=Agreed(closed)) == ""


def test_minutes_of_another_body_are_not_this_bodys_to_agree() -> None:
    others = Agreed(None, ("Planning Committee", "Cabinet"))
    assert doubt(agreed=others) == "Planning Committee and Cabinet met on 3 September 2019, this body did not"
    assert doubt(agreed=Agreed(None)) == ""  # before the book was kept
    undated = NewEntry(Kind.PREVIOUS, "/previous")
    assert doubt_of(undated, others) == ""


def test_what_stands_beside_the_words_is_corrected_with_them() -> None:
    record = taken("/5\n@Clerk: ask for quotes by 6 September")
    (said,) = [
        block
        for block in corrected(build(record, layout="governors"), [("6 September", "9 September")]).blocks
        if isinstance(block, Paragraph) and block.beside
    ]
    assert (said.text, said.beside) == (
        "The Clerk undertook to ask for quotes by 9 September 2019.",
        "Clerk, by 9 September 2019",
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_correction_that_quotes_exempt_words_is_known_whatever_the_layout_prints(layout: str) -> None:
    agreed = Agreed(replace(RECORD, body=replace(RECORD.body, layout=layout)))
    quoting = NewEntry(Kind.PREVIOUS, "/previous", corrections=(("price  was 40 Pounds", "price"),))
    assert quotes_exempt(quoting, agreed)
    assert not quotes_exempt(replace(quoting, corrections=(("September 2020", "2019"),)), agreed)


@pytest.mark.parametrize(
    ("old", "why"),
    [
        ("price was 40 pounds", ""),
        ("September 2020", "“September 2020” stands in the public minutes: correct it in public business"),
    ],
)
def test_what_the_public_minutes_say_is_not_corrected_in_private(old: str, why: str) -> None:
    assert publishes(NewEntry(Kind.PREVIOUS, "/previous", corrections=((old, "a secret"),)), AGREED) == why
