"""Every format: whatever a clerk types comes out of it as itself, wherever in the minutes it stands."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from minutes.cleaning import clean
from minutes.document import Document, Field, Heading, Paragraph, Point, Table
from minutes.formats import write
from minutes.interchange import record_from, to_json
from storage.records import Entry, Kind
from tests.minutes.meetings import prepared
from tests.minutes.pdf_file import PdfFile
from tests.minutes.word_reader import WordFile, text

WIDTH = 50  # columns: what stands beside the text is below it, where it can be read as one
LEFT_OUT = "\ufffe\uffff"  # no letters, and XML has no place for them
SOFT_HYPHEN = "\u00ad"
SIGNS = (
    *(
        "#",
        "##",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~",
        "<",
        "</p>",
        "<!--",
        "&",
        "&amp;",
        "&#35;",
        "$",
        "\\",
        "\\n",
    ),
    *("[", "](x)", "![", "|", ">", "-", "---", "===", "+", "1.", "1)", "=", "@", "//", "/*", "http://a.b"),
    *("'", '"', "“", "’", "...", "{{", "}}", "{%", "%}", "{", "%", "^", "  ", ":", "(c)", "'''", "]]>"),
    *(
        "e\u0301",
        "n\u0303o\u0323\u0302",
        "שלום",
        "مرحبا",
        "Ωμέγα",
        "Łódź",
        "日本語",
        "ﬁ",
        "½",
        "\u00a0",
        "\u202f",
    ),
    *(
        "\u00ad",
        "a\u00adb",
        "\u200b",
        "\u200d",
        "\u2060",
        "\u2011",
        "👩\u200d💻",
        "🎉",
        "\u200fx\u200e",
        "☐",
        "�",
    ),
)
EVERYTHING = " ".join(SIGNS)
typed = (
    st.lists(st.sampled_from(SIGNS) | st.text(max_size=4) | st.just(" "), min_size=1, max_size=14)
    .map("".join)
    .map(clean)
    .map(lambda said: said.replace("\n", " ").translate(dict.fromkeys(map(ord, LEFT_OUT))))
    .filter(lambda said: bool(said.strip()))
)


class Page(HTMLParser):
    """The words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self._aside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._aside = tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._aside = False

    def handle_data(self, data: str) -> None:
        self.words += "" if self._aside else data


def minutes_with(said: str) -> Document:
    """Minutes that say it in every place, each kept apart from the next by a word of its own."""
    blocks = (
        Heading(said, 1, "5"),
        Paragraph(f"one{said}"),
        Paragraph(said, number="98/2019", strong=True, beside=f"two{said}"),
        Point(said),
        Point(f"three{said}", "(1)"),
        Point(said, "a)", 1),
        Table(((f"four{said}",), (said,)), headed=False),
        Field("Present", (f"five{said}", said)),
    )
    return Document("Minutes", (f"head{said}",), blocks)


def in_order(said: str, *, bullet: str = "", dash: str = "") -> str:
    """What those minutes say as they are read, without white space: `bullet` stands before a point, `dash`
    before what stands beside a text."""
    places = (
        "head",
        "5",
        "one",
        "98/2019",
        f"{dash}two",
        bullet,
        "(1)three",
        "a)",
        "four",
        "",
        "Present:five",
    )
    return bare("".join(f"{place}{said}" for place in (*places, "")))


def bare(words: str) -> str:
    """`words` without white space."""
    return "".join(words.split())


def text_in(document: Document, form: str, *, pages: bool = False) -> str:
    return write(document, form, width=WIDTH, pages=pages).content.decode()


@settings(max_examples=50, deadline=None)
@given(typed)
@example(EVERYTHING)
def test_text_and_its_pages_say_what_was_typed(said: str) -> None:
    document, expected = minutes_with(said), in_order(said, bullet="•", dash="—")
    assert bare(text_in(document, "text")) == expected
    first, *_ = text_in(document, "text", pages=True).split("\f")
    assert expected.startswith(bare(first).rpartition("Page1of")[0])


@settings(max_examples=50, deadline=None)
@given(typed)
@example(EVERYTHING)
def test_markdown_and_html_say_what_was_typed(said: str) -> None:
    document = minutes_with(said)
    rendered = MarkdownIt("commonmark").enable("table").render(text_in(document, "markdown"))
    assert bare(Page(rendered).words) == in_order(said, dash="—")
    assert bare(Page(text_in(document, "html")).words) == in_order(said)


@settings(max_examples=30, deadline=None)
@given(typed)
@example(EVERYTHING)
def test_word_says_what_was_typed(said: str) -> None:
    word = WordFile(write(minutes_with(said), "docx").content)
    assert bare("".join(map(text, word.paragraphs()))) == in_order(said)


@settings(max_examples=8, deadline=None)  # a page a third of a second
@given(typed)
@example(EVERYTHING)
def test_pdf_says_what_was_typed(said: str) -> None:
    words = shown(PdfFile(write(minutes_with(said), "pdf").content).words)
    expected = shown(in_order(said, bullet="•") + "Page1of1")
    if SOFT_HYPHEN in said:  # a reader of PDF takes it for itself, for a hyphen, or twice
        words, expected = words.replace("-", ""), expected.replace("-", "")
    assert Counter(words) == Counter(expected)
    if not any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in said):
        assert words == expected


@settings(max_examples=50, deadline=None)
@given(typed)
@example(EVERYTHING)
def test_json_says_what_was_typed(said: str) -> None:
    record = prepared()
    record = replace(record, entries=(Entry(1, Kind.NOTE, said, said, item_id=2),))
    (line,) = record_from(to_json(record, restricted=True)).record.entries
    assert (line.text, line.source) == (said, said)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx"])
def test_a_space_that_does_not_break_stays_one(form: str) -> None:
    written = write(Document("Minutes", ("Board",), (Paragraph("Item\u00a05"),)), form).content
    if form == "docx":
        assert any("Item\u00a05" in "".join(each.itertext()) for each in WordFile(written).paragraphs())
    else:
        assert "Item\u00a05" in written.decode()


def shown(words: str) -> str:
    """What can be seen of `words`: no white space and nothing that only tells how other letters are shown;
    letters and their marks as one, and ligatures as their letters."""
    seen = (letter for letter in words if unicodedata.category(letter) != "Cf")
    return bare(unicodedata.normalize("NFKC", "".join(seen)))
