"""The house style: what a body says of words and parts over what its layout has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.document import Field, Heading, Signature
from minutes.layouts import build
from minutes.style import LAYOUTS, MEANINGS, NOTHING, PARTS, WORDS, layout_named, style_of, words_of
from storage.records import Body
from tests.minutes.meetings import prepared, taken

BODY = Body(1, "Improvement Board", verb="")


@pytest.mark.parametrize(
    ("typed", "layout"),
    [
        ("committee", "committee"),
        ("Board", "board"),
        ("gov", "governors"),
        ("Decision-Notice", "decision notice"),
        ("decisionnotice", "decision notice"),
        (" action_LOG ", "action log"),
        ("a", "action log"),
    ],
)
def test_a_layout_is_named_by_what_begins_it(typed: str, layout: str) -> None:
    assert layout_named(typed) == layout


@pytest.mark.parametrize("typed", ["", "-", "minutes", "boards", "x\ny"])
def test_a_layout_nobody_knows_is_refused_in_one_line_that_lists_them(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\Athere is no layout .*: it is one of (.+)\Z") as refused:
        layout_named(typed)
    assert ", ".join(LAYOUTS) in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "layout"),
    [("decision-notice", "decision notice"), ("Governors", "governors"), ("x", "committee")],
)
def test_a_body_has_the_layout_its_agenda_names_else_the_committees(written: str, layout: str) -> None:
    assert style_of(replace(BODY, layout=written)).layout == layout


def test_a_resolution_opens_as_the_body_has_it_else_as_the_layout() -> None:
    assert [style_of(BODY, layout).verb for layout in ("", "board")] == ["AGREED", "IT WAS RESOLVED"]
    assert style_of(replace(BODY, verb="RESOLVED"), "board").verb == "RESOLVED"
    assert style_of(replace(BODY, words=(("resolved", "DECIDED"),)), "board").verb == "DECIDED"
    assert style_of(replace(BODY, verb=NOTHING)).verb == "AGREED"


def test_words_go_over_the_usual_and_names_nobody_knows_say_nothing() -> None:
    words = (("discussion", "Consideration"), ("reasons", NOTHING), ("decision", ""), ("noise", "x"))
    style = style_of(replace(BODY, words=words))
    assert style.word("discussion") == "Consideration"
    assert (style.word("reasons"), style.usual("reasons")) == ("", "Reasons")
    assert style.word("decision") == "Decision"
    assert "noise" not in style.words


def test_every_word_is_explained_and_written_by_some_layout() -> None:
    assert list(MEANINGS) == list(WORDS)
    assert {word for layout in LAYOUTS for word in words_of(layout)} == set(WORDS)
    assert words_of("action log") == ("action log",)


def test_parts_left_unsaid_come_right_after_those_that_precede_them() -> None:
    parts = (("apologies", "Sorry"), ("minutes", ""), ("present", ""), ("close", NOTHING))
    assert style_of(replace(BODY, parts=parts)).parts == (
        ("apologies", "Sorry"),
        ("absent", "Absent"),
        ("in attendance", "In attendance"),
        ("minutes", ""),
        ("present", "Present"),
        ("substitutes", "Substitutes"),
        ("actions", "Actions"),
        ("signature", ""),
    )


def test_the_minutes_are_never_left_out_and_without_settings_all_parts_are_there() -> None:
    assert ("minutes", "") in style_of(replace(BODY, parts=(("minutes", NOTHING),))).parts
    assert dict(style_of(BODY).parts) == dict(PARTS)
    assert list(dict(style_of(BODY, "board").parts))[:3] == ["present", "substitutes", "in attendance"]


def test_a_body_prints_its_parts_in_its_order_under_its_headings() -> None:
    record = taken("/present Kemp\n/apologies Cooper\n/5\n@Clerk: ask\n/close 8pm")
    parts = (("apologies", "Sorry to miss it"), ("present", ""), ("actions", "To do"), ("close", NOTHING))
    tree = build(replace(record, body=replace(record.body, parts=parts)))
    named = [getattr(block, "name", getattr(block, "text", "")) for block in tree.blocks if is_headed(block)]
    assert named[:5] == ["Sorry to miss it", "Present", "Ofsted Update Report", "To do", "Chairman"]
    assert "The meeting closed" not in repr(tree)


def is_headed(block: object) -> bool:
    return isinstance(block, Field | Heading | Signature)


@pytest.mark.parametrize("layout", ["committee", "board", "governors"])
def test_the_chair_and_members_are_called_as_the_body_chose(layout: str) -> None:
    record = taken("/present Kemp, Cooper\n/5\nCooper spoke.\n! noted it\n/out Cooper\n/previous")
    words = (("chair", "Chair"), ("member", "Cllr"))
    tree = build(replace(record, body=replace(record.body, words=words)), layout=layout)
    page = repr(tree)
    assert "Chairman" not in page
    assert "Cllr Cooper left the meeting." in page
    assert "Councillor" not in page
    assert Signature("Chair") in tree.blocks


def test_each_paper_says_in_its_title_which_it_is() -> None:
    papers = ("committee", "decision notice", "action log")
    titles = [build(prepared(), layout=layout).title for layout in papers]
    assert titles == [
        "Overview and Scrutiny Committee – Minutes of the meeting – 3 September 2019",
        "Overview and Scrutiny Committee – Decision notice – 3 September 2019",
        "Overview and Scrutiny Committee – Action log – 3 September 2019",
    ]
