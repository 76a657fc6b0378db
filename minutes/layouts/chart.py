"""What was promised and kept, counted by theme and by month, for a chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from minutes.document import Chart
from minutes.english import MONTHS
from storage.records import Action, ActionState

SERIES = ("opened", "done", "late")
NO_THEME = "no theme"
_MONTHS = 12  # how far back


def charts(actions: Sequence[Action], on: date) -> tuple[Chart, Chart]:
    """The chart by theme and the one by month of `actions`, as they stand on the day `on`.

    By theme: opened, done, and late by now; one of several themes counts in each. By month, of the last
    twelve: opened in it; done in it; fallen due in it and still owed when it, or the day `on`, was over.
    """
    known = [action.as_on(on) for action in actions if action.agreed_on <= on]
    return _by_theme(known, on), _by_month(known, on)


def _by_theme(actions: Sequence[Action], on: date) -> Chart:
    themes = sorted({theme for action in actions for theme in action.standing.themes}, key=str.casefold)
    rows: list[tuple[str, tuple[int, ...]]] = []
    for theme in [*themes, ""]:
        of_theme = [each for each in actions if _is_of(each, theme)]
        done = sum(each.state is ActionState.DONE for each in of_theme)
        late = sum(each.is_overdue(on) for each in of_theme)
        if of_theme:
            rows.append((theme or NO_THEME, (len(of_theme), done, late)))
    return Chart("By theme", SERIES, tuple(rows))


def _is_of(action: Action, theme: str) -> bool:
    themes = action.standing.themes
    return theme in themes if theme else not themes


def _by_month(actions: Sequence[Action], on: date) -> Chart:
    rows = []
    for first in _last_months(on):
        last = min(_following(first) - timedelta(days=1), on)
        opened = sum(first <= action.agreed_on <= last for action in actions)
        done = sum(first <= day <= last for action in actions if (day := _done_on(action)))
        late = sum(_was_late(action, first, last, on) for action in actions)
        rows.append((f"{MONTHS[first.month - 1][:3]} {first.year}", (opened, done, late)))
    return Chart("By month", SERIES, tuple(rows))


def _last_months(on: date) -> list[date]:
    """The first days of the twelve months up to that of the day `on`."""
    count = on.year * 12 + on.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(count - _MONTHS + 1, count + 1)]


def _following(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _done_on(action: Action) -> date | None:
    """The day a promise that is done was done on: the last on which that was heard."""
    if action.state is not ActionState.DONE:
        return None
    return max(heard.on for heard in action.progress if heard.state is ActionState.DONE)


def _was_late(action: Action, first: date, last: date, on: date) -> bool:
    """Whether it fell due in the days `first` to `last`, by the date it had at their end, and was still owed
    then; what is due on the day `on` is not late yet."""
    if not any(first <= due <= last for due in (action.due, *(h.due for h in action.progress)) if due):
        return False  # most actions, in most months
    then = action.as_on(last).standing
    return then.is_open and then.due is not None and first <= then.due <= last and then.due < on
