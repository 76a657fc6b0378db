"""Work that is only wanted for the newest question: off the screen's thread, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Latest(Generic[Question, Answer]):
    """Answers questions on a thread, one at a time; of those that wait only the newest is taken.

    `show` gets each answer on the event loop, `fail` what `work` raised.
    """

    def __init__(
        self,
        work: Callable[[Question], Answer],
        show: Callable[[Answer], None],
        fail: Callable[[Exception], None],
    ) -> None:
        self._work = work
        self._show = show
        self._fail = fail
        self._waiting: list[Question] = []
        self._task: asyncio.Task[None] | None = None

    def want(self, question: Question) -> None:
        """Answer this instead of whatever was still waiting."""
        self._waiting = [question]
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._answer())

    async def settled(self) -> None:
        """Wait until nothing is wanted any more."""
        if self._task is not None:
            await self._task

    def stop(self) -> None:
        """Show no more answers."""
        self._waiting = []
        if self._task is not None:
            self._task.cancel()

    async def _answer(self) -> None:
        while self._waiting:
            question = self._waiting.pop()
            try:
                answer = await asyncio.to_thread(self._work, question)
            except Exception as error:
                self._fail(error)
            else:
                self._show(answer)
