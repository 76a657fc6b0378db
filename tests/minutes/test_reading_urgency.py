"""Why an item is taken as urgent: `/urgent [ITEM] basis; agreed by; reason`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage.records import Kind, ReportPart
from tests.minutes.meetings import prepared
from tests.minutes.reader import entry_of, names_of, reading_of


@pytest.mark.parametrize(
    ("line", "item", "basis", "agreed", "reason"),
    [
        ("flood damage; the Chairman; repairs", None, "flood damage", ["Chairman"], "repairs"),
        ("7 flood damage; agreed by Kemp; a; b", 4, "flood damage", ["Councillor Kemp"], "a; b"),
        ("item 6 late papers; Kemp, Ofsted; x", 3, "late papers", ["Councillor Kemp", "Ofsted"], "x"),
        ("99 days; Kemp; x", None, "99 days", ["Councillor Kemp"], "x"),
        ("flood damage", None, "flood damage", [], ""),
        ("flood damage;; repairs", None, "flood damage", [], "repairs"),
    ],
)
def test_urgency_has_three_parts(
    line: str, item: int | None, basis: str, agreed: list[str], reason: str
) -> None:
    entry = entry_of(f"/urgent {line}", "/5")
    assert (entry.kind, entry.doubt) == (Kind.URGENT, "")
    assert (entry.target_id, entry.label, names_of(entry), entry.text) == (item, basis, agreed, reason)


@pytest.mark.parametrize(
    ("above", "line", "doubt"),
    [
        ("/5", "/urgent", "on what basis? write /urgent basis; agreed by; reason"),
        ("/5", "/urgent ; Kemp; x", "on what basis? write /urgent basis; agreed by; reason"),
        ("/5", "/urgent 7; Kemp; x", "on what basis? write /urgent basis; agreed by; reason"),
        (
            "",
            "/urgent flood; Kemp; x",
            "which item is urgent? take it first, or write /urgent 7 basis; agreed by; reason",
        ),
    ],
)
def test_urgency_of_nothing_or_without_a_basis(above: str, line: str, doubt: str) -> None:
    entry = entry_of(line, above)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)


WHY = ReportPart("Urgency", "1.3", "section 11 of the 2012 Regulations; the Chairman of OSC; to enable it")


@pytest.mark.parametrize("number", ["", " 5"])
def test_alone_it_says_what_the_report_of_the_item_says(number: str) -> None:
    record, line = prepared(), f"/urgent{number}"
    items = tuple(replace(item, parts=(*item.parts, WHY)) for item in record.items)
    target = next(item.id for item in items if item.number == "5") if number else None
    *_, entry = read_lines(f"/5\n{line}", Sitting(replace(record, items=items))).act.entries
    assert (entry.kind, entry.source, entry.doubt, entry.target_id) == (Kind.URGENT, line, "", target)
    assert (entry.label, names_of(entry), entry.text) == (
        "section 11 of the 2012 Regulations",
        ["the Chairman of OSC"],
        "to enable it",
    )


def test_the_composer_says_what_is_missing() -> None:
    whole = reading_of("/urgent 6 flood damage; Kemp; repairs", "/5").hints
    assert [(hint.text, hint.ok) for hint in whole] == [
        ("item 6 Land urgent: flood damage", True),
        ("agreed by Councillor Kemp ✓", True),
    ]
    basis_only = reading_of("/urgent flood damage", "/5").hints
    assert [(hint.text, hint.ok) for hint in basis_only] == [
        ("item 5 Ofsted Update Report urgent: flood damage", True),
        ("agreed by whom?", False),
        ("no reason given", False),
    ]
