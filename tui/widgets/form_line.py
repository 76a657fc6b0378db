"""A line of a form: what is asked, and where it is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static


class FormLine(Horizontal):
    """A label and a field beside it; the mark before the field is heavy where the keys go."""

    DEFAULT_CSS = """
    FormLine { height: 1; width: 1fr; }
    FormLine > Static { width: 17; padding: 0 1; border-right: solid $border-blurred; }
    FormLine:focus-within > Static { text-style: bold; border-right: outer $border; }
    FormLine > Input { width: 1fr; padding: 0 0 0 1; }
    """

    def __init__(self, label: str, *, id: str, hint: str = "") -> None:
        super().__init__(id=id)
        self._label = label
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Put the label before the field."""
        yield Static(self._label, markup=False)
        yield Input(placeholder=self._hint, compact=True, select_on_focus=False)

    @property
    def field(self) -> Input:
        """Where it is typed."""
        return self.query_one(Input)

    @property
    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.field.value.strip()

    def fill(self, text: str) -> None:
        """Put `text` in the field without its counting as typed."""
        with self.field.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)
