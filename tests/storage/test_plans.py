"""Priorities and their lists: which list a priority belongs to, and what a meeting looks at of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from storage import MinuteBook
from storage.records import Act, ActionState, Kind, NewEntry, PromiseKind
from tests.storage.given import AGENDA, EVENING, JUNE, heard, line, promise, report, write

DECEMBER = date(2020, 12, 14)
LIST = NewEntry(Kind.PRIORITIES, "/priorities", "For six months", "Secretary of State", on=DECEMBER)


def point(words: str) -> NewEntry:
    return line(words, Kind.POINT, actions=(promise(words, kind=PromiseKind.PRIORITY),))


def lists(book: MinuteBook) -> dict[str, str]:
    """The title of each priority's list, by reference; the light lines have the same."""
    titles = {action.reference: action.plan.title if action.plan else "" for action in book.actions()}
    assert {light.reference: light.plan for light in book.promise_lines()} == titles
    return titles


@pytest.fixture
def agreed(book: MinuteBook, meeting_id: int) -> list[int]:
    """A list of three priorities, and an action beside it."""
    theme = line("Workforce", Kind.HEADING)
    action = line("Agreed.", actions=(promise("ask"),))
    return list(write(book, meeting_id, point("loose"), LIST, point("a"), theme, point("b"), action))


@pytest.fixture
def december(book: MinuteBook, agreed: list[int]) -> int:
    assert agreed
    return book.save_agenda(replace(AGENDA, on=DECEMBER)).meeting_id


def test_a_priority_belongs_to_the_nearest_list_above_it(
    book: MinuteBook, meeting_id: int, agreed: list[int]
) -> None:
    assert lists(book) == {"1/2020": "", "p1/2020": "", "p2/2020": LIST.text, "p3/2020": LIST.text}
    plan = book.actions()[2].plan
    assert plan is not None
    assert (plan.entry_id, plan.title, plan.set_by) == (agreed[1], LIST.text, LIST.label)
    assert (plan.review, plan.agreed_on) == (DECEMBER, JUNE)
    other = replace(LIST, text="Another")
    (put_in,) = book.record(meeting_id, Act((other,)), at=EVENING, after=agreed[2])
    assert lists(book) == {"1/2020": "", "p1/2020": "", "p2/2020": LIST.text, "p3/2020": "Another"}
    book.move(put_in, None)
    assert lists(book)["p1/2020"] == "Another"
    book.undo(f"meeting:{meeting_id}")
    book.undo(f"meeting:{meeting_id}")
    assert lists(book) == {"1/2020": "", "p1/2020": "", "p2/2020": LIST.text, "p3/2020": LIST.text}
    retitled = replace(LIST, text="For a year")
    book.record(meeting_id, Act((retitled,)), at=EVENING, replacing=agreed[1])
    assert [light.reference for light in book.promise_lines(words="a YEAR")] == ["p2/2020", "p3/2020"]
    book.delete(agreed[1])
    assert set(lists(book).values()) == {""}


def test_a_later_list_carries_a_priority_on_in_new_words(book: MinuteBook, december: int) -> None:
    (second,) = [action for action in book.actions() if action.words == "b"]
    carried = line("p3: better", Kind.POINT, progress=(heard(second.id, words="better"),))
    new = replace(LIST, text="For a year", label="", on=None)
    write(book, december, report(heard(second.id, "went well")), new, carried, point("c"))
    assert lists(book)["p3/2020"] == lists(book)["p4/2020"] == "For a year"
    (now,) = book.actions(ids=[second.id])
    assert (now.words, now.standing.words, now.reference) == ("b", "better", "p3/2020")
    assert [plan.title for plan in now.plans] == [LIST.text, "For a year"]
    assert [plan.title for plan in now.as_on(JUNE).plans] == [LIST.text]
    book.undo(f"meeting:{december}")
    assert lists(book)["p3/2020"] == LIST.text


def test_a_meeting_looks_at_what_is_owed_and_at_the_whole_of_a_list_it_reports_on(
    book: MinuteBook, meeting_id: int, december: int
) -> None:
    by_words = {action.words: action for action in book.actions()}
    book.note_progress([heard(by_words[each].id, "", ActionState.DONE) for each in ("ask", "a")], DECEMBER)

    def looked_at() -> list[str]:
        return [action.reference for action in book.meeting(december).promises]

    assert looked_at() == ["p1/2020", "p3/2020"]
    write(book, december, report(heard(by_words["b"].id, "went well")), point("new"))
    assert looked_at() == ["p1/2020", "p2/2020", "p3/2020"]
    write(book, december, report(heard(by_words["ask"].id, "after all")))
    assert looked_at() == ["1/2020", "p1/2020", "p2/2020", "p3/2020"]
    assert [action.reference for action in book.meeting(december).actions] == ["p4/2020"]
    assert book.meeting(meeting_id).promises == (), "what was made later is not looked at"
