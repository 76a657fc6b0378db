"""`actions --for MEETING`: the page that a meeting begins from."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, NOTES, Shell

JULY = AGENDA.replace("11 June", "9 July")
PLAN = """\
/2
? (Kemp) Rates: why they rose
+ Clerk: reply in writing by 1 August
/priorities Plan on a page; review 1 July:
- Retain staff
/1
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A meeting taken but for its last item, and the next one prepared."""
    shell = Shell(tmp_path)
    shell.take_meeting(
        agenda=f"{AGENDA}4. Land [exempt 3]\n5. Transport\n", notes=NOTES.replace("/close", f"{PLAN}/close")
    )
    shell.done("import", shell.file("july.txt", JULY))
    return shell


def page(shell: Shell, *words: str) -> str:
    """The page in one line."""
    return " ".join(shell.done("actions", "--for", *words).split())


def test_the_page_has_what_is_due_to_be_reviewed_answered_and_deferred(shell: Shell) -> None:
    said = page(shell, "2")

    headings = ("Due by this meeting", "Without a date", "Written replies owed", "Priorities due for review")
    assert [said.index(each) for each in headings] == sorted(said.index(each) for each in headings)
    assert "for the meeting on Thursday 9 July 2020" in said
    for part in ("1/2020", "2/2020", "4/2020", "p1/2020", "Items deferred from 11 June 2020", "5 Transport"):
        assert part in said
    assert "Exempt: 3/2020." in said
    assert "caretaker" not in said
    assert "caretaker" in page(shell, "2", "--restricted")
    assert max(len(line) for line in shell.done("actions", "--for", "2").splitlines()) <= 80


def test_it_stays_the_page_that_the_meeting_began_from(shell: Shell) -> None:
    before = shell.done("actions", "--for", "2")

    shell.done(
        "take", "2", given="/open 6pm\n/2\n/done 1 the quotes were in\n@Kemp: pay by 1 August\n/close 7pm"
    )

    assert shell.done("actions", "--for", "2") == before
    shell.done("import", shell.file("august.txt", AGENDA.replace("11 June", "6 August")))
    assert "1/2020" not in page(shell, "3").partition("p1/2020")[0]
    assert "5/2020" in page(shell, "3")
    assert "deferred" not in page(shell, "3")  # what was not reached in July is on this agenda anyway


def test_rows_say_why_each_arises(shell: Shell) -> None:
    rows = json.loads(shell.done("actions", "--for", "2", "--format", "json"))
    table = list(csv.reader(io.StringIO(shell.done("actions", "--for", "2", "--format", "csv"))))

    assert [(row["arises"], row.get("reference") or row["title"]) for row in rows] == [
        ("due", "1/2020"), ("undated", "2/2020"), ("undated", "3/2020"), ("for review", "p1/2020"),
        ("reply owed", "4/2020"), ("deferred", "Land"), ("deferred", "Transport"),
    ]  # fmt: skip
    assert {len(row) for row in table} == {18}
    assert [row[:2] for row in table[-2:]] == [["deferred", "4"], ["deferred", "5"]]
    assert table[-1][7] == "Transport"


def test_the_body_narrows_which_meeting_is_meant(shell: Shell) -> None:
    shell.done("import", shell.file("other.txt", JULY.replace("Finance Committee", "Parks Committee")))

    assert "Nothing arises at this meeting." in page(shell, "last", "--body", "parks")
    several = shell.run("actions", "--for", "last")
    assert several.exit_code == 1
    assert "fits several meetings" in several.stderr


@pytest.mark.parametrize(("meeting", "status"), [("9", 1), ("soon", 2)])
def test_a_meeting_that_is_not_there_is_refused(shell: Shell, meeting: str, status: int) -> None:
    result = shell.run("actions", "--for", meeting)

    assert result.exit_code == status
    assert meeting in result.stderr
