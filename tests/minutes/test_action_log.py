"""The action log: what is owed, by whom, by when, and what became of it, as it stands on a day."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Block, Heading, Paragraph, Point, Table
from minutes.formats.html import write as as_html
from minutes.formats.markdown import write as as_markdown
from minutes.formats.text import write
from minutes.formats.wrapping import cells
from minutes.layouts.action_log import build_log
from minutes.wording.promises import colour
from storage.records import Action, ActionState, DueKind, Plan, Progress, PromiseKind
from tests.minutes.promised import noted, promise

ON = date(2021, 10, 14)
SEPTEMBER = date(2021, 9, 16)
PLAN = Plan(40, 1, "Priorities for the next 6 months", "", date(2021, 11, 11), SEPTEMBER)


def table_of(*actions: Action, on: date = ON) -> tuple[tuple[str, ...], ...]:
    """The one table of a log."""
    (table,) = (block.rows for block in build_log(actions, on).blocks if isinstance(block, Table))
    return table


def told(blocks: tuple[Block, ...]) -> list[str]:
    """The headings, paragraphs and points of a log."""
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph | Point)]


def priority(number: int, words: str, *said: Progress, theme: str = "", plan: Plan = PLAN) -> Action:
    themes = (theme,) if theme else ()
    return promise(
        number, words, *said, owners=(), themes=themes, kind=PromiseKind.PRIORITY, plans=(plan,), on=SEPTEMBER
    )


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2021, 10, 22), "on target"),
        (date(2021, 10, 21), "due"),
        (date(2021, 10, 14), "due"),
        (date(2021, 10, 13), "late by 1 day"),
        (date(2021, 9, 13), "late by 31 days"),
        (date(2021, 9, 12), "more than a month late"),
        (None, "undated"),
    ],
)
def test_the_colour_of_a_promise_in_words(due: date | None, said: str) -> None:
    assert colour(promise(1, due=due), ON) == said


def test_the_colour_goes_by_the_date_it_has_now_and_by_its_state() -> None:
    deferred = noted(date(2021, 10, 1), due=date(2021, 12, 1))
    done = noted(date(2021, 10, 2), state=ActionState.DONE)
    assert colour(promise(1, "ask", deferred, due=SEPTEMBER), ON) == "on target"
    assert colour(promise(1, "ask", deferred, done, due=SEPTEMBER), ON) == "done"


def test_a_row_tells_minute_lead_target_revised_target_and_state() -> None:
    deferred = noted(date(2021, 9, 30), "asked for more", due=date(2021, 10, 11))
    heard = noted(date(2021, 10, 7), "nearly there", ActionState.IN_PROGRESS, rating="B2", meeting=None)
    action = promise(
        3, "provide it", deferred, heard, due=date(2021, 9, 30), owners=("Clerk", "The Mayor"), on=SEPTEMBER
    )
    assert table_of(action) == (
        ("Ref", "Minute", "Action", "Lead", "Target", "Revised", "State"),
        (
            "3/2021",
            "5, 16 Sep",
            "Provide it",
            "Clerk, The Mayor",
            "30 Sep 2021",
            "11 Oct 2021",
            "In progress, late by 3 days, rated B2",
        ),
    )
    assert told(build_log([action], ON).blocks) == [
        "What was heard last:",
        "7 October 2021 – Nearly there. Rated B2.",
    ]


def test_a_column_that_holds_nothing_is_left_out() -> None:
    assert table_of(promise(1, owners=(), due_kind=DueKind.IN_DUE_COURSE)) == (
        ("Ref", "Minute", "Action", "Target", "State"),
        ("1/2019", "5, 3 Sep", "Ask for quotes", "in due course", "In due course"),
    )


def test_its_head_counts_the_colours() -> None:
    actions = [
        promise(1, due=date(2021, 9, 1)),
        promise(2, due=date(2021, 10, 1)),
        promise(3, due=date(2021, 10, 20)),
        promise(4),
        promise(5, "tell", noted(ON, state=ActionState.DROPPED), due=date(2021, 9, 1)),
        priority(1, "Practice"),
    ]
    assert build_log(actions, ON).head == (
        "Board",
        "Action log",
        "on 14 October 2021",
        "Actions: 4 open (1 more than a month late, 1 late, 1 due, 1 undated), 1 dropped",
        "Priorities: 1 open",
    )


def test_each_list_of_priorities_is_a_section_that_says_what_was_not_reported_on() -> None:
    day = date(2021, 10, 12)
    reported = [priority(number, f"Priority {number}", noted(day, "better")) for number in range(1, 6)]
    log = build_log([*reported, priority(6, "Continuing the relentless focus on practice")], ON)
    assert told(log.blocks)[:2] == [
        "Priorities for the next 6 months",
        "Agreed on 16 September 2021 (minute 5); to be reviewed by 11 November 2021. 5 of 6 reported on "
        "12 October 2021; not reported on: p6.",
    ]
    (table,) = [block for block in log.blocks if isinstance(block, Table)]
    assert table.rows[0] == ("Ref", "Priority", "State")
    assert table.rows[-1] == ("p6/2021", "Continuing the relentless focus on practice", "Open")


def test_a_priority_carried_on_counts_in_the_list_it_was_reported_in() -> None:
    day = date(2021, 10, 12)
    again = Plan(50, 2, "Priorities for 2022", "the DfE", None, day)
    carried = promise(
        1,
        "Recruitment",
        noted(day, "better"),
        noted(day, words="Recruitment and retention"),
        owners=(),
        kind=PromiseKind.PRIORITY,
        plans=(PLAN, again),
        on=SEPTEMBER,
    )
    said = told(build_log([carried, priority(2, "Practice")], ON).blocks)
    assert "1 of 2 reported on 12 October 2021; not reported on: p2." in said[1]
    assert "Set by the DfE, recorded on 12 October 2021." in said


def test_a_plan_by_themes_has_a_table_for_each() -> None:
    plan = [
        priority(1, "Practice standards", theme="Workforce"),
        priority(2, "Recruitment", theme="Workforce"),
        priority(3, "Websites", theme="Communications"),
    ]
    blocks = build_log(plan, ON).blocks
    assert told(blocks)[2:] == ["Workforce", "Communications"]
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [3, 2]


def test_a_log_of_several_bodies_has_a_part_for_each() -> None:
    log = build_log([promise(1), promise(1, body="Cabinet", exempt="3")], ON)
    assert told(log.blocks) == ["Board", "Cabinet", "Exempt: 1/2019."]
    assert log.head[0] == "Action log"


def test_an_empty_log_says_so() -> None:
    assert told(build_log([], ON).blocks) == ["There are no actions to show."]


def test_a_restricted_log_has_all_and_says_what_it_is() -> None:
    exempt = promise(1, "buy the canary", noted(ON, "the canary died", exempt="3"), exempt="3")
    log = build_log([exempt], ON, restricted=True)
    assert log.mark == "RESTRICTED"
    assert "the canary died" in write(log).casefold()


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
days = st.dates(date(2020, 1, 1), date(2022, 12, 31))
heard = st.builds(
    noted,
    days,
    words,
    st.sampled_from([None, *ActionState]),
    due=st.none() | days,
    rating=st.sampled_from(["", "B2"]),
    meeting=st.sampled_from([None, 2]),
)
promises = st.builds(
    lambda number, text, said, due, lead: promise(number, text, *said, due=due, owners=(lead,)),
    st.integers(1, 999),
    words,
    st.lists(heard, max_size=3),
    st.none() | days,
    words,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(promises, max_size=6))
def test_as_text_it_fits_eighty_columns_and_its_counts_agree_with_the_history(log: list[Action]) -> None:
    document = build_log(log, ON, charted=log)
    assert all(cells(line) <= 80 for line in write(document, 80).split("\n"))
    if log:
        (counted,) = (line for line in document.head if line.startswith("Actions: "))
        still_open, *closed = figures(re.sub(r"\(.*\)", "", counted))
        assert still_open + sum(closed) == len(log)
        assert still_open == sum(figures("".join(re.findall(r"\((.*)\)", counted))))


def figures(text: str) -> list[int]:
    return [int(figure) for figure in re.findall(r"\d+", text)]


CANARY = "Canary"
exempt_heard = st.builds(
    noted,
    days,
    st.just(CANARY),
    st.sampled_from([None, ActionState.DONE]),
    due=st.none() | days,
    rating=st.just(CANARY),
    words=st.just(CANARY),
    exempt=st.just("3"),
)
EXEMPT_PLAN = Plan(60, 2, CANARY, CANARY, None, ON, exempt="3")


@settings(max_examples=40, deadline=None)
@given(st.lists(exempt_heard, max_size=2), st.lists(heard, max_size=2))
def test_no_public_log_sings(exempt: list[Progress], public: list[Progress]) -> None:
    canary = promise(1, CANARY, *public, owners=(CANARY,), themes=(CANARY,), exempt="3")
    open_one = promise(2, "ask", *exempt, *public)
    carried = promise(
        3, "Practice", *exempt, owners=(), kind=PromiseKind.PRIORITY, plans=(PLAN, EXEMPT_PLAN), on=SEPTEMBER
    )
    actions = [canary, open_one, carried]
    log = build_log(actions, ON, charted=actions)
    for said in (write(log), as_markdown(log), as_html(log)):
        assert CANARY.casefold() not in said.casefold()
    assert "Exempt: 1/2019." in write(log)
    assert CANARY in write(build_log(actions, ON, restricted=True))
