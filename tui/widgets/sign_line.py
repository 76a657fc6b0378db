"""The foot of the live screen while the clerk types: the signs a line may begin with."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

SIGNS = (
    ("?", "question"),
    (">", "reply"),
    ("-", "point"),
    ("!", "decision"),
    ("@", "action"),
    ("/", "command"),
)
KEYS = (("ctrl+g", "item"), ("f1", "help"))
MORE_KEYS = (
    ("↑", "edit"),
    ("ctrl+z", "undo"),
    ("f6", "roll"),
    ("f7", "check"),
    ("f2", "paper"),
    ("f5", "book"),
    ("ctrl+p", "commands"),
)
AFTER = (
    ("f7", "check"),
    ("f2", "paper"),
    ("f3", "actions"),
    ("f4", "prepare"),
    ("f5", "book"),
    ("↑", "edit"),
    ("f1", "help"),
)


class SignLine(Widget, can_focus=False):
    """Signs and keys on one line, as many as fit; once the meeting is `over`, the keys to what comes next."""

    COMPONENT_CLASSES = {"sign-line--sign"}
    DEFAULT_CSS = """
    SignLine { dock: bottom; height: 1; padding: 0 1; }
    SignLine > .sign-line--sign { text-style: bold; }
    """

    over: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Write what fits."""
        if self.over:
            return self._named(AFTER, "  ")
        gap = "  " if self.size.width >= 100 else " "
        signs = self._named(SIGNS, gap) + Content("  ")
        shown: tuple[tuple[str, str], ...] = KEYS
        for more in MORE_KEYS:
            longer = (*shown[:-1], more, shown[-1])
            if signs.cell_length + self._named(longer, "  ").cell_length <= self.size.width:
                shown = longer
        return signs + self._named(shown, "  ")

    def _named(self, keys: Sequence[tuple[str, str]], gap: str) -> Content:
        bold = self.get_visual_style("sign-line--sign", partial=True)
        return Content(gap).join(Content.assemble((key, bold), f" {word}") for key, word in keys)
