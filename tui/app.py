"""The terminal program: its screens, how one leads to another, and how it ends without losing a word."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import WorkerFailed

from storage import BookError
from storage.records import MeetingState
from tui.desk import Desk
from tui.look import TERMINAL
from tui.widgets.typing_ahead import heard

if TYPE_CHECKING:
    from tui.screens.page import Page


class MinutebookApp(App[None]):
    """The minute book at `path`, open on the Book screen, or on the live screen of `meeting_id`.

    `clock` tells the time and `today` the day, so that a test or a picture can hold them still;
    without `today` the clock's day is taken.
    """

    TITLE = "minutebook"
    CSS = """
    ToastRack { align: right top; }
    Toast { width: auto; max-width: 76; padding: 0 1; border: round $foreground; background: $background; }
    """
    BINDINGS = [
        Binding("f1", "show_help", "Help", tooltip="What this screen does, and every key of it"),
        Binding("ctrl+q", "quit", "Quit", show=False, tooltip="Save everything and leave", priority=True),
    ]

    def __init__(
        self,
        path: Path,
        meeting_id: int | None = None,
        *,
        today: date | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(ansi_color=True)  # so that NO_COLOR leaves the terminal's own two colours
        self.set_reactive(App.ansi_color, None)  # from here on as the theme has it
        self.clock = clock
        self.desk = Desk(path, self._report)
        self._meeting_id = meeting_id
        self._today = today
        self._leaving = False
        self.sought = ""  # what was searched for last
        self.register_theme(TERMINAL)
        self.theme = TERMINAL.name

    @property
    def today(self) -> date:
        """The day it is for this program."""
        return self._today or self.clock().date()

    # -- from one screen to another ------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The Book screen, which every other lies above."""
        from tui.screens.book import BookScreen

        return BookScreen()

    def open_book(self) -> None:
        """Go back to the bodies and meetings, closing what lies above them."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def open_meeting(self, meeting_id: int, entry_id: int | None = None, item_id: int | None = None) -> None:
        """Take the meeting: its live screen, the one there is below if it is being taken already.

        It leads to that line of the record, or that item of the agenda.
        """
        from tui.screens.live import LiveScreen

        taken = (screen for screen in self.screen_stack if isinstance(screen, LiveScreen))
        below = next((screen for screen in taken if screen.meeting_id == meeting_id), None)
        if below is None:
            self.push_screen(LiveScreen(meeting_id, entry_id, item_id))
            return
        while self.screen is not below:
            self.pop_screen()
        below.lead_to(entry_id, item_id)

    def open_line(self, meeting_id: int, entry_id: int | None = None, item_id: int | None = None) -> None:
        """Open a line of a meeting, or an item, where it stands: on the live screen, on paper once signed."""
        asked_on = self.screen

        async def open_it() -> None:
            try:
                record = await self.desk.ask(lambda book: book.meeting(meeting_id))
            except BookError as error:
                self._report(error)
                return
            if self.screen is not asked_on:
                return  # the clerk went elsewhere meanwhile
            if record.meeting.state is MeetingState.APPROVED:
                self.show_paper(meeting_id, entry_id, item_id)
            else:
                self.open_meeting(meeting_id, entry_id, item_id)

        self.run_worker(open_it())

    def prepare(self, meeting_id: int | None = None, body_id: int | None = None) -> None:
        """Prepare a meeting, or a new one (of that body)."""
        from tui.screens.prepare import PrepareScreen

        self.push_screen(PrepareScreen(meeting_id, body_id))

    def edit_body(self, body_id: int | None = None) -> None:
        """Change a body's settings, or make a new one."""
        from tui.screens.body import BodyScreen

        self.push_screen(BodyScreen(body_id))

    def change_style(self, body_id: int, meeting_id: int | None = None) -> None:
        """Change how a body's minutes are written, with the effect on that meeting's seen."""
        from tui.screens.style import StyleScreen

        self.push_screen(StyleScreen(body_id, meeting_id))

    def show_paper(self, meeting_id: int, entry_id: int | None = None, item_id: int | None = None) -> None:
        """Show the minutes as they will print; the line that is named, or the item, is marked."""
        from tui.screens.paper import PaperScreen

        self.push_screen(PaperScreen(meeting_id, entry_id, item_id))

    def review_actions(self, body_id: int | None = None) -> None:
        """Show the actions of a body, or of all."""
        from tui.screens.actions import ActionsScreen

        self.push_screen(ActionsScreen(body_id))

    def show_help(self) -> None:
        """Explain the screen that is shown, by its `HELP` and its keys."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def go_back(self, page: Screen[Any]) -> None:
        """Leave `page` for the one below it, once, however often its keys come; the Book screen stays."""
        if self.screen is page and len(self.screen_stack) > 1:
            self.pop_screen()

    def action_show_help(self) -> None:
        """Explain the screen."""
        self.show_help()

    # -- commands by name ----------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List what the keys of this screen do, by name, what else it offers, and what there is anywhere."""
        from tui.palette import by_key
        from tui.screens.page import Page

        yield from by_key(self, screen)
        if isinstance(screen, Page):
            yield from screen.commands()
        yield SystemCommand("Theme: Choose other colours", "", self.action_change_theme)

    # -- beginning and end ---------------------------------------------------------------------

    async def on_mount(self) -> None:
        """Open the book, listen for the end of the terminal, and watch for other writers."""
        self._listen_for_the_end()
        if self._meeting_id is not None:
            self.open_meeting(self._meeting_id)
        try:
            notice = await self.desk.ask(lambda book: book.notice)
        except BookError as error:
            self.exit(return_code=1, message=str(error))
            return
        if notice:
            self.notify(notice, markup=False)
        self.desk.watch(self._refresh_screen)

    async def action_quit(self) -> None:
        """Save everything and leave; a form that is not saved says so first."""
        if all(page.may_quit() for page in self._pages()[-1:]):
            await self.leave()

    async def leave(self) -> None:
        """Record what was entered, keep what is typed, do what is queued, and end the program."""
        if self._leaving:
            return
        self._leaving = True
        if self.screen.focused is not None:
            await heard(self.screen.focused)
        for page in self._pages():
            page.keep()  # first of all, should waiting take longer than we are given
        for page in self._pages():
            await page.settled()
        unkept = [error for page in self._pages() if (error := await self._unkept(page))]
        await self.desk.close()
        if unkept:
            self.exit(return_code=1, message="\n".join(str(error) for error in unkept))
        else:
            self.exit()

    async def _unkept(self, page: Page) -> BookError | None:
        try:
            await page.kept()
        except BookError as error:
            return error
        return None

    def _handle_exception(self, error: Exception) -> None:
        """End in one line, with everything kept, where Textual would end in a traceback.

        Textual has no public way to say this. Tests without a terminal still get the error itself.
        """
        if isinstance(error, WorkerFailed):
            self._report(BookError(f"That did not work: {_one_line(error.error)}"))
            return  # what failed was in the background: the program goes on
        if self.is_headless or "MINUTEBOOK_DEBUG" in os.environ:
            super()._handle_exception(error)
        else:  # the desk's thread does what is queued before the process ends
            for page in self._pages():
                with suppress(Exception):  # the page may be what is broken
                    page.keep()
            said = f"minutebook had to stop ({_one_line(error)}). What you typed is kept; start it again."
            self.exit(return_code=1, message=said)

    def _listen_for_the_end(self) -> None:
        loop = asyncio.get_running_loop()
        for end in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(end, lambda: loop.create_task(self.leave()))

    def _pages(self) -> list[Page]:
        from tui.screens.page import Page

        return [screen for screen in self.screen_stack if isinstance(screen, Page)]

    def _refresh_screen(self) -> None:
        from tui.screens.page import Page

        if isinstance(self.screen, Page):
            self.screen.refresh_records()

    def _report(self, error: BookError) -> None:
        from tui.screens.page import Page

        if isinstance(self.screen, Page):
            self.screen.report(str(error))
        else:
            self.notify(str(error), severity="error", markup=False)


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
