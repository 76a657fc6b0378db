"""The shorthand's chapter "Actions": what prints in the minute, and what stands in the log."""

from __future__ import annotations

import pytest

from tests.minutes.meetings import logged, printed


@pytest.mark.parametrize(
    ("typed", "text", "row"),
    [
        (
            "- Bridge: no signs yet. @Clerk to ask Cllr Webb by 5 July",
            "• Bridge – no signs yet. Clerk to ask Cllr Webb by 5 July.",
            ("Ask Cllr Webb", "Clerk", "5 Jul 2020"),
        ),
        (
            "! directed the @Company Secretary to register the company",
            "The Committee directed the Company Secretary to register the company.",
            ("Register the company", "Company Secretary", "no date"),
        ),
        (
            "@officers undertook to provide further information on these",
            "Officers undertook to provide further information on these.",
            ("Provide further information on these", "Officers", "no date"),
        ),
        (
            "- Edge of care: asked, @officers undertook to provide further information on these",
            "• Edge of care – asked, officers undertook to provide further information on these.",
            ("Provide further information on these", "Officers", "no date"),
        ),
        (
            "@Clerk, Cooper: ask for three quotes by Friday",
            "The Clerk and Councillor Cooper undertook to ask for three quotes by 6 September 2019.",
            ("Ask for three quotes", "Clerk, Councillor Cooper", "6 Sep 2019"),
        ),
        (
            "@Director of People: provide the Action Plan by 28 Nov #quality",
            "The Director of People undertook to provide the Action Plan by 28 November 2019.",
            ("Provide the Action Plan", "Director of People", "28 Nov 2019"),
        ),
        (
            "! that the @Director of People write to Ofsted by 28 Nov #quality",
            "AGREED that the Director of People write to Ofsted by 28 Nov.",
            ("Write to Ofsted", "Director of People", "28 Nov 2019"),
        ),
    ],
)
def test_the_examples_of_actions(typed: str, text: str, row: tuple[str, ...]) -> None:
    assert printed(typed) == [text]
    assert logged(typed) == [("1/2019", "5", *row)]


@pytest.mark.parametrize(
    "line",
    [
        "A note. {}",
        "- {}",
        "-- {}",
        "- Label: {}",
        "? (Kemp) {}",
        "? roads\n> {}",
        "! agreed that {}",
        "| a | {}",
    ],
)
def test_an_owner_may_stand_in_every_line_that_prints(line: str) -> None:
    notes = line.format("the @Clerk would write")
    said = "The Clerk" if "> " in line else "the Clerk"
    assert f"{said} would write" in printed(notes)[-1]
    assert "@" not in printed(notes)[-1]
    assert logged(notes)[0][2:] == ("Write", "Clerk", "no date")


@pytest.mark.parametrize("verb", ["to", "will", "would", "agreed to", "undertook to", "offered to"])
def test_an_owner_on_no_list_ends_before_one_of_six_verbs(verb: str) -> None:
    assert printed(f"@Kent Police {verb} patrol") == [f"Kent Police {verb} patrol."]
    assert logged(f"@Kent Police {verb} patrol") == [("1/2019", "5", "Patrol", "Kent Police", "no date")]


def test_the_owner_is_the_longest_run_of_words_that_fits_one_person() -> None:
    assert logged("@Director of People – Children and Adult Services to go")[0][2:4] == (
        "Go",
        "Director of People",
    )
    assert logged("@Councillor Cooper go")[0][2:4] == ("Go", "Councillor Cooper")
    assert logged("@Director to go")[0][2:4] == ("Go", "Director of People")


@pytest.mark.parametrize(
    ("owner", "known"),
    [
        ("Clerk", "The Clerk"),
        ("the Clerk", "The Clerk"),
        ("Director of People – Children and Adult Services", "The Director of People"),
        ("Head of Law (Interim)", "The Head of Law"),
        ("Head of Law – North", "The Head of Law"),
        ("Ofsted", "Ofsted"),
        ("Cooper and Kemp", "Councillors Cooper and Kemp"),
        ("Cooper, Kemp and Clerk", "Councillors Cooper and Kemp, and the Clerk"),
    ],
)
def test_a_role_prints_with_the_up_to_its_dash_or_bracket(owner: str, known: str) -> None:
    assert printed(f"@{owner}: go") == [f"{known} undertook to go."]


def test_the_action_is_the_rest_of_its_sentence() -> None:
    typed = (
        "- Roads: wet. @Clerk to ask Mr. Webb by 6 p.m. Monday. The @Monitoring Officer will wait. All left"
    )
    assert printed(typed) == [
        "• Roads – wet. Clerk to ask Mr. Webb by 6 p.m. Monday. The Monitoring Officer will wait. All left."
    ]
    assert [row[2:4] for row in logged(typed)] == [
        ("Ask Mr. Webb by 6 p.m. Monday", "Clerk"),
        ("Wait", "Monitoring Officer"),
    ]


@pytest.mark.parametrize(
    "above", ["A note.", "- a point", "? roads", "? roads\n> yes", "! noted it", "| a", "@Kemp: go", "/none"]
)
def test_a_follow_on_is_tied_to_the_line_above_and_prints_nowhere(above: str) -> None:
    alone, rows = printed(above), logged(above)
    notes = f"{above}\n+ Clerk: write by Friday\n+ officers, Cooper: wait"
    assert printed(notes) == alone
    assert [row[2:] for row in logged(notes)[len(rows) :]] == [
        ("Write", "Clerk", "6 Sep 2019"),
        ("Wait", "Officers, Councillor Cooper", "no date"),
    ]


@pytest.mark.parametrize(
    ("words", "said", "when"),
    [
        ("go by Friday", "go by 6 September 2019", "6 Sep 2019"),
        ("go within two weeks", "go within two weeks", "17 Sep 2019"),
        ("go at the next meeting", "go at the next meeting", "next meeting"),
        ("go as soon as possible", "go as soon as possible", "as soon as possible"),
        ("go in due course", "go in due course", "in due course"),
        ("go", "go", "no date"),
        ("go by bus", "go by bus", "no date"),
        ("go by Friday, #a #b", "go by 6 September 2019", "6 Sep 2019"),
        ("go #a #b by Friday.", "go by 6 September 2019", "6 Sep 2019"),
        ("go to #5 by Friday", "go to #5 by 6 September 2019", "6 Sep 2019"),
    ],
)
def test_the_due_date_at_the_end_before_or_after_themes(words: str, said: str, when: str) -> None:
    assert printed(f"@Clerk: {words}") == [f"The Clerk undertook to {said}."]
    assert logged(f"@Clerk: {words}")[0][4] == when


def test_a_sentence_after_the_action_stays_and_the_date_is_found() -> None:
    typed = "@Clerk: chase BT by 28 Nov. They had not replied"
    assert printed(typed) == ["The Clerk undertook to chase BT by 28 Nov. They had not replied."]
    assert logged(typed)[0][4] == "28 Nov 2019"


def test_actions_are_numbered_in_the_order_recorded() -> None:
    notes = "@Clerk: a\n- @Kemp to b and @Cooper to c\n+ Ofsted: d\n| @Johnson to e | @Hackwell to f"
    assert [(row[0], row[2]) for row in logged(notes)] == [
        ("1/2019", "A"),
        ("2/2019", "B"),
        ("3/2019", "C"),
        ("4/2019", "D"),
        ("5/2019", "E"),
        ("6/2019", "F"),
    ]
