"""Books that tests start from: each is made by the program once in a run, and then copied for every test."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import MinuteBook


def book_at(path: Path, make: Callable[..., object] | None = None, *given: Hashable) -> Path:
    """A book at `path`, where nothing is yet: as `make` makes it of a path and what is `given`, and leaves
    it closed; else an empty one."""
    path.touch(0o600, exist_ok=False)
    path.write_bytes(_made(make or _empty, *given))
    return path


@cache
def _made(make: Callable[..., object], *given: Hashable) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.db"
        make(path, *given)
        assert not path.with_name(f"{path.name}-wal").exists(), "the book was left open"
        return path.read_bytes()


def _empty(path: Path) -> None:
    MinuteBook.open(path).close()
