"""A real pack, from the file as it was sent to the printed decision, through the shell."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.commands import done, folded

PACKS = Path(__file__).parents[1] / "packs"
NOTES = b"/open 3pm\n/5\n/urgent\n!= 10.1 10.2\n!~\n/close 4pm\n"


def test_recommendations_reasons_and_urgency_of_a_report_become_the_decision(tmp_path: Path) -> None:
    book = tmp_path / "minutes.db"

    done(book, "import", PACKS / "cabinet-2019.md")
    done(book, "take", "last", given=NOTES)
    printed = folded(done(book, "print", "last"))

    place = 0
    for sentence in (
        "5 Ofsted Inspection of Medway's Children's Services",
        "This item was taken as urgent under section 11 (Cases of special urgency) of the Local Authorities"
        " (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, with the"
        " agreement of the Chairman of the Children and Young People Overview and Scrutiny Committee, to"
        " enable the Cabinet to formally receive and consider the outcome of the inspection and the statutory"
        " direction at the earliest opportunity.",
        "The Cabinet noted the content of this report and improvement steps taken so far.",
        "The Cabinet noted that a further report will be submitted to Cabinet in December 2019",
        "To formally notify the Cabinet of the outcome of the inspection. To ensure the Cabinet is informed"
        " of the feedback from the Children's Services Commissioner.",
    ):
        found = printed.find(sentence, place)
        assert found >= 0, sentence
        place = found


def test_a_report_alone_can_be_taken_too(tmp_path: Path) -> None:
    book = tmp_path / "minutes.db"

    done(book, "import", PACKS / "scrutiny-2015.txt")
    done(book, "take", "last", given=b"/next\n!= 10.1\n")

    printed = folded(done(book, "print", "last"))
    assert "Children and Young People Overview and Scrutiny Committee" in printed
    assert "noted the progress made and the continued implementation of the Improvement Plan." in printed
