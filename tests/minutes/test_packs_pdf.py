"""Agendas sent as PDFs: columns and pages, and files that are scanned, encrypted, damaged or endless."""

from __future__ import annotations

import pytest

from minutes.packs import PackError, survey, text_of
from storage.records import AgendaItem
from tests.packs.pdf_pages import encrypted, pdf_pages

FRONT = """\
Cabinet - Supplementary agenda No.1

Date:          3 September 2019
Time:          3.00pm

5.    Ofsted Inspection of Medway's Children's Services                     (Pages
                                                                            3 - 28)
7.    Council Response to Draft Further Report from the LGO Re:             (Pages
      Mainstream Home to School Transport                                   29 - 64)
"""
PRIVATE = "NOT FOR PUBLICATION\nBy virtue of paragraph(s) 3 of Part 1 of Schedule 12A\n\nAgenda Item 7."


def no_text(_content: bytes) -> str:
    raise AssertionError("a PDF is no plain text")


def test_a_pdfs_columns_stay_apart_and_its_pages_are_told() -> None:
    extracted = text_of(pdf_pages(FRONT, PRIVATE), "pack.pdf", no_text)
    reading = survey(extracted.text)
    assert extracted.doubts == ()
    assert (reading.agenda.body_name, reading.agenda.time) == ("Cabinet", "15:00")
    assert reading.agenda.agenda_title == "Supplementary agenda No.1"
    assert reading.agenda.items == (
        AgendaItem("5", "Ofsted Inspection of Medway's Children's Services", "3 - 28"),
        AgendaItem(
            "7",
            "Council Response to Draft Further Report from the LGO Re: Mainstream Home to School Transport",
            "29 - 64",
            "3",
        ),
    )
    assert reading.to_check == ("item 7: exempt by paragraph 3: read from its pages, “not for publication”",)


def test_pages_without_text_among_others_are_told() -> None:
    extracted = text_of(pdf_pages(FRONT, "", ""), "pack.pdf", no_text)
    assert extracted.doubts == ("2 of its pages have no text: they may be scans",)


def test_of_an_endless_pack_the_first_pages_are_read_and_the_rest_is_told() -> None:
    extracted = text_of(pdf_pages(FRONT, *["More."] * 320), "pack.pdf", no_text)
    assert extracted.text.count("\f") == 299
    assert extracted.doubts == ("only the first 300 of its 321 pages were read, and others may be exempt",)


GOOD = pdf_pages(FRONT)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf_pages("", ""), "is a PDF without text, perhaps a scan"),
        (encrypted(GOOD, "secret"), "is protected by a password"),
        (b"%PDF-1.7\nand no more", "is damaged"),
        (GOOD[:300], "is damaged"),
    ],
    ids=["scanned", "encrypted", "cut off", "cut off later"],
)
def test_a_pdf_that_cannot_be_read_says_so_in_one_line(content: bytes, why: str) -> None:
    with pytest.raises(PackError, match=f"^pack.pdf {why}.*") as refusal:
        text_of(content, "pack.pdf", no_text)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert "Ofsted" in text_of(encrypted(GOOD, ""), "pack.pdf", no_text).text
