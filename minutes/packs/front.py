"""The agenda at the front of a pack: whose, when, where, and its items; what is none of these is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.agenda.items import is_known_part
from minutes.agenda.reading import header_of
from minutes.packs.days import as_day
from minutes.packs.drafts import Draft
from minutes.packs.lines import Line, plain
from minutes.packs.numbers import opening, value
from minutes.packs.private import opens_private_part
from minutes.packs.tables import read_table, rows_from

CAPTION = re.compile(
    r"^(?:agenda|items?|order of business|agenda items?|business|items of business)\s*:?$", re.I
)
_NOISE = re.compile(
    r"further information|please contact|telephone|\be-?mail\b|\bwebsite\b|www\.|@|other formats|own language"
    r"|large print|braille|this agenda and|\bfire\b|\bfilm|recorded|webcast|mobile phone|published"
    r"|clerk to the|chief executive|intentionally left blank|^page \d|^\d{1,3}$|^tel\b",
    re.I,
)
_MEETING_OF = re.compile(
    r"\b(?:meeting|session) of (?:the |an? )?(.{3,100}?)\s(?:will be|is to be|to be)\s?held\b", re.I
)
_HELD = re.compile(r"\b(?:will be|is to be|to be)\s?held\b", re.I)
_DAY = re.compile(
    r"\b((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[a-z]{3,9},?\s\d{4})\b",
    re.I,
)
_AT_TIME = re.compile(
    r"\b(?:at|from|commencing at|starting at)\s(\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.?|p\.m\.?|noon))", re.I
)
_PLACE = re.compile(r"\b(?:in|at)\s(the\s)?([A-Z][^.;]{2,120})")
_GOES_ON = {"members", "attending", "venue"}


class Front:
    """What the lines at the front of a pack come to.

    `values` are headers by our names; `dates` the days named above the items, `later` those below, where the
    day it was sent may stand; `top` the lines above the rest, which name whose agenda it is; `held` the body
    that “a meeting of … will be held” names; `private` the items, by place, from which on a part of the
    agenda is exempt, with the words that say so.
    """

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.dates: list[str] = []
        self.later: list[str] = []
        self.top: list[str] = []
        self.drafts: list[Draft] = []
        self.held = ""
        self.left_out: list[str] = []
        self.private: list[tuple[int, str]] = []
        self._bare: list[Line] = []  # lines below the caption that have no number
        self._listed = False
        self._open = ""

    def read(self, lines: Sequence[Line]) -> None:
        """Take the lines, in order."""
        place = 0
        while place < len(lines):
            rows = rows_from(lines, place)
            if rows:
                self._take_table(rows)
                place += len(rows)
            else:
                self._take(lines[place])
                place += 1
        if self.drafts:
            self.left_out += [line.text for line in self._bare]
        else:
            self._take_bare()

    # -- tables --------------------------------------------------------------------------------

    def _take_table(self, rows: Sequence[Line]) -> None:
        headed = [_header_in(row) for row in rows]
        if sum(header is not None for header in headed) * 2 > len(rows):
            for header, row in zip(headed, rows, strict=True):
                if header:
                    self._value(*header, row.text)
                else:
                    self.left_out.append(row.text)
            return
        drafts = read_table(rows)
        self._close()
        if drafts:
            self.drafts += drafts
            self._listed = True
            self._close()
        else:
            self.left_out += [row.text for row in rows]

    # -- lines ---------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        headers = [header_of(plain(cell)) for cell in line.cells]
        if headers[0] and (len(headers) == 1 or all(headers)):
            for header, cell in zip(headers, line.cells, strict=True):
                if header:
                    self._value(*header, plain(cell))
        elif (header := header_of(line.text)) and not self.drafts:
            self._value(*header, line.text)
        elif CAPTION.match(line.text):
            self._listed = bool(self.top or self.values or self.dates)  # "Agenda" is a title too
            self._open = ""
        elif not self.drafts and not opening(line, 0, listed=self._listed) and self._says_when(line.text):
            self._open = ""
        else:
            self._take_item_line(line)

    def _take_item_line(self, line: Line) -> None:
        last = self.drafts[-1] if self.drafts else None
        opened = opening(line, value(last.number) if last else 0, listed=self._listed)
        if opened and last and last.is_open and _is_below(opened[0], line, last):
            opened = None
        if opened:
            self._open_item(*opened, line)
        elif self._listed and opens_private_part(line.text):
            self.private.append((len(self.drafts), line.text))
            self._close()
        elif _NOISE.search(line.text):
            self._leave_out(line)
        elif last and last.is_open and not (line.after_gap and (line.strong or line.shouts)):
            self._below_item(last, line)
        elif self._open in _GOES_ON and not line.after_gap:
            self.values[self._open] += f" {line.text}"
        elif not self.drafts and not self.values and not self._listed:
            self.top.append(line.text)
        else:
            self._leave_out(line)

    def _open_item(self, number: str, rest: str, line: Line) -> None:
        draft = Draft(number, line)
        cells = [plain(line.cells[0]).partition(number)[2].lstrip(" .:)"), *line.cells[1:]]
        cells = [cell for cell in cells if cell]
        if rest and cells:
            draft.take_title(cells[0])
        for cell in cells[1:]:
            draft.take_beside(cell)
        self.drafts.append(draft)
        self._listed, self._open = True, ""

    def _below_item(self, draft: Draft, line: Line) -> None:
        if is_known_part(line.text):
            name, _, text = line.text.partition(":")
            draft.take_part(name.strip(), text.strip())
        else:
            draft.take_line(line)

    def _leave_out(self, line: Line) -> None:
        if self._listed and not self.drafts and not _NOISE.search(line.text):
            self._bare.append(line)
        else:
            self.left_out.append(line.text)
        self._close()

    def _close(self) -> None:
        if self.drafts:
            self.drafts[-1].is_open = False

    def _take_bare(self) -> None:
        """Where no item has a number, take the short lines below the caption as the items."""
        for line in self._bare:
            if len(line.text) < 120 and not line.text.endswith((".", ":")):
                draft = Draft("", line)
                draft.take_title(line.cells[0])
                for cell in line.cells[1:]:
                    draft.take_beside(cell)
                self.drafts.append(draft)
            else:
                self.left_out.append(line.text)

    # -- when and where ------------------------------------------------------------------------

    def _value(self, name: str, said: str, line: str) -> None:
        self._open = name if not self.drafts else ""
        if name == "date":
            if not self._says_when(said) and not self.drafts:
                self.dates.append(said)
        elif name in ("time", "venue") and self.drafts:
            self.left_out.append(line)
        elif name not in self.values:
            self.values[name] = said
        elif said != self.values[name]:
            self.left_out.append(line)

    def _says_when(self, text: str) -> bool:
        """Take the day, time and place that a line or the value of a header says; whether it says a day."""
        day = _DAY.search(text)
        held = _HELD.search(text)
        if (body := _MEETING_OF.search(text)) and not self.held:
            self.held = body[1].strip(" ,")
        alone = as_day(text)
        if not alone and not (day and (held or day.start() < 3) and as_day(day[1])):
            return bool(held)
        (self.later if self.drafts else self.dates).append(text if alone else day[1] if day else "")
        rest = text[day.end() :] if day and not alone else ""
        if (time := _AT_TIME.search(rest)) and "time" not in self.values:
            self.values["time"] = time[1]
            rest = rest[time.end() :]
        if (place := _PLACE.search(rest)) and "venue" not in self.values:
            self.values["venue"] = place[2].strip()
        return True


def _header_in(row: Line) -> tuple[str, str] | None:
    """The header that a row of a table is: its name in the first cell, its value in the others."""
    return header_of(f"{plain(row.cells[0]).rstrip(' :')}: {plain(' '.join(row.cells[1:]))}")


def _is_below(number: str, line: Line, item: Draft) -> bool:
    """Whether a numbered line is a list inside the item above it: it stands further in, and counts anew."""
    return line.indent > item.indent + 1 and value(number) <= value(item.number) and "." not in number
