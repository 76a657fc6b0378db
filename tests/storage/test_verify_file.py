"""Whatever is done to the tables and to the file itself is found out, or told in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, restore
from tests.storage.given import beside, faults, look


def without_triggers(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def rewritten(connection: sqlite3.Connection, name: str, old: str, new: str) -> None:
    """Change the definition of something without SQLite's leave."""
    connection.execute("PRAGMA writable_schema = ON")
    sql = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?"
    assert connection.execute(sql, (old, new, name)).rowcount == 1
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    connection.execute(f"PRAGMA schema_version = {version + 1}")


def a_column_less(connection: sqlite3.Connection) -> None:
    without_triggers(connection)
    connection.execute("ALTER TABLE entry DROP COLUMN label")


def another_trigger_of_the_name(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TRIGGER guard_item_update")
    connection.execute("CREATE TRIGGER guard_item_update BEFORE UPDATE ON item BEGIN SELECT 1; END")


def a_table_renamed(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE entry_person RENAME TO elsewhere")


def a_view_in_its_place(connection: sqlite3.Connection) -> None:
    without_triggers(connection)
    connection.execute("ALTER TABLE entry_person RENAME TO elsewhere")
    connection.execute("CREATE VIEW entry_person AS SELECT * FROM elsewhere WHERE id < 2")


def written_in_place(connection: sqlite3.Connection) -> None:
    """SQLite's interface for large values, which no trigger hears of."""
    with connection.blobopen("entry", "text", 10) as words:
        words.write(b"sung")


def an_index_out_of_step(connection: sqlite3.Connection) -> None:
    rewritten(connection, "entry_in_order", "(meeting_id, position)", "(position, meeting_id)")


DDL: dict[str, tuple[Callable[[sqlite3.Connection], object], str]] = {
    "one guard dropped": (
        lambda connection: connection.execute("DROP TRIGGER guard_entry_delete"),
        "The trigger guard_entry_delete, which guards signed minutes, is gone.",
    ),
    "all guards dropped": (
        without_triggers,
        "The trigger guard_seal_update, which guards signed minutes, is gone.",
    ),
    "a guard that guards nothing": (
        another_trigger_of_the_name,
        "The trigger guard_item_update, which guards",
    ),
    "a guard of one's own": (
        lambda connection: connection.execute(
            "CREATE TRIGGER guard_nothing AFTER DELETE ON body BEGIN SELECT 1; END"
        ),
        "The trigger guard_nothing, which guards signed minutes, was changed",
    ),
    "a guard rewritten": (
        lambda connection: rewritten(connection, "guard_entry_update", "WHEN EXISTS", "WHEN NOT EXISTS"),
        "The trigger guard_entry_update, which guards signed minutes, was changed.",
    ),
    "the seals dropped": (lambda connection: connection.execute("DROP TABLE seal"), "cannot be read"),
    "a seal without its meeting": (
        lambda connection: connection.execute("ALTER TABLE seal RENAME COLUMN meeting_id TO whose"),
        "The seals cannot be read (no such column: meeting_id).",
    ),
    "a seal without its hash": (
        lambda connection: connection.execute("ALTER TABLE seal RENAME COLUMN hash TO hush"),
        "The seals cannot be read (no such column: hash).",
    ),
    "the trees dropped": (lambda connection: connection.execute("DROP TABLE seal_tree"), "no such table"),
    "the names dropped": (
        lambda connection: connection.execute("DROP TABLE entry_person"),
        "as entry_person cannot",
    ),
    "the meetings dropped": (
        lambda connection: connection.execute("DROP TABLE meeting"),
        "as meeting cannot be",
    ),
    "a column dropped": (
        a_column_less,
        "what the book holds as entry cannot be read (no such column: label)",
    ),
    "a key added": (
        lambda connection: connection.execute("CREATE UNIQUE INDEX more ON action (words, id)"),
        "The trigger guard_action_update, which guards signed minutes, was changed",
    ),
    "a table renamed": (a_table_renamed, "as entry_person cannot be read"),
    "a view for a table": (
        a_view_in_its_place,
        "a name in a line of the record (number 2 in entry_person) is gone",
    ),
    "words written in place": (written_in_place, "number 10 in entry) was changed: text"),
    "an index out of step": (an_index_out_of_step, "The file is damaged"),
}


@pytest.mark.parametrize("deed", DDL)
def test_what_was_done_to_the_tables_is_found(signed: MinuteBook, path: Path, deed: str) -> None:
    does, says = DDL[deed]
    with beside(path) as connection:
        does(connection)
    assert says in faults(signed)


def test_what_a_hex_editor_did_is_found(signed: MinuteBook, path: Path) -> None:
    signed.close()
    with beside(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    places = [place for place in range(len(before)) if before.startswith(b"secret", place)]
    found = 0
    for place in places:
        path.write_bytes(before[:place] + b"sacred" + before[place + 6 :])
        again = MinuteBook.open(path)
        if again.verify().faults:
            found += 1
        else:
            journal = "SELECT count(*) FROM change WHERE coalesce(before, '') || after LIKE '%sacred%'"
            assert look(path, journal) != [(0,)], "what is no part of the signed minutes"
        again.close()
    assert found >= 4, "the line twice, its image, the minutes in print"


def test_a_file_in_ruins_is_told_in_one_line(signed: MinuteBook, path: Path) -> None:
    signed.close()
    with beside(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) // 2) + whole[4096 + len(whole) // 2 :])
    with pytest.raises(BookError) as refused:
        MinuteBook.open(path).verify()
    assert "is damaged" in str(refused.value)


def test_a_table_that_cannot_even_be_quoted_is_told_in_one_line(
    signed: MinuteBook, path: Path, tmp_path: Path
) -> None:
    signed.backup(tmp_path / "safe.db")
    signed.close()
    for damaged in (path, tmp_path / "damaged.db"):
        whole = (tmp_path / "safe.db").read_bytes()
        damaged.write_bytes(whole.replace(b"CREATE TABLE draft (", b"CREATE TABLE dr\xffft &", 1))
    with pytest.raises(BookError, match=f"^{path} is damaged: bring back a copy"):
        MinuteBook.open(path)
    with pytest.raises(BookError, match="is damaged or no minute book: give the file of another"):
        restore(path, tmp_path / "damaged.db")
    assert restore(path, tmp_path / "safe.db") is not None
    again = MinuteBook.open(path)
    assert again.verify().faults == ()
    again.close()
