"""What the screens around the live one have in common: a heading, a line for words, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from storage import BookError
from tui.screens.page import Page
from tui.widgets.ask_line import AskLine
from tui.widgets.key_line import KeyLine

Work = Callable[[], Coroutine[None, None, None]]


class Sheet(Page):
    """A heading, what the screen shows, one line that says or asks something, and the keys."""

    DEFAULT_CSS = """
    Sheet { layout: vertical; }
    Sheet > #heading { height: 1; padding: 0 1; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    Sheet > #said { height: auto; max-height: 4; padding: 0 1; }
    Sheet > AskLine { padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Frame what the screen shows."""
        yield Static(self.TITLE or "", id="heading", markup=False)
        yield from self.compose_sheet()
        yield AskLine()
        yield Static(id="said", markup=False)
        yield KeyLine()

    def compose_sheet(self) -> Iterable[Widget]:
        """What the screen shows between its heading and its foot."""
        return ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a line asks, the keys are its own; only moving in the list goes on."""
        asking = self.focused is not None and isinstance(self.focused.parent, AskLine)
        return super().check_action(action, parameters) and (not asking or action == "step")

    @property
    def asking(self) -> AskLine:
        """The line that asks."""
        return self.query_one(AskLine)

    def head(self, words: str) -> None:
        """Write the heading."""
        self.query_one("#heading", Static).update(words, layout=False)

    def say(self, words: str = "") -> None:
        """Say something in one line, until something else is said."""
        self.query_one("#said", Static).update(words)

    def report(self, line: str) -> None:
        """Say what went wrong."""
        self.say(line)

    async def done(self, work: Work) -> None:
        """Do something that waits for the desk, and keep the keys waiting: they build on it."""
        try:
            await work()
        except BookError as error:
            self.report(str(error))

    def do(self, work: Work, *, only_latest: str = "") -> None:
        """Do something that waits for the desk, without keeping the keys waiting.

        Of work under the same name in `only_latest` a newer piece takes the older one's place: for
        what is read, never for what is written.
        """

        async def reporting() -> None:
            await self.done(work)

        # a function, not its coroutine, which would warn where it is replaced before it began; mypy
        # cannot tell whether the result is what the function returns or what that comes to
        group = only_latest or "default"
        self.run_worker(reporting, group=group, exclusive=bool(only_latest))  # type: ignore[arg-type]
