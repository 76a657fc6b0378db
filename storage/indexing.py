"""The index of every word recorded: what stands in it, and how it follows the journal.

A line is not indexed as it is recorded, so that `enter` stays quick, but before the next search, or as
soon as some hundreds of changes wait: the journal tells which. What is undone or done again is no new
change in it, and is indexed at once. Each record is indexed as it is by then, so their order is all one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import IntEnum

from storage.records import ON_PROMISES

MOST_WAITING = 500  # changes; more would keep a search waiting
MARK = "\ue000"  # begins what no clerk types: the body and the kinds, to narrow by, and a gap no phrase spans
_ID_BITS, DAY_BITS = 38, 40


class Source(IntEnum):
    """What a row of the index was recorded as; of one day the higher ones come first."""

    ITEM = 0  # its title and its report data
    ENTRY = 1
    PROGRESS = 2  # between meetings; what a meeting heard is an entry


# the source and the record that a place, called `place` in the statement, stands for
SOURCE = f"(place >> {_ID_BITS} & 3)"
RECORD = f"(place & {(1 << _ID_BITS) - 1})"


def place_of_day(julian_day: int) -> int:
    """The first place of a day, which is counted as SQLite's `julianday` does."""
    return julian_day << DAY_BITS


def body_mark(body_id: int) -> str:
    """What all that belongs to a body is marked with."""
    return f"{MARK}b{body_id}"


def kind_mark(kind: str) -> str:
    """What all of a kind (as in `Sought`) is marked with."""
    return f"{MARK}k{kind.replace('-', '')}"


def _place(day: str, source: Source) -> str:
    # SQLite reads shifts and | from left to right
    return f"(CAST(julianday({day}) AS INTEGER) << {DAY_BITS} | ({source.value << _ID_BITS}) | record.id)"


def _joined(values: str) -> str:
    """The SQL for the values of a query in a row, "" for none."""
    return f"coalesce((SELECT group_concat(value, ' {MARK} ') FROM ({values})), '')"


_BODY_MARK = f"'{MARK}b' || meeting.body_id || ' '"
_OWNED = """SELECT name AS value FROM entry_person WHERE entry_id = record.id
    UNION SELECT action_owner.name FROM action JOIN action_owner ON action_id = action.id
        WHERE entry_id = record.id"""
_PROMISED = f"""SELECT DISTINCT '{MARK}k' || iif(kind = 'priority', 'priority', 'action') AS value
    FROM action WHERE entry_id = record.id"""
_REPORTED = "SELECT name || ' ' || number || ' ' || text AS value FROM report_part WHERE item_id = record.id"
_RENAMED = """SELECT json_extract(value, '$[0]') AS value FROM json_each(iif(owners = '', '[]', owners))
    UNION ALL SELECT value FROM json_each(coalesce(themes, '[]'))"""
_heard = ", ".join(f"'{kind}'" for kind in ON_PROMISES)

# each source → its records as the index has them: id, place and words
_RECORDS = {
    Source.ITEM: f"""
        SELECT record.id, {_place("meeting.day", Source.ITEM)},
            {_BODY_MARK} || '{kind_mark("title")} ' || title || ' {MARK} ' || {_joined(_REPORTED)}
        FROM item AS record JOIN meeting ON meeting.id = record.meeting_id""",
    Source.ENTRY: f"""
        SELECT record.id, {_place("meeting.day", Source.ENTRY)},
            {_BODY_MARK} || '{MARK}k' || replace(kind, '-', '')
            || iif(kind IN ({_heard}), ' {kind_mark("progress")} ', ' ') || {_joined(_PROMISED)} || ' '
            || source || ' {MARK} ' || {_joined(_OWNED)}
        FROM entry AS record JOIN meeting ON meeting.id = record.meeting_id""",
    Source.PROGRESS: f"""
        SELECT record.id, {_place("record.day", Source.PROGRESS)},
            {_BODY_MARK} || '{kind_mark("progress")} ' || record.text || ' {MARK} ' || record.words
            || ' {MARK} ' || rating || ' {MARK} ' || {_joined(_RENAMED)}
        FROM (SELECT * FROM action_progress WHERE entry_id IS NULL) AS record
        JOIN action ON action.id = action_id JOIN meeting ON meeting.id = action.meeting_id""",
}

_CHANGED = f"""
    WITH changed AS (
        SELECT table_name, row_id, before, after, coalesce(after, before) AS image FROM change WHERE {{which}}
    ), moved (id) AS (
        SELECT row_id FROM changed WHERE table_name = 'meeting'
        AND json_extract(before, '$.day') IS NOT json_extract(after, '$.day')
    )
    SELECT {Source.ENTRY.value}, row_id FROM changed WHERE table_name = 'entry'
    UNION SELECT {Source.ENTRY.value}, json_extract(image, '$.entry_id') FROM changed
        WHERE table_name IN ('entry_person', 'action')
    UNION SELECT {Source.ENTRY.value}, action.entry_id FROM changed
        JOIN action ON action.id = json_extract(image, '$.action_id') WHERE table_name = 'action_owner'
    UNION SELECT {Source.ENTRY.value}, entry.id FROM moved JOIN entry ON meeting_id = moved.id
    UNION SELECT {Source.ITEM.value}, row_id FROM changed WHERE table_name = 'item'
    UNION SELECT {Source.ITEM.value}, json_extract(image, '$.item_id') FROM changed
        WHERE table_name = 'report_part'
    UNION SELECT {Source.ITEM.value}, item.id FROM moved JOIN item ON meeting_id = moved.id
    UNION SELECT {Source.PROGRESS.value}, row_id FROM changed WHERE table_name = 'action_progress'
"""


def waiting(connection: sqlite3.Connection) -> int:
    """How many changes are not indexed yet."""
    sql = "SELECT coalesce((SELECT max(id) FROM change), 0) - coalesce(through, -1) FROM search_state"
    return int(connection.execute(sql).fetchone()[0])


def catch_up(connection: sqlite3.Connection) -> None:
    """Index what waits; has to be inside `writing`."""
    through = connection.execute("SELECT through FROM search_state").fetchone()[0]
    if through is None:
        _index_all(connection)
    else:
        _index(connection, connection.execute(_CHANGED.format(which="id > ?"), (through,)).fetchall())
    connection.execute("UPDATE search_state SET through = coalesce((SELECT max(id) FROM change), 0)")


def index_act(connection: sqlite3.Connection, act_id: int) -> None:
    """Index what an act changed as it is now; has to be inside `writing`."""
    _index(connection, connection.execute(_CHANGED.format(which="act_id = ?"), (act_id,)).fetchall())


def _index_all(connection: sqlite3.Connection) -> None:
    for table in ("search", "search_place"):
        connection.execute(f"DELETE FROM {table}")
    for source, records in _RECORDS.items():
        # in the order of their places, which the index takes in much faster
        for record_id, place, words in connection.execute(f"{records} ORDER BY 2"):
            _put(connection, source, record_id, place, words)


def _index(connection: sqlite3.Connection, touched: Iterable[tuple[int, int]]) -> None:
    """Index these records, each named by its source and its id, as they are now."""
    gone: list[int] = []
    come: list[tuple[int, int, int, str]] = []
    for source, record_id in touched:
        sql = f"{_RECORDS[Source(source)]} WHERE record.id = ?"
        _, place, words = connection.execute(sql, (record_id,)).fetchone() or (record_id, None, "")
        before = _indexed(connection, source, record_id)
        if before is not None and tuple(before) != (place, words):
            gone.append(before[0])
        if place is not None and (before is None or tuple(before) != (place, words)):
            come.append((place, source, record_id, words))
        elif place is None:
            connection.execute(
                "DELETE FROM search_place WHERE (source, record_id) = (?, ?)", (source, record_id)
            )
    for place in sorted(gone):
        connection.execute("DELETE FROM search WHERE rowid = ?", (place,))
    for place, source, record_id, words in sorted(come):
        _put(connection, source, record_id, place, words)


def _indexed(connection: sqlite3.Connection, source: int, record_id: int) -> sqlite3.Row | None:
    """The place and the words under which a record is indexed, None where it is not."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT place, words FROM search_place JOIN search ON search.rowid = place"
        " WHERE (source, record_id) = (?, ?)",
        (source, record_id),
    ).fetchone()
    return row


def _put(connection: sqlite3.Connection, source: int, record_id: int, place: int, words: str) -> None:
    connection.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (place, words))
    connection.execute(
        "INSERT OR REPLACE INTO search_place (source, record_id, place) VALUES (?, ?, ?)",
        (source, record_id, place),
    )
