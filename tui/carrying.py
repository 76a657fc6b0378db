"""What arises at the meeting being prepared, and what of it its agenda has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from minutes.agenda import carried_in, read_items
from minutes.arising import Arising, arising
from minutes.english import listed, printed_date
from minutes.publishing import published
from storage import MinuteBook
from storage.records import Action, AgendaItem
from tui.recalling import promises_carried


class Carrying:
    """Brings what arises into an agenda's text, and remembers what it brought: of a new meeting it comes in
    by itself, once, and follows its date until the clerk changes it."""

    def __init__(self) -> None:
        self._on: date | None = None
        self._items: frozenset[AgendaItem] = frozenset()
        self._told = ""  # the text whose changed lines the clerk was told of

    def is_wanted(self, text: str, on: date) -> bool:
        """Whether what arises by the day `on` is to come in without being asked for."""
        if on == self._on:
            return False
        return self._on is None or self._items <= {replace(item, number="") for item in read_items(text)}

    def bring_in(
        self, text: str, found: Arising, known: tuple[Action, ...], *, asked: bool
    ) -> tuple[str, str]:
        """The agenda's text with what arises in it, and what to say of that; where it was `asked` for a
        second time, also in place of what the clerk was told of."""
        carried = carried_in(text, found, known, overwriting=asked and bool(text) and text == self._told)
        self._on = found.on
        self._items = frozenset(replace(item, number="") for item in carried.items)
        self._told = carried.text if asked and carried.kept else ""
        said = carried.said
        if carried.kept and asked:
            stand = "stands" if len(carried.kept) == 1 else "stand"
            said += f" {listed(carried.kept)} {stand} as changed here: ctrl+r again takes the book's words."
        elif asked and not said:
            said = f"Nothing more arises by {printed_date(found.on)}."
        return carried.text, said.strip()


def what_arises(book: MinuteBook, body_id: int, on: date, text: str) -> tuple[Arising, tuple[Action, ...]]:
    """What arises at a body's meeting on the day `on`, and the promises that lines of its agenda's `text` are
    of; all as the public may read it, which an agenda is for."""
    found = arising(map(published, book.actions(body_id=body_id)), book.not_taken(body_id, on), on)
    return found, tuple(map(published, promises_carried(book, body_id, read_items(text))))
