"""What is on an agenda: its items with their reports, and an agenda as text gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records.people import Attendee


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A line of an agenda item's report: `name` "Report from", "Author", "Recommendation",
    "Reason" or whatever the agenda calls it; `number` "10.1" or ""."""

    name: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item. `number` is the agenda's own ("5", "5a", "6.1(i)"); `pages` as written
    ("3 - 28"). `exempt` holds the paragraphs of Schedule 12A ("3", "3,5", "" where they are not
    known) or None where the item is public, whether by the agenda or by `/exempt ITEM`.
    `minute` is the number its minute prints under, "" until it is taken in a running series."""

    id: int
    number: str
    title: str
    pages: str = ""
    exempt: str | None = None
    minute: str = ""
    parts: tuple[ReportPart, ...] = ()


@dataclass(frozen=True, slots=True)
class NewItem:
    """An item to be put on an agenda. `id` is below zero; a `NewEntry.target_id` may name it."""

    id: int
    number: str
    title: str
    pages: str = ""
    exempt: str | None = None
    parts: tuple[ReportPart, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item as an agenda has it (see `Item`)."""

    number: str
    title: str
    pages: str = ""
    exempt: str | None = None
    parts: tuple[ReportPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda as read from text, or typed on the Prepare screen; what it does not say is "",
    None or empty; what it says of the body is as in `Body`. `attendees` have `person_id` 0: the book
    finds or makes the people."""

    body_name: str
    on: date
    organisation: str = ""
    agenda_title: str = ""
    time: str = ""
    venue: str = ""
    quorum: str = ""
    noun: str = ""
    verb: str = ""
    layout: str = ""
    minutes_from: str = ""
    decisions_from: str = ""
    themes: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    attendees: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    numbering: str = ""
    counting: str = ""
    exempt_mark: str = ""
    year_starts: int | None = None
    interest_kinds: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
