"""The reports of a pack: where each begins, what it is called, and what the clerk will need of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from minutes.packs.casing import Spellings
from minutes.packs.days import as_day
from minutes.packs.lines import Line
from minutes.packs.sections import Section, is_report_paragraph, is_usual_heading, paragraphs, sections
from minutes.packs.urgency import urgency
from storage.records import ReportPart

_NAMED = (
    r"portfolio holder|cabinet member|report (?:from|of|by)|(?:report )?authors?"
    r"|lead (?:officer|director|member)|(?:contact|reporting|presenting) officer|presented by"
)
_PART = re.compile(rf"^({_NAMED})(?:\(s\))?\s{{0,3}}:\s{{0,20}}(.*)$", re.I)
_INSIDE = re.compile(rf"\s(?=(?:{_NAMED})(?:\(s\))?\s?:)", re.I)
_ITEM = re.compile(r"^agenda item\s+(?:no\.?\s*)?(\d{1,3}[A-Za-z]?)\b[.:]?$", re.I)
_RECOMMENDED = re.compile(r"^(?:officer )?recommend(?:ations?(?:\(s\))?|ed)\b", re.I)
_REASONS = re.compile(r"^(?:suggested |proposed )?reasons? for\b", re.I)
_DATE = re.compile(r"^date(?: of meeting)?\s?:\s?", re.I)
_LONGEST_DATE = 60  # letters
_ABOVE = 10  # lines above a report's first part that may be its head
_BELOW = 15  # lines below it within which its first section begins
_CARRIED = 2  # lines that go on with a part
_OVER_DATE, _TITLE = 4, 3  # lines of a head over its date (the body); of a title where there is no date


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its lines from `start` up to `end`, and what its head says. `item` is the number of the
    agenda item that stands above it, `on` the date there; "" or None where it does not say. `raised` says
    that its title was in capitals."""

    start: int
    end: int
    title: str
    raised: bool
    body: str
    on: date | None
    item: str
    parts: tuple[ReportPart, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a report: its lines from `start` to before `end`, and the parts that stand there."""

    start: int
    parts_at: int
    end: int
    parts: tuple[ReportPart, ...]


def reports(lines: Sequence[Line], spellings: Spellings) -> list[Report]:
    """The reports of a pack, in order."""
    heads = _heads(lines)
    starts = [*(head.start for head in heads), len(lines)]
    return [_report(lines, head, starts[place], spellings) for place, head in enumerate(heads, 1)]


def _heads(lines: Sequence[Line]) -> list[_Head]:
    found: list[_Head] = []
    place = 0
    while place < len(lines):
        if not _PART.match(lines[place].text) or lines[place].row:
            place += 1
            continue
        parts, end = _parts(lines, place)
        if _leads_to_report(lines, end):
            floor = found[-1].end if found else 0
            found.append(_Head(_start(lines, place, floor), place, end, parts))
        place = end
    return found


def _parts(lines: Sequence[Line], place: int) -> tuple[tuple[ReportPart, ...], int]:
    """The parts from `place` on, with the lines that go on with them, and the line below the last."""
    parts: list[ReportPart] = []
    carried = 0
    while place < len(lines):
        line = lines[place]
        pieces = [_PART.match(piece) for piece in _INSIDE.split(line.text)]
        inside = [match for match in pieces if match]
        if pieces[0]:
            parts += map(_part, inside)
            carried = 0
        elif carried < _CARRIED and (inside or _goes_on(line)):
            rest = line.text[: line.text.index(inside[0][0])] if inside else line.text
            parts[-1] = ReportPart(parts[-1].name, "", f"{parts[-1].text} {rest}".strip())
            parts += map(_part, inside)
            carried += 1
        else:
            break
        place += 1
    return tuple(part for part in parts if part.text), place


def _part(match: re.Match[str]) -> ReportPart:
    return ReportPart(_name(match[1]), "", match[2].strip())


def _goes_on(line: Line) -> bool:
    """Whether a line below a part is the rest of its value."""
    if line.strong or line.row or line.bullet or line.shouts or is_usual_heading(line):
        return False
    return len(line.text) < 60 and not line.text[0].isdigit() and not line.text.endswith(".")


def _name(said: str) -> str:
    """A part by the name that agendas give it: "Author" for "REPORT AUTHORS"."""
    if said.casefold().removeprefix("report ").startswith("author"):
        return "Author"
    return said.capitalize() if said.isupper() or said.islower() else said


def _leads_to_report(lines: Sequence[Line], end: int) -> bool:
    return any(is_usual_heading(line) or is_report_paragraph(line.text) for line in lines[end : end + _BELOW])


def _start(lines: Sequence[Line], place: int, floor: int) -> int:
    """The first line of a report's head: its item's number, its body, its date or its title."""
    page = lines[place].page
    above = [at for at in range(max(floor, place - _ABOVE), place) if lines[at].page == page]
    dated = [at for at in above if _date_of(lines[at]) is not None]
    start = dated[-1] if dated else place
    lowest = start - (_OVER_DATE if dated else _TITLE)
    while start - 1 in above and start > lowest and _may_head(lines[start - 1]):
        start -= 1
    return start


def _may_head(line: Line) -> bool:
    return (line.shouts or line.strong or bool(_ITEM.match(line.text))) and not line.row


def _report(lines: Sequence[Line], head: _Head, end: int, spellings: Spellings) -> Report:
    above = lines[head.start : head.parts_at]
    days = [place for place, line in enumerate(above) if _date_of(line) is not None]
    split = days[-1] if days else -1
    item = next((match[1] for line in above if (match := _ITEM.match(line.text))), "")
    over = [line.text for line in above[: max(split, 0)] if not _ITEM.match(line.text)]
    title = " ".join(line.text for line in above[split + 1 :] if not _ITEM.match(line.text))
    inside = sections(lines[head.end : end])
    return Report(
        head.start,
        end,
        spellings.readable(title),
        title.isupper(),
        spellings.readable(" ".join(over)),
        _date_of(above[split]) if days else None,
        item,
        (*head.parts, *_urgent(inside), *_asked(inside)),
    )


def _date_of(line: Line) -> date | None:
    """The date that a line is, alone or after its name: "3 SEPTEMBER 2019", "Date: 3 September 2019"."""
    return as_day(_DATE.sub("", line.text)) if len(line.text) <= _LONGEST_DATE else None


def _urgent(inside: Sequence[Section]) -> list[ReportPart]:
    """Why the report comes without notice, if it says so."""
    found = urgency(paragraph for section in inside for paragraph in paragraphs(section.lines))
    return [found] if found else []


def _asked(inside: Sequence[Section]) -> list[ReportPart]:
    """What the report asks the body to do, and why: of each the first section that says so."""
    parts: list[ReportPart] = []
    for name, heading in (("Recommendation", _RECOMMENDED), ("Reason", _REASONS)):
        told = (paragraphs(section.lines) for section in inside if heading.match(section.name))
        parts += [ReportPart(name, each.number, each.text) for each in next((p for p in told if p), [])]
    return parts
