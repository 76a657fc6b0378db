"""The box the clerk types in: the composer, what its line means, where it goes, what was done last."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.widgets.composer import Composer


class TypingBox(Vertical):
    """The composer with a line under it; only the composer's own growth lays anything out anew."""

    DEFAULT_CSS = """
    TypingBox { height: auto; border: solid $foreground; border-title-style: bold; }
    TypingBox > #reading { height: 1; padding: 0 1; text-overflow: ellipsis; text-wrap: nowrap; }
    TypingBox > #reading.-wrong { text-style: bold; color: $error; }
    """

    def compose(self) -> ComposeResult:
        """Put the reading under the line."""
        yield Composer()
        yield Static(id="reading", markup=False)

    @property
    def said(self) -> str:
        """The line under the composer, as text."""
        return str(self.query_one("#reading", Static).content)

    def say(self, line: str | Content, *, wrong: bool = False) -> None:
        """Write the line under the composer; `wrong` where something failed."""
        reading = self.query_one("#reading", Static)
        reading.set_class(wrong, "-wrong")
        reading.update(line if isinstance(line, Content) else Content(line), layout=False)

    def note(self, done: str) -> None:
        """Write what the clerk's last act did into the lower edge, "" for nothing."""
        self.border_subtitle = Content(done) if done else None

    def show_place(self, words: str) -> None:
        """Write where the text goes into the upper edge, "" for the end of the record."""
        self.border_title = Content(f"{words}  (esc leaves it)") if words else None
