"""The tables of the book, one step a migration and one module a step.

A step is never changed once a release has applied it: a book keeps what it was made with. A change
to the tables is a new step at the end.
"""

from __future__ import annotations

from typing import Final

from storage.schema import book, house_style, promises, seals, search, whole_record

APPLICATION_ID: Final = 0x6D6E7462  # "mntb", says that a SQLite file is a minute book
MIGRATION_SET: Final = "minutebook"

# every table the clerk's acts change; the journal watches these, but not the counters of references: a number
# that was given once is never given again
CLERKS_TABLES: Final = (
    "body",
    "short_form",
    "theme",
    "interest_kind",
    "style_word",
    "style_part",
    "person",
    "membership",
    "meeting",
    "attendance",
    "item",
    "report_part",
    "entry",
    "entry_person",
    "action",
    "action_owner",
    "action_theme",
    "action_progress",
    "next_meeting",
)

# columns that are counted from everything else, by table; the journal leaves them out
COUNTED: Final = {"item": frozenset({"minute"}), "entry": frozenset({"numbers"})}

# name of the migration → what it does to the tables
STEPS: Final[dict[str, str]] = {
    "0001_book": book.SCRIPT,
    "0002_whole_record": whole_record.SCRIPT,
    "0003_seals": seals.SCRIPT,
    "0004_promises": promises.SCRIPT,
    "0005_search": search.SCRIPT,
    "0006_house_style": house_style.SCRIPT,
}
