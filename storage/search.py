"""Searching the book: every word ever recorded, newest first."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import overload

from storage.indexing import RECORD, SOURCE, Source, body_mark, kind_mark, place_of_day
from storage.passages import passage, pattern, words_in
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
# what was found, in the order of the fields of `Hit`, then its words: one text, and more lines of it
_HITS = f"""
    SELECT
        CASE WHEN {SOURCE} = {Source.ITEM.value} THEN 'title' WHEN heard.id IS NOT NULL THEN 'progress'
            WHEN entry.kind = 'follow-on' THEN 'action'
            WHEN entry.kind = 'point' AND EXISTS (
                SELECT 1 FROM action WHERE entry_id = entry.id AND kind = 'priority') THEN 'priority'
            ELSE entry.kind END,
        body.id, body.name, meeting.id, coalesce(heard.day, meeting.day), entry.id, item.id, heard.action_id,
        coalesce(item.minute, ''), coalesce(item.title, ''),
        CASE WHEN {SOURCE} = {Source.ITEM.value} THEN coalesce(item.exempt, ({_CARRIED_IN}))
            ELSE coalesce(entry.exempt, iif(entry.kind = 'exempt', entry.text, NULL)) END,
        CASE WHEN {SOURCE} = {Source.ITEM.value} THEN item.title ELSE coalesce(heard.text, source) END,
        CASE WHEN {SOURCE} = {Source.ITEM.value} THEN (
            SELECT group_concat(trim(name || ' ' || number) || ': ' || text, char(10)) FROM report_part
            WHERE item_id = item.id) ELSE heard.words END
    FROM ({{found}}) AS found
    LEFT JOIN action_progress AS heard ON {SOURCE} = {Source.PROGRESS.value} AND heard.id = {RECORD}
    LEFT JOIN action ON action.id = heard.action_id
    LEFT JOIN entry ON entry.id = iif({SOURCE} = {Source.ENTRY.value}, {RECORD}, action.entry_id)
    LEFT JOIN item ON item.id = iif({SOURCE} = {Source.ITEM.value}, {RECORD}, entry.item_id)
    JOIN meeting ON meeting.id = coalesce(entry.meeting_id, item.meeting_id)
    JOIN body ON body.id = meeting.body_id
    ORDER BY place DESC
"""


class Hits(Sequence[Hit]):
    """What was found. Each is made when it is looked at, since a list shows twenty of a hundred."""

    def __init__(self, rows: Sequence[sqlite3.Row], around: re.Pattern[str]) -> None:
        self._rows = rows
        self._around = around

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Hits: ...
    def __getitem__(self, at: int | slice) -> Hit | Hits:
        if isinstance(at, slice):
            return Hits(self._rows[at], self._around)
        return _hit(self._rows[at], self._around)


def search(connection: sqlite3.Connection, sought: Sought, limit: int) -> Hits:
    """Find words; see `MinuteBook.search`. Has to be inside `reading`, with all changes indexed."""
    asked = _asked(sought)
    if asked is None:
        return Hits((), pattern((), begun=False))
    conditions, values = asked
    found = f"SELECT rowid AS place FROM search WHERE {conditions} ORDER BY rowid DESC LIMIT ?"
    rows = connection.execute(_HITS.format(found=found), (*values, limit)).fetchall()
    around = pattern(_phrases(sought.words) or [sought.person], begun=sought.begun)
    return Hits(rows, around)


def _phrases(words: str) -> list[str]:
    """What has to stand together: each word, and the words between two quotation marks."""
    parts = (part[0] if part[1] is None else part[1] for part in _PARTS.finditer(_legible(words)))
    return [part for part in parts if words_in(part)]


def _legible(words: str) -> str:
    """The words without control characters, and without those that only the index uses."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Co") else letter for letter in words)


def _asked(sought: Sought) -> tuple[str, list[Value]] | None:
    """The conditions on the index and their values; None where nothing is asked for that can be found."""
    words = _phrases(sought.words)
    wanted = [_quoted(phrase) for phrase in words]
    if sought.begun and words and len(words_in(words[-1])[-1]) >= _SHORTEST_BEGINNING:
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
    if not conditions or (sought.words.strip() and not words):
        return None
    return " AND ".join(conditions), values


def _quoted(phrase: str) -> str:
    """A phrase as the index takes it word for word, whatever signs of its own language are in it."""
    return f'"{phrase.replace(chr(34), " ")}"'


def _hit(row: sqlite3.Row, around: re.Pattern[str]) -> Hit:
    """Make a hit of a row as `_HITS` has it."""
    kind, body_id, body, meeting_id, day, *where, exempt, text, more = row
    lines = (text, *more.split("\n")) if more else (text,)
    on = date.fromisoformat(day)
    facts = [kind, body_id, body, meeting_id, on, *where, *passage(lines, around), exempt]
    return Hit(*facts)
