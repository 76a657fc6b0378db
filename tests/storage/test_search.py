"""Searching: every word ever recorded, newest first, wherever it went since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import MinuteBook
from storage.indexing import MOST_WAITING
from storage.opening import open_book
from storage.records import Act, Hit, Kind, Named, NewProgress, Part, PromiseKind, Sought
from tests.storage.given import (
    AGENDA,
    EVENING,
    JUNE,
    OPEN,
    beside,
    entry,
    line,
    look,
    promise,
    taken,
    version,
    write,
)

Found = Callable[..., list[str]]
EARLIER = """
INSERT INTO body (id, name) VALUES (1, 'Cabinet');
INSERT INTO meeting (id, body_id, day) VALUES (1, 1, '2019-06-04');
INSERT INTO item (id, meeting_id, position, title) VALUES (1, 1, 1, 'Roof');
INSERT INTO entry (meeting_id, position, kind, source, recorded_at)
    VALUES (1, 1, 'note', 'The roof leaks.', '');
"""


@pytest.fixture
def said(book: MinuteBook, meeting_id: int) -> tuple[int, ...]:
    """Lines of every sort under a public item and an exempt one."""
    public, exempt = (book.meeting(meeting_id).items[place].id for place in (2, 3))
    return write(
        book,
        meeting_id,
        OPEN,
        taken(public),
        line("The café roof leaks."),
        line("? (Kemp) Roof: who pays", Kind.QUESTION, people=(Named(Part.ASKER, "Kemp"),)),
        line("! agreed to mend the roof", Kind.DECISION),
        line("@DP: ask for quotes", Kind.ACTION, actions=(promise("ask for quotes", "Director of People"),)),
        line("- Keep the roof dry", Kind.POINT, actions=(promise("dry", kind=PromiseKind.PRIORITY),)),
        taken(exempt),
        line("The roof of the bus costs £9."),
    )


@pytest.fixture
def found(book: MinuteBook) -> Found:
    """What is found for words, each as its words around."""

    def find(words: str = "", **narrowed: object) -> list[str]:
        return [_around(hit) for hit in book.search(Sought(words, **narrowed))]  # type: ignore[arg-type]

    return find


def _around(hit: Hit) -> str:
    return f"{hit.before}{hit.found}{hit.after}"


@pytest.mark.usefixtures("said")
class TestWords:
    """What the words find."""

    def test_all_words_have_to_be_there_in_whatever_order(self, found: Found) -> None:
        assert found("leaks roof") == ["The café roof leaks."]
        assert found("leaks dry") == []

    def test_the_newest_comes_first(self, found: Found) -> None:
        assert found("roof")[0] == "The roof of the bus costs £9."
        assert found("roof")[-1] == "The café roof leaks."
        assert len(found("roof")) == 5

    def test_quoted_words_stand_together(self, found: Found) -> None:
        assert found('"roof leaks"') == ["The café roof leaks."]
        assert found("“roof leaks”") == ["The café roof leaks."]
        assert found('"leaks roof"') == []
        assert found('"roof lea', begun=True) == ["The café roof leaks."]

    def test_capitals_and_accents_make_no_difference(self, found: Found) -> None:
        assert found("CAFE") == found("Café") == ["The café roof leaks."]

    def test_the_last_word_may_be_a_beginning(self, found: Found) -> None:
        assert found("lea") == []
        assert found("roof lea", begun=True) == ["The café roof leaks."]
        assert found("lea roof", begun=True) == []

    def test_titles_and_their_reports_are_found(self, book: MinuteBook) -> None:
        (title,) = book.search(Sought("update"))
        assert (title.kind, title.minute, title.item) == ("title", "5", "Ofsted Update Report")
        assert title.entry_id is None
        (report,) = book.search(Sought("head of business"))
        assert (report.before, report.found) == ("Author: ", "Head")

    def test_a_hit_tells_where_it_stands(self, book: MinuteBook, said: Sequence[int]) -> None:
        (hit,) = book.search(Sought("mend"))
        assert (hit.body_name, hit.on, hit.entry_id) == ("Overview & Scrutiny", JUNE, said[4])
        assert (hit.kind, hit.minute, hit.item) == ("decision", "5", "Ofsted Update Report")
        assert (hit.before, hit.found, hit.after) == ("! agreed to ", "mend", " the roof")

    def test_of_a_long_line_the_words_around_are_told(self, book: MinuteBook, meeting_id: int) -> None:
        write(book, meeting_id, line("before " * 2000 + "the\tneedle" + " after" * 2000))
        (hit,) = book.search(Sought("needle"))
        assert hit.before.startswith("… ")
        assert hit.before.endswith("before the\t") or hit.before.endswith("before the ")
        assert hit.found == "needle"
        assert hit.after.endswith("after …")
        assert len(_around(hit)) < 200

    def test_no_more_are_found_than_asked_for(self, book: MinuteBook) -> None:
        assert len(book.search(Sought("roof"), limit=2)) == 2


@pytest.mark.usefixtures("said")
class TestNarrowing:
    """What narrows the search."""

    def test_by_kind(self, found: Found) -> None:
        assert found("roof", kind="decision") == ["! agreed to mend the roof"]
        assert found(kind="action") == ["@DP: ask for quotes"]
        assert found(kind="priority") == ["- Keep the roof dry"]
        assert len(found(kind="title")) == 4

    def test_by_person_named_in_the_words_or_known_to_the_line(self, found: Found) -> None:
        assert found(person="kemp") == ["? (Kemp) Roof: who pays"]
        assert found("quotes", person="Director of People") == ["@DP: ask for quotes"]

    def test_by_body_and_by_year(self, book: MinuteBook, meeting_id: int, found: Found) -> None:
        other = book.save_agenda(replace(AGENDA, body_name="Cabinet", on=date(2021, 1, 1))).meeting_id
        write(book, other, line("Another roof."))
        body_id = book.meeting(other).body.id
        assert found("roof", body_id=body_id) == found("roof", year=2021) == ["Another roof."]
        assert (
            len(found("roof", year=2020)) == len(found("roof", body_id=book.meeting(meeting_id).body.id)) == 5
        )
        assert found("roof", year=2019) == []


class TestRecordsThatChange:
    """A line is found as it is now, and where it is now."""

    def test_a_line_put_right(
        self, book: MinuteBook, meeting_id: int, said: Sequence[int], found: Found
    ) -> None:
        assert found("leaks")
        book.record(meeting_id, Act((line("The gutter leaks."),)), at=EVENING, replacing=said[2])
        assert found("café") == []
        assert found("leaks") == ["The gutter leaks."]
        book.undo(f"meeting:{meeting_id}")
        assert found("leaks") == ["The café roof leaks."]

    def test_a_line_deleted_and_brought_back(
        self, book: MinuteBook, meeting_id: int, said: Sequence[int], found: Found
    ) -> None:
        assert found("leaks")
        book.delete(said[2])
        assert found("leaks") == []
        book.undo(f"meeting:{meeting_id}")
        assert found("leaks") == ["The café roof leaks."]
        book.redo(f"meeting:{meeting_id}")
        assert found("leaks") == []

    def test_a_line_moved_is_told_with_its_item_and_exempt_with_it(
        self, book: MinuteBook, said: Sequence[int]
    ) -> None:
        assert book.search(Sought("leaks"))[0].exempt is None
        book.move(said[2], said[7])
        (hit,) = book.search(Sought("leaks"))
        assert (hit.minute, hit.exempt) == ("7", "3")

    @pytest.mark.usefixtures("said")
    def test_a_meeting_moved_to_another_day(self, book: MinuteBook, meeting_id: int, found: Found) -> None:
        assert len(found("roof")) == 5
        book.save_agenda(replace(AGENDA, on=date(2021, 1, 5)), meeting_id=meeting_id)
        assert found("roof", year=2020) == []
        assert len(found("roof", year=2021)) == 5
        assert found("apologies", year=2021) == ["Apologies"]
        book.undo(f"meeting:{meeting_id}")
        assert len(found("roof", year=2020)) == 5
        assert found("roof", year=2021) == []

    def test_an_item_renamed_or_taken_off(
        self, book: MinuteBook, meeting_id: int, found: Found, path: Path
    ) -> None:
        items = [item for item in AGENDA.items if item.number != "1"]
        items[0] = replace(items[0], title="Minutes of the last meeting")
        assert found("apologies") == ["Apologies"]
        book.save_agenda(replace(AGENDA, items=tuple(items)), meeting_id=meeting_id)
        assert found("apologies") == found("record") == []
        assert found("last") == ["Minutes of the last meeting"]
        assert look(path, "SELECT count(*) FROM search") == look(path, "SELECT count(*) FROM search_place")

    def test_what_another_window_records_is_found_at_once(
        self, meeting_id: int, path: Path, found: Found
    ) -> None:
        assert found("heron") == []
        with_another = MinuteBook.open(path)
        write(with_another, meeting_id, line("A heron was seen."))
        with_another.close()
        assert found("heron") == ["A heron was seen."]

    def test_an_index_never_lags_far_behind(self, book: MinuteBook, meeting_id: int, path: Path) -> None:
        write(book, meeting_id, *(line(f"Line {n}.") for n in range(MOST_WAITING + 1)))
        assert look(path, "SELECT count(*) FROM search WHERE search MATCH 'line'") == [(MOST_WAITING + 1,)]

    @pytest.mark.usefixtures("said")
    def test_what_is_indexed_behind_is_what_would_be_indexed_anew(
        self, book: MinuteBook, meeting_id: int, path: Path, found: Found
    ) -> None:
        book.delete(entry(book, meeting_id, "The café roof leaks.").id)
        found("roof")
        rows = "SELECT search.rowid, words, source, record_id FROM search JOIN search_place"
        behind = look(path, f"{rows} ON place = search.rowid ORDER BY 1")
        with beside(path) as other:
            other.execute("UPDATE search_state SET through = NULL")
        found("roof")
        assert look(path, f"{rows} ON place = search.rowid ORDER BY 1") == behind
        assert len(behind) == len(AGENDA.items) + 8


class TestProgress:
    """What was heard of promises between meetings."""

    def test_it_is_found_on_its_day_by_words_rating_and_new_owner(
        self, book: MinuteBook, said: Sequence[int]
    ) -> None:
        (action,) = [one for one in book.actions() if one.words == "ask for quotes"]
        change = NewProgress(
            action.id, text="Two builders came.", rating="B2", owners=(Named(Part.OWNER, "Zoë Hill"),)
        )
        book.note_progress([change], date(2022, 3, 3))
        (hit,) = book.search(Sought("builders", kind="progress", year=2022))
        assert (hit.kind, hit.on, hit.entry_id) == (
            "progress", date(2022, 3, 3), said[5],
        )  # fmt: skip
        assert [one.kind for one in book.search(Sought("B2 zoe"))] == ["progress"]
        book.undo("actions")
        assert not book.search(Sought("builders"))

    def test_of_an_exempt_promise_it_is_exempt(self, book: MinuteBook, meeting_id: int) -> None:
        exempt = book.meeting(meeting_id).items[3].id
        write(book, meeting_id, taken(exempt), line("secret", actions=(promise("pay"),)))
        (action,) = book.actions()
        book.note_progress([NewProgress(action.id, text="The cheque went.")], date(2022, 3, 3))
        assert [hit.exempt for hit in book.search(Sought("cheque"))] == ["3"]


@pytest.mark.usefixtures("said")
def test_what_is_exempt_says_so_by_how_it_is_now(book: MinuteBook, meeting_id: int) -> None:
    assert [hit.exempt for hit in book.search(Sought("bus"))] == ["3"]
    assert [hit.exempt for hit in book.search(Sought("transport"))] == ["3"]
    assert [hit.exempt for hit in book.search(Sought("leaks"))] == [None]
    write(book, meeting_id, line("1", Kind.EXEMPT, target_id=book.meeting(meeting_id).items[2].id))
    assert [hit.exempt for hit in book.search(Sought("leaks"))] == ["1"]


def test_a_book_of_an_earlier_version_is_indexed_as_it_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with version(monkeypatch, "0004_promises"):
        connection, _ = open_book(path)
        connection.executescript(EARLIER)
        connection.close()
    book = MinuteBook.open(path)
    assert [_around(hit) for hit in book.search(Sought("roof", year=2019))] == ["The roof leaks.", "Roof"]
    book.close()


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize(
    "words",
    ["*", '"', '""', '"roof', "NEAR(roof leaks)", "-roof", "roof:", "words:roof", "^roof", "(", "🙂", "\x00",
     "roof\x00", "\ue000b1", "AND", "'; DROP TABLE search; --", "%", "x" * 5000, "roof " * 1000, '" ' * 2500],
)  # fmt: skip
def test_no_sign_is_more_than_a_sign(found: Found, words: str) -> None:
    holding = {*found("roof")}
    for begun in (False, True):
        assert {*found(words, begun=begun)} <= holding
        assert {*found(person=words, begun=begun)} <= holding


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs"])), begun=st.booleans())
def test_whatever_is_typed_the_search_answers(book: MinuteBook, words: str, begun: bool) -> None:
    if not book.meetings(JUNE):
        write(book, book.save_agenda(AGENDA).meeting_id, line("The roof leaks."))
    for hit in book.search(Sought(words, person=words, begun=begun)):
        assert hit.meeting_id


def test_a_line_is_found_by_every_word_of_it(book: MinuteBook, meeting_id: int) -> None:
    text = "Ærøskøbing’s naïve co-op paid £12.50 – 24/55 – to O'Brien & Söhne (¾ of it) 中文"
    write(book, meeting_id, line(text))
    for word in text.split():
        if any(map(str.isalnum, word)):
            (hit,) = [one for one in book.search(Sought(word)) if one.entry_id]
            assert hit.found, word
