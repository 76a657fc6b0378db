"""`actions --format … -o FILE`: the log in every format, and files that are whole or not there at all."""

from __future__ import annotations

import csv
import io
import json
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from storage import MinuteBook
from storage.records import DueKind, NewProgress
from tests.tui.shell import AGENDA, NOTES, Shell
from tui.command_line.promise_papers import FORMATS

ODD = 'read "A, B; C" – <b>é</b> | \\n | =1+1'


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting(notes=NOTES.replace("ask for three quotes", ODD))
    return shell


def hear(shell: Shell, reference: str, text: str, due: date | None = None) -> None:
    """Note something between meetings, and another date where there is one."""
    book = MinuteBook.open(shell.book)
    try:
        (action,) = [each for each in book.actions() if each.reference == reference]
        dated = {"due": due, "due_words": "by then", "due_kind": DueKind.DATE} if due else {}
        book.note_progress([NewProgress(action.id, text, **dated)], date(2020, 6, 20))  # type: ignore[arg-type]
    finally:
        book.close()


def calendar(shell: Shell, *words: str) -> str:
    """What is written as a calendar, with its line ends."""
    result = shell.run("actions", "--format", "ics", *words)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes.decode()


def events(text: str) -> list[Event]:
    """The events of a calendar, as a calendar program reads them."""
    return [event for event in Calendar.from_ical(text).walk("VEVENT") if isinstance(event, Event)]


def test_markdown_and_html_hold_what_was_typed_and_run_none_of_it(shell: Shell) -> None:
    markdown = shell.done("actions", "--format", "markdown")
    html = shell.done("actions", "--format", "html", "--chart")

    assert "1/2020" in markdown
    assert "<b>" not in html.replace("<body>", "")
    assert "&lt;b&gt;é&lt;/b&gt;" in html
    assert "By theme" in html


def test_csv_has_one_row_an_action_whatever_stands_in_it(shell: Shell) -> None:
    hear(shell, "1/2020", "line one\nline two, with a comma", date(2020, 9, 1))

    head, *rows = csv.reader(io.StringIO(shell.done("actions", "--format", "csv", "--on", "2020-07-01")))
    by_reference = {row[0]: dict(zip(head, row, strict=True)) for row in rows}

    quotes = by_reference["1/2020"]
    assert quotes["Action"] == ODD
    assert (quotes["Target"], quotes["Revised"], quotes["Due"]) == ("2020-06-28", "2020-09-01", "by then")
    assert (quotes["State"], quotes["Colour"], quotes["Themes"]) == ("open", "on target", "finance")
    assert quotes["Last heard"].startswith("2020-06-20: Deferred from 28 June 2020 to 1 September 2020")
    assert by_reference["2/2020"]["Due"] == "in due course"
    assert {value for value in by_reference["3/2020"].values() if value} == {
        "3/2020", "action", "Finance Committee", "3", "2020-06-11", "open", "undated", "exempt",
    }  # fmt: skip


def test_json_tells_every_date_with_its_reason(shell: Shell) -> None:
    hear(shell, "1/2020", "the bank was closed", date(2020, 9, 1))

    log = json.loads(shell.done("actions", "--format", "json", "--on", "2020-06-20"))

    (row,) = [row for row in log if row["reference"] == "1/2020"]
    assert (row["due"], row["target"], row["revised"]) == ("2020-09-01", "2020-06-28", "2020-09-01")
    assert row["dates"][1] == {
        "due": "2020-09-01", "words": "by then", "said": "2020-06-20", "reason": "the bank was closed",
    }  # fmt: skip
    assert [(each["date"], each["text"], each["state"]) for each in row["progress"]] == [
        ("2020-06-20", "the bank was closed", "open")
    ]


def test_a_calendar_holds_what_a_calendar_program_wants(shell: Shell) -> None:
    hear(shell, "1/2020", "first line\nsecond; line, of many words " + "é" * 200)
    before = datetime.now(UTC).replace(microsecond=0)
    text = calendar(shell)

    (event,) = events(text)

    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//minutebook//Due dates//EN\r\n")
    assert [event.start, event.end] == [date(2020, 6, 28), date(2020, 6, 29)]
    assert "DTSTART;VALUE=DATE:20200628\r\n" in text
    stamp = event.DTSTAMP
    assert stamp is not None
    assert stamp >= before
    assert stamp.utcoffset() == timedelta(0)
    assert str(event["SUMMARY"]) == f"1/2020 Clerk: {ODD}"
    assert "First line\nsecond; line, of many words" in str(event["DESCRIPTION"])
    assert "Finance Committee, 11 June 2020, minute 2" in str(event["DESCRIPTION"])
    assert event["CATEGORIES"].to_ical() == b"finance"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")
    assert "caretaker" not in text


def test_an_event_is_the_same_one_when_its_date_has_moved(shell: Shell) -> None:
    (before,) = events(calendar(shell))
    hear(shell, "1/2020", "", date(2020, 9, 1))
    (after,) = events(calendar(shell))

    assert after["UID"] == before["UID"]
    assert after.start == date(2020, 9, 1)


def test_an_exempt_promise_is_in_a_restricted_calendar_alone_and_confidential(shell: Shell) -> None:
    exempt = [event for event in events(calendar(shell, "--restricted")) if "CLASS" in event]

    assert [(str(event["CLASS"]), event.start) for event in exempt] == [("CONFIDENTIAL", date(2020, 6, 30))]


def test_a_calendar_without_an_event_is_not_made(shell: Shell) -> None:
    result = shell.run("actions", "--format", "ics", "--owner", "nobody")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing that is owed has a date.\n"

    target = shell.folder / "due.ics"
    assert shell.refused("actions", "--format", "ics", "--owner", "nobody", "-o", target) == (
        f"{target} is not written: nothing that is owed has a date."
    )
    assert not target.exists()


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_standard_output_would(shell: Shell, form: str) -> None:
    target = shell.folder / "log"
    long = "every lantern of it, " * 1200
    hear(shell, "1/2020", long)

    assert shell.done("actions", "--format", form, "-o", target) == ""

    written = target.read_bytes().decode("utf-8-sig" if form == "csv" else "utf-8")
    if form == "ics":
        assert str(events(written)[0]["DESCRIPTION"]).count("lantern") == 1200
    else:
        assert written.encode() == shell.run("actions", "--format", form).stdout_bytes
        assert written.count("lantern") == 1200
    assert stat.S_IMODE(target.stat().st_mode) & 0o077 == 0o044
    assert [path.name for path in shell.folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "form"), [("log.MD", "markdown"), ("log.csv", "csv"), ("log.json", "json"), ("log.txt", "text")]
)
def test_the_name_of_its_file_tells_the_format(shell: Shell, name: str, form: str) -> None:
    shell.done("actions", "-o", shell.folder / name)

    shell.done("actions", "--format", form, "-o", shell.folder / "said")

    assert (shell.folder / name).read_bytes() == (shell.folder / "said").read_bytes()


def test_a_name_that_ends_in_no_format_of_the_log_makes_no_file(shell: Shell) -> None:
    target = shell.folder / "log.xlsx"

    result = shell.run("actions", "-o", target)

    assert (result.exit_code, target.exists()) == (2, False)
    assert "not written as “.xlsx”" in result.stderr


def test_a_file_that_is_there_stays_until_it_is_forced(shell: Shell) -> None:
    target = shell.file("restricted log.csv", "what stood here before")
    target.chmod(0o644)

    assert shell.refused("actions", "--format", "csv", "-o", target) == (
        f"{target} is there already; give another name, or --force to replace it."
    )
    assert target.read_text() == "what stood here before"
    shell.done("actions", "--format", "csv", "-o", target, "--restricted", "--force")
    assert "caretaker" in target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_said_in_one_line(shell: Shell) -> None:
    nowhere = shell.folder / "no such folder" / "log.html"

    assert "There is no folder" in shell.refused("actions", "-o", nowhere)
    assert "is a folder" in shell.refused("actions", "-o", shell.folder)
    assert "is a folder" in shell.refused("actions", "-o", shell.folder, "--force")


def test_an_empty_log_is_an_empty_paper(tmp_path: Path) -> None:
    shell = Shell(tmp_path)

    assert len(shell.done("actions", "--format", "csv").splitlines()) == 1
    assert "There are no actions to show." in shell.done("actions", "--format", "html")
    shell.done("import", shell.file("agenda.txt", AGENDA))
    assert "Nothing arises at this meeting." in shell.done("actions", "--for", "1")
