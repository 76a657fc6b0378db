"""What a record remembers of other meetings of its body: the lines that promises come from.

A record that is taken in needs them: a promise is made by a line, and what was heard of it was said by one.
They are written so that the book finds again what the record knew: the dates, the numbers of the minutes, the
lists that priorities were in, and what is exempt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from graphlib import CycleError, TopologicalSorter

from storage.records import (
    Action,
    ActionState,
    Body,
    DueKind,
    Entry,
    Item,
    Kind,
    MeetingRecord,
    Plan,
    Progress,
    PromiseKind,
)
from storage.series import Form

_UNKNOWN = "Business that this book does not have"
_MOST_ITEMS = 200  # of minutes that run on: those between two that are known are made up
_SAID = {ActionState.DONE: Kind.DONE, ActionState.DROPPED: Kind.DROP}
Minute = tuple[str, bool]  # its number, and whether its item is exempt; the number is "" where there is none
_NONE: Minute = ("", False)


@dataclass(slots=True)
class Remembered:
    """Another meeting of the body, by the label that the record has for it; `next_on` is the day that its
    next meeting was to be on, and `lines` are those that promises come from, by their labels."""

    label: int
    on: date
    next_on: date | None = None
    lines: dict[int, tuple[Entry, Minute]] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)  # by point the line of the list that it is in
    above: dict[int, set[int]] = field(default_factory=dict)  # by line those that are known to stand above it

    def record(self, body: Body) -> tuple[str, tuple[Item, ...], tuple[Entry, ...]]:
        """The number that its minutes start from, its items, and its lines in their order.

        Lines that no promise comes from, which say where the others stand, have labels below zero.
        """
        minutes = list(dict.fromkeys(minute for _, minute in self._in_order() if minute[0]))
        start, numbered = _numbered(minutes, body)
        items = tuple(
            Item(place, number, _UNKNOWN, exempt="" if exempt else None)
            for place, (number, exempt) in enumerate(numbered, 1)
        )
        lines = list(self._course(numbered))
        added = iter(range(1, len(lines) + 1))
        return start, items, tuple(line if line.id else replace(line, id=-next(added)) for line in lines)

    def _in_order(self) -> list[tuple[Entry, Minute]]:
        """The lines as they were recorded, but for those that are known to stand in another order."""
        return [self.lines[label] for label in _ordered(self.lines, self._above())]

    def _above(self) -> dict[int, set[int]]:
        """Which lines stand above which: a list above its points, and those above the next list."""
        above = {label: set(labels) for label, labels in self.above.items()}
        points: dict[int, list[int]] = {}
        for point in sorted(self.lists):
            points.setdefault(self.lists[point], []).append(point)
        earlier: list[int] = []
        for of_list, its_points in points.items():
            above.setdefault(of_list, set()).update(earlier)
            for point in its_points:
                above.setdefault(point, set()).add(of_list)
            earlier = its_points
        return above

    def _course(self, numbered: Sequence[Minute]) -> Iterator[Entry]:
        """The lines under their items, with what makes them exempt or public again, up to the close."""
        if not self.lines:
            return
        if self.next_on:
            yield _line(Kind.NEXT_MEETING, f"/nextmeeting {self.next_on.isoformat()}", on=self.next_on)
        of_item: dict[Minute, list[Entry]] = {}
        for entry, minute in self._in_order():
            of_item.setdefault(minute if minute in numbered else _NONE, []).append(entry)
        yield from _exempted(of_item.get(_NONE, ()), None)
        for place, minute in enumerate(numbered, 1):
            yield _line(Kind.ITEM, f"/item {minute[0]}", target_id=place)
            yield from _exempted(of_item.get(minute, ()), "" if minute[1] else None)
        yield _line(Kind.CLOSE, "/close")


def remembered(record: MeetingRecord) -> list[Remembered]:
    """The other meetings that a record knows something of, by day."""
    memory = _Memory(record)
    for promise in (*record.promises, *record.actions):
        memory.take(promise)
    return sorted(memory.meetings.values(), key=lambda meeting: (meeting.on, meeting.label))


class _Memory:
    """What is known of other meetings while promises come in; `meetings` are they by their labels."""

    def __init__(self, record: MeetingRecord) -> None:
        self.meetings: dict[int, Remembered] = {}
        self._here = record.meeting.id
        self._body = record.body
        # a list stands in the minute of those that were agreed in it
        self._minutes = {
            plan.entry_id: _minute(promise, record.body)
            for promise in (*record.promises, *record.actions)
            if (plan := _agreed_in(promise)) is not None
        }

    def take(self, promise: Action) -> None:
        """Take in the lines elsewhere that a promise comes from."""
        for plan in promise.plans:
            if plan.meeting_id != self._here:
                meeting = self._at(plan.meeting_id, plan.agreed_on)
                meeting.lines[plan.entry_id] = (_list_line(plan), self._minutes.get(plan.entry_id, _NONE))
        if promise.meeting_id != self._here and promise.entry_id is not None:
            meeting = self._at(promise.meeting_id, promise.agreed_on)
            several = promise.entry_id in meeting.lines
            line = _origin(promise, several=several)
            meeting.lines[promise.entry_id] = (line, _minute(promise, self._body))
            if promise.due_kind is DueKind.NEXT_MEETING:
                meeting.next_on = promise.due
            if (agreed_in := _agreed_in(promise)) is not None:
                meeting.lists[promise.entry_id] = agreed_in.entry_id
        carried = _carried_on(promise)
        before: Progress | None = None
        for heard in promise.progress:
            self._hear(promise, heard, carried.get(heard.id), before)
            before = heard

    def _hear(self, promise: Action, heard: Progress, plan: Plan | None, before: Progress | None) -> None:
        """Take in the line elsewhere that told of a promise, or carried it on in another list; `before` is
        what was heard of it before."""
        if heard.entry_id is None or heard.meeting_id is None or heard.meeting_id == self._here:
            return
        meeting = self._at(heard.meeting_id, heard.on)
        where = self._minutes.get(plan.entry_id, _NONE) if plan else _NONE
        if before is not None and before.meeting_id == heard.meeting_id and before.entry_id is not None:
            where = where if plan else meeting.lines[before.entry_id][1]
            if before.entry_id != heard.entry_id:
                meeting.above.setdefault(heard.entry_id, set()).add(before.entry_id)
        line = _said(promise, heard, Kind.POINT if plan else _kind(heard))
        told, of = meeting.lines.get(heard.entry_id, (line, where))
        meeting.lines[heard.entry_id] = (
            told,
            where if of == _NONE else of,
        )  # another promise may not know where
        if plan is not None:
            meeting.lists[heard.entry_id] = plan.entry_id
        if heard.due_kind is DueKind.NEXT_MEETING:
            meeting.next_on = heard.due

    def _at(self, label: int, on: date) -> Remembered:
        return self.meetings.setdefault(label, Remembered(label, on))


def _ordered(labels: Iterable[int], above: Mapping[int, set[int]]) -> list[int]:
    """Labels from the lowest to the highest, each below those `above` it; where these contradict each other
    as they are."""
    sorter = TopologicalSorter({label: above.get(label, set()) for label in labels})
    try:
        sorter.prepare()
    except CycleError:
        return sorted(labels)
    ready, ordered = list(sorter.get_ready()), list[int]()
    while ready:
        ready.sort(reverse=True)
        ordered.append(ready.pop())
        sorter.done(ordered[-1])
        ready += sorter.get_ready()
    return ordered


def _agreed_in(promise: Action) -> Plan | None:
    """The list of priorities that a promise was agreed in."""
    first = next(iter(promise.plans), None)
    return first if first is not None and first.meeting_id == promise.meeting_id else None


def _carried_on(promise: Action) -> dict[int, Plan]:
    """Which of what was heard is a point in a later list, by its label: it says no more than how the
    priority goes on."""
    found: dict[int, Plan] = {}
    for plan in promise.plans[_agreed_in(promise) is not None :]:
        said = [
            heard
            for heard in promise.progress
            if heard.meeting_id == plan.meeting_id and heard.id not in found
        ]
        said.sort(key=lambda heard: bool(heard.text or heard.rating or heard.state in _SAID))
        if said:
            found[said[0].id] = plan
    return found


def _minute(promise: Action, body: Body) -> Minute:
    mark = body.exempt_mark
    if promise.exempt is not None and mark and promise.minute.endswith(mark):
        return promise.minute.removesuffix(mark), True
    return promise.minute, False


def _numbered(minutes: Sequence[Minute], body: Body) -> tuple[str, list[Minute]]:
    """What the minutes start from and the items they are of, in an order in which the book numbers them so;
    none where it would not."""
    if body.numbering == "agenda":
        return "", list(minutes)
    if body.numbering == "none" or not minutes:
        return "", []
    forms = {Form.of(number, body.counting).count: (number, exempt) for number, exempt in minutes}
    first, last = min(forms), max(forms)
    start = forms[first][0]
    run = Form.of(start, body.counting)
    follows = all(str(run.at(count)) == number for count, (number, _) in forms.items())
    if not follows or len(forms) < len(minutes) or last - first >= _MOST_ITEMS:
        return "", []
    return start, [forms.get(count, (str(run.at(count)), False)) for count in range(first, last + 1)]


def _exempted(lines: Iterable[Entry], of_item: str | None) -> Iterator[Entry]:
    """Lines of one item, which is exempt or public itself, under what makes each exempt as it was."""
    running: str | None = None
    for line in lines:
        if line.exempt is None and running is not None:
            running = None
            yield _line(Kind.PUBLIC, "/public")
        elif line.exempt is not None and line.exempt != (of_item if running is None else running):
            running = line.exempt
            yield _line(Kind.EXEMPT, f"/exempt {line.exempt}".rstrip(), text=line.exempt)
        yield line


def _line(
    kind: Kind, source: str, *, text: str = "", on: date | None = None, target_id: int | None = None
) -> Entry:
    return Entry(0, kind, source, text=text, on=on, target_id=target_id)


def _list_line(plan: Plan) -> Entry:
    source = f"/priorities {plan.title}{f'; set by {plan.set_by}' if plan.set_by else ''}:"
    text, label = plan.title, plan.set_by
    return Entry(plan.entry_id, Kind.PRIORITIES, source, text, label, on=plan.review, exempt=plan.exempt)


def _origin(promise: Action, *, several: bool) -> Entry:
    """The line that made a promise; where it made `several`, they are in the log alone."""
    owners = ", ".join(owner.name for owner in promise.owners)
    if promise.kind is PromiseKind.PRIORITY:
        kind, text, source = Kind.POINT, promise.words, f"- {promise.words}"
    else:
        lone = promise.kind is PromiseKind.ACTION and not several
        kind, text = (Kind.ACTION if lone else Kind.FOLLOW_ON), ""
        source = f"{'@' if lone else '+ '}{owners}: {promise.words}"
    people = promise.owners if kind is not Kind.POINT else ()
    return Entry(promise.entry_id or 0, kind, source, text, people=people, exempt=promise.exempt)


def _said(promise: Action, heard: Progress, kind: Kind) -> Entry:
    """The line that said something of a promise."""
    text, label, on = heard.text, promise.reference, None
    source = f"/{kind} {promise.reference} {heard.text}".rstrip()
    if kind is Kind.POINT:
        text, label, source = heard.words, "", f"- {promise.reference}: {heard.words}".rstrip(": ")
    elif kind is Kind.RATE:
        text, source = heard.rating, f"/rate {promise.reference} {heard.rating}"
    elif kind is Kind.DEFER:
        on = heard.due
    return Entry(heard.entry_id or 0, kind, source, text, label, on=on, exempt=heard.exempt)


def _kind(heard: Progress) -> Kind:
    """Which command says what was heard."""
    if heard.rating:
        return Kind.RATE
    if heard.due_kind is not None:
        return Kind.DEFER
    return _SAID.get(heard.state, Kind.REPORT) if heard.state else Kind.REPORT
