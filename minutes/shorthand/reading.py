"""What reading a line comes to, and how a reader says that it could not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from minutes.sitting import Sitting
from storage.records import Act, Attendee, Kind, Named, NewEntry, NewItem

_LONGEST = 48  # letters of what a hint quotes


class DoubtError(Exception):
    """A line cannot be read; the message says why, for the note *to check* it becomes."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A few words on what a line means, shown under it while it is typed; `ok` is False where the
    clerk should look again."""

    text: str
    ok: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines as read: the act that records them, and what to tell the clerk.

    `line_numbers` says for each entry which line it stood on, from 1; `kind_name` names the kind of
    the one line that `read` was given ("" where it was blank).
    """

    act: Act
    hints: tuple[Hint, ...] = ()
    kind_name: str = ""
    line_numbers: tuple[int, ...] = ()

    @property
    def doubts(self) -> tuple[tuple[int, str], ...]:
        """The lines *to check*: number of the line, and why."""
        numbered = zip(self.line_numbers, self.act.entries, strict=True)
        return tuple((number, entry.doubt) for number, entry in numbered if entry.doubt)


@dataclass(frozen=True, slots=True)
class Line:
    """A line about to be read: `text` is what its reader has to understand of `source`; `clock` is
    the time a command takes that says none."""

    source: str
    text: str
    sitting: Sitting
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One line as read, with the people and items it brings in."""

    entry: NewEntry
    newcomers: tuple[Attendee, ...] = ()
    items: tuple[NewItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `takes` is what may follow it, `purpose` and `example` are for the help; `names`
    says that it takes people, `promises` that it takes references."""

    name: str
    takes: str
    purpose: str
    example: str
    read: Callable[[Line], Read]
    names: bool = False
    promises: bool = False


def quoted(text: str) -> str:
    """What was typed, in quotation marks and short enough for a doubt."""
    return f"“{text}”" if len(text) <= 40 else f"“{text[:39]}…”"


def short(text: str) -> str:
    """A name or title, short enough for a hint."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def person_hint(person: Named) -> str:
    """A person as a hint names them: of the meeting, or on no list."""
    if person.person_id is None:
        return f"“{short(person.name)}” (not on the list)"
    return f"{person.name} ✓"


def unread(source: str, why: str) -> Read:
    """A line kept word for word as a note *to check*."""
    return Read(NewEntry(Kind.UNREAD, source, text=source.strip(), doubt=why))


def alone(line: Line, name: str) -> None:
    """Raises DoubtError where something follows a command that takes nothing."""
    if line.text:
        raise DoubtError(f"“{name}” takes nothing after it")


def read_alone(kind: Kind, name: str) -> Callable[[Line], Read]:
    """The reader of a command that takes nothing: `/none`, `/public`, `/actions`."""

    def reader(line: Line) -> Read:
        alone(line, name)
        return Read(NewEntry(kind, line.source))

    return reader
