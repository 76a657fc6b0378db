"""Markdown: what comes out of a reader of it is what was put in, whatever a clerk typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    ranks,
)
from minutes.formats.markdown import write
from minutes.layouts import build
from tests.minutes.any_document import documents, plain
from tests.minutes.meetings import taken

READER = MarkdownIt("commonmark").enable("table")
WORDS = {"text", "text_special", "hardbreak", "strong_open", "strong_close"}


def test_minutes_as_markdown() -> None:
    notes = "A note of stars *\n- Label: point\n-- under\nAgreed:\n- (1) one\n| a | b\n| x | 1.50"
    page = write(build(taken(f"/present Kemp\n/5\n{notes}\n/close 8pm")))
    assert page.startswith("**DRAFT**\n\n# Medway Council\n\nOverview and Scrutiny Committee\\\n")
    assert (
        """\
## 5 Ofsted Update Report

A note of stars \\*.

- Label – point.
  - under

Agreed:

(1) one

| a | b |
| --- | ---: |
| x | 1.50 |

## Close of meeting
"""
        in page
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kemp & Johnson (Chair) – 50% of £1.50!", "Kemp & Johnson (Chair) – 50% of £1.50!"),
        ("24/55. on 3-4 May", "24/55. on 3-4 May"),
        ("6.30pm", "6.30pm"),
        ("-5 degrees", "-5 degrees"),
        ("1. first", "1\\. first"),
        ("- dash", "\\- dash"),
        ("<b>bold</b> &lt; *this*", "\\<b\\>bold\\</b\\> \\&lt; \\*this\\*"),
    ],
)
def test_signs_are_marked_only_where_they_would_be_read(text: str, written: str) -> None:
    assert write(Document("", ("Head",), (Paragraph(text),))) == f"# Head\n\n{written}\n"


def test_headings_skip_no_level_and_what_stands_beside_a_text_ends_it() -> None:
    blocks = (
        Heading("Part I", 0),
        Heading("Budget", 1, "5"),
        Paragraph("How much is *left*?", number="Q.", strong=True, beside="Clerk, by 6 September 2019"),
        Point("ask", beside="Cooper"),
        Heading("Part II", 0),
        Heading("Reasons", 3),
    )
    assert (
        write(Document("", ("Head",), blocks, beside="Who and when"))
        == """\
# Head

## Part I

### 5 Budget

**Q. How much is \\*left\\*?** — **Clerk, by 6 September 2019**

- ask — **Cooper**

## Part II

### Reasons
"""
    )


@settings(max_examples=50, deadline=None)
@given(documents)
def test_what_was_put_in_comes_out(document: Document) -> None:
    expected = [("h1", plain(document.head[0] if document.head else document.title))]
    expected += [("p", plain(" ".join(document.head[1:])))]
    rank = iter(ranks(document))
    expected += [part for block in document.blocks for part in parts_of(block, rank)]
    marks = [("p", plain(document.mark))]
    read = [(tag, text) for tag, text in parts_read(write(document)) if text]
    assert read == [(tag, text) for tag, text in (*marks, *expected, *marks) if text]


def parts_of(block: Block, rank: Iterator[int]) -> list[tuple[str, str]]:
    """The parts that a block should come out as, each with the tag it should have."""
    match block:
        case Heading(text=text, number=number):
            return [(f"h{next(rank) + 1}", plain(f"{number} {text}"))]
        case Paragraph(text=text, number=number, beside=beside):
            return [("p", with_what_is_beside(f"{number} {text}", beside))]
        case Point(text=text, marker=marker, level=level, beside=beside):
            tag = "p" if marker and not level else "li"
            return [(tag, with_what_is_beside(f"{marker} {text}", beside))]
        case Table(rows=rows, headed=headed):
            tags = ["th" if headed and not place else "td" for place in range(len(rows))]
            return [(tag, plain(cell)) for tag, row in zip(tags, rows, strict=True) for cell in row]
        case Field(name=name, values=values):
            return [("p", plain(" ".join((f"{plain(name)}:", *values))))]
        case Signature(name=name):
            return [("p", plain(f"{plain(name)}: {'_' * 30} Date: {'_' * 16}"))]
        case Chart(title=title, series=series, rows=counted):
            cells = [(("td", name), *(("td", str(count)) for count in counts)) for name, counts in counted]
            below = [(tag, plain(cell)) for row in cells for tag, cell in row]
            return [("p", plain(title)), *(("th", plain(name)) for name in series), *below]
        case Margin(text=text):
            return [("p", plain(text))]


def with_what_is_beside(text: str, beside: str) -> str:
    return " — ".join(said for said in (plain(text), plain(beside)) if said)


def parts_read(page: str) -> Iterator[tuple[str, str]]:
    """The parts of a page, each with the tag it stands in; only words may stand in one."""
    open_tags: list[str] = []
    for token in READER.parse(page):
        if token.nesting > 0:
            open_tags.append(token.tag)
        elif token.nesting < 0:
            open_tags.pop()
        elif token.type == "inline":
            known = [tag for tag in open_tags if tag in {"li", "td", "th", "h1", "h2", "h3", "h4", "h5", "p"}]
            in_list = [tag for tag in known if tag == "li"]
            yield (in_list or known)[-1], plain("".join(map(word_of, token.children or ())))
        else:
            raise AssertionError(token)


def word_of(token: Token) -> str:
    assert token.type in WORDS, token
    return " " if token.type == "hardbreak" else token.content


def test_points_of_one_level_stay_beside_one_another_whatever_they_stand_below() -> None:
    points = (Point("caseloads", "b)"), Point("assessment", level=1), Point("early help", level=1))
    assert write(Document("Title", ("Head",), points)).endswith(
        "b) caseloads\n\n- assessment\n- early help\n"
    )
