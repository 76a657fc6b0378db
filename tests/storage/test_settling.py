"""What follows from the order of the lines stays true after every act."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage import BookError, MinuteBook
from storage.records import Act, Kind, MeetingState
from tests.storage.given import AGENDA, CLOSE, EVENING, OPEN, entry, line, promise, taken, write

EXEMPTING = line("3", Kind.EXEMPT)
PUBLIC = line("/public", Kind.PUBLIC)


def exempt(book: MinuteBook, meeting_id: int) -> dict[str, str | None]:
    return {entry.source: entry.exempt for entry in book.meeting(meeting_id).entries}


def item_ids(book: MinuteBook, meeting_id: int) -> list[int]:
    return [item.id for item in book.meeting(meeting_id).items]


def state(book: MinuteBook, meeting_id: int) -> MeetingState:
    return book.meeting(meeting_id).meeting.state


def test_a_line_belongs_to_the_item_taken_above_it(book: MinuteBook, meeting_id: int) -> None:
    first, second, *_ = item_ids(book, meeting_id)
    write(book, meeting_id, line("before"), taken(first), line("one"))
    write(book, meeting_id, line("two"), taken(second), line("three"))
    of = {entry.source: entry.item_id for entry in book.meeting(meeting_id).entries}
    assert (of["before"], of["one"], of["two"], of["three"]) == (None, first, first, second)
    book.move(entry(book, meeting_id, "three").id, entry(book, meeting_id, "one").id)
    assert entry(book, meeting_id, "three").item_id == first


def test_a_running_exemption_covers_its_own_line_until_public(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("before"), EXEMPTING, line("secret"))
    write(book, meeting_id, line("secret too"), PUBLIC, line("after"))
    assert exempt(book, meeting_id) == {
        "before": None,
        "3": "3",
        "secret": "3",
        "secret too": "3",
        "/public": None,
        "after": None,
    }


def test_the_next_item_ends_a_running_exemption(book: MinuteBook, meeting_id: int) -> None:
    first, second, *_ = item_ids(book, meeting_id)
    write(book, meeting_id, taken(first), EXEMPTING, line("secret"), taken(second), line("open"))
    assert (entry(book, meeting_id, "secret").exempt, entry(book, meeting_id, "open").exempt) == ("3", None)


def test_an_exemption_without_paragraphs_is_one(book: MinuteBook, meeting_id: int) -> None:
    unread = line("", Kind.EXEMPT, doubt="no such paragraph")
    write(book, meeting_id, unread, line("secret"))
    assert entry(book, meeting_id, "secret").exempt == ""


def test_lines_of_an_item_the_agenda_exempts_are_exempt_whatever_they_say(
    book: MinuteBook, meeting_id: int
) -> None:
    write(book, meeting_id, taken(item_ids(book, meeting_id)[3]), PUBLIC, line("secret"))
    assert entry(book, meeting_id, "secret").exempt == "3"


def test_a_line_may_make_an_item_exempt_before_or_after_it_was_taken(
    book: MinuteBook, meeting_id: int
) -> None:
    first, second, *_ = item_ids(book, meeting_id)
    write(book, meeting_id, taken(first), line("taken"), taken(second), line("other"))
    (exempting,) = write(book, meeting_id, line("1,2", Kind.EXEMPT, target_id=first))
    assert book.meeting(meeting_id).items[0].exempt == "1,2"
    assert entry(book, meeting_id, "taken").exempt == "1,2"
    assert entry(book, meeting_id, "other").exempt is None
    write(book, meeting_id, taken(first), line("again"))
    assert entry(book, meeting_id, "again").exempt == "1,2"
    book.delete(exempting)
    assert book.meeting(meeting_id).items[0].exempt is None
    assert entry(book, meeting_id, "taken").exempt is None


def test_what_stands_above_an_exemption_put_in_later_stays_public(book: MinuteBook, meeting_id: int) -> None:
    first, _ = write(book, meeting_id, line("above"), line("below"))
    (inserted,) = book.record(meeting_id, Act((EXEMPTING,)), at=EVENING, after=first)
    assert exempt(book, meeting_id) == {"above": None, "3": "3", "below": "3"}
    book.move(inserted, entry(book, meeting_id, "below").id)
    assert exempt(book, meeting_id) == {"above": None, "below": None, "3": "3"}
    book.record(meeting_id, Act((line("plain"),)), at=EVENING, replacing=inserted)
    write(book, meeting_id, line("last"))
    assert set(exempt(book, meeting_id).values()) == {None}


def test_no_move_makes_an_exempt_line_public(book: MinuteBook, meeting_id: int) -> None:
    *_, ofsted, transport = item_ids(book, meeting_id)
    write(book, meeting_id, taken(transport), line("secret"), taken(ofsted), line("open"))
    before = book.meeting(meeting_id)
    ids = {each.source: each.id for each in before.entries}
    heading, secret, following = ids[f"/item {transport}"], ids["secret"], ids[f"/item {ofsted}"]
    for moved, after in ((heading, secret), (secret, following), (secret, None), (following, heading)):
        with pytest.raises(BookError, match="“secret” is exempt and would become public"):
            book.move(moved, after)
        assert book.meeting(meeting_id) == before
    book.move(ids["open"], secret)
    assert exempt(book, meeting_id)["open"] == "3"


def test_an_action_is_exempt_as_its_line_is(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, line("public", actions=(promise("tell"),)))
    ids = write(book, meeting_id, EXEMPTING, line("secret", actions=(promise("keep"),)))
    assert [(action.words, action.exempt) for action in book.actions()] == [("tell", None), ("keep", "3")]
    book.delete(ids[0])
    assert [(action.words, action.exempt) for action in book.actions()] == [("tell", None), ("keep", None)]


def test_minutes_are_numbered_as_the_agenda_is(book: MinuteBook, meeting_id: int) -> None:
    write(book, meeting_id, taken(item_ids(book, meeting_id)[2]), line("x", actions=(promise("ask"),)))
    assert [item.minute for item in book.meeting(meeting_id).items] == ["1", "2", "5", "7"]
    assert book.actions()[0].minute == "5"


def test_a_running_series_numbers_minutes_in_the_order_taken(book: MinuteBook) -> None:
    meeting_id = book.save_agenda(replace(AGENDA, minutes_from="182")).meeting_id
    assert book.meeting(meeting_id).body.numbering == "running"
    first, second, third, _ = item_ids(book, meeting_id)
    write(book, meeting_id, taken(third), line("x", actions=(promise("ask"),)), taken(first), taken(third))
    (_, last) = write(book, meeting_id, line("y"), taken(second))
    minutes = {item.id: item.minute for item in book.meeting(meeting_id).items}
    assert [minutes[item] for item in (third, first, second)] == ["182", "183", "184"]
    assert sorted(minutes.values())[0] == "", "not taken, not numbered"
    assert book.actions()[0].minute == "182"
    book.move(last, None)
    minutes = {item.id: item.minute for item in book.meeting(meeting_id).items}
    assert [minutes[item] for item in (second, third, first)] == ["182", "183", "184"]


def test_the_state_follows_the_sitting(book: MinuteBook, meeting_id: int) -> None:
    assert state(book, meeting_id) is MeetingState.PLANNED
    (note,) = write(book, meeting_id, line("said"))
    assert state(book, meeting_id) is MeetingState.LIVE
    book.delete(note)
    assert state(book, meeting_id) is MeetingState.PLANNED
    _, close = write(book, meeting_id, OPEN, CLOSE)
    assert state(book, meeting_id) is MeetingState.DRAFT
    write(book, meeting_id, line("an afterthought"))
    assert state(book, meeting_id) is MeetingState.DRAFT
    write(book, meeting_id, line("/resume", Kind.RESUME))
    assert state(book, meeting_id) is MeetingState.LIVE
    book.move(close, entry(book, meeting_id, "/resume").id)
    assert state(book, meeting_id) is MeetingState.DRAFT
    book.undo(f"meeting:{meeting_id}")
    assert state(book, meeting_id) is MeetingState.LIVE
