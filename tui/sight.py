"""What the live screen shows of a meeting, worked out from its record off the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from minutes.document import Margin
from minutes.formats.text import Line, lines
from minutes.layouts import live_blocks
from minutes.sitting import Sitting
from storage.records import Entry, Kind, MeetingRecord
from tui.owed import Owed, owed_at, speaks_of_promises
from tui.standing import alert, foot, presence
from tui.widgets.agenda_list import AgendaRow, Mark

OPENING = "Before the first item"
FIRST_STEPS = (
    "Nothing is recorded yet. Type below, and press enter: your line stands here as it will print.",
    "/open 6.30pm opens the meeting, /present and /apologies say who is here, /1 takes item 1, and then "
    "a sentence is minuted. f1 explains the rest; f5 leads back to the book.",
)
NOTHING_YET = "Nothing is recorded under this item yet."
NOT_TAKEN = "Nothing is recorded under this item. Enter takes it now."


@dataclass(frozen=True, slots=True)
class Look:
    """Which item's record to show: the one being taken, or one that is looked at; and whether what is owed
    is asked for."""

    record: MeetingRecord
    width: int
    elsewhere: bool = False
    item_id: int | None = None
    owed: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A look at the record, ready to be shown.

    `item_id` is the item shown (None: before the first), `taking` the one being taken; `exempt`
    holds the paragraphs it is exempt under, None where it is public; `taken_at` is when it was
    taken, None where that does not matter (it is not being taken). `arises`: that item is there to go through
    what is owed to the body; `owed` is that, where it arises or is asked for. `foot` tells who presides and
    who withdrew, `alert` what the clerk must hear of at once, "" for nothing.
    """

    record: MeetingRecord
    sitting: Sitting
    item_id: int | None
    taking: int | None
    head: str
    exempt: str | None
    lines: tuple[Line, ...]
    rows: tuple[AgendaRow, ...]
    presence: str
    foot: str
    alert: str
    taken_at: datetime | None
    arises: bool
    owed: Owed | None


def see(look: Look) -> Sight:
    """Work out what is to be seen."""
    record = look.record
    sitting = Sitting(record)
    taking = sitting.item.id if sitting.item else None
    item_id = look.item_id if look.elsewhere else taking
    arises = speaks_of_promises(sitting.item)
    exempt = sitting.exempt if item_id == taking else _exempt(record, item_id)
    return Sight(
        record=record,
        sitting=sitting,
        item_id=item_id,
        taking=taking,
        head=_head(record, item_id, taking, exempt),
        exempt=exempt,
        lines=tuple(lines(live_blocks(record, item_id) or _empty(item_id, taking), look.width)),
        rows=_rows(record, sitting),
        presence=presence(sitting),
        foot=foot(sitting),
        alert=alert(sitting),
        taken_at=_taken_at(record, taking) if item_id == taking and sitting.closed is None else None,
        arises=arises,
        owed=owed_at(sitting) if arises or look.owed else None,
    )


def minutes_since(taken_at: datetime | None, now: datetime) -> str:
    """Write how long an item has been taken: "14 min", "" where it is none or not of this day."""
    if taken_at is None or not timedelta() <= now - taken_at < timedelta(hours=12):
        return ""
    return f"{int((now - taken_at).total_seconds()) // 60} min"


def entry_of(record: MeetingRecord, entry_id: int | None) -> Entry | None:
    """The entry of that id, None where it is gone."""
    return next((entry for entry in record.entries if entry.id == entry_id), None)


def line_to_take(sitting: Sitting, item_id: int) -> str:
    """The line that takes an item: by its number, with its title where others have that number too, or as
    the next; "" where neither names it."""
    item, following = sitting.item_of(item_id), sitting.after_this
    if item is not None and item.number:
        shared = len(sitting.items_numbered(item.number)) > 1
        return f"/item {item.number} {item.title}" if shared else f"/item {item.number}"
    return "/next" if following is not None and following.id == item_id else ""


def _empty(item_id: int | None, taking: int | None) -> tuple[Margin, ...]:
    """What stands where nothing is recorded yet: how to go on."""
    if item_id is not None:
        return (Margin(NOTHING_YET if item_id == taking else NOT_TAKEN),)
    return tuple(Margin(line) for line in FIRST_STEPS)


def _rows(record: MeetingRecord, sitting: Sitting) -> tuple[AgendaRow, ...]:
    taking = sitting.item.id if sitting.item else None
    rows = [
        AgendaRow(item.id, item.number, item.title, _mark(item.id, taking, sitting), item.exempt is not None)
        for item in record.items
    ]
    if any(entry.item_id is None for entry in record.entries):
        rows.insert(0, AgendaRow(None, "", "Opening", Mark.TAKEN if taking is None else Mark.DONE))
    return tuple(rows)


def _mark(item_id: int, taking: int | None, sitting: Sitting) -> Mark:
    if item_id == taking:
        return Mark.TAKEN
    return Mark.DONE if item_id in sitting.taken else Mark.AHEAD


def _exempt(record: MeetingRecord, item_id: int | None) -> str | None:
    """The paragraphs under which an item's record, or the last of it, is exempt; None: it is public."""
    item = next((item for item in record.items if item.id == item_id), None)
    if item is not None and item.exempt is not None:
        return item.exempt
    return next((entry.exempt for entry in reversed(record.entries) if entry.item_id == item_id), None)


def _head(record: MeetingRecord, item_id: int | None, taking: int | None, exempt: str | None) -> str:
    item = next((item for item in record.items if item.id == item_id), None)
    name = f"{item.number}  {item.title}".strip() if item else OPENING
    if item_id != taking:
        name = f"Looking at {name}"
    if exempt is not None:
        name = f"EXEMPT {exempt} · {name}" if exempt else f"EXEMPT · {name}"
    return name


def _taken_at(record: MeetingRecord, taking: int | None) -> datetime | None:
    for entry in reversed(record.entries):
        if entry.kind is Kind.ITEM and entry.item_id == taking:
            return entry.recorded_at
    return None
