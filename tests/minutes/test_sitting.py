"""The state of a meeting that follows from the order of its lines."""

from __future__ import annotations

from dataclasses import replace

from minutes.shorthand import read
from minutes.sitting import Sitting
from storage.records import Kind
from tests.minutes.meetings import prepared, taken
from tests.minutes.reader import HERE, sitting_after


def test_presence_adds_up_and_the_last_word_on_a_person_wins() -> None:
    sitting = sitting_after("/present Kemp, Cooper\n/present Johnson\n/apologies Cooper")
    assert [sitting.record.attendees[n - 1].name for n in sitting.present] == ["Kemp", "Johnson"]
    assert sitting.members == 5
    assert sitting_after("/present Kemp\n/out Kemp").present == ()
    assert len(sitting_after("/present Kemp\n/in Hackwell\n/attending Clerk").present) == 2


def test_the_quorum_is_the_meetings_or_else_the_bodys() -> None:
    record = prepared()
    body = replace(record.body, quorum="1/4")
    sitting = Sitting(replace(record, body=body))
    assert (sitting.quorum, sitting.quorate) == (2, True)
    sitting = Sitting(replace(record, body=body, meeting=replace(record.meeting, quorum="3")))
    assert sitting.quorum == 3
    assert Sitting(record).quorum is None
    assert Sitting(record).quorate


def test_items_are_taken_in_any_order_and_back_goes_where_it_came_from() -> None:
    sitting = sitting_after("/5\n/7")
    assert sitting.item is not None
    assert (sitting.item.number, len(sitting.taken)) == ("7", 2)
    assert sitting_after("/5\n/7\n/back\n/next").item == sitting_after("/6").item
    assert sitting_after("/5\n/7\n/1\n/back\n/back").item == sitting_after("/5").item
    assert sitting_after("/5\n/back").item == sitting_after("/1").item
    assert sitting_after("/next").item == sitting_after("/1").item


def test_an_exemption_runs_until_public_or_the_next_item() -> None:
    assert sitting_after("/5").exempt is None
    assert sitting_after("/5\n/exempt 3,5").exempt == "3,5"
    assert sitting_after("/5\n/exempt 3\n/public").exempt is None
    assert sitting_after("/5\n/exempt 3\n/6").exempt is None
    assert sitting_after("/7").exempt == "3"
    assert sitting_after("/7\n/public").exempt == "3"
    assert sitting_after("/exempt 5 1\n/6").exempt is None
    assert sitting_after("/5\n/exempt 5 1").exempt == "1"
    assert sitting_after("/5\n/exempt sideways").exempt == ""


def test_a_reply_needs_a_question_with_only_replies_and_follow_ons_between() -> None:
    asked = "/5\n? Audits: how"
    assert sitting_after(asked).awaits_reply
    assert sitting_after(f"{asked}\n> so\n+ Clerk: do it\n> and so").awaits_reply
    assert not sitting_after(f"{asked}\nA note.").awaits_reply
    assert sitting_after(f"{asked}\n+ Clerk: do it").above is Kind.QUESTION


def test_the_sitting_is_opened_broken_off_and_closed() -> None:
    sitting = sitting_after("/open 6.30pm\n/adjourn 7pm")
    assert (sitting.opened, sitting.adjourned, sitting.closed) == ("18:30", True, None)
    sitting = sitting_after("/open 6.30pm\n/adjourn 7pm\n/resume 7.10pm\n/close 8pm")
    assert (sitting.opened, sitting.adjourned, sitting.closed) == ("18:30", False, "20:00")


def test_a_record_gives_the_same_sitting_as_its_lines_and_can_be_folded_up_to_an_entry() -> None:
    record = taken(f"/open 6pm\n{HERE}\n/5\n/out Cooper\n/6")
    assert len(Sitting(record).present) == 3
    before = Sitting(record, before=record.entries[3].id)
    assert len(before.present) == 4
    assert before.item is not None
    assert before.item.number == "5"


def test_following_a_copy_leaves_the_sitting_as_it_was() -> None:
    sitting = sitting_after("/5")
    copy = sitting.copy()
    act = read("/item + Fire", copy).act
    copy.follow(act.entries[0], act.newcomers, act.items)
    assert copy.item is not None
    assert copy.item.title == "Fire"
    assert sitting.item is not None
    assert sitting.item.number == "5"
    assert len(sitting.items) + 1 == len(copy.items)
