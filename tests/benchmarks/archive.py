"""A book of decades: a hundred thousand promises in two thousand meetings with a million lines.

Four meetings are taken through the book's own door; the others are copies of their rows under other ids
and days, since to take two thousand would last an hour.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage import MinuteBook
from storage.records import Agenda, AgendaItem, Attendee, Sought
from storage.standings import settle_all
from tests.benchmarks.books import BODIES, LINES, MEMBERS

LAST_DAY = date(2026, 11, 2)
ITEMS, ACTIONS = 5, 50  # of each meeting
_STRIDE = 10_000  # between the ids of a row and of its copies: four meetings have fewer of any kind
_COMMON = ("hall", "roof", "drain", "fund", "clerk", "work", "cost", "month", "report", "quotes")

# each table that a meeting is made of → the columns that a copy has otherwise
_COPIED: Mapping[str, Mapping[str, str]] = {
    "meeting": {"id": "id + :shift", "day": "date(day, :back)"},
    "attendance": {"id": "id + :shift", "meeting_id": "meeting_id + :shift"},
    "item": {"id": "id + :shift", "meeting_id": "meeting_id + :shift"},
    "entry": {
        "id": "id + :shift",
        "meeting_id": "meeting_id + :shift",
        "item_id": "item_id + :shift",
        "target_id": "target_id + :shift",
        "source": "source || ' ' || word(id + :shift)",
    },
    "entry_person": {"id": "id + :shift", "entry_id": "entry_id + :shift"},
    "action": {
        "id": "id + :shift",
        "meeting_id": "meeting_id + :shift",
        "entry_id": "entry_id + :shift",
        "number": f"number + :copy * {ACTIONS}",
        "due": "date(due, :back)",
    },
    "action_owner": {"id": "id + :shift", "action_id": "action_id + :shift"},
    "action_theme": {"id": "id + :shift", "action_id": "action_id + :shift"},
}


def make(path: Path, meetings: int, entries: int, owed: int) -> None:
    """A book at `path` of `meetings` meetings of `entries` lines each, in four bodies, with `ACTIONS`
    promises each; all but `owed` of the last meetings are done. What it has is settled and indexed."""
    book = MinuteBook.open(path)
    try:
        for body in BODIES:
            meeting_id = book.save_agenda(_agenda(body)).meeting_id
            act = read_lines(_notes(entries), Sitting(book.meeting(meeting_id))).act
            book.record(meeting_id, act, at=datetime(2026, 11, 2, 20))
    finally:
        book.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.create_function("word", 1, _word, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    for copy in range(1, meetings // len(BODIES)):
        _copy(connection, copy)
    connection.execute(
        "INSERT INTO action_progress (action_id, day, text, state)"
        " SELECT id, '2026-11-03', 'It was done.', 'done' FROM action"
        f" WHERE id NOT IN (SELECT id FROM action ORDER BY id / {_STRIDE}, id LIMIT ?)",
        (owed,),
    )
    connection.execute("DELETE FROM standing")
    settle_all(connection)
    for table in ("search", "search_place"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE search_state SET through = NULL")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    book = MinuteBook.open(path)
    book.search(Sought("hall"))  # which indexes it
    book.close()


def _copy(connection: sqlite3.Connection, copy: int) -> None:
    values = {"copy": copy, "shift": copy * _STRIDE, "back": f"-{7 * copy} days"}
    for table, others in _COPIED.items():
        names = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
        taken = ", ".join(others.get(name, name) for name in names)
        connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {taken} FROM {table} WHERE id < {_STRIDE}",
            values,
        )


def _word(number: int) -> str:
    """A word that stands in some two hundred of a million lines, and one that stands in most."""
    dice = random.Random(number)
    return f"{dice.choice(_COMMON)} w{dice.randrange(5000)}"


def _agenda(body: str) -> Agenda:
    people = [Attendee(0, name, "Councillor") for name in MEMBERS]
    items = tuple(AgendaItem(str(n), f"The business of part {n}") for n in range(1, ITEMS + 1))
    clerk = Attendee(0, "Clerk", member=False)
    return Agenda(body, LAST_DAY, time="18:30", venue="The hall", attendees=(*people, clerk), items=items)


def _notes(entries: int) -> str:
    """Shorthand of `entries` lines with `ACTIONS` actions in them."""
    others = [line for line in LINES if not line.startswith("@")]
    lines = ["/open 6.30pm", "/present all"]
    every, part = entries // ACTIONS, entries // ITEMS
    for number in range(2, entries):
        if number % part == 2:
            lines.append(f"/{number // part + 1}")
        elif number % every == 5:
            day = number % 28 + 1
            lines.append(f"@Clerk: ask for quotes {number} for the roof by {day} December 2026 #hall")
        else:
            lines.append(others[number % len(others)])
    return "\n".join(lines)
