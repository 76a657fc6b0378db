"""What the screens that are filled in have in common: saving, and leaving without losing a word."""

from __future__ import annotations

from textual.binding import Binding

from tui.screens.sheet import Sheet


class Form(Sheet):
    """A sheet to fill in. `ctrl+s` saves; leaving and quitting ask once where something is unsaved."""

    BINDINGS = [
        Binding("ctrl+s", "save", "Save", tooltip="Keep what stands here in the book"),
        Binding("escape", "leave", "Leave", tooltip="Go back; asks first where something is unsaved"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._saved: object = None
        self._warned: object = None

    def filled(self) -> object:
        """All that stands in the form, to be compared with what was saved."""
        raise NotImplementedError

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed since the form was last saved or filled."""
        return self._saved is not None and self.filled() != self._saved

    def mark_saved(self) -> None:
        """Take what stands in the form now as saved."""
        self._saved = self.filled()

    def action_leave(self) -> None:
        """Go back; where something is unsaved, only when asked twice."""
        if self._asked_twice("esc again leaves without saving"):
            self.house.go_back(self)

    def may_quit(self) -> bool:
        """Whether nothing is unsaved, or the clerk was told so."""
        return self._asked_twice("ctrl+q again quits")

    def _asked_twice(self, again: str) -> bool:
        if not self.is_unsaved or self._warned == self.filled():
            return True
        self._warned = self.filled()
        self.say(f"Not saved yet: {again}, ctrl+s saves.")
        return False
