"""Random acts, undone and done again, with restarts between: the book is found as it was."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from storage import BookError, MinuteBook
from storage.records import Act, ActionState, Agenda, AgendaItem, Attendee, Body, Kind, Named, NewAction
from storage.records import NewEntry, NewItem, Part
from storage.settle import settle
from tests.storage.given import AGENDA, EVENING, JUNE, dump, taken

Rows = dict[str, list[tuple[object, ...]]]

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
NAMES = st.sampled_from(["Kemp", "O’Brien", "o'brien", "Webb", "Johnson"])
TITLES = st.sampled_from(["Apologies", "Budget", "Transport", "Ofsted"])
PLAIN = st.sampled_from([kind for kind in Kind if kind not in (Kind.ITEM, Kind.EXEMPT)])
STEERING = st.sampled_from([Kind.OPEN, Kind.CLOSE, Kind.PREVIOUS, Kind.EXEMPT, Kind.PUBLIC, Kind.NOTE])
PROMISES = st.builds(
    lambda words, owner, days: NewAction(
        words, (Named(Part.OWNER, owner),), JUNE + timedelta(days=days) if days else None
    ),
    words=TEXTS,
    owner=NAMES,
    days=st.integers(0, 40),
)
LINES = st.builds(
    lambda kind, text, people, actions: NewEntry(kind, text, text, people=people, actions=actions),
    kind=PLAIN | STEERING,
    text=TEXTS,
    people=st.lists(st.builds(lambda name: Named(Part.NAMED, name), NAMES), max_size=2).map(tuple),
    actions=st.lists(PROMISES, max_size=2).map(tuple),
)
ITEMS = st.lists(
    st.builds(AgendaItem, st.sampled_from(["", "1", "2", "3", "5a"]), TITLES, exempt=st.none() | st.just("3")),
    max_size=4,
    unique_by=lambda item: (item.number, item.title),
)
PEOPLE = st.lists(st.builds(lambda name: Attendee(0, name), NAMES), max_size=4, unique_by=lambda one: one.name)
AGENDAS = st.builds(
    lambda on, items, people, series: Agenda(
        AGENDA.body_name, on, attendees=tuple(people), items=tuple(items), minutes_from=series
    ),
    on=st.sampled_from([JUNE, date(2020, 9, 3), date(2021, 1, 7)]),
    items=ITEMS,
    people=PEOPLE,
    series=st.none() | st.just(182),
)
PICKS = st.integers(0, 1000)


@dataclass
class Step:
    """An act done: the rows before and after it, None where other steps were taken out meanwhile."""

    scope: str
    before: Rows | None
    after: Rows | None


class Walk(RuleBasedStateMachine):
    """A clerk who does, undoes, does again and restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "minutes.db"
        self.book = MinuteBook.open(self.path, now=lambda: EVENING)
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        self.book.close()
        shutil.rmtree(self.folder)

    @initialize()
    def a_meeting(self) -> None:
        self.act("bodies", lambda: self.book.save_agenda(AGENDA))

    def act(self, scope: str, act: Callable[[], object]) -> None:
        """Do an act; one that is refused or changes nothing is no step."""
        before = dump(self.path)
        try:
            act()
        except BookError as error:
            assert "\n" not in str(error)
            assert dump(self.path) == before
            return
        after = dump(self.path)
        if after != before:
            self.done.append(Step(scope, before, after))
            self.undone = [step for step in self.undone if step.scope != scope]
            for step in self.undone:
                step.before = step.after = None

    def meeting(self, pick: int) -> int | None:
        ids = [row[0] for row in dump(self.path)["meeting"]]
        return int(str(ids[pick % len(ids)])) if ids else None

    def entry(self, meeting_id: int, pick: int) -> int | None:
        entries = self.book.meeting(meeting_id).entries
        return entries[pick % len(entries)].id if entries else None

    def item(self, meeting_id: int, pick: int) -> int | None:
        items = self.book.meeting(meeting_id).items
        return items[pick % len(items)].id if items else None

    @rule(agenda=AGENDAS, pick=PICKS, whole=st.booleans())
    def agenda(self, agenda: Agenda, pick: int, whole: bool) -> None:
        if whole and (meeting_id := self.meeting(pick)) is not None:
            self.act(f"meeting:{meeting_id}", lambda: self.book.save_agenda(agenda, meeting_id=meeting_id))
            return
        days = {row[2] for row in dump(self.path)["meeting"]}
        made = agenda.on.isoformat() not in days
        found = [row[0] for row in dump(self.path)["meeting"] if row[2] == agenda.on.isoformat()]
        scope = "bodies" if made else f"meeting:{found[0]}"
        self.act(scope, lambda: self.book.save_agenda(replace(agenda, time="")))

    @rule(name=st.sampled_from(["Cabinet", "Board"]), verb=TEXTS, themes=st.lists(TITLES, max_size=3))
    def body(self, name: str, verb: str, themes: list[str]) -> None:
        ids = [row[0] for row in dump(self.path)["body"] if row[1] == name]
        body = Body(int(str(ids[0])) if ids else 0, name, verb=verb, themes=tuple(themes))
        self.act("bodies", lambda: self.book.save_body(body))

    @rule(lines=st.lists(LINES, min_size=1, max_size=3), pick=PICKS, where=st.sampled_from("aaaabr"), at=PICKS)
    def lines(self, lines: list[NewEntry], pick: int, where: str, at: int) -> None:
        meeting_id = self.meeting(pick)
        if meeting_id is None:
            return
        entry_id = self.entry(meeting_id, at)
        after, replacing = entry_id if where == "b" else None, entry_id if where == "r" else None
        act = Act(tuple(lines))
        self.act(
            f"meeting:{meeting_id}",
            lambda: self.book.record(meeting_id, act, at=EVENING, after=after, replacing=replacing),
        )

    @rule(pick=PICKS, item=PICKS, exempting=st.booleans())
    def item_taken(self, pick: int, item: int, exempting: bool) -> None:
        meeting_id = self.meeting(pick)
        item_id = None if meeting_id is None else self.item(meeting_id, item)
        if meeting_id is None or item_id is None:
            return
        line = NewEntry(Kind.EXEMPT, "/exempt", "3", target_id=item_id) if exempting else taken(item_id)
        self.act(f"meeting:{meeting_id}", lambda: self.book.record(meeting_id, Act((line,)), at=EVENING))

    @rule(pick=PICKS, name=NAMES, title=TITLES)
    def brought_in(self, pick: int, name: str, title: str) -> None:
        meeting_id = self.meeting(pick)
        if meeting_id is None:
            return
        present = NewEntry(Kind.PRESENT, "/present", people=(Named(Part.NAMED, name, -1),))
        act = Act((present, taken(-2)), (Attendee(-1, name, added=True),), (NewItem(-2, "", title),))
        self.act(f"meeting:{meeting_id}", lambda: self.book.record(meeting_id, act, at=EVENING))

    @rule(pick=PICKS, which=PICKS, after=st.none() | PICKS)
    def moved(self, pick: int, which: int, after: int | None) -> None:
        meeting_id = self.meeting(pick)
        entry_id = None if meeting_id is None else self.entry(meeting_id, which)
        if meeting_id is None or entry_id is None:
            return
        below = None if after is None else self.entry(meeting_id, after)
        self.act(f"meeting:{meeting_id}", lambda: self.book.move(entry_id, below))

    @rule(pick=PICKS, which=PICKS)
    def deleted(self, pick: int, which: int) -> None:
        meeting_id = self.meeting(pick)
        entry_id = None if meeting_id is None else self.entry(meeting_id, which)
        if meeting_id is None or entry_id is None:
            return
        self.act(f"meeting:{meeting_id}", lambda: self.book.delete(entry_id))

    @rule(which=PICKS, state=st.sampled_from(ActionState), text=TEXTS)
    def heard_of(self, which: int, state: ActionState, text: str) -> None:
        if actions := self.book.actions(open_only=False):
            action_id = actions[which % len(actions)].id
            self.act("actions", lambda: self.book.note_progress(action_id, text, state, JUNE))

    @rule(last=st.booleans(), pick=PICKS)
    def undo(self, last: bool, pick: int) -> None:
        if self.done:
            scope = self.done[-1 if last else pick % len(self.done)].scope
            self.walk(scope, self.book.undo, self.done, self.undone)

    @rule(last=st.booleans(), pick=PICKS)
    def redo(self, last: bool, pick: int) -> None:
        if self.undone:
            scope = self.undone[-1 if last else pick % len(self.undone)].scope
            self.walk(scope, self.book.redo, self.undone, self.done)

    def walk(
        self, scope: str, go: Callable[[str], str | None], source: list[Step], target: list[Step]
    ) -> None:
        """Take the last step of a scope from one pile to the other and look at the rows."""
        place = max(place for place, step in enumerate(source) if step.scope == scope)
        step, is_last = source[place], place == len(source) - 1
        expected = step.before if source is self.done else step.after
        now = dump(self.path)
        try:
            words = go(scope)
        except BookError as error:
            assert "\n" not in str(error)
            assert dump(self.path) == now
            # an approved meeting stays as signed, and only out of turn may others be in the way
            assert "are approved" in str(error) or not is_last or expected is None
            return
        assert words is not None
        target.append(source.pop(place))
        if is_last and expected is not None:
            assert dump(self.path) == expected
        else:
            for other in (*self.done, *self.undone):
                other.before = other.after = None

    @rule()
    def restart(self) -> None:
        self.book.close()
        self.book = MinuteBook.open(self.path, now=lambda: EVENING)

    @invariant()
    def what_follows_from_the_order_is_true(self) -> None:
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            before = dump(self.path)
            connection.execute("BEGIN")
            for row in before["meeting"]:
                settle(connection, int(str(row[0])))
            changed = connection.total_changes
            connection.execute("ROLLBACK")
            assert changed == 0
        finally:
            connection.close()


@pytest.mark.long
def test_the_book_is_found_as_it_was() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Walk,
        settings=settings(
            max_examples=60,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
