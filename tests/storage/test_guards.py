"""Nothing changes a signed meeting, from any connection: every table, every way to write.

The statements are made from the tables as they are, so that neither a new table nor a new column is
forgotten. A plain connection has foreign keys and recursive triggers off, and no program of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.guards import REFUSAL, UNTIMELY
from storage.records import ActionState, Kind
from storage.sealed import PARTS
from tests.storage.given import CLOSE, PREVIOUS, Rows, heard, line, look, report, write

# what belongs to a meeting and goes on when its minutes are signed
GOES_ON = {"draft", "next_meeting"}
TABLES = sorted(PARTS)
CLERKS = [table for table in TABLES if not table.startswith("seal")]
Row = dict[str, object]


@dataclass(frozen=True)
class Plain:
    """A plain connection to a book that holds a signed meeting, one to be, and one that is planned."""

    connection: sqlite3.Connection
    signed: int
    unsigned: int

    def columns(self, table: str) -> dict[str, str]:
        """The columns of a table with their types."""
        return {row["name"]: row["type"] for row in self.connection.execute(f"PRAGMA table_info({table})")}

    def rows(self, table: str, meeting_id: int) -> list[Row]:
        """The rows of a table that a meeting has, found without the program's own idea of it."""
        column, parent = owner_of(self.connection, table)
        whose = "= ?" if parent == "meeting" else f"IN (SELECT id FROM {parent} WHERE meeting_id = ?)"
        found = self.connection.execute(
            f"SELECT * FROM {table} WHERE {column} {whose} ORDER BY id", (meeting_id,)
        )
        return [dict(row) for row in found]

    def other(self, table: str, column: str, value: object) -> object:
        """Another value that a column would take."""
        known = {"day": "2020-01-02", "time": "01:02", "due": "2020-01-02", "kind": "heading"}
        known |= {"part": "named", "state": "draft", "due_kind": "in due course"}
        known |= {"corrections": "[]", "numbers": "[]"}
        if self.columns(table)[column] == "TEXT":
            return known.get(column, f"{value or ''}x")
        return int(not value) if value in (0, 1, None) else int(str(value)) + 1

    def everything(self) -> Rows:
        return {
            table: [tuple(row) for row in self.connection.execute(f"SELECT * FROM {table} ORDER BY id")]
            for table in (*TABLES, *GOES_ON)
        }

    def refused(self, sql: str, values: Row | None = None, says: str = REFUSAL) -> None:
        """A statement is refused by a guard, and leaves everything as it was."""
        before = self.everything()
        with pytest.raises(sqlite3.IntegrityError, match=says) as refused:
            self.connection.execute(sql, values or {})
        assert refused.value.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER
        assert self.everything() == before, sql

    def insert(self, table: str, row: Row, how: str = "INSERT", then: str = "") -> tuple[str, Row]:
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        return f"{how} INTO {table} ({names}) VALUES ({marks}) {then}", row

    def keys(self, table: str) -> list[list[str]]:
        """The unique keys of a table but for its id."""
        indexes = [row["name"] for row in self.connection.execute(f"PRAGMA index_list({table})") if row[2]]
        return [[row[2] for row in self.connection.execute(f"PRAGMA index_info({name})")] for name in indexes]


def owner_of(connection: sqlite3.Connection, table: str) -> tuple[str, str]:
    """By which column a row belongs to a meeting, and the table between, "meeting" where there is none."""
    if table == "meeting":
        return "id", "meeting"
    foreign = {row["from"]: row["table"] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    if "meeting_id" in foreign:
        return "meeting_id", "meeting"
    always = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["notnull"]]
    owners = {parent: column for column, parent in foreign.items() if column in always}
    parent = next(parent for parent in ("meeting", "item", "entry", "action") if parent in owners)
    return owners[parent], parent


@pytest.fixture(params=["plain", "strict"])
def plain(book: MinuteBook, path: Path, series: list[int], request: pytest.FixtureRequest) -> Iterator[Plain]:
    """With everything off, as any tool has it, and with everything on, as the program has it."""
    write(book, series[2], PREVIOUS, CLOSE)
    book.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        if request.param == "strict":
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")
        yield Plain(connection, signed=series[1], unsigned=series[0])


def test_every_table_that_holds_a_part_of_a_meeting_is_guarded(plain: Plain) -> None:
    tables = {
        row["name"]
        for row in plain.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
        )
    }
    parts = {"meeting"}
    while True:
        more = set()
        for table in tables - parts:
            foreign = plain.connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            always = {
                row["name"] for row in plain.connection.execute(f"PRAGMA table_info({table})") if row[3]
            }
            if any(key["table"] in parts and key["from"] in always for key in foreign):
                more.add(table)
        if not more:
            break
        parts |= more
    assert parts == {*PARTS, *GOES_ON}
    assert all(plain.rows(table, plain.signed) for table in TABLES), "a signed row in every one"


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_put_in(plain: Plain, table: str) -> None:
    for row in plain.rows(table, plain.signed):
        for how in ("INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE", "REPLACE", "INSERT OR FAIL"):
            plain.refused(*plain.insert(table, row, how))
            if table != "meeting":
                plain.refused(*plain.insert(table, {**row, "id": 999}, how))
                plain.refused(*plain.insert(table, {**row, "id": None}, how))


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_changed_in_any_column(plain: Plain, table: str) -> None:
    for row in plain.rows(table, plain.signed):
        for column in plain.columns(table):
            for how in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
                sql = f"{how} {table} SET {column} = :value WHERE id = :id"
                plain.refused(sql, {"value": plain.other(table, column, row[column]), "id": row["id"]})


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_taken_out(plain: Plain, table: str) -> None:
    for row in plain.rows(table, plain.signed):
        plain.refused(f"DELETE FROM {table} WHERE id = :id", {"id": row["id"]})
    plain.refused(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_written_on_conflict(plain: Plain, table: str) -> None:
    for row in plain.rows(table, plain.signed):
        for column in list(plain.columns(table))[1:]:
            then = f"ON CONFLICT (id) DO UPDATE SET {column} = excluded.{column}"
            plain.refused(
                *plain.insert(table, {**row, column: plain.other(table, column, row[column])}, then=then)
            )
        for key in plain.keys(table):
            then = f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET id = 999"
            plain.refused(*plain.insert(table, {**row, "id": None}, then=then))


@pytest.mark.parametrize("table", CLERKS)
def test_no_row_of_another_meeting_takes_the_place_of_a_signed_one(plain: Plain, table: str) -> None:
    signed, mine = plain.rows(table, plain.signed)[0], plain.rows(table, plain.unsigned)[0]
    for key in (["id"], ["rowid"], *plain.keys(table)):
        taken: Row = {name: signed["id" if name == "rowid" else name] for name in key}
        sets = ", ".join(f"{name} = :{name}" for name in key)
        plain.refused(f"UPDATE OR REPLACE {table} SET {sets} WHERE id = :mine", {**taken, "mine": mine["id"]})
        row = {**mine, **taken}
        if key != ["id"]:
            del row["id"]
        plain.refused(*plain.insert(table, row, "INSERT OR REPLACE"))


@pytest.mark.parametrize("table", CLERKS)
def test_no_row_is_moved_into_or_out_of_a_signed_meeting(plain: Plain, table: str) -> None:
    column, _ = owner_of(plain.connection, table)
    signed, mine = plain.rows(table, plain.signed)[0], plain.rows(table, plain.unsigned)[0]
    for row, owner in ((signed, mine[column]), (mine, signed[column])):
        sql = f"UPDATE OR REPLACE {table} SET {column} = :owner WHERE id = :id"
        plain.refused(sql, {"owner": owner, "id": row["id"]})


def test_no_statement_over_all_rows_gets_past_a_signed_one(plain: Plain) -> None:
    plain.refused("UPDATE OR REPLACE entry SET id = id + 1")
    plain.refused("UPDATE OR REPLACE action SET number = number + 1")
    plain.refused("UPDATE entry SET meeting_id = :meeting", {"meeting": plain.unsigned})
    plain.refused("UPDATE entry SET text = 'x' FROM meeting WHERE meeting.id = meeting_id")
    plain.refused("INSERT INTO report_part (item_id, position, name, text) SELECT id, 9, 'x', 'x' FROM item")


@pytest.mark.parametrize("missing", ["all", "the approval", "the print", "the last seal"])
def test_no_seal_strays_onto_a_meeting_that_nobody_signed(plain: Plain, missing: str) -> None:
    (last,) = plain.rows("seal", plain.signed)
    stray = {**last, "id": None, "meeting_id": plain.unsigned, "previous": last["hash"]}
    if missing not in ("all", "the approval"):
        plain.connection.execute("UPDATE meeting SET state = 'approved' WHERE id = ?", (plain.unsigned,))
    if missing not in ("all", "the print"):
        tree = {"meeting_id": plain.unsigned, "version": 1, "restricted": 0, "text": "x"}
        plain.connection.execute(*plain.insert("seal_tree", tree))
    if missing in ("all", "the last seal"):
        stray["previous"] = ""
    for how in ("INSERT", "REPLACE", "INSERT OR IGNORE"):
        plain.refused(*plain.insert("seal", stray, how), says=UNTIMELY)


def test_a_promise_goes_on_and_is_kept(plain: Plain) -> None:
    (action,) = plain.rows("action", plain.signed)
    plain.connection.execute(
        "INSERT INTO action_progress (id, action_id, day, text, state)"
        " VALUES (99, :id, '2020-09-01', 'x', 'done')",
        action,
    )
    plain.connection.execute("UPDATE action_progress SET text = 'y' WHERE id = 99")
    plain.refused("UPDATE action_progress SET text = 'y'")
    plain.refused("UPDATE action_progress SET meeting_id = :signed WHERE id = 99", {"signed": plain.signed})
    plain.connection.execute("DELETE FROM action_progress WHERE id = 99")
    plain.connection.execute("UPDATE standing SET due = '2030-01-01', words = 'x' WHERE id = :id", action)
    plain.refused("UPDATE action SET due = '2030-01-01' WHERE id = :id", action)


@pytest.mark.parametrize("table", CLERKS)
def test_a_meeting_that_is_not_signed_stays_writable(plain: Plain, table: str) -> None:
    row = plain.rows(table, plain.unsigned)[-1]
    apart = {name: 901 for key in plain.keys(table) for name in key if name in ("person_id", "number")}
    new = {**row, **apart, "id": None}
    plain.connection.execute("PRAGMA foreign_keys = OFF")
    for sql, values in (
        plain.insert(table, new),
        plain.insert(table, row, "INSERT OR REPLACE"),
        plain.insert(table, row, then="ON CONFLICT (id) DO UPDATE SET id = excluded.id"),
        (f"UPDATE OR REPLACE {table} SET id = 999 WHERE id = :id", row),
        (f"DELETE FROM {table} WHERE id = 999", {}),
    ):
        assert plain.connection.execute(sql, values).rowcount == 1


def test_a_guard_tells_the_clerk_in_one_line(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    ((guard,),) = look(book.path, "SELECT sql FROM sqlite_master WHERE name = 'guard_meeting_update'")
    with closing(sqlite3.connect(book.path, isolation_level=None)) as beside:
        beside.execute("DROP TRIGGER guard_meeting_update")
        beside.execute("UPDATE meeting SET state = 'draft'")
        beside.execute(str(guard))
    with pytest.raises(BookError) as refused:
        write(book, series[1], line("more"))
    assert str(refused.value) == REFUSAL


def test_the_program_goes_on_beside_signed_minutes(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    action = book.meeting(series[1]).actions[0]
    asked = heard(action.id, "asked", ActionState.IN_PROGRESS)
    write(book, series[2], line("/resume", Kind.RESUME), report(asked))
    book.note_progress([asked], date(2020, 9, 12))
    write(book, series[0], line("more"))
    with pytest.raises(BookError, match="are approved"):
        write(book, series[1], line("more"))
    assert book.verify().faults == ()
