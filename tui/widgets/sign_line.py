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
BEFORE_A_VOTE = (("/vote", "7 3 1"), ("f6", "by name"), *SIGNS[:3], ("@", "action"))
KEYS = (
    ("ctrl+g", "item"),
    ("↑", "edit"),
    ("ctrl+z", "undo"),
    ("f6", "roll"),
    ("f7", "check"),
    ("f2", "paper"),
    ("f5", "book"),
    ("ctrl+p", "commands"),
)
HELP = ("f1", "help")
AFTER = (
    ("f7", "check"),
    ("f2", "paper"),
    ("f3", "actions"),
    ("f4", "prepare"),
    ("f5", "book"),
    ("↑", "edit"),
    HELP,
)


class SignLine(Widget, can_focus=False):
    """Signs and keys on one line, as many as fit.

    While a motion waits to be `voted` on, how that is taken down; once the meeting is `over`, the keys to
    what comes next.
    """

    COMPONENT_CLASSES = {"sign-line--sign"}
    DEFAULT_CSS = """
    SignLine { dock: bottom; height: 1; padding: 0 1; }
    SignLine > .sign-line--sign { text-style: bold; }
    """

    voted: reactive[bool] = reactive(False)
    over: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Write what fits."""
        if self.over:
            return self._named(AFTER, "  ")
        gap = "  " if self.size.width >= 100 else " "
        first = BEFORE_A_VOTE if self.voted else SIGNS
        signs = self._named(first, gap) + Content("  ")
        shown: tuple[tuple[str, str], ...] = (HELP,)
        named = {key for key, _ in first}
        for more in (each for each in KEYS if each[0] not in named):
            longer = (*shown[:-1], more, HELP)
            if signs.cell_length + self._named(longer, "  ").cell_length <= self.size.width:
                shown = longer
        return signs + self._named(shown, "  ")

    def _named(self, keys: Sequence[tuple[str, str]], gap: str) -> Content:
        bold = self.get_visual_style("sign-line--sign", partial=True)
        return Content(gap).join(Content.assemble((key, bold), f" {word}") for key, word in keys)
