"""The foot of the live screen while the clerk types: the signs a line may begin with."""

from __future__ import annotations

from textual.content import Content
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
MORE_KEYS = (("↑", "edit"), ("ctrl+z", "undo"), ("ctrl+p", "commands"))


class SignLine(Widget, can_focus=False):
    """Signs and keys on one line; on a wide terminal some more of them."""

    COMPONENT_CLASSES = {"sign-line--sign"}
    DEFAULT_CSS = """
    SignLine { dock: bottom; height: 1; padding: 0 1; }
    SignLine > .sign-line--sign { text-style: bold; }
    """

    def render(self) -> Content:
        """Write what fits."""
        bold = self.get_visual_style("sign-line--sign", partial=True)
        wide = self.size.width >= 100
        gap = "  " if wide else " "
        signs = Content(gap).join(Content.assemble((sign, bold), f" {word}") for sign, word in SIGNS)
        keys = (KEYS[0], *MORE_KEYS, KEYS[1]) if wide else KEYS
        named = Content("  ").join(Content.assemble((key, bold), f" {word}") for key, word in keys)
        return Content.assemble(signs, "   " if wide else "  ", named)
