"""Keys typed faster than the screen follows them: each still goes where it was meant to.

Over a slow line several keys come at once, and all of them reach the widget that has the focus
then: those after a tab, or after the key that opens a line to type on, too. So a key that leads on
is obeyed here and now, and what comes after it is handed to the widget it led to.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import cast

from textual.events import Key
from textual.widget import Widget

HEARD_WITHIN = 2.0  # seconds a widget has for what was typed before


async def heard(widget: Widget) -> None:
    """Wait until what was typed into `widget` has reached its screen: once to the widget, once more as its
    message."""
    await _reached([node for node in widget.ancestors_with_self if isinstance(node, Widget)] * 2)


async def handed_up(widget: Widget) -> None:
    """Wait, in a handler of `widget` itself, until what was posted above it has reached its screen."""
    await _reached([node for node in widget.ancestors if isinstance(node, Widget)])


async def _reached(path: Sequence[Widget]) -> None:
    for node in path:
        reached = asyncio.Event()
        node.call_later(reached.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(reached.wait(), HEARD_WITHIN)


async def obeyed(widget: Widget, key: str) -> bool:
    """Do here and now what `key` does in `widget` itself, where Textual would let the letters behind it
    pass it by; whether it does anything."""
    active = widget.screen.active_bindings.get(key)
    if active is None or not active.enabled or active.node is not widget:
        return False
    return await widget.app.run_action(active.binding.action, widget)


class TypingAhead:
    """To be named before the widget's own class among its bases; no widget itself, since a widget's
    styles come down from its first base that is one."""

    @property
    def _widget(self) -> Widget:
        return cast(Widget, self)

    async def _on_key(self, event: Key) -> None:
        screen = self._widget.app.screen  # the one it led to, too
        led_away = screen is not self._widget.screen
        if led_away:
            await _reached([screen])  # until it knows what has its keys
        focused = screen.focused
        if focused is not None and focused is not self._widget:
            focused.post_message(Key(event.key, event.character))
            if led_away:
                await _reached([focused])  # the next may be for another widget there
        elif not await self.led_on(event.key) and (
            event.is_printable or not await obeyed(self._widget, event.key)
        ):
            return
        event.stop()
        event.prevent_default()

    async def led_on(self, key: str) -> bool:
        """Whether `key` is one that leads on; it is obeyed already, then."""
        raise NotImplementedError


class LineTyping(TypingAhead):
    """For a line to type on that no key of its own leads on from."""

    async def led_on(self, key: str) -> bool:  # noqa: ARG002
        """No key does."""
        return False


class FormTyping(TypingAhead):
    """For the fields of a form: tab leads on, and enter where `enter_goes_on`."""

    enter_goes_on = False

    async def led_on(self, key: str) -> bool:
        """Go to the next field or the one before."""
        if key == "shift+tab":
            self._widget.screen.focus_previous()
        elif key == "tab" or (key == "enter" and self.enter_goes_on):
            self._widget.screen.focus_next()
        else:
            return False
        return True


class ListTyping(TypingAhead):
    """For a list whose letters are keys of its screen: any of them may lead on."""

    async def led_on(self, key: str) -> bool:
        """Do what the key does on the screen."""
        screen = self._widget.screen
        active = screen.active_bindings.get(key)
        if active is None or not active.enabled or active.node is not screen:
            return False
        await screen.app.run_action(active.binding.action, screen)
        return True
