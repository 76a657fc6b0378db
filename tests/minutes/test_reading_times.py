"""Times of the sitting, of comings and of goings: one that runs backwards is kept, and to check."""

from __future__ import annotations

import pytest

from storage.records import Kind
from tests.minutes.reader import HERE, entry_of, sitting_after

LATE = f"{HERE}\n/open 11.50pm"


@pytest.mark.parametrize(
    ("line", "kind", "doubt"),
    [
        ("/out Cooper 7.42pm", Kind.OUT, ""),
        ("/out Cooper 7.43pm", Kind.OUT, ""),
        ("/out Cooper 7.10pm", Kind.OUT, "7.10pm is before 7.42pm above"),
        ("/in Hackwell 18.00", Kind.IN, "6pm is before 7.42pm above"),
        ("/adjourn 7.30pm for tea", Kind.ADJOURN, "7.30pm is before 7.42pm above"),
        ("/resume 7.41pm", Kind.RESUME, "7.41pm is before 7.42pm above"),
        ("/close 7.42am", Kind.CLOSE, "7.42am is before 7.42pm above"),
        ("/close 7.41am", Kind.CLOSE, "7.41am is after midnight, if 7.42pm above is right"),
        ("/close midnight", Kind.CLOSE, "midnight is after midnight, if 7.42pm above is right"),
    ],
)
def test_a_time_before_the_last_one_is_to_check_and_stays_recorded(line: str, kind: Kind, doubt: str) -> None:
    entry = entry_of(line, f"{HERE}\n/open 7pm\n/attending Clerk\n/out Johnson 7.42pm")
    assert (entry.kind, entry.doubt) == (kind, doubt)
    assert entry.time
    assert entry.source == line


@pytest.mark.parametrize(
    ("above", "line", "doubt"),
    [
        ("", "/out Cooper 12.10am", "12.10am is after midnight, if 11.50pm above is right"),
        ("/out Cooper 12.10am", "/out Kemp 12.20am", ""),
        ("/out Cooper 12.10am", "/close 1.15am", ""),
        ("/out Cooper 12.10am", "/out Kemp 12.05am", "12.05am is before 12.10am above"),
        ("/out Cooper 12.10am", "/out Kemp 11.55pm", "11.55pm is before 12.10am above"),
    ],
)
def test_past_midnight_times_run_on_from_there(above: str, line: str, doubt: str) -> None:
    assert entry_of(line, f"{LATE}\n{above}").doubt == doubt


def test_a_long_day_before_midnight_is_no_doubt() -> None:
    assert entry_of("/close 10.30pm", "/open 9am").doubt == ""


def test_the_clock_is_compared_too_and_no_time_with_nothing() -> None:
    assert entry_of("/out Cooper", "/open 7pm", clock="18:55").doubt == "6.55pm is before 7pm above"
    assert entry_of("/out Cooper", "/open 7pm").doubt == ""
    assert entry_of("/open 6pm").doubt == ""


def test_the_hour_of_the_next_meeting_is_no_time_of_this_one() -> None:
    above = "/open 7pm\n/nextmeeting 15 October 9am"
    assert sitting_after(above).last_time == "19:00"
    assert entry_of("/close 8pm", above).doubt == ""


def test_one_time_out_of_order_does_not_put_those_after_it_in_doubt() -> None:
    above = f"{HERE}\n/open 7pm\n/out Johnson 7.42pm\n/out Cooper 7.10pm"
    assert entry_of("/out Kemp 7.15pm", above).doubt == ""
    assert entry_of("/close 8pm", above).doubt == ""
