"""Keys typed faster than the screen follows them: each still goes where it was meant to."""

from __future__ import annotations

from typing import cast

from textual.events import Key
from textual.widget import Widget


class TypingAhead:
    """For the fields of a form, before `Input` or `TextArea` among the base classes.

    Over a slow line several keys come at once, and all of them reach the field that has the focus
    then, those after a tab too. So a key that leads on is obeyed here and now, and what comes after
    it is handed to the field it led to. `enter_goes_on` makes enter such a key.
    """

    enter_goes_on = False

    async def _on_key(self, event: Key) -> None:
        field = cast(Widget, self)
        focused = field.screen.focused
        if focused is not None and focused is not field:
            focused.post_message(Key(event.key, event.character))
        elif event.key in ("tab", "shift+tab") or (event.key == "enter" and self.enter_goes_on):
            leads_back = event.key == "shift+tab"
            _ = field.screen.focus_previous() if leads_back else field.screen.focus_next()
        else:
            return
        event.stop()
        event.prevent_default()
