"""Making a table anew where SQLite cannot change it in place: its CHECKs, or a column's type."""

from __future__ import annotations

from collections.abc import Mapping


def rebuilt(table: str, definition: str, copied: Mapping[str, str], indexes: str = "") -> str:
    """Write the SQL that gives `table` another definition and keeps its rows, its ids and those given out.

    `copied` maps each column that is carried over to the expression it is read by. To be run with
    foreign keys off, or dropping the old table would take along the rows that belong to its own. What
    refers to the table goes on doing so; its triggers are gone.
    """
    new = f"new_{table}"
    return f"""
CREATE TABLE {new} ({definition}) STRICT;
INSERT INTO {new} ({", ".join(copied)}) SELECT {", ".join(copied.values())} FROM {table};
DELETE FROM sqlite_sequence WHERE name = '{new}';
INSERT INTO sqlite_sequence (name, seq) SELECT '{new}', seq FROM sqlite_sequence WHERE name = '{table}';
DROP TABLE {table};
ALTER TABLE {new} RENAME TO {table};
{indexes}"""


def as_they_are(columns: str) -> dict[str, str]:
    """Carry these columns over unchanged; `columns` are parted by spaces."""
    return {name: name for name in columns.split()}
