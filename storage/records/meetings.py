"""Bodies and their meetings, whole and in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.agendas import Item
from storage.records.lines import Entry
from storage.records.people import Attendee
from storage.records.promises import Action


class MeetingState(StrEnum):
    """The life of a set of minutes."""

    PLANNED = "planned"
    LIVE = "live"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Body:
    """A board, committee, cabinet or council whose minutes the book keeps.

    `noun` opens a decision ("The Committee"), `verb` a resolution ("AGREED"); `title` is what
    members are called ("Councillor", "Cllr" or ""); `quorum` as written ("3", "1/4", or "");
    `numbering` is "agenda" (a minute has its item's number) or "running" (see
    `Meeting.minutes_from`); `short_forms` pairs a short form with what it prints as.
    """

    id: int
    name: str
    organisation: str = ""
    noun: str = "The Committee"
    verb: str = "AGREED"
    title: str = ""
    quorum: str = ""
    layout: str = "committee"
    numbering: str = "agenda"
    themes: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body. `time` is "18:30" or ""; `agenda_title` "Supplementary agenda No.1";
    `quorum` overrides the body's; `minutes_from` is the number the running series starts at."""

    id: int
    body_id: int
    on: date
    time: str = ""
    venue: str = ""
    agenda_title: str = ""
    quorum: str = ""
    state: MeetingState = MeetingState.PLANNED
    minutes_from: int | None = None
    decisions_from: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting whole, as the book has it: enough to read a line in it and to print it.

    `attendees` and `items` are in agenda order, `entries` in the order of the record, `actions`
    by number. `previous_on` is the date of the body's last meeting before this one, and
    `next_on` of the first one after it, None where the book has none. `meeting_dates` are all
    dates the body met or will meet, ascending.
    """

    body: Body
    meeting: Meeting
    attendees: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    entries: tuple[Entry, ...] = ()
    actions: tuple[Action, ...] = ()
    previous_on: date | None = None
    next_on: date | None = None
    meeting_dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list: what the Book screen and `list` show."""

    id: int
    body_id: int
    body_name: str
    organisation: str
    on: date
    time: str
    venue: str
    state: MeetingState
    item_count: int
    entry_count: int


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in a list, with its open actions and how many of them are overdue."""

    body: Body
    open_actions: int
    overdue_actions: int
