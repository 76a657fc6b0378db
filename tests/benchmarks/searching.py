"""A search of the whole book, against the bare query of a plain FTS5 table that holds the same texts."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from storage import MinuteBook
from storage.records import Sought
from tests.benchmarks.measure import Measure, median

LIMIT = 1.5
HITS = 100  # as many as the Search screen asks for
RARE = 100  # lines, or as near as there is a word
BARE = """SELECT rowid, snippet(line, 0, '', '', '…', 16) FROM line
    WHERE line MATCH ? ORDER BY rowid DESC LIMIT ?"""


def measure(book: Path, folder: Path, runs: int = 41) -> list[Measure]:
    """Search the book at `book` for a rare word, a common one and two together, in turns with the yardstick,
    which is made in `folder`; medians of `runs` each."""
    with closing(MinuteBook.open(book)) as ours, closing(_bare(book, folder / "bare-search.db")) as bare:
        count = bare.execute("SELECT count(*) FROM line_docsize").fetchone()[0]
        measures = []
        for name, words in _words(bare).items():
            search = partial(_search, ours, Sought(words))
            plain = partial(_search_bare, bare, words)
            times: tuple[list[float], list[float]] = [], []
            for _ in range(runs + 1):
                times[0].append(_timed(search))
                times[1].append(_timed(plain))
            told = f"a search for {name} in {count:,} lines, against bare FTS5"
            measures.append(Measure(told, median(times[0][1:]), median(times[1][1:]), LIMIT))
        return measures


def _bare(book: Path, path: Path) -> sqlite3.Connection:
    """A plain FTS5 table of what the book's lines say, in the order of their days."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "CREATE VIRTUAL TABLE line USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(line, 'row')")
    connection.execute("ATTACH ? AS book", (str(book),))
    connection.execute(
        "INSERT INTO line (words) SELECT source FROM book.entry JOIN book.meeting ON meeting.id = meeting_id"
        " ORDER BY meeting.day, entry.id"
    )
    connection.commit()
    connection.execute("DETACH book")
    return connection


def _words(bare: sqlite3.Connection) -> dict[str, str]:
    """What is searched for: a word that few lines hold, one that most do, and that one with the next."""
    sql = "SELECT term FROM vocabulary WHERE length(term) > 2 ORDER BY {} LIMIT 2"
    (common,), (next_to_it,) = bare.execute(sql.format("doc DESC"))
    rare = bare.execute(sql.format(f"abs(doc - {RARE})")).fetchone()[0]
    return {"a rare word": rare, "a common word": common, "two words": f"{common} {next_to_it}"}


def _search(book: MinuteBook, sought: Sought) -> None:
    book.search(sought, limit=HITS)


def _search_bare(bare: sqlite3.Connection, words: str) -> None:
    quoted = " ".join(f'"{word}"' for word in words.split())
    bare.execute(BARE, (quoted, HITS)).fetchall()


def _timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000
