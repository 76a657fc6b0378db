"""0005: the index of every word recorded, newest first (see `storage.indexing`, which fills it).

The id of a row in `search` is its place in time; `search_place` tells where a record stands there, and
`search_state` up to which change of the journal all is indexed, NULL where nothing is yet. Beginnings of
two and three letters have an index of their own: words are searched for while they are typed.
"""

from __future__ import annotations

from typing import Final

SCRIPT: Final = """
CREATE VIRTUAL TABLE search USING fts5(
    words, columnsize = 0, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE search_place (
    source INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (source, record_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    through INTEGER
) STRICT;
INSERT INTO search_state (id) VALUES (1);
"""
