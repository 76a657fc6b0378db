"""0003: the seals of signed minutes, and the document trees they were signed as.

The trees are written first and the seal falls last: from the moment a seal names a meeting, no row of
that meeting changes, its trees' among them (see `storage.guards`). A seal's number is never used
again, so that a missing one shows.
"""

from __future__ import annotations

from typing import Final

SCRIPT: Final = """
CREATE TABLE seal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL UNIQUE REFERENCES meeting (id),
    signed_at TEXT NOT NULL,
    record TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE seal_tree (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    version INTEGER NOT NULL CHECK (version > 0),
    restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
    text TEXT NOT NULL,
    UNIQUE (meeting_id, version, restricted)
) STRICT;
"""
