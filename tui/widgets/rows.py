"""A list of one-line rows with a cursor: as quick with fifty thousand rows as with five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.typing_ahead import ListTyping

# What would move the terminal's cursor is shown as a dot, wherever it came from.
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "·")
_GAP = 2
_HERE, _FAINTLY_HERE = "▶", "▷"  # where the keys go, and where they would come back to
_MARGIN = 2


def fitted(text: str, width: int) -> str:
    """Cut or fill `text` to exactly `width` cells, with "…" where something is left out."""
    text = text.translate(_CONTROLS)
    if cell_len(text) > width > 0:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, max(width, 0))


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `key` names it to the screen, None is a heading that the cursor passes over;
    `warning` sets it off, beside the words that say why; `mark` is a sign before it."""

    cells: tuple[str, ...]
    key: int | None = None
    warning: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` cells, and of what the screen has left over a `share`."""

    width: int
    share: int = 0


class Rows(ListTyping, ScrollView, can_focus=True):
    """Rows under one another in columns; the screen binds what a key does with the one chosen."""

    BINDINGS = [
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("pageup", "leaf(-1)", "Page up", show=False),
        Binding("pagedown,space", "leaf(1)", "Page down", show=False),
        Binding("home", "edge(0)", "First", show=False),
        Binding("end", "edge(-1)", "Last", show=False),
    ]
    COMPONENT_CLASSES = {"rows--row", "rows--heading", "rows--warning", "rows--cursor"}
    DEFAULT_CSS = """
    Rows { overflow-x: hidden; scrollbar-size-vertical: 1; height: 1fr; }
    Rows > .rows--heading { text-style: bold; }
    Rows > .rows--warning { color: $error; }
    Rows > .rows--cursor { text-style: bold; }
    Rows:focus > .rows--cursor { text-style: bold reverse; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another row, or on one with other contents."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Rows:
            """The list it moved in."""
            return self.rows

    class Chosen(Moved):
        """A row was clicked twice, or once where the cursor stood already."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._rows: Sequence[Row] = ()
        self._keys: Sequence[int | None] = ()
        self._shared: tuple[int, tuple[Column, ...]] = (0, ())  # what the columns' widths were worked out for
        self._shares: tuple[int, ...] = ()

    @property
    def key(self) -> int | None:
        """What the row under the cursor is named, None where there is none."""
        return self._keys[self.cursor] if self.cursor < len(self._keys) else None

    @property
    def keys(self) -> Sequence[int | None]:
        """What the rows are named."""
        return self._keys

    @property
    def rows(self) -> Sequence[Row]:
        """The rows shown."""
        return self._rows

    def show(
        self,
        rows: Sequence[Row],
        columns: Sequence[Column] | None = None,
        keys: Sequence[int | None] | None = None,
    ) -> None:
        """Show other rows; the cursor stays on the row of the same name, else near its place.

        `keys` name rows that are only made where they come into sight.
        """
        named = self.key
        self._rows = rows
        self._keys = [row.key for row in rows] if keys is None else keys
        if columns is not None:
            self._columns = tuple(columns)
        place = self._place_of(named)
        self._lay_out()
        self.set_reactive(Rows.cursor, self._landing(self.cursor if place is None else place, 1))
        self.refresh()
        self.scroll_to_cursor()
        self.post_message(self.Moved(self))

    def go_to(self, key: int) -> None:
        """Put the cursor on the row of that name, where there is one."""
        place = self._place_of(key)
        if place is not None:
            self.cursor = place

    def action_step(self, by: int) -> None:
        """Move the cursor to the next row up (-1) or down (1); out of an empty list, to its neighbour."""
        if self.has_focus and not self._rows:
            self.screen.focus_previous() if by < 0 else self.screen.focus_next()
            return
        self.cursor = self._landing(self.cursor + by, by)

    def action_leaf(self, by: int) -> None:
        """Move the cursor a screenful up (-1) or down (1)."""
        self.cursor = self._landing(self.cursor + by * max(1, self.size.height - 1), by)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first row (0) or the last (-1)."""
        self.cursor = self._landing(0 if end == 0 else len(self._rows) - 1, 1 if end == 0 else -1)

    def watch_cursor(self, before: int, now: int) -> None:
        """Show where the cursor went."""
        for place in (before, now):
            self.refresh_line(place)
        self.scroll_to_cursor()
        self.post_message(self.Moved(self))

    def scroll_to_cursor(self) -> None:
        """Bring the cursor into sight, and the heading above it with it."""
        if self.size.height:
            headed = self.cursor > 0 and self._keys[self.cursor - 1] is None if self._keys else False
            region = Region(0, self.cursor - int(headed), 1, 1 + int(headed))
            self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def on_resize(self, _event: Resize) -> None:
        """Share the new width among the columns."""
        self._lay_out()
        self.scroll_to_cursor()

    def on_click(self, event: Click) -> None:
        """Move to the row clicked; choose it where the cursor stood there."""
        place = event.y + self.scroll_offset.y
        if place < len(self._keys) and self._keys[place] is not None:
            if place == self.cursor:
                self.post_message(self.Chosen(self))
            self.cursor = place

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One line a row."""
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """Draw the row that is on line `y` now."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[place]
        style = self.get_component_rich_style(self._look(place, row))
        return Strip([Segment(self._line(place, row, width), style)], width)

    def _look(self, place: int, row: Row) -> str:
        if row.key is None:
            return "rows--heading"
        if place == self.cursor:
            return "rows--cursor"
        return "rows--warning" if row.warning else "rows--row"

    def _line(self, place: int, row: Row, width: int) -> str:
        if row.key is None:
            return fitted("  ".join(row.cells), width)
        here = " " if place != self.cursor else _HERE if self.has_focus else _FAINTLY_HERE
        mark = fitted(f"{here}{row.mark}", _MARGIN)
        cells = (
            fitted(cell, size) for cell, size in zip(row.cells, self._widths(width), strict=False) if size
        )
        return fitted(mark + (" " * _GAP).join(cells), width)

    def _lay_out(self) -> None:
        """Make room for the rows, and draw them anew."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh(layout=self.styles.height is not None and self.styles.height.is_auto)

    def _widths(self, width: int) -> tuple[int, ...]:
        """Share the width: first each column's own, the rest by shares; the last give way first."""
        if self._shared == (width, self._columns):
            return self._shares
        left = width - _MARGIN
        widths: list[int] = []
        for column in self._columns:
            fits = min(column.width, left) if left * 2 >= column.width else 0  # less tells nothing
            widths.append(fits)
            left -= fits + _GAP if fits else 0
        shares = sum(column.share for column in self._columns)
        over = max(0, left + _GAP)
        if shares:
            widths = [
                width + over * column.share // shares if width else 0
                for width, column in zip(widths, self._columns, strict=True)
            ]
        self._shared, self._shares = (width, self._columns), tuple(widths)
        return self._shares

    def _place_of(self, key: int | None) -> int | None:
        """Where the row of that name stands; of several the one nearest to the cursor."""
        places = (at for at, named in enumerate(self._keys) if named == key and key is not None)
        return min(places, key=lambda at: abs(at - self.cursor), default=None)

    def _landing(self, place: int, way: int) -> int:
        """The nearest row at or beyond `place` that the cursor may stand on, else one before it."""
        last = len(self._rows) - 1
        if last < 0:
            return 0
        place = min(max(place, 0), last)
        onward, back = range(place, last + 1), range(place, -1, -1)
        nearest = chain(onward, back) if way > 0 else chain(back, onward)
        return next((at for at in nearest if self._keys[at] is not None), 0)
