"""The items of a pack: those of its agenda, each with what its report says and whether it is exempt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.agenda.reading import Doubt
from minutes.english import listed
from minutes.packs.front import Front
from minutes.packs.lines import Line
from minutes.packs.numbers import value
from minutes.packs.private import private_items, private_pages
from minutes.packs.reports import Report
from minutes.wording.adoption import URGENCY
from storage.records import AgendaItem, ReportPart

_LONG = 250  # letters from which a title has probably swallowed what is below it
_ALIKE = 0.7  # the part of the words of a title that a report's has too


def items_of(
    front: Front, found: Sequence[Report], lines: Sequence[Line]
) -> tuple[tuple[AgendaItem, ...], list[Doubt]]:
    """The items, and what is to be checked of them; where there is no agenda, the reports are the items."""
    doubts: list[Doubt] = []
    items = [item for draft in front.drafts if (item := draft.item()).title]
    doubts += _order(items)
    if items:
        _join_reports(items, found, doubts)
    else:
        items = [AgendaItem(report.item, report.title or "Report", parts=report.parts) for report in found]
        raised = (place for place, report in enumerate(found) if report.raised)
        doubts += [Doubt("its title was in capitals", place) for place in raised]
    for place, item in enumerate(items):
        doubts += [Doubt(_put_together(part), place) for part in item.parts if part.name == URGENCY]
    long = (place for place, item in enumerate(items) if len(item.title) > _LONG)
    doubts += [Doubt("its title may not end where it should", place) for place in long]
    _keep_private(items, front, lines, doubts)
    return tuple(items), doubts


def _order(items: Sequence[AgendaItem]) -> list[Doubt]:
    """What is odd in the numbers of the items."""
    doubts = []
    seen: set[str] = set()
    highest = 0
    for place, item in enumerate(items):
        if item.number in seen:
            doubts.append(Doubt("its number stands twice", place))
        elif item.number and value(item.number) < highest:
            doubts.append(Doubt(f"it stands below item {highest}", place))
        highest = max(highest, value(item.number))
        if item.number:
            seen.add(item.number)
    return doubts


def _join_reports(items: list[AgendaItem], found: Sequence[Report], doubts: list[Doubt]) -> None:
    for report in found:
        place = _item_of(report, items)
        if place is None:
            doubts.append(Doubt(f"a report, “{_short(report.title)}”, fits no item: it was left out"))
            continue
        known = {part.name.casefold() for part in items[place].parts}
        new = (part for part in report.parts if part.name.casefold() not in known)
        items[place] = replace(items[place], parts=(*items[place].parts, *new))


def _item_of(report: Report, items: Sequence[AgendaItem]) -> int | None:
    """The place of the item that a report belongs to: by the number above it, else by its title."""
    for place, item in enumerate(items):
        if report.item and item.number.casefold() == report.item.casefold():
            return place
    likeness = [_likeness(report.title, item.title) for item in items]
    best = max(likeness, default=0.0)
    return likeness.index(best) if best >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """How much of the shorter title's words the other has too, from 0 to 1; a single word is no likeness."""
    words = [set(re.findall(r"[^\W_]+", title.casefold().replace("’", "'"))) for title in (one, other)]
    fewest = min(len(words[0]), len(words[1]))
    if fewest < 2:
        return float(bool(words[0]) and words[0] == words[1])
    return len(words[0] & words[1]) / fewest


def _keep_private(items: list[AgendaItem], front: Front, lines: Sequence[Line], doubts: list[Doubt]) -> None:
    """Mark the items that are exempt; what is not said of an item itself is to be checked."""
    for number, paragraphs in private_pages(lines):
        place = next((at for at, item in enumerate(items) if number and item.number == number), None)
        by = f" by paragraph{'s' * (',' in paragraphs)} {listed(paragraphs.split(','))}" if paragraphs else ""
        if place is None:
            doubts.append(
                Doubt(f"some pages are exempt{by}, but of which item is not said: mark it [exempt …]")
            )
        elif items[place].exempt is None:
            items[place] = replace(items[place], exempt=paragraphs)
            doubts.append(Doubt(f"exempt{by}: read from its pages, “not for publication”", place))
    for at, (paragraphs, why) in private_items(front.private, [item.title for item in items]).items():
        if items[at].exempt is None:
            items[at] = replace(items[at], exempt=paragraphs)
            doubts.append(Doubt(f"taken as exempt: {why}", at))


def _put_together(part: ReportPart) -> str:
    where = f"paragraph {part.number}" if part.number else "a paragraph"
    return f"why it is urgent was put together from {where} of its report"


def _short(text: str) -> str:
    return text if len(text) <= 48 else f"{text[:47].rstrip()}…"
