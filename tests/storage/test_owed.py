"""What is owed, in lists: narrowed, in order, and found without reading what is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage import MinuteBook, owed
from storage.records import ActionState, DueKind
from tests.storage.given import AGENDA, CLOSE, JUNE, heard, line, promise, report, taken, write

JULY, AUGUST, SEPTEMBER = date(2020, 7, 1), date(2020, 8, 1), date(2020, 9, 3)


@pytest.fixture
def action_ids(book: MinuteBook, meeting_id: int) -> list[int]:
    """Four actions of two bodies: "a" to "d", the last undated."""
    cabinet = book.save_agenda(replace(AGENDA, body_name="Cabinet")).meeting_id
    write(book, meeting_id, line("x", actions=(promise("a", due=AUGUST), promise("b", "Mayor", due=JULY))))
    write(book, cabinet, line("x", actions=(promise("c", due=JULY, themes=("Quality",)), promise("d"))))
    return sorted(action.id for action in book.actions())


def words(lines: tuple[object, ...]) -> str:
    return "".join(line.words for line in lines)  # type: ignore[attr-defined]


def test_a_list_is_in_the_order_of_the_dates_promises_have_now(
    book: MinuteBook, action_ids: list[int]
) -> None:
    assert words(book.promise_lines()) == words(book.actions()) == "cbad"
    later = heard(action_ids[1], "deferred", due=SEPTEMBER, due_kind=DueKind.DATE)
    book.note_progress([later, heard(action_ids[2], "sent", ActionState.DONE)], JULY)
    assert words(book.promise_lines()) == words(book.actions()) == "abd"
    assert words(book.promise_lines(open_only=False)) == words(book.actions(open_only=False)) == "cabd"
    assert words(book.promise_lines(limit=2)) == "ab"


def test_a_list_is_narrowed(book: MinuteBook, action_ids: list[int]) -> None:
    (cabinet, _) = (each.body.id for each in book.bodies(JUNE))
    assert words(book.promise_lines(body_id=cabinet)) == "cd"
    assert words(book.promise_lines(overdue_on=AUGUST)) == "cb"
    assert words(book.promise_lines(words="MAYOR 2/2020")) == "b"
    assert words(book.promise_lines(words="mayor 1/2020")) == ""
    assert words(book.promise_lines(words="mayor " * 4000)) == "b"
    assert words(book.promise_lines(words=" ".join(map(str, range(4000))))) == ""
    assert words(book.promise_lines(words="qual", body_id=cabinet)) == "c"
    assert words(book.actions(ids=[action_ids[0], action_ids[3], 999])) == "ad"
    assert [line.is_overdue(AUGUST) for line in book.promise_lines()] == [True, True, False, False]


def test_since_a_day_are_those_owed_and_those_that_ended(book: MinuteBook, action_ids: list[int]) -> None:
    later = book.save_agenda(replace(AGENDA, on=SEPTEMBER)).meeting_id
    done = ActionState.DONE
    book.note_progress([heard(each, "", done) for each in action_ids[:3]], JULY)
    write(book, later, line("x", actions=(promise("e"),)))
    write(book, later, report(heard(book.meeting(later).actions[0].id, "", done)))
    assert words(book.actions(since=JULY)) == "cbade"
    assert words(book.actions(since=AUGUST)) == "de"
    assert words(book.actions(since=date(2021, 1, 1))) == words(book.actions()) == "d"


def test_promises_are_found_by_reference_open_or_not(book: MinuteBook, action_ids: list[int]) -> None:
    body_id = book.meeting(1).body.id
    later = book.save_agenda(replace(AGENDA, on=date(2021, 1, 7))).meeting_id
    write(book, later, line("x", actions=(promise("e"),)))
    book.note_progress([heard(action_ids[0], "", ActionState.DONE)], JULY)
    assert words(book.promises_named(body_id, [(False, 1, None), (False, 2, 2020)])) == "abe"
    assert words(book.promises_named(body_id, [(False, 1, 2021)])) == "e"
    assert book.promises_named(body_id, [(True, 1, None), (False, 3, 2020)]) == ()


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ("body_id = 1 AND open", "standing_owed_to (body_id=?)"),
        ("open", "standing_owed"),
        (
            "body_id = 1 AND open AND (due IS NULL) = 0 AND due < '2020'",
            "standing_owed_to (body_id=? AND <expr>=? AND due<?)",
        ),
        ("open AND instr(sought, 'x')", "standing_owed"),
    ],
)
def test_what_is_done_is_not_read_to_list_what_is_owed(book: MinuteBook, asked: str, index: str) -> None:
    steps = book._connection.execute(f"EXPLAIN QUERY PLAN {owed._LINES.format(asked=asked)}", (9,))
    details = [row["detail"] for row in steps]
    assert any(detail.endswith(f" standing USING INDEX {index}") for detail in details)
    assert [detail for detail in details if detail.startswith("SCAN")][-1] == "SCAN chosen"


def test_items_that_were_never_come_to_are_told(book: MinuteBook, meeting_id: int) -> None:
    first, second, *_ = book.meeting(meeting_id).items
    body_id = book.meeting(meeting_id).body.id
    write(book, meeting_id, taken(second.id), line("x"))
    assert book.not_taken(body_id, SEPTEMBER) == (None, ())
    write(book, meeting_id, CLOSE)
    extraordinary = replace(AGENDA, on=AUGUST, agenda_title="Extraordinary meeting")
    write(book, book.save_agenda(extraordinary).meeting_id, CLOSE)
    day, items = book.not_taken(body_id, SEPTEMBER)
    assert (day, [item.number for item in items]) == (JUNE, ["1", "5", "7"])
    write(book, meeting_id, taken(first.id))
    assert [item.number for item in book.not_taken(body_id, SEPTEMBER)[1]] == ["5", "7"]
    assert book.not_taken(body_id, JUNE) == (None, ())
    assert items[-1].exempt == "3"
