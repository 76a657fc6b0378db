"""The Chart screen: what was opened, done and late, by theme and by month."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from rich.bar import Bar
from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from minutes.document import Chart
from minutes.english import printed_date
from minutes.layouts.chart import charts
from tui.screens.sheet import Sheet

_NAMES = 24  # columns of the names of rows
_GAP = 2


class ChartScreen(Sheet):
    """The actions and priorities of a body, or of all (`body_id` None), counted."""

    TITLE = "Chart"
    AUTO_FOCUS = "#charts"
    HELP = """\
What was opened, done and late, in figures and bars: by theme as it all stands today, and by month over the \
last twelve. Late in a month is what fell due in it and was still owed at its end. esc goes back."""
    BINDINGS = [
        Binding("escape,c", "leave", "Back", key_display="esc", tooltip="Go back to the actions"),
        Binding("down,j", "read(1)", "Down", key_display="↓"),
        Binding("up,k", "read(-1)", "Up", key_display="↑"),
    ]
    DEFAULT_CSS = """
    ChartScreen > #charts { height: 1fr; margin: 1 1 0 1; scrollbar-size-vertical: 1; }
    ChartScreen > #charts > Static { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, body_id: int | None = None) -> None:
        super().__init__()
        self._body_id = body_id

    def compose_sheet(self) -> Iterable[Widget]:
        """One chart below the other."""
        with VerticalScroll(id="charts"):
            yield Static(id="by-theme")
            yield Static(id="by-month")

    def refresh_records(self) -> None:
        """Count anew."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        body_id, today = self._body_id, self.house.today
        self.head(f"Chart · {printed_date(today)} · counting …")
        actions = await self.house.desk.ask(lambda book: book.actions(body_id=body_id, open_only=False))
        whose = "all bodies"
        if body_id is not None:
            whose = (await self.house.desk.ask(lambda book: book.body(body_id))).name
        by_theme, by_month = await asyncio.to_thread(charts, actions, today)
        self.query_one("#by-theme", Static).update(_drawn(by_theme))
        self.query_one("#by-month", Static).update(_drawn(by_month))
        self.head(f"Chart · {whose} · {printed_date(today)}")

    def action_read(self, way: int) -> None:
        """Scroll a line."""
        self.query_one("#charts").scroll_relative(y=way, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.house.go_back(self)


def _drawn(chart: Chart) -> Table:
    """A chart as a table: each count, and a bar as long as it is of the highest."""
    table = Table(box=None, expand=True, padding=(0, _GAP, 0, 0), title_justify="left", title_style="bold")
    table.title = chart.title
    table.add_column("", width=_NAMES, no_wrap=True, overflow="ellipsis")
    for name in chart.series:
        table.add_column(name, justify="right", width=max(4, len(name)))
        table.add_column("", ratio=1)
    highest = max(chart.highest, 1)
    for name, counts in chart.rows:
        drawn = ((str(count), Bar(highest, 0, count)) for count in counts)
        table.add_row(Text(name), *(cell for pair in drawn for cell in pair))
    return table
