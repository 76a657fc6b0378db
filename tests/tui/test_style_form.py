"""What is typed on the Style screen, and the house style that it makes of a body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.formats.text import write
from minutes.style import LAYOUTS, PARTS, WORDS, style_of, words_of
from storage.records import Body, MeetingRecord
from tui.body_form import SettingError
from tui.sample_minutes import example_of
from tui.style_form import (
    StyleForm,
    form_of,
    in_layout,
    layout_after,
    meaning,
    minutes_in,
    moved,
    with_style,
    written_in,
)

BODY = Body(
    3,
    "Improvement Board",
    "Upton Council",
    noun="The Board",
    title="Councillor",
    verb="RESOLVED",
    layout="board",
    words=(("chair", "Chairman"), ("reasons", "-")),
    parts=(("apologies", ""), ("present", "Members present"), ("absent", "-")),
)


@pytest.fixture(scope="module")
def example() -> MeetingRecord:
    return example_of(BODY, date(2019, 11, 28))


def typed(form: StyleForm, **words: str) -> StyleForm:
    """The form with these words typed."""
    return replace(form, words=tuple((name, words.get(name, text)) for name, text in form.words))


@pytest.mark.parametrize("body", [BODY, Body(1, "Cabinet"), replace(BODY, parts=(("close", "The end"),))])
def test_what_the_form_says_of_a_body_makes_the_same_style(body: Body) -> None:
    form = form_of(body)

    assert with_style(body, form) == with_style(with_style(body, form), form)
    assert style_of(with_style(body, form)) == style_of(body)
    assert {name for name, _ in form.words} == set(WORDS)
    assert {name for name, _ in form.parts} == set(PARTS)


def test_an_order_that_is_the_layouts_own_is_not_kept() -> None:
    body = Body(1, "Cabinet", layout="committee")
    form = form_of(body)
    there, back = moved(form.parts, "close", -1), moved(moved(form.parts, "close", -1), "close", 1)

    assert [name for name, _ in with_style(body, replace(form, parts=there)).parts][5:7] == [
        "close",
        "minutes",
    ]
    assert with_style(body, replace(form, parts=back)).parts == ()


def test_a_part_is_moved_no_further_than_the_ends() -> None:
    parts = (("a", ""), ("b", "x"), ("c", ""))

    assert moved(parts, "b", -5) == (("b", "x"), ("a", ""), ("c", ""))
    assert moved(parts, "b", 5) == (("a", ""), ("c", ""), ("b", "x"))


def test_another_layout_has_its_own_order_unless_the_clerk_chose_one() -> None:
    usual = form_of(Body(1, "Cabinet", layout="committee"))
    chosen = replace(usual, parts=moved(usual.parts, "close", -2))

    assert in_layout(usual, "board", "committee").parts == form_of(Body(1, "Cabinet", layout="board")).parts
    assert in_layout(chosen, "board", "committee").parts == chosen.parts


def test_the_layouts_go_round() -> None:
    assert [layout_after(layout, 1) for layout in LAYOUTS] == [*LAYOUTS[1:], LAYOUTS[0]]
    assert layout_after(LAYOUTS[0], -1) == LAYOUTS[-1]


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        ({"layout": "poster"}, "layout", "There is no layout “poster”"),
        ({"words": (("chair", "Chair; man"), ("resolved", ""))}, "chair", "leave out the semicolon"),
        ({"parts": (("close", "End; close"),)}, "close", "leave out the semicolon"),
    ],
)
def test_what_cannot_be_kept_is_said_of_its_line(change: dict[str, object], line: str, told: str) -> None:
    with pytest.raises(SettingError, match=told) as refused:
        with_style(BODY, replace(form_of(BODY), **change))  # type: ignore[arg-type]  # of any field
    assert refused.value.line == line


def test_what_is_typed_is_what_the_minutes_say(example: MeetingRecord) -> None:
    form = typed(form_of(BODY), resolved="DECIDED", chair="Convener", title="Note of the meeting")
    form = replace(form, parts=tuple((n, "The end" if n == "close" else h) for n, h in form.parts))
    text = write(minutes_in(example, form, restricted=True))

    for words in ("DECIDED", "Convener", "Note of the meeting", "The end", "Members present"):
        assert words in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_example_has_every_word_and_says_where(example: MeetingRecord, layout: str) -> None:
    form = form_of(Body(3, "Improvement Board", layout=layout, verb=""))

    for name in words_of(layout):
        lines, place = written_in(example, form, name, restricted=True, width=76)
        assert place is not None, f"{name} is nowhere in the example as {layout}"
        usual = style_of(Body(0, "", layout=layout, verb="")).words[name]
        if not usual.isdecimal():
            assert usual in lines[place].text


def test_the_example_is_read_without_a_doubt(example: MeetingRecord) -> None:
    assert [entry.doubt for entry in example.entries if entry.doubt] == []


def test_every_line_says_what_it_is_for() -> None:
    assert all(meaning(name) for name in ("layout", *WORDS, *PARTS))
    assert "leaves it out" not in meaning("minutes")
