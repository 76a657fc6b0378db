"""The agenda beside the record: what is done, what is being taken, what is exempt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.rows import fitted

EXEMPT = "▪exempt"


class Mark(StrEnum):
    """How far an item has come: the sign before it."""

    AHEAD = " "
    DONE = "✓"
    TAKEN = "▶"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item as the list shows it; `item_id` is None for what comes before the first item."""

    item_id: int | None
    number: str
    title: str
    mark: Mark = Mark.AHEAD
    exempt: bool = False


class AgendaList(ScrollView, can_focus=True):
    """The items. With the focus one is looked at; typing its number or a part of its title finds it."""

    BORDER_TITLE = "Agenda"
    DEFAULT_CSS = """
    AgendaList { overflow-x: hidden; scrollbar-size-vertical: 1; }
    AgendaList > .agenda--taken { text-style: bold; }
    AgendaList > .agenda--cursor { text-style: reverse; }
    """
    COMPONENT_CLASSES = {"agenda--item", "agenda--taken", "agenda--cursor"}
    BINDINGS = [
        Binding("enter", "take", "Take this item"),
        Binding("right,tab", "look_into", "Into its record", key_display="→"),
        Binding("escape", "leave", "Back"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("backspace", "unfind", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class LookedAt(Message):
        """The clerk looks at this item (None: what comes before the first)."""

        item_id: int | None

    @dataclass
    class Taken(Message):
        """The clerk takes this item."""

        item_id: int

    @dataclass
    class Left(Message):
        """Back to the composer, or into the record of the item looked at."""

        into_record: bool = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[AgendaRow] = ()
        self._sought = ""

    def show(self, rows: Sequence[AgendaRow]) -> None:
        """Show these rows; without the focus the item being taken stays in sight."""
        if rows == self._rows:
            return
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh()
        if not self.has_focus:
            self._go_to_taken()

    def go_to(self, item_id: int) -> None:
        """Look at the item of that id, where it is listed."""
        place = next((at for at, row in enumerate(self._rows) if row.item_id == item_id), None)
        if place is not None:
            self.cursor = place

    @property
    def rows(self) -> Sequence[AgendaRow]:
        """The rows shown."""
        return self._rows

    def render_line(self, y: int) -> Strip:
        """Draw the row that stands at line `y` now."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[place]
        name = "agenda--taken" if row.mark is Mark.TAKEN else "agenda--item"
        style = self.get_component_rich_style(name)
        if self.has_focus and place == self.cursor:
            style += self.get_component_rich_style("agenda--cursor", partial=True)
        return Strip([Segment(_fitted(row, width), style)], width)

    def watch_cursor(self) -> None:
        """Bring the row into sight, and look at its item."""
        self.refresh()
        self._scroll_to_cursor()
        if self.has_focus and self._rows:
            self.post_message(self.LookedAt(self._rows[self.cursor].item_id))

    def on_focus(self) -> None:
        """Begin with the item being taken."""
        self._go_to_taken()
        self._seek("")
        self.refresh()

    def on_blur(self) -> None:
        """Forget what was sought."""
        self._seek("")
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Find the item whose number, or else title, fits what is typed."""
        if event.is_printable and event.character:
            event.stop()
            self._seek(self._sought + event.character)

    def action_unfind(self) -> None:
        """Take back the last character sought."""
        self._seek(self._sought[:-1])

    def action_step(self, by: int) -> None:
        """Look at the item above (-1) or below (1)."""
        self.cursor = min(max(self.cursor + by, 0), max(len(self._rows) - 1, 0))

    def action_take(self) -> None:
        """Take the item looked at."""
        if self._rows:
            item_id = self._rows[self.cursor].item_id
            self.post_message(self.Left() if item_id is None else self.Taken(item_id))

    def action_look_into(self) -> None:
        """Go into the record of the item looked at."""
        self.post_message(self.Left(into_record=True))

    def action_leave(self) -> None:
        """Go back to the composer."""
        self.post_message(self.Left())

    def _seek(self, sought: str) -> None:
        self._sought = sought
        self.border_subtitle = Content(f"go to: {sought}") if sought else None
        wanted = sought.strip().casefold()
        tests = (
            lambda row: row.number.casefold() == wanted,
            lambda row: row.number.casefold().startswith(wanted),
            lambda row: wanted in row.title.casefold(),
        )
        for fits in tests if wanted else ():
            for place, row in enumerate(self._rows):
                if fits(row):
                    self.cursor = place
                    return

    def _go_to_taken(self) -> None:
        marks = [row.mark for row in self._rows]
        self.cursor = marks.index(Mark.TAKEN) if Mark.TAKEN in marks else 0
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        if self.size.height:
            region = Region(0, self.cursor, 1, 1)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)


def _fitted(row: AgendaRow, width: int) -> str:
    """Write a row in `width` cells: the title gives way, the word exempt does not."""
    tail = f" {EXEMPT}" if row.exempt else ""
    text = f"{row.mark} {row.number} {row.title}" if row.number else f"{row.mark} {row.title}"
    return fitted(text, width - len(tail)) + tail
