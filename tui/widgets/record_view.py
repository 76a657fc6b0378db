"""The record as it will print, line by line, and the way into it to change what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from minutes.formats.text import Line
from tui.widgets.rows import fitted


class RecordView(ScrollView, can_focus=True):
    """Lines of print. Stays at the end as they come, unless one is selected further up.

    With the focus one entry is selected, all its lines set off; what is typed goes back to the
    composer, so no letter is a command here.
    """

    DEFAULT_CSS = """
    RecordView {
        height: 1fr; padding: 0 1; overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    RecordView > .record--heading, RecordView > .record--strong { text-style: bold; }
    RecordView > .record--margin { text-style: dim; }
    RecordView > .record--action { text-style: italic; }
    RecordView > .record--check { text-style: bold; color: $error; }
    RecordView > .record--selected { text-style: reverse; }
    """
    COMPONENT_CLASSES = {
        "record--text", "record--heading", "record--margin", "record--action", "record--check",
        "record--selected", "record--strong",
    }  # fmt: skip
    BINDINGS = [
        Binding("enter", "retype", "Retype", tooltip="Change the selected line"),
        Binding("delete,ctrl+d", "delete", "Delete", key_display="del", tooltip="ctrl+z brings it back"),
        Binding("ctrl+o,insert", "insert_below", "Insert below", tooltip="Type a line below this one"),
        Binding("ctrl+e", "exempt", "Exempt", show=False, tooltip="Make this line exempt, and nothing else"),
        Binding("shift+up,alt+up,ctrl+up,ctrl+u", "move(-1)", "Move", key_display="shift+↑↓",
                tooltip="One place up"),
        Binding("shift+down,alt+down,ctrl+down,ctrl+n", "move(1)", "Move down", show=False,
                tooltip="One place down"),
        Binding("escape", "leave", "Back"),
        Binding("up", "select(-1)", show=False),
        Binding("down", "select(1)", show=False),
        Binding("pageup", "leaf(-1)", show=False),
        Binding("pagedown", "leaf(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]  # fmt: skip

    selected: reactive[int | None] = reactive(None, repaint=False)

    @dataclass
    class Selected(Message):
        """Another entry is selected, or none."""

        entry_id: int | None

    @dataclass
    class Retype(Message):
        """The clerk wants this entry back in the composer."""

        entry_id: int

    @dataclass
    class Delete(Message):
        """The clerk wants this entry gone."""

        entry_id: int

    @dataclass
    class InsertBelow(Message):
        """The clerk wants to type below this entry."""

        entry_id: int

    @dataclass
    class Exempt(Message):
        """The clerk wants this entry exempt."""

        entry_id: int

    @dataclass
    class Move(Message):
        """The clerk wants this entry `by` one place up (-1) or down (1)."""

        entry_id: int
        by: int

    @dataclass
    class Left(Message):
        """Back to the composer; `typed` is what was typed to get there."""

        typed: str = ""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._follow = True
        self._places: dict[int, tuple[int, int]] = {}  # entry: its first line and the one after its last
        self._order: list[int] = []

    # -- what is shown -------------------------------------------------------------------------

    def show(self, lines: Sequence[Line], *, follow: bool = True) -> None:
        """Show these lines: their end while nothing is selected, or from the top where not to `follow`."""
        was = self._order.index(self.selected) if self.selected in self._order else -1
        began = self._follow and not follow
        self._lines, self._follow = lines, follow
        self._find_entries()
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()
        if self.selected not in self._places:
            self.selected = self._order[min(was, len(self._order) - 1)] if was >= 0 and self._order else None
        if began:
            self.scroll_to(y=0, animate=False)
        self._keep_in_sight()

    @property
    def plain(self) -> str:
        """The lines shown, as text."""
        return "\n".join(line.text for line in self._lines)

    @property
    def entries(self) -> tuple[int, ...]:
        """The entries shown, from the top."""
        return tuple(self._order)

    def render_line(self, y: int) -> Strip:
        """Draw the line that stands at row `y` now."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place]
        name = f"record--{line.style}"
        style = self.get_component_rich_style(name if name in self.COMPONENT_CLASSES else "record--text")
        if self.selected in line.entries:
            style += self.get_component_rich_style("record--selected", partial=True)
        return Strip([Segment(fitted(line.text, width), style)], width)

    def on_focus(self) -> None:
        """Select the last entry, or the one selected before."""
        if self.selected is None and self._order:
            self.selected = self._order[-1]
        self.refresh()
        self._keep_in_sight()

    def release(self) -> None:
        """Select nothing, and show the end again."""
        self.selected = None
        self._keep_in_sight()

    def on_resize(self) -> None:
        """Keep in sight what was."""
        self._keep_in_sight()

    def watch_selected(self, entry_id: int | None) -> None:
        """Set off the entry's lines, bring them into sight, and say which it is."""
        self.refresh()
        self._keep_in_sight()
        self.post_message(self.Selected(entry_id))

    def on_key(self, event: events.Key) -> None:
        """What is typed belongs into the composer."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(self.Left(event.character))

    # -- what the clerk wants ------------------------------------------------------------------

    def action_select(self, by: int) -> None:
        """Select the entry above (-1) or below (1); below the last is the composer."""
        if self.selected not in self._places:
            return self.action_leave()
        place = self._order.index(self.selected) + by
        if place >= len(self._order):
            return self.action_leave()
        self.selected = self._order[max(place, 0)]
        if place < 0:
            self.scroll_to(y=0, animate=False)  # headings above the first entry come into sight
        return None

    def action_leaf(self, by: int) -> None:
        """Select an entry a screenful up (-1) or down (1)."""
        if self.selected in self._places:
            target = self._places[self.selected][0] + by * max(1, self.size.height - 1)
            nearest = min(self._order, key=lambda entry: abs(self._places[entry][0] - target))
            self.selected = nearest

    def action_edge(self, end: int) -> None:
        """Select the first entry (0) or the last (-1)."""
        if self._order:
            self.selected = self._order[end]

    def action_retype(self) -> None:
        """Ask for the selected entry to be retyped."""
        if self.selected is not None:
            self.post_message(self.Retype(self.selected))

    def action_delete(self) -> None:
        """Ask for the selected entry to be deleted."""
        if self.selected is not None:
            self.post_message(self.Delete(self.selected))

    def action_insert_below(self) -> None:
        """Ask for a new line below the selected entry."""
        if self.selected is not None:
            self.post_message(self.InsertBelow(self.selected))

    def action_exempt(self) -> None:
        """Ask for the selected entry to be exempt."""
        if self.selected is not None:
            self.post_message(self.Exempt(self.selected))

    def action_move(self, by: int) -> None:
        """Ask for the selected entry to change places with the one above (-1) or below (1)."""
        if self.selected is not None:
            self.post_message(self.Move(self.selected, by))

    def action_leave(self) -> None:
        """Go back to the composer."""
        self.post_message(self.Left())

    # -- where entries stand -------------------------------------------------------------------

    def _find_entries(self) -> None:
        self._places = {}
        for at, line in enumerate(self._lines):
            for entry in line.entries:
                first, _ = self._places.get(entry, (at, at))
                self._places[entry] = (first, at + 1)
        self._order = list(self._places)

    def _keep_in_sight(self) -> None:
        if self.selected in self._places and self.size.height:
            first, beyond = self._places[self.selected]
            region = Region(0, first, 1, min(beyond - first, self.size.height))
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
        elif self._follow:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
