"""The shorthand's first table, its lines, parts, lists and labels: each example and rule as it prints."""

from __future__ import annotations

import pytest

from minutes.document import Heading, Table
from minutes.layouts import build
from tests.minutes.meetings import logged, printed, taken


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("The Director introduced the report.", "The Director introduced the report."),
        (
            "- Member training: the Commissioner stated that Medway needed it",
            "• Member training – the Commissioner stated that Medway needed it.",
        ),
        (
            "? (Johnson) Audits: quality assurance and audits",
            "• Audits – Councillor Johnson asked about quality assurance and audits.",
        ),
        ("! noted the report", "The Committee noted the report."),
        (
            "@Director of People: provide the Action Plan by 28 Nov #quality",
            "The Director of People undertook to provide the Action Plan by 28 November 2019.",
        ),
        ("/out Cooper 19.42", "Councillor Cooper left the meeting at 7.42pm."),
    ],
)
def test_every_kind_of_line_of_the_first_table(typed: str, text: str) -> None:
    assert printed(typed) == [text]


def test_a_heading_stands_inside_the_item() -> None:
    assert Heading("Workforce", 2, entries=(2,)) in build(taken("/5\n# Workforce\nA note.")).blocks


def test_a_follow_on_of_the_first_table_is_logged_only() -> None:
    notes = "! noted the report\n+ officers: provide further information"
    assert printed(notes) == ["The Committee noted the report."]
    assert logged(notes) == [("1/2019", "5", "Provide further information", "Officers", "no date")]


def test_the_first_row_of_a_table_is_its_head() -> None:
    (table,) = (
        block
        for block in build(taken("/5\n| Payee | Net | VAT | Gross\n| HMRC | 62.40 | 0.00 | 62.40")).blocks
        if isinstance(block, Table)
    )
    assert table.headed
    assert table.rows == (("Payee", "Net", "VAT", "Gross"), ("HMRC", "62.40", "0.00", "62.40"))


@pytest.mark.parametrize("sign", ["#", "-", "?", ">", "!", "@", "+", "|", "/", "//", "\\"])
def test_a_backslash_takes_any_first_character_literally(sign: str) -> None:
    assert printed(f"\\{sign} 5 degrees") == [f"{sign} 5 degrees."]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("   the report was late", "The report was late."),
        ("\t- wet", "• wet"),
        ("  ! noted it", "The Committee noted it."),
        ("-wet", "• wet"),
        ("!noted it", "The Committee noted it."),
        ("@ Clerk: go", "The Clerk undertook to go."),
    ],
)
def test_white_space_before_and_after_the_first_character_is_ignored(typed: str, text: str) -> None:
    assert printed(typed) == [text]


@pytest.mark.parametrize(
    ("notes", "lines"),
    [
        ("? audits\n{}\n> officers agreed", ["• In response to a question about audits, officers agreed."]),
        ("! that a be\n{}\n! that b be", ["AGREED:", "(1) that a be;", "(2) that b be."]),
        ("| A\n{}\n| 1\n{}\n| =", ["A\n1\n1"]),
        ("Agreed:\n{}\n- a) one\n{}\n- two", ["Agreed:", "a) one", "b) two"]),
    ],
)
@pytest.mark.parametrize("nothing", ["", "   ", "// the Chair is cross", "  //"])
def test_empty_lines_and_comments_are_passed_over_everywhere(
    notes: str, lines: list[str], nothing: str
) -> None:
    assert printed(notes.replace("{}", nothing)) == lines


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_line_ends_are_alike(end: str) -> None:
    assert printed(end.join(["Agreed:", "- one", "", "- two", "Then all left"])) == [
        "Agreed:",
        "• one",
        "• two",
        "Then all left.",
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("it rained", "It rained."),
        ("? roads\n> it rained", "• A question was asked about roads. It rained."),
        ("! noted that it rained", "The Committee noted that it rained."),
        ("- Roads: it rained", "• Roads – it rained."),
        ("- it rained", "• it rained"),
        ("it rained!", "It rained!"),
        ("- Roads: did it rain?", "• Roads – did it rain?"),
        (
            "! agreed the ‘Better  Roads’ plan - “at last”",
            "The Committee agreed the ‘Better  Roads’ plan - “at last”.",
        ),
    ],
)
def test_capitals_and_stops_and_nothing_else_inside(typed: str, text: str) -> None:
    assert printed(typed) == [text]


@pytest.mark.parametrize(
    "typed",
    [
        "/vote 7 3 1",
        "/sub Doe for Webb",
        "/interest Webb dpi 5: owns it",
        "/urgent",
        "/move Webb: that it be so",
        "/done 4",
        "/nonsense",
        "/close late",
        "/out Webb",
        "!= 10.1 10.2",
        "!~ it was cheap",
        "@Clerk:",
    ],
)
def test_what_cannot_be_read_is_kept_word_for_word(typed: str) -> None:
    assert printed(typed) == [f"[to check: {typed}]"]


def test_a_name_that_fits_two_people_is_kept_word_for_word() -> None:
    assert printed("/in Ann Doe\n/in Bob Doe\n? (Doe) roads")[-1] == "[to check: ? (Doe) roads]"


# -- parts, lists and labels -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "text", "indent"),
    [
        ("Members raised these:", "Members raised these:", ""),
        ("! agreed:", "The Committee agreed:", ""),
        ("! that the following be done:", "AGREED that the following be done:", ""),
        (
            "? roads\n> officers confirmed these:",
            "• In response to a question about roads, officers confirmed these:",
            "  ",
        ),
    ],
)
def test_a_line_that_ends_in_a_colon_takes_the_points_below(line: str, text: str, indent: str) -> None:
    said = printed(f"{line}\n- one\n# Money\n- two\n-- under\nThen.\n- three")
    assert [each for each in said if each not in ("# Decision", "# Discussion")] == [
        text,
        f"{indent}• one",
        "Money",
        f"{indent}• two",
        f"{indent}  • under",
        "Then.",
        "• three",
    ]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("a)", "b)", "c)"), ("(1)", "(2)", "(3)"), ("1.", "2.", "3."), ("i.", "ii.", "iii.")],
)
def test_a_numbering_goes_on_across_group_headings(first: str, second: str, third: str) -> None:
    assert printed(f"Agreed:\n# Money\n- {first} one\n- two\n# Roads\n- Kerbs: three") == [
        "Agreed:",
        "Money",
        f"{first} one",
        f"{second} two",
        "Roads",
        f"{third} Kerbs – three.",
    ]


def test_a_label_in_points_under_points_and_questions() -> None:
    assert printed("- a) Roads: wet\n-- Kerbs: dry\n? Trees: felling\n? Trees, kerbs: felling") == [
        "a) Roads – wet.",
        "  • Kerbs – dry.",
        "• Trees – a question was asked about felling.",
        "• A question was asked about Trees, kerbs: felling.",
    ]
    assert printed("- The following:\n-- one") == ["• The following:", "  • one"]
