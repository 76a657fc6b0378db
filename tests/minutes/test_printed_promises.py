"""What is heard of actions at a later meeting, as its minutes print it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes.document import Table
from minutes.layouts import build, live_blocks
from storage.records import ActionState
from tests.minutes.meetings import shown, taken
from tests.minutes.promised import AGREED, heard, noted, october

PLAN = "Action 1/2019 (Director of People: provide the Action Plan to Ofsted)"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("/report 1 it was with the printers", "it was with the printers."),
        ("/done 1", "done."),
        ("/done 1 sent on 12 September", "done: sent on 12 September."),
        ("/drop 1 superseded by the new plan", "no longer to be done: superseded by the new plan."),
        (
            "/drop 1 the plan was withdrawn",
            "no longer to be done because the plan was withdrawn.",
        ),
        ("/defer 1 12 December", "deferred from 13 September 2019 to 12 December 2019."),
        (
            "/defer 1 12 December awaiting the lawyers",
            "deferred from 13 September 2019 to 12 December 2019: awaiting the lawyers.",
        ),
        ("/defer 1 the next meeting", "deferred from 13 September 2019 to the next meeting."),
        ("/defer 1 in due course", "deferred from 13 September 2019, to be done in due course."),
        ("/rate 1 B2", "rated B2."),
    ],
)
def test_what_was_heard_stands_below_the_words_of_the_action(line: str, printed: str) -> None:
    assert heard(line) == [f"• {PLAN} – {printed}"]


def test_each_line_tells_how_the_action_stood_before_it() -> None:
    notes = "/rate 1 B2\n/defer 1 10 October\n/rate 1 amber\n/defer 1 24 October the lawyers were ill"
    assert heard(notes) == [
        f"• {PLAN} – rated B2.",
        f"• {PLAN} – deferred from 13 September 2019 to 10 October 2019.",
        f"• {PLAN} – rated amber (before: B2).",
        f"• {PLAN} – deferred from 10 October 2019 to 24 October 2019 because the lawyers were ill.",
    ]


def test_one_line_about_several_actions_is_a_point_for_each() -> None:
    assert heard("/done 1, 2 both in hand") == [
        f"• {PLAN} – done: both in hand.",
        "• Action 2/2019 (Clerk, Councillor Cooper: ask for three quotes) – done: both in hand.",
    ]


def test_an_action_without_a_date_was_deferred_from_nothing() -> None:
    assert heard("/defer 2 8 November") == [
        "• Action 2/2019 (Clerk, Councillor Cooper: ask for three quotes) – deferred to 8 November 2019."
    ]


def test_what_was_heard_later_changes_nothing_in_the_minutes() -> None:
    record = october("/defer 1 10 October")
    action = record.promises[0]
    later = noted(date(2019, 11, 1), "sent", ActionState.DONE, due=date(2019, 12, 1))
    after = replace(record, promises=(replace(action, progress=(*action.progress, later)),))
    assert build(after) == build(replace(record, promises=(action,)))


def test_what_is_no_longer_found_keeps_its_words() -> None:
    record = replace(october("/done 1 sent on 12 September"), promises=())
    assert "• Action 1 – done: sent on 12 September." in [shown(block) for block in build(record).blocks]


def test_the_screen_shows_what_the_paper_will() -> None:
    record = october("/done 1 sent\n/rate 2 amber")
    on_screen = [shown(block) for block in live_blocks(record, 2)]
    assert on_screen[1:] == heard("/done 1 sent\n/rate 2 amber")


def test_the_actions_of_the_meeting_stand_in_its_table_as_it_left_them() -> None:
    record = taken(AGREED)
    here = date(2019, 9, 3)
    deferred = noted(here, due=date(2019, 9, 27), meeting=record.meeting.id)
    done = noted(here, state=ActionState.DONE, meeting=record.meeting.id)
    later = noted(date(2019, 10, 1), "sent", ActionState.DONE)
    said = {1: (deferred, later), 2: (done,), 3: (later,), 4: (later,)}
    actions = tuple(replace(action, progress=said.get(action.id, ())) for action in record.actions)
    (log,) = [block for block in build(replace(record, actions=actions)).blocks if isinstance(block, Table)]
    assert [(row[0], row[-1]) for row in log.rows[1:]] == [
        ("1/2019", "27 Sep 2019"),
        ("2/2019", "done"),
        ("3/2019", "next meeting"),
        ("4/2019", "20 Sep 2019"),
    ]


EXEMPT = "/5\n/exempt 3\n@Clerk: buy the canary by 13 September\n/public\n@Clerk: ask by 13 September"


def test_of_an_exempt_action_a_public_line_tells_the_reference_alone() -> None:
    notes = "/rate 1 B2\n/defer 1 8 November the price rose\n/rate 1 B3"
    assert heard(notes, EXEMPT) == [
        "• Action 1/2019 – rated B2.",
        "• Action 1/2019 – deferred to 8 November 2019: the price rose.",
        "• Action 1/2019 – rated B3.",
    ]
    assert heard(notes, EXEMPT, restricted=True)[-1] == (
        "• Action 1/2019 (Clerk: buy the canary) – rated B3 (before: B2)."
    )


def test_a_public_line_does_not_tell_what_exempt_lines_made_of_an_action() -> None:
    notes = "/exempt 3\n/defer 2 10 October the canary died\n/rate 2 yellow\n/public\n"
    lines = heard(f"{notes}/defer 2 8 November\n/rate 2 amber", EXEMPT)[-2:]
    assert lines == [
        "• Action 2/2019 (Clerk: ask) – deferred from 13 September 2019 to 8 November 2019.",
        "• Action 2/2019 (Clerk: ask) – rated amber.",
    ]
