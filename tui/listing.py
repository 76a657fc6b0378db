"""What the Actions screen lists: which promises are wanted, what was found of them, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage import MinuteBook
from storage.records import PromiseLine
from tui.promises import Group

WINDOW = 1000  # promises read at first; who groups or asks for more gets all
_LONGEST = 40  # letters of what is sought, where that is told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed: of which body (None: of all), that holds which words, and so on; `whole` where
    it is more than a first window."""

    body_id: int | None
    words: str = ""
    overdue_only: bool = False
    done_too: bool = False
    group: Group = Group.DUE
    whole: bool = False

    @property
    def limit(self) -> int | None:
        """How many are read, None for all."""
        by_date = self.group is Group.DUE and not self.done_too
        return WINDOW if by_date and not self.whole else None

    @property
    def quoted(self) -> str:
        """The words as they are told, the first of very many."""
        return f"“{self.words if len(self.words) <= _LONGEST else f'{self.words[:_LONGEST]}…'}”"

    def found(self, book: MinuteBook, today: date) -> Listing:
        """What of it is in the book; `today` says what is overdue. Raises BookError where it fails."""
        lines = book.promise_lines(
            body_id=self.body_id,
            words=self.words,
            open_only=not self.done_too,
            overdue_on=today if self.overdue_only else None,
            limit=self.limit,
        )
        name = book.body(self.body_id).name if self.body_id is not None else ""
        return Listing(self, lines, name, sum(line.is_overdue(today) for line in lines))


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found of what is `wanted`; `body_name` is "" for all bodies, `late` how many are overdue."""

    wanted: Wanted
    lines: tuple[PromiseLine, ...]
    body_name: str
    late: int

    @property
    def more(self) -> bool:
        """Whether there are more than were read."""
        return self.wanted.limit is not None and len(self.lines) >= self.wanted.limit

    def heading(self, marked: int) -> str:
        """What is listed and how many, `marked` of them, in a line."""
        wanted = self.wanted
        number = f"first {len(self.lines):,}" if self.more else str(len(self.lines))
        kind = "overdue" if wanted.overdue_only else "open and done" if wanted.done_too else "open"
        overdue = f", {self.late} overdue" if self.late and not wanted.overdue_only else ""
        parts = ["Actions", f"{number} {kind}{overdue}"]
        parts += [wanted.quoted] if wanted.words else []
        parts += [f"by {wanted.group}"] if wanted.group is not Group.DUE else []
        parts += [f"{marked} marked"] if marked else []
        return " · ".join([*parts, self.body_name or "all bodies"])  # last, where a long name is cut off

    @property
    def nothing(self) -> str:
        """Why nothing is listed, "" where something is."""
        if self.lines:
            return ""
        if self.wanted.words:
            return f"Nothing here holds {self.wanted.quoted}."
        if self.wanted.overdue_only:
            return "Nothing is overdue. o shows all that is owed."
        return "Nothing is owed." if self.wanted.done_too else "Nothing is owed. a shows what was done, too."
