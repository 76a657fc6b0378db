"""`import` and `agenda`: an agenda in from text, and out again in the same form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minutes.arising import arising_part
from storage import MinuteBook
from tests.tui.shell import AGENDA, Shell
from tui.carrying import what_arises

REPORTS = """   Report from: Clerk
   Recommendation 1.1: The Committee is asked to note the report.
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def test_the_agenda_printed_reads_back_as_the_same_agenda(shell: Shell) -> None:
    printed = shell.done("agenda", "last")
    other = Shell(shell.file("other", "").parent / "elsewhere")
    other.folder.mkdir()

    other.done("import", other.file("agenda.txt", printed))

    assert other.done("agenda", "last") == printed


def test_a_dry_run_says_what_it_read_and_records_nothing(tmp_path: Path) -> None:
    shell = Shell(tmp_path)

    said = shell.done("import", shell.file("agenda.txt", AGENDA), "--dry-run")

    assert "Upton Parish Council – Finance Committee" in said
    assert "11 June 2020, 6.30pm, The Hall" in said
    assert "3 members, 1 in attendance, 3 items" in said
    assert said.endswith("Nothing is recorded: this was a dry run.\n")
    assert shell.done("list") == ""


def test_an_import_names_what_it_made_and_completes_it_the_second_time(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    path = shell.file("agenda.txt", AGENDA)

    assert shell.done("import", path).endswith(
        "Meeting 1 made: 3 items and 4 people added; the body is new.\n"
    )
    path.write_text(AGENDA + "4. Any other business\n", encoding="utf-8")
    assert shell.done("import", path).endswith("Meeting 1 completed: 1 item and 0 people added.\n")


def test_import_gives_the_agenda_to_the_body_that_is_named(shell: Shell) -> None:
    nameless = "Date: 18 June 2020\n1. Apologies\n"

    shell.done("import", shell.file("nameless.txt", nameless), "--body", "finance")

    assert shell.done("agenda", "last").startswith("Upton Parish Council\nFinance Committee\n")


def test_the_public_agenda_leaves_out_the_reports_of_exempt_items(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    exempt = REPORTS.replace("note the report", "dismiss the caretaker")
    shell.done("import", shell.file("agenda.txt", AGENDA.replace("3. St", f"{REPORTS}3. St") + exempt))

    public, restricted = shell.done("agenda", "1"), shell.done("agenda", "1", "--restricted")

    assert "note the report" in public
    assert "3. Staffing [exempt 1]" in public
    assert "caretaker" not in public
    assert "caretaker" in restricted
    assert public.replace("\n", "") in restricted.replace(exempt, "").replace("\n", "")


def test_the_restricted_agenda_reads_back_whole(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.done("import", shell.file("agenda.txt", AGENDA + REPORTS))
    printed = shell.done("agenda", "1", "--restricted")
    (tmp_path / "elsewhere").mkdir()
    other = Shell(tmp_path / "elsewhere")

    other.done("import", other.file("agenda.txt", printed))

    assert other.done("agenda", "1", "--restricted") == printed


def test_a_promise_that_became_exempt_since_it_was_carried_in_keeps_its_number_alone(shell: Shell) -> None:
    arising = AGENDA.replace("11 June", "2 July") + (
        "4. Matters arising\n"
        "   Action 1/2020: Clerk – ask for three quotes (28 June 2020)\n"
        "   Action 2/2020: Cooper – as the clerk worded it\n"
    )
    shell.done("import", shell.file("july.txt", arising))
    assert "three quotes" in shell.done("agenda", "2")

    shell.done("take", "2", given="/1\n/done 1\n/done 2\n")
    shell.done("take", "1", given="/exempt 2 3\n")

    listed = shell.done("agenda", "2")
    assert "Action 1/2020: exempt\n   Action 2/2020: exempt\n" in listed
    assert "three quotes" not in listed
    assert "three quotes" in shell.done("agenda", "2", "--restricted")
    assert shell.done("search", "three", "worded").count("quotes") == 0


def test_a_date_heard_in_private_since_is_not_told(shell: Shell) -> None:
    arising = AGENDA.replace("11 June", "9 July") + (
        "4. Matters arising\n   Action 1/2020: Clerk – ask for three quotes (20 July 2020)\n"
    )
    shell.done("import", shell.file("july.txt", arising))
    shell.done("import", shell.file("june.txt", AGENDA.replace("11 June", "18 June")))
    shell.done("take", "3", given="/2\n/defer 1 20 July\n")
    assert "(20 July 2020)" in shell.done("agenda", "2")

    shell.done("take", "3", given="/exempt 2 3\n")

    assert "Action 1/2020: Clerk – ask for three quotes (28 June 2020)" in shell.done("agenda", "2")


def test_what_was_done_in_private_still_arises_in_public(shell: Shell) -> None:
    shell.done("import", shell.file("july.txt", AGENDA.replace("11 June", "2 July")))
    shell.done("take", "2", given="/3\n/done 1\n/defer 2 9 July\n")
    book = MinuteBook.open(shell.book)
    try:
        found, known = what_arises(book, 1, date(2020, 7, 16), "")
    finally:
        book.close()

    assert known == ()
    assert [arising_part(each).text for each in found.promises] == [
        "Clerk – ask for three quotes (28 June 2020)",
        "Councillor Cooper – write to the bank (in due course)",
        "exempt",
    ]
