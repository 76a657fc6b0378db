"""Meetings taken out of one book as JSON and into another: they print the same, in every layout."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.agenda import read_agenda
from minutes.formats.text import write
from minutes.interchange import record_from, to_json
from minutes.layouts import build
from minutes.press import press
from minutes.shorthand import read_lines
from minutes.sitting import Sitting
from minutes.style import LAYOUTS
from minutes.trees import from_text
from storage import BookError, MinuteBook
from storage.records import ActionState, DueKind, MeetingRecord, MeetingState, NewProgress
from tests.journeys.test_exempt_canary import AGENDA, LINES, VOTES
from tests.storage.given import dump

EVENING = datetime(2020, 6, 11, 18, 30, tzinfo=UTC)
DAYS = ("7 May 2020", "11 June 2020", "9 July 2020", "6 August 2020")
SERIES = ("Decisions:", "Numbering: running\nMinutes from: 24/55\nExempt mark: /E\nDecisions:")
PROMISES = [
    "@Clerk: write about {} by the next meeting",
    "/priorities List {}; set by Ofsted; review 1 September:\n- Practice {}\n- p1: and {}\n- p2",
    "/defer 1 the next meeting",
    "/defer 1/2020, p1 in due course waiting for {}",
    "/report p1 {}",
    "/done 2, 1: {}",
    "/report 1/2020 {}",
    "? (Kemp) {}\n+ Clerk: reply in writing about {} at the next meeting #{}",
    "/nextmeeting 20 July",
]
LATE = "Said.\n/priorities Late; review 1 October:\n- Late one\n@Clerk: ask by the next meeting"
line = st.sampled_from([*LINES, *VOTES, *PROMISES, *PROMISES])
visit = st.tuples(st.sampled_from("12345"), st.booleans(), st.lists(line, max_size=5))
meeting = st.tuples(st.sampled_from(["", "/previous\n"]), st.lists(visit, min_size=1, max_size=4))


@contextmanager
def opened(path: Path) -> Iterator[MinuteBook]:
    """The book at `path`, in the program's hands."""
    book = MinuteBook.open(path, press=press, now=lambda: EVENING)
    try:
        yield book
    finally:
        book.close()


@pytest.mark.long
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    meetings=st.tuples(meeting, meeting, meeting),
    running=st.booleans(),
    between=st.sampled_from([None, DueKind.NEXT_MEETING, DueKind.IN_DUE_COURSE]),
    extraordinary=st.booleans(),
    put_right=st.booleans(),
    looked_at=st.sampled_from(range(4)),
)
def test_a_meeting_taken_in_prints_as_it_did(
    meetings: tuple[tuple[str, list[tuple[str, bool, list[str]]]], ...],
    running: bool,
    between: DueKind | None,
    extraordinary: bool,
    put_right: bool,
    looked_at: int,
) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder, "first.db")) as book:
        agendas = [AGENDA.replace("11 June 2020", day) for day in DAYS]
        agendas = [agendas[0], *(agenda.replace("Decisions: 7/2020\n", "") for agenda in agendas[1:])]
        if running:
            agendas[0] = agendas[0].replace(*SERIES)
        if extraordinary:
            agendas[1] = f"{agendas[1]}Agenda: Extraordinary meeting\n"
        ids = [book.save_agenda(read_agenda(agenda)).meeting_id for agenda in agendas]
        for meeting_id, (first, visits) in zip(ids, meetings, strict=False):
            taken = f"/present Cooper, Kemp, Johnson, Hackwell\n/open\n{first}{_notes(visits)}\n/close 9pm"
            book.record(meeting_id, read_lines(taken, Sitting(book.meeting(meeting_id))).act, at=EVENING)
            if put_right:
                _put_right(book, meeting_id)
            _hear(book, between, book.meeting(meeting_id).meeting.on)
        moved = replace(read_agenda(agendas[3]), on=date(2020, 8, 13))
        book.save_agenda(moved, meeting_id=ids[3])
        _prints_as_it_did(book, ids[looked_at], Path(folder, "second.db"))


def _notes(visits: list[tuple[str, bool, list[str]]]) -> str:
    said: list[str] = []
    for item, exempt, lines in visits:
        said += [f"/{item}", *(["/exempt 5; why"] if exempt else [])]
        said += [template.replace("{}", f"word{len(said)}x") for template in lines]
    return "\n".join(said)


def _put_right(book: MinuteBook, meeting_id: int) -> None:
    """Put lines in between others, and move one up, as far as the book allows."""
    record = book.meeting(meeting_id)
    late = read_lines(LATE, Sitting(record)).act
    with suppress(BookError):
        book.record(meeting_id, late, at=EVENING, after=record.entries[len(record.entries) // 2].id)
    with suppress(BookError):
        book.move(record.entries[-3].id, record.entries[1].id)


def _hear(book: MinuteBook, put_off: DueKind | None, on: date) -> None:
    """Note something between meetings of the promise that is due first."""
    for action in book.actions()[:1]:
        state = ActionState.IN_DUE_COURSE if put_off is DueKind.IN_DUE_COURSE else ActionState.IN_PROGRESS
        words = put_off.value if put_off else ""
        heard = NewProgress(action.id, "it was said", state, due_words=words, due_kind=put_off)
        book.note_progress([heard], on.replace(day=20))


def _prints_as_it_did(book: MinuteBook, meeting_id: int, path: Path) -> None:
    record, trees = book.meeting(meeting_id), book.signed_trees(meeting_id)
    whole = to_json(record, restricted=True, trees=trees)
    with opened(path) as empty:
        taken = empty.take_in(record_from(whole))
        again = empty.meeting(taken.meeting_id)
        assert _printed(again) == _printed(record)
        assert again.meeting.state is record.meeting.state
        assert _signed(empty, taken.meeting_id) == _signed(book, meeting_id)
        assert empty.verify().faults == ()
        assert _as_taken_out(to_json(again, restricted=True, trees=empty.signed_trees(taken.meeting_id))) == (
            _as_taken_out(whole)
        )
        if not trees:
            assert empty.undo("bodies") is not None
            assert empty.bodies(record.meeting.on) == ()


def _printed(record: MeetingRecord) -> list[str]:
    return [
        write(build(record, layout=layout, restricted=restricted))
        for layout in LAYOUTS
        for restricted in (False, True)
    ]


def _signed(book: MinuteBook, meeting_id: int) -> list[str]:
    return [write(from_text(tree.text)) for tree in book.signed_trees(meeting_id)]


def _as_taken_out(text: str) -> dict[str, Any]:
    """A record without where its numbers start: what went on from another meeting starts there itself."""
    parts: dict[str, Any] = json.loads(text)
    for name in ("minutes_from", "decisions_from"):
        parts["meeting"].pop(name, None)
    return parts


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record with something of everything, signed."""
    with opened(tmp_path_factory.mktemp("whole") / "first.db") as book:
        ids = [
            book.save_agenda(read_agenda(AGENDA.replace("11 June 2020", day))).meeting_id for day in DAYS[:3]
        ]
        visits = [(str(place), place == 4, PROMISES) for place in (1, 4)]
        notes = f"/present Cooper, Kemp\n/open\n{_notes(visits)}\n/2\n!= 2.1\n/vote 2 0\n/close 9pm"
        for meeting_id, first in zip(ids, ("", "/previous\n", "/previous\n"), strict=True):
            taken = notes.replace("/open\n", f"/open\n{first}")
            book.record(meeting_id, read_lines(taken, Sitting(book.meeting(meeting_id))).act, at=EVENING)
        record = book.meeting(ids[1])
        assert record.meeting.state is MeetingState.APPROVED
        assert record.actions
        assert record.promises
        return to_json(record, restricted=True, trees=book.signed_trees(ids[1]))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with opened(path):
        return path


STRANGE: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 0, 2, 99, 2**70, 1.5, "", "x", "3", "2020-06-12", "done", "exempt", "\x00", [], [[]], {}]
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_record_is_refused_in_one_line_and_nothing_of_it_is_taken_in(
    data: st.DataObject, whole: str, empty: Path
) -> None:
    parts = json.loads(whole)
    for _ in range(data.draw(st.integers(1, 2))):
        _damage(parts, data)
    path = empty.with_name("damaged.db")
    shutil.copyfile(empty, path)
    with opened(path) as book:
        refusal = _refusal(book, json.dumps(parts))
        if refusal:
            assert len(refusal.splitlines()) == 1
            assert "constraint" not in refusal
            assert dump(path) == dump(empty)
        else:
            assert book.verify().faults == ()
            assert all(map(_printed, [book.meeting(line.id) for line in book.meetings(date(2020, 6, 1))]))


def _refusal(book: MinuteBook, text: str) -> str:
    """What is said of a text that is not taken in, "" where it is."""
    try:
        book.take_in(record_from(text))
    except (ValueError, BookError) as refusal:
        return str(refusal)
    return ""


def _damage(parts: Any, data: st.DataObject) -> None:
    """Change, take out or double one thing somewhere inside."""
    place = parts
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not steps:
            return
        step = data.draw(st.sampled_from(steps))
        deeper = isinstance(place[step], dict | list) and place[step] and data.draw(st.integers(0, 9)) < 9
        if not deeper:
            break
        place = place[step]
    what = data.draw(st.sampled_from(["change", "take out", "double"]))
    if what == "change":
        place[step] = deepcopy(data.draw(STRANGE))  # what is changed in it later stays in this example
    elif what == "take out":
        del place[step]
    elif isinstance(place, list):
        place.append(place[step])


@pytest.mark.parametrize("where", ["lines", "items"])
def test_a_record_that_would_publish_what_it_says_is_exempt_is_refused(
    whole: str, where: str, tmp_path: Path
) -> None:
    parts = json.loads(whole)
    if where == "lines":
        exempting = [line for line in parts["lines"] if line["kind"] == "exempt"]
        for line in exempting:
            line["kind"] = "note"
        assert exempting
    else:
        parts["items"][2]["exempt"] = None
        next(line for line in parts["lines"] if line.get("item_id") == 2)["item_id"] = 3
    with opened(tmp_path / "book.db") as book:
        assert "contradicts itself" in _refusal(book, json.dumps(parts))
        assert book.bodies(date(2020, 1, 1)) == ()


def test_half_a_file_is_no_record(whole: str) -> None:
    for end in range(0, len(whole) - 3, 997):
        with pytest.raises(ValueError, match="no meeting's record"):
            record_from(whole[:end])


def test_a_meeting_is_taken_in_once(whole: str, tmp_path: Path) -> None:
    with opened(tmp_path / "book.db") as book:
        book.take_in(record_from(whole))
        before = dump(tmp_path / "book.db")
        with pytest.raises(BookError, match="has a meeting of Finance Committee on 11 June 2020 already"):
            book.take_in(record_from(whole))
        assert dump(tmp_path / "book.db") == before


def test_meetings_taken_in_one_after_the_other_share_their_promises(tmp_path: Path) -> None:
    with opened(tmp_path / "first.db") as book, opened(tmp_path / "second.db") as other:
        for place, day in enumerate(DAYS[:3]):
            meeting_id = book.save_agenda(read_agenda(AGENDA.replace("11 June 2020", day))).meeting_id
            notes = f"/open\n/2\n@Clerk: ask {place}\n/report 1 said {place}\n/close 9pm"
            book.record(meeting_id, read_lines(notes, Sitting(book.meeting(meeting_id))).act, at=EVENING)
            record = book.meeting(meeting_id)
            taken = other.take_in(record_from(to_json(record, restricted=True)))
            assert _printed(other.meeting(taken.meeting_id)) == _printed(record)
        told = [
            [(action.reference, [heard.text for heard in action.progress]) for action in each.actions()]
            for each in (book, other)
        ]
        assert told[0] == told[1]
        assert len(other.meetings(date(2020, 1, 1))) == 3


def test_a_promise_of_another_book_under_the_same_number_is_no_reason_to_lose_one(
    whole: str, tmp_path: Path
) -> None:
    with opened(tmp_path / "book.db") as book:
        agenda = read_agenda(AGENDA.replace("11 June 2020", "2 January 2020"))
        meeting_id = book.save_agenda(agenda).meeting_id
        notes = "\n".join(["/open", "/2", *["@Clerk: count"] * 20])
        book.record(meeting_id, read_lines(notes, Sitting(book.meeting(meeting_id))).act, at=EVENING)
        with pytest.raises(BookError, match=r"has another action .*: take the record"):
            book.take_in(record_from(whole))


def test_what_was_moved_in_an_earlier_meeting_is_remembered_in_its_order(tmp_path: Path) -> None:
    with opened(tmp_path / "first.db") as book, opened(tmp_path / "second.db") as other:
        first, second = (
            book.save_agenda(read_agenda(AGENDA.replace("11 June 2020", day))).meeting_id for day in DAYS[:2]
        )
        notes = "/open\n/2\n@Clerk: ask\n/done 1: it was asked\n/report 1 again\n/exempt 3\n/defer 1 1 July"
        book.record(first, read_lines(notes, Sitting(book.meeting(first))).act, at=EVENING)
        *_, made, done, again, _, _ = book.meeting(first).entries
        assert (done.source, again.source) == ("/done 1: it was asked", "/report 1 again")
        book.move(again.id, made.id)
        book.record(second, read_lines("/report 1 late", Sitting(book.meeting(second))).act, at=EVENING)
        record = book.meeting(second)
        taken = other.take_in(record_from(to_json(record, restricted=True)))
        ((before,), (after,)) = (each.promises for each in (record, other.meeting(taken.meeting_id)))
        assert [heard.text for heard in after.progress] == ["again", "it was asked", "", "late"]
        assert (after.standing, after.public.standing) == (before.standing, before.public.standing)


def test_numbers_go_on_from_what_was_taken_in(tmp_path: Path) -> None:
    agendas = [AGENDA.replace("11 June 2020", day) for day in DAYS]
    later = [agenda.replace("Decisions: 7/2020\n", "") for agenda in agendas[1:]]
    with opened(tmp_path / "first.db") as book, opened(tmp_path / "second.db") as other:
        for agenda in (agendas[0].replace(*SERIES), *later[:2]):
            meeting_id = book.save_agenda(read_agenda(agenda)).meeting_id
            notes = "/open\n/1\nSaid.\n/3\n! noted it\n@Clerk: ask\n/close 9pm"
            book.record(meeting_id, read_lines(notes, Sitting(book.meeting(meeting_id))).act, at=EVENING)
        record = book.meeting(meeting_id)
        assert [item.minute for item in record.items if item.minute] == ["24/59", "24/60/E"]
        other.take_in(record_from(to_json(record, restricted=True)))
        for each in (book, other):
            next_id = each.save_agenda(read_agenda(later[2])).meeting_id
            notes = "/open\n/1\nSaid.\n/2\n! noted it\n@Clerk: ask"
            each.record(next_id, read_lines(notes, Sitting(each.meeting(next_id))).act, at=EVENING)
            after = each.meeting(next_id)
            assert [item.minute for item in after.items if item.minute] == ["24/61", "24/62"]
            assert [entry.numbers for entry in after.entries if entry.numbers] == [("10/2020",)]
            assert [action.reference for action in after.actions] == ["4/2020"]


def test_a_line_about_two_promises_stays_below_what_it_was_said_after(tmp_path: Path) -> None:
    notes = """\
/1
/priorities List; review 1 September:
- Practice
- p1: and more of it
? (Kemp) the cost
+ Clerk: reply in writing
/defer 1/2020, p1 in due course waiting for them
/close 9pm"""
    with opened(tmp_path / "first.db") as book:
        ids = [
            book.save_agenda(read_agenda(AGENDA.replace("11 June 2020", day))).meeting_id for day in DAYS[:2]
        ]
        book.record(ids[0], read_lines(notes, Sitting(book.meeting(ids[0]))).act, at=EVENING)
        _prints_as_it_did(book, ids[1], tmp_path / "second.db")
