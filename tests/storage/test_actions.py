"""What was promised, its reference, and what was heard of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from storage import MinuteBook
from storage.records import Act, ActionState, DueKind, Named, NewAction, Part, PromiseKind
from tests.storage.given import AGENDA, EVENING, JUNE, heard, line, promise, write

JULY = date(2020, 7, 1)


def references(book: MinuteBook) -> list[str]:
    return [action.reference for action in book.actions(open_only=False)]


def promised(book: MinuteBook, meeting_id: int, *words: str) -> int:
    """One line with these actions."""
    (entry_id,) = write(book, meeting_id, line("Agreed.", actions=tuple(map(promise, words))))
    return entry_id


def test_an_action_comes_back_with_its_origin(book: MinuteBook, meeting_id: int) -> None:
    kemp = book.meeting(meeting_id).attendees[0].person_id
    owners = (Named(Part.OWNER, "Councillor Kemp", kemp), Named(Part.OWNER, "officers", by_role=True))
    new = NewAction("ask for quotes", owners, JULY, "by 1 July 2020", DueKind.DATE, ("Quality", "Estates"))
    (entry_id,) = write(book, meeting_id, line("Agreed.", actions=(new,)))
    (action,) = book.actions()
    assert book.meeting(meeting_id).actions == (action,)
    assert (action.reference, action.entry_id, action.meeting_id) == ("1/2020", entry_id, meeting_id)
    assert (action.body_name, action.agreed_on, action.minute) == ("Overview & Scrutiny", JUNE, "")
    for name in ("words", "owners", "due", "due_words", "due_kind", "themes"):
        assert getattr(action, name) == getattr(new, name), name
    assert action.state is ActionState.OPEN
    assert action.progress == ()


def test_numbers_run_by_body_and_calendar_year(book: MinuteBook, meeting_id: int) -> None:
    later, next_year, cabinet = (
        book.save_agenda(agenda).meeting_id
        for agenda in (
            replace(AGENDA, on=date(2020, 9, 3)),
            replace(AGENDA, on=date(2021, 1, 7)),
            replace(AGENDA, body_name="Cabinet"),
        )
    )
    promised(book, meeting_id, "a", "b")
    promised(book, later, "c")
    promised(book, next_year, "d")
    promised(book, cabinet, "e")
    found = {action.words: action.reference for action in book.actions()}
    assert found == {"a": "1/2020", "b": "2/2020", "c": "3/2020", "d": "1/2021", "e": "1/2020"}


def test_priorities_are_counted_by_themselves_and_replies_with_the_actions(
    book: MinuteBook, meeting_id: int
) -> None:
    kinds = (PromiseKind.ACTION, PromiseKind.PRIORITY, PromiseKind.REPLY, PromiseKind.PRIORITY)
    actions = tuple(promise(str(kind), kind=kind) for kind in kinds)
    (entry_id,) = write(book, meeting_id, line("Agreed.", actions=actions))
    assert references(book) == ["1/2020", "2/2020", "p1/2020", "p2/2020"]
    reply = promise("answer", kind=PromiseKind.REPLY)
    priority = promise("focus", kind=PromiseKind.PRIORITY)
    again = Act((line("Agreed.", actions=(reply, promise("ask"), priority, priority)),))
    book.record(meeting_id, again, at=EVENING, replacing=entry_id)
    assert references(book) == ["1/2020", "3/2020", "p2/2020", "p3/2020"]
    book.undo(f"meeting:{meeting_id}")
    assert references(book) == ["1/2020", "2/2020", "p1/2020", "p2/2020"]
    book.delete(entry_id)
    write(book, meeting_id, line("Agreed.", actions=(priority,)))
    assert references(book) == ["p4/2020"]


def test_a_number_is_never_used_again(book: MinuteBook, meeting_id: int) -> None:
    promised(book, meeting_id, "a")
    book.delete(promised(book, meeting_id, "b", "c"))
    promised(book, meeting_id, "d")
    assert references(book) == ["1/2020", "4/2020"]


def test_a_number_that_was_undone_stays_its_own(book: MinuteBook, meeting_id: int) -> None:
    later = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    promised(book, meeting_id, "a")
    book.undo(f"meeting:{meeting_id}")
    promised(book, later, "b")
    promised(book, meeting_id, "c")
    assert references(book) == ["2/2020", "3/2020"]
    book.undo(f"meeting:{meeting_id}")
    book.undo(f"meeting:{later}")
    promised(book, later, "d")
    book.redo(f"meeting:{meeting_id}")
    found = {action.words: action.reference for action in book.actions()}
    assert found == {"c": "3/2020", "d": "4/2020"}


def test_a_line_put_right_keeps_its_references_in_order(book: MinuteBook, meeting_id: int) -> None:
    entry_id = promised(book, meeting_id, "a", "b")
    first, second = book.actions()
    book.note_progress([heard(first.id, "begun", ActionState.IN_PROGRESS)], JULY)
    again = (promise("a, better", owner="Mayor"), promise("b", due=JULY), promise("c"))
    book.record(meeting_id, Act((line("Agreed.", actions=again),)), at=EVENING, replacing=entry_id)
    a, b, c = book.meeting(meeting_id).actions
    assert (a.id, a.words, a.owners[0].name) == (first.id, "a, better", "Mayor")
    assert (a.state, len(a.progress)) == (ActionState.IN_PROGRESS, 1)
    assert (b.id, b.due, c.reference) == (second.id, JULY, "3/2020")
    fewer = Act((line("Agreed.", actions=(promise("a"),)),))
    book.record(meeting_id, fewer, at=EVENING, replacing=entry_id)
    assert references(book) == ["1/2020"]
    book.undo(f"meeting:{meeting_id}")
    assert references(book) == ["2/2020", "1/2020", "3/2020"]
    promised(book, meeting_id, "d")
    assert references(book)[-1] == "4/2020"


def test_actions_are_listed_by_due_date_then_number(book: MinuteBook, meeting_id: int) -> None:
    dues = (None, date(2020, 9, 1), JULY, None, JULY)
    actions = tuple(promise(str(number), due=due) for number, due in enumerate(dues, 1))
    write(book, meeting_id, line("Agreed.", actions=actions))
    assert [action.number for action in book.actions()] == [3, 5, 2, 1, 4]
    assert [action.number for action in book.meeting(meeting_id).actions] == [1, 2, 3, 4, 5]


def test_actions_are_narrowed(book: MinuteBook, meeting_id: int) -> None:
    cabinet = book.save_agenda(replace(AGENDA, body_name="Cabinet")).meeting_id
    promised(book, meeting_id, "a", "b")
    promised(book, cabinet, "c")
    every = book.actions()
    assert [action.words for action in book.actions(body_id=every[0].body_id)] == ["a", "b"]
    assert [action.words for action in book.actions(ids=[every[2].id])] == ["b"]
    book.note_progress([heard(every[0].id, "not wanted", ActionState.DROPPED)], JULY)
    assert [action.words for action in book.actions()] == ["c", "b"]
    assert len(book.actions(open_only=False)) == 3
