"""HTML: a page of its own, in which every word that was typed is only a word."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given, settings

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
from minutes.formats.html import write
from minutes.layouts import build
from tests.minutes.any_document import documents, plain
from tests.minutes.meetings import taken

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
    ),
    *(
        "p",
        "div",
        "strong",
        "ul",
        "li",
        "span",
        "table",
        "thead",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
    ),
}
VOID = {"meta"}
ATTRIBUTES = {
    "aria-hidden",
    "aria-label",
    "lang",
    "charset",
    "name",
    "content",
    "class",
    "scope",
    "style",
    "data-mark",
    "role",
    "tabindex",
}


class Reader(HTMLParser):
    """The words of a page in their order, but those of its head; each tag must be known and be closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.title = ""
        self._open: list[str] = []
        self._said = ""
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_words()
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_words()
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._said += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def _end_words(self) -> None:
        said, self._said = plain(self._said), ""
        if self._open[-1:] == ["title"]:
            self.title = said
        elif said and self._open[-1:] != ["style"]:
            self.words.append(said)


@settings(max_examples=50, deadline=None)
@given(documents)
def test_what_was_put_in_comes_out(document: Document) -> None:
    read = Reader(write(document))
    title, *head = document.head or (document.title,)
    label = document.beside
    blocks = [text for block in document.blocks for text in texts_of(block, label)]
    column = [label] if any(map(is_noted, document.blocks)) else []
    expected = [plain(text) for text in (document.mark, title, *head, *column, *blocks, document.mark)]
    assert read.words == [text for text in expected if text]
    assert read.title == plain(document.title)


def is_noted(block: Block) -> bool:
    """Whether something stands beside a block."""
    return isinstance(block, Paragraph | Point) and bool(plain(block.beside))


def texts_of(block: Block, label: str) -> list[str]:
    """The texts of a block in the order they print, `label` before what stands beside it."""
    match block:
        case Heading(text=text, number=number):
            return [number, text]
        case (
            Paragraph(text=text, number=first, beside=beside) | Point(text=text, marker=first, beside=beside)
        ):
            return [first, text, f"{label}:" if is_noted(block) and plain(label) else "", beside]
        case Table(rows=rows):
            return [cell for row in rows for cell in row]
        case Field(name=name, values=values):
            return [f"{name}:", *values]
        case Signature(name=name):
            return [f"{name}:", "Date:"]
        case Chart(title=title, series=series, rows=counted):
            below = [text for name, counts in counted for text in (name, *map(str, counts))]
            return [title, *series, *below]
        case Margin(text=text):
            return [text]


def test_a_page_stands_alone_and_says_its_language_its_heads_and_its_mark() -> None:
    notes = "/present Kemp\n/5\n# Workforce\nA <b>note</b>.\n- one\n-- under\n| Payee | Sum\n| HMRC | 62.40"
    page = write(build(taken(notes)))
    assert '<html lang="en-GB">' in page
    assert "<h1>Medway Council</h1>" in page
    assert '<h2><span class="number">5</span> Ofsted Update Report</h2>' in page
    assert '<h3 class="sub">Workforce</h3>' in page
    assert "A &lt;b&gt;note&lt;/b&gt;." in page
    assert '<th scope="col">Payee</th><th scope="col" class="count">Sum</th>' in page
    assert '<p class="mark">DRAFT</p>' in page
    assert '<body data-mark="DRAFT">' in page
    assert "content: attr(data-mark); position: fixed" in page.split("@media print")[1]
    assert 'content: "Page " counter(page) " of " counter(pages)' in page
    for other in ("<script", "http", "src=", "@import", "url("):
        assert other not in page


def test_headings_skip_no_level() -> None:
    headings = (Heading("Part I", 0), Heading("Budget", 1, "5"), Heading("Reasons", 3), Heading("Part II", 0))
    page = write(Document("", ("Board",), headings))
    assert (
        page.split("<main>")[1].split("</main>")[0].strip()
        == """\
<h2 class="part">Part I</h2>
<h3><span class="number">5</span> Budget</h3>
<h4 class="sub">Reasons</h4>
<h2 class="part">Part II</h2>"""
    )


def test_what_stands_beside_a_text_says_what_it_is() -> None:
    blocks = (
        Paragraph("Why?", number="Q.", strong=True, beside="Clerk, by 6 May"),
        Point("ask", beside="Kemp"),
    )
    page = write(Document("", (), blocks, beside="Who and when"))
    assert (
        page.split('<main class="columned">')[1].split("</main>")[0].strip()
        == """\
<p class="column-head" aria-hidden="true">Who and when</p>
<div class="noted"><p><span class="number">Q.</span> <strong>Why?</strong></p>\
<p class="beside"><span class="label">Who and when: </span>Clerk, by 6 May</p></div>
<ul>
<li><div class="noted"><span>ask</span>\
<span class="beside"><span class="label">Who and when: </span>Kemp</span></div></li>
</ul>"""
    )


def test_words_with_a_number_hang_beside_it() -> None:
    page = write(Document("", (), (Heading("Budget", 1, "5"), Paragraph("Why?", number="Q."))))
    rule = re.search(r":is\(([^)]*)\):has\(> \.number\) { padding-left: (\S+); text-indent: -(\S+); }", page)
    assert rule is not None
    assert rule[2] == rule[3]
    assert set(re.findall(r"<(\w+)><span class=.number", page)) == {"h2", "p"} <= set(rule[1].split(", "))


def test_a_head_or_a_field_without_words_leaves_no_empty_name() -> None:
    page = write(
        Document("", ("Board",), (Table((("", "Sum"), ("x", "1"))), Field("Absent", ()), Heading(" ")))
    )
    assert '<tr><td></td><th scope="col" class="count">Sum</th></tr>' in page
    assert "<dt>Absent:</dt>\n<dd></dd>" in page
    assert "<title>Board</title>" in page
    assert "<h2" not in page.split("<body")[1]


def test_points_below_points_are_lists_in_lists() -> None:
    blocks = (Point("one"), Point("under", level=1), Point("two"), Paragraph("After."))
    page = "".join(write(Document("", (), blocks)).split("<main>")[1].split("\n"))
    assert page.startswith(
        "<ul><li><span>one</span><ul><li><span>under</span></li></ul></li>"
        "<li><span>two</span></li></ul><p>After.</p>"
    )


def test_the_bars_of_a_chart_are_as_long_as_its_counts() -> None:
    chart = Chart("By theme", ("opened", "late"), (("Quality", (8, 2)), ("Workforce", (0, 4))))
    page = write(Document("", (), (chart,)))
    assert [part.partition("%")[0] for part in page.split('style="width: calc(')[1:]] == [
        "100.0",
        "25.0",
        "50.0",
    ]
    assert "<td>0</td>" in page


def test_points_that_begin_a_level_down_stay_beside_one_another() -> None:
    page = write(Document("Title", ("Head",), (Point("one", level=1), Point("two", level=1))))
    assert page.count("<ul") == 1


def test_a_table_of_many_columns_has_a_look_of_its_own_on_paper() -> None:
    few, many = (write(Document("", (), (Table((("a",) * count,)),))) for count in (12, 13))
    assert '<table class="many">' in many
    assert "<table>" in few
