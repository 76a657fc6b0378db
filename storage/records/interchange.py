"""A meeting's record on its way from one book to another."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records.meetings import MeetingRecord
from storage.records.seals import Tree


@dataclass(frozen=True, slots=True)
class Interchange:
    """A record taken out of a book, and the trees of its signed minutes, none where they are not signed.

    Its ids are labels that hold inside it alone; `record.meeting_dates` has the days of later meetings.
    """

    record: MeetingRecord
    trees: tuple[Tree, ...] = ()
