"""Random acts, undone and done again, with restarts between: the book is found as it was."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from storage import BookError, MinuteBook
from storage.records import (
    Act,
    ActionState,
    Agenda,
    AgendaItem,
    Attendee,
    Body,
    Kind,
    Named,
    NewAction,
    NewEntry,
    NewItem,
    NewProgress,
    Part,
)
from storage.settle import settle
from tests.storage.given import AGENDA, EVENING, JUNE, Rows, press, rows_in, taken

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
    st.builds(
        AgendaItem, st.sampled_from(["", "1", "2", "3", "5a"]), TITLES, exempt=st.none() | st.just("3")
    ),
    max_size=4,
    unique_by=lambda item: (item.number, item.title),
)
PEOPLE = st.lists(
    st.builds(lambda name: Attendee(0, name), NAMES), max_size=4, unique_by=lambda one: one.name
)
AGENDAS = st.builds(
    lambda on, items, people, series, decisions: Agenda(
        AGENDA.body_name,
        on,
        attendees=tuple(people),
        items=tuple(items),
        minutes_from=series,
        decisions_from=decisions,
    ),
    on=st.sampled_from([JUNE, date(2020, 9, 3), date(2021, 1, 7)]),
    items=ITEMS,
    people=PEOPLE,
    series=st.just("") | st.just("182"),
    decisions=st.just("") | st.just("98/2020"),
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
        self.book = MinuteBook.open(self.path, press=press, now=lambda: EVENING)
        self.beside = sqlite3.connect(self.path, isolation_level=None)
        self.beside.row_factory = sqlite3.Row
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        self.beside.close()
        self.book.close()
        shutil.rmtree(self.folder)

    @initialize()
    def a_meeting(self) -> None:
        self.act("bodies", lambda: self.book.save_agenda(replace(AGENDA, numbering="running")))

    def act(self, scope: str, act: Callable[[], object]) -> None:
        """Do an act; one that is refused or changes nothing is no step."""
        before = self.rows()
        refused = self.refusal(act)
        after = self.rows()
        assert not refused or after == before
        if after != before:
            self.done.append(Step(scope, before, after))
            self.undone = [step for step in self.undone if step.scope != scope]
            for step in self.undone:
                step.before = step.after = None

    def refusal(self, act: Callable[[], object]) -> str:
        """Do something; the one line it was refused with, "" where it was not."""
        try:
            act()
        except BookError as error:
            return str(error)
        return ""

    def rows(self) -> Rows:
        return rows_in(self.beside)

    def meeting(self, pick: int) -> int | None:
        ids = [row[0] for row in self.rows()["meeting"]]
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
        found = [row[0] for row in self.rows()["meeting"] if row[2] == agenda.on.isoformat()]
        self.act(f"meeting:{found[0]}" if found else "bodies", lambda: self.book.save_agenda(agenda))

    @rule(name=st.sampled_from(["Cabinet", "Board"]), verb=TEXTS, themes=st.lists(TITLES, max_size=3))
    def body(self, name: str, verb: str, themes: list[str]) -> None:
        ids = [row[0] for row in self.rows()["body"] if row[1] == name]
        body = Body(int(str(ids[0])) if ids else 0, name, verb=verb, themes=tuple(themes))
        self.act("bodies", lambda: self.book.save_body(body))

    @rule(
        numbering=st.sampled_from(["agenda", "running", "meeting", "none"]), mark=st.sampled_from(["", "/E"])
    )
    def numbering(self, numbering: str, mark: str) -> None:
        """The body whose meetings these are counts otherwise, back to the first that is not signed."""
        bodies = [each.body for each in self.book.bodies(JUNE) if each.body.name == AGENDA.body_name]
        for body in bodies:
            otherwise = replace(body, numbering=numbering, exempt_mark=mark)
            self.act("bodies", partial(self.book.save_body, otherwise))

    @rule(pick=PICKS)
    def circulated(self, pick: int) -> None:
        meeting_id = self.meeting(pick)
        if meeting_id is not None:
            self.act(f"meeting:{meeting_id}", lambda: self.book.circulate(meeting_id))

    @rule(
        lines=st.lists(LINES, min_size=1, max_size=3), pick=PICKS, where=st.sampled_from("aaaabr"), at=PICKS
    )
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
            heard = (NewProgress(action_id, text, state),)
            self.act("actions", lambda: self.book.note_progress(heard, JUNE))

    @rule(steps=st.integers(1, 6), again=st.booleans())
    def back(self, steps: int, again: bool) -> None:
        """Take back the last acts, one by one, and do them again or not."""
        for _ in range(min(steps, len(self.done))):
            self.walk(self.done[-1].scope, self.book.undo, self.done, self.undone)
        for _ in range(min(steps, len(self.undone)) if again else 0):
            self.walk(self.undone[-1].scope, self.book.redo, self.undone, self.done)

    @rule(pick=PICKS)
    def undo_out_of_turn(self, pick: int) -> None:
        if self.done:
            self.walk(self.done[pick % len(self.done)].scope, self.book.undo, self.done, self.undone)

    @rule(pick=PICKS)
    def redo_out_of_turn(self, pick: int) -> None:
        if self.undone:
            self.walk(self.undone[pick % len(self.undone)].scope, self.book.redo, self.undone, self.done)

    @rule(pick=PICKS, on=st.none() | st.just(JUNE))
    def held(self, pick: int, on: date | None) -> None:
        """A meeting that agrees the minutes of another and is closed."""
        meeting_id = self.meeting(pick)
        if meeting_id is not None:
            lines = (NewEntry(Kind.PREVIOUS, "/previous", on=on), NewEntry(Kind.CLOSE, "/close"))
            self.act(f"meeting:{meeting_id}", lambda: self.book.record(meeting_id, Act(lines), at=EVENING))

    def walk(
        self, scope: str, go: Callable[[str], str | None], source: list[Step], target: list[Step]
    ) -> None:
        """Take the last step of a scope from one pile to the other and look at the rows."""
        place = max(place for place, step in enumerate(source) if step.scope == scope)
        step, is_last = source[place], place == len(source) - 1
        expected = step.before if source is self.done else step.after
        now = self.rows()
        refused = self.refusal(lambda: go(scope))
        if refused:
            assert self.rows() == now
            # an approved meeting stays as signed, and only out of turn may others be in the way
            stays = "are approved" in refused or "what was signed stays signed" in refused
            assert stays or not is_last or expected is None
            return
        target.append(source.pop(place))
        if is_last and expected is not None:
            assert self.rows() == expected
        else:
            for other in (*self.done, *self.undone):
                other.before = other.after = None

    @rule()
    def restart(self) -> None:
        self.book.close()
        self.book = MinuteBook.open(self.path, press=press, now=lambda: EVENING)

    @invariant()
    def what_follows_from_the_order_is_true(self) -> None:
        assert self.beside.execute("PRAGMA foreign_key_check").fetchall() == []
        open_to_change = self.beside.execute("SELECT id FROM meeting WHERE state <> 'approved'").fetchall()
        self.beside.execute("BEGIN")
        before = self.beside.total_changes
        for (meeting_id,) in open_to_change:
            settle(self.beside, meeting_id)
        assert self.beside.total_changes == before
        self.beside.execute("ROLLBACK")

    @invariant()
    def what_was_signed_is_as_it_was_signed(self) -> None:
        assert self.book.verify().faults == ()


@pytest.mark.long
def test_the_book_is_found_as_it_was() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
