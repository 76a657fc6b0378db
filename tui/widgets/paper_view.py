"""Printed lines to scroll through: however long, only what is in sight is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.typing_ahead import ListTyping


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it prints; `strong` where a terminal shows it bold."""

    text: str
    strong: bool = False


class PaperView(ListTyping, ScrollView, can_focus=True):
    """A sheet of paper."""

    BINDINGS = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
    ]
    COMPONENT_CLASSES = {"paper-view--strong"}
    DEFAULT_CSS = """
    PaperView { scrollbar-size: 1 1; }
    PaperView > .paper-view--strong { text-style: bold; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: Sequence[PrintedLine] = ()

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(line.text for line in self._lines)

    def show(self, lines: Sequence[PrintedLine]) -> None:
        """Show other lines, from where the reader is."""
        self._lines = lines
        self.virtual_size = Size(max((cell_len(line.text) for line in lines), default=0), len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw what is on line `y` now."""
        across, down = self.scroll_offset
        width = self.size.width
        if y + down >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[y + down]
        style = self.get_component_rich_style("paper-view--strong") if line.strong else self.rich_style
        return Strip([Segment(line.text, style)]).crop_extend(across, across + width, self.rich_style)
