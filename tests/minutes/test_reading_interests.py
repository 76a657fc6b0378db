"""Declarations of interests: `/interest A[, B] [kind] [ITEM]: text [withdrew]`, and who is out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.presence import is_for_declarations
from minutes.shorthand import read
from storage.records import Kind
from tests.minutes.meetings import AGENDA, prepared
from tests.minutes.reader import HERE, entry_of, names_of, reading_of, sitting_after

FORM = "write /interest Cooper dpi 7: what the interest is"


@pytest.mark.parametrize(
    ("line", "names", "kind", "item", "text", "withdrew"),
    [
        ("Cooper dpi 7: his firm bids", ["Cooper"], "dpi", 4, "his firm bids", False),
        ("Cooper: he knows him", ["Cooper"], "other", None, "he knows him", False),
        ("Cooper, Kemp osi 6: both are governors", ["Cooper", "Kemp"], "osi", 3, "both are governors", False),
        ("Cooper and Kemp DPI item 6: land", ["Cooper", "Kemp"], "dpi", 3, "land", False),
        ("Cooper disclosable pecuniary interest in agenda item 7: x", ["Cooper"], "dpi", 4, "x", False),
        ("Cooper other significant: a: b", ["Cooper"], "osi", None, "a: b", False),
        ("Cooper dpi 7:his land", ["Cooper"], "dpi", 4, "his land", False),
        ("Cooper 7: x", ["Cooper"], "other", 4, "x", False),
        ("Cooper, dpi, 7: x", ["Cooper"], "dpi", 4, "x", False),
        ("Cooper dpi 7: his land, withdrew", ["Cooper"], "dpi", 4, "his land", True),
        ("Cooper dpi 7: his land and withdrew.", ["Cooper"], "dpi", 4, "his land", True),
        ("Cooper dpi 7: land. He withdrew from the meeting.", ["Cooper"], "dpi", 4, "land", True),
        ("Cooper dpi 7: he never withdrew his bid", ["Cooper"], "dpi", 4, "he never withdrew his bid", False),
    ],
)
def test_a_declaration(
    line: str, names: list[str], kind: str, item: int | None, text: str, withdrew: bool
) -> None:
    entry = entry_of(f"/interest {line}", HERE)
    assert (entry.kind, names_of(entry), entry.doubt) == (
        Kind.INTEREST,
        [f"Councillor {name}" for name in names],
        "",
    )
    assert (entry.label, entry.target_id, entry.text, entry.withdrew) == (kind, item, text, withdrew)


def test_there_were_none() -> None:
    entry = entry_of("/interest none")
    assert (entry.kind, entry.text, entry.people, entry.label) == (Kind.INTEREST, "none", (), "")


def test_all_who_may_vote_declare_together() -> None:
    assert len(names_of(entry_of("/interest all other 6: they know him", HERE))) == 4


def test_the_kinds_are_the_bodys_own() -> None:
    record = prepared()
    kinds = (("prejudicial", "Prejudicial interests"), ("personal", "Personal interests"))
    sitting = sitting_after(HERE, replace(record, body=replace(record.body, interest_kinds=kinds)))

    def label(line: str) -> str:
        (entry,) = read(line, sitting).act.entries
        return entry.label or entry.doubt

    assert label("/interest Cooper pre: land") == "prejudicial"
    assert label("/interest Cooper: land") == "personal"
    assert label("/interest Cooper p: land") == "“p” could be prejudicial or personal"
    assert (
        label("/interest Cooper dpi: land") == f"“dpi” is no kind of interest (prejudicial, personal): {FORM}"
    )


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("/interest", f"whose interest? {FORM}"),
        ("/interest dpi: his land", f"whose interest? {FORM}"),
        ("/interest 7: his land", f"whose interest? {FORM}"),
        ("/interest Cooper o: x", "“o” could be osi or other"),
        ("/interest Cooper xyz: x", f"“xyz” is no kind of interest (dpi, osi, other): {FORM}"),
        ("/interest Kemp, Cooper xyz: x", f"“xyz” is no kind of interest (dpi, osi, other): {FORM}"),
        ("/interest Cooper dpi 99: x", "there is no item “99” on the agenda"),
        ("/interest Cooper dpi 6, 7: x", f"one item a line: {FORM}"),
        ("/interest Cooper dpi 6 and 7: x", f"one item a line: {FORM}"),
        ("/interest Webb dpi: x", "“Webb” is not a member of this meeting"),
        ("/interest Clerk dpi: x", "Clerk is not a member"),
        ("/interest Cooper, Clerk dpi: x", "Clerk is not a member"),
        ("/interest Cooper dpi his land", f"“dpi his land” is no kind of interest (dpi, osi, other): {FORM}"),
    ],
)
def test_a_declaration_that_cannot_be_read(line: str, doubt: str) -> None:
    entry = entry_of(line, HERE)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


@pytest.mark.parametrize(
    ("above", "line", "doubt"),
    [
        ("", "Cooper dpi 7", "nothing says what the interest is"),
        ("", "Hackwell dpi 7: his land", "Councillor Hackwell is not present"),
        ("", "Cooper dpi: his land, withdrew", f"withdrew from which item? {FORM}"),
        (
            "/interest Cooper dpi 7: his land, withdrew",
            "Cooper dpi 7: his land, withdrew",
            "Councillor Cooper withdrew from item 7 already",
        ),
    ],
)
def test_a_declaration_that_looks_wrong_stays_one(above: str, line: str, doubt: str) -> None:
    entry = entry_of(f"/interest {line}", f"{HERE}\n{above}")
    assert (entry.kind, entry.doubt) == (Kind.INTEREST, doubt)


# -- out for an item ------------------------------------------------------------------------

DECLARED = f"{HERE}\n/interest Cooper dpi 6: his land, withdrew"


def test_who_withdrew_is_out_while_that_item_is_taken_and_only_then() -> None:
    assert sitting_after(DECLARED).withdraws == {3: frozenset({2})}
    for notes, here in (("/5", True), ("/6", False), ("/6\n/7", True), ("/6\n/7\n/6", False)):
        sitting = sitting_after(f"{DECLARED}\n{notes}")
        assert (sitting.is_here(2), 2 in sitting.present, 2 in sitting.voters) == (here, here, here)
        assert sitting.members == 5


def test_who_withdrew_cannot_vote_there() -> None:
    told = "Councillor Cooper withdrew from item 6"
    assert entry_of("/for Cooper", f"{DECLARED}\n/6\n! noted it").doubt == told
    assert names_of(entry_of("/for all", f"{DECLARED}\n/6\n! noted it")) == [
        "Councillor Kemp",
        "Councillor Howcroft-Scott",
        "Councillor Johnson",
    ]
    assert entry_of("/for Cooper", f"{DECLARED}\n/6\n/7\n! noted it").doubt == ""


def test_in_the_item_itself_it_holds_from_that_line() -> None:
    above = f"{HERE}\n/6\n! noted it"
    assert entry_of("/for Cooper", above).doubt == ""
    assert sitting_after(f"{above}\n/interest Cooper dpi: his land, withdrew").withdrawn == {2}


@pytest.mark.parametrize(
    ("title", "declared"),
    [
        ("Declarations of interest", True),
        ("Declarations of Disclosable Pecuniary Interests and Other Significant Interests", True),
        ("To receive disclosures of interests", True),
        ("Members’ interests", True),
        ("Declarations", True),
        ("Declarations by members", True),
        ("Interest declarations", True),
        ("Declaration of a climate emergency", False),
        ("Interest rates", False),
        ("Public interest disclosures", False),
        ("Sites of special scientific interest", False),
    ],
)
def test_the_item_for_declarations_is_known_by_its_title(title: str, declared: bool) -> None:
    assert is_for_declarations(title) is declared


def test_under_declarations_a_withdrawal_names_its_item() -> None:
    agenda = AGENDA.replace("1. Apologies for absence", "2. Declarations of interests")
    above = sitting_after(f"{HERE}\n/2", prepared(agenda))
    (entry,) = read("/interest Cooper dpi: his land, withdrew", above).act.entries
    assert (entry.kind, entry.doubt) == (Kind.INTEREST, f"withdrew from which item? {FORM}")
    above.follow(entry)
    assert above.withdrawn == frozenset()


def test_coming_back_during_the_item_ends_it() -> None:
    back = f"{DECLARED}\n/6\n/in Cooper 7.30pm"
    assert sitting_after(back).is_here(2)
    assert entry_of("/for Cooper", f"{back}\n! noted it").doubt == ""


def test_who_withdrew_may_be_said_to_leave() -> None:
    above = f"{DECLARED}\n/6\n/out Cooper 7.10pm"
    assert entry_of("/out Cooper 7.10pm", f"{DECLARED}\n/6").doubt == ""
    assert not sitting_after(f"{above}\n/7").is_here(2)
    assert sitting_after(f"{above}\n/7\n/in Cooper").is_here(2)


def test_who_declared_and_stayed_votes() -> None:
    above = f"{HERE}\n/interest Cooper osi 6: a governor\n/6\n! noted it"
    assert entry_of("/for Cooper", above).doubt == ""


def test_the_composer_says_who_is_out() -> None:
    declaring = reading_of("/interest Cooper dpi 6: his land, withdrew", HERE)
    assert [hint.text for hint in declaring.hints] == [
        "Councillor Cooper",
        "out for item 6 Land",
        "Disclosable pecuniary interests",
    ]
    assert [hint.text for hint in reading_of("/6", DECLARED).hints] == [
        "item 6 Land",
        "Councillor Cooper is out for this item",
    ]
    assert [hint.text for hint in reading_of("/interest none").hints] == ["no interests declared"]
