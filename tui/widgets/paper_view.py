"""Printed lines to scroll through: however long, only what is in sight is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.typing_ahead import ListTyping

_ABOVE = 3  # lines above what is led to, that tell where it stands


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it prints; `strong` where a terminal shows it bold; `entries` are the recorded lines it
    came from."""

    text: str
    strong: bool = False
    entries: tuple[int, ...] = ()


class PaperView(ListTyping, ScrollView, can_focus=True):
    """A sheet of paper."""

    BINDINGS = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
    ]
    COMPONENT_CLASSES = {"paper-view--strong", "paper-view--marked"}
    DEFAULT_CSS = """
    PaperView { scrollbar-size: 1 1; }
    PaperView > .paper-view--strong { text-style: bold; }
    PaperView > .paper-view--marked { text-style: reverse; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: Sequence[PrintedLine] = ()
        self._marked: int | None = None
        self._marked_line: int | None = None

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(line.text for line in self._lines)

    def show(self, lines: Sequence[PrintedLine]) -> None:
        """Show other lines, from where the reader is."""
        self._lines = lines
        self.virtual_size = Size(max((cell_len(line.text) for line in lines), default=0), len(lines))
        self.refresh()

    def lead_to(self, entry_id: int) -> None:
        """Mark what came from a recorded line, and bring it into sight with what stands above it."""
        self._marked = entry_id
        places = [place for place, line in enumerate(self._lines) if entry_id in line.entries]
        if places:
            self._bring_into_sight(places[0], places[-1])
        self.refresh()

    def lead_to_line(self, place: int | None) -> None:
        """Mark the line at a place, counted from 0, and bring it into sight; None marks none."""
        self._marked_line = place
        if place is not None:
            self._bring_into_sight(place, place)
        self.refresh()

    def _bring_into_sight(self, first: int, last: int) -> None:
        top = max(first - _ABOVE, 0)
        region = Region(0, top, 1, min(last + 1 - top, max(self.size.height, 1)))
        self.scroll_to_region(region, animate=False, force=True, immediate=True, top=True)

    def render_line(self, y: int) -> Strip:
        """Draw what is on line `y` now."""
        across, down = self.scroll_offset
        width = self.size.width
        if y + down >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[y + down]
        style = self.get_component_rich_style("paper-view--strong") if line.strong else self.rich_style
        marked = self._marked in line.entries or self._marked_line == y + down
        if marked and line.text:
            style += self.get_component_rich_style("paper-view--marked", partial=True)
        return Strip([Segment(line.text, style)]).crop_extend(across, across + width, self.rich_style)
