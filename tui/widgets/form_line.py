"""A line of a form: what is asked, and where it is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.widgets.typing_ahead import FormTyping


class _Field(FormTyping, Input):
    """Where a line is typed."""


class FormLine(Horizontal):
    """A label and a field beside it; the mark before the field is heavy where the keys go.

    enter goes on to the next field, or, on the `last` line, is told as Input.Submitted.
    """

    DEFAULT_CSS = """
    FormLine { height: 1; width: 1fr; }
    FormLine > Static { width: 17; padding: 0 1; border-right: solid $border-blurred; }
    /* Textual looks again only inside what has such a rule itself */
    FormLine:focus-within { opacity: 100%; }
    FormLine:focus-within > Static { text-style: bold; border-right: outer $border; }
    FormLine > Input { width: 1fr; margin-left: 1; }
    """

    def __init__(self, label: str, *, id: str, hint: str = "", last: bool = False) -> None:
        super().__init__(id=id)
        self._label = label
        self._hint = hint
        self._last = last

    def compose(self) -> ComposeResult:
        """Put the label before the field."""
        yield Static(self._label, markup=False)
        field = _Field(placeholder=self._hint, compact=True, select_on_focus=False)
        field.enter_goes_on = not self._last
        yield field

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
