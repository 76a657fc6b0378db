"""What every screen of the program has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import SystemCommand
from textual.screen import Screen

from storage import BookError, MinuteBook

if TYPE_CHECKING:
    from tui.app import MinutebookApp

T = TypeVar("T")


class Page(Screen[None]):
    """A screen of the program. `TITLE` names it; `HELP` explains it (shown by `f1`).

    In `BINDINGS`, a binding with `show` is in the footer; one with a description and a tooltip is
    in the command palette too, whether it is in the footer or not.
    """

    HELP = ""

    @property
    def house(self) -> MinutebookApp:
        """The program this screen is shown by: its desk, its day, its other screens."""
        return cast("MinutebookApp", self.app)

    async def ask(self, work: Callable[[MinuteBook], T]) -> T | None:
        """Have `work` done at the desk; where it fails, say so in one line and return None."""
        try:
            return await self.house.desk.ask(work)
        except BookError as error:
            self.report(str(error))
            return None

    def report(self, line: str) -> None:
        """Show what went wrong, in one line."""
        self.app.notify(line, severity="error", markup=False)

    def commands(self) -> Iterable[SystemCommand]:
        """What the screen offers by name (ctrl+p) beside what its keys do."""
        return ()

    def refresh_records(self) -> None:
        """Read again what the screen shows: called when it comes back and when another program wrote."""

    def may_quit(self) -> bool:
        """Whether the clerk may quit now; a screen that would lose something says so first."""
        return True

    def keep(self) -> None:
        """Hand the desk whatever is typed and not yet recorded; called before the program ends."""

    async def kept(self) -> None:
        """Wait until whatever is typed is kept; raise BookError where it is not, which says where it is."""

    async def settled(self) -> None:
        """Wait until everything asked for here is at the desk; awaited before the program ends."""

    def on_screen_resume(self) -> None:
        """Show what other screens changed in the meantime."""
        self.refresh_records()
