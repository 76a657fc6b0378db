"""Document trees as text: what was kept comes back, and nothing else is taken for a tree."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Document, Heading, Paragraph
from minutes.formats.text import write
from minutes.layouts import build
from minutes.trees import from_text, to_text
from tests.minutes.any_document import documents, words
from tests.minutes.meetings import taken

JSON: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None)
@given(documents)
def test_every_tree_comes_back_as_it_was_kept(document: Document) -> None:
    text = to_text(document)
    assert from_text(text) == document
    assert to_text(from_text(text)) == text
    assert "\n" not in text


def test_a_printed_tree_reads_the_same_when_it_comes_back() -> None:
    tree = build(taken("/present Kemp\n/5\nA note.\n- a) one\n| a | b\n| 1 | 2\n@Clerk: ask"))
    assert write(from_text(to_text(tree))) == write(tree)


def test_the_text_is_the_same_for_the_same_tree_and_holds_no_defaults() -> None:
    document = Document("Board – 3 September 2019", ("Council",), (Paragraph("Café."), Heading("Land")))
    assert to_text(document) == (
        '{"blocks":[{"kind":"paragraph","text":"Café."},{"kind":"heading","text":"Land"}],'
        '"head":["Council"],"title":"Board – 3 September 2019","version":1}'
    )


@settings(max_examples=40, deadline=None)
@given(documents, st.data())
def test_a_text_cut_short_is_refused_in_one_line(document: Document, data: st.DataObject) -> None:
    text = to_text(document)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    with pytest.raises(ValueError, match=r"^this is no document tree: [^\n]+$"):
        from_text(cut)


@settings(max_examples=50, deadline=None)
@given(JSON, st.sampled_from(["title", "head", "blocks", "mark", "language", "unheard of"]))
def test_a_tree_with_something_else_in_it_is_refused_or_is_a_tree(value: object, field: str) -> None:
    tree = {"title": "", "head": [], "blocks": [], "version": 1} | {field: value}
    try:
        document = from_text(json.dumps(tree))
    except ValueError as refused:
        said = str(refused)
    else:
        said = ""
        assert from_text(to_text(document)) == document
    assert re.fullmatch(r"|this is no document tree: .+", said)


@pytest.mark.parametrize(
    "block",
    [
        {},
        {"kind": "paragraph"},
        {"kind": "paragraph", "text": 5},
        {"kind": "paragraph", "text": "a", "keep": 1},
        {"kind": "paragraph", "text": "a", "colour": "red"},
        {"kind": "page", "text": "a"},
        {"kind": ["paragraph"], "text": "a"},
        {"kind": "point", "text": "a", "level": True},
        {"kind": "table", "rows": [["a", "b"], ["c"]]},
        {"kind": "table", "rows": []},
        {"kind": "table", "rows": [[]]},
        {"kind": "field", "name": "a", "values": "b"},
        {"kind": "chart", "title": "a", "series": ["b"], "rows": [["c", [1, 2]]]},
        {"kind": "chart", "title": "a", "series": ["b"], "rows": [["c", ["1"]]]},
        {"kind": "chart", "title": "a", "series": ["b"], "rows": [["c"]]},
        "paragraph",
        None,
    ],
)
def test_a_block_that_no_layout_builds_is_refused(block: object) -> None:
    text = json.dumps({"title": "", "head": [], "blocks": [block], "version": 1})
    with pytest.raises(ValueError, match=r"^this is no document tree: a \w+ in it is not as it should be$"):
        from_text(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it has no version"),
        ('{"title":"","head":[],"blocks":[]}', "it has no version"),
        ('{"version":true,"title":"","head":[],"blocks":[]}', "it has no version"),
    ],
)
def test_what_is_no_tree_says_so(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"^this is no document tree: {why}$"):
        from_text(text)


def test_a_tree_of_a_newer_program_is_left_to_that_program() -> None:
    with pytest.raises(ValueError, match=r"^a newer minutebook wrote this document tree"):
        from_text('{"version":2,"title":"","head":[],"blocks":[],"shape":"round"}')
