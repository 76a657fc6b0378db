"""Bringing a book up to date: the migrations, and the triggers that keep its journal and its seals."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from sqlite_utils import Database, Migrations

from storage.guards import lift_guards, set_guards
from storage.indexing import catch_up
from storage.journal import image, journaled_columns
from storage.schema import APPLICATION_ID, CLERKS_TABLES, MIGRATION_SET, STEPS
from storage.standings import settle_all
from storage.transactions import writing


def migrate(connection: sqlite3.Connection) -> None:
    """Apply every step the book lacks, all or none; has to run with foreign keys off.

    What was done before a step changed the tables can no longer be undone.
    """
    book = Database(connection, execute_plugins=False)
    migrations = Migrations(MIGRATION_SET)
    for name, script in STEPS.items():
        migrations(name=name)(_step(script))
    with writing(connection):
        # another program may have done it while this one waited
        pending = {step.name for step in migrations.pending(book)}
        if not pending:
            return
        lift_guards(connection)
        migrations.apply(book)
        _write_journal_triggers(book)
        set_guards(connection)
        if "0004_promises" in pending:
            settle_all(connection)
        catch_up(connection)
        connection.execute("UPDATE act SET state = 'passed'")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _step(script: str) -> Callable[[Database], None]:
    def run(book: Database) -> None:
        # not by `create` of sqlite-utils, which can say no CHECK, nor by its `executescript`, which looks for
        # the end of a statement behind every letter: that was most of what a new book took
        for statement in _statements(script):
            book.execute(statement)

    return run


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, each of which ends at the end of a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    yield statement


def _write_journal_triggers(book: Database) -> None:
    """Make the triggers anew from the tables as they are; `transform()` would have dropped them."""
    for trigger in book.triggers:
        if trigger.name.startswith("journal_"):
            book.execute(f"DROP TRIGGER {trigger.name}")
    for table in CLERKS_TABLES:
        columns = journaled_columns(book.conn, table)
        old, new = image(columns, "OLD."), image(columns, "NEW.")
        for event, row_id, before, after in (
            ("INSERT", "NEW.id", "NULL", new),
            ("UPDATE", "NEW.id", old, new),
            ("DELETE", "OLD.id", old, "NULL"),
        ):
            book.execute(f"""
                CREATE TRIGGER journal_{table}_{event.lower()} AFTER {event} ON {table}
                WHEN (SELECT state FROM act ORDER BY id DESC LIMIT 1) = 'writing'
                BEGIN
                    INSERT INTO change (act_id, table_name, row_id, before, after)
                    SELECT (SELECT max(id) FROM act), '{table}', {row_id}, {before}, {after}
                    WHERE {before} IS NOT {after};
                END""")
