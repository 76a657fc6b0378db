"""PDF: pages for the archive and for a screen reader, read back with another library than wrote them."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime

import pytest
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
from minutes.formats import pdf, pdf_parts, pdf_signs
from minutes.formats.pdf import write
from minutes.layouts import build
from tests.minutes.any_document import documents, plain
from tests.minutes.meetings import taken
from tests.minutes.pdf_file import PdfFile

NOTES = """\
/present Kemp
/5
# Workforce
A <b>note</b> of #5 *and* $6 [it] \\ "so" _far_ & on: ŵ ŷ, Łódź, Ωμέγα, Привет, naïve – ‘quoted’.
- one
-- under
| Payee | Sum
| HMRC | 62.40
! that the report be noted
"""
STANDARDS = {"PDF/A": "2", "conformance": "A", "PDF/UA": "1"}
NOBODY_HAS = "\U00050000\u200d\U00050001"  # no letters, so no font has them, and a joiner


def document(*blocks: Block, **kwargs: str) -> Document:
    return Document("Minutes of 3 September 2019", ("Medway Council", "Minutes"), blocks, **kwargs)


def read(*blocks: Block, **kwargs: str) -> PdfFile:
    written = write(document(*blocks, **kwargs))
    assert written.notes == ()
    return PdfFile(written.content)


@pytest.fixture(scope="module")
def meeting() -> Document:
    return build(taken(NOTES))


@pytest.fixture(scope="module")
def paper(meeting: Document) -> PdfFile:
    return PdfFile(write(meeting).content)


def test_it_keeps_the_standards_of_the_archive_and_of_screen_readers_at_once(paper: PdfFile) -> None:
    assert paper.standards() == STANDARDS
    assert paper.catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712, an object of the reader
    assert paper.catalogue["/Lang"] == "en-GB"
    assert paper.catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_it_has_its_title_and_no_author(meeting: Document, paper: PdfFile) -> None:
    assert paper.reader.metadata is not None
    assert paper.reader.metadata.title == meeting.title
    assert paper.reader.metadata.author is None


def test_the_same_minutes_give_the_same_bytes(meeting: Document) -> None:
    assert write(meeting).content == write(meeting).content


def test_a_meeting_prints_in_its_order(meeting: Document, paper: PdfFile) -> None:
    place = 0
    for block in meeting.blocks:
        if isinstance(block, Heading | Paragraph | Point):
            place = paper.words.find(plain(block.text), place)
            assert place >= 0, block
    assert 'A <b>note</b> of #5 *and* $6 [it] \\ "so" _far_ & on: ŵ ŷ, Łódź, Ωμέγα, Привет' in paper.words


def test_headings_are_tagged_by_their_ranks_and_none_is_skipped() -> None:
    blocks = (Heading("Reports", 1, "5"), Heading("Deep", 3), Heading(" ", 2), Heading("Part II", 0))
    assert read(*blocks).headings() == [(1, "5 Reports"), (2, "Deep"), (1, "Part II")]


HEAD = ["Title", "P"]
ROW_OF_TWO = ["TD", "TD"]
BODY_OF_TWO = ["TBody", ["TR", ROW_OF_TWO]]
POINT = ["LI", ["Lbl", "LBody", ["P"]]]
AS_TAGGED: dict[str, tuple[tuple[Block, ...], list[object]]] = {
    "paragraphs, one bold": (
        (Paragraph("One."), Paragraph("Two.", strong=True, number="Q.")),
        ["P", "P", ["Strong"]],
    ),
    "points below points": (
        (Point("one"), Point("under", "a)", 1), Point("two", "(2)")),
        ["L", [*POINT, "L", POINT, *POINT]],
    ),
    "a table with a head": (
        (Table((("Payee", "Sum"), ("HMRC", "62.40"))),),
        ["Table", ["THead", ["TR", ["TH", ["Strong"], "TH", ["Strong"]]], *BODY_OF_TWO]],
    ),
    "a table without a head": ((Table((("a", "b"),), headed=False),), ["Table", ["TR", ROW_OF_TWO]]),
    "fields": (
        (Field("Present", ("Kemp", "Cooper")), Field("Apologies", ())),
        ["L", ["LI", ["Lbl", ["Strong"], "LBody", ["P", "P"]], "LI", ["Lbl", ["Strong"], "LBody"]]],
    ),
    "a chart": (
        (Chart("By theme", ("late",), (("Workforce", (4,)),)),),
        [
            "Table",
            ["Caption", ["Strong"], "THead", ["TR", ["TH", "TH", ["Strong"]]], "TBody", ["TR", ROW_OF_TWO]],
        ],
    ),
    "a line to sign on": ((Signature("Chairman"),), ["P"]),
}


@pytest.mark.parametrize(("blocks", "tags"), AS_TAGGED.values(), ids=AS_TAGGED)
def test_each_block_is_tagged_as_what_it_is(blocks: tuple[Block, ...], tags: list[object]) -> None:
    assert read(*blocks).tags() == ["Document", [*HEAD, *tags]]


def test_what_stands_beside_a_text_is_read_after_it_and_headed() -> None:
    blocks = (Paragraph("Why is that?", beside="Clerk, by 6 September"), Point("Go on.", beside="All"))
    paper = read(*blocks, Paragraph("After."), beside="Who and when")
    assert paper.words.startswith(
        "Medway Council Minutes Who and when Why is that? Clerk, by 6 September • Go on. All After."
    )


def test_every_page_has_its_mark_its_number_and_after_the_first_the_title() -> None:
    paper = read(*[Paragraph(f"Paragraph {n}.") for n in range(90)], mark="DRAFT")
    assert len(paper.pages) == 3
    for number, page in enumerate(paper.pages, start=1):
        assert page.count("DRAFT") == 2  # across the page, and at its head
        assert f"Page {number} of 3" in page
        assert ("Minutes of 3 September 2019" in page) == (number > 1)
    assert paper.tags() == ["Document", ["P", ["Strong"], *HEAD, *["P"] * 90]]


def test_a_table_over_pages_has_its_head_on_each_and_once_for_a_screen_reader() -> None:
    rows = tuple((f"Payee {n}", str(n)) for n in range(100))
    paper = read(Table((("Payee", "Sum"), *rows)))
    assert [page.count("Payee Sum") for page in paper.pages] == [1, 1, 1]
    assert str(paper.tags()).count("'TH'") == 2


def test_long_words_and_many_columns_stay_on_the_page() -> None:
    word = "/averylongpath" * 8
    many = tuple(f"Administration{n}" for n in range(20))
    paper = read(Paragraph(word), Heading(word), Field(word, (word,)), Table((many, many)), Point(word))
    assert paper.farthest() < 0.95
    assert paper.words.replace(" ", "").count(word) == 5


def test_only_a_word_that_has_no_room_is_parted() -> None:
    address = "the.clerk.of.the.board@school.medway.sch.uk"
    paper = read(Paragraph(f"{'ordinary ' * 40}{'x' * 60}", beside=f"Clerk, {address}"))
    assert address in paper.words.replace(" ", "")
    parts = paper.reader.pages[0].extract_text().split()
    assert address not in parts
    assert parts.count("ordinary") == 40


def test_a_soft_hyphen_is_not_seen_within_a_line() -> None:
    text = f"The soci\u00adety of {'x' * 60}"
    ends = [read(Paragraph(said)).farthest() for said in (text, text.replace("\u00ad", ""))]
    assert ends[0] == pytest.approx(ends[1], abs=0.001)


def test_a_title_longer_than_the_head_of_a_page_is_cut_there_alone() -> None:
    title = "Minutes of the meeting " * 25
    words = pdf_parts.given(Document(title, (), ()))
    assert words["title"] == title.strip()
    assert title.startswith(words["running"].removesuffix("…"))
    assert len(words["running"]) <= 200 < len(words["title"])


def test_without_any_words_it_is_still_a_page() -> None:
    blocks = (Heading(""), Paragraph(" "), Point("\t"), Table((("",),)), Field("", ("",)), Margin(""))
    written = write(Document(" ", (), (*blocks, Chart("", (), ()), Signature("")), language="?"))
    assert written.notes == ()
    assert PdfFile(written.content).standards() == STANDARDS


def test_hebrew_runs_from_the_right_and_keeps_its_number() -> None:
    paper = read(Paragraph("שלום", number="98/2019", strong=True))
    assert "98/2019" in paper.words
    assert "שלום" in paper.words
    assert paper.farthest() > 0.8


def test_what_no_font_has_is_named_and_still_comes_out() -> None:
    text = f"Thanks {NOBODY_HAS}, all."
    written = write(document(Heading(text), Paragraph(text)))
    (note,) = written.notes
    assert note == "The PDF is written without the archive standards: no font here has U+50000 and U+50001."
    paper = PdfFile(written.content)
    assert paper.standards() == {}
    assert paper.tags() == ["Document", [*HEAD, "H1", "P"]]
    assert paper.words.count(text) == 2


@pytest.mark.parametrize("forbidden", ["\ue000", "\ufeff"])  # of private use, and a byte order mark
def test_what_the_standards_forbid_is_named(forbidden: str) -> None:
    written = write(document(Paragraph(f"a{forbidden}b")))
    number = f"U+{ord(forbidden):04X}"
    assert written.notes == (f"The PDF is written without the archive standards: they forbid {number}.",)
    assert f"a{forbidden}b" in PdfFile(written.content).words


def test_a_note_names_a_few_letters_and_counts_the_rest() -> None:
    assert pdf_signs.note("🙂漢", "", "") == (
        "The PDF is written without the archive standards: no font here has “🙂” (U+1F642) and “漢” (U+6F22)."
    )
    note = pdf_signs.note("abcdefgh", ["\ue000"], "")
    assert note.endswith("“e” (U+0065) and 3 more; they forbid U+E000.")
    assert pdf_signs.note((), (), "so it is").endswith(" standards: so it is.")


class PanicException(BaseException):
    """As what Typst raises when it breaks down."""


@pytest.mark.parametrize("error", [RuntimeError("no\nroom"), PanicException("no room")])
def test_a_compiler_that_fails_is_one_line(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    class Broken:
        def __init__(self, **_: object) -> None: ...

        def compile(self, *_: object, **__: object) -> bytes:
            raise error

    monkeypatch.setattr("typst.Compiler", Broken)
    monkeypatch.setattr(pdf, "_press", pdf._Press)
    with pytest.raises(ValueError, match=r"^the PDF cannot be written: no room$"):
        write(document())


@settings(max_examples=6, deadline=None)
@given(documents)
def test_any_document_keeps_the_standards_or_says_why_not(document: Document) -> None:
    written = write(document)
    paper = PdfFile(written.content)
    assert paper.standards() == ({} if written.notes else STANDARDS)
    headings = [plain(f"{each.number} {each.text}") for each in document.blocks if isinstance(each, Heading)]
    assert [said for _, said in paper.headings()] == [said for said in headings if said]
    assert signs(document.mark, document.head, document.blocks, document.beside) <= signs(paper.words)


def signs(*parts: object) -> Counter[str]:
    """How often each letter and figure of ASCII stands in the texts of `parts`, in whatever order: the reader
    takes other signs for one another where they have one shape, as a hyphen and a soft one."""
    found: Counter[str] = Counter()
    for part in parts:
        if isinstance(part, str):
            found.update(sign for sign in part if sign.isascii() and sign.isalnum())
        elif isinstance(part, tuple):
            found += signs(*part)
        elif is_dataclass(part):
            found += signs(*(getattr(part, field.name) for field in fields(part)))
    return found


def test_its_date_is_the_day_the_paper_is_of() -> None:
    dated = PdfFile(write(Document("Minutes", ("Board",), (), day="2019-11-28")).content)
    assert dated.reader.metadata is not None
    assert dated.reader.metadata.creation_date == datetime(2019, 11, 28, 12, tzinfo=UTC)
