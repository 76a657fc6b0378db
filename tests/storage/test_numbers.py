"""The numbers of minutes and decisions go on from item to item, meeting to meeting and year to year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from storage import MinuteBook
from storage.records import Act, Agenda, AgendaItem, Body, Kind, NewEntry, NewItem, ReportPart
from tests.storage.given import EVENING, line, taken, write

ITEMS = tuple(AgendaItem(number, f"Item {number}") for number in ("1", "2", "3"))
CABINET = Agenda("Cabinet", date(2019, 6, 4), numbering="running", items=ITEMS)
Held = Callable[..., int]
DECIDED = line("! agreed", Kind.DECISION)


@pytest.fixture
def held(book: MinuteBook) -> Held:
    """Makes a meeting of the Cabinet on a day and takes `items` of its agenda, by place."""

    def hold(day: date, *items: int, decisions: int = 0, **said: object) -> int:
        meeting_id = book.save_agenda(replace(CABINET, on=day, **said)).meeting_id  # type: ignore[arg-type]
        take(book, meeting_id, *items)
        for _ in range(decisions):
            write(book, meeting_id, DECIDED)
        return meeting_id

    return hold


def take(book: MinuteBook, meeting_id: int, *items: int) -> None:
    """Take items by their place on the agenda, each as an act of its own."""
    on_agenda = book.meeting(meeting_id).items
    for item in items:
        write(book, meeting_id, taken(on_agenda[item].id))


def adopted(numbers: str) -> NewEntry:
    return NewEntry(Kind.ADOPT, f"!= {numbers}", numbers)


def minutes(book: MinuteBook, meeting_id: int) -> list[str]:
    return [item.minute for item in book.meeting(meeting_id).items]


def decided(book: MinuteBook, meeting_id: int) -> list[tuple[str, ...]]:
    return [entry.numbers for entry in book.meeting(meeting_id).entries if entry.numbers]


def test_minutes_run_in_the_order_taken_and_on_into_the_next_meeting(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), 1, 0, minutes_from="182")
    september = held(date(2019, 9, 3), 2, 0, 1)
    assert minutes(book, june) == ["183", "182", ""]
    assert minutes(book, september) == ["185", "186", "184"]


@pytest.mark.parametrize(
    ("start", "counting", "following", "next_year"),
    [
        ("19/55", "last", "19/56", "20/1"),
        ("22/19", "first", "23/19", "1/20"),
        ("GBP/1920/001", "last", "GBP/1920/002", "GBP/2021/001"),
        ("182", "last", "183", "1"),
    ],
)
def test_each_form_goes_on_and_turns_with_the_year(
    book: MinuteBook, held: Held, start: str, counting: str, following: str, next_year: str
) -> None:
    first = held(date(2019, 6, 4), 0, minutes_from=start, counting=counting)
    second, third = held(date(2019, 9, 3), 0), held(date(2020, 1, 7), 0)
    assert [minutes(book, each)[0] for each in (first, second, third)] == [start, following, next_year]


def test_the_year_turns_in_the_month_the_body_says(book: MinuteBook, held: Held) -> None:
    days = (date(2019, 12, 3), date(2020, 4, 30), date(2020, 5, 1), date(2021, 5, 4))
    first = held(days[0], 0, minutes_from="19/70", year_starts=5)
    ids = [first, *(held(day, 0) for day in days[1:])]
    assert [minutes(book, each)[0] for each in ids] == ["19/70", "19/71", "20/1", "21/1"]


def test_a_running_body_that_says_no_start_begins_at_one(book: MinuteBook, held: Held) -> None:
    ids = [held(date(2019, 6, 4), 0, 1), held(date(2019, 9, 3), 0), held(date(2020, 1, 7), 0)]
    assert [minutes(book, each)[:2] for each in ids] == [["1", "2"], ["3", ""], ["1", ""]]


def test_a_start_of_its_own_begins_anew_and_others_go_on_from_it(book: MinuteBook, held: Held) -> None:
    held(date(2019, 6, 4), 0, minutes_from="182")
    again, after = held(date(2019, 9, 3), 0, minutes_from="7"), held(date(2019, 9, 9), 0)
    assert (minutes(book, again)[0], minutes(book, after)[0]) == ("7", "8")


def test_a_meeting_that_took_nothing_leaves_its_start_to_the_next(book: MinuteBook, held: Held) -> None:
    held(date(2019, 4, 2), 0, minutes_from="100")
    held(date(2019, 6, 4), minutes_from="182")
    assert minutes(book, held(date(2019, 9, 3), 0))[0] == "182"


def test_minutes_are_numbered_from_one_at_each_meeting(book: MinuteBook, held: Held) -> None:
    first, second = held(date(2019, 6, 4), 2, 0, numbering="meeting"), held(date(2019, 9, 3), 1)
    third = held(date(2019, 9, 9), 0, minutes_from="24/1")
    assert minutes(book, first) == ["2", "", "1"]
    assert minutes(book, second) == ["", "1", ""]
    assert minutes(book, third)[0] == "24/1"


def test_minutes_may_have_no_numbers(book: MinuteBook, held: Held) -> None:
    assert minutes(book, held(date(2019, 6, 4), 0, 1, numbering="none")) == ["", "", ""]


@pytest.mark.parametrize("numbering", ["running", "meeting", "agenda"])
def test_an_exempt_minute_bears_the_mark_and_the_next_does_not(
    book: MinuteBook, held: Held, numbering: str
) -> None:
    items = (ITEMS[0], replace(ITEMS[1], exempt="3"), ITEMS[2])
    meeting = held(date(2019, 6, 4), 0, 1, 2, numbering=numbering, exempt_mark="/E", items=items)
    assert minutes(book, meeting) == ["1", "2/E", "3"]
    after = held(date(2019, 9, 3), 0, 1, numbering=numbering, items=items)
    assert minutes(book, after)[:2] == (["4", "5/E"] if numbering == "running" else ["1", "2/E"])
    book.delete(write(book, after, line("", Kind.EXEMPT, target_id=book.meeting(after).items[0].id))[0])
    assert minutes(book, after)[0] == ("4" if numbering == "running" else "1")


def test_an_exempt_last_minute_is_counted_without_its_mark(book: MinuteBook, held: Held) -> None:
    items = (ITEMS[0], replace(ITEMS[1], exempt="3"))
    held(date(2019, 6, 4), 0, 1, minutes_from="65", exempt_mark="/E", items=items)
    assert minutes(book, held(date(2019, 9, 3), 0))[0] == "67"


def test_what_is_put_right_in_a_draft_numbers_the_meetings_after_it(book: MinuteBook, held: Held) -> None:
    june, september = held(date(2019, 6, 4), 0, minutes_from="182"), held(date(2019, 9, 3), 0)
    later = held(date(2019, 9, 9), 0)
    take(book, june, 1)
    assert [minutes(book, each)[0] for each in (june, september, later)] == ["182", "184", "185"]
    book.undo(f"meeting:{june}")
    assert [minutes(book, each)[0] for each in (june, september, later)] == ["182", "183", "184"]
    book.redo(f"meeting:{june}")
    assert minutes(book, later)[0] == "185"
    assert book.undo(f"meeting:{september}") is not None, "numbers stand in no undo's way"
    assert [minutes(book, each)[0] for each in (june, september, later)] == ["182", "", "184"]


def test_an_item_is_numbered_where_something_is_said_first(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), 0, 1, minutes_from="182")
    write(book, june, line("Said."))
    take(book, june, 2, 0)
    assert minutes(book, june) == ["182", "183", "184"], "the first was taken, with nothing said"
    write(book, june, line("Said."))
    assert minutes(book, june) == ["184", "182", "183"]
    book.undo(f"meeting:{june}")
    assert minutes(book, june) == ["182", "183", "184"]


def test_a_line_moved_or_deleted_numbers_anew(book: MinuteBook, held: Held) -> None:
    june, september = held(date(2019, 6, 4), 0, 1, minutes_from="182"), held(date(2019, 9, 3), 0)
    first, second = book.meeting(june).entries
    book.move(first.id, second.id)
    assert minutes(book, june) == ["183", "182", ""]
    book.delete(first.id)
    assert (minutes(book, june), minutes(book, september)[0]) == (["", "182", ""], "183")


def test_a_meeting_put_to_another_day_is_numbered_there(book: MinuteBook, held: Held) -> None:
    june, september = held(date(2019, 6, 4), 0), held(date(2019, 9, 3), 0, 1)
    book.save_agenda(replace(CABINET, on=date(2019, 10, 1)), meeting_id=june)
    assert (minutes(book, september)[:2], minutes(book, june)[0]) == (["1", "2"], "3")
    book.undo(f"meeting:{june}")
    assert (minutes(book, june)[0], minutes(book, september)[:2]) == ("1", ["2", "3"])


def test_a_meeting_found_later_is_numbered_in_its_place(book: MinuteBook, held: Held) -> None:
    september = held(date(2019, 9, 3), 0)
    june = held(date(2019, 6, 4), 0)
    assert (minutes(book, june)[0], minutes(book, september)[0]) == ("1", "2")


def test_the_bodys_settings_number_what_is_not_signed(book: MinuteBook, held: Held) -> None:
    june, september = held(date(2019, 6, 4), 2), held(date(2019, 9, 3), 0)
    body = book.meeting(june).body
    book.save_body(replace(body, numbering="agenda"))
    assert (minutes(book, june), minutes(book, september)) == (["1", "2", "3"], ["1", "2", "3"])
    book.undo("bodies")
    assert (minutes(book, june), minutes(book, september)) == (["", "", "1"], ["2", "", ""])


def test_an_item_added_at_the_meeting_is_numbered_when_taken(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), 0, minutes_from="182")
    book.record(june, Act((taken(-1),), items=(NewItem(-1, "", "Urgent"),)), at=EVENING)
    assert minutes(book, june) == ["182", "", "", "183"]


def test_another_body_counts_for_itself(book: MinuteBook, held: Held) -> None:
    held(date(2019, 6, 4), 0, minutes_from="182", decisions=1, decisions_from="98/2019")
    board = replace(CABINET, body_name="Board", on=date(2019, 9, 3))
    other = book.save_agenda(board).meeting_id
    take(book, other, 0)
    write(book, other, DECIDED)
    assert (minutes(book, other)[0], decided(book, other)) == ("1", [])


def test_a_start_makes_a_new_body_run(book: MinuteBook) -> None:
    made = book.save_agenda(replace(CABINET, numbering="", minutes_from="182"))
    assert book.meeting(made.meeting_id).body.numbering == "running"


def test_a_start_said_later_leaves_minutes_numbered_by_the_agenda_alone(book: MinuteBook) -> None:
    june = book.save_agenda(replace(CABINET, numbering="")).meeting_id
    take(book, june, 2)
    later = replace(CABINET, numbering="", on=date(2019, 9, 3), minutes_from="182")
    september = book.save_agenda(later).meeting_id
    take(book, september, 2)
    assert (minutes(book, june), minutes(book, september)) == (["1", "2", "3"], ["", "", "182"])


def test_decisions_are_numbered_in_the_order_of_the_record(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), decisions=2, decisions_from="98/2019")
    september = held(date(2019, 9, 3), decisions=1)
    assert decided(book, june) == [("98/2019",), ("99/2019",)]
    assert decided(book, september) == [("100/2019",)]
    first, second = book.meeting(june).entries
    book.record(june, Act((DECIDED,)), at=EVENING, after=first.id)
    assert decided(book, june)[2] == ("100/2019",)
    assert decided(book, september) == [("101/2019",)]
    book.delete(second.id)
    assert decided(book, september) == [("100/2019",)]


def test_what_decides_nothing_has_no_number(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), decisions_from="98/2019")
    write(book, june, line("noted"), line("!= 7", Kind.UNREAD), line("that", Kind.MOTION), DECIDED)
    assert decided(book, june) == [("98/2019",)]


def test_an_exempt_decision_keeps_its_number(book: MinuteBook, held: Held) -> None:
    june = held(date(2019, 6, 4), decisions=1, decisions_from="98/2019")
    write(book, june, line("", Kind.EXEMPT), DECIDED, line("", Kind.PUBLIC), DECIDED)
    assert decided(book, june) == [("98/2019",), ("99/2019",), ("100/2019",)]


def test_each_recommendation_adopted_is_a_decision(book: MinuteBook, held: Held) -> None:
    parts = (
        ReportPart("Recommendation", "10.1", "note it"),
        ReportPart("Reason", "11.1", "to know it"),
        ReportPart("Recommendations", "10.2", "do it"),
        ReportPart("Recommendation", "10.3", "tell them"),
    )
    items = (replace(ITEMS[0], parts=parts), ITEMS[1])
    june = held(date(2019, 6, 4), 0, decisions_from="98/2019", items=items)
    write(book, june, adopted("10.3 10.1"), adopted(""), DECIDED)
    assert decided(book, june) == [
        ("98/2019", "99/2019"),
        ("100/2019", "101/2019", "102/2019"),
        ("103/2019",),
    ]


def test_decisions_that_say_a_calendar_year_run_by_it(book: MinuteBook, held: Held) -> None:
    said = {"minutes_from": "182", "decisions_from": "98/2019", "year_starts": 5}
    held(date(2019, 12, 3), 0, decisions=1, **said)
    january, may = held(date(2020, 1, 7), 0, decisions=1), held(date(2020, 5, 5), 0, decisions=1)
    assert (minutes(book, january)[0], decided(book, january)) == ("183", [("1/2020",)])
    assert (minutes(book, may)[0], decided(book, may)) == ("1", [("2/2020",)])


def test_decisions_of_another_form_run_by_the_bodys_year(book: MinuteBook, held: Held) -> None:
    held(date(2019, 12, 3), decisions=1, decisions_from="19/7", year_starts=5)
    assert decided(book, held(date(2020, 1, 7), decisions=1)) == [("19/8",)]
    assert decided(book, held(date(2020, 5, 5), decisions=1)) == [("20/1",)]


def test_a_body_without_a_series_numbers_no_decision(book: MinuteBook, held: Held) -> None:
    assert decided(book, held(date(2019, 6, 4), decisions=3)) == []
    body_id = book.save_body(Body(0, "Board"))
    assert book.body(body_id).numbering == "agenda"


def work(book: MinuteBook, act: Callable[[], object]) -> int:
    """How many steps SQLite takes for an act."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    book._connection.set_progress_handler(step, 1)
    act()
    book._connection.set_progress_handler(None, 1)
    return steps


@pytest.mark.parametrize("new", [line("Said."), DECIDED])
def test_a_line_at_the_end_of_a_long_record_is_as_little_work_as_at_its_beginning(
    book: MinuteBook, held: Held, new: NewEntry
) -> None:
    meeting_id = held(date(2019, 6, 4), 0, decisions=1, decisions_from="1/2019")
    early = work(book, lambda: write(book, meeting_id, new))
    write(book, meeting_id, *[line(f"Said {number}.") for number in range(500)])
    late = work(book, lambda: write(book, meeting_id, new))
    assert late < early * 1.2
