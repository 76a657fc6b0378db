"""The chart of what was opened, done and late, by theme and by month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Chart
from minutes.formats.text import lines
from minutes.formats.wrapping import cells
from minutes.layouts.chart import charts
from storage.records import Action, ActionState
from tests.minutes.promised import noted, promise

ON = date(2021, 10, 14)
SEPTEMBER = date(2021, 9, 16)
LATE = promise(1, due=date(2021, 10, 1), themes=("Quality",), on=SEPTEMBER)
DONE_LATE = promise(
    2,
    "ask",
    noted(date(2021, 10, 8), state=ActionState.DONE),
    due=date(2021, 9, 30),
    themes=("Quality", "workforce"),
    on=SEPTEMBER,
)
DEFERRED = promise(
    3, "tell", noted(date(2021, 10, 1), due=date(2021, 11, 1)), due=date(2021, 9, 30), on=SEPTEMBER
)
DUE_TODAY = promise(4, due=ON, on=ON)


def test_by_theme_each_counts_what_was_opened_done_and_is_late() -> None:
    assert charts([LATE, DONE_LATE, DEFERRED, DUE_TODAY], ON)[0] == Chart(
        "By theme",
        ("opened", "done", "late"),
        (("Quality", (2, 1, 1)), ("workforce", (1, 1, 0)), ("no theme", (2, 0, 0))),
    )


def test_by_month_the_last_twelve_tell_what_fell_due_and_was_not_done_in_time() -> None:
    by_month = charts([LATE, DONE_LATE, DEFERRED, DUE_TODAY], ON)[1]
    assert len(by_month.rows) == 12
    assert by_month.rows[:2] == (("Nov 2020", (0, 0, 0)), ("Dec 2020", (0, 0, 0)))
    assert by_month.rows[-2:] == (("Sep 2021", (3, 0, 2)), ("Oct 2021", (1, 1, 1)))


def test_a_chart_of_a_day_knows_nothing_of_what_came_later() -> None:
    assert charts([DONE_LATE, DUE_TODAY], date(2021, 9, 30))[0].rows == (
        ("Quality", (1, 0, 0)),
        ("workforce", (1, 0, 0)),
    )


def test_as_text_it_has_words_and_bars() -> None:
    chart = Chart("By theme", ("opened", "late"), (("Quality", (12, 1)), ("no theme", (3, 0))))
    assert [line.text for line in lines([chart], 60)] == [
        "By theme",
        "",
        "          opened           late",
        "--------  ---------------  ----",
        "Quality   ████████████ 12  █ 1",
        "no theme  ███ 3            0",
    ]


days = st.dates(date(2020, 6, 1), date(2021, 12, 31))
lives = st.builds(
    lambda number, on, due, said: promise(number, "ask", *said, due=due, on=on),
    st.integers(1, 99),
    days,
    st.none() | days,
    st.lists(st.builds(noted, days, state=st.sampled_from(ActionState)), max_size=3).map(
        lambda said: sorted(said, key=lambda heard: heard.on)
    ),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(lives, max_size=8), days)
def test_what_is_counted_agrees_with_the_history(actions: list[Action], on: date) -> None:
    by_theme, by_month = charts(actions, on)
    known = [action.as_on(on) for action in actions if action.agreed_on <= on]
    done = [action for action in known if action.state is ActionState.DONE]
    late = [action for action in known if action.is_overdue(on)]
    assert by_theme.rows == ((("no theme", (len(known), len(done), len(late))),) if known else ())
    lately = [action for action in known if months(on) - months(action.agreed_on) < 12]
    assert sum(opened for _, (opened, _, _) in by_month.rows) == len(lately)
    assert sum(done for _, (_, done, _) in by_month.rows) <= len(done)


def months(day: date) -> int:
    return 12 * day.year + day.month


@pytest.mark.parametrize("width", [2, 10, 20, 40, 76, 200])
def test_no_line_of_it_is_too_wide(width: int) -> None:
    chart = Chart("By theme", ("opened", "done", "late"), (("A theme of many words", (1000, 20, 0)),))
    assert all(cells(line.text) <= width for line in lines([chart], width))
