"""The book: records, migrations, and the one door to the file.

`storage.records` can be imported alone; SQLite is loaded when the book is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import BookError

if TYPE_CHECKING:
    from storage.agendas import Imported
    from storage.book import MinuteBook
    from storage.copies import restore

__all__ = ["BookError", "Imported", "MinuteBook", "restore"]


def __getattr__(name: str) -> object:
    """Load the book only when it is asked for, so that reading records stays light."""
    if name == "MinuteBook":
        from storage.book import MinuteBook

        return MinuteBook
    if name == "restore":
        from storage.copies import restore

        return restore
    if name == "Imported":
        from storage.agendas import Imported

        return Imported
    raise AttributeError(f"module 'storage' has no attribute {name!r}")
