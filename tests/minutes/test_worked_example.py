"""The worked example: a real minute, from an agenda and a clerk's notes to the printed page."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.formats.text import write
from minutes.layouts import build
from tests.minutes.meetings import prepared, taken

EXAMPLE = Path(__file__).parents[1] / "journeys" / "worked"


@pytest.fixture(scope="module")
def minutes() -> str:
    record = prepared((EXAMPLE / "agenda.txt").read_text(encoding="utf-8"))
    return write(build(taken((EXAMPLE / "notes.txt").read_text(encoding="utf-8"), record)))


def test_item_5_reads_as_it_must_paragraph_by_paragraph(minutes: str) -> None:
    page = " ".join(minutes.replace("•", " ").split())
    place = 0
    for paragraph in (EXAMPLE / "item-5-must-read.txt").read_text(encoding="utf-8").split("\n\n"):
        found = page.find(" ".join(paragraph.split()), place)
        assert found >= 0, paragraph
        place = found + 1


def test_the_rest_of_the_page(minutes: str) -> None:
    assert minutes.startswith(
        """\
                                   DRAFT

                               Medway Council
         Children and Young People Overview and Scrutiny Committee
                           Minutes of the meeting
                           Thursday 11 June 2020
                              6.30pm to 8.15pm
                              Virtual meeting

Present:        Councillors Kemp (Chairman), Cooper, Howcroft-Scott and
                Johnson
Apologies:      Councillor Hackwell
In attendance:  Director of People – Children and Adult Services
                Children's Commissioner

1   Apologies for absence

    Apologies for absence were received from Councillor Hackwell.

2   Record of meeting

    The minutes of the meeting held on 2 July 2019 were agreed as a correct
    record and signed by the Chairman.

3   Urgent matters by reason of special circumstances

    There were none.

4   Declarations of interests

    Disclosable pecuniary interests

    There were none.

    Other significant interests

    There were none.

    Other interests

    There were none.

5   Ofsted Update Report - Children's Services in Medway

"""
    )
    assert minutes.endswith(
        """\
Close of meeting

The meeting closed at 8.15pm.

Actions

Ref     Minute  Action                                   Owner       Due
------  ------  ---------------------------------------  ----------  -------
1/2020       5  Provide further information on these     Officers    no date
2/2020       5  Report on the Edge of Care and           Director    in due
                Adolescent Services                      of People   course
3/2020       5  Develop and deliver a survey of          Director    in due
                Children's Services staff and report     of People   course
                back


Chairman: ______________________________   Date: ________________

To put right before these minutes are approved

• Item 5: action 1/2020 has no date: end it in “by 28 November” or “in due
  course”
• The next meeting has no date: /nextmeeting and the date

                                   DRAFT
"""
    )
