"""A copy of a meeting's minutes as the Paper screen shows it: which one it is, and its printed lines."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from minutes.document import Document
from minutes.formats import WIDTH
from minutes.style import LAYOUTS, style_of
from storage import MinuteBook
from storage.records import MeetingRecord, MeetingState
from tui.paper import Kept, document_of
from tui.sight import entry_of
from tui.widgets.paper_view import PrintedLine

_STRONG = frozenset({"mark", "head", "heading", "subheading", "strong", "check"})


@dataclass(frozen=True, slots=True)
class Which:
    """Which copy of the minutes: public or restricted; `before` the corrections agreed with them; in a
    `layout` that is not the body's own, else ""."""

    restricted: bool = False
    before: bool = False
    layout: str = ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What the name of its file says beside body and day."""
        marked = (
            ("before-correction", self.before),
            (self.layout.replace(" ", "-"), bool(self.layout)),
            ("restricted", self.restricted),
        )
        return tuple(mark for mark, holds in marked if holds)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the minutes: which it is and what it says are never parted."""

    which: Which
    document: Document
    lines: tuple[PrintedLine, ...]


def copy_of(kept: Kept, which: Which) -> Copy:
    """The minutes as a document, and as lines for the screen."""
    document = document_of(kept)
    return Copy(which, document, printed_lines(document))


def printed_lines(document: Document, width: int = WIDTH) -> tuple[PrintedLine, ...]:
    """A document as it prints as text of so many columns, for the screen."""
    from minutes.formats.text import page

    lines = page(document, width)
    return tuple(PrintedLine(line.text, line.style in _STRONG, line.entries) for line in lines)


def next_layout(record: MeetingRecord, which: Which) -> Which:
    """The same copy in the layout after it; the body's own comes round again."""
    own = style_of(record.body).layout
    turned = LAYOUTS[(LAYOUTS.index(which.layout or own) + 1) % len(LAYOUTS)]
    return replace(which, layout="" if turned == own else turned)


def is_corrected(book: MinuteBook, meeting_id: int) -> bool:
    """Whether signed minutes were corrected when they were agreed: there is a version before."""
    signed = book.signed(meeting_id, restricted=True)
    return signed is not None and signed != book.signed(meeting_id, restricted=True, version=1)


def state_words(state: MeetingState) -> str:
    """How far the minutes are, as the head says it."""
    return {
        MeetingState.CIRCULATED: "draft, circulated",
        MeetingState.APPROVED: "approved and signed",
    }.get(state, state.value)


def frame_words(record: MeetingRecord, which: Which) -> str:
    """What the frame says of the copy in it."""
    before = "Before correction – " if which.before else ""
    exempt = any(item.exempt is not None for item in record.items)
    exempt = exempt or any(entry.exempt is not None for entry in record.entries)
    if which.restricted:
        why = "with what is exempt, not for publication" if exempt else "though nothing in it is exempt"
        return f"{before}RESTRICTED copy – {why}"
    return f"{before}Public copy – {'what is exempt is left out' if exempt else 'nothing in it is exempt'}"


def layout_words(record: MeetingRecord, which: Which) -> str:
    """What the lower edge of the frame says of the layout."""
    if record.meeting.state is MeetingState.APPROVED:
        return "as signed"
    if which.layout:
        return f"as {which.layout}, which is not the body's own layout"
    return f"as {style_of(record.body).layout}"


def holds_exempt(record: MeetingRecord, entry_id: int | None, item_id: int | None) -> bool:
    """Whether a line, or else an item, is exempt."""
    named = entry_of(record, entry_id) or next((item for item in record.items if item.id == item_id), None)
    return named is not None and named.exempt is not None


def printed_for(
    record: MeetingRecord, printed: Set[int], entry_id: int | None, item_id: int | None
) -> int | None:
    """The line that prints for another: itself, else the nearest above it in its item; for an item its
    first. None where nothing does."""
    entry = entry_of(record, entry_id)
    of_item = item_id if entry is None else entry.item_id
    lines = [line.id for line in record.entries if line.item_id == of_item and line.item_id is not None]
    if entry is not None:
        above = lines[: lines.index(entry.id) + 1] if entry.id in lines else [entry.id]
        lines = above[::-1]
    return next((line for line in lines if line in printed), None)
