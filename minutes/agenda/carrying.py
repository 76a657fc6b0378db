"""What arises carried into the text of an agenda, beside what the clerk wrote there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from minutes.agenda.items import items_in_place, lines_of, write_items
from minutes.arising import DEFERRED, PART_NAMES, TITLE, Arising, arising_part, matters_arising
from minutes.english import counted, listed, printed_date
from minutes.publishing import published
from storage.records import Action, AgendaItem, Item, PromiseKind, ReportPart

_EXEMPT = "exempt"
_REFERENCE = re.compile(r"p?\d+/\d{4}\Z")
_LAST_MINUTES = re.compile(
    r"(?:the )?(?:minutes|records? of (?:the |our )?(?:last |previous )?meetings?)\b", re.I
)
_COUNTED = {
    PromiseKind.ACTION: ("action", "actions"),
    PromiseKind.PRIORITY: ("priority", "priorities"),
    PromiseKind.REPLY: ("reply owed", "replies owed"),
}


@dataclass(frozen=True, slots=True)
class Carried:
    """An agenda's `text` with what arises carried in, and what that was in words: `said`, "" for nothing.

    `items` are those that hold it; `kept` are the references of lines that the clerk wrote otherwise than
    the book would, and that stand as they are.
    """

    text: str
    said: str
    items: tuple[AgendaItem, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Renewed:
    """The lines of the item, and the references of those that came in, were renewed, went and were kept."""

    parts: tuple[ReportPart, ...]
    new: tuple[str, ...]
    renewed: tuple[str, ...]
    gone: tuple[str, ...]
    kept: tuple[str, ...]


def references_carried(items: Iterable[AgendaItem | Item]) -> tuple[str, ...]:
    """The references in the lines that an agenda has of promises."""
    return tuple(part.number for item in items for part in item.parts if _is_carried(part))


def told(parts: Iterable[ReportPart], promises: Iterable[Action]) -> tuple[ReportPart, ...]:
    """The lines of an item as the public may read them: of a promise that became exempt since it was carried
    in, its reference alone, and without what became exempt of what was heard of it."""
    known = {action.reference: action for action in promises}
    return tuple(_told(part, known.get(part.number)) if _is_carried(part) else part for part in parts)


def _told(part: ReportPart, action: Action | None) -> ReportPart:
    if action is None:
        return part
    public = published(action)
    private = part.text in _once_written(action) - _once_written(public)
    return arising_part(public) if private or action.exempt is not None else part


def carried_in(text: str, found: Arising, known: Iterable[Action], *, overwriting: bool = False) -> Carried:
    """Carry what arises into an agenda's `text`: into its item of that title, or one that is put below the
    minutes of the last meeting; and deferred items, each as one of its own, or below its title where that
    stands there bare.

    A line of a promise that the book would have written, now or at an earlier time of the promise, is
    renewed, or goes where the promise no longer arises; one that the clerk wrote otherwise is kept, unless
    `overwriting`. All else stays as it is. `known` are the promises that lines may be of, as far as they
    are not in `found`.
    """
    standing = items_in_place(text)
    old = next(((item, lines) for item, lines in standing if _is_matters_arising(item)), None)
    promises = {action.reference: action for action in (*known, *found.promises)}
    renewed = _renewed(old[0].parts if old else (), found, promises, overwriting)
    matters = replace(old[0] if old else AgendaItem("", TITLE), parts=renewed.parts)
    again = _reports_again(found, standing)
    changed = [*again, *([(matters, old[1])] if old and matters != old[0] else [])]
    lines = lines_of(text)
    for item, place in sorted(changed, key=lambda each: each[1].start, reverse=True):
        lines[place.start : place.stop] = write_items([item]).split("\n")
    new = _deferred(found, [item for item, _ in standing])
    brought = [*([matters] if renewed.parts and not old else []), *new]
    if brought:
        start = _place(items_in_place("\n".join(lines)))
        lines[start:start] = write_items(brought).split("\n")
    deferred = (*(item for item, _ in again), *new)
    return Carried(
        "\n".join(lines) if brought or changed else text,
        _in_words(renewed, promises, deferred, found),
        (*([matters] if renewed.parts else []), *deferred),
        renewed.kept,
    )


def _renewed(
    parts: Sequence[ReportPart], found: Arising, promises: dict[str, Action], overwriting: bool
) -> _Renewed:
    """The lines of the item with those of promises as the book has them now."""
    fresh = {part.number: part for part in matters_arising(found).parts}
    new = dict(fresh)
    lines: list[ReportPart] = []
    changed: list[str] = []
    gone: list[str] = []
    kept: list[str] = []
    for part in parts:
        current = new.pop(part.number, None) if _is_carried(part) else part
        if current == part:
            lines.append(part)
        elif not overwriting and part.text not in _once_written(promises.get(part.number)):
            lines.append(part)
            kept.append(part.number)
        elif current is None:
            gone.append(part.number)
        else:
            lines.append(current)
            changed.append(part.number)
    lines += new.values()
    if all(_is_carried(part) for part in parts) and not kept:
        lines = list(fresh.values())  # nothing of the clerk's own is between them: in their own order
    return _Renewed(tuple(lines), tuple(new), tuple(changed), tuple(gone), tuple(kept))


def _once_written(action: Action | None) -> set[str]:
    """What the line of a promise says now, and said at every time before."""
    if action is None:
        return {_EXEMPT}
    times = range(len(action.progress) + 1)
    return {_EXEMPT, *(arising_part(replace(action, progress=action.progress[:upto])).text for upto in times)}


def _deferred(found: Arising, there: Sequence[AgendaItem]) -> list[AgendaItem]:
    """The items that the last meeting did not reach, as items of this one; those on its agenda already, by
    title, are left out."""
    titles = {item.title.casefold() for item in there}
    return [
        _again(item, found)
        for item in found.deferred
        if item.title.casefold() not in titles and not _is_matters_arising(item)
    ]


def _reports_again(
    found: Arising, there: Sequence[tuple[AgendaItem, range]]
) -> list[tuple[AgendaItem, range]]:
    """The items on the agenda by their titles alone that the last meeting did not reach, each with the lines
    of its report again."""
    deferred = {item.title.casefold(): item for item in found.deferred if item.parts}
    return [
        (replace(item, parts=_again(late, found).parts), lines)
        for item, lines in there
        if not item.parts
        and (late := deferred.get(item.title.casefold()))
        and late.exempt == item.exempt  # what was exempt never comes under a public title
        and not _is_matters_arising(item)
    ]


def _again(item: Item, found: Arising) -> AgendaItem:
    since = printed_date(found.deferred_from) if found.deferred_from else ""
    parts = (*item.parts, ReportPart(DEFERRED, "", since))
    return AgendaItem("", item.title, exempt=item.exempt, parts=parts)


def _place(standing: Sequence[tuple[AgendaItem, range]]) -> int:
    """The line that what is carried in goes above: below matters arising or the minutes of the last meeting,
    but below everything where numbers would not go on from there."""
    if not standing:
        return 0
    end = standing[-1][1].stop
    for is_it in (_is_matters_arising, _is_last_minutes):
        for place, (item, lines) in enumerate(standing):
            if is_it(item):
                return end if any(below.number for below, _ in standing[place + 1 :]) else lines.stop
    return end


def _is_matters_arising(item: AgendaItem | Item) -> bool:
    return item.title.casefold().startswith(TITLE.casefold())


def _is_last_minutes(item: AgendaItem | Item) -> bool:
    return bool(_LAST_MINUTES.match(item.title))


def _is_carried(part: ReportPart) -> bool:
    return part.name in PART_NAMES.values() and bool(_REFERENCE.match(part.number))


def _in_words(
    renewed: _Renewed, promises: dict[str, Action], deferred: Sequence[AgendaItem], found: Arising
) -> str:
    """What was done, in one sentence: "Matters arising: 2 actions and 1 priority brought in."."""
    said = []
    if renewed.new:
        kinds = [promises[reference].kind for reference in renewed.new]
        counts = [counted(kinds.count(kind), *_COUNTED[kind]) for kind in _COUNTED if kind in kinds]
        said.append(f"{listed(counts)} brought in")
    if renewed.renewed:
        said.append(f"{listed(renewed.renewed)} renewed")
    if renewed.gone:
        said.append(f"{listed(renewed.gone)} taken out")
    if deferred and found.deferred_from:
        items = counted(len(deferred), "item")
        said.append(f"{items} deferred from {printed_date(found.deferred_from)}")
    return f"{TITLE}: {', '.join(said)}." if said else ""
