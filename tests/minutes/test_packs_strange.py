"""Files that are agendas and something besides: tables in tables, web pages, e-mails, texts without end."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from minutes.agenda import AgendaReading, survey_agenda
from minutes.packs import PackError, survey, text_of
from tests.packs.word_file import paragraph, table, word_file

HEAD = "".join(map(paragraph, ("Upton Parish Council", "Finance Committee", "Date: 11 June 2020", "Agenda")))


def read(content: bytes) -> AgendaReading:
    """What is taken from a file of that content."""
    return survey(text_of(content, "agenda", bytes.decode).text)


def numbered(reading: AgendaReading) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in reading.agenda.items]


def cell(*blocks: str) -> str:
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def test_a_table_in_a_cell_is_read_once_where_it_stands() -> None:
    inner = table(("Income", "Spending"), ("1,000", "900"))
    rows = (
        cell(paragraph("1.")) + cell(paragraph("**Budget**"), inner),
        cell(paragraph("2.")) + cell(paragraph("Roads")),
    )
    text = text_of(
        word_file(HEAD + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"),
        "a",
        bytes.decode,
    ).text
    assert text.count("Spending") == text.count("900") == 1
    assert "| 1. | **Budget**<br/>Income / Spending<br/>1,000 / 900 |" in text


def test_a_table_of_one_cell_round_the_agenda_is_only_its_frame() -> None:
    framed = f"<w:tbl><w:tr>{cell(HEAD, table(('1.', 'Apologies'), ('2.', 'Budget')))}</w:tr></w:tbl>"
    assert numbered(read(word_file(framed))) == [("1", "Apologies"), ("2", "Budget")]


def test_an_agenda_with_a_frame_round_each_item_has_their_titles() -> None:
    framed = "".join(table((item,)) for item in ("1. Apologies", "2. Budget (Pages 3 - 9)"))
    assert numbered(read(word_file(HEAD + framed))) == [("1", "Apologies"), ("2", "Budget")]


def test_tables_in_tables_forty_deep_take_no_longer() -> None:
    deep = paragraph("the end")
    for _ in range(40):
        deep = f"<w:tbl><w:tr>{cell(deep)}{cell(paragraph('x'))}</w:tr></w:tbl>"
    assert text_of(word_file(HEAD + deep), "a", bytes.decode).text.count("the end") == 1


def test_a_file_saved_as_strict_open_xml_is_read() -> None:
    transitional = word_file(HEAD + paragraph("1. Apologies"))
    with ZipFile(BytesIO(transitional)) as parts:
        document = parts.read("word/document.xml").decode()
    strict = document.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert numbered(read(word_file("", document=strict))) == [("1", "Apologies")]


def test_no_word_file_has_entities_of_its_own_in_any_encoding() -> None:
    entity = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE b [<!ENTITY a "1. Apologies">]>'
    with ZipFile(BytesIO(word_file(f"{HEAD}<w:p><w:r><w:t>ENTITY</w:t></w:r></w:p>"))) as parts:
        document = parts.read("word/document.xml").decode().replace("ENTITY", "&a;")
    held = BytesIO()
    with ZipFile(held, "w") as parts:
        parts.writestr(ZipInfo("word/document.xml"), f"{entity}{document}".encode("utf-16"))
    with pytest.raises(PackError, match="is damaged"):
        read(held.getvalue())


def test_the_time_of_an_agenda_in_welsh_and_english_is_the_english_one() -> None:
    reading = survey(
        "Upton Town Council\nPwyllgor Cyllid / Finance Committee\n"
        "Dyddiad / Date: 11 Mehefin 2020 / 11 June 2020\nAmser / Time: 6.30yh / 6.30pm\n"
        "Rhaglen / Agenda\n1. Ymddiheuriadau / Apologies\n2. Cofnodion / Minutes"
    )
    assert (reading.agenda.time, reading.unread) == ("18:30", ())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<!DOCTYPE html><html><body><h1>Cabinet</h1>", "is a web page"),
        (b"\xef\xbb\xbf\n <HTML lang=en><p>Cabinet", "is a web page"),
        (b"Received: from a by b\nFrom: clerk\nSubject: Agenda\n\nCabinet", "is an e-mail"),
        (b"From: clerk\r\nMIME-Version: 1.0\r\n\r\nQ2FiaW5ldA==", "is an e-mail"),
        (b"Cabinet\nDate: 3 September 2019\n1. " + b"word " * 700_000, "is too long"),
    ],
    ids=["web page", "in capitals", "e-mail", "in base64", "3.5 MB of one line"],
)
def test_what_is_no_plain_text_says_what_it_is(content: bytes, why: str) -> None:
    with pytest.raises(PackError, match=f"^agenda.txt {why}") as refusal:
        text_of(content, "agenda.txt", bytes.decode)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_lone_y_makes_no_agenda_welsh() -> None:
    text = "Board\nDate: 3 September 2019\nShort: a = Y\n\n1. Votes\n   Recommendation 1: Y\n   Reason 2: Y\n"
    assert survey(text) == survey_agenda(text)
