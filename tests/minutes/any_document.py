"""Documents of any blocks with any words in them, for the tests of the formats."""

from __future__ import annotations

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
from minutes.formats.wrapping import one_line

# Signs that some format could take for its own, beside any others.
_SIGNS = st.sampled_from(
    [*"\\`*_[]<>&~|#$-+=!.:()'\"/{}@ \t\n1", "&amp;", "1.", "--", "</p>", "{{", "---", "\u00a0"]
)
words = st.text(max_size=40) | st.lists(_SIGNS | st.text(max_size=3), max_size=8).map("".join)
some_words = words.filter(lambda text: bool(one_line(text).strip()))
entries = st.lists(st.integers(1, 10**6), max_size=3).map(tuple)
rows = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4)
)
counts = st.integers(0, 3).flatmap(
    lambda width: st.builds(
        Chart,
        words,
        st.lists(words, min_size=width, max_size=width).map(tuple),
        st.lists(
            st.tuples(words, st.lists(st.integers(0, 10**4), min_size=width, max_size=width).map(tuple)),
            max_size=4,
        ).map(tuple),
    )
)
markers = st.sampled_from(["", "(1)", "a)", "1.", "10.", "i.", "p4.", "-"])
points = st.builds(Point, words, markers, st.integers(0, 2), entries, st.booleans(), words)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words, st.integers(0, 3), words, entries),
    st.builds(Paragraph, words, st.booleans(), entries, st.booleans(), words, st.booleans(), words),
    points,
    points,
    st.builds(Table, rows.map(tuple), st.booleans(), entries),
    st.builds(Field, words, st.lists(words, max_size=3).map(tuple), entries),
    st.builds(Signature, words),
    st.builds(Margin, words, entries, st.booleans()),
    counts,
)
documents = st.builds(
    Document,
    some_words,
    st.lists(some_words, max_size=4).map(tuple),
    st.lists(blocks, max_size=8).map(tuple),
    words,
    beside=words,
)


def plain(text: str) -> str:
    """`text` with one space wherever it has white space or a control character."""
    return " ".join(one_line(text).split())
