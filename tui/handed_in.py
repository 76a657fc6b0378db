"""A file that a clerk was sent, read for its agenda, and what was taken from it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from minutes.agenda import AgendaError, AgendaReading, Doubt
from minutes.english import counted, printed_date, printed_time
from minutes.packs import Extracted, survey, text_of
from storage.records import Agenda, AgendaItem, Body, BodyLine, Interchange, MeetingLine, ReportPart
from tui.files import FileError, at_home, named, read_content, text_from

_OPENING = 400  # bytes in which a record says that it is one
_ITEMS = 20_000  # letters of a text that may be items alone; more is no list of items
_INDENT = 7  # columns before a line that belongs to an item
_SHOWN = 3  # lines left out that are told word for word
_LONGEST = 76  # letters of one of them, and of a report's line where it is told in short


@dataclass(frozen=True, slots=True)
class Told:
    """A line on what was taken: `sign` stands before it, an item's number or "?" for what is to be checked;
    `below` says that it belongs to the item above it."""

    text: str
    sign: str | None = None
    below: bool = False

    @property
    def is_doubt(self) -> bool:
        """Whether it is to be checked."""
        return self.sign == "?"

    def __str__(self) -> str:
        if self.sign is None:
            return self.text
        if self.below:
            return f"       {self.sign} {self.text}" if self.sign else f"       {self.text}"
        return f"  ? {self.text}" if self.is_doubt else f"  {self.sign:<4} {self.text}"


@dataclass(frozen=True, slots=True)
class Handed:
    """What a file comes to: the agenda read from it, or the record of a meeting; else `refusal` says in one
    line why it is neither, and `items` is its text where that may be items alone."""

    reading: AgendaReading | None = None
    record: Interchange | None = None
    items: str = ""
    refusal: str = ""


def is_record(content: bytes) -> bool:
    """Whether a file holds a meeting's record as JSON, which no agenda looks like."""
    opening = content[:_OPENING].removeprefix(b"\xef\xbb\xbf").lstrip()
    return opening.startswith(b"{") and b'"version"' in opening


def read_agenda_file(content: bytes, name: str, body: str, say: Callable[[str], object]) -> AgendaReading:
    """The agenda in a file of that `content`, whatever kind of file it is; `body` is whose it is where it
    does not say. `say` is given a line on plain text in no Unicode.

    Raises AgendaError or FileError, one line that says what to do, where there is none in it.
    """
    extracted = _extracted(content, name, say)
    return _with_doubts(survey(extracted.text, body), extracted.doubts)


def read_handed(path: Path, body: str) -> Handed:
    """Read the file that was typed on a screen; `body` is whose it is where it does not say."""
    said: list[str] = []
    try:
        path = at_home(path)
        content, name = read_content(path, "agenda", waits=False), named(path)
        if is_record(content):
            from minutes.interchange import record_from

            return Handed(record=record_from(text_from(content, name, "record", said.append)))
        extracted = _extracted(content, name, said.append)
    except (FileError, ValueError) as error:
        return Handed(refusal=str(error))
    try:
        return Handed(_with_doubts(survey(extracted.text, body), (*said, *extracted.doubts)))
    except AgendaError as error:
        short = extracted.plain and len(extracted.text) < _ITEMS
        return Handed(items=extracted.text if short else "", refusal=f"{name}: {error}")


def _extracted(content: bytes, name: str, say: Callable[[str], object]) -> Extracted:
    return text_of(content, name, lambda plain: text_from(plain, name, "agenda", say))


def _with_doubts(reading: AgendaReading, doubts: Iterable[str]) -> AgendaReading:
    return replace(reading, doubts=(*map(Doubt, doubts), *reading.doubts))


def told(reading: AgendaReading, *, whole: bool) -> list[Told]:
    """What was read, line by line, with what is to be checked right where it belongs; the lines of reports
    word for word where `whole`, else in short."""
    below: list[Told] = []
    for place, item in enumerate(reading.agenda.items):
        below.append(Told(_item(item), item.number))
        below += [Told(_part(part, whole=whole), "", below=True) for part in item.parts]
        below += [Told(doubt.words, "?", below=True) for doubt in reading.doubts if doubt.item == place]
    general = [Told(doubt.words, "?") for doubt in reading.doubts if doubt.item is None]
    return [*map(Told, _head(reading.agenda)), *general, *below]


def left_out(reading: AgendaReading) -> Iterator[str]:
    """What was no part of an agenda: the first lines of it, and how many more there were."""
    shown = reading.unread if len(reading.unread) <= _SHOWN + 1 else reading.unread[:_SHOWN]
    yield from map(_short, shown)
    if more := len(reading.unread) - len(shown):
        yield f"{more} more lines"


def fate(agenda: Agenda, bodies: Iterable[BodyLine], meetings: Iterable[MeetingLine]) -> str:
    """What saving the agenda will do to the book, in one line; `bodies` and `meetings` are those in it."""
    day = printed_date(agenda.on)
    body = next((line.body for line in bodies if _is_of(agenda, line.body)), None)
    if body is None:
        return f"It makes a new body, {agenda.body_name}, and its meeting of {day}."
    for line in meetings:
        if line.body_id == body.id and line.on == agenda.on:
            return f"It completes the meeting of {day}; nothing that is there is overwritten."
    return f"It makes a meeting of {body.name} on {day}."


def _is_of(agenda: Agenda, body: Body) -> bool:
    said, known = agenda.organisation.casefold(), body.organisation.casefold()
    alike = " ".join(agenda.body_name.casefold().split()) == " ".join(body.name.casefold().split())
    return alike and (said == known or not (said and known))


def _head(agenda: Agenda) -> list[str]:
    """Whose, when, where, and how many."""
    members = sum(person.member for person in agenda.attendees)
    counts = (
        counted(members, "member"),
        f"{len(agenda.attendees) - members} in attendance",
        counted(len(agenda.items), "item"),
    )
    time = printed_time(agenda.time) if agenda.time else ""
    return [
        " – ".join(part for part in (agenda.organisation, agenda.body_name, agenda.agenda_title) if part),
        ", ".join(part for part in (printed_date(agenda.on), time, agenda.venue) if part),
        ", ".join(counts),
    ]


def _item(item: AgendaItem) -> str:
    exempt = "" if item.exempt is None else f" [exempt {item.exempt}]".replace(" ]", "]")
    pages = f" (Pages {item.pages})" if item.pages else ""
    return f"{item.title}{pages}{exempt}"


def _part(part: ReportPart, *, whole: bool) -> str:
    said = f"{part.name} {part.number}".rstrip() + f": {part.text}"
    return said if whole else _short(said, _LONGEST - _INDENT)


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
