"""Promises that another book gave, with what was heard of them, in the order they had there."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from storage.actions import action_columns, owner_rows
from storage.entries import Placeholders
from storage.progress import progress_columns
from storage.records import Action, MeetingRecord, Progress, PromiseKind
from storage.rows import Value, insert, keep_list


@dataclass(slots=True)
class TakenPromises:
    """Promises on their way into the book; `people`, `lines` and `meetings` tell what labels stand for."""

    connection: sqlite3.Connection
    body_id: int
    people: Mapping[int, int]
    lines: Mapping[int, int]
    meetings: Mapping[int, int]
    _written: dict[int, int] = field(default_factory=dict)

    def write(self, record: MeetingRecord, known: Mapping[int, int]) -> None:
        """Write the promises of a record with all that was heard of them; of those the book has (`known`, by
        label) what was heard at its meeting."""
        promises = sorted((*record.promises, *record.actions), key=lambda promise: promise.id)
        new = [promise for promise in promises if promise.id not in known]
        self._written.update(known)
        self._write_made(new)
        heard = [
            each
            for promise in promises
            for each in promise.progress
            if promise.id not in known or each.meeting_id == record.meeting.id
        ]
        self._write_heard(sorted(heard, key=lambda each: each.id))
        self._count(new)
        year = record.meeting.on.year
        for series, last in zip(("", "p"), record.last_numbers, strict=True):
            if last:
                self._count_up(series, year, last)

    def _write_made(self, promises: Iterable[Action]) -> None:
        stands_for = Placeholders(self.people)
        of_line: Counter[int | None] = Counter()
        for promise in promises:
            place: dict[str, Value] = {
                "body_id": self.body_id,
                "meeting_id": self.meetings[promise.meeting_id],
                "entry_id": self.lines[promise.entry_id or 0],
                "position": of_line[promise.entry_id],
                "series": _series(promise),
                "year": promise.year,
                "number": promise.number,
            }
            of_line[promise.entry_id] += 1
            action_id = insert(self.connection, "action", {**place, **action_columns(promise)})
            self._written[promise.id] = action_id
            owners = owner_rows(promise.owners, stands_for)
            themes = [{"name": theme} for theme in promise.themes]
            keep_list(self.connection, "action_owner", "action_id", action_id, owners)
            keep_list(self.connection, "action_theme", "action_id", action_id, themes)

    def _write_heard(self, heard: Iterable[Progress]) -> None:
        stands_for = Placeholders(self.people)
        of_line: Counter[int] = Counter()
        for each in heard:
            columns = progress_columns(replace(each, action_id=self._written[each.action_id]), stands_for)
            if each.entry_id is None or each.meeting_id is None:
                insert(self.connection, "action_progress", {"day": each.on.isoformat(), **columns})
                continue
            place: dict[str, Value] = {
                "meeting_id": self.meetings[each.meeting_id],
                "entry_id": self.lines[each.entry_id],
                "position": of_line[each.entry_id],
            }
            of_line[each.entry_id] += 1
            insert(self.connection, "action_progress", {**place, **columns})

    def _count(self, promises: Collection[Action]) -> None:
        """Never give a number again that was given, in any year."""
        for promise in promises:
            self._count_up(_series(promise), promise.year, promise.number)

    def _count_up(self, series: str, year: int, last: int) -> None:
        self.connection.execute(
            "INSERT INTO action_series (body_id, series, year, last) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (body_id, series, year) DO UPDATE SET last = max(last, excluded.last)",
            (self.body_id, series, year, last),
        )


def _series(promise: Action) -> str:
    return "p" if promise.kind is PromiseKind.PRIORITY else ""
