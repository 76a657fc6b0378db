"""The desk does what it is asked, in order, on one thread, and loses nothing when it closes."""

from __future__ import annotations

import asyncio
import gc
import threading
from functools import partial
from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.records import Draft
from tests.tui.meeting_room import MEETING
from tui.desk import Desk


async def test_everything_is_done_in_the_order_asked_on_one_thread(planned: Path) -> None:
    desk = Desk(planned)
    done: list[tuple[int, str]] = []

    def note(number: int, _: MinuteBook) -> int:
        done.append((number, threading.current_thread().name))
        return number

    answers = await asyncio.gather(*(desk.ask(partial(note, number)) for number in range(20)))
    await desk.close()

    assert answers == list(range(20))
    assert [number for number, _ in done] == answers
    assert len({thread for _, thread in done}) == 1
    assert threading.current_thread().name not in {thread for _, thread in done}


async def test_what_is_queued_when_the_desk_closes_is_written(planned: Path) -> None:
    desk = Desk(planned)
    for text in ("one", "two", "three"):
        desk.post(lambda book, text=text: book.save_draft(MEETING, Draft(text)))  # type: ignore[misc]
    await desk.close()

    book = MinuteBook.open(planned)
    assert book.draft(MEETING) == Draft("three")
    book.close()


async def test_a_caller_that_is_cancelled_takes_nothing_back(planned: Path) -> None:
    desk = Desk(planned)
    held = threading.Event()
    first = asyncio.create_task(desk.ask(lambda _: held.wait(10)))
    second = asyncio.create_task(desk.ask(lambda book: book.save_draft(MEETING, Draft("kept"))))
    await asyncio.sleep(0)
    second.cancel()
    held.set()
    await first
    with pytest.raises(asyncio.CancelledError):
        await second
    await desk.close()

    book = MinuteBook.open(planned)
    assert book.draft(MEETING) == Draft("kept")
    book.close()


async def test_a_no_that_nobody_waits_for_any_more_leaves_no_trace(tmp_path: Path) -> None:
    told: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    going_on = threading.Event()
    desk = Desk(tmp_path)  # a folder is no book
    desk._thread.submit(going_on.wait)
    caller = asyncio.create_task(desk.ask(lambda book: book.version()))
    await asyncio.sleep(0)
    caller.cancel()
    going_on.set()
    await desk.close()
    with pytest.raises(asyncio.CancelledError):
        await caller
    del caller
    gc.collect()
    await asyncio.sleep(0)
    assert told == []


async def test_the_book_s_no_reaches_who_asked(planned: Path) -> None:
    desk = Desk(planned)
    with pytest.raises(BookError, match="no meeting 99"):
        await desk.ask(lambda book: book.meeting(99))
    assert (await desk.ask(lambda book: book.meeting(MEETING))).meeting.id == MEETING
    await desk.close()


async def test_whatever_goes_wrong_is_one_line(planned: Path) -> None:
    desk = Desk(planned)

    def break_down(_: MinuteBook) -> None:
        raise ZeroDivisionError("division by zero")

    with pytest.raises(BookError) as refused:
        await desk.ask(break_down)
    assert "\n" not in str(refused.value)
    await desk.close()


async def test_an_error_in_what_was_posted_is_reported(planned: Path) -> None:
    reported: list[str] = []
    desk = Desk(planned, lambda error: reported.append(str(error)))
    desk.post(lambda book: book.meeting(99))
    await desk.close()
    await asyncio.sleep(0)

    assert len(reported) == 1
    assert "99" in reported[0]


async def test_a_closed_desk_takes_nothing_more(planned: Path) -> None:
    desk = Desk(planned)
    await desk.close()
    await desk.close()
    with pytest.raises(BookError, match="closed"):
        await desk.ask(lambda book: book.version())


async def test_a_path_that_is_no_book_is_refused_by_the_first_thing_asked(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with pytest.raises(BookError):
        await desk.ask(lambda book: book.notice)
    await desk.close()


async def test_the_watch_sees_what_another_program_wrote_and_not_its_own(planned: Path) -> None:
    desk = Desk(planned)
    changed = asyncio.Event()
    looked = asyncio.Event()
    await desk.ask(lambda book: book.version())
    desk.watch(changed.set, every=0.01)
    await asyncio.sleep(0)
    await desk.ask(lambda book: book.save_draft(MEETING, Draft("ours")))
    asyncio.get_running_loop().call_later(0.1, looked.set)
    await looked.wait()
    assert not changed.is_set()

    other = MinuteBook.open(planned)
    other.save_draft(MEETING, Draft("theirs"))
    other.close()
    await asyncio.wait_for(changed.wait(), 10)
    await desk.close()
