"""Declarations of interests in print: under the body's headings, or as a sentence where one is made."""

from __future__ import annotations

import pytest

from minutes.layouts import build
from minutes.wording.clauses import said_of
from storage.records import MeetingRecord
from tests.minutes.meetings import AGENDA, prepared, printed, said_in, taken

DECLARATIONS = AGENDA.replace(
    "1. Apologies for absence", "1. Apologies for absence\n4. Declarations of interests"
)
NONE = "There were none."
DPI, OSI, OTHER = (
    "# Disclosable pecuniary interests",
    "# Other significant interests",
    "# Other interests",
)


def test_declarations_gather_under_the_three_headings_in_their_order() -> None:
    notes = (
        "/present all\n/interest Johnson: his wife is a governor\n"
        "/interest Cooper dpi 6: she owns part of it withdrew\n/interest Kemp dpi 6: he lives opposite"
    )
    assert declared(notes) == [
        DPI,
        "Councillor Cooper declared a disclosable pecuniary interest in agenda item 6 (Land) because she "
        "owns "
        "part of it, and withdrew from the meeting during its consideration.",
        "Councillor Kemp declared a disclosable pecuniary interest in agenda item 6 (Land) because he lives "
        "opposite.",
        OSI,
        NONE,
        OTHER,
        "Councillor Johnson declared an interest because his wife is a governor.",
    ]


def test_each_heading_says_so_where_there_were_none() -> None:
    assert declared("/interest none") == [DPI, NONE, OSI, NONE, OTHER, NONE]


def test_what_is_said_between_declarations_stands_below_them() -> None:
    notes = "/interest Cooper dpi 6: she owns it\nThe Clerk advised.\n/interest Kemp osi 6: he is a tenant"
    assert declared(notes)[-3:] == [OTHER, NONE, "The Clerk advised."]
    assert len(declared(notes)) == 7


def test_the_kinds_and_their_headings_are_the_bodys_own() -> None:
    agenda = DECLARATIONS.replace(
        "\n\n1.", "\nInterests: pec = Pecuniary interests; gift = Gifts received\n\n1."
    )
    assert declared("/interest Kemp gift: a hamper\n/interest Cooper pec 6: she owns it", agenda) == [
        "# Pecuniary interests",
        "Councillor Cooper declared a pecuniary interest in agenda item 6 (Land) because she owns it.",
        "# Gifts received",
        "Councillor Kemp declared an interest (gifts received): a hamper.",
    ]


def test_a_body_with_one_kind_has_no_headings() -> None:
    agenda = DECLARATIONS.replace("\n\n1.", "\nInterests: any = Interests\n\n1.")
    assert declared("/interest none", agenda) == [NONE]
    assert declared("/interest Cooper 6: she owns it", agenda) == [
        "Councillor Cooper declared an interest in agenda item 6 (Land) because she owns it."
    ]


def test_in_another_item_a_declaration_is_a_sentence_where_it_stands() -> None:
    assert printed("A note.\n/interest Cooper dpi: she works for Ofsted withdrew\nMore.") == [
        "A note.",
        "Councillor Cooper declared a disclosable pecuniary interest in this item because she works for "
        "Ofsted, "
        "and withdrew from the meeting during its consideration.",
        "More.",
    ]
    assert printed("/interest Cooper, Kemp osi 6: they live opposite") == [
        "Councillors Cooper and Kemp declared other significant interests in agenda item 6 (Land) because "
        "they "
        "live opposite."
    ]


def test_a_reason_that_is_no_clause_stands_after_a_colon_and_the_withdrawal_by_itself() -> None:
    assert printed("/interest Cooper 6: Member of the Parish Council; withdrew") == [
        "Councillor Cooper declared an interest in agenda item 6 (Land): Member of the Parish Council. "
        "Councillor Cooper withdrew from the meeting during its consideration."
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("for a short break", " for a short break"),
        ("Because of noise", " because of noise"),
        ("he is a governor", " because he is a governor"),
        ("His wife works there", " because his wife works there"),
        ("Ofsted has asked for it", " because Ofsted has asked for it"),
        ("the alarm was sounding", " because the alarm was sounding"),
        ("fire alarm", ": fire alarm"),
        ("is a governor", ": is a governor"),
        ("tenant of a farm which is affected", ": tenant of a farm which is affected"),
        ("a governor of the school", ": a governor of the school"),
        ("", ""),
    ],
)
def test_how_a_reason_goes_on_a_sentence(typed: str, text: str) -> None:
    assert said_of(typed) == text


def test_an_exempt_declaration_leaves_no_heading_that_would_tell_its_kind() -> None:
    record = at_declarations(
        "/interest Kemp osi 6: he is a tenant\n/exempt 1\n/interest Cooper dpi 6: she owns it"
    )
    assert said_in(build(record))[1:] == [
        OSI,
        "Councillor Kemp declared an other significant interest in agenda item 6 (Land) because he is a "
        "tenant.",
        "By virtue of paragraph 1 of Part 1 of Schedule 12A of the Local Government Act 1972.",
    ]
    assert DPI in said_in(build(record, restricted=True))


def test_a_vote_in_the_item_withdrawn_from_is_refused_and_kept_to_be_checked() -> None:
    record = at_declarations(
        "/present all\n/interest Cooper dpi 6: she owns it withdrew\n/interest Johnson osi 6: he bid for "
        "it withdrew\n"
        "/6\n! that the land be sold\n/for Cooper\n/against Johnson\n/vote 4\n/vote 3"
    )
    assert said_in(build(record))[-6:] == [
        "# 6 Land",
        "AGREED that the land be sold.",
        "[to check: /for Cooper]",
        "[to check: /against Johnson]",
        "[to check: /vote 4]",
        "The vote was three in favour.",
    ]


def at_declarations(notes: str, agenda: str = DECLARATIONS) -> MeetingRecord:
    return taken(f"/4\n{notes}", prepared(agenda))


def declared(notes: str, agenda: str = DECLARATIONS) -> list[str]:
    """What `notes`, taken under the declarations, print there."""
    lines = said_in(build(at_declarations(notes, agenda)))
    return lines[next(n for n, line in enumerate(lines) if line.startswith("# 4 ")) + 1 :]
