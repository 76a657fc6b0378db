"""The tables hold what they should and nothing else."""

from __future__ import annotations

import sqlite3
from enum import StrEnum

import pytest

from storage import MinuteBook
from storage.records import ActionState, DueKind, Kind, MeetingState, Part, PromiseKind
from storage.schema import CLERKS_TABLES
from tests.storage.given import heard, line, promise, report, write


@pytest.fixture
def connection(book: MinuteBook, meeting_id: int) -> sqlite3.Connection:
    """The book's own connection, with a line and an action in the file."""
    write(book, meeting_id, line("Said.", actions=(promise("ask"),)))
    write(book, meeting_id, report(heard(book.actions()[0].id, "begun")))
    return book._connection


def tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'")
    return {row["name"] for row in rows}


def test_every_table_is_strict_and_the_clerks_are_journaled(connection: sqlite3.Connection) -> None:
    others = {
        "action_series",
        "standing",
        "draft",
        "act",
        "change",
        "seal",
        "seal_tree",
        "search_state",
        "export",
    }
    assert tables(connection) == {*CLERKS_TABLES, *others}
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    journal = [trigger["name"] for trigger in triggers if trigger["name"].startswith("journal_")]
    assert len(journal) == 3 * len(CLERKS_TABLES)


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        ("entry", "kind", Kind),
        ("entry_person", "part", Part),
        ("meeting", "state", MeetingState),
        ("action", "kind", PromiseKind),
        ("action", "due_kind", DueKind),
        ("action_progress", "state", ActionState),
        ("action_progress", "due_kind", DueKind),
        ("standing", "state", ActionState),
    ],
)
def test_an_enumeration_of_the_records_is_the_check_of_its_column(
    connection: sqlite3.Connection, table: str, column: str, values: type[StrEnum]
) -> None:
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()["sql"]
    check = sql.split(f"CHECK ({column} IN (")[1].split("))")[0]
    assert {value.strip().strip("'") for value in check.split(",")} == {value.value for value in values}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET kind = 'speech'",
        "UPDATE entry SET position = 'first'",
        "UPDATE entry SET time = '7pm'",
        "UPDATE entry SET target_id = 999",
        "UPDATE entry SET meeting_id = 999",
        "UPDATE meeting SET day = '2020-02-31'",
        "UPDATE meeting SET day = 'tomorrow'",
        "UPDATE meeting SET state = 'signed'",
        "UPDATE meeting SET approved_in = 999",
        "UPDATE entry SET corrections = 'old to new'",
        "UPDATE body SET counting = 'middle'",
        "UPDATE body SET year_starts = 13",
        "UPDATE action SET number = 0",
        "UPDATE action SET due = '1 July'",
        "UPDATE action SET kind = 'priority'",
        "UPDATE action_progress SET day = '2020-07-01'",
        "UPDATE action_progress SET meeting_id = NULL",
        "UPDATE attendance SET member = 2",
        "UPDATE body SET name = ''",
        "UPDATE body SET numbering = 'roman'",
        "DELETE FROM meeting",
        "DELETE FROM body",
    ],
)
def test_what_makes_no_sense_is_refused_by_the_file(connection: sqlite3.Connection, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(sql)


def test_an_entrys_actions_go_with_it(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM entry")
    for table in ("action", "action_owner", "action_progress", "standing"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
