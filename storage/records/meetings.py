"""Bodies and their meetings, whole and in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.records.agendas import Item
from storage.records.lines import Entry
from storage.records.people import Attendee
from storage.records.promises import Action

INTEREST_KINDS = (
    ("dpi", "Disclosable pecuniary interests"),
    ("osi", "Other significant interests"),
    ("other", "Other interests"),
)


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

    `noun` opens a decision ("The Committee"), `verb` a resolution ("AGREED", "" for what
    the layout has); `title` is what
    members are called ("Councillor", "Cllr" or ""); `quorum` as written ("3", "1/4", or "");
    `short_forms` pairs a short form with what it prints as.

    Its numbers: `numbering` is "agenda" (a minute has its item's number), "running" (on through the
    year, see `Meeting.minutes_from`), "meeting" (from 1 at each) or "none"; `counting` says which number
    of a form such as "24/55" goes up, the "last" or the "first"; `exempt_mark` follows the number of
    an exempt minute ("/E"); `year_starts` is the month (1 to 12) in which running numbers start anew.
    `interest_kinds` pairs the short name of a kind of interest with the heading it prints under.

    Its house style beside that: `words` pairs the names of words with what this body writes for them
    ("discussion", "Consideration"), and `parts` the names of standing parts, in their order, with their
    headings ("" for the usual); see `minutes.style`, which knows the names.
    """

    id: int
    name: str
    organisation: str = ""
    noun: str = "The Committee"
    verb: str = ""
    title: str = ""
    quorum: str = ""
    layout: str = "committee"
    numbering: str = "agenda"
    themes: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    counting: str = "last"
    exempt_mark: str = ""
    year_starts: int = 1
    interest_kinds: tuple[tuple[str, str], ...] = INTEREST_KINDS
    words: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body. `time` is "18:30" or ""; `agenda_title` "Extraordinary meeting" or the like;
    `quorum` overrides the body's; `minutes_from` and `decisions_from` are the numbers that its first
    minute and its first decision get ("182", "24/55", "99/2019"), "" where they go on from the
    body's meeting before it. `approved_in` is the meeting that agreed its minutes, None where
    they are not approved or were signed without one."""

    id: int
    body_id: int
    on: date
    time: str = ""
    venue: str = ""
    agenda_title: str = ""
    quorum: str = ""
    state: MeetingState = MeetingState.PLANNED
    minutes_from: str = ""
    decisions_from: str = ""
    approved_in: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting whole, as the book has it: enough to read a line in it and to print it.

    `attendees` and `items` are in agenda order, `entries` in the order of the record, `actions`
    (the promises made here, of every kind) by number; `promises` are those the body made before, by year
    and number: all that are owed now, those that a line here is about, and all of a list of priorities of
    which one is. `previous_on` is the date of the body's last ordinary meeting before this one (an
    extraordinary one in between is passed over), and
    `next_on` of the first ordinary one after it, None where the book has none. `meeting_dates` are all
    dates the body met or will meet, ascending. `last_numbers` are the last ones that an action and a
    priority of the body got in the year of the meeting: the next made here gets the one after.
    """

    body: Body
    meeting: Meeting
    attendees: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    entries: tuple[Entry, ...] = ()
    actions: tuple[Action, ...] = ()
    promises: tuple[Action, ...] = ()
    previous_on: date | None = None
    next_on: date | None = None
    meeting_dates: tuple[date, ...] = ()
    last_numbers: tuple[int, int] = (0, 0)


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
