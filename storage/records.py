"""The records of the book: what was said, asked, decided and promised, as frozen values.

Every layer speaks in these. `storage` reads and writes them, `minutes` turns shorthand into the
`New…` ones and the others into documents, `tui` shows them. They know no database.

The order of a meeting's entries is the truth: which item a line belongs to, what a reply answers
and what is exempt follow from the lines above it, as in a notes file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What one line of the record is (see the shorthand); the value is what the book stores."""

    NOTE = "note"
    HEADING = "heading"
    POINT = "point"
    QUESTION = "question"
    REPLY = "reply"
    DECISION = "decision"
    ACTION = "action"  # `@owner: …`, worded by the program
    FOLLOW_ON = "follow-on"  # `+ owner: …`, said by the line above, not printed
    ROW = "row"
    ITEM = "item"  # which item is being taken
    OPEN = "open"
    CLOSE = "close"
    ADJOURN = "adjourn"
    RESUME = "resume"
    PRESENT = "present"
    ATTENDING = "attending"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    IN = "in"
    OUT = "out"
    INTEREST = "interest"
    NONE = "none"
    PREVIOUS = "previous"
    EXEMPT = "exempt"
    PUBLIC = "public"
    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    ACTIONS = "actions"
    NEXT_MEETING = "next-meeting"
    SHORT = "short"
    UNREAD = "unread"  # could not be read: kept word for word, `doubt` says why


class Part(StrEnum):
    """What a person does in an entry."""

    ASKER = "asker"
    OWNER = "owner"
    NAMED = "named"  # whom an attendance command, a vote or a movement names


class MeetingState(StrEnum):
    """The life of a set of minutes."""

    PLANNED = "planned"
    LIVE = "live"
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    DROPPED = "dropped"


class DueKind(StrEnum):
    """What kind of promise the due date is."""

    UNDATED = "undated"
    DATE = "date"
    NEXT_MEETING = "next meeting"  # `due` is that meeting's date where it is known
    IN_DUE_COURSE = "in due course"  # agreed to have no date
    AS_SOON_AS_POSSIBLE = "as soon as possible"  # agreed to have no date


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
class Attendee:
    """A person as known to one meeting, member or in attendance.

    `name` is as written, without `title`: "Kemp", "Sue Lintern", or a role standing for a name
    ("Children's Commissioner"). `office` is "Chairman", "Vice-Chair" …; `role` what stood in
    brackets and is neither office nor initials. `added` marks someone who was on no list and came
    in during the meeting. Ids below zero stand for people that the act in hand adds.
    """

    person_id: int
    name: str
    title: str = ""
    office: str = ""
    role: str = ""
    initials: str = ""
    member: bool = True
    added: bool = False


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
class Named:
    """Someone an entry or action names. `person_id` is None for someone on no list; `name` is
    how they were known when it was recorded ("Councillor Cooper", "Director of People",
    "officers"); `by_role` says that the clerk used the role, so print uses it too."""

    part: Part
    name: str
    person_id: int | None = None
    by_role: bool = False


@dataclass(frozen=True, slots=True)
class NewAction:
    """An action as read from a line: `words` are what is to be done ("ask for three quotes"),
    without owner, date and themes; `due_words` is the date as it prints, with its preposition
    ("by 6 September 2019", "within two weeks", "in due course"), "" where undated."""

    words: str
    owners: tuple[Named, ...]
    due: date | None = None
    due_words: str = ""
    due_kind: DueKind = DueKind.UNDATED
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line as read, ready to be recorded.

    What each field holds, by kind:

    - `source`: the line word for word (terminal control characters removed), always.
    - `text`: what follows the kind's sign or command, to be worded when printed; `@` signs and
      the sign's escape are gone. QUESTION: the subject; ACTION and FOLLOW_ON: "" (their
      action holds the words); EXEMPT: the paragraphs ("3,5", "" where unreadable);
      ROW: the cells joined by " | "; ATTENDING: a count such as "9 members of the public";
      NEXT_MEETING: the venue; SHORT: what the short form stands for; ADJOURN: the reason;
      UNREAD: the line as typed.
    - `label`: of points and questions; SHORT: the short form; EXEMPT: the reason.
    - `level`: 1 for a point under a point (`--`), else 0.
    - `marker`: a point's own numbering as typed ("a)", "(1)", "1.", "i."), else "".
    - `time`: "19:42" where the command holds or takes one, else "".
    - `on`: NEXT_MEETING and PREVIOUS: the date said, else None.
    - `target_id`: ITEM and EXEMPT: the item named; below zero for one this act adds.
    - `people`: asker, owners (of ACTION and FOLLOW_ON) or those named, in the order typed.
    - `actions`: the actions the line makes, in its order.
    - `doubt`: why the line is *to check*, "" where it was understood.
    """

    kind: Kind
    source: str
    text: str = ""
    label: str = ""
    level: int = 0
    marker: str = ""
    time: str = ""
    on: date | None = None
    target_id: int | None = None
    people: tuple[Named, ...] = ()
    actions: tuple[NewAction, ...] = ()
    doubt: str = ""


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
class Act:
    """What one act of the clerk records: lines, and the people and items they bring in."""

    entries: tuple[NewEntry, ...]
    newcomers: tuple[Attendee, ...] = ()
    items: tuple[NewItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded line: the fields of `NewEntry`, and what the book knows of it.

    `item_id` is the item it belongs to (None before the first); `exempt` as in `Item`, for this
    entry: by its item, or by an `/exempt` above it. Both follow from the order of the lines.
    """

    id: int
    kind: Kind
    source: str
    text: str = ""
    label: str = ""
    level: int = 0
    marker: str = ""
    time: str = ""
    on: date | None = None
    target_id: int | None = None
    people: tuple[Named, ...] = ()
    doubt: str = ""
    item_id: int | None = None
    exempt: str | None = None
    recorded_at: datetime = datetime.min


@dataclass(frozen=True, slots=True)
class Progress:
    """What was heard of an action: at a meeting (`meeting_id`) or between meetings (None)."""

    on: date
    text: str
    state: ActionState
    meeting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A promise with its origin. `reference` is "3/2020"; `owners`, `words` and due date as in
    `NewAction`; `entry_id` is the line that made it, `minute` the number of the minute it is in
    ("" before the first item); `exempt` as in `Entry`."""

    id: int
    body_id: int
    meeting_id: int
    entry_id: int | None
    number: int
    year: int
    owners: tuple[Named, ...]
    words: str
    due: date | None
    due_words: str
    due_kind: DueKind
    themes: tuple[str, ...]
    state: ActionState
    minute: str
    agreed_on: date
    body_name: str
    exempt: str | None = None
    progress: tuple[Progress, ...] = ()

    @property
    def reference(self) -> str:
        """How the action is named across meetings: number and calendar year."""
        return f"{self.number}/{self.year}"

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in (ActionState.OPEN, ActionState.IN_PROGRESS)

    def is_overdue(self, on: date) -> bool:
        """Whether it was due before the day `on` and is still owed."""
        return self.is_open and self.due is not None and self.due < on


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
    meeting_count: int
    open_actions: int
    overdue_actions: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The line the clerk is in the middle of; `entry_id` is the entry being retyped, if one is."""

    text: str
    entry_id: int | None = None


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
    None or empty. `attendees` have `person_id` 0: the book finds or makes the people."""

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
    minutes_from: int | None = None
    decisions_from: str = ""
    themes: tuple[str, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()
    attendees: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
