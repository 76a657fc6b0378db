"""Notes, points, headings, parts, numbering, tables and short forms in print."""

from __future__ import annotations

import pytest

from minutes.document import Heading, Paragraph, Point
from minutes.layouts import build
from minutes.wording.tables import table
from tests.minutes.meetings import AGENDA, printed, taken


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("the Director introduced the report", "The Director introduced the report."),
        ("The Director introduced the report.", "The Director introduced the report."),
        ("was it so?", "Was it so?"),
        ("Members raised the following:", "Members raised the following:"),
        ("he said 'no'", "He said 'no'."),
        ("he said ‘no.’", "He said ‘no.’"),
        ("'we must'  go – now—or “never”", "'we must'  go – now—or “never”."),
        ("ten per cent (10%)", "Ten per cent (10%)."),
        ("and so on…", "And so on…"),
        ("\\- 5 degrees", "- 5 degrees."),
        ("DfE and McNeill's iPad", "DfE and McNeill's iPad."),
    ],
)
def test_a_note_is_a_sentence_and_nothing_inside_it_changes(typed: str, text: str) -> None:
    assert printed(typed) == [text]


def test_a_point_with_a_label_gets_the_stop_only_one_without_prints_as_typed() -> None:
    assert printed("- Member training: the Commissioner stated it\n- the roof leaks\n- Why: so?") == [
        "• Member training – the Commissioner stated it.",
        "• the roof leaks",
        "• Why – so?",
    ]


def test_a_label_has_no_comma_and_at_most_sixty_characters() -> None:
    assert printed("- Roads, paths: wet") == ["• Roads, paths: wet"]
    assert printed(f"- {'x' * 60}: wet") == [f"• {'x' * 60} – wet."]
    assert printed(f"- {'x' * 61}: wet") == [f"• {'x' * 61}: wet"]
    assert printed("- Roads:wet") == ["• Roads:wet"]


def test_headings_print_as_typed() -> None:
    tree = build(taken("/5\n# workforce and pay\nA note."))
    assert Heading("workforce and pay", 2, entries=(2,)) in tree.blocks


def test_a_heading_among_the_parts_of_a_line_is_a_group_heading() -> None:
    tree = build(taken("/5\nMembers agreed:\n- one\n# Money\n- two\n# Workforce\nA note."))
    assert Paragraph("Money", keep=True, entries=(4,)) in tree.blocks
    assert Point("two", entries=(5,)) in tree.blocks
    assert Heading("Workforce", 2, entries=(6,)) in tree.blocks


def test_a_point_under_a_point() -> None:
    assert printed("- one\n-- under\n- two") == ["• one", "  • under", "• two"]


@pytest.mark.parametrize(
    ("first", "markers"),
    [
        ("a)", ["a)", "b)", "c)"]),
        ("(1)", ["(1)", "(2)", "(3)"]),
        ("1.", ["1.", "2.", "3."]),
        ("i.", ["i.", "ii.", "iii."]),
        ("(iv)", ["(iv)", "(v)", "(vi)"]),
        ("(A)", ["(A)", "(B)", "(C)"]),
        ("9.", ["9.", "10.", "11."]),
        ("h)", ["h)", "i)", "j)"]),
        ("y)", ["y)", "z)", "aa)"]),
    ],
)
def test_a_numbering_is_continued(first: str, markers: list[str]) -> None:
    lines = printed(f"- {first} one\n- two\n- three")
    assert lines == [
        f"{marker} {text}" for marker, text in zip(markers, ("one", "two", "three"), strict=True)
    ]


def test_a_numbering_goes_on_across_group_headings_and_points_under_points() -> None:
    assert printed(
        "Agreed:\n- (1) one\n-- a) under\n-- under\n# Money\n- two\n-- under\n+ Clerk: ask\n- three"
    ) == [
        "Agreed:",
        "(1) one",
        "  a) under",
        "  b) under",
        "Money",
        "(2) two",
        "  • under",
        "(3) three",
    ]


def test_a_numbering_ends_with_its_list() -> None:
    assert printed("- a) one\nA note.\n- two") == ["a) one", "A note.", "• two"]


def test_rows_make_a_table_with_its_sums() -> None:
    assert printed(
        "| Payee | Net | VAT\n| HMRC | 62.40 | 0.00\n| Paper | 1,000.05 | 200.01\n| Total | = | ="
    ) == ["Payee | Net | VAT\nHMRC | 62.40 | 0.00\nPaper | 1,000.05 | 200.01\nTotal | 1,062.45 | 200.01"]


@pytest.mark.parametrize(
    ("column", "total"),
    [
        (["0.1", "0.2"], "0.3"),
        (["1", "2.50"], "3.50"),
        (["999.99", "0.01"], "1000.00"),
        (["1,999.99", "0.01"], "2,000.00"),
        (["£5.00", "£2.50"], "£7.50"),
        (["£5.00", "2.50"], "7.50"),
        (["5", "-7"], "-2"),
        (["-£5.00", "£2.00"], "-£3.00"),
        (["12%", "8%"], "20%"),
        (["n/a", "", "3"], "3"),
        (["n/a"], "="),
        ([], "="),
    ],
)
def test_a_sum_is_exact_and_in_the_manner_of_its_parts(column: list[str], total: str) -> None:
    rows = [["Head"], *([cell] for cell in column), ["="]]
    assert table(rows)[-1] == (total,)


def test_rows_of_unequal_length_are_filled_up() -> None:
    assert table([["A", "B"], ["1"], ["2", "3", "4"]]) == (("A", "B", ""), ("1", "", ""), ("2", "3", "4"))


def test_something_between_rows_parts_two_tables() -> None:
    assert printed("| A\n| 1\nA note.\n| B\n| 2") == ["A\n1", "A note.", "B\n2"]


def test_short_forms_are_written_out_as_whole_words_of_the_same_case() -> None:
    agenda = AGENDA.replace("\n\n1.", "\nShort: PC = the Parish Council; JM = Cllr Jim McNeill\n\n1.")
    assert printed("JM told PC, not pc or PCs: PC's roof. PC thanked JM.", agenda=agenda) == [
        "Cllr Jim McNeill told the Parish Council, not pc or PCs: the Parish Council's roof. "
        "The Parish Council thanked Cllr Jim McNeill."
    ]
    assert printed("a letter to \\PC and PC", agenda=agenda) == ["A letter to PC and the Parish Council."]


def test_short_forms_are_written_out_everywhere_the_clerk_types() -> None:
    assert printed(
        "/short PC = the Parish Council\n# PC roof\n- PC: wet\n- PC and pay\n? Roads: PC roads\n> PC said so"
        "\n! that PC pay\n@Clerk: ask PC in due course\n| PC | 1"
    ) == [
        "# Discussion",
        "# The Parish Council roof",
        "• The Parish Council – wet.",
        "• The Parish Council and pay",
        "• Roads – in response to a question about the Parish Council roads, the Parish Council said so.",
        "# Decision",
        "AGREED that the Parish Council pay.",
        "The Clerk undertook to ask the Parish Council in due course.",
        "# Discussion",
        "the Parish Council | 1",
    ]


def test_a_short_form_of_the_meeting_beats_the_bodys() -> None:
    agenda = AGENDA.replace("\n\n1.", "\nShort: PC = the Parish Council\n\n1.")
    assert printed("/short PC = the Police Commissioner\nAsk PC now", agenda=agenda) == [
        "Ask the Police Commissioner now."
    ]
