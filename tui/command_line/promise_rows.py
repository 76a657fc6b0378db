"""Promises as rows for other programs: JSON objects, and a table of comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from minutes.arising import Arising
from minutes.wording.promises import changes, colour
from storage.records import Action

Row = dict[str, object]
_HEAD = (
    "Reference",
    "Kind",
    "Body",
    "Minute",
    "Agreed",
    "Owners",
    "Action",
    "Target",
    "Revised",
    "Due",
    "State",
    "Colour",
    "Rating",
    "Themes",
    "List",
    "Exempt",
    "Last heard",
)


def row_of(action: Action, on: date) -> Row:
    """A promise as it stands on the day `on`, with all dates it had and all that was heard of it."""
    standing = action.standing
    return {
        "reference": action.reference,
        "kind": str(action.kind),
        "body": action.body_name,
        "meeting": action.meeting_id,
        "agreed": action.agreed_on.isoformat(),
        "minute": action.minute,
        "owners": [owner.name for owner in standing.owners],
        "action": standing.words,
        "first_words": action.words,
        "due": _day(standing.due),
        "due_words": standing.due_words,
        "target": _day(action.due),
        "revised": _day(standing.due) if standing.due != action.due else None,
        "dates": list(_dates(action)),
        "themes": list(standing.themes),
        "rating": standing.rating,
        "plan": action.plan.title if action.plan else "",
        "review": _day(action.plan.review) if action.plan else None,
        "state": str(standing.state),
        "colour": colour(action, on),
        "overdue": action.is_overdue(on),
        "exempt": action.exempt is not None,
        "progress": list(_progress(action)) if action.words else [],  # a withheld one has neither
    }


def rows_arising(found: Arising) -> list[Row]:
    """What arises at a meeting, each row with why (`arises`); a deferred one is an item of an agenda."""
    rows = [{"arises": why, **row_of(action, found.on)} for why, action in _with_reasons(found)]
    deferred: list[Row] = [
        {
            "arises": "deferred",
            "item": item.number,
            "title": item.title,
            "from": _day(found.deferred_from),
            "exempt": item.exempt is not None,
        }
        for item in found.deferred
    ]
    return [*rows, *deferred]


def log_as_csv(actions: Iterable[Action], on: date) -> str:
    """Promises as they stand on the day `on`, as comma-separated values (RFC 4180) under a head."""
    return _csv(_HEAD, (_cells(action, on) for action in actions))


def arising_as_csv(found: Arising) -> str:
    """What arises at a meeting as comma-separated values, with why; of a deferred item number and title."""
    rows = [(why, *_cells(action, found.on)) for why, action in _with_reasons(found)]
    title = _HEAD.index("Action")
    deferred = [
        ("deferred", item.number, *[""] * (title - 1), item.title, *[""] * (len(_HEAD) - title - 1))
        for item in found.deferred
    ]
    return _csv(("Arises", *_HEAD), (*rows, *deferred))


def _with_reasons(found: Arising) -> Iterator[tuple[str, Action]]:
    """Each promise that arises, and why."""
    yield from (("due", action) for action in found.due)
    yield from (("undated", action) for action in found.undated)
    yield from (("for review", action) for _, of_plan in found.plans for action in of_plan)
    yield from (("reply owed", action) for action in found.replies)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


def _cells(action: Action, on: date) -> tuple[str, ...]:
    standing = action.standing
    target, revised = _day(action.due) or "", _day(standing.due) or ""
    return (
        action.reference,
        str(action.kind),
        action.body_name,
        action.minute,
        action.agreed_on.isoformat(),
        "; ".join(owner.name for owner in standing.owners),
        standing.words,
        target,
        revised if revised != target else "",
        standing.due_words,
        str(standing.state),
        colour(action, on),
        standing.rating,
        "; ".join(standing.themes),
        action.plan.title if action.plan else "",
        "exempt" if action.exempt is not None else "",
        _last_heard(action),
    )


def _last_heard(action: Action) -> str:
    """What was heard last, with its day."""
    if not (action.progress and action.words):
        return ""
    *before, last = action.progress
    return f"{last.on.isoformat()}: {changes(last, action.after(before))}"


def _dates(action: Action) -> Iterator[Row]:
    """Every date it had: the first, and those it was put off to, each with the day that was said and why."""
    if action.due_words:
        yield _date(action.due, action.due_words, action.agreed_on, "")
    for heard in action.progress:
        if heard.due_kind is not None:
            yield _date(heard.due, heard.due_words, heard.on, heard.text)


def _date(due: date | None, words: str, said: date, reason: str) -> Row:
    return {"due": _day(due), "words": words, "said": said.isoformat(), "reason": reason}


def _progress(action: Action) -> Iterator[Row]:
    standing = action.as_agreed
    for heard in action.progress:
        standing = standing.after(heard)
        yield {
            "date": heard.on.isoformat(),
            "meeting": heard.meeting_id,
            "text": heard.text,
            "state": str(standing.state),
            "due": _day(heard.due),
            "owners": [owner.name for owner in heard.owners],
            "rating": heard.rating,
            "words": heard.words,
            "exempt": heard.exempt is not None,
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
