"""Searching the book: every word ever recorded, newest first."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from operator import itemgetter
from typing import Any

from storage.indexing import (
    DAY_BITS,
    MARK,
    RECORD,
    SOURCE,
    Source,
    body_mark,
    kind_mark,
    place_of_day,
)
from storage.passages import passage, passage_of_several, pattern, words_in
from storage.records import Hit, Sought
from storage.rows import Value

_SHORTEST_BEGINNING = 2  # letters; what begins with a single one is half the book
_JULIAN = 1721424  # of the day before 1 January of the year 1, in whole days
# quotation marks come in pairs of any shape; one that is never closed goes to the end
_PARTS = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+')

# of an item what the promises are exempt by that lines of its report name, as "p4/2020"
_CARRIED_IN = """
    SELECT made.exempt FROM report_part JOIN action AS named ON named.body_id = meeting.body_id
        AND named.series = iif(report_part.number LIKE 'p%', 'p', '')
        AND named.year = CAST(substr(report_part.number, instr(report_part.number, '/') + 1) AS INTEGER)
        AND named.number = CAST(ltrim(report_part.number, 'p') AS INTEGER)
    JOIN entry AS made ON made.id = named.entry_id
    WHERE report_part.item_id = item.id AND report_part.number LIKE '%/____' AND made.exempt IS NOT NULL
    LIMIT 1
"""
# what was found, of each source: the fields of `Hit` but for the body's name, its id instead, for the day,
# which the place tells, and for the words; then these, several lines of them with a mark between, and the
# place. A column takes as long as finding the row it is of.
_HITS = f"""
    SELECT
        CASE entry.kind WHEN 'follow-on' THEN 'action' WHEN 'point' THEN coalesce(
                (SELECT kind FROM action WHERE entry_id = entry.id AND kind = 'priority'), 'point')
            ELSE entry.kind END,
        meeting.body_id, meeting.id, entry.id, item.id,
        coalesce(item.minute, ''), coalesce(item.title, ''),
        coalesce(entry.exempt, iif(entry.kind = 'exempt', entry.text, NULL)), entry.source, place
    FROM found JOIN entry ON entry.id = {RECORD} JOIN meeting ON meeting.id = entry.meeting_id
    LEFT JOIN item ON item.id = entry.item_id
    WHERE {SOURCE} = {Source.ENTRY.value}
    UNION ALL SELECT
        'title', meeting.body_id, meeting.id, NULL, item.id, coalesce(item.minute, ''), item.title,
        coalesce(item.exempt, ({_CARRIED_IN})),
        item.title || coalesce((
            SELECT group_concat('{MARK}' || trim(name || ' ' || number) || ': ' || text, '') FROM report_part
            WHERE item_id = item.id), ''), place
    FROM found JOIN item ON item.id = {RECORD} JOIN meeting ON meeting.id = item.meeting_id
    WHERE {SOURCE} = {Source.ITEM.value}
    UNION ALL SELECT
        'progress', action.body_id, action.meeting_id, entry.id, item.id,
        coalesce(item.minute, ''), coalesce(item.title, ''),
        entry.exempt, heard.text || '{MARK}' || heard.words, place
    FROM found JOIN action_progress AS heard ON heard.id = {RECORD} JOIN action ON action.id = heard.action_id
    JOIN entry ON entry.id = action.entry_id LEFT JOIN item ON item.id = entry.item_id
    WHERE {SOURCE} = {Source.PROGRESS.value}
"""
# the constructor of a named tuple takes thrice as long
_made: Callable[[tuple[object, ...]], Hit] = partial(tuple.__new__, Hit)


def search(connection: sqlite3.Connection, sought: Sought, limit: int) -> tuple[Hit, ...]:
    """Find words; see `MinuteBook.search`. Has to be inside `reading`, with all changes indexed."""
    phrases = _phrases(sought.words)
    asked = _asked(sought, phrases)
    if asked is None:
        return ()
    conditions, values = asked
    around = pattern(phrases or [sought.person], begun=sought.begun)
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples are made quickest
    cursor.execute(_sql(conditions), (*values, limit))
    rows = sorted(cursor, key=itemgetter(-1), reverse=True)
    bodies = dict(cursor.execute("SELECT id, name FROM body"))
    return tuple(map(_made, _hits(rows, around, bodies)))


@cache
def _sql(conditions: str) -> str:
    """The query for hits that meet these conditions on the index."""
    found = f"SELECT rowid AS place FROM search WHERE {conditions} ORDER BY rowid DESC LIMIT ?"
    return f"WITH found AS MATERIALIZED ({found}) {_HITS}"


def _phrases(words: str) -> list[str]:
    """What has to stand together: each word, and the words between two quotation marks."""
    parts = (part[0] if part[1] is None else part[1] for part in _PARTS.finditer(_legible(words)))
    return [part for part in parts if words_in(part)]


def _legible(words: str) -> str:
    """The words without control characters, and without those that only the index uses."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Co") else letter for letter in words)


def _asked(sought: Sought, phrases: Sequence[str]) -> tuple[str, list[Value]] | None:
    """The conditions on the index and their values, of `phrases` that the words are; None where nothing is
    asked for that can be found."""
    wanted = [_quoted(phrase) for phrase in phrases]
    if sought.begun and phrases and len(words_in(phrases[-1])[-1]) >= _SHORTEST_BEGINNING:
        wanted[-1] += "*"
    if words_in(sought.person):
        wanted.append(_quoted(_legible(sought.person)))
    if sought.body_id is not None:
        wanted.append(_quoted(body_mark(sought.body_id)))
    if sought.kind:
        wanted.append(_quoted(kind_mark(sought.kind)))
    conditions = ["search MATCH ?"] if wanted else []
    values: list[Value] = [" ".join(wanted)] if wanted else []
    if sought.year is not None:
        conditions.append("rowid >= ? AND rowid < ?")
        beyond = date(sought.year, 12, 31).toordinal() + 1
        values += [place_of_day(day + _JULIAN) for day in (date(sought.year, 1, 1).toordinal(), beyond)]
    if not conditions or (sought.words.strip() and not phrases):
        return None
    return " AND ".join(conditions), values


def _quoted(phrase: str) -> str:
    """A phrase as the index takes it word for word, whatever signs of its own language are in it."""
    return f'"{phrase.replace(chr(34), " ")}"'


def _hits(
    rows: Iterable[tuple[Any, ...]], around: re.Pattern[str], bodies: Mapping[int, str]
) -> list[tuple[object, ...]]:
    """The fields of hits, of rows as `_HITS` has them; `bodies` are the names by id."""
    hits: list[tuple[object, ...]] = []
    for kind, body, meeting, entry, item, minute, title, exempt, text, place in rows:
        if MARK in text:
            before, found, after = passage_of_several(text.split(MARK), around)
        else:
            before, found, after = passage(text, around)
        on = _date(place >> DAY_BITS)
        hits.append(
            (kind, bodies[body], meeting, on, entry, item, minute, title, before, found, after, exempt)
        )
    return hits


@cache
def _date(julian_day: int) -> date:
    return date.fromordinal(julian_day - _JULIAN)
