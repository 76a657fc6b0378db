"""The file that a copy of minutes is written to: its name, its format, and the printer."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from minutes.document import Document, Paragraph
from storage.records import Body, Meeting, MeetingRecord
from tui.exporting import file_meant, form_in_words, in_next_form, offered_name, remembered_name, write_copy
from tui.files import FileError
from tui.paper_copy import Copy, Which
from tui.printing import NO_PRINTER, send_to_printer

RECORD = MeetingRecord(
    Body(1, "Children's Sërvices Board", layout="board"), Meeting(1, 1, date(2019, 11, 28))
)
NEXT = MeetingRecord(RECORD.body, Meeting(2, 1, date(2019, 12, 12)))
DOCUMENT = Document("Minutes", ("Board",), (Paragraph("The roof."),))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the clerk is in, which is not their home."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


def test_a_name_is_made_of_body_and_day() -> None:
    assert offered_name(RECORD, (), "") == "childrens-services-board-2019-11-28.txt"
    assert offered_name(MeetingRecord(Body(1, "董事会"), RECORD.meeting), (), "") == "minutes-2019-11-28.txt"


@pytest.mark.parametrize(
    "which",
    [
        Which(),
        Which(restricted=True),
        Which(before=True),
        Which(restricted=True, before=True, layout="decision notice"),
    ],
)
def test_folder_name_and_format_are_offered_again_for_the_next_meeting(
    here: Path, tmp_path: Path, which: Which
) -> None:
    written = file_meant("~/sent/Board 2019-11-28.pdf", "", restricted=which.restricted)
    assert written.parent == tmp_path / "sent"

    remembered = remembered_name(written, RECORD, which.marks)

    assert offered_name(NEXT, (), remembered) == "~/sent/Board 2019-12-12.pdf"
    assert offered_name(NEXT, ("restricted",), remembered) == "~/sent/Board 2019-12-12-restricted.pdf"
    assert remembered_name(here / "restricted.pdf", RECORD, ("restricted",)) == ""


def test_the_marks_of_a_copy_are_its_own_alone() -> None:
    marks = Which(restricted=True, layout="board").marks
    offered = offered_name(RECORD, marks, "")

    assert offered == "childrens-services-board-2019-11-28-board-restricted.txt"
    assert remembered_name(Path(offered), RECORD, marks) == "childrens-services-board-{date}.txt"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pdf", "board.pdf"),
        (".docx", "board.docx"),
        ("Word", "board.docx"),
        ("HTML", "board.html"),
        ("json", "board.json"),
        ("minutes", "minutes"),
        ("notes.pdf", "notes.pdf"),
        ("  sent/x.md ", "sent/x.md"),
    ],
)
def test_a_format_alone_means_the_name_that_is_offered(here: Path, typed: str, meant: str) -> None:
    assert file_meant(typed, "board.txt", restricted=False) == here / meant


def test_the_home_of_nobody_is_said_in_one_line() -> None:
    with pytest.raises(FileError, match="home of nobody"):
        file_meant("~no-such-clerk/x.pdf", "", restricted=False)


def test_tab_goes_through_the_formats() -> None:
    names = ["board.txt"]
    for _ in range(6):
        names.append(in_next_form(names[-1]))
    forms = ("txt", "md", "html", "docx", "pdf", "json", "txt")
    assert names == [f"board.{form}" for form in forms]
    assert in_next_form("board.txt", -1) == "board.json"
    assert in_next_form("Board 1.2") == "Board 1.2.md"


def test_what_a_file_is_written_as_is_said() -> None:
    assert form_in_words(Path("board.DOCX")) == "as Word"
    assert form_in_words(Path("board")) == "as text"
    assert form_in_words(Path("board.odt")) == "as text, since no format ends in “.odt”"


def test_a_file_in_the_way_stays_until_it_is_said_that_it_may_go(here: Path) -> None:
    path, copy = here / "board.md", Copy(Which(), DOCUMENT, ())
    path.write_text("older")

    asked = write_copy(copy, path, overwrite=False)
    assert (asked.in_the_way, asked.written, path.read_text()) == (True, False, "older")
    assert write_copy(copy, path, overwrite=True).written
    assert "The roof." in path.read_text()


def test_what_a_format_cannot_hold_is_said_in_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("the PDF cannot be written: no fonts.")

    monkeypatch.setattr("tui.exporting.write", refuse)
    came = write_copy(Copy(Which(), DOCUMENT, ()), here / "board.pdf", overwrite=False)

    assert (came.told, came.written) == ("The PDF cannot be written: no fonts.", False)
    assert not (here / "board.pdf").exists()


def test_a_name_is_offered_in_full_where_the_folder_is_gone(here: Path) -> None:
    gone = here / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()

    assert offered_name(RECORD, (), "/minutes/{date}.pdf") == "/minutes/2019-11-28.pdf"
    with pytest.raises(FileError, match="folder you are in is gone"):
        file_meant("x.pdf", "", restricted=False)


def lp(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an lp on this machine that does what `script` says."""
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_the_printer_gets_text_in_pages(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(here, 'cat > printed; echo "request id is HP-7 (1 file(s))"', monkeypatch)

    assert send_to_printer(DOCUMENT) == "Sent to the printer: request id is HP-7 (1 file(s))"
    assert "The roof." in (here / "printed").read_text()
    assert "Page 1 of 1" in (here / "printed").read_text()


def test_a_printer_that_refuses_is_said_in_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(here, 'echo "lp: Error -\n no default destination." >&2; exit 1', monkeypatch)

    assert send_to_printer(DOCUMENT) == "Not printed: lp: Error - no default destination."


def test_where_there_is_no_lp_that_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(here))

    assert send_to_printer(DOCUMENT) == NO_PRINTER
