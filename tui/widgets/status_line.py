"""The line at the top of the live screen: whose meeting, the time, who is present, what is saved."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.rows import fitted


class StatusLine(Widget, can_focus=False):
    """One line, painted without laying out anything anew; the name of the body gives way first."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; text-style: bold; }
    """

    body: reactive[str] = reactive("")
    on: reactive[str] = reactive("")
    time: reactive[str] = reactive("")
    presence: reactive[str] = reactive("")
    saved: reactive[str] = reactive("")

    def render(self) -> Content:
        """Put the meeting at the left and how it stands at the right."""
        width = self.size.width
        right = " · ".join(part for part in (self.time, self.presence, self.saved) if part)
        date = f" · {self.on}" if self.on else ""
        room = max(width - cell_len(right) - cell_len(date) - 2, 0)
        left = fitted(self.body, min(cell_len(self.body), room)) + date
        return Content(left + " " * (width - cell_len(left) - cell_len(right)) + right)
