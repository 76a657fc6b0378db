"""Agendas sent as Word files: tables, numbers that Word gives, tracked changes, damaged files."""

from __future__ import annotations

import pytest

from minutes.agenda import AgendaReading
from minutes.packs import PackError, survey, text_of
from storage.records import AgendaItem, ReportPart
from tests.packs.word_file import numbered, paragraph, run, table, word_file

TRACKED = "it has tracked changes: they were read as accepted"
COUNTED = "numbers that Word gives by itself were counted as Word does"
HEAD = paragraph("Cabinet", properties='<w:pStyle w:val="Pennawd1"/>') + paragraph("Date: 3 September 2019")


def plain(content: bytes) -> str:
    return content.decode()


def read(body: str, **more: str) -> tuple[AgendaReading, tuple[str, ...]]:
    extracted = text_of(word_file(HEAD + body, **more), "agenda.docx", plain)
    reading = survey(extracted.text)
    return reading, (*extracted.doubts, *reading.to_check)


def test_a_table_in_word_gives_its_items() -> None:
    rows = table(
        ("Agenda", ""),
        ("5.", "Ofsted Inspection\nof Children's Services", "(Pages\n3 - 28)"),
        ("6.", "Exclusion of the Press and Public\nThis report is set out in the main agenda.", ""),
    )
    reading, doubts = read(rows)
    assert reading.agenda.body_name == "Cabinet"
    assert reading.agenda.items == (
        AgendaItem("5", "Ofsted Inspection of Children's Services", "3 - 28"),
        AgendaItem(
            "6",
            "Exclusion of the Press and Public",
            parts=(ReportPart("Note", "", "This report is set out in the main agenda."),),
        ),
    )
    assert doubts == ()


def test_numbers_that_word_gives_are_counted_as_word_does() -> None:
    body = (
        numbered("Apologies")
        + numbered("Budget")
        + numbered("Fees", level=1)
        + numbered("Rents", level=1)
        + paragraph("Roads", properties='<w:pStyle w:val="Item"/>')
        + numbered("Any other business", number=2)
    )
    reading, doubts = read(paragraph("Agenda") + body)
    assert [(item.number, item.title) for item in reading.agenda.items] == [
        ("4", "Apologies"),
        ("5", "Budget"),
        ("5.1", "Fees"),
        ("5.2", "Rents"),
        ("6", "Roads"),
        ("9", "Any other business"),
    ]
    assert doubts == (COUNTED,)


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    struck = f"<w:del>{run('Parking').replace('w:t', 'w:delText')}</w:del>"
    put_in = f"<w:ins>{run('Roads')}</w:ins>"
    gone = paragraph("3. Gone").replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>")
    ended = paragraph("4. Land ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("and buildings")
    reading, doubts = read(paragraph("1. Apologies") + paragraph("2. ", struck, put_in) + gone + ended)
    assert [(item.number, item.title) for item in reading.agenda.items] == [
        ("1", "Apologies"),
        ("2", "Roads"),
        ("4", "Land and buildings"),
    ]
    assert doubts == (TRACKED,)


def test_a_hidden_word_and_the_fallback_of_a_box_are_not_read() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f'<m:AlternateContent xmlns:m="{compatible}"><m:Choice>{run("2. Roads")}</m:Choice>'
    box += f"<m:Fallback>{run('2. Roads')}</m:Fallback></m:AlternateContent>"
    hidden = run(" (draft)", "<w:vanish/>")
    reading, _ = read(paragraph("1. Apologies", hidden) + paragraph(box))
    assert [item.title for item in reading.agenda.items] == ["Apologies", "Roads"]


def test_a_file_that_python_docx_wrote_is_read() -> None:
    from io import BytesIO

    from docx import Document

    document = Document()
    document.add_heading("Upton Parish Council", 0)
    document.add_heading("Finance Committee", 1)
    document.add_paragraph("Date: 12 December 2019")
    for title in ("Apologies", "Budget"):
        document.add_paragraph(title, style="List Number")
    held = BytesIO()
    document.save(held)
    reading = survey(text_of(held.getvalue(), "agenda.docx", plain).text)
    assert (reading.agenda.organisation, reading.agenda.body_name) == (
        "Upton Parish Council",
        "Finance Committee",
    )
    assert [(item.number, item.title) for item in reading.agenda.items] == [
        ("1", "Apologies"),
        ("2", "Budget"),
    ]


BOMB = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><b>&b;</b>'
GOOD = word_file(HEAD + paragraph("1. Apologies"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (GOOD[:200], "is damaged"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (word_file("", document="<w:document"), "is damaged"),
        (word_file("", document="<document/>"), "is damaged"),
        (word_file("", document=BOMB), "is damaged"),
        (word_file(paragraph(" ")), "holds no text"),
        (GOOD.replace(b"word/document.xml", b"xl/workbook12.xml"), "is not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "is an old Word file or has a password"),
        (b"{\\rtf1 Cabinet}", "is in Rich Text Format"),
    ],
    ids=["cut", "no zip", "half a tag", "other XML", "bomb", "blank", "workbook", "old Word", "rich text"],
)
def test_a_file_that_is_no_word_file_says_so_in_one_line(content: bytes, why: str) -> None:
    with pytest.raises(PackError, match=f"^agenda.docx {why}.*") as refusal:
        text_of(content, "agenda.docx", plain)
    assert len(str(refusal.value).splitlines()) == 1
