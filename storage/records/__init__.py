"""The records of the book: what was said, asked, decided and promised, as frozen values.

Every layer speaks in these. `storage` reads and writes them, `minutes` turns shorthand into the
`New…` ones and the others into documents, `tui` shows them. They know no database.

The order of a meeting's entries is the truth: which item a line belongs to, what a reply answers
and what is exempt follow from the lines above it, as in a notes file.
"""

from __future__ import annotations

from storage.records.agendas import Agenda, AgendaItem, Item, NewItem, ReportPart
from storage.records.interchange import Interchange
from storage.records.lines import ON_PROMISES, Act, Draft, Entry, Kind, NewEntry
from storage.records.meetings import (
    INTEREST_KINDS,
    Body,
    BodyLine,
    Meeting,
    MeetingLine,
    MeetingRecord,
    MeetingState,
)
from storage.records.people import Attendee, Named, Part
from storage.records.promises import (
    OWED,
    Action,
    ActionState,
    DueKind,
    NewAction,
    NewProgress,
    Plan,
    Progress,
    PromiseKind,
    PromiseLine,
    Standing,
)
from storage.records.seals import Agreed, Press, Tree, Verdict
from storage.records.searching import Hit, Sought

__all__ = [
    "INTEREST_KINDS",
    "ON_PROMISES",
    "OWED",
    "Act",
    "Action",
    "ActionState",
    "Agenda",
    "AgendaItem",
    "Agreed",
    "Attendee",
    "Body",
    "BodyLine",
    "Draft",
    "DueKind",
    "Entry",
    "Hit",
    "Interchange",
    "Item",
    "Kind",
    "Meeting",
    "MeetingLine",
    "MeetingRecord",
    "MeetingState",
    "Named",
    "NewAction",
    "NewEntry",
    "NewItem",
    "NewProgress",
    "Part",
    "Plan",
    "Press",
    "Progress",
    "PromiseKind",
    "PromiseLine",
    "ReportPart",
    "Sought",
    "Standing",
    "Tree",
    "Verdict",
]
