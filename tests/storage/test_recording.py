"""Lines taken, put right, moved and deleted."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import BookError, MinuteBook
from storage.records import Act, Attendee, Kind, Named, NewEntry, NewItem, Part
from tests.storage.given import AGENDA, EVENING, entry, line, promise, taken, texts, write

STRANGE = (
    "[red]stop[/] and [/]",
    "before\0after",
    "crying 😭 in ไทย and עברית \u202eback",
    "\x1b[31mred\x1b[0m",
    "'; DROP TABLE entry; --",
    "x" * 100_000,
)


def test_a_line_comes_back_as_it_was_recorded(book: MinuteBook, meeting_id: int) -> None:
    kemp = book.meeting(meeting_id).attendees[0].person_id
    new = NewEntry(
        Kind.QUESTION,
        "? (Kemp) Audits: how many",
        text="how many",
        label="Audits",
        level=1,
        marker="a)",
        time="19:42",
        on=date(2020, 7, 1),
        people=(
            Named(Part.ASKER, "Councillor Kemp", kemp),
            Named(Part.NAMED, "officers", by_role=True),
        ),
        doubt="two people fit",
    )
    (entry_id,) = write(book, meeting_id, new)
    (found,) = book.meeting(meeting_id).entries
    assert found.id == entry_id
    assert found.recorded_at == EVENING
    for name in ("kind", "source", "text", "label", "level", "marker", "time", "on", "people", "doubt"):
        assert getattr(found, name) == getattr(new, name), name


@pytest.mark.parametrize(
    "new",
    [
        line("/vote 7 3 0", Kind.VOTE, counts=(7, 3, 0)),
        line("/previous", Kind.PREVIOUS, corrections=(("“September” 2020", "September 2019"), ("a;", ""))),
        line("/interest Kemp", Kind.INTEREST, label="dpi", withdrew=True),
        line(
            "/sub Doe for Kemp",
            Kind.SUB,
            people=(Named(Part.NAMED, "Doe"), Named(Part.REPLACED, "Kemp")),
        ),
        line(
            "/move Kemp, Doe: that",
            Kind.MOTION,
            people=(Named(Part.MOVER, "Kemp"), Named(Part.SECONDER, "Doe")),
        ),
    ],
)
def test_what_a_vote_a_correction_and_a_declaration_say_comes_back_and_is_put_right(
    book: MinuteBook, meeting_id: int, new: NewEntry
) -> None:
    (entry_id,) = write(book, meeting_id, new)
    before = book.meeting(meeting_id).entries
    for name in ("counts", "corrections", "withdrew", "people"):
        assert getattr(before[0], name) == getattr(new, name), name
    book.record(meeting_id, Act((line("plain"),)), at=EVENING, replacing=entry_id)
    (plain,) = book.meeting(meeting_id).entries
    assert (plain.counts, plain.corrections, plain.withdrew, plain.people) == ((), (), False, ())
    book.undo(f"meeting:{meeting_id}")
    assert book.meeting(meeting_id).entries == before


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_recorded(book: MinuteBook, meeting_id: int, kind: Kind) -> None:
    target = book.meeting(meeting_id).items[0].id if kind is Kind.ITEM else None
    write(book, meeting_id, line("said", kind, target_id=target))
    assert [entry.kind for entry in book.meeting(meeting_id).entries] == [kind]


@pytest.mark.parametrize("text", STRANGE)
def test_any_text_is_kept_undone_and_done_again(book: MinuteBook, meeting_id: int, text: str) -> None:
    write(book, meeting_id, line(text, actions=(promise(text, owner=text),)))
    before = book.meeting(meeting_id)
    assert before.entries[0].source == before.entries[0].text == before.actions[0].words == text
    words = book.undo(f"meeting:{meeting_id}")
    assert words is not None
    assert len(words) <= 60
    assert texts(book, meeting_id) == []
    book.redo(f"meeting:{meeting_id}")
    assert book.meeting(meeting_id) == before


def test_half_a_character_is_refused_in_one_line(book: MinuteBook, meeting_id: int) -> None:
    with pytest.raises(BookError, match="half a character"):
        write(book, meeting_id, line("before"), line("broken \ud83d"))
    assert texts(book, meeting_id) == []


def test_lines_go_to_the_end_or_below_another(book: MinuteBook, meeting_id: int) -> None:
    first, _ = write(book, meeting_id, line("one"), line("five"))
    book.record(meeting_id, Act((line("two"), line("three"), line("four"))), at=EVENING, after=first)
    write(book, meeting_id, line("six"))
    assert texts(book, meeting_id) == ["one", "two", "three", "four", "five", "six"]


def test_there_is_always_room_between_two_lines(book: MinuteBook, meeting_id: int) -> None:
    first, _ = write(book, meeting_id, line("top"), line("bottom"))
    for number in range(40):
        book.record(meeting_id, Act((line(str(number)),)), at=EVENING, after=first)
    assert texts(book, meeting_id) == ["top", *map(str, reversed(range(40))), "bottom"]


def test_a_line_below_one_that_is_gone_is_refused(book: MinuteBook, meeting_id: int) -> None:
    (gone,) = write(book, meeting_id, line("gone"))
    book.delete(gone)
    with pytest.raises(BookError, match="no longer in the record"):
        book.record(meeting_id, Act((line("next"),)), at=EVENING, after=gone)
    with pytest.raises(BookError, match="no longer in the record"):
        book.delete(gone)


def test_a_line_of_another_meeting_is_no_neighbour(book: MinuteBook, meeting_id: int) -> None:
    other = book.save_agenda(replace(AGENDA, on=date(2020, 9, 3))).meeting_id
    (elsewhere,) = write(book, other, line("elsewhere"))
    with pytest.raises(BookError, match="no longer in the record"):
        book.record(meeting_id, Act((line("here"),)), at=EVENING, after=elsewhere)


def test_a_line_put_right_keeps_its_place_and_time(book: MinuteBook, meeting_id: int) -> None:
    ids = write(book, meeting_id, line("one"), line("tow"), line("four"))
    later = EVENING + timedelta(hours=1)
    act = Act((line("two", Kind.POINT), line("three")))
    changed = book.record(meeting_id, act, at=later, replacing=ids[1])
    assert texts(book, meeting_id) == ["one", "two", "three", "four"]
    assert changed[0] == ids[1]
    two, three = (entry(book, meeting_id, source) for source in ("two", "three"))
    assert (two.kind, two.recorded_at, three.recorded_at) == (Kind.POINT, EVENING, later)
    assert book.undo(f"meeting:{meeting_id}") == "changed 2 lines"
    assert texts(book, meeting_id) == ["one", "tow", "four"]


def test_lines_put_around_a_line_leave_it_and_its_action_as_they_are(
    book: MinuteBook, meeting_id: int
) -> None:
    (first,) = write(book, meeting_id, line("said", actions=(promise("sell"),)))
    write(book, meeting_id, line("after"))
    reference = book.meeting(meeting_id).actions[0].reference
    around = (
        line("/exempt 3", Kind.EXEMPT),
        line("said", actions=(promise("sell"),)),
        line("/public", Kind.PUBLIC),
    )
    ids = book.record(meeting_id, Act(around), at=EVENING, replacing=first)
    assert texts(book, meeting_id) == ["/exempt 3", "said", "/public", "after"]
    assert ids[1] == first
    (action,) = book.meeting(meeting_id).actions
    assert (action.reference, action.exempt is None) == (reference, False)
    assert entry(book, meeting_id, "after").exempt is None
    book.undo(f"meeting:{meeting_id}")
    assert texts(book, meeting_id) == ["said", "after"]


def test_a_line_is_not_replaced_by_nothing(book: MinuteBook, meeting_id: int) -> None:
    (only,) = write(book, meeting_id, line("said"))
    with pytest.raises(BookError, match="delete it instead"):
        book.record(meeting_id, Act(()), at=EVENING, replacing=only)


def test_a_line_moves_below_another_or_to_the_top(book: MinuteBook, meeting_id: int) -> None:
    one, two, three = write(book, meeting_id, line("one"), line("two"), line("three"))
    book.move(one, two)
    assert texts(book, meeting_id) == ["two", "one", "three"]
    book.move(three, None)
    assert texts(book, meeting_id) == ["three", "two", "one"]
    book.move(three, one)
    assert texts(book, meeting_id) == ["two", "one", "three"]
    book.move(two, two)
    assert texts(book, meeting_id) == ["two", "one", "three"]
    assert book.undo(f"meeting:{meeting_id}") == "moved note: three"


def test_the_line_that_takes_an_item_stays_while_lines_hang_on_it(book: MinuteBook, meeting_id: int) -> None:
    items = [item.id for item in book.meeting(meeting_id).items]
    first, said, second, under = write(
        book, meeting_id, taken(items[0]), line("said"), taken(items[2]), line("under")
    )
    with pytest.raises(BookError, match="Lines stand under “5 Ofsted Update Report”"):
        book.delete(second)
    with pytest.raises(BookError, match="Lines stand under"):
        book.record(meeting_id, Act((line("instead"),)), at=EVENING, replacing=second)
    book.record(meeting_id, Act((taken(items[1]),)), at=EVENING, replacing=second)
    assert entry(book, meeting_id, "under").item_id == items[1]
    book.delete(under)
    book.delete(second)
    book.delete(said)
    book.delete(first)
    assert texts(book, meeting_id) == []


def test_an_item_taken_twice_needs_its_second_line_no_more(book: MinuteBook, meeting_id: int) -> None:
    item = book.meeting(meeting_id).items[0].id
    _, again, _ = write(book, meeting_id, taken(item), taken(item), line("said"))
    book.delete(again)
    assert entry(book, meeting_id, "said").item_id == item


def test_an_act_that_fails_leaves_nothing_behind(book: MinuteBook, meeting_id: int) -> None:
    act = Act(
        (line("good"), line("bad", target_id=999, kind=Kind.ITEM)),
        newcomers=(Attendee(-1, "Webb"),),
        items=(NewItem(-1, "9", "Urgent"),),
    )
    before = book.meeting(meeting_id)
    with pytest.raises(BookError, match="removed in another window"):
        book.record(meeting_id, act, at=EVENING)
    assert book.meeting(meeting_id) == before


def test_five_thousand_lines_are_one_quick_act(book: MinuteBook, meeting_id: int) -> None:
    started = time.process_time()
    write(book, meeting_id, *(line(f"line {number}") for number in range(5000)))
    assert time.process_time() - started < 2
    assert len(texts(book, meeting_id)) == 5000
    assert book.undo(f"meeting:{meeting_id}") == "5000 lines"
    assert texts(book, meeting_id) == []


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (line("the Mayor spoke", Kind.POINT, label="Roads"), "point: Roads – the Mayor spoke"),
        (NewEntry(Kind.OPEN, "/open 18.30", time="18:30"), "/open 18.30"),
        (NewEntry(Kind.ACTION, "@Clerk: ask", actions=(promise("ask"),)), "action: Clerk: ask"),
        (line("word " * 40), f"note: {'word ' * 10}wor…"),
    ],
)
def test_an_act_says_what_it_did(book: MinuteBook, meeting_id: int, new: NewEntry, words: str) -> None:
    (entry_id,) = write(book, meeting_id, new)
    book.delete(entry_id)
    assert book.undo(f"meeting:{meeting_id}") == f"deleted {words}"
    assert book.undo(f"meeting:{meeting_id}") == words
