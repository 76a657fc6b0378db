"""The live reading of lines about people: who comes, goes or is out, and what the quorum makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes.english import listed, printed_time
from minutes.names import named
from minutes.presence import ATTENDANCE, affected
from minutes.shorthand.reading import Hint, Read, person_hint, short
from minutes.sitting import Sitting
from storage.records import Kind, Named, NewEntry

OF_PEOPLE = frozenset({*ATTENDANCE, Kind.SUB, Kind.CHAIR, Kind.INTEREST, Kind.URGENT})
_MOST = 3  # of a kind on one line
_COMING = (Kind.PRESENT, Kind.IN, Kind.SUB)


def hints_on_people(read: Read, sitting: Sitting) -> Iterator[Hint]:
    """What a line of one of the kinds `OF_PEOPLE` records, and what follows from it."""
    entry = read.entry
    if entry.kind is Kind.SUB:
        substitute, replaced = entry.people
        yield Hint(f"{substitute.name} for {replaced.name}")
    elif entry.kind is Kind.CHAIR:
        yield Hint(f"{entry.people[0].name} presides from here")
    elif entry.kind is Kind.INTEREST:
        yield from _interest(entry, sitting)
    elif entry.kind is Kind.URGENT:
        yield from _urgency(entry, sitting)
    else:
        at = f" at {printed_time(entry.time)}" if entry.time else ""
        yield Hint(f"{entry.kind.value} {those(entry.people, entry.text)}{at}")
    for newcomer in read.newcomers[:_MOST]:
        yield Hint(f"“{short(newcomer.name)}” is new to this meeting")
    yield from consequences(read, sitting)


def those(people: Sequence[Named], others: str = "") -> str:
    """The people of a line by name, some of them where they are many."""
    names = [short(name) for name in (*(person.name for person in people), others) if name]
    return listed(names) if len(names) < 5 else f"{len(names)}: {', '.join(names[:_MOST])} …"


def consequences(read: Read, sitting: Sitting) -> Iterator[Hint]:
    """Who is a member or out from this line on, and whether there is a quorum then."""
    after = sitting.copy()
    after.follow(read.entry, read.newcomers, read.items)
    people = after.people.attendees
    joined = [p for p in people if after.is_member(p.person_id) and not sitting.is_member(p.person_id)]
    if read.entry.kind is not Kind.SUB:
        for person in joined[:_MOST]:
            yield Hint(f"{named(person)} is a member from here")
    if read.entry.kind is Kind.ITEM and (out := [p for p in people if p.person_id in after.withdrawn]):
        are = "is" if len(out) == 1 else "are"
        yield Hint(f"{listed([named(person) for person in out])} {are} out for this item")
    if not after.quorate:
        still = not sitting.quorate and read.entry.kind in _COMING
        if still or sitting.quorate:
            below = f"below quorum {after.quorum}"
            yield Hint(f"still {below}" if still else f"{below} from here", ok=False)
    elif not sitting.quorate:
        yield Hint("quorate from here")


def _interest(entry: NewEntry, sitting: Sitting) -> Iterator[Hint]:
    if not entry.people:
        yield Hint("no interests declared")
        return
    yield Hint(those(entry.people))
    item = sitting.item_of(entry.target_id or affected(sitting.item) or 0)
    if item is not None:
        yield Hint(f"{'out for ' if entry.withdrew else ''}item {item.number} {short(item.title)}")
    headings = dict(sitting.record.body.interest_kinds)
    yield Hint(short(headings.get(entry.label, "Interest")))


def _urgency(entry: NewEntry, sitting: Sitting) -> Iterator[Hint]:
    item = sitting.item if entry.target_id is None else sitting.item_of(entry.target_id)
    if item is not None:
        yield Hint(f"item {item.number} {short(item.title)} urgent: {short(entry.label)}")
    agreed = listed([person_hint(person) for person in entry.people[:_MOST]])
    yield Hint(f"agreed by {agreed}") if agreed else Hint("agreed by whom?", ok=False)
    if not entry.text:
        yield Hint("no reason given", ok=False)
