"""The last resort: what was typed and the book would not keep, in a file of its own."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path


def put_aside(text: str, book: Path, at: datetime) -> str:
    """Write `text` to a file beside the book, or wherever there is room; say in one line where it is."""
    name = f"{book.stem}.not-recorded-{at:%Y-%m-%d-%H%M%S}.txt"
    for folder in (book.absolute().parent, Path("~").expanduser(), Path(tempfile.gettempdir())):
        with suppress(OSError):
            _write(folder / name, text)
            return f"What you typed is in {folder / name}."
    return f"What you typed was: {' '.join(text.split())}"


def _write(path: Path, text: str) -> None:
    """Write a new file that its owner alone may read, whole or not at all."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{text}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
