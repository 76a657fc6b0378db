"""Meetings for the tests of what is printed: shorthand in, a record as the book would hold it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from minutes.agenda import read_agenda
from minutes.document import Block, Document, Heading, Paragraph, Point, Signature, Table
from minutes.layouts import build
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from storage.records import (
    INTEREST_KINDS,
    Action,
    Body,
    Entry,
    Item,
    Kind,
    Meeting,
    MeetingRecord,
    MeetingState,
    Named,
    NewAction,
    NewEntry,
    Plan,
    Progress,
    PromiseKind,
)
from storage.series import Form

AGENDA = """\
Medway Council
Overview and Scrutiny Committee
Date: 3 September 2019
Time: 6.30pm
Venue: Gun Wharf
Members: Councillors Kemp (Chairman), Cooper, Howcroft-Scott, Johnson, Hackwell
In attendance: Clerk; Director of People – Children and Adult Services; Sue Lintern (Monitoring Officer)

1. Apologies for absence
5. Ofsted Update Report
6. Land
7. Transport [exempt 3]
"""


def prepared(agenda: str = AGENDA, *, state: MeetingState = MeetingState.LIVE) -> MeetingRecord:
    """A meeting as the agenda makes it, its last one on 2 July 2019."""
    read = read_agenda(agenda)
    body = Body(
        1,
        read.body_name,
        read.organisation,
        read.noun,
        read.verb or "AGREED",
        quorum=read.quorum,
        themes=read.themes,
        numbering=read.numbering or ("running" if read.minutes_from else "agenda"),
        short_forms=read.short_forms,
        counting=read.counting or "last",
        exempt_mark=read.exempt_mark,
        interest_kinds=read.interest_kinds or INTEREST_KINDS,
    )
    meeting = Meeting(1, 1, read.on, read.time, read.venue, read.agenda_title, state=state)
    meeting = replace(meeting, minutes_from=read.minutes_from, decisions_from=read.decisions_from)
    return MeetingRecord(
        body,
        meeting,
        tuple(replace(person, person_id=n) for n, person in enumerate(read.attendees, 1)),
        tuple(
            Item(n, i.number, i.title, i.pages, i.exempt, i.number, i.parts)
            for n, i in enumerate(read.items, 1)
        ),
        previous_on=date(2019, 7, 2),
        meeting_dates=(date(2019, 7, 2), read.on),
    )


def next_after(record: MeetingRecord, agenda: str) -> MeetingRecord:
    """The body's next meeting as `agenda` makes it: what was promised up to `record` comes in with it."""
    new = prepared(agenda)
    dates = {*record.meeting_dates, new.meeting.on}
    promises = (*record.promises, *record.actions)
    return replace(
        new,
        body=record.body,
        meeting=replace(new.meeting, id=record.meeting.id + 1),
        promises=promises,
        previous_on=record.meeting.on,
        last_numbers=(_last_number(promises, new, ""), _last_number(promises, new, "p")),
        meeting_dates=tuple(sorted(dates)),
    )


def _last_number(promises: Sequence[Action], meeting: MeetingRecord, series: str) -> int:
    """The last number of a series in the year of a meeting."""
    of_year = (each for each in promises if each.year == meeting.meeting.on.year)
    return max((each.number for each in of_year if each.reference.startswith("p") is bool(series)), default=0)


def taken(notes: str, record: MeetingRecord | None = None) -> MeetingRecord:
    """The meeting `record` with `notes` taken in it, settled as the book settles it."""
    record = record or prepared()
    act = read_lines(notes, Sitting(record)).act
    people = {person.person_id: n for n, person in enumerate(act.newcomers, 101)}
    items = {item.id: n for n, item in enumerate(act.items, 101)}
    record = replace(
        record,
        attendees=(*record.attendees, *(replace(p, person_id=people[p.person_id]) for p in act.newcomers)),
        items=(
            *record.items,
            *(Item(items[i.id], i.number, i.title, i.pages, i.exempt, i.number, i.parts) for i in act.items),
        ),
    )
    lines = [replace(new, people=_named(new.people, people)) for new in act.entries]
    lines = [replace(new, target_id=items.get(new.target_id or 0, new.target_id)) for new in lines]
    return _settled(record, lines, people)


def _named(named: Sequence[Named], people: dict[int, int]) -> tuple[Named, ...]:
    return tuple(replace(n, person_id=people.get(n.person_id or 0, n.person_id)) for n in named)


def _settled(record: MeetingRecord, lines: Sequence[NewEntry], people: dict[int, int]) -> MeetingRecord:
    exempt_items = {item.id: item.exempt for item in record.items}
    exempt_items |= {
        line.target_id: line.text for line in lines if line.kind is Kind.EXEMPT and line.target_id is not None
    }
    minutes = _minutes(record, lines, exempt_items)
    decision = record.meeting.decisions_from
    entries: list[Entry] = []
    promises = _Promises(record, people)
    item: int | None = None
    running: str | None = None
    for n, line in enumerate(lines, 1 + 1000 * (record.meeting.id - 1)):
        if line.kind is Kind.ITEM:
            item, running = line.target_id, None
        elif line.kind is Kind.EXEMPT and line.target_id is None:
            running = line.text
        elif line.kind is Kind.PUBLIC:
            running = None
        of_item = exempt_items.get(item) if item is not None else None
        exempt = running if of_item is None else of_item
        entries.append(recorded(n, line, item, exempt))
        if decision and line.kind in (Kind.DECISION, Kind.ADOPT):
            numbers = [decision]
            for _ in range(_adopted(record, line, item) if line.kind is Kind.ADOPT else 1):
                numbers.append(_following(numbers[-1], record.body))
            *given, decision = numbers
            entries[-1] = replace(entries[-1], numbers=tuple(given))
        promises.follow(line, entries[-1], minutes.get(item, "") if item is not None else "")
    sat = [line.kind for line in lines if line.kind in (Kind.OPEN, Kind.ADJOURN, Kind.RESUME, Kind.CLOSE)]
    live = record.meeting.state is MeetingState.LIVE
    closed = live and sat[-1:] == [Kind.CLOSE]
    return replace(
        record,
        meeting=replace(record.meeting, state=MeetingState.DRAFT) if closed else record.meeting,
        entries=tuple(entries),
        actions=tuple(promises.made),
        promises=tuple(promises.before.values()),
        items=tuple(replace(i, exempt=exempt_items[i.id], minute=minutes[i.id]) for i in record.items),
    )


class _Promises:
    """The promises of a meeting and those before it, as the book settles them line by line."""

    def __init__(self, record: MeetingRecord, people: dict[int, int]) -> None:
        self.record = record
        self.before = {action.id: action for action in record.promises}
        self.made: list[Action] = []
        self._people = people
        self._plan: Plan | None = None
        self._said = 0

    def follow(self, line: NewEntry, entry: Entry, minute: str) -> None:
        meeting = self.record.meeting
        if line.kind is Kind.PRIORITIES:
            told = (line.text, line.label, line.on)
            self._plan = Plan(entry.id, meeting.id, *told, meeting.on, entry.exempt)
        for new in line.actions:
            self.made.append(self._made(new, entry, minute))
        for said in line.progress:
            self._said += 1
            if said.action_id < 0:
                said = replace(said, action_id=self.made[-said.action_id - 1].id)
            heard = Progress(
                **{name: getattr(said, name) for name in said.__slots__},
                id=1000 * meeting.id + self._said,
                on=meeting.on,
                meeting_id=meeting.id,
                entry_id=entry.id,
                exempt=entry.exempt,
            )
            self._hear(heard, self._plan if line.kind is Kind.POINT else None)

    def _hear(self, heard: Progress, plan: Plan | None) -> None:
        for place, action in enumerate(self.made):
            if action.id == heard.action_id:
                self.made[place] = replace(action, progress=(*action.progress, heard))
        if (known := self.before.get(heard.action_id)) is not None:
            progress = (*known.progress, heard)
            plans = (*known.plans, plan) if plan else known.plans
            self.before[known.id] = replace(known, progress=progress, plans=plans)

    def _made(self, new: NewAction, entry: Entry, minute: str) -> Action:
        everything, on = (*self.before.values(), *self.made), self.record.meeting.on
        is_priority = new.kind is PromiseKind.PRIORITY
        series = (a for a in everything if (a.kind is PromiseKind.PRIORITY) is is_priority)
        return Action(
            max((action.id for action in everything), default=0) + 1,
            self.record.body.id,
            self.record.meeting.id,
            entry.id,
            max((action.number for action in series if action.year == on.year), default=0) + 1,
            on.year,
            _named(new.owners, self._people),
            new.words,
            new.due,
            new.due_words,
            new.due_kind,
            new.themes,
            minute,
            on,
            self.record.body.name,
            entry.exempt,
            kind=new.kind,
            plans=(self._plan,) if is_priority and self._plan else (),
        )


def _minutes(
    record: MeetingRecord, lines: Sequence[NewEntry], exempt_items: Mapping[int, str | None]
) -> dict[int, str]:
    """The number of each item's minute: the agenda's, or as they print those of a series."""
    body, start = record.body, record.meeting.minutes_from
    minutes = {item.id: item.number if body.numbering == "agenda" else "" for item in record.items}
    if body.numbering in ("running", "meeting"):
        number = start or "1"
        for item_id in _in_print(lines):
            minutes[item_id], number = number, _following(number, body)
    marked = {item_id for item_id, exempt in exempt_items.items() if exempt is not None}
    return {
        item_id: f"{minute}{body.exempt_mark}" if minute and item_id in marked else minute
        for item_id, minute in minutes.items()
    }


def _in_print(lines: Sequence[NewEntry]) -> list[int]:
    """The items taken, in the order of their first words; one that never had any where it was first taken."""
    first: dict[int, tuple[bool, int]] = {}  # whether it was silent so far, and since which line
    item: int | None = None
    for place, line in enumerate(lines):
        silent = line.kind is Kind.ITEM
        item = line.target_id if silent else item
        if item is not None and first.get(item, (True,))[0] and (not silent or item not in first):
            first[item] = silent, place
    return sorted(first, key=lambda item_id: first[item_id][1])


def _following(number: str, body: Body) -> str:
    form = Form.of(number, body.counting)
    return str(form.at(form.count + 1))


def _adopted(record: MeetingRecord, line: NewEntry, item_id: int | None) -> int:
    """How many recommendations a line adopts."""
    parts = next((item.parts for item in record.items if item.id == item_id), ())
    return len(line.text.split()) or sum(part.name.startswith("Recommendation") for part in parts)


def recorded(entry_id: int, line: NewEntry, item: int | None, exempt: str | None) -> Entry:
    """A line as the book has it."""
    return Entry(
        entry_id,
        line.kind,
        line.source,
        line.text,
        line.label,
        line.level,
        line.marker,
        line.time,
        line.on,
        line.target_id,
        line.people,
        line.doubt,
        item,
        exempt,
        counts=line.counts,
        corrections=line.corrections,
        withdrew=line.withdrew,
    )


def shown(block: Block) -> str:
    """A block on one line: "# heading", "• point", "  (1) part" (two spaces a level), or its text."""
    match block:
        case Heading(text=text, number=number):
            return f"# {number} {text}".replace("#  ", "# ")
        case Point(text=text, marker=marker, level=level):
            return f"{'  ' * level}{marker or '•'} {text}"
        case Paragraph(text=text, number=number):
            return f"{number} {text}".lstrip()
        case Table(rows=rows):
            return "\n".join(" | ".join(row) for row in rows)
    return repr(block)


def printed(notes: str, *, agenda: str = AGENDA, restricted: bool = False) -> list[str]:
    """What `notes`, taken under item 5, print there: a line a block, without the item's heading."""
    tree = build(taken(f"/5\n{notes}", prepared(agenda)), restricted=restricted)
    shown_blocks = [shown(block) for block in tree.blocks]
    start = next(n for n, line in enumerate(shown_blocks) if line.startswith("# 5 ")) + 1
    ends = ("# 1 ", "# 6 ", "# 7 ", "# Close of meeting", "# Actions", "Signature(")
    return shown_blocks[start : next(n for n in range(start, 10**6) if shown_blocks[n].startswith(ends))]


def said_in(tree: Document) -> list[str]:
    """The blocks of minutes down to where they are signed."""
    signed = next(n for n, block in enumerate(tree.blocks) if isinstance(block, Signature))
    return [shown(block) for block in tree.blocks[:signed]]


def logged(notes: str, *, agenda: str = AGENDA) -> list[tuple[str, ...]]:
    """The rows of the action log that `notes`, taken under item 5, print at the end of the minutes."""
    blocks = build(taken(f"/5\n{notes}", prepared(agenda))).blocks
    tables = (block for block in reversed(blocks) if isinstance(block, Table))
    log = next((table for table in tables if table.rows[0][0] == "Ref"), None)
    return list(log.rows[1:]) if log else []
