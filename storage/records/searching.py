"""Searching the book: what is sought, and where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Sought:
    """What to search for: every one of `words` (the last may be the beginning of one, where `begun`;
    what stands in quotation marks has to stand together), in what is narrowed by body, by kind of line
    (a value of `Kind`, "action", "priority", "title" or "progress"), by a person named in it, and by
    year. None or "" does not narrow."""

    words: str
    body_id: int | None = None
    kind: str = ""
    person: str = ""
    year: int | None = None
    begun: bool = False


class Hit(NamedTuple):
    """A place where it was found; a tuple, which is made quickest: each letter typed finds a hundred.

    `kind` as in `Sought`; `before`, `found` and `after` are the words around it, in one line; `entry_id` is
    the line it is in, None for a title, and for progress between meetings the line that made the promise;
    `minute` and `item` are number and title of the minute. `exempt` as in `Entry`: then no public output
    may show the words.
    """

    kind: str
    body_name: str
    meeting_id: int
    on: date
    entry_id: int | None
    item_id: int | None
    minute: str
    item: str
    before: str
    found: str
    after: str
    exempt: str | None
