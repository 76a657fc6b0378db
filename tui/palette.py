"""What ctrl+p finds by name: what the keys of a screen do, what else it offers, and the shorthand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from tui.widgets.key_line import key_name


def by_key(app: App[None], screen: Screen[Any]) -> Iterable[SystemCommand]:
    """What the keys of the screen do, each once, found by any word of its name."""
    named: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        wanted = binding.description and (binding.show or binding.tooltip) and not binding.system
        if wanted and active.enabled and binding.description not in named:
            named.add(binding.description)

            def run(action: str = binding.action, node: object = active.node) -> object:
                return app.run_action(action, node)  # type: ignore[arg-type]

            named_so = ": ".join(part for part in (binding.description, binding.tooltip) if part)
            yield SystemCommand(named_so, key_name(binding), run)


def of_shorthand(begin: Callable[[str], None]) -> Iterable[SystemCommand]:
    """Every command of the shorthand with what it is for and an example; `begin` begins a line with it."""
    from minutes.shorthand import COMMANDS

    for command in COMMANDS.values():

        def type_it(start: str = f"/{command.name} ") -> None:
            begin(start)

        takes = f"/{command.name} {command.takes}".rstrip()
        title = f"{takes}: {command.purpose}".replace("[", r"\[")  # the palette reads it as markup
        yield SystemCommand(title, command.example, type_it)
