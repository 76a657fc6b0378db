"""A book on a real file, and a meeting in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import MinuteBook
from tests.storage.given import AGENDA, EVENING


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def book(path: Path) -> Iterator[MinuteBook]:
    book = MinuteBook.open(path, now=lambda: EVENING)
    yield book
    book.close()


@pytest.fixture
def meeting_id(book: MinuteBook) -> int:
    return book.save_agenda(AGENDA).meeting_id
