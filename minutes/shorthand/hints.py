"""The live reading: in a few words, what a line means as it stands, shown under the composer."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.english import printed_date, printed_time, weekday_date
from minutes.shorthand.floor_hints import ON_MOTIONS, hints_on_motions
from minutes.shorthand.people_hints import OF_PEOPLE, consequences, hints_on_people
from minutes.shorthand.promise_hints import hints_on_promise, hints_on_promises, is_priority
from minutes.shorthand.reading import Hint, Read, person_hint, short
from minutes.sitting import Sitting
from minutes.style import style_of
from minutes.wording.decisions import decision
from storage.records import Kind, NewEntry

_MOST = 3  # of a kind on one line
_SAYS = {
    Kind.OPEN: "opens",
    Kind.CLOSE: "closes",
    Kind.ADJOURN: "adjourns",
    Kind.RESUME: "resumes",
    Kind.NONE: "“There were none.”",
    Kind.PUBLIC: "back to public",
    Kind.ACTIONS: "prints this meeting's actions here",
}


def kind_name(entry: NewEntry) -> str:
    """What the composer calls a line: "question", "action" …, "to check" where it cannot be read."""
    if entry.kind is Kind.UNREAD:
        return "to check"
    return "priority" if is_priority(entry) else entry.kind.value.replace("-", " ")


def hints_of(read: Read, sitting: Sitting) -> tuple[Hint, ...]:
    """The hints on one line as read; what cannot be read comes first."""
    entry = read.entry
    doubts = [Hint(entry.doubt, ok=False)] if entry.doubt else []
    owed = [hint for action in entry.actions[:_MOST] for hint in hints_on_promise(action)]
    return (*doubts, *_meaning(read, sitting), *owed)


def _meaning(read: Read, sitting: Sitting) -> Iterator[Hint]:
    """What the line records, apart from its actions."""
    entry = read.entry
    if entry.kind is Kind.QUESTION:
        for asker in entry.people[:_MOST]:
            yield Hint(f"asker {person_hint(asker)}")
    if entry.kind in (Kind.POINT, Kind.QUESTION) and entry.label:
        yield Hint(f"label “{short(entry.label)}”")
    if entry.kind is Kind.DECISION:
        body = sitting.record.body
        yield Hint(f"“{short(decision(entry.text[:200], body.noun, style_of(body).verb))}”")
    if entry.kind in OF_PEOPLE:
        yield from hints_on_people(read, sitting)
    elif entry.kind in ON_MOTIONS:
        yield from hints_on_motions(read, sitting)
    elif entry.kind is Kind.PRIORITIES or entry.progress:
        yield from hints_on_promises(entry, sitting)
    elif entry.kind not in (Kind.POINT, Kind.QUESTION, Kind.DECISION):
        yield from (Hint(text) for text in _business(read, sitting) if text)
        if entry.kind is Kind.ITEM:
            yield from consequences(read, sitting)


def _business(read: Read, sitting: Sitting) -> Iterator[str]:
    entry = read.entry
    at = f" at {printed_time(entry.time)}" if entry.time else ""
    if entry.kind is Kind.ITEM:
        found = sitting.item_of(entry.target_id or 0) or next((item for item in read.items), None)
        if found is not None:
            yield " ".join(
                [*(["adds"] if read.items else []), "item", *found.number.split(), short(found.title)]
            )
    elif entry.kind is Kind.EXEMPT and not entry.doubt:
        item = sitting.item_of(entry.target_id or 0)
        yield f"{f'item {item.number}' if item else 'from here'} exempt, paragraph {entry.text}"
    elif entry.kind is Kind.PREVIOUS:
        on = entry.on or sitting.record.previous_on
        yield f"minutes of {printed_date(on)} agreed" if on else "minutes of the last meeting agreed"
        yield from (f"“{short(old)}” becomes “{short(new)}”" for old, new in entry.corrections[:_MOST])
    elif entry.kind is Kind.NEXT_MEETING and entry.on:
        yield f"next meeting {weekday_date(entry.on)}{at}"
        yield short(entry.text)
    elif entry.kind is Kind.SHORT:
        yield f"{entry.label} prints as “{short(entry.text)}”"
    else:
        yield f"{_SAYS[entry.kind]}{at}" if entry.kind in _SAYS else ""
    if entry.kind is Kind.CLOSE and _agreed_here(sitting):
        yield "signs the minutes agreed here, for good"


def _agreed_here(sitting: Sitting) -> bool:
    """Whether the minutes of the last meeting were agreed: the book signs them when this one closes."""
    agreed = (each.entry for each in sitting.floor.proposals if each.entry.kind is Kind.PREVIOUS)
    last = sitting.record.previous_on
    return last is not None and any(entry.on in (None, last) for entry in agreed)
