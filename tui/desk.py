"""The desk: the one thread that owns the book, and the queue of what it is asked to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from minutes.press import press
from storage import BookError, MinuteBook

T = TypeVar("T")


class Desk:
    """Does everything that touches the book, in the order it was asked, on a thread of its own.

    `path` is the book's file, opened on that thread by the first thing asked. `on_error` hears,
    on the event loop, of what went wrong in something posted.
    """

    def __init__(self, path: Path, on_error: Callable[[BookError], None] | None = None) -> None:
        self.path = path
        self._on_error = on_error
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._book: MinuteBook | None = None
        self._closed = False
        self._watching: asyncio.Task[None] | None = None

    async def ask(self, work: Callable[[MinuteBook], T]) -> T:
        """Return what `work` makes of the book; raise its BookError, or one that tells what went wrong.

        Once asked it is done: a caller that is cancelled takes nothing back.
        """
        answer = asyncio.wrap_future(self._queue(work))
        shielded = asyncio.shield(answer)
        # a cancelled caller never looks at what comes: Python would print a trace for that
        for coming in (answer, shielded):
            coming.add_done_callback(lambda come: come.cancelled() or come.exception())
        return await shielded

    def post(self, work: Callable[[MinuteBook], object]) -> None:
        """Have `work` done in its turn without waiting for it; nothing once the desk has closed."""
        if self._closed:
            return
        loop = asyncio.get_running_loop()

        def report(done: Future[object]) -> None:
            error = done.exception()
            if isinstance(error, BookError) and self._on_error and not loop.is_closed():
                loop.call_soon_threadsafe(self._on_error, error)

        self._queue(work).add_done_callback(report)

    def watch(self, changed: Callable[[], None], every: float = 1.0) -> None:
        """Call `changed` when another program wrote to the book, looking `every` so many seconds."""
        self._watching = asyncio.get_running_loop().create_task(self._look(changed, every))

    async def close(self) -> None:
        """Do what is still queued, close the book, and take nothing more."""
        if self._watching:
            self._watching.cancel()
        if self._closed:
            return
        self._closed = True
        last = self._thread.submit(self._close_book)
        await asyncio.shield(asyncio.wrap_future(last))
        self._thread.shutdown(wait=False)

    def _queue(self, work: Callable[[MinuteBook], T]) -> Future[T]:
        if self._closed:
            raise BookError("The book is closed; start minutebook again.")
        return self._thread.submit(self._do, work)

    def _do(self, work: Callable[[MinuteBook], T]) -> T:
        try:
            if self._book is None:
                self._book = MinuteBook.open(self.path, press=press)
            return work(self._book)
        except BookError:
            raise
        except Exception as error:  # nothing the book meets may reach a clerk as a traceback
            raise BookError(f"The book could not do that: {error or type(error).__name__}") from error

    def _close_book(self) -> None:
        if self._book is not None:
            self._book.close()

    async def _look(self, changed: Callable[[], None], every: float) -> None:
        seen = await self._version()
        while True:
            await asyncio.sleep(every)
            now = await self._version()
            if now is not None and now != seen:
                seen = now
                changed()

    async def _version(self) -> int | None:
        try:
            return await self.ask(lambda book: book.version())
        except BookError:
            return None  # what asks for records says what is wrong; the watch only looks again
