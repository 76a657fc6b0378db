"""The sample book: what a newcomer finds in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import MeetingState
from tests.tui.shell import Shell
from tui.demo import make_sample_book

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> MinuteBook:
    path = tmp_path_factory.mktemp("demo") / "minutes.db"
    make_sample_book(path, TODAY)
    return MinuteBook.open(path)


def test_a_meeting_is_ready_and_an_approved_one_behind_it(book: MinuteBook) -> None:
    meetings = book.meetings(TODAY)

    assert [(line.on == TODAY, line.state) for line in meetings] == [
        (True, MeetingState.PLANNED),
        (False, MeetingState.DRAFT),
        (False, MeetingState.APPROVED),
    ]
    assert meetings[0].item_count == 8
    assert {line.body_name for line in meetings} == {"Children's Services Improvement Board"}


def test_every_line_of_its_notes_is_understood(book: MinuteBook) -> None:
    records = [book.meeting(line.id) for line in book.meetings(TODAY)]

    assert [entry.doubt for record in records for entry in record.entries if entry.doubt] == []
    assert [person.name for record in records for person in record.attendees if person.added] == []


def test_actions_are_open_and_one_of_them_is_overdue(book: MinuteBook) -> None:
    actions = book.actions()

    assert len(actions) >= 4
    assert len([action for action in actions if action.is_overdue(TODAY)]) == 1
    assert len(book.actions(open_only=False)) == len(actions) + 1
    assert len([action for action in actions if action.standing.due != action.due]) == 1, "deferred"


def test_a_list_of_priorities_waits_for_its_review(book: MinuteBook) -> None:
    (to_take, *_) = book.meetings(TODAY)
    plans = [action.plan for action in book.meeting(to_take.id).promises if action.plan]

    assert [plan.review for plan in plans] == [to_take.on] * 3


def test_what_was_said_of_a_family_stays_out_of_public_print(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    make_sample_book(shell.book, TODAY)

    assert "what one family had lived through" not in " ".join(shell.done("print", "2").split())
    restricted = " ".join(shell.done("print", "2", "--restricted").split())
    assert "what one family had lived through" in restricted


@pytest.mark.parametrize(
    ("today", "meets"), [(TODAY, TODAY), (date(2026, 11, 21), TODAY), (date(2026, 11, 22), TODAY)]
)
def test_the_meeting_to_take_is_today_or_on_monday(tmp_path: Path, today: date, meets: date) -> None:
    path = tmp_path / "minutes.db"
    meeting_id = make_sample_book(path, today)

    assert MinuteBook.open(path).meeting(meeting_id).meeting.on == meets


def test_the_demo_needs_a_terminal(tmp_path: Path) -> None:
    assert "need a terminal" in Shell(tmp_path).refused("demo")
