"""Every kind of line, and what of it is kept (SHORTHAND, the first table, Labels, Parts, Questions)."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.shorthand import SIGNS, clean, read_lines
from minutes.sitting import Sitting
from storage.records import Kind, MeetingRecord
from tests.minutes.meetings import prepared
from tests.minutes.reader import entries_of, entry_of, names_of, reading_of

EXAMPLE = Path(__file__).parents[1] / "journeys" / "worked"
ASKED = "/5\n? Audits: how"


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("The Director introduced the report.", Kind.NOTE, "The Director introduced the report."),
        ("# Workforce", Kind.HEADING, "Workforce"),
        ("- more was needed", Kind.POINT, "more was needed"),
        ("? how often", Kind.QUESTION, "how often"),
        ("! noted the report", Kind.DECISION, "noted the report"),
        ("| HMRC | 62.40 | 0.00 | 62.40", Kind.ROW, "HMRC | 62.40 | 0.00 | 62.40"),
        ("| Total | = |", Kind.ROW, "Total | ="),
        ("| a | | c", Kind.ROW, "a |  | c"),
        ("/none", Kind.NONE, ""),
    ],
)
def test_the_first_character_says_what_kind_a_line_is(line: str, kind: Kind, text: str) -> None:
    entry = entry_of(line)
    assert (entry.kind, entry.text, entry.source, entry.doubt) == (kind, text, line, "")


def test_every_sign_has_its_example_read_without_doubt() -> None:
    for sign in SIGNS:
        entry = entry_of(sign.example, ASKED)
        assert entry.doubt == "", sign.example


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\\- 5 degrees", "- 5 degrees"),
        ("\\/5 is no item", "/5 is no item"),
        ("\\\\ twice", "\\ twice"),
        ("\\@home to stay", "@home to stay"),
        ("   leading space", "leading space"),
        ("it said 'A  –  b' then", "it said 'A  –  b' then"),
    ],
)
def test_a_backslash_takes_the_next_character_literally(line: str, text: str) -> None:
    entry = entry_of(line)
    assert (entry.kind, entry.text) == (Kind.NOTE, text)


def test_a_backslash_that_keeps_a_short_form_short_stays() -> None:
    assert entry_of("\\PC met", "/short PC = the Parish Council").text == "\\PC met"
    assert entry_of("\\PC met").text == "PC met"


@pytest.mark.parametrize("line", ["", "   ", "\t", "// a comment", "  // too", "\x1b[0m"])
def test_blank_lines_and_comments_are_passed_over(line: str) -> None:
    assert reading_of(line).act.entries == ()


@pytest.mark.parametrize(
    "line", ["-", "--", "!", "?", ">", "@", "+", "|", "/", "#", "\\", "- a)", "? (Kemp)"]
)
def test_a_sign_alone_is_kept_to_be_checked(line: str) -> None:
    entry = entry_of(line, ASKED)
    assert (entry.kind, entry.text) == (Kind.UNREAD, line)
    assert entry.doubt


def test_lines_end_in_cr_lf_or_both_and_keep_their_numbers() -> None:
    reading = read_lines("/5\r\n\r\nOne.\rTwo.\n// no\nThree.", Sitting(prepared()))
    assert [entry.text for entry in reading.act.entries] == ["", "One.", "Two.", "Three."]
    assert reading.line_numbers == (1, 3, 4, 6)


def test_doubts_are_told_by_the_number_of_their_line() -> None:
    reading = read_lines("/5\n\n/vote 7\nfine", Sitting(prepared()))
    assert reading.doubts == ((3, "there is no motion or decision above to vote on"),)


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("- Member training: the Commissioner stated", "Member training", "the Commissioner stated"),
        ("- Meeting at 10:30: it was late", "Meeting at 10:30", "it was late"),
        ("- no label here", "", "no label here"),
        ("- Trees, roads: both", "", "Trees, roads: both"),
        ("- The following:", "", "The following:"),
        ("- 10:30 it began", "", "10:30 it began"),
        (f"- {'x' * 60}: text", "x" * 60, "text"),
        (f"- {'x' * 61}: text", "", f"{'x' * 61}: text"),
        ("- First: second: third", "First", "second: third"),
        ("? Audits: how often", "Audits", "how often"),
        ("? (Kemp) Audits: how often", "Audits", "how often"),
    ],
)
def test_the_label_stands_before_the_first_colon(line: str, label: str, text: str) -> None:
    entry = entry_of(line)
    assert (entry.label, entry.text) == (label, text)


@pytest.mark.parametrize(
    ("line", "level", "marker", "text"),
    [
        ("-- under it", 1, "", "under it"),
        ("- a) first", 0, "a)", "first"),
        ("- (1) first", 0, "(1)", "first"),
        ("- 1. first", 0, "1.", "first"),
        ("- i. first", 0, "i.", "first"),
        ("- iv. fourth", 0, "iv.", "fourth"),
        ("-- (a) under", 1, "(a)", "under"),
        ("- J. Smith spoke", 0, "", "J. Smith spoke"),
        ("- 5 degrees", 0, "", "5 degrees"),
        ("- 1.5 metres", 0, "", "1.5 metres"),
        ("- etc. and so on", 0, "", "etc. and so on"),
    ],
)
def test_points_have_levels_and_numbers_of_their_own(line: str, level: int, marker: str, text: str) -> None:
    entry = entry_of(line)
    assert (entry.level, entry.marker, entry.text) == (level, marker, text)


@pytest.mark.parametrize(
    ("line", "askers"),
    [
        ("? (Johnson) how often", ["Councillor Johnson"]),
        ("? (Johnson, Kemp) how often", ["Councillor Johnson", "Councillor Kemp"]),
        ("? (the Director) how often", ["Director of People"]),
        ("? (The Mayor) how often", ["The Mayor"]),
        ("? (Ann Bell (Ofsted)) how often", ["Ann Bell (Ofsted)"]),
        ("? how often (if ever)", []),
    ],
)
def test_the_asker_stands_in_brackets(line: str, askers: list[str]) -> None:
    entry = entry_of(line)
    assert names_of(entry) == askers
    assert entry.text.startswith("how often")


def test_an_asker_that_fits_two_is_kept_to_be_checked() -> None:
    entry = entry_of("? (Smith) how", members="Cllrs Jo Smith, Al Smith")
    assert (entry.kind, entry.text) == (Kind.UNREAD, "? (Smith) how")
    assert entry.doubt == "“Smith” fits Cllr Jo Smith and Cllr Al Smith"


def test_a_reply_belongs_to_the_question_above() -> None:
    assert entry_of("> officers agreed", ASKED).kind is Kind.REPLY
    assert entry_of("> and more", f"{ASKED}\n> officers agreed\n+ Clerk: do it").kind is Kind.REPLY


def test_a_reply_to_nothing_is_a_point_to_be_checked() -> None:
    entry = entry_of("> officers agreed", f"{ASKED}\nA note.")
    assert (entry.kind, entry.text) == (Kind.POINT, "officers agreed")
    assert "no question" in entry.doubt


def test_terminal_control_is_taken_out_and_letters_of_all_scripts_stay() -> None:
    assert clean("a\x1b[31mb\x1b[0m\x00c\td\x1b]0;title\x07e\x9b2Jf") == "abc def"
    kept = "שלום \u202bמ\u202c 👩‍👩‍👧 é [red] [/] বাংলা"
    assert clean(kept) == kept
    assert clean("\ud800") == "�"
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert entry_of("- [red]A\x1b[1m: b").label == "[red]A"


def test_the_worked_notes_are_read_without_a_doubt() -> None:
    reading = read_lines((EXAMPLE / "notes.txt").read_text(encoding="utf-8"), Sitting(_worked()))
    assert reading.doubts == ()
    assert sum(len(entry.actions) for entry in reading.act.entries) == 3
    assert reading.act.newcomers == ()


def test_lines_read_together_are_read_as_one_after_the_other() -> None:
    together = entries_of("/present Kemp, Webb\n/5\n? (Webb) how\n> so\n/for Webb")
    assert [entry.kind for entry in together] == [
        Kind.PRESENT,
        Kind.ITEM,
        Kind.QUESTION,
        Kind.REPLY,
        Kind.FOR,
    ]
    assert together[2].people[0].person_id == together[4].people[0].person_id == -1


def _worked() -> MeetingRecord:
    return prepared((EXAMPLE / "agenda.txt").read_text(encoding="utf-8"))
