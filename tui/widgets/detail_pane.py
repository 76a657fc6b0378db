"""A frame below a list with the whole of what is under its cursor."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class DetailPane(VerticalScroll):
    """Hidden until its screen displays it; a long text is scrolled with the focus on it."""

    DEFAULT_CSS = """
    DetailPane { display: none; height: auto; max-height: 65%; border: round $foreground; padding: 0 1;
        margin: 0 1; scrollbar-size-vertical: 1; }
    DetailPane:focus { border: double $border; }
    DetailPane > Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def show(self, title: str, text: str) -> None:
        """Show `text`, from its top."""
        self.border_title = title
        self.query_one(Static).update(text)
        self.scroll_home(animate=False)
