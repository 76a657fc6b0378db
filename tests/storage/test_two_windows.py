"""Two programs on one book: writes wait their turn, and each sees what the other recorded."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, opening
from storage.records import Draft
from storage.schema import STEPS
from tests.storage.given import line, promise, texts, write

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from storage import MinuteBook
from storage.records import Act, Draft, Kind, Named, NewAction, NewEntry, Part

path, meeting_id, count, end = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
book = MinuteBook.open(path)
for number in range(count):
    action = NewAction("ask", (Named(Part.OWNER, "Clerk"),))
    entry = NewEntry(Kind.NOTE, f"theirs {number}", "x", actions=(action,))
    book.record(meeting_id, Act((entry,)), at=datetime.now().astimezone())
if end == "killed":
    book.save_draft(meeting_id, Draft("half a li"))
    os.kill(os.getpid(), signal.SIGKILL)
book.close()
"""


def other_program(path: Path, meeting_id: int, count: int, end: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, str(path), str(meeting_id), str(count), end]
    return subprocess.Popen(command, cwd=ROOT)


def test_what_one_records_the_other_sees(book: MinuteBook, path: Path, meeting_id: int) -> None:
    before = book.version()
    write(book, meeting_id, line("mine"))
    assert book.version() == before, "one's own writing is no news"
    assert other_program(path, meeting_id, 1, "closed").wait(60) == 0
    assert book.version() != before
    assert texts(book, meeting_id) == ["mine", "theirs 0"]


def test_two_programs_writing_at_once_lose_no_line(book: MinuteBook, path: Path, meeting_id: int) -> None:
    other = other_program(path, meeting_id, 60, "closed")
    mine = 0
    while other.poll() is None and mine < 2000:
        write(book, meeting_id, line(f"mine {mine}", actions=(promise("ask"),)))
        mine += 1
        time.sleep(0.005)  # SQLite queues nobody: who never rests may keep another out for good
    assert other.wait(60) == 0
    record = book.meeting(meeting_id)
    assert len(record.entries) == mine + 60
    assert [action.number for action in record.actions] == list(range(1, mine + 61))


def test_a_killed_program_loses_no_line_and_no_draft(book: MinuteBook, path: Path, meeting_id: int) -> None:
    assert other_program(path, meeting_id, 5, "killed").wait(60) == -signal.SIGKILL
    assert texts(book, meeting_id) == [f"theirs {number}" for number in range(5)]
    assert book.draft(meeting_id) == Draft("half a li")


def test_a_book_that_stays_busy_says_so_and_loses_nothing(
    path: Path, book: MinuteBook, meeting_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    waiting = MinuteBook.open(path)
    book._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookError, match="Another window is writing"):
        write(waiting, meeting_id, line("refused"))
    assert texts(waiting, meeting_id) == [], "reading goes on"
    book._connection.execute("ROLLBACK")
    write(waiting, meeting_id, line("now"))
    assert texts(book, meeting_id) == ["now"]
    waiting.close()


def test_a_full_disk_says_so_and_loses_nothing(book: MinuteBook, meeting_id: int) -> None:
    pages = book._connection.execute("PRAGMA page_count").fetchone()[0]
    book._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(BookError, match="is full: make room"):
        write(book, meeting_id, line("x" * 100_000))
    book._connection.execute("PRAGMA max_page_count = 1000000")
    assert texts(book, meeting_id) == []
    write(book, meeting_id, line("room again"))
    assert texts(book, meeting_id) == ["room again"]


def test_a_closed_book_says_so(path: Path) -> None:
    book = MinuteBook.open(path)
    book.close()
    with pytest.raises(BookError, match="closed database"):
        book.actions()


def test_two_programs_may_make_the_same_book(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", f"from pathlib import Path; from storage import MinuteBook; "
             f"MinuteBook.open(Path({str(path)!r})).close()"],
            cwd=ROOT,
        )
        for _ in range(3)
    ]  # fmt: skip
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (len(STEPS),)
    connection.close()
