"""The lines of a record, as read and as recorded, and the acts that make them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from storage.records.agendas import NewItem
from storage.records.people import Attendee, Named
from storage.records.promises import NewAction, NewProgress


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
    SUB = "sub"
    CHAIR = "chair"
    URGENT = "urgent"
    MOTION = "motion"
    AMENDMENT = "amendment"
    SECOND = "second"
    WITHDRAW = "withdraw"
    VOTE = "vote"
    CASTING = "casting"
    ROLL = "roll"
    ADOPT = "adopt"  # `!=`: the report's own recommendations
    REASONS = "reasons"  # `!~`
    ALTERNATIVES = "alternatives"  # `!^`: considered and rejected
    PRIORITIES = "priorities"  # the points right below are a numbered list
    REPORT = "report"  # what was heard of a promise, and so on
    DONE = "done"
    DROP = "drop"
    DEFER = "defer"
    RATE = "rate"
    UNREAD = "unread"  # could not be read: kept word for word, `doubt` says why


ON_PROMISES = (Kind.REPORT, Kind.DONE, Kind.DROP, Kind.DEFER, Kind.RATE)  # about promises made before


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A line as read, ready to be recorded.

    What each field holds, by kind:

    - `source`: the line word for word (terminal control characters removed), always.
    - `text`: what follows the kind's sign or command, to be worded when printed; `@` signs and
      the sign's escape are gone. QUESTION: the subject; ACTION and FOLLOW_ON: "" (their
      action holds the words); EXEMPT: the paragraphs ("3,5", "" where unreadable);
      ROW: the cells joined by " | "; ATTENDING: a count such as "9 members of the public";
      NEXT_MEETING: the venue; SHORT: what the short form stands for; ADJOURN, CHAIR and URGENT:
      the reason; INTEREST: the words declared, or "none"; MOTION and AMENDMENT: the exact words,
      "" where a `/move` gives the mover of the decision above; VOTE: "all" (unanimous),
      "carried" or "lost" where it was not counted, else ""; CASTING: "for" or "against"; ADOPT:
      the numbers of the recommendations, parted by a space, "" for all; REASONS: the words,
      "" where the report's own stand; PRIORITIES: the list's title; REPORT, DONE, DROP and DEFER: what
      was heard, or the reason; RATE: the rating; UNREAD: the line as typed.
    - `label`: of points and questions; SHORT: the short form; EXEMPT: the reason; INTEREST: the
      kind's short name ("dpi"); URGENT: the basis; NEXT_MEETING: what stood before the venue
      ("in the"); REASONS: the numbers of the report's own, parted by a space, "" for all of them;
      PRIORITIES: the outside body that set them, "" for this one; REPORT to RATE: the references as typed.
    - `level`: 1 for a point under a point (`--`), else 0.
    - `marker`: a point's own numbering as typed ("a)", "(1)", "1.", "i."), else "".
    - `time`: "19:42" where the command holds or takes one, else "".
    - `on`: NEXT_MEETING and PREVIOUS: the date said; PRIORITIES: the date of their review; DEFER: the
      new date; else None.
    - `target_id`: ITEM, EXEMPT, INTEREST and URGENT: the item named; below zero for one this act adds.
    - `people`: asker, owners (of ACTION and FOLLOW_ON), movers and seconder, or those named, in the
      order typed; SUB: the substitute, then the member replaced; URGENT: who agreed.
    - `actions`: the promises the line makes, in its order; of a POINT in a list of priorities one.
    - `progress`: what the line says of promises made before: REPORT to RATE, and a POINT that carries a
      priority on in another list.
    - `counts`: VOTE: for, against, abstaining, not voting, as many as were given.
    - `corrections`: PREVIOUS: pairs of what the minutes say and what they are to say.
    - `withdrew`: INTEREST: whether the member left for that item.
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
    counts: tuple[int, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    withdrew: bool = False
    progress: tuple[NewProgress, ...] = ()


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
    entry: by its item, or by an `/exempt` above it; `numbers` are those of a DECISION or ADOPT in the
    body's series ("98/2019"), one for each recommendation adopted. All follow from the order of the lines.
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
    counts: tuple[int, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    withdrew: bool = False
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The line the clerk is in the middle of; `entry_id` is the entry being retyped, if one is, or
    `after_id` the one it goes below."""

    text: str
    entry_id: int | None = None
    after_id: int | None = None
