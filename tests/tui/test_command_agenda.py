"""`import` and `agenda`: an agenda in from text, and out again in the same form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.shell import AGENDA, Shell

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
