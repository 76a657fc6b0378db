"""Random lives of promises: the sums agree with the history on every day, and the lists with the fold."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import dropwhile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from storage import BookError, MinuteBook
from storage.records import (
    OWED,
    Act,
    Action,
    ActionState,
    DueKind,
    Kind,
    Named,
    NewEntry,
    NewProgress,
    Part,
    Progress,
    PromiseKind,
    Standing,
)
from tests.storage.given import AGENDA, EVENING, JUNE, heard, line, press, promise, report

DAYS = st.integers(0, 90).map(lambda days: JUNE + timedelta(days=days))
PICKS = st.integers(0, 1000)
LATER = st.sampled_from(list(DueKind))
KINDS = st.lists(st.sampled_from(PromiseKind), min_size=1, max_size=3)


class Lives(RuleBasedStateMachine):
    """A clerk who takes promises and hears of them at three meetings and between them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book = MinuteBook.open(self.folder / "minutes.db", press=press, now=lambda: EVENING)
        self.scopes: list[str] = []
        self.undone: list[str] = []

    def teardown(self) -> None:
        self.book.close()
        shutil.rmtree(self.folder)

    @initialize()
    def three_meetings(self) -> None:
        days = [JUNE, JUNE + timedelta(days=35), JUNE + timedelta(days=70)]
        self.meetings = [self.book.save_agenda(replace(AGENDA, on=day)).meeting_id for day in days]

    @property
    def every(self) -> tuple[Action, ...]:
        return self.book.actions(open_only=False)

    def act(self, scope: str, does: Callable[[], object]) -> None:
        with suppress(BookError):
            does()
            self.scopes.append(scope)
            self.undone.clear()

    def write(self, pick: int, entry: NewEntry, at: int | None = None, *, instead: bool = False) -> None:
        meeting_id = self.meetings[pick % 3]
        below = None if at is None else self.entry(pick, at)
        after, replacing = (None, below) if instead else (below, None)
        self.act(
            f"meeting:{meeting_id}",
            lambda: self.book.record(meeting_id, Act((entry,)), at=EVENING, after=after, replacing=replacing),
        )

    def entry(self, pick: int, which: int) -> int | None:
        entries = self.book.meeting(self.meetings[pick % 3]).entries
        return entries[which % len(entries)].id if entries else None

    def progress(
        self, which: int, state: ActionState | None, later: DueKind | None, day: date
    ) -> NewProgress:
        every = self.every
        due = day + timedelta(days=9) if later is DueKind.DATE else None
        return heard(every[which % len(every)].id if every else 0, "said", state, due=due, due_kind=later)

    @rule(pick=PICKS, kinds=KINDS, later=LATER, day=DAYS, at=st.none() | PICKS, instead=st.booleans())
    def agreed(
        self, pick: int, kinds: list[PromiseKind], later: DueKind, day: date, at: int | None, instead: bool
    ) -> None:
        due = day if later is DueKind.DATE else None
        actions = tuple(promise(kind.value, kind=kind, due=due, due_kind=later) for kind in kinds)
        self.write(pick, line("Agreed.", Kind.POINT, actions=actions), at, instead=instead)

    @rule(pick=PICKS, at=st.none() | PICKS, title=st.sampled_from(["Plan A", "Plan B"]))
    def listed(self, pick: int, at: int | None, title: str) -> None:
        self.write(pick, line(title, Kind.PRIORITIES), at)

    @rule(
        pick=PICKS,
        which=PICKS,
        state=st.none() | st.sampled_from(ActionState),
        later=st.none() | LATER,
        at=st.none() | PICKS,
        kind=st.sampled_from([Kind.REPORT, Kind.POINT]),
        day=DAYS,
    )
    def reported(
        self,
        pick: int,
        which: int,
        state: ActionState | None,
        later: DueKind | None,
        at: int | None,
        kind: Kind,
        day: date,
    ) -> None:
        self.write(pick, report(self.progress(which, state, later, day), kind=kind), at)

    @rule(which=st.lists(PICKS, min_size=1, max_size=3), state=st.sampled_from(ActionState), day=DAYS)
    def noted(self, which: list[int], state: ActionState, day: date) -> None:
        owner = (Named(Part.OWNER, "The Mayor"),)
        changes = [replace(self.progress(each, state, None, day), owners=owner) for each in which]
        self.act("actions", lambda: self.book.note_progress(changes, day))

    @rule(pick=PICKS, which=PICKS, after=PICKS)
    def moved(self, pick: int, which: int, after: int) -> None:
        entry_id, below = self.entry(pick, which), self.entry(pick, after)
        if entry_id is not None:
            self.act(f"meeting:{self.meetings[pick % 3]}", lambda: self.book.move(entry_id, below))

    @rule(pick=PICKS, which=PICKS)
    def deleted(self, pick: int, which: int) -> None:
        entry_id = self.entry(pick, which)
        if entry_id is not None:
            self.act(f"meeting:{self.meetings[pick % 3]}", lambda: self.book.delete(entry_id))

    @rule(pick=PICKS, day=DAYS, said=st.booleans())
    def another_day(self, pick: int, day: date, said: bool) -> None:
        """A meeting is moved, or a day is said for the next."""
        if said:
            self.write(pick, NewEntry(Kind.NEXT_MEETING, "/nextmeeting", on=day))
            return
        meeting_id = self.meetings[pick % 3]
        agenda = replace(AGENDA, on=day)
        self.act(f"meeting:{meeting_id}", lambda: self.book.save_agenda(agenda, meeting_id=meeting_id))

    @rule(steps=st.integers(1, 4), again=st.booleans())
    def back(self, steps: int, again: bool) -> None:
        """Take back the last acts, or do again what was taken back; what is in the way refuses."""
        source, target = (self.undone, self.scopes) if again else (self.scopes, self.undone)
        for _ in range(min(steps, len(source))):
            scope = source.pop()
            with suppress(BookError):
                if (self.book.redo if again else self.book.undo)(scope) is not None:
                    target.append(scope)

    @invariant()
    def the_sums_agree_with_the_history_on_every_day(self) -> None:
        every = self.every
        days = {action.agreed_on for action in every}
        days |= {progress.on for action in every for progress in action.progress}
        for day in sorted(days | {JUNE}):
            then = [action.as_on(day) for action in every if action.agreed_on <= day]
            states = Counter(action.state for action in then)
            assert len(then) == states[ActionState.DONE] + states[ActionState.DROPPED] + sum(
                states[state] for state in OWED
            )
            assert [action.standing for action in then] == [last_said(action, day) for action in then]
        lines = self.book.promise_lines(open_only=False)
        assert len(lines) == len(every)
        assert sum(line.is_open for line in lines) == len(self.book.actions())
        assert self.book.bodies(JUNE)[0].open_actions == len(self.book.actions())

    @invariant()
    def the_lists_agree_with_the_fold_of_the_history(self) -> None:
        every = self.every
        lines = self.book.promise_lines(open_only=False)
        assert [line.id for line in lines] == [action.id for action in every]
        for light, action in zip(lines, every, strict=True):
            now = action.standing
            assert (light.state, light.due, light.due_kind) == (now.state, now.due, now.due_kind)
            assert light.owners == "; ".join(owner.name for owner in now.owners)
            assert light.plan == (action.plan.title if action.plan else "")
        dues = [(line.due is None, line.due or date.min) for line in lines]
        assert dues == sorted(dues)


def last_said(action: Action, day: date) -> Standing:
    """How it stood on a day, found from the end: the last that was said of each thing by then."""
    heard = tuple(progress for progress in action.progress if progress.on <= day)
    assert heard == action.progress[: len(heard)], "in the order of the days"
    dated = next((one for one in reversed(heard) if one.due_kind is not None), action)
    return replace(
        action.as_agreed,
        state=last_state(action, heard),
        owners=next((one.owners for one in reversed(heard) if one.owners), action.owners),
        due=dated.due,
        due_words=dated.due_words,
        due_kind=dated.due_kind or DueKind.UNDATED,
    )


def last_state(action: Action, heard: Sequence[Progress]) -> ActionState:
    """What ended is so until it is owed again, and what has no date by agreement until it gets one, or is
    begun."""
    begun, put_off = ActionState.IN_PROGRESS, ActionState.IN_DUE_COURSE
    said = [(one.state, one.due_kind is not None) for one in heard if one.state]
    said.insert(0, (action.as_agreed.state, True))
    ended = max((place for place, (state, _) in enumerate(said) if state not in OWED), default=-1)
    owed = [*dropwhile(lambda one: one[0] is begun, said[ended + 1 :])]
    if not owed:
        return said[ended][0]
    last = max((place for place, (state, _) in enumerate(owed) if state is put_off), default=0)
    since = {state for state, dated in owed[last + 1 :] if dated or state is begun}
    return begun if begun in since else ActionState.OPEN if since else owed[last][0]


@pytest.mark.long
def test_promises_are_neither_lost_nor_counted_twice() -> None:
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
