"""The three ways of an action, its owners, due date and themes (SHORTHAND, Actions)."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.shorthand import read
from storage.records import DueKind, Kind
from tests.minutes.reader import (
    action_of,
    entry_of,
    names_of,
    owners_of,
    reading_of,
    sitting_after,
    with_themes,
)

SAID = "/5\nIt was discussed."


def test_an_owner_inside_a_printed_line_takes_the_rest_of_the_sentence() -> None:
    entry = entry_of("- Bridge: no signs yet. @Clerk to ask Cllr Webb by 5 July")
    (action,) = entry.actions
    assert (entry.kind, entry.label, entry.text) == (
        Kind.POINT,
        "Bridge",
        "no signs yet. Clerk to ask Cllr Webb by 5 July",
    )
    assert (owners_of(action), action.words) == (["Clerk"], "ask Cllr Webb")
    assert (action.due, action.due_words) == (date(2020, 7, 5), "by 5 July 2020")


@pytest.mark.parametrize(
    ("line", "text", "owner", "words"),
    [
        (
            "! directed the @Company Secretary to register the company",
            "directed the Company Secretary to register the company",
            "Company Secretary",
            "register the company",
        ),
        (
            "Asked, @officers undertook to provide further information on these.",
            "Asked, officers undertook to provide further information on these.",
            "officers",
            "provide further information on these",
        ),
        ("@Cooper will pay. All left.", "Cooper will pay. All left.", "Councillor Cooper", "pay"),
        ("@Cllr. Cooper agreed to pay", "Cllr. Cooper agreed to pay", "Councillor Cooper", "pay"),
        (
            "The @director of people offered to go",
            "The director of people offered to go",
            "Director of People",
            "go",
        ),
        ("(@Clerk to go)", "(Clerk to go)", "Clerk", "go"),
        ("@Director of Finance to pay", "Director of Finance to pay", "Director of Finance", "pay"),
        ("@Ofsted: visit us", None, "Ofsted", "visit us"),
        ("? how will the @Clerk pay by hand", "how will the Clerk pay by hand", "Clerk", "pay by hand"),
    ],
)
def test_the_owner_is_the_longest_name_that_fits_or_ends_before_the_verb(
    line: str, text: str | None, owner: str, words: str
) -> None:
    entry = entry_of(line)
    (action,) = entry.actions
    assert owners_of(action) == [owner]
    assert action.words == words
    assert entry.text == (text or "")


def test_a_sentence_ends_at_a_stop_before_a_capital_but_not_in_an_abbreviation() -> None:
    action = action_of("@Clerk to ask Mr. Webb and Dr. Bell of St. Mary's about it. They may come.")
    assert action.words == "ask Mr. Webb and Dr. Bell of St. Mary's about it"
    assert action_of("@Clerk to meet at 6 p.m. Monday").words == "meet at 6 p.m. Monday"


def test_owners_side_by_side_own_one_action() -> None:
    for line in ("@Clerk and @Cooper to go", "@Clerk, @Cooper to go", "@Clerk and Cooper to go"):
        action = action_of(line)
        assert (owners_of(action), action.words) == (["Clerk", "Councillor Cooper"], "go")


def test_owners_apart_own_an_action_each() -> None:
    entry = entry_of("- @Clerk to write by Friday and @Cooper to read it. @Kemp will sign #post.")
    assert [owners_of(a) for a in entry.actions] == [["Clerk"], ["Councillor Cooper"], ["Councillor Kemp"]]
    assert [a.words for a in entry.actions] == ["write", "read it", "sign"]
    assert entry.actions[0].due == date(2019, 9, 6)
    assert entry.text == "Clerk to write by Friday and Cooper to read it. Kemp will sign."


@pytest.mark.parametrize("line", ["Write to a@b.example.", "Meet @ noon", "It was 5@10", "- see x@y: z"])
def test_an_e_mail_address_or_a_loose_sign_is_no_owner(line: str) -> None:
    entry = entry_of(line)
    assert entry.actions == ()
    assert entry.doubt == ""


def test_with_a_colon_the_program_words_it() -> None:
    entry = entry_of("@Clerk, Cooper: ask for three quotes by Friday")
    (action,) = entry.actions
    assert (entry.kind, entry.text, names_of(entry)) == (Kind.ACTION, "", ["Clerk", "Councillor Cooper"])
    assert (action.words, action.due, action.due_words) == (
        "ask for three quotes",
        date(2019, 9, 6),
        "by 6 September 2019",
    )
    assert [owner.by_role for owner in action.owners] == [True, False]


def test_the_example_of_the_first_table() -> None:
    action = action_of("@Director of People: provide the Action Plan by 28 Nov #quality")
    assert owners_of(action) == ["Director of People"]
    assert (action.words, action.due_words, action.themes) == (
        "provide the Action Plan",
        "by 28 November 2019",
        ("quality",),
    )


@pytest.mark.parametrize("sign", ["@", "+ "])
def test_a_role_with_commas_is_parted_from_the_next_by_a_semicolon(sign: str) -> None:
    entry = entry_of(f"{sign}Head of Trees, Parks and Roads; Cooper: go", SAID)
    assert names_of(entry) == ["Head of Trees, Parks and Roads", "Councillor Cooper"]


def test_a_colon_in_the_middle_of_a_sentence_is_no_list_of_owners() -> None:
    entry = entry_of("@Clerk to ask these: Webb, Bell")
    assert (entry.kind, entry.text) == (Kind.NOTE, "Clerk to ask these: Webb, Bell")
    assert entry.actions[0].words == "ask these: Webb, Bell"


def test_a_follow_on_belongs_to_the_line_above() -> None:
    entry = entry_of("+ officers: to provide further information in due course", SAID)
    (action,) = entry.actions
    assert (entry.kind, entry.text, entry.doubt, names_of(entry)) == (Kind.FOLLOW_ON, "", "", ["officers"])
    assert (action.words, action.due, action.due_kind) == (
        "provide further information",
        None,
        DueKind.IN_DUE_COURSE,
    )


@pytest.mark.parametrize("above", ["", "/5", "/open 6pm", "/5\n+ Clerk: go"])
def test_a_follow_on_with_nothing_above_is_kept_with_its_action_and_a_doubt(above: str) -> None:
    entry = entry_of("+ Clerk: go", above)
    assert entry.kind is Kind.FOLLOW_ON
    assert len(entry.actions) == 1
    assert entry.doubt == "there is no line above that this action belongs to"


@pytest.mark.parametrize(
    "line",
    [
        "+ provide further info",
        "+ Clerk to go",
        "@Ofsted provides it",
        "we thanked @Ofsted. They will come to us",
        "@Clerk:",
        "thanks to the @Clerk.",
    ],
)
def test_an_action_without_owner_or_words_is_kept_to_be_checked(line: str) -> None:
    entry = entry_of(line, SAID)
    assert (entry.kind, entry.text, entry.actions) == (Kind.UNREAD, line, ())
    assert entry.doubt


def test_the_doubt_on_a_follow_on_shows_its_form() -> None:
    assert "+ owner: " in entry_of("+ provide further info", SAID).doubt


@pytest.mark.parametrize(
    "line", ["@Smith to go", "@Smith: go", "- a: b. @Smith will go", "+ Kemp, Smith: go"]
)
def test_an_owner_that_fits_two_people_keeps_the_line_whole(line: str) -> None:
    entry = entry_of(line, SAID, members="Cllrs Jo Smith, Al Smith, Kemp")
    assert (entry.kind, entry.text) == (Kind.UNREAD, line)
    assert entry.doubt == "“Smith” fits Cllr Jo Smith and Cllr Al Smith"


@pytest.mark.parametrize(
    ("words", "task", "themes"),
    [
        ("ask by Friday #money #quality", "ask", ("money", "quality")),
        ("ask #money by Friday #quality", "ask", ("money", "quality")),
        ("ask #money by Friday.", "ask", ("money",)),
        ("ask, by Friday.", "ask", ()),
        ("ask about #money for trees by Friday", "ask about #money for trees", ()),
        ("look at item #5 by Friday", "look at item #5", ()),
    ],
)
def test_themes_stand_before_or_after_the_date(words: str, task: str, themes: tuple[str, ...]) -> None:
    action = action_of(f"@Clerk: {words}")
    assert (action.words, action.themes, action.due) == (task, themes, date(2019, 9, 6))


def test_themes_at_the_end_of_a_printed_sentence_do_not_print() -> None:
    entry = entry_of("- @Clerk to ask #money by Friday #trees. Then #home was said.")
    assert entry.text == "Clerk to ask by Friday. Then #home was said."
    assert entry.actions[0].themes == ("money", "trees")


def test_a_theme_is_written_as_the_body_has_it() -> None:
    sitting = sitting_after("", with_themes("Quality", "Value for money"))
    (action,) = read("@Clerk: go #quality #value-for-money #new", sitting).act.entries[0].actions
    assert action.themes == ("Quality", "Value for money", "new")


@pytest.mark.parametrize(
    ("words", "task", "due", "due_words", "kind"),
    [
        ("go within two weeks", "go", date(2019, 9, 17), "within two weeks", DueKind.DATE),
        (
            "go by the end of October 2021",
            "go",
            date(2021, 10, 31),
            "by the end of October 2021",
            DueKind.DATE,
        ),
        ("go at the next meeting", "go", None, "at the next meeting", DueKind.NEXT_MEETING),
        ("go by the next meeting", "go", None, "by the next meeting", DueKind.NEXT_MEETING),
        ("go as soon as possible", "go", None, "as soon as possible", DueKind.AS_SOON_AS_POSSIBLE),
        ("go in due course", "go", None, "in due course", DueKind.IN_DUE_COURSE),
        ("go by 31 November", "go by 31 November", None, "", DueKind.UNDATED),
        ("go by bus", "go by bus", None, "", DueKind.UNDATED),
        ("report to the next meeting", "report to the next meeting", None, "", DueKind.UNDATED),
    ],
)
def test_the_due_date_stands_at_the_end(
    words: str, task: str, due: date | None, due_words: str, kind: DueKind
) -> None:
    action = action_of(f"@Clerk: {words}")
    assert (action.words, action.due, action.due_words, action.due_kind) == (task, due, due_words, kind)


def test_a_date_at_the_end_of_an_earlier_sentence_stays_in_its_place() -> None:
    action = action_of("@Clerk: ask for quotes by 1 Oct. They should be local.")
    assert action.words == "ask for quotes by 1 Oct. They should be local"
    assert (action.due, action.due_words) == (date(2019, 10, 1), "")


def test_the_next_meeting_has_the_date_that_was_said() -> None:
    action = action_of("@Clerk: report at the next meeting", "/nextmeeting 15 October")
    assert (action.due, action.due_kind) == (date(2019, 10, 15), DueKind.NEXT_MEETING)


def test_a_leading_verb_is_no_part_of_the_words() -> None:
    for opening in ("to ", "will ", "would ", "agreed to ", "undertook to ", "Offered to "):
        assert action_of(f"@Clerk: {opening}go home").words == "go home"
    assert action_of("@Clerk: toast the chair").words == "toast the chair"


def test_every_cell_of_a_row_may_name_an_owner() -> None:
    entry = entry_of("| Bridge | @Clerk to ask | @Cooper to go by Friday |")
    assert entry.text == "Bridge | Clerk to ask | Cooper to go by Friday"
    assert [action.words for action in entry.actions] == ["ask", "go"]
    assert reading_of("| a@b | c").act.entries[0].actions == ()
