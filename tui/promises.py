"""Promises in words and rows, as the Actions screen and the list beside the record show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import overload

from minutes.english import MONTHS, capitalised, counted, printed_date, short_date
from storage.records import DueKind, PromiseLine
from tui.widgets.rows import Row

MORE = -1  # the row that asks for all the others
_NO_DATE = {
    DueKind.NEXT_MEETING: "next meeting",
    DueKind.IN_DUE_COURSE: "in due course",
    DueKind.AS_SOON_AS_POSSIBLE: "ASAP",
}
_Place = tuple[int, str]  # where a group stands among the others
Groups = Sequence[tuple[str, Sequence[PromiseLine]]]


class Group(StrEnum):
    """What the list is grouped by."""

    DUE = "due date"
    OWNER = "owner"
    THEME = "theme"
    MEETING = "meeting"
    MONTH = "due month"

    @property
    def next(self) -> Group:
        """The grouping after this one, the first after the last."""
        every = list(Group)
        return every[(every.index(self) + 1) % len(every)]


def due_in_words(line: PromiseLine, today: date) -> str:
    """How it stands to its date: "overdue 12 days", "due 28 Nov 2019", "in due course", "done"."""
    if not line.is_open:
        return line.state.value
    if line.due is None:
        return _NO_DATE.get(line.due_kind, "no date")
    late = (today - line.due).days
    if late > 0:
        return f"overdue {counted(late, 'day')}"
    return "due today" if late == 0 else f"due {short_date(line.due)}"


def task_in_words(line: PromiseLine) -> str:
    """What is to be done, with its rating, and whether it is exempt, before it."""
    signs = [line.rating, "exempt" if line.exempt is not None else ""]
    return " ".join([*(f"[{sign}]" for sign in signs if sign), line.words])


def until_now(line: PromiseLine, purpose: str) -> str:
    """The owners or the themes of a promise, where its "owner" or "theme" is asked for: "Now Clerk. "."""
    names = {"owner": line.owners, "theme": line.themes}.get(purpose)
    return "" if names is None else f"Now {names.replace('; ', ', ') or 'none'}. "


def promise_row(line: PromiseLine, today: date, mark: str = "") -> Row:
    """The promise as a row: reference, due, owners, words."""
    owners = line.owners.replace("; ", ", ") or "no owner"
    cells = (line.reference, due_in_words(line, today), owners, task_in_words(line))
    return Row(cells, line.id, warning=line.is_overdue(today), mark=mark)


def grouped(lines: Iterable[PromiseLine], by: Group, today: date, *, bodies: bool = False) -> Groups:
    """Part promises, which come by due date, into groups with a heading; who owes one with others has it
    in a group of their own, too. `bodies` where they are of several, which the headings then tell."""
    headings: dict[_Place, str] = {}
    groups: dict[_Place, list[PromiseLine]] = {}
    for line in lines:
        for place, heading in _groups_of(line, by, today, bodies):
            headings.setdefault(place, heading)
            groups.setdefault(place, []).append(line)
    return [(headings[place], groups[place]) for place in sorted(groups)]


def _groups_of(line: PromiseLine, by: Group, today: date, bodies: bool) -> Sequence[tuple[_Place, str]]:
    """The groups a promise is in: where they stand, and their headings."""
    if by is Group.OWNER:
        return _named(line.owners, "No owner")
    if by is Group.THEME:
        return _named(line.themes, "No theme")
    if by is Group.MEETING:
        newest_first = (-line.agreed_on.toordinal(), line.body_name)
        day = printed_date(line.agreed_on)
        return [(newest_first, f"{day} · {line.body_name}" if bodies else day)]
    if by is Group.MONTH:
        if line.due is None:
            return [((1, ""), "No date")]
        return [((0, f"{line.due:%Y-%m}"), f"{MONTHS[line.due.month - 1]} {line.due.year}")]
    return [_section(line, today, bodies)]


def _named(names: str, nothing: str) -> Sequence[tuple[_Place, str]]:
    if not names:
        return [((1, ""), nothing)]
    return [((0, name.casefold()), capitalised(name)) for name in names.split("; ")]


def _section(line: PromiseLine, today: date, bodies: bool) -> tuple[_Place, str]:
    """Overdue, with a date or without, a list of priorities under its name, and last what is settled."""
    if not line.is_open:
        return (4, ""), "Done or dropped"
    if line.is_overdue(today):
        return (0, ""), "Overdue"
    if line.plan:
        plan = f"{line.body_name}: {capitalised(line.plan)}" if bodies else capitalised(line.plan)
        review = f" – review {short_date(line.review)}" if line.review is not None else ""
        return (3, f"{line.body_name} {line.plan} {line.review}"), f"{plan}{review}"
    return ((2, ""), "No date") if line.due is None else ((1, ""), "With a date")


class PromiseRows(Sequence[Row]):
    """The rows of a grouped list, each made by `row` only where it comes into sight; `keys` name them.

    With `more` a last row stands for those that were not read, and no heading says how many it has.
    """

    def __init__(self, groups: Groups, row: Callable[[PromiseLine], Row], *, more: bool = False) -> None:
        self._row = row
        self._lines: list[PromiseLine | Row] = []
        for heading, lines in groups:
            self._lines.append(Row((heading if more else f"{heading} ({len(lines)})",)))
            self._lines.extend(lines)
        if more:
            self._lines.append(Row(("more …", "", "enter shows them all"), MORE))
        self.keys = [line.key if isinstance(line, Row) else line.id for line in self._lines]

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self._made(line) for line in self._lines[at]]
        return self._made(self._lines[at])

    def _made(self, line: PromiseLine | Row) -> Row:
        return line if isinstance(line, Row) else self._row(line)
