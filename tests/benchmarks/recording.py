"""From `enter` to the disk: an entry recorded, against one row committed by SQLite alone."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from storage import MinuteBook
from storage.records import Act, Draft
from tests.benchmarks.books import agenda, note
from tests.benchmarks.measure import Measure, median

DURABLE_LIMIT, GROWTH_LIMIT = 2.0, 1.2
WARM = 100  # entries of another meeting first, so that the first ones measured are not slow by being first
AROUND = 20  # entries on either side of the one that is named, so that one slow write decides nothing


def measure(folder: Path) -> list[Measure]:
    """Record 1,000 entries one by one, with a bare commit after each."""
    book = MinuteBook.open(folder / "recording.db")
    bare = _bare(folder / "bare.db")
    ours: list[float] = []
    plain: list[float] = []
    try:
        warming_up = book.save_agenda(agenda(1)).meeting_id
        for number in range(WARM):
            _record(book, warming_up, number)
            _commit(bare, number)
        meeting_id = book.save_agenda(agenda(0)).meeting_id
        for number in range(1, 1000 + AROUND + 1):
            ours.append(_timed(partial(_record, book, meeting_id, number)))
            plain.append(_timed(partial(_commit, bare, number)))
    finally:
        book.close()
        bare.close()
    tenth, last = ours[:AROUND], ours[1000 - AROUND : 1000 + AROUND]
    return [
        Measure("an entry durable, against a bare commit", median(ours), median(plain), DURABLE_LIMIT),
        Measure("entry 1,000, against entry 10", median(last), median(tenth), GROWTH_LIMIT),
    ]


def _bare(path: Path) -> sqlite3.Connection:
    """A table of one text column, with the pragmas the book has."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    return connection


def _record(book: MinuteBook, meeting_id: int, number: int) -> None:
    book.record(meeting_id, Act((note(number),)), at=datetime(2020, 6, 11), draft=Draft(""))


def _commit(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO line (text) VALUES (?)", (note(number).text,))
    connection.execute("COMMIT")


def _timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000
