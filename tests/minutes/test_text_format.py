"""Text: seventy-six columns or as many as are asked for, and every word that was put in."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import (
    Block,
    Chart,
    Document,
    Field,
    Heading,
    Margin,
    Paragraph,
    Point,
    Signature,
    Table,
)
from minutes.formats.text import lines, write
from minutes.formats.wrapping import cells, wrapped
from minutes.layouts import build
from storage.records import Entry, Kind
from tests.minutes.meetings import prepared


def test_a_page_has_its_head_in_the_middle_and_its_mark_above_and_below() -> None:
    page = write(Document("", ("Council", "Board"), (Paragraph("A note."),), "DRAFT"), 20)
    assert page == "       DRAFT\n\n      Council\n       Board\n\nA note.\n\n       DRAFT\n"


def test_what_is_below_a_numbered_heading_stands_in_from_it() -> None:
    assert text_of(
        Heading("A title that is too long for one line of it", 1, "6.1(i)"),
        Paragraph("A paragraph that is too long for one line."),
        Heading("Sub", 2),
        Point("A point that is too long for one line."),
        Point("one", "(1)"),
        Point("under", level=1),
        Heading("Actions"),
        Paragraph("Here."),
        width=40,
    ) == [
        "6.1(i)  A title that is too long for one",
        "        line of it",
        "",
        "    A paragraph that is too long for one",
        "    line.",
        "",
        "    Sub",
        "",
        "    • A point that is too long for one",
        "      line.",
        "    (1) one",
        "        • under",
        "",
        "Actions",
        "",
        "Here.",
    ]


def test_what_stands_beside_the_text_has_a_column_with_a_head() -> None:
    blocks = (
        Heading("Part I", 0),
        Heading("Budget", 1, "5"),
        Paragraph("What is left of the reserve?", number="Q."),
        Point("to ask the bank", beside="Clerk, by 6 September 2019"),
        Table((("Payee", "Sum"), ("HMRC for the whole of the year 2019 – 2020", "1.50"))),
    )
    document = Document("", ("Board",), blocks, beside="Who and when")
    assert (
        write(document, 60)
        == """\
                           Board

                                          Who and when

                           Part I

5   Budget

    Q.  What is left of the reserve?

    • to ask the bank                     Clerk, by 6
                                          September 2019

    Payee                                        Sum
    ------------------------------------------  ----
    HMRC for the whole of the year 2019 – 2020  1.50
"""
    )
    assert "    • to ask the bank\n    — Clerk, by 6 September 2019\n" in write(document, 50)
    assert "Who" not in write(replace(document, blocks=blocks[:3]), 60)


def test_a_list_with_a_long_point_has_room_between_its_points() -> None:
    assert text_of(Paragraph("These:"), Point("one"), Point("two")) == ["These:", "• one", "• two"]
    long = "word " * 60
    assert text_of(Paragraph("These:"), Point("one"), Point(long))[:4] == ["These:", "", "• one", ""]


def test_a_short_column_keeps_its_line_beside_a_long_one() -> None:
    rows = (("Payee", "For what", "Sum"), ("Payee 10", "paper and pens and " * 9, "1,062.40"))
    (_, _, first, *_) = text_of(Table(rows))
    assert first.startswith("Payee 10  paper and pens")
    assert first.endswith(" 1,062.40")


def test_fields_share_a_column() -> None:
    assert text_of(Field("Present", ("A and B",)), Field("In attendance", ("C", "D"))) == [
        "Present:        A and B",
        "In attendance:  C",
        "                D",
    ]


def test_lines_break_at_spaces_only() -> None:
    assert wrapped("the 0-25 Disability Service", 6) == ["the", "0-25", "Disabi", "lity", "Servic", "e"]
    assert wrapped("a  b – c", 8) == ["a  b – c"]
    assert wrapped("a  b – c", 4) == ["a  b", "– c"]
    assert wrapped("", 4) == [""]


def test_wide_letters_take_two_cells_and_marks_none() -> None:
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert wrapped("日本 日本", 5) == ["日本", "日本"]
    assert wrapped("日本語日本語", 5) == ["日本", "語日", "本語"]


def test_a_table_fits_its_columns_to_what_they_hold() -> None:
    table = Table(
        (("Ref", "Action", "Sum"), ("1", "ask for three quotes in writing", "62.40"), ("2", "tell", "5.00"))
    )
    assert text_of(table, width=30) == [
        "Ref  Action                Sum",
        "---  ------------------  -----",
        "  1  ask for three       62.40",
        "     quotes in writing",
        "  2  tell                 5.00",
    ]


def test_numbers_are_set_right() -> None:
    assert text_of(Table((("Payee", "Sum"), ("HMRC", "62.40"), ("Paper", "1,000.00")))) == [
        "Payee       Sum",
        "-----  --------",
        "HMRC      62.40",
        "Paper  1,000.00",
    ]


def test_a_dash_for_nothing_leaves_a_column_of_numbers_right() -> None:
    assert text_of(Table((("VAT",), ("1,000.00",), ("-",), ("0.50",)))) == [
        "     VAT",
        "--------",
        "1,000.00",
        "       -",
        "    0.50",
    ]


def test_the_points_of_a_list_stand_in_one_column_whatever_their_numbers() -> None:
    assert text_of(Point("one", "(i)"), Point("under", "a)", level=1), Point("three", "(iii)")) == [
        "(i)   one",
        "    a)  under",
        "(iii) three",
    ]


def test_the_line_to_sign_on() -> None:
    assert text_of(Signature("Chairman"))[-1] == (
        "Chairman: ______________________________   Date: ________________"
    )


word = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=14)
phrase = st.lists(word, max_size=12).map(" ".join)
blocks = st.one_of(
    st.builds(Heading, phrase, st.integers(0, 3), st.sampled_from(["", "5", "6.1(i)", "182"])),
    st.builds(Paragraph, phrase, strong=st.booleans(), beside=phrase),
    st.builds(Point, phrase, st.sampled_from(["", "(1)", "a)"]), st.integers(0, 2), beside=phrase),
    st.lists(st.tuples(phrase, phrase, phrase), min_size=1, max_size=4).map(lambda rows: Table(tuple(rows))),
    st.builds(Field, st.sampled_from(["Present", "In attendance"]), st.lists(phrase, max_size=3).map(tuple)),
    st.builds(Signature, st.just("Chair")),
    st.builds(Margin, phrase),
    st.lists(st.tuples(phrase, st.tuples(st.integers(0, 999), st.integers(0, 999))), max_size=3).map(
        lambda rows: Chart("By theme", ("opened", "late"), tuple(rows))
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, max_size=6), st.integers(1, 90))
def test_no_line_is_too_wide_and_no_letter_is_lost(tree: list[Block], width: int) -> None:
    page = lines(tree, width)
    assert all(cells(line.text) <= max(width, 2) for line in page)
    expected = sorted(letters("".join(words_of(block) for block in tree)))
    assert sorted(letters("".join(line.text for line in page))) == expected


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(Kind), st.text(max_size=200), st.integers(10, 80))
def test_any_text_of_any_kind_prints(kind: Kind, text: str, width: int) -> None:
    record = prepared()
    entries = tuple(Entry(n, kind, text, text, text[:60] if n == 2 else "", item_id=2) for n in (1, 2))
    page = write(build(replace(record, entries=entries)), width)
    assert all(cells(line) <= width for line in page.split("\n"))


@pytest.mark.parametrize("text", ["x" * 100_000, "word " * 20_000, " " * 100_000 + "x", "日" * 100_000])
def test_a_line_of_a_hundred_thousand_characters_prints_whole(text: str) -> None:
    page = lines([Point(text)], 76)
    assert letters("".join(line.text for line in page)) == letters(text)


def text_of(*tree: Block, width: int = 76) -> list[str]:
    return [line.text for line in lines(tree, width)]


def words_of(block: Block) -> str:
    match block:
        case Heading(text=text, number=number):
            return number + text
        case Paragraph(text=text, number=number, beside=beside):
            return number + text + beside
        case Point(text=text, marker=marker, beside=beside):
            return marker + text + beside
        case Margin(text=text):
            return text
        case Table(rows=rows):
            return "".join("".join(row) for row in rows)
        case Chart(title=title, series=series, rows=rows):
            return "".join((title, *series, *(f"{name}{''.join(map(str, counts))}" for name, counts in rows)))
        case Field(name=name, values=values):
            return name + "".join(values)
    return "Chair:Date:"


def letters(text: str) -> str:
    """What of `text` is no space, bullet, bar or rule."""
    return "".join(c for c in text if c not in " •█—-_:" and unicodedata.category(c) != "Zs")
