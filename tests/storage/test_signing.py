"""Minutes that a later meeting agreed are signed when that meeting is closed, for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from storage import BookError, MinuteBook, restore
from storage.records import (
    Act,
    ActionState,
    Attendee,
    Body,
    Draft,
    Kind,
    MeetingState,
    NewItem,
    Tree,
)
from tests.storage.given import (
    AGENDA,
    CLOSE,
    EVENING,
    MEMBERS,
    OPEN,
    PREVIOUS,
    beside,
    dump,
    entry,
    faults,
    heard,
    line,
    look,
    texts,
    write,
)

RESUME = line("/resume", Kind.RESUME)
CORRECTED = replace(PREVIOUS, corrections=(("said", "stated"),))


def state(book: MinuteBook, meeting_id: int) -> MeetingState:
    return book.meeting(meeting_id).meeting.state


def states(book: MinuteBook, series: list[int]) -> list[str]:
    return [state(book, each).value for each in series]


def refusal(act: Callable[[], object]) -> str:
    """The one line an act is refused with."""
    with pytest.raises(BookError) as refused:
        act()
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_closing_a_meeting_that_agreed_the_minutes_signs_them(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], OPEN, PREVIOUS)
    assert states(book, series) == ["draft", "draft", "live"], "not before the meeting is closed"
    assert book.signed(series[1]) is None
    write(book, series[2], CLOSE)
    assert states(book, series) == ["draft", "approved", "draft"]
    assert book.meeting(series[1]).meeting.approved_in == series[2]
    signed = book.signed(series[1])
    assert signed is not None
    assert signed.splitlines()[:2] == ["Overview & Scrutiny", "approved"]
    assert book.verify().signed == 1


def test_the_agreement_can_be_undone_until_the_meeting_is_closed(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS)
    assert book.undo(f"meeting:{series[2]}") == "/previous"
    write(book, series[2], CLOSE)
    assert states(book, series) == ["draft", "draft", "draft"]


@pytest.mark.parametrize("last", ["recorded", "put in", "in place", "moved", "deleted"])
def test_whatever_closes_the_meeting_signs(book: MinuteBook, series: list[int], last: str) -> None:
    first, second, third = series
    if last == "recorded":
        write(book, third, CLOSE, PREVIOUS)
    elif last == "put in":
        (close,) = write(book, third, CLOSE)
        book.record(third, Act((PREVIOUS,)), at=EVENING, after=close)
    elif last == "in place":
        open_, _ = write(book, third, OPEN, PREVIOUS)
        book.record(third, Act((CLOSE,)), at=EVENING, replacing=open_)
    elif last == "moved":
        close, open_, _ = write(book, third, CLOSE, OPEN, PREVIOUS)
        book.move(close, open_)
    else:
        *_, resume = write(book, third, PREVIOUS, CLOSE, RESUME)
        book.delete(resume)
    assert states(book, [first, second]) == ["draft", "approved"]


def test_two_meetings_agreed_at_one_are_signed_in_their_order(
    book: MinuteBook, path: Path, series: list[int]
) -> None:
    write(book, series[2], PREVIOUS, replace(PREVIOUS, on=date(2020, 4, 11)), CLOSE)
    assert look(path, "SELECT meeting_id FROM seal ORDER BY id") == [(series[0],), (series[1],)]
    ((first, none), (_, previous)) = look(path, "SELECT hash, previous FROM seal ORDER BY id")
    assert (none, previous) == ("", first)


def test_a_line_to_check_signs_nothing(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], replace(PREVIOUS, doubt="“x” does not occur"), CLOSE)
    assert states(book, series) == ["draft", "draft", "draft"]


def test_minutes_are_kept_as_corrected_and_as_they_were_before(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], CORRECTED, CLOSE)
    before, after = book.signed(series[1], version=1), book.signed(series[1], version=2)
    assert before is not None
    assert after == before.replace("said", "stated") == book.signed(series[1])
    assert "secret" not in after
    assert "secret" in str(book.signed(series[1], restricted=True, version=1))
    assert refusal(lambda: book.signed(series[1], version=3)) == (
        "The minutes of 11 June 2020 have no version 3: the book keeps 1 and 2."
    )


def test_only_the_line_that_agreed_them_corrects_minutes(book: MinuteBook, series: list[int]) -> None:
    april = replace(PREVIOUS, on=date(2020, 4, 11), corrections=(("agreed", "noted"),))
    write(book, series[2], april, CORRECTED, CLOSE)
    assert "noted" in str(book.signed(series[0]))
    assert "stated" not in str(book.signed(series[0]))
    assert "noted" not in str(book.signed(series[1]))


def test_signed_minutes_change_with_nothing(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], CORRECTED, CLOSE)
    kept = [book.signed(series[1], restricted=which, version=n) for which in (True, False) for n in (1, 2)]
    book.save_body(Body(1, "Cabinet", verb="RESOLVED"))
    book.save_agenda(
        replace(AGENDA, body_name="Cabinet", attendees=(Attendee(0, "New"),)), meeting_id=series[2]
    )
    assert [
        book.signed(series[1], restricted=which, version=n) for which in (True, False) for n in (1, 2)
    ] == kept
    assert book.verify().faults == ()


def test_what_was_signed_stays_signed(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    approved = series[1]
    before = book.meeting(approved)
    entry_id, action = before.entries[1].id, before.actions[0]
    for act in (
        lambda: write(book, approved, line("more")),
        lambda: book.record(approved, Act((line("x"),)), at=EVENING, replacing=entry_id),
        lambda: book.record(approved, Act((), items=(NewItem(-1, "9", "Late"),)), at=EVENING),
        lambda: book.move(entry_id, None),
        lambda: book.delete(entry_id),
        lambda: book.undo(f"meeting:{approved}"),
        lambda: book.redo(f"meeting:{approved}"),
        lambda: book.save_agenda(replace(AGENDA, venue="Elsewhere"), meeting_id=approved),
        lambda: book.save_agenda(replace(AGENDA, attendees=(*MEMBERS, replace(MEMBERS[0], name="New")))),
    ):
        assert "minutes of 11 June 2020 are approved" in refusal(act)
    assert book.meeting(approved) == before
    book.note_progress([heard(action.id, "asked", ActionState.DONE)], date(2020, 9, 3))
    assert book.meeting(approved).actions[0].state is ActionState.DONE
    assert book.undo("actions") is not None
    assert book.verify().faults == ()


def test_no_undo_crosses_a_seal(book: MinuteBook, path: Path, series: list[int]) -> None:
    scope = f"meeting:{series[2]}"
    write(book, series[2], line("earlier"))
    write(book, series[2], PREVIOUS, CLOSE)
    before = dump(path)
    assert refusal(lambda: book.undo(scope)) == (
        "What was done here up to the signing of the minutes of 11 June 2020 cannot be undone:"
        " what was signed stays signed."
    )
    assert book.redo(scope) is None
    assert dump(path) == before
    write(book, series[2], line("later"))
    assert book.undo(scope) == "note: later"
    assert "cannot be undone" in refusal(lambda: book.undo(scope))
    assert book.redo(scope) == "note: later"
    assert book.verify().faults == ()


def test_the_line_that_signed_stays(book: MinuteBook, series: list[int]) -> None:
    agreed, _ = write(book, series[2], PREVIOUS, CLOSE)
    says = "This line signed the minutes of 11 June 2020 and stays: note a correction at the next meeting."
    assert refusal(lambda: book.delete(agreed)) == says
    assert refusal(lambda: book.record(series[2], Act((line("x"),)), at=EVENING, replacing=agreed)) == says
    book.move(agreed, entry(book, series[2], "/close").id)
    assert texts(book, series[2]) == ["/close", "/previous"]


def test_the_approving_meeting_is_edited_and_opened_again(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    write(book, series[2], RESUME, line("more"))
    assert states(book, series) == ["draft", "approved", "live"]
    write(book, series[2], replace(PREVIOUS, on=date(2020, 4, 11)))
    write(book, series[2], CLOSE)
    assert states(book, series) == ["approved", "approved", "draft"]


def test_minutes_are_signed_once(book: MinuteBook, path: Path, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    (again,) = write(book, series[2], CORRECTED)
    assert look(path, "SELECT count(*) FROM seal") == [(1,)]
    assert book.signed(series[1], version=1) == book.signed(series[1])
    book.delete(again)
    assert texts(book, series[2]) == ["/previous", "/close"]


def test_minutes_are_approved_without_a_later_meeting(book: MinuteBook, series: list[int]) -> None:
    approved = book.approve(series[1])
    assert book.verify().last == approved
    meeting = book.meeting(series[1]).meeting
    assert (meeting.state, meeting.approved_in) == (MeetingState.APPROVED, None)
    assert "are signed already" in refusal(lambda: book.approve(series[1]))
    assert "is not closed" in refusal(lambda: book.approve(series[2]))
    assert "has no meeting" in refusal(lambda: book.approve(99))
    write(book, series[2], PREVIOUS, CLOSE)
    assert book.meeting(series[1]).meeting == meeting
    assert book.verify().faults == ()


def test_what_another_tool_left_in_print_does_not_stand_in_the_way(
    book: MinuteBook, path: Path, series: list[int]
) -> None:
    with beside(path) as connection:
        for version in (1, 5):
            row = (series[1], version, 0, "never said")
            connection.execute(
                "INSERT INTO seal_tree (meeting_id, version, restricted, text) VALUES (?, ?, ?, ?)", row
            )
    assert "its seal is gone" in faults(book)
    write(book, series[2], PREVIOUS, CLOSE)
    assert "never said" not in str(book.signed(series[1]))
    assert book.verify().faults == ()


def test_without_a_press_nothing_is_signed_and_nothing_recorded(path: Path, series: list[int]) -> None:
    book = MinuteBook.open(path)
    before = dump(path)
    assert "cannot be printed from here" in refusal(lambda: write(book, series[2], PREVIOUS, CLOSE))
    assert "cannot be printed from here" in refusal(lambda: book.approve(series[1]))
    assert dump(path) == before
    write(book, series[2], PREVIOUS)
    book.close()


def test_a_press_that_fails_leaves_nothing_half_done(path: Path, series: list[int]) -> None:
    def jams(*_: object) -> tuple[Tree, ...]:
        raise ZeroDivisionError("paper\njam")

    book = MinuteBook.open(path, press=jams)
    write(book, series[2], PREVIOUS)
    before = dump(path)
    book.save_draft(series[2], Draft("/close"))
    says = refusal(lambda: book.record(series[2], Act((CLOSE,)), at=EVENING, draft=Draft("")))
    assert "11 June 2020 cannot be signed, since they would not print (paper jam)" in says
    assert dump(path) == before
    assert look(path, "SELECT count(*) FROM seal_tree") == [(0,)]
    assert book.draft(series[2]) == Draft("/close")
    assert book.undo(f"meeting:{series[2]}") == "/previous"
    book.close()


def test_a_refused_line_is_not_lost_from_the_composer(book: MinuteBook, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    book.save_draft(series[1], Draft("more"))
    with pytest.raises(BookError, match="are approved"):
        book.record(series[1], Act((line("more"),)), at=EVENING, draft=Draft(""))
    assert book.draft(series[1]) == Draft("more")
    assert "more" not in texts(book, series[1])


def test_a_seal_holds_the_meeting_word_for_word(book: MinuteBook, path: Path, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    ((kept,),) = look(path, "SELECT record FROM seal")
    held = json.loads(str(kept))["rows"]
    columns, rows = held["entry"]["columns"], held["entry"]["rows"]
    rows.sort(key=lambda row: row[columns.index("position")])
    assert [row[columns.index("source")] for row in rows] == texts(book, series[1])
    assert {table for table in held if held[table]["rows"]} == set(held), "a row of every kind"
    assert not {"standing", "next_meeting"} & set(held), "nothing that goes on"


def test_a_backup_carries_seals_and_guards(book: MinuteBook, tmp_path: Path, series: list[int]) -> None:
    write(book, series[2], PREVIOUS, CLOSE)
    verdict, signed = book.verify(), book.signed(series[1])
    book.backup(tmp_path / "safe.db")
    restore(tmp_path / "back.db", tmp_path / "safe.db")
    back = MinuteBook.open(tmp_path / "back.db")
    assert (back.verify(), back.signed(series[1])) == (verdict, signed)
    assert verdict.faults == ()
    back.close()
