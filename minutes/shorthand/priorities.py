"""Lists of priorities: `/priorities`, and the points right below it, each of which is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from minutes.english import printed_date
from minutes.promises import state_when_deferred
from minutes.references import references_at_start
from minutes.shorthand.actions import Task, owners_in, task_in, without_lead, without_signs
from minutes.shorthand.dates import Calendar, due_at_end, read_date
from minutes.shorthand.labels import part_label
from minutes.shorthand.promises import promise_meant
from minutes.shorthand.reading import Command, DoubtError, Line, Read, quoted
from minutes.shorthand.themes import known_themes
from minutes.sitting import Sitting
from storage.records import ActionState, Kind, Named, NewEntry, NewProgress, PromiseKind

_SET_BY = re.compile(r"(?:as\s+)?set\s+by\s+(\S.*)", re.IGNORECASE)
_REVIEW = re.compile(
    r"(?:to\s+be\s+)?review(?:ed)?(?:\s+date)?(?:\s+(?:by|on|at|in)(?=\s))?[\s:]*(.*)", re.IGNORECASE
)
_UNTITLED = "Priorities"
_BETWEEN = " ,;:(–-"  # signs between a point and its owner
_LED_BY = re.compile(r"\s(?:(?:led|owned) by|leads?|owners?)$", re.IGNORECASE)
_LEADS_ON = re.compile(r"[,;] ?(?:and|or)$")  # to the next point
_REACH = 20  # letters from the end


@dataclass(frozen=True, slots=True)
class _Point:
    """A point in a list, taken apart: `words` without owners, date and themes, `text` as it prints."""

    words: str
    text: str
    label: str
    owners: tuple[Named, ...]
    task: Task


def read_priorities(line: Line) -> Read:
    """`/priorities Title[; set by NAME][; review DATE]:`. A review date that cannot be read leaves the list
    a list, or the points below would be none of its priorities."""
    title, *parts = (part.strip() for part in line.text.rstrip(": ").split(";"))
    set_by, review = "", None
    doubts = [] if title else ["what is the list called? write /priorities and its title"]
    for part in filter(None, parts):
        if match := _SET_BY.fullmatch(part):
            set_by = match[1]
        elif match := _REVIEW.fullmatch(part):
            review, doubt = _review(match[1], line.sitting)
            doubts += filter(None, [doubt])
        else:
            title = f"{title}; {part}"
    return Read(
        NewEntry(Kind.PRIORITIES, line.source, title or _UNTITLED, set_by, on=review, doubt="; ".join(doubts))
    )


def read_priority(line: Line, marker: str, text: str) -> Read:
    """A point in a list of priorities: a new one, or after `p4:` one that this list carries on."""
    references, length = references_at_start(text)
    behind = text[length:].lstrip()
    if references and references[0].priority and behind[:1] in ("", ":"):
        if len(references) > 1:
            raise DoubtError("one priority a point: write - p4: and its words")
        action = promise_meant(references[0], line.sitting)
        return _carried_on(action.id, line, marker, behind[1:].strip())
    point = _taken_apart(text, line.sitting)
    new = point.task.promise(point.words, point.owners, PromiseKind.PRIORITY)
    new = replace(new, themes=_themes(point, line.sitting))
    entry = NewEntry(Kind.POINT, line.source, point.text, point.label, marker=marker, actions=(new,))
    return Read(entry)


def _carried_on(action_id: int, line: Line, marker: str, text: str) -> Read:
    """A priority of an earlier list, in this one's words where it has any; else it prints in its own, as
    far as they may be told there."""
    if not text:
        themes = known_themes((line.sitting.promises.theme,), line.sitting) or None
        progress = NewProgress(action_id, state=ActionState.OPEN, themes=themes)
        return Read(NewEntry(Kind.POINT, line.source, marker=marker, progress=(progress,)))
    point = _taken_apart(text, line.sitting)
    due = point.task.due
    progress = NewProgress(
        action_id,
        state=state_when_deferred(due.kind) if due else ActionState.OPEN,
        due=due.on if due else None,
        due_words=due.words if due else "",
        due_kind=due.kind if due else None,
        owners=point.owners,
        themes=_themes(point, line.sitting) or None,
        words=point.words,
    )
    entry = NewEntry(Kind.POINT, line.source, point.text, point.label, marker=marker, progress=(progress,))
    return Read(entry)


def _taken_apart(text: str, sitting: Sitting) -> _Point:
    """Raises DoubtError where an owner cannot be read, or nothing is to be done."""
    label, said = part_label(text)
    task = task_in(said, sitting)
    owners, words = _without_owners(_without_brackets(task.words), sitting)
    if task.due is None and (due := due_at_end(words, Calendar.of(sitting))) is not None:
        words, task = words[: due.start], replace(task, due=due)  # said before the owner
    words = words.rstrip(" ,;")
    if leads_on := _LEADS_ON.search(words, max(len(words) - _REACH, 0)):
        words = words[: leads_on.start()].rstrip()
    if not words:
        raise DoubtError("what is the priority? write it after the -")
    return _Point(f"{label}: {words}" if label else words, without_signs(task.printed), label, owners, task)


def _without_brackets(words: str) -> str:
    """`words` without the brackets that an owner at their end stands in."""
    start = words.rfind("(")
    owner = start >= 0 and words.endswith(")") and words[start + 1 : start + _REACH].lstrip().startswith("@")
    return words[:start] + words[start + 1 : -1] if owner else words


def _without_owners(words: str, sitting: Sitting) -> tuple[tuple[Named, ...], str]:
    """The owners in a point, and its words without those at their beginning or end; in their midst an
    owner is a part of them."""
    found = owners_in(words, sitting)
    owners = tuple(dict.fromkeys(owner for each in found for owner in each.owners))
    if len(found) != 1:
        return owners, without_signs(words)
    before, behind = words[: found[0].start], words[found[0].end :]
    if not behind.strip(_BETWEEN):
        before = before.rstrip(_BETWEEN)
        led = _LED_BY.search(before, max(len(before) - _REACH, 0))
        return owners, before[: led.start()].rstrip(_BETWEEN) if led else before
    if not before.strip():
        return owners, without_lead(behind)
    return owners, without_signs(words)


def _themes(point: _Point, sitting: Sitting) -> tuple[str, ...]:
    """The themes of a point: that of the heading above it, and its own."""
    return known_themes((sitting.promises.theme, *point.task.themes), sitting)


def _review(said: str, sitting: Sitting) -> tuple[date | None, str]:
    """The date a list is to be reviewed by; None and why where there is none that can be."""
    found = read_date(said, Calendar.of(sitting))
    if found is None or found.on is None:
        return None, f"{quoted(said)} is no date: write review 30 June 2021"
    if found.on <= sitting.record.meeting.on:
        return None, f"review {printed_date(found.on)} is not after this meeting"
    return found.on, ""


COMMANDS = (
    Command(
        "priorities",
        "Title[; set by NAME][; review DATE]:",
        "The points below are priorities agreed here, or set by others.",
        "/priorities Priorities for the next 6 months; review 30 June 2021:",
        read_priorities,
    ),
)
