"""Every form of DATE in the shorthand, from several days of meeting: what prints, and what falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.layouts import build
from storage.records import DueKind
from tests.minutes.meetings import AGENDA, prepared, printed, shown, taken


@pytest.mark.parametrize(
    ("said", "words", "due"),
    [
        ("by 2w", "by 17 September 2019", date(2019, 9, 17)),
        ("within 3 weeks", "within 3 weeks", date(2019, 9, 24)),
        ("within two weeks", "within two weeks", date(2019, 9, 17)),
        ("by Friday", "by 6 September 2019", date(2019, 9, 6)),
        ("by Tuesday", "by 10 September 2019", date(2019, 9, 10)),
        ("by next Friday", "by 13 September 2019", date(2019, 9, 13)),
        ("by Friday week", "by 13 September 2019", date(2019, 9, 13)),
        ("by the end of October", "by the end of October", date(2019, 10, 31)),
        ("by the end of October 2021", "by the end of October 2021", date(2021, 10, 31)),
        ("by the end of August", "by the end of August", date(2020, 8, 31)),
        ("by October", "by 31 October 2019", date(2019, 10, 31)),
        ("by February", "by 29 February 2020", date(2020, 2, 29)),
        ("by September", "by 30 September 2019", date(2019, 9, 30)),
        ("by 28 Nov", "by 28 November 2019", date(2019, 11, 28)),
        ("by 28 November 2020", "by 28 November 2020", date(2020, 11, 28)),
        ("by Thursday 28th November", "by 28 November 2019", date(2019, 11, 28)),
        ("by Nov 28", "by 28 November 2019", date(2019, 11, 28)),
        ("by 5/7", "by 5 July 2020", date(2020, 7, 5)),
        ("by 5/7/21", "by 5 July 2021", date(2021, 7, 5)),
        ("by 2019-11-28", "by 28 November 2019", date(2019, 11, 28)),
        ("by 3 September", "by 3 September 2020", date(2020, 9, 3)),
        ("by 29 February", "by 29 February 2020", date(2020, 2, 29)),
        ("by the March meeting", "by the March meeting", date(2020, 3, 17)),
        ("at the March meeting", "at the March meeting", date(2020, 3, 17)),
    ],
)
def test_a_date_prints_as_put_where_that_names_one_else_in_full(said: str, words: str, due: date) -> None:
    record = prepared()
    record = replace(record, meeting_dates=(*record.meeting_dates, date(2020, 3, 17)))
    record = taken(f"/5\n@Clerk: report {said} #money", record)
    assert [(action.due, action.due_kind) for action in record.actions] == [(due, DueKind.DATE)]
    assert shown(build(record).blocks[1]) == f"The Clerk undertook to report {words}."


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("at the next meeting", DueKind.NEXT_MEETING),
        ("by the next meeting", DueKind.NEXT_MEETING),
        ("in due course", DueKind.IN_DUE_COURSE),
        ("as soon as possible", DueKind.AS_SOON_AS_POSSIBLE),
    ],
)
@pytest.mark.parametrize("line", ["{} #money", "#money {}", "{}", "{} #money #trees."])
def test_what_is_agreed_to_have_no_date_yet(said: str, kind: DueKind, line: str) -> None:
    notes = f"/5\n@Clerk: report {line.format(said)}"
    (action,) = taken(notes).actions
    assert (action.words, action.due, action.due_kind) == ("report", None, kind)
    assert printed(notes) == [f"The Clerk undertook to report {said}."]


@pytest.mark.parametrize(
    "said",
    [
        "by 31 November",
        "by hand",
        "by the 5th",
        "before Friday",
        "by 30 February 2020",
        "by Sept '20",
        "by May 5'20",
    ],
)
def test_what_is_no_date_stays_in_the_text(said: str) -> None:
    notes = f"/5\n@Clerk: report {said}"
    (action,) = taken(notes).actions
    assert (action.words, action.due, action.due_kind) == (f"report {said}", None, DueKind.UNDATED)
    assert printed(notes) == [f"The Clerk undertook to report {said}."]


FRIDAY = "6 September 2019"
LEAP_DAY = "29 February 2020"
BEFORE_LEAP_DAY = "28 February 2020"
NEW_YEARS_EVE = "31 December 2019"
NEW_YEARS_DAY = "1 January 2021"


@pytest.mark.parametrize(
    ("meeting", "said", "due"),
    [
        (FRIDAY, "Friday", date(2019, 9, 13)),
        (FRIDAY, "next Friday", date(2019, 9, 20)),
        (FRIDAY, "Friday week", date(2019, 9, 20)),
        (FRIDAY, "Thursday", date(2019, 9, 12)),
        (FRIDAY, "next Thursday", date(2019, 9, 19)),
        (FRIDAY, "Saturday", date(2019, 9, 7)),
        (FRIDAY, "2w", date(2019, 9, 20)),
        (BEFORE_LEAP_DAY, "Saturday", date(2020, 2, 29)),
        (BEFORE_LEAP_DAY, "29 February", date(2020, 2, 29)),
        (BEFORE_LEAP_DAY, "February", date(2020, 2, 29)),
        (BEFORE_LEAP_DAY, "2w", date(2020, 3, 13)),
        (LEAP_DAY, "29 February", date(2024, 2, 29)),
        (LEAP_DAY, "28 February", date(2021, 2, 28)),
        (LEAP_DAY, "the end of February", date(2021, 2, 28)),
        (LEAP_DAY, "2w", date(2020, 3, 14)),
        (LEAP_DAY, "Saturday", date(2020, 3, 7)),
        (NEW_YEARS_EVE, "2w", date(2020, 1, 14)),
        (NEW_YEARS_EVE, "Wednesday", date(2020, 1, 1)),
        (NEW_YEARS_EVE, "Tuesday", date(2020, 1, 7)),
        (NEW_YEARS_EVE, "December", date(2020, 12, 31)),
        (NEW_YEARS_EVE, "the end of January", date(2020, 1, 31)),
        (NEW_YEARS_EVE, "31 December", date(2020, 12, 31)),
        (NEW_YEARS_EVE, "1/1", date(2020, 1, 1)),
        (NEW_YEARS_DAY, "31 December", date(2021, 12, 31)),
        (NEW_YEARS_DAY, "1 January", date(2022, 1, 1)),
        (NEW_YEARS_DAY, "29 February", date(2024, 2, 29)),
        (NEW_YEARS_DAY, "28/11/20", date(2020, 11, 28)),
    ],
)
def test_dates_are_reckoned_from_the_day_of_the_meeting(meeting: str, said: str, due: date) -> None:
    record = prepared(AGENDA.replace("3 September 2019", meeting))
    (action,) = taken(f"/5\n@Clerk: go by {said}", record).actions
    assert action.due == due


@pytest.mark.parametrize(
    ("meeting", "said", "printed_day"),
    [
        ("3 September 2019", "4 October", "4 October 2018"),
        ("3 September 2019", "2 Sep", "2 September 2019"),
        ("3 September 2019", "3 September", "3 September 2018"),
        ("3 September 2019", "Friday", "30 August 2019"),
        (NEW_YEARS_DAY, "31 December", "31 December 2020"),
        (LEAP_DAY, "29 February", "29 February 2016"),
        (FRIDAY, "Friday", "30 August 2019"),
    ],
)
def test_for_the_last_minutes_the_last_such_day_is_meant(meeting: str, said: str, printed_day: str) -> None:
    agenda = AGENDA.replace("3 September 2019", meeting)
    assert printed(f"/previous {said}", agenda=agenda) == [
        f"The minutes of the meeting held on {printed_day} were agreed as a correct record and signed by the "
        "Chairman."
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("15 October", "15 October 2019."),
        ("15 October 1930", None),
        ("15 October 2019 1930", "15 October 2019 at 7.30pm."),
        ("Tue 15 Oct, 7pm, Town Hall", "15 October 2019 at 7pm, Town Hall."),
        ("15/10 19:30 in the Town Hall", "15 October 2019 at 7.30pm in the Town Hall."),
        ("Friday week 7pm", "13 September 2019 at 7pm."),
        ("6w noon", "15 October 2019 at noon."),
    ],
)
def test_four_figures_after_a_day_and_month_are_a_year(said: str, text: str | None) -> None:
    assert printed(f"/nextmeeting {said}") == [
        f"The next meeting will be held on {text}" if text else f"[to check: /nextmeeting {said}]"
    ]


@pytest.mark.parametrize(
    "time", ["19.42", "19:42", "7.42pm", "7.42 p.m.", "7:42 pm", "1942", "at 7.42pm", "7.42PM"]
)
def test_every_form_of_a_time(time: str) -> None:
    assert printed(f"/present Cooper\n/out Cooper {time}\n/adjourn {time} for tea\n/resume {time}") == [
        "Councillor Cooper left the meeting at 7.42pm.",
        "The meeting was adjourned at 7.42pm for tea.",
        "The meeting resumed at 7.42pm.",
    ]


def test_without_am_or_pm_a_time_is_of_24_hours_and_without_any_there_is_none() -> None:
    assert printed("/out Cooper 7.42\n/in Cooper\n/adjourn\n/resume 12.00") == [
        "Councillor Cooper left the meeting at 7.42am.",
        "Councillor Cooper returned to the meeting.",
        "The meeting was adjourned.",
        "The meeting resumed at noon.",
    ]
