"""Transactions: a write that waits its turn from its first statement, a read that sees one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the book's pen: everything inside is kept, or nothing.

    It begins immediate, because a read that turns into a write beside another program fails at once
    instead of waiting.
    """
    with _transaction(connection, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Read several tables as they stood at one moment."""
    with _transaction(connection, "BEGIN"):
        yield


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # a full disk may have rolled it back already
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
