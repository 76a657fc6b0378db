"""An agenda read from text: the lines that name the meeting, then its items.

The form is the one `writing` writes; untidy but recognisable text is taken too, and what could
not be placed is handed back instead of being lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from minutes.agenda.house_style import read_parts, read_words
from minutes.agenda.items import is_known_part, is_numbered, read_items
from minutes.agenda.people import read_people
from minutes.agenda.when import AgendaError, read_date, read_month, read_time
from minutes.cleaning import clean
from minutes.style import layout_named
from storage.records import Agenda, AgendaItem, Attendee

_NAMES = {
    "organisation": "organisation",
    "body": "body",
    "agenda": "agenda",
    "date": "date",
    "date and time": "date",
    "time": "time",
    "venue": "venue",
    "place": "venue",
    "location": "venue",
    "members": "members",
    "membership": "members",
    "in attendance": "attending",
    "attending": "attending",
    "quorum": "quorum",
    "noun": "noun",
    "verb": "verb",
    "layout": "layout",
    "numbering": "numbering",
    "counting": "counting",
    "exempt mark": "exempt mark",
    "year starts": "year starts",
    "minutes from": "minutes from",
    "decisions": "decisions",
    "themes": "themes",
    "short": "short",
    "interests": "interests",
    "words": "words",
    "parts": "parts",
}
# a second line of these adds to the first
_AGAIN = {"members", "attending", "short", "themes", "interests", "words", "parts"}
_CHOICES = {"numbering": ("agenda", "running", "meeting", "none"), "counting": ("last", "first")}
_NOUNS = {"committee", "board", "cabinet", "council", "panel", "forum", "trust", "group", "body"}
_HEADER = re.compile(r"^([A-Za-z][A-Za-z ]{0,30}?)\s*:\s*(.*)$")
_UNNAMED = re.compile(r"^[^\W\d_][^:]{0,40}:(?:\s|$)")
_MARKUP = re.compile(r"^(?:#+\s+)?(?=\*\*|__|[^#])|\*\*|__")
_BODY_AND_AGENDA = re.compile(r"^(.+?)\s+[–—-]\s+(.*\bagenda\b.*)$", re.I)
_CAPTION = re.compile(r"^(?:agenda|items|order of business|agenda items|business)\s*:?$", re.I)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is to be checked of what was taken, in one line, and of which item, by its place from 0; None
    where it is of no single one."""

    words: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaReading:
    """An agenda as read, the lines of it that could not be placed, as they stood, and what is to be checked
    of what was taken."""

    agenda: Agenda
    unread: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def to_check(self) -> tuple[str, ...]:
        """The doubts in words, those of an item behind its number or its title: "item 7: taken as exempt"."""
        return tuple(
            doubt.words if doubt.item is None else f"{_named(self.agenda.items[doubt.item])}: {doubt.words}"
            for doubt in self.doubts
        )


def _named(item: AgendaItem) -> str:
    return f"item {item.number}" if item.number else f"“{item.title}”"


def read_agenda(text: str) -> Agenda:
    """Read an agenda; see `survey_agenda`, which also tells what could not be placed."""
    return survey_agenda(text).agenda


def survey_agenda(text: str) -> AgendaReading:
    """Read an agenda in the form of the design ("The agenda as text").

    `noun` is filled in from the body's name where the text gives none. Raises AgendaError, one line
    that says what to do, where the text is empty, names no body, or has no date that exists.
    """
    sheet = _Sheet()
    for line in clean(text).split("\n"):
        if line.strip():
            sheet.take(line)
    if not sheet.seen:
        raise AgendaError("The agenda is empty: it needs the body's name, a line “Date: …” and the items.")
    return AgendaReading(sheet.agenda(), tuple(sheet.unread))


def default_noun(name: str) -> str:
    """What a body named `name` is called in its decisions: "The Cabinet", else "The Committee"."""
    last = name.split()[-1] if name.split() else ""
    return f"The {last.capitalize()}" if last.casefold() in _NOUNS else "The Committee"


class _Sheet:
    """The lines of an agenda, sorted: names at the top, header values, items."""

    def __init__(self) -> None:
        self.seen = False
        self.top: list[str] = []
        self.values: dict[str, str] = {}
        self.items: list[str] = []
        self.unread: list[str] = []
        self._open = ""  # the header that an indented line goes on with

    def take(self, line: str) -> None:
        """Place one line that is not blank."""
        self.seen = True
        bare = " ".join(line.split())
        header = header_of(bare)
        if line[0].isspace() and self.items:
            self.items.append(line)
        elif line[0].isspace() and self._open:
            self.values[self._open] += f" {bare}"
        elif header and not is_numbered(bare):
            self._value(*header, bare)
        elif not self.items and _is_date(_MARKUP.sub("", bare)):
            self._value("date", _MARKUP.sub("", bare), bare)
        elif _CAPTION.match(_MARKUP.sub("", bare)) and not self.items:
            return
        elif self.items or is_numbered(bare):
            self.items.append(line.lstrip() if not self.items else line)
            self._open = ""
        elif not self.values:
            self.top.append(_MARKUP.sub("", bare).strip())
        elif is_known_part(bare) or _UNNAMED.match(bare):
            self.unread.append(bare)
        else:
            self.items.append(line.lstrip())
            self._open = ""

    def _value(self, name: str, value: str, line: str) -> None:
        if name not in self.values:
            self.values[name] = value
        elif name in _AGAIN:
            self.values[name] += f"\n{value}"
        elif value != self.values[name]:
            self.unread.append(line)
            return
        self._open = "" if self.items else name

    def agenda(self) -> Agenda:
        """The agenda the lines make; what does not fit goes to `unread`."""
        when, time = self._when()
        organisation, body, agenda_title = self._names()
        if not body:
            raise AgendaError("The agenda does not say whose it is: put the body's name in its first line.")
        listed = self.values.get
        words, parts = self._house_style()
        verb = words.pop("resolved", "")
        return Agenda(
            body,
            when,
            organisation,
            agenda_title,
            time,
            listed("venue", ""),
            listed("quorum", ""),
            listed("noun", "") or default_noun(body),
            listed("verb", "") or verb,
            self._layout(),
            self._start("minutes from"),
            self._start("decisions"),
            tuple(_parts(listed("themes", ""), commas=True)),
            self._pairs("short"),
            self._people(),
            read_items("\n".join(self.items)),
            self._choice("numbering"),
            self._choice("counting"),
            listed("exempt mark", ""),
            self._year_starts(),
            self._pairs("interests"),
            tuple(words.items()),
            parts,
        )

    def _layout(self) -> str:
        """The layout by its own name, however it is written; one that there is none of is left unread."""
        said = self.values.get("layout", "")
        try:
            return layout_named(said) if said else ""
        except ValueError:
            self.unread.append(f"Layout: {said}")
            return ""

    def _when(self) -> tuple[date, str]:
        said, time = self.values.get("date", ""), self.values.get("time", "")
        if not said:
            raise AgendaError("The agenda has no date: add a line such as “Date: 3 September 2019”.")
        day, at, rest = said.partition(" at ")
        if at and not time:
            time = rest
        on = read_date(day)
        try:
            return on, read_time(time) if time else ""
        except AgendaError:
            self.unread.append(f"Time: {time}")
            return on, ""

    def _names(self) -> tuple[str, str, str]:
        """Organisation, body and agenda title, from the headers or the lines at the top."""
        lines = [line for line in self.top if not line.endswith(":")]
        self.unread += [line for line in self.top if line.endswith(":")]
        organisation, body = self.values.get("organisation", ""), self.values.get("body", "")
        title = self.values.get("agenda", "")
        if len(lines) == 1 and not title:
            lines = _BODY_AND_AGENDA.sub(r"\1\n\2", lines[0]).split("\n")
        if not title and (len(lines) > 2 or (len(lines) == 2 and re.search(r"\bagenda\b", lines[1], re.I))):
            title = lines.pop(min(2, len(lines) - 1))
        if not body and lines:
            body = lines.pop(min(1, len(lines) - 1))
        if not organisation and lines:
            organisation = lines.pop(0)
        self.unread += lines
        return organisation, body, title

    def _start(self, name: str) -> str:
        """The number that a series starts from, in any form that holds a figure to count on."""
        said = self.values.get(name, "")
        if said and not re.search(r"[0-9]", said):
            return self._not_read(name, said)
        return said

    def _choice(self, name: str) -> str:
        said = self.values.get(name, "")
        if said and said.lower() not in _CHOICES[name]:
            return self._not_read(name, said)
        return said.lower()

    def _year_starts(self) -> int | None:
        said = self.values.get("year starts", "")
        if said and not read_month(said):
            self._not_read("year starts", said)
        return read_month(said) or None

    def _pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """What stands either side of the `=` in each part of a value."""
        pairs = []
        for part in _parts(self.values.get(name, ""), commas=False):
            short, sign, long = (side.strip() for side in part.partition("="))
            if sign and short and long:
                pairs.append((short, long))
            else:
                self._not_read(name, part)
        return tuple(pairs)

    def _house_style(self) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
        """The words and the standing parts that the body's minutes are written with."""
        words, unknown = read_words(self.values.get("words", ""))
        parts, astray = read_parts(self.values.get("parts", ""))
        if "verb" in self.values and "resolved" in dict(words):
            unknown.append(f"resolved = {dict(words)['resolved']}")
        for name, left in (("words", unknown), ("parts", astray)):
            for said in left:
                self._not_read(name, said)
        return dict(words), parts

    def _not_read(self, name: str, said: str) -> str:
        self.unread.append(f"{name.capitalize()}: {said}")
        return ""

    def _people(self) -> tuple[Attendee, ...]:
        members = read_people(self.values.get("members", ""), True)
        names = {person.name.casefold() for person in members}
        attending = read_people(self.values.get("attending", ""), False)
        return (*members, *(person for person in attending if person.name.casefold() not in names))


def header_of(line: str) -> tuple[str, str] | None:
    """The header that `line` is, by our name for it, and its value; None where it is none."""
    match = _HEADER.match(_MARKUP.sub("", line) if line[:1] in ("*", "#", "_") else line)
    name = _NAMES.get(" ".join(match[1].lower().split())) if match else None
    if not match or not name or (name in ("interests", "words") and "=" not in match[2]):
        return None  # "Interests: to be declared" is an item
    return name, match[2].strip()


def _parts(text: str, *, commas: bool) -> list[str]:
    """The parts of a value, at `;` or line ends, or, where it has none and `commas`, at commas."""
    sign = r"[;\n]" if ";" in text or not commas else r"[,\n]"
    return [part.strip() for part in re.split(sign, text) if part.strip()]


def _is_date(line: str) -> bool:
    try:
        read_date(line)
    except AgendaError:
        return False
    return True
