"""The frame about the record: which item it is, for how long, and whether it is exempt."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive

from tui.widgets.rows import fitted


class RecordFrame(Container):
    """A frame with the item in its upper edge and a time at the right; heavy where it is exempt."""

    DEFAULT_CSS = """
    RecordFrame { border: solid $foreground; border-title-style: bold; }
    RecordFrame.-exempt { border: heavy $accent; border-title-color: $accent; }
    """

    head: reactive[str] = reactive("")
    since: reactive[str] = reactive("")
    exempt: reactive[bool] = reactive(False, toggle_class="-exempt")

    def watch_head(self) -> None:
        """Write the item."""
        self._write()

    def watch_since(self) -> None:
        """Write the time."""
        self._write()

    def watch_exempt(self) -> None:
        """Turn the frame."""
        self._write()

    def on_resize(self) -> None:
        """Bring the time to the right edge again."""
        self._write()

    def _write(self) -> None:
        """One text across the whole edge: the border's own line fills what is between."""
        width = self.outer_size.width - 6
        if width <= 0:
            return
        tail = f" {self.since}" if self.since else ""
        head = fitted(self.head, min(cell_len(self.head), width - cell_len(tail) - 2))
        rule = ("━" if self.exempt else "─") * (width - cell_len(head) - cell_len(tail) - 1)
        title = f"{head} {rule}{tail}" if tail else head
        self.border_title = Content(title)
