"""What is said of a line while it is typed, and what tab completes."""

from __future__ import annotations

import pytest

from minutes.shorthand import complete
from tests.minutes.reader import HERE, reading_of, sitting_after, with_themes

ASKED = f"{HERE}\n/5\n- Audits: they were late\n? (Cooper) Staff surveys: how"


@pytest.mark.parametrize(
    ("line", "kind", "hints"),
    [
        (
            "@Director of People: provide the Action Plan by 28 nov",
            "action",
            ["owner Director of People ✓", "due Thu 28 November 2019 ✓"],
        ),
        ("@Ofsted: visit by 31 November", "action", ["owner “Ofsted” (not on the list)", "no date read"]),
        ("@Clerk: visit #quality", "action", ["owner Clerk ✓", "no date", "theme quality"]),
        ("@Clerk: visit in due course", "action", ["owner Clerk ✓", "in due course ✓"]),
        ("? (Johnson) Audits: how", "question", ["asker Councillor Johnson ✓", "label “Audits”"]),
        ("? (Ofsted) how", "question", ["asker “Ofsted” (not on the list)"]),
        ("! noted the report", "decision", ["“The Committee noted the report.”"]),
        ("! that it be noted", "decision", ["“AGREED that it be noted.”"]),
        ("/5", "item", ["item 5 Ofsted Update Report"]),
        ("/item + Fire", "item", ["adds item 8 Fire"]),
        ("/exempt 6 3", "exempt", ["item 6 exempt, paragraph 3"]),
        ("/exempt 3", "exempt", ["from here exempt, paragraph 3"]),
        ("/out Cooper 19.42", "out", ["out Councillor Cooper at 7.42pm"]),
        (
            "/present Kemp, Webb",
            "present",
            [
                "present Councillor Kemp and Councillor Webb",
                "“Webb” is new to this meeting",
                "Councillor Webb is a member from here",
            ],
        ),
        ("/previous", "previous", ["minutes of 2 July 2019 agreed"]),
        ("/nextmeeting 15 Oct 7pm", "next meeting", ["next meeting Tue 15 October 2019 at 7pm"]),
        ("/short PC = the Parish Council", "short", ["PC prints as “the Parish Council”"]),
        ("/none", "none", ["“There were none.”"]),
        ("A note.", "note", []),
        ("", "", []),
    ],
)
def test_the_meaning_of_a_line_in_a_few_words(line: str, kind: str, hints: list[str]) -> None:
    reading = reading_of(line)
    assert (reading.kind_name, [hint.text for hint in reading.hints]) == (kind, hints)


def test_closing_is_said_to_sign_the_minutes_agreed_here() -> None:
    closing = [hint.text for hint in reading_of("/close 8pm", "/previous").hints]
    assert closing == ["closes at 8pm", "signs the minutes agreed here, for good"]
    assert [hint.text for hint in reading_of("/close 8pm").hints] == ["closes at 8pm"]


def test_what_to_look_at_again_stands_out() -> None:
    hints = reading_of("@Ofsted: visit by 31 November").hints
    assert [hint.ok for hint in hints] == [True, False]
    doubt, *_ = reading_of("/out Webb").hints
    assert (doubt.text, doubt.ok) == ("“Webb” is not at this meeting", False)
    doubt, owner, _ = reading_of("+ Clerk: go").hints
    assert (doubt.ok, owner.ok) == (False, True)


@pytest.mark.parametrize(
    ("line", "kind", "first"),
    [
        ("?", "question", "? (Cooper) Audits: how often"),
        ("@", "action", "@Clerk: ask for quotes by Friday"),
        ("/", "command", "/item 5 · + Title"),
        ("/at", "command", "/attending A (role), B"),
        ("/exempt", "command", "/exempt [ITEM] PARAGRAPHS [; reason]"),
    ],
)
def test_a_line_just_begun_shows_what_may_follow(line: str, kind: str, first: str) -> None:
    reading = reading_of(line)
    assert (reading.kind_name, reading.hints[0].text, reading.hints[0].ok) == (kind, first, True)


@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("@Dir", ["@Director of People"]),
        ("it was said. @kem", ["it was said. @Kemp"]),
        ("@Clerk, coo", ["@Clerk, Cooper"]),
        ("+ cle", ["+ Clerk"]),
        ("? (how", ["? (Howcroft-Scott"]),
        ("/present Kemp, joh", ["/present Kemp, Johnson"]),
        ("/attending mon", ["/attending Monitoring Officer"]),
        ("/pre", ["/present ", "/previous "]),
        ("/present Kemp and joh", ["/present Kemp and Johnson"]),
        ("/sub sue", ["/sub Sue Lintern"]),
        ("/sub Doe for coo", ["/sub Doe for Cooper"]),
        ("/chair coo", ["/chair Cooper"]),
        ("/in hack", ["/in Hackwell"]),
        ("/move Cooper, joh", ["/move Cooper, Johnson"]),
        ("/move Cooper: that Joh", []),
        ("/amend joh", ["/amend Johnson"]),
        ("/second joh", ["/second Johnson"]),
        ("/against Kemp, joh", ["/against Kemp, Johnson"]),
        ("/interest Kemp, joh", ["/interest Kemp, Johnson"]),
        ("/interest Kemp ", ["/interest Kemp dpi", "/interest Kemp osi", "/interest Kemp other"]),
        ("/interest Kemp, Johnson o", ["/interest Kemp, Johnson osi", "/interest Kemp, Johnson other"]),
        ("/interest Kemp dpi: Joh", []),
        ("/urgent flood; mon", ["/urgent flood; Monitoring Officer"]),
        ("/urgent mon", []),
        ("- Aud", ["- Audits: "]),
        ("-- Aud", ["-- Audits: "]),
        ("? sta", ["? Staff surveys: "]),
        ("? (Kemp) Sta", ["? (Kemp) Staff surveys: "]),
        ("- Ofs", ["- Ofsted Update Report: "]),
        ("@Clerk: go #q", ["@Clerk: go #Quality"]),
        ("@Clerk: go #", ["@Clerk: go #Quality", "@Clerk: go #Value-for-money"]),
        ("# Qu", []),
        ("A plain note about Kem", []),
        ("a@b", []),
        ("/none K", []),
        ("", []),
    ],
)
def test_tab_completes_what_was_begun(begun: str, completed: list[str]) -> None:
    sitting = sitting_after(ASKED, with_themes("Quality", "Value for money"))
    found = complete(begun, len(begun), sitting)
    assert [begun[: each.start] + each.text + begun[each.end :] for each in found] == completed


def test_tab_in_the_middle_of_a_line_leaves_what_follows() -> None:
    line = "@coo to go"
    (found,) = complete(line, 4, sitting_after())
    assert line[: found.start] + found.text + line[found.end :] == "@Cooper to go"


def test_tab_far_into_a_paragraph_completes_at_its_place() -> None:
    line = f"{'word ' * 1000}@kem"
    (found,) = complete(line, len(line), sitting_after())
    assert line[: found.start] + found.text == f"{'word ' * 1000}@Kemp"


def test_names_that_begin_alike_are_offered_in_turn() -> None:
    found = complete("@c", 2, sitting_after())
    assert [each.text for each in found] == ["Cooper", "Clerk", "Chairman"]
