"""Nothing typed is lost or doubled where the book is busy, fails, or is left in the middle of a line."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, opening
from storage.records import Draft
from tests.tui.meeting_room import MEETING, room, sources


def kept_draft(path: Path) -> Draft | None:
    book = MinuteBook.open(path)
    try:
        return book.draft(MEETING)
    finally:
        book.close()


async def test_a_line_recorded_meanwhile_is_not_kept_a_second_time(planned: Path) -> None:
    async with room(planned) as taking:
        going_on = threading.Event()
        busy = asyncio.create_task(taking.app.desk.ask(lambda _: going_on.wait(30)))
        await taking.type("One.")
        await taking.pilot.press("enter")
        await taking.type("two")
        while taking.composer.untold:
            await taking.pilot.pause(0.02)
        await taking.pilot.pause()
        going_on.set()
        await busy
        await taking.settle()
        assert sources(planned) == ["One."]
        assert kept_draft(planned) == Draft("two")


async def test_drafts_do_not_queue_up_behind_a_book_that_is_busy(
    planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with room(planned) as taking:
        going_on = threading.Event()
        busy = asyncio.create_task(taking.app.desk.ask(lambda _: going_on.wait(30)))
        kept: list[str] = []
        save = MinuteBook.save_draft

        def keep(book: MinuteBook, meeting_id: int, draft: Draft) -> None:
            kept.append(draft.text)
            save(book, meeting_id, draft)

        with monkeypatch.context() as patched:
            patched.setattr(MinuteBook, "save_draft", keep)
            for letter in "abcd":
                await taking.type(letter)
                while taking.composer.untold:
                    await taking.pilot.pause(0.02)
                await taking.pilot.pause()
            going_on.set()
            await busy
            await taking.settle()
        assert kept == ["a", "abcd"]


async def test_what_stands_in_the_book_is_not_given_back_where_only_showing_it_failed(
    planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = MinuteBook.meeting

    def fail_once(*_: object) -> None:
        monkeypatch.setattr(MinuteBook, "meeting", read)
        raise BookError("The disk failed.")

    async with room(planned) as taking:
        monkeypatch.setattr(MinuteBook, "meeting", fail_once)
        await taking.record_lines("One.")
        assert taking.composer.text == ""
        await taking.record_lines("Two.")
    assert sources(planned) == ["One.", "Two."]


async def test_what_cannot_be_kept_as_the_program_ends_is_in_a_file(
    planned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(planned, isolation_level=None)
    async with room(planned) as taking:
        await taking.record_lines("Recorded.")
        other.execute("BEGIN IMMEDIATE")
        await taking.type("Refused.")
        await taking.pilot.press("enter")
        await taking.type("half a line")
        await taking.pilot.press("ctrl+q")
        await taking.pilot.pause()
        assert taking.app.return_code == 1
    other.close()
    (file,) = planned.parent.glob("*.not-recorded-*.txt")
    assert file.read_text().split() == ["Refused.", "half", "a", "line"]
    assert file.stat().st_mode & 0o077 == 0
    assert sources(planned) == ["Recorded."]
