"""Searching the book: every word ever recorded, newest first."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from datetime import date

from storage.indexing import RECORD, SOURCE, Source, body_mark, kind_mark, place_of_day
from storage.passages import passage, pattern, words_in
from storage.records import Hit, Kind, Sought
from storage.rows import Value

_SHORTEST_BEGINNING = 2  # letters; what begins with a single one is half the book
_JULIAN = 1721424  # of the day before 1 January of the year 1, in whole days
# quotation marks come in pairs of any shape; one that is never closed goes to the end
_PARTS = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+')

_HITS = f"""
    SELECT place, {SOURCE} AS source, meeting.body_id, body.name AS body_name, meeting.id AS meeting_id,
        coalesce(heard.day, meeting.day) AS day, entry.id AS entry_id, item.id AS item_id,
        heard.action_id, coalesce(item.minute, '') AS minute, coalesce(item.title, '') AS title,
        entry.source AS typed, entry.kind, heard.text AS heard_text, heard.words AS heard_words,
        iif({SOURCE} = {Source.ITEM.value}, item.exempt, entry.exempt) AS exempt,
        (SELECT group_concat(trim(name || ' ' || number) || ': ' || text, char(10)) FROM report_part
            WHERE {SOURCE} = {Source.ITEM.value} AND item_id = item.id) AS reported,
        EXISTS (SELECT 1 FROM action WHERE entry_id = entry.id AND kind = 'priority') AS is_priority
    FROM ({{found}}) AS found
    LEFT JOIN action_progress AS heard ON {SOURCE} = {Source.PROGRESS.value} AND heard.id = {RECORD}
    LEFT JOIN action ON action.id = heard.action_id
    LEFT JOIN entry ON entry.id = iif({SOURCE} = {Source.ENTRY.value}, {RECORD}, action.entry_id)
    LEFT JOIN item ON item.id = iif({SOURCE} = {Source.ITEM.value}, {RECORD}, entry.item_id)
    JOIN meeting ON meeting.id = coalesce(entry.meeting_id, item.meeting_id)
    JOIN body ON body.id = meeting.body_id
    ORDER BY place DESC
"""


def search(connection: sqlite3.Connection, sought: Sought, limit: int) -> tuple[Hit, ...]:
    """Find words; see `MinuteBook.search`. Has to be inside `reading`, with all changes indexed."""
    asked = _asked(sought)
    if asked is None:
        return ()
    conditions, values = asked
    found = f"SELECT rowid AS place FROM search WHERE {conditions} ORDER BY rowid DESC LIMIT ?"
    rows = connection.execute(_HITS.format(found=found), (*values, limit)).fetchall()
    around = pattern(_phrases(sought.words) or [sought.person], begun=sought.begun)
    return tuple(_hit(row, around) for row in rows)


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
    if row["source"] == Source.ITEM:
        kind, lines = "title", [row["title"], *(row["reported"] or "").split("\n")]
    elif row["source"] == Source.PROGRESS:
        kind, lines = "progress", [row["heard_text"], row["heard_words"]]
    else:
        kind, lines = _kind(row), [row["typed"]]
    before, found, after = passage(lines, around)
    return Hit(
        kind=kind,
        body_id=row["body_id"],
        body_name=row["body_name"],
        meeting_id=row["meeting_id"],
        on=date.fromisoformat(row["day"]),
        entry_id=row["entry_id"],
        item_id=row["item_id"],
        action_id=row["action_id"],
        minute=row["minute"],
        item=row["title"],
        before=before,
        found=found,
        after=after,
        exempt=row["exempt"],
    )


def _kind(row: sqlite3.Row) -> str:
    """What a line is told as: one that makes a promise of its own as that, else its kind."""
    if row["is_priority"]:
        return "priority"
    return "action" if row["kind"] in (Kind.ACTION, Kind.FOLLOW_ON) else str(row["kind"])
