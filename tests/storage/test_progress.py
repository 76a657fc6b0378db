"""The lives of promises: what was heard of them at meetings and between them, and how they stand by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook
from storage.records import Act, Action, ActionState, DueKind, Kind, Named, Part
from tests.storage.given import AGENDA, EVENING, JUNE, heard, line, promise, report, write

AUGUST, SEPTEMBER = date(2020, 8, 1), date(2020, 9, 3)
DONE, BEGUN = ActionState.DONE, ActionState.IN_PROGRESS


@pytest.fixture
def later(book: MinuteBook) -> int:
    return book.save_agenda(replace(AGENDA, on=SEPTEMBER)).meeting_id


@pytest.fixture
def action_id(book: MinuteBook, meeting_id: int) -> int:
    """An action agreed in June."""
    write(book, meeting_id, line("Agreed.", actions=(promise("ask", due=AUGUST, due_kind=DueKind.DATE),)))
    return book.actions()[0].id


def life(book: MinuteBook, action_id: int) -> Action:
    (action,) = book.actions(open_only=False, ids=[action_id])
    (line,) = book.promise_lines(open_only=False)
    standing = action.standing
    assert (line.state, line.due, line.words) == (standing.state, standing.due, standing.words)
    return action


def said(book: MinuteBook, action_id: int) -> list[str]:
    return [progress.text for progress in life(book, action_id).progress]


def test_what_is_heard_at_a_meeting_and_between_meetings_is_a_history(
    book: MinuteBook, action_id: int, later: int
) -> None:
    deferred = heard(action_id, "lawyers", due=SEPTEMBER, due_words="to the autumn", due_kind=DueKind.DATE)
    owner = Named(Part.OWNER, "The Mayor", by_role=True)
    book.note_progress([deferred], AUGUST)
    changes = heard(action_id, owners=(owner,), themes=("Quality",), rating="B2", state=BEGUN)
    (entry_id,) = write(book, later, report(changes))
    action = life(book, action_id)
    assert [(one.on, one.meeting_id, one.entry_id) for one in action.progress] == [
        (AUGUST, None, None),
        (SEPTEMBER, later, entry_id),
    ]
    assert (action.due, action.as_on(JUNE).standing) == (AUGUST, action.as_agreed)
    assert action.as_on(AUGUST).standing == action.as_agreed.after(deferred)
    assert action.standing == action.as_agreed.after(deferred).after(changes)
    (light,) = book.promise_lines(words="mayor b2 QUAL 1/2020")
    assert (light.owners, light.themes, light.rating, light.due) == ("The Mayor", "Quality", "B2", SEPTEMBER)


def test_several_changes_between_meetings_are_one_act(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("Agreed.", actions=(promise("a"), promise("b"))))
    ids = [action.id for action in book.actions()]
    book.note_progress([heard(each, "sent", DONE) for each in ids], AUGUST)
    assert (book.actions(), book.promise_lines()) == ((), ())
    assert book.undo("actions") == "2 actions done"
    assert len(book.actions()) == len(book.promise_lines()) == 2
    book.note_progress([heard(ids[0], rating="B2")], AUGUST)
    assert book.undo("actions") == "action 1/2020 rated"
    assert book.redo("actions") == "action 1/2020 rated"
    assert book.promise_lines(words="b2")[0].id == ids[0]


def test_nothing_is_noted_where_one_of_several_is_gone(book: MinuteBook, action_id: int) -> None:
    with pytest.raises(BookError, match="action is no longer in the book"):
        book.note_progress([heard(action_id, "x"), heard(999, "x")], AUGUST)
    assert said(book, action_id) == []
    assert book.undo("actions") is None


def test_a_line_put_right_keeps_what_it_heard_and_a_deleted_one_takes_it_along(
    book: MinuteBook, meeting_id: int, action_id: int, later: int
) -> None:
    (entry_id,) = write(book, later, report(heard(action_id, "doen", DONE), kind=Kind.DONE))
    (before,) = life(book, action_id).progress
    again = Act((report(heard(action_id, "done", DONE), kind=Kind.DONE),))
    book.record(later, again, at=EVENING, replacing=entry_id)
    assert life(book, action_id).progress == (replace(before, text="done"),)
    book.record(later, Act((line("A note."),)), at=EVENING, replacing=entry_id)
    assert life(book, action_id).state is ActionState.OPEN
    book.undo(f"meeting:{later}")
    book.delete(entry_id)
    assert life(book, action_id).progress == ()
    book.undo(f"meeting:{later}")
    assert life(book, action_id).state is DONE
    with pytest.raises(BookError, match="other records were made since"):
        book.undo(f"meeting:{meeting_id}")


def test_one_meeting_is_heard_in_the_order_of_its_record_and_a_day_as_it_was_first_heard(
    book: MinuteBook, action_id: int, later: int
) -> None:
    book.note_progress([heard(action_id, "in the morning")], SEPTEMBER)
    first, _ = write(
        book, later, report(heard(action_id, "one", BEGUN)), report(heard(action_id, "two", DONE))
    )
    book.note_progress([heard(action_id, "in the evening")], SEPTEMBER)
    book.note_progress([heard(action_id, "long before")], AUGUST)
    write(book, later, report(heard(action_id, "three")))
    in_order = ["long before", "in the morning", "one", "two", "three", "in the evening"]
    assert said(book, action_id) == in_order
    assert life(book, action_id).state is DONE
    book.move(first, book.meeting(later).entries[-1].id)
    assert said(book, action_id) == ["long before", "in the morning", "two", "three", "one", "in the evening"]
    assert life(book, action_id).state is DONE
    book.undo(f"meeting:{later}")
    assert said(book, action_id) == in_order


def test_what_a_meeting_heard_goes_with_its_day(book: MinuteBook, action_id: int, later: int) -> None:
    write(book, later, report(heard(action_id, "at the meeting", DONE)))
    book.note_progress([heard(action_id, "after it", ActionState.DROPPED)], date(2020, 9, 10))
    book.save_agenda(replace(AGENDA, on=date(2020, 10, 1)), meeting_id=later)
    assert said(book, action_id) == ["after it", "at the meeting"]
    assert life(book, action_id).state is DONE
    book.undo(f"meeting:{later}")
    assert life(book, action_id).state is ActionState.DROPPED


def test_two_windows_that_do_it_twice_are_both_in_the_history(
    book: MinuteBook, path: Path, action_id: int, later: int
) -> None:
    other = MinuteBook.open(path)
    other.note_progress([heard(action_id, "theirs", DONE)], AUGUST)
    write(book, later, report(heard(action_id, "mine", DONE)))
    assert said(other, action_id) == ["theirs", "mine"]
    other.undo("actions")
    assert said(book, action_id) == ["mine"]
    assert life(book, action_id).state is DONE
    other.close()


def test_what_ended_in_exempt_business_is_owed_as_far_as_the_public_knows(
    book: MinuteBook, action_id: int, later: int
) -> None:
    secret = report(heard(action_id, "settled", DONE, words="hush"))
    write(book, later, line("3", Kind.EXEMPT), secret, line("x", actions=(promise("hide"),)))
    ended, hidden = book.actions()
    assert (ended.id, ended.state, [progress.exempt for progress in ended.progress]) == (
        action_id,
        DONE,
        ["3"],
    )
    assert (ended.public.state, ended.public.standing.words) == (ActionState.OPEN, "ask")
    assert hidden.words == "hide"
    assert [light.words for light in book.promise_lines()] == ["hide"]


def test_twenty_thousand_characters_are_kept(book: MinuteBook, action_id: int) -> None:
    book.note_progress([heard(action_id, "é" * 20_000)], AUGUST)
    assert said(book, action_id) == ["é" * 20_000]


def test_what_an_act_makes_it_may_speak_of(book: MinuteBook, meeting_id: int) -> None:
    promised = line("Agreed.", actions=(promise("a"), promise("b")))
    act = Act(
        (promised, report(heard(-2, "begun")), line("More.", actions=(promise("c"),)), report(heard(-3)))
    )
    (first, *_) = book.record(meeting_id, act, at=EVENING)
    assert [[each.text for each in action.progress] for action in book.meeting(meeting_id).actions] == [
        [],
        ["begun"],
        [""],
    ]
    assert book.meeting(meeting_id).last_numbers == (3, 0)
    around = Act((line("Above.", actions=(promise("d"),)), replace(promised, text="x"), report(heard(-1))))
    book.record(meeting_id, around, at=EVENING, replacing=first)
    assert [len(action.progress) for action in book.meeting(meeting_id).actions] == [0, 1, 1, 1]


def test_a_promise_that_was_heard_of_elsewhere_is_not_deleted_with_its_line(
    book: MinuteBook, action_id: int, meeting_id: int, later: int
) -> None:
    (entry_id,) = [action.entry_id for action in book.actions()]
    assert entry_id is not None
    (here,) = write(book, meeting_id, report(heard(action_id, "begun", BEGUN)))
    (there,) = write(book, later, report(heard(action_id, "done", DONE)))
    with pytest.raises(BookError, match="1/2020 was heard of on 3 September 2020, and that would be"):
        book.delete(entry_id)
    with pytest.raises(BookError, match="“/drop 1/2020”"):
        book.record(meeting_id, Act((line("Said."),)), at=EVENING, replacing=entry_id)
    assert said(book, action_id) == ["begun", "done"]
    book.delete(there)
    book.delete(entry_id)
    assert [entry.id for entry in book.meeting(meeting_id).entries] == [here]
