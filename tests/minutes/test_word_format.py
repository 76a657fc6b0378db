"""Word: what was recorded, in paragraphs, lists and tables that a chair can go on writing in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import pytest
from docx2python import docx2python
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
from minutes.formats.word import write
from minutes.layouts import build
from tests.minutes.any_document import documents, plain
from tests.minutes.meetings import taken
from tests.minutes.word_reader import WordFile, each_element, inside, names_in, style_of, text, value

# The order in which ECMA-376 wants what is in an element; Word will not open a file that has another.
ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl numPr tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs highlight lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW shd",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
}
BLOCKS: tuple[Block, ...] = (
    Field("Present", ("Councillor Kemp (Chairman)", "Councillor Cooper")),
    Heading("Part I", level=0),
    Heading("Ofsted Update Report", number="182"),
    Heading("Discussion", level=2),
    Paragraph("Members asked about:", keep=True),
    Point("audits"),
    Point("their quality", level=1),
    Paragraph("?? read me again", to_check=True),
    Paragraph("How many?", number="Q.", strong=True),
    Paragraph("Ten.", number="A.", beside="Clerk, by 6 September 2019"),
    Point("a list of them", beside="Cooper"),
    Point("nothing else"),
    Heading("Decision", level=2),
    Paragraph("The Committee AGREED:", number="98/2019", strong=True),
    Point("to note it;", marker="(1)"),
    Point("to publish it.", marker="(2)", strong=True),
    Table((("Payee", "Sum"), ("HMRC", "62.40"))),
    Table((("one", "two"),), headed=False),
    Chart("By theme", ("opened", "done"), (("Quality", (8, 2)),)),
    Margin("/present Kemp"),
    Paragraph("The meeting closed at 8pm."),
    Signature("Chairman"),
)
DOCUMENT = Document(
    "Cabinet – 3 September 2019", ("Medway", "Cabinet"), BLOCKS, "DRAFT – RESTRICTED", beside="Who and when"
)


@pytest.fixture(scope="module")
def word() -> WordFile:
    return WordFile(write(DOCUMENT))


@settings(max_examples=40, deadline=None)
@given(documents)
def test_what_was_put_in_comes_out(document: Document) -> None:
    word = WordFile(write(document))
    title = document.head or (document.title,)
    expected = [plain(said) for said in (*title, *texts_of(document))]
    assert [text(each) for each in word.paragraphs()] == [said for said in expected if said]
    mark = [plain(document.mark)] if plain(document.mark) else []
    assert [text(each) for each in word.header if text(each)] == [*mark, plain(document.title)]
    assert plain(word.core["title"] or "") == plain(document.title)


def texts_of(document: Document) -> Iterator[str]:
    """The texts of each paragraph in the order they are read."""
    for in_columns, run in groupby(document.blocks, key=lambda block: isinstance(block, Paragraph | Point)):
        blocks = list(run)
        if in_columns and any(plain(getattr(block, "beside", "")) for block in blocks):
            yield document.beside
        for block in blocks:
            yield from texts_of_block(block)


def texts_of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=said, number=number):
            yield f"{number} {said}"
        case (
            Paragraph(text=said, number=first, beside=beside) | Point(text=said, marker=first, beside=beside)
        ):
            yield from (f"{first} {said}", beside)
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Field(name=name, values=values):
            yield from (
                f"{name}: {said}" if not place else said for place, said in enumerate(values or ("",))
            )
        case Signature(name=name):
            yield from (f"{name}:", "Date:")
        case Chart(title=title, series=series, rows=rows):
            yield from (title, *series)
            yield from (said for name, counts in rows for said in (name, *map(str, counts)))
        case Margin(text=said):
            yield said


def test_another_library_reads_the_same_sentences_of_a_meeting() -> None:
    notes = (
        "/present Kemp\n/5\n# Workforce\nA <b>note</b> & 3 < 4.\n- one\n-- under\n| Payee | Sum\n| HMRC | 62"
    )
    document = build(taken(notes))
    with docx2python(BytesIO(write(document))) as read:
        said = [plain(line) for line in read.text.splitlines() if plain(line)]
    body = [plain(line) for line in (*document.head, *texts_of(document)) if plain(line)]
    assert said == ["DRAFT", document.title, *body, "Page 1 of 1"]


def test_headings_are_headings_and_skip_no_rank(word: WordFile) -> None:
    found = [(style_of(each), text(each)) for each in word.paragraphs() if "eading" in (style_of(each) or "")]
    assert [each for each in found if not (each[0] or "").startswith("Table")] == [
        ("Heading1", "Part I"),
        ("Heading2", "182 Ofsted Update Report"),
        ("Heading3", "Discussion"),
        ("Heading3", "Decision"),
    ]
    assert value(word.style("Heading2"), "pPr/outlineLvl") == "1"
    assert value(word.style("Heading2"), "name") == "heading 2"
    assert style_of(word.paragraph("Medway")) == "Title"
    skipping = WordFile(write(Document("", (), (Heading("one", level=1), Heading("two", level=3)))))
    assert [style_of(each) for each in skipping.paragraphs()] == ["Heading1", "Heading2"]


def test_bullets_are_lists_of_word_and_a_number_is_text_that_no_edit_changes(word: WordFile) -> None:
    levels = {
        said: value(word.style(style_of(word.paragraph(said)) or ""), "pPr/numPr/ilvl")
        for said in ("audits", "their quality", "(1)", "98/2019", "182")
    }
    assert levels == {"audits": "0", "their quality": "1", "(1)": None, "98/2019": None, "182": None}
    assert not list(each_element(word.body, "numPr"))
    assert [value(level, "pStyle") for level in each_element(word.part("word/numbering"), "lvl")] == [
        "ListBullet",
        "ListBullet2",
        "ListBullet3",
    ]
    for style in ("NumberedParagraph", "List", "Heading2"):
        assert int(value(word.style(style), "pPr/ind", "hanging") or 0) >= 425


def test_the_number_of_a_decision_does_not_push_bullets_in() -> None:
    decision, question = Paragraph("It was agreed", number="98/2019"), Paragraph("How many?", number="Q.")
    points = (Point("to note it", marker="99/2019"), Point("a bullet"), Point("to publish it", marker="(1)"))
    word = WordFile(write(Document("", (), (decision, question, *points))))
    far, near = "NumberedParagraph", "List"
    assert [style_of(each) for each in word.paragraphs()] == [far, near, far, "ListBullet", near]
    hangs = [
        int(value(word.style(each), "pPr/ind", "hanging") or 0) for each in ("NumberedParagraph", "List")
    ]
    assert hangs[0] > 7 * 120 > hangs[1]


def test_what_is_strong_to_check_or_kept_is_marked_so(word: WordFile) -> None:
    strong = [text(run) for run in each_element(word.body, "r") if value(run, "rPr/rStyle") == "Strong"]
    assert "How many?" in strong
    assert "to publish it." in strong
    assert "Ten." not in strong
    highlit = [text(run) for run in each_element(word.body, "r") if inside(run, "rPr/highlight")]
    assert highlit == ["?? read me again"]
    kept = [text(each) for each in word.paragraphs() if inside(each, "pPr/keepNext")]
    assert {"Members asked about:", "The meeting closed at 8pm.", "Chairman:"} <= set(kept)
    assert "Ten." not in kept


def test_tables_say_which_row_is_their_head_and_set_numbers_right(word: WordFile) -> None:
    payees, without, chart = (t for t in word.tables() if value(t, "tblPr/tblStyle") == "TableGrid")
    for table in (payees, chart):
        heads = [bool(inside(row, "trPr/tblHeader")) for row in inside(table, "tr")]
        assert heads == [True, False]
        assert value(table, "tblPr/tblLook", "firstRow") == "1"
    assert not list(each_element(without, "tblHeader"))
    right = [value(each, "pPr/jc") for each in each_element(payees, "p")]
    assert right == [None, "right", None, "right"]
    assert all(inside(row, "trPr/cantSplit") for row in inside(payees, "tr"))


def test_a_row_longer_than_a_page_may_run_over_and_no_table_is_wider_than_the_paper() -> None:
    long, many = "word " * 2000, ("incorrigible",) * 60
    word = WordFile(write(Document("", (), (Table(((long, "x"),), headed=False), Table((many, many))))))
    assert not list(each_element(word.tables()[0], "cantSplit"))
    for table in word.tables():
        columns = inside(table, "tblGrid/gridCol")
        assert sum(int(value(column, "", "w") or 0) for column in columns) <= 11906 - 2 * 1440


def test_a_table_of_more_columns_than_word_opens_is_a_paragraph_a_row() -> None:
    row = tuple(f"c{n}" for n in range(64))
    word = WordFile(write(Document("", (), (Table((row, row)),))))
    assert not word.tables()
    assert [text(each) for each in word.paragraphs()] == [" | ".join(row)] * 2


def test_what_stands_beside_the_text_is_read_after_it_and_no_heading_stands_in_a_table(
    word: WordFile,
) -> None:
    (beside,) = (t for t in word.tables() if value(t, "tblPr/tblStyle") == "BesideTable")
    rows = [
        [[text(p) for p in each_element(cell, "p")] for cell in inside(r, "tc")] for r in inside(beside, "tr")
    ]
    assert rows == [
        [[""], ["Who and when"]],
        [["Members asked about:", "audits", "their quality", "?? read me again", "Q. How many?"], [""]],
        [["A. Ten."], ["Clerk, by 6 September 2019"]],
        [["a list of them"], ["Cooper"]],
        [["nothing else"], [""]],
    ]
    assert inside(inside(beside, "tr")[0], "trPr/tblHeader")
    in_tables = [style_of(p) or "" for table in word.tables() for p in each_element(table, "p")]
    assert not any(style.startswith("Heading") for style in in_tables)


def test_a_page_is_a4_with_its_mark_its_title_and_its_number(word: WordFile) -> None:
    section = inside(word.body, "sectPr")[0]
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert [text(each) for each in word.header] == ["DRAFT – RESTRICTED", "Cabinet – 3 September 2019"]
    assert text(word.footer) == "Page 1 of 1"
    counted = [value(field, "", "instr") for field in each_element(word.footer, "fldSimple")]
    assert counted == [" PAGE ", " NUMPAGES "]


def test_the_file_says_its_language_and_title_and_nothing_of_its_making(word: WordFile) -> None:
    assert value(next(each_element(word.part("word/styles"), "lang")), "") == "en-GB"
    assert value(word.part("word/settings"), "themeFontLang") == "en-GB"
    assert word.core == {"title": "Cabinet – 3 September 2019", "language": "en-GB"}
    assert not any(b"python" in word.zip.read(name) for name in word.zip.namelist())


def test_the_same_document_is_the_same_file_on_any_day(word: WordFile) -> None:
    assert write(DOCUMENT) == write(DOCUMENT)
    assert {entry.date_time for entry in word.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_element_stands_where_word_looks_for_it(word: WordFile) -> None:
    for part in (word.body, word.header, word.part("word/styles"), word.part("word/numbering")):
        for name, order in ORDERS.items():
            for found in each_element(part, name):
                places = [order.split().index(each) for each in names_in(found)]
                assert places == sorted(places), names_in(found)
    defined = {value(style, "", "styleId") for style in each_element(word.part("word/styles"), "style")}
    asked = {
        value(each, "") for name in ("pStyle", "rStyle", "tblStyle") for each in each_element(word.body, name)
    }
    assert asked <= defined


def test_what_begins_in_hebrew_runs_from_the_right() -> None:
    blocks = (Paragraph("שלום", number="98/2019"), Paragraph("Mr לוי"))
    word = WordFile(write(Document("", ("Łódź",), blocks)))
    assert [bool(inside(each, "pPr/bidi")) for each in word.paragraphs()] == [False, True, False]


def test_spaces_stay_and_what_xml_has_no_place_for_is_a_space() -> None:
    word = WordFile(write(Document("", (), (Paragraph("  two  spaces \x00\ud800\uffff\n]]>&amp;"),))))
    (run,) = each_element(word.paragraphs()[0], "t")
    assert run.text == "  two  spaces     ]]>&amp;"
    assert run.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
