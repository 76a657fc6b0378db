"""What the keys do here, at the foot of a screen: all of them, on two lines where one is too short."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

_KEYS = {"slash": "/", "question_mark": "?", "escape": "esc"}


def key_name(binding: Binding) -> str:
    """Name a key as it stands on the keyboard: "ctrl+s", "/", "f1"."""
    if binding.key_display:
        return binding.key_display
    *held, key = binding.key.split("+") if len(binding.key) > 1 else (binding.key,)
    return "+".join((*held, _KEYS.get(key, key)))


def named_keys(screen: Screen[object], *, shown_only: bool = True) -> tuple[tuple[str, Binding], ...]:
    """List the keys that do something now, one for each act, nearest to the focus first."""
    acts: dict[str, tuple[str, Binding]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        wanted = binding.show or (not shown_only and bool(binding.tooltip) and not binding.system)
        if wanted and active.enabled and binding.action not in acts:
            acts[binding.action] = (key_name(binding), binding)
    return tuple(acts.values())


def _word(binding: Binding) -> str:
    """What the key does, in small letters: the palette has it with a capital."""
    return binding.description[:1].lower() + binding.description[1:]


class KeyLine(Widget, can_focus=False):
    """The keys of the screen it is on and what they do, kept in step with the focus."""

    COMPONENT_CLASSES = {"key-line--key"}
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: auto; padding: 0 1; background: $footer-background; }
    KeyLine > .key-line--key { text-style: bold; }
    """

    def on_mount(self) -> None:
        """Follow the keys as the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the keys need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the keys, never parting one from its word."""
        style = self.get_visual_style("key-line--key", partial=True)
        lines = (
            Content("  ").join(
                Content.assemble((name, style), f" {_word(binding)}") for name, binding in line
            )
            for line in self._lines(self.size.width)
        )
        return Content("\n").join(lines)

    def _keys_changed(self, _screen: Screen[object]) -> None:
        self.refresh(layout=len(self._lines(self.size.width)) != self.size.height)

    def _lines(self, width: int) -> list[list[tuple[str, Binding]]]:
        lines: list[list[tuple[str, Binding]]] = [[]]
        used = 0
        for name, binding in named_keys(self.screen):
            size = len(name) + 1 + len(binding.description) + 2
            if lines[-1] and used + size - 2 > width:
                lines.append([])
                used = 0
            lines[-1].append((name, binding))
            used += size
        return lines
