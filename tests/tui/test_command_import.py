"""`import` of packs: any kind of file, what it says of it, what it leaves in the book; and of records."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import AgendaItem
from tests.packs.pdf_pages import pdf_pages
from tests.packs.word_file import paragraph, table, word_file
from tests.tui.shell import AGENDA, Shell

PACK = (Path(__file__).parents[1] / "packs" / "cabinet-2019.md").read_text(encoding="utf-8")
LINES = "Cabinet\nDate: 3 September 2019\n5. Ofsted Inspection"
WORD = word_file("".join(map(paragraph, LINES.split("\n")[:2])) + table(("5.", "Ofsted Inspection")))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def items(shell: Shell) -> tuple[AgendaItem, ...]:
    book = MinuteBook.open(shell.book)
    try:
        here = book.meeting(1).items
        return tuple(AgendaItem(one.number, one.title, one.pages, one.exempt, one.parts) for one in here)
    finally:
        book.close()


def test_a_dry_run_shows_what_is_to_be_checked_below_its_item_and_records_nothing(shell: Shell) -> None:
    said = shell.done("import", shell.file("pack.md", PACK), "--dry-run")

    assert said.startswith(
        "Medway Council – Cabinet – Supplementary agenda No.1\n3 September 2019, 3pm, Meet"
    )
    assert "  5    Ofsted Inspection of Medway's Children's Services (Pages 3 - 28)\n" in said
    assert "(Pages 29 - 64) [exempt 3]\n       ? exempt by paragraph 3: read from its pages" in said
    assert "It makes a new body, Cabinet, and its meeting of 3 September 2019.\nNothing is recorded" in said
    assert shell.done("list") == ""


def test_what_is_no_agenda_is_told_in_few_lines(shell: Shell) -> None:
    result = shell.run("import", shell.file("pack.md", PACK))

    assert len(result.stderr.splitlines()) == 4
    assert result.stderr.splitlines()[-1].endswith("left out: 5 more lines")


@pytest.mark.parametrize("content", [LINES.encode(), WORD, pdf_pages(LINES)], ids=["text", "Word", "PDF"])
def test_every_kind_of_file_is_told_by_what_it_holds(shell: Shell, content: bytes) -> None:
    shell.done("import", shell.file("agenda", content))

    assert items(shell) == (AgendaItem("5", "Ofsted Inspection"),)


def test_a_second_import_completes_and_leaves_what_the_clerk_changed(shell: Shell) -> None:
    front = PACK[: PACK.index("## **CABINET**")].replace("Inspection of Medway's", "inspection of")
    shell.done("import", shell.file("front.md", front))
    assert items(shell)[0].parts == ()

    assert "Meeting 1 completed: 0 items" in shell.done("import", shell.file("pack.md", PACK))

    first, *_ = items(shell)
    assert first.title == "Ofsted inspection of Children's Services"
    assert [part.number for part in first.parts if part.name == "Reason"] == ["11.1", "11.2"]
    before = items(shell)
    assert "It completes the meeting of 3 September 2019" in shell.done(
        "import", shell.folder / "pack.md", "--dry-run"
    )
    shell.done("import", shell.folder / "pack.md")
    assert items(shell) == before


def test_a_pack_of_another_name_goes_to_the_body_that_is_named(shell: Shell) -> None:
    shell.done("import", shell.file("agenda.txt", AGENDA))

    shell.done("import", shell.file("pack.md", PACK), "--body", "finance")

    assert "Finance Committee" in shell.done("agenda", "2")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("scan.pdf", pdf_pages(""), "is a PDF without text, perhaps a scan"),
        ("book.xlsx", WORD.replace(b"word/document.xml", b"xl/workbook12.xml"), "is not a Word file"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "is an old Word file or has a password"),
        (
            "nodate.pdf",
            pdf_pages("Cabinet of the Council\n1. Apologies for absence"),
            "has no date",
        ),
        ("record.json", b'{"version": 99, "restricted": true}', "A newer minutebook wrote this record"),
        ("other.json", b'{"version": "', "is not JSON"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_taken_is_refused_in_one_line_and_leaves_nothing(
    shell: Shell, name: str, content: bytes, why: str
) -> None:
    assert why in shell.refused("import", shell.file(name, content))
    assert shell.done("list") == ""


def test_a_record_of_another_book_makes_its_meeting_anew(shell: Shell) -> None:
    shell.take_meeting()
    record = shell.file("record.json", shell.done("print", "1", "--format", "json", "--restricted"))
    (shell.folder / "elsewhere").mkdir()
    other = Shell(shell.folder / "elsewhere")

    assert "Nothing is recorded" in other.done("import", record, "--dry-run")
    assert other.done("list") == ""
    assert "Meeting 1 made" in other.done("import", record)

    assert other.done("print", "1", "--restricted") == shell.done("print", "1", "--restricted")
    assert "already" in other.refused("import", record)
