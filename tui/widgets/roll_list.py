"""The members down the side in a recorded vote, in as many columns as show them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.rows import fitted
from tui.widgets.typing_ahead import ListTyping

_NARROWEST = 20  # cells of a column: a cursor, a letter, and enough of a name
_BESIDE = 10  # cells beside the name


@dataclass(frozen=True, slots=True)
class Voter:
    """A name, and the letter of how they voted ("" for not yet); `settled` where it stands in the record."""

    name: str
    way: str = ""
    settled: bool = False


class RollList(ListTyping, ScrollView, can_focus=True):
    """Names in columns, read down; the screen says where the cursor is and what its keys do."""

    BINDINGS = [
        Binding("down", "step(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("home", "step(-9999)", show=False),
        Binding("end", "step(9999)", show=False),
    ]
    COMPONENT_CLASSES = {"roll--voted", "roll--waiting", "roll--cursor"}
    DEFAULT_CSS = """
    RollList { height: 1fr; margin: 1 1 0 1; overflow-x: hidden; scrollbar-size-vertical: 1; }
    RollList > .roll--waiting { text-style: dim; }
    RollList > .roll--cursor { text-style: bold reverse; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Pointed(Message):
        """The clerk went to another name."""

        place: int

    def __init__(self) -> None:
        super().__init__()
        self._voters: Sequence[Voter] = ()
        self._deep = 1  # names in a column
        self._width = _NARROWEST

    def show(self, voters: Sequence[Voter], cursor: int) -> None:
        """Show these names, with the cursor on the one at that place."""
        self._voters = voters
        self._lay_out()
        self.set_reactive(RollList.cursor, cursor)
        self.refresh()
        self._scroll_to_cursor()

    def on_resize(self) -> None:
        """Share the names among the columns anew."""
        self._lay_out()
        self._scroll_to_cursor()

    def on_click(self, event: Click) -> None:
        """Go to the name that was clicked."""
        column = event.x // self._width
        place = column * self._deep + event.y + self.scroll_offset.y
        if event.y + self.scroll_offset.y < self._deep and place < len(self._voters):
            self.post_message(self.Pointed(place))

    def action_step(self, by: int) -> None:
        """Go a name down (1) or up (-1)."""
        self.post_message(self.Pointed(min(max(self.cursor + by, 0), len(self._voters) - 1)))

    def action_across(self, by: int) -> None:
        """Go to the name beside this one, a column to the left (-1) or right (1)."""
        place = self.cursor + by * self._deep
        if 0 <= place < len(self._voters):
            self.post_message(self.Pointed(place))

    def render_line(self, y: int) -> Strip:
        """Draw the names that stand side by side on line `y` now."""
        row = y + self.scroll_offset.y
        width = self._width
        segments = [
            self._drawn(place, width)
            for place in range(row, len(self._voters), self._deep)
            if row < self._deep
        ]
        return Strip(segments).crop_extend(0, self.size.width, self.rich_style)

    def _drawn(self, place: int, width: int) -> Segment:
        voter = self._voters[place]
        mark = "▶" if place == self.cursor else " "
        settled = " ✓" if voter.settled else ""
        text = f"{mark} {voter.way or '·'}  {voter.name}{settled}"
        look = "roll--cursor" if place == self.cursor else "roll--voted" if voter.way else "roll--waiting"
        return Segment(fitted(text, width - 1) + " ", self.get_component_rich_style(look))

    def _lay_out(self) -> None:
        """As many columns as show all names at once, but none too narrow to read."""
        size, count = self.size, max(1, len(self._voters))
        wanted = ceil(count / max(1, size.height))
        columns = max(1, min(wanted, size.width // _NARROWEST))
        longest = max((cell_len(voter.name) for voter in self._voters), default=0) + _BESIDE
        self._deep = ceil(count / columns)
        self._width = max(1, min(size.width // columns, max(longest, _NARROWEST)))
        self.virtual_size = Size(size.width, self._deep)

    def _scroll_to_cursor(self) -> None:
        if self.size.height:
            region = Region(0, self.cursor % self._deep, 1, 1)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
