"""Random courses of motions, amendments, votes and names, counted a second time slowly and simply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.sitting import Sitting
from storage.records import Entry, Kind, MeetingRecord
from tests.minutes.meetings import taken

NAMES = ("Kemp", "Cooper", "Howcroft-Scott", "Johnson", "Hackwell")  # persons 1 to 5
WAYS = (Kind.FOR, Kind.AGAINST, Kind.ABSTAIN)
name = st.sampled_from(NAMES)
figure = st.integers(0, 4).map(str)
line = st.one_of(
    st.sampled_from(
        (
            "/5",
            "/6",
            "! noted it",
            "/previous",
            "/vote",
            "/vote all",
            "/vote lost",
            "/roll",
            "/withdraw",
            "A note.",
        )
    ),
    st.sampled_from(("/casting for", "/casting against", "/against rest", "/for rest", "/vote 2 2")),
    st.builds("/move {}: that we go".format, name),
    st.builds("/amend {}: to stay".format, name),
    st.builds("/vote {} {} {}".format, figure, figure, figure),
    st.builds("/{} {}".format, st.sampled_from(("for", "against", "abstain", "out", "in")), name),
)

COURSES = (  # as meetings go, so that few lines are without what they belong to
    "/move Cooper: that we go|/amend Kemp: to stay|/vote 2 3|/vote 4 1",
    "/move Cooper: that we go|/amend Kemp: to stay|/vote 3 2|/vote all",
    "/move Cooper: that we go|/vote 2 2|/casting for",
    "/move Cooper: that we go|/amend Kemp: to stay|/vote 2 2|/casting against|/vote 3 2",
    "/move Cooper: that we go|/roll|/for Cooper, Kemp|/against rest|/vote 2 3",
    "/amend Kemp: to stay|/roll|/for Cooper|/against Kemp, Johnson|/vote 1 2 0 2",
    "! noted it|/vote 4 1|/roll|/against Johnson|/for rest",
    "/move Cooper: that we go|/amend Kemp: to stay|/roll|/for Cooper, Kemp|/abstain rest|/for Cooper",
    "/move Cooper: that we go|/vote 4 1|/move Kemp: that we stay|/vote 1 4",
    "/move Cooper: that we go|/amend Kemp: to stay|/withdraw|/for Cooper|/vote 4 1",
)
course = st.one_of(
    st.builds(lambda one: [one], line), st.sampled_from(COURSES).map(lambda text: text.split("|"))
)
walk = st.lists(course, max_size=12).map(lambda courses: [each for one in courses for each in one])


@dataclass
class Put:
    """Something put to the meeting, as a clerk with pencil and paper keeps it."""

    entry: Entry
    here: frozenset[int]
    vote: Entry | None = None
    casting: Entry | None = None
    rolled: bool = False
    gone: bool = False
    names: dict[int, Kind] = field(default_factory=dict)
    amends: Put | None = None

    def figures(self) -> list[int]:
        """For, against, abstaining: as counted, else by name; empty where neither settles it."""
        if self.vote is not None:
            return [*self.vote.counts, 0, 0][:3] if self.vote.counts else []
        return self.by_name() if self.called() else []

    def by_name(self) -> list[int]:
        return [sum(way is each for way in self.names.values()) for each in WAYS]

    def called(self) -> bool:
        """Whether a recorded vote was taken to its end."""
        if not self.rolled or not self.names:
            return False
        if self.vote is not None and self.vote.counts:
            return self.by_name() == [*self.vote.counts, 0, 0][:3]
        return self.here <= set(self.names)

    def fate(self) -> str:
        if self.gone:
            return "withdrawn"
        if self.vote is not None and not self.vote.counts:
            return "lost" if self.vote.text == "lost" else "carried"
        figures = self.figures()
        if not figures:
            moved = self.entry.kind in (Kind.MOTION, Kind.AMENDMENT)
            return "open" if moved or self.rolled else "carried"
        if figures[0] != figures[1]:
            return "carried" if figures[0] > figures[1] else "lost"
        if self.casting is None:
            return "tied"
        return "carried" if self.casting.text == "for" else "lost"


class Paper:
    """Every line taken down by hand: item by item, looking back each time."""

    def __init__(self) -> None:
        self.all: list[Put] = []
        self.items: dict[int | None, list[Put]] = {}
        self.touched: dict[int | None, Put] = {}

    def take(self, entry: Entry, here: frozenset[int]) -> None:
        puts = self.items.setdefault(entry.item_id, [])
        if entry.kind in (Kind.DECISION, Kind.PREVIOUS) or (
            entry.text and entry.kind in (Kind.MOTION, Kind.AMENDMENT)
        ):
            new = Put(entry, here)
            if entry.kind is Kind.AMENDMENT:
                new.amends = self.pending(puts, Kind.MOTION)
            puts.append(new)
            self.all.append(new)
            self.touched[entry.item_id] = new
            return
        last = self.touched.get(entry.item_id)
        before = self.pending(puts, Kind.AMENDMENT) or self.pending(puts, Kind.MOTION)
        if before is None and puts and puts[-1].entry.kind in (Kind.DECISION, Kind.PREVIOUS):
            before = puts[-1]
        if before is not None and (before.vote or before.called()):
            before = None
        if entry.kind is Kind.VOTE:
            self.vote(entry, here, before, last)
        elif entry.kind is Kind.ROLL:
            put = before or (last if last and last.vote and not last.called() else None)
            if put is not None and not put.rolled:
                put.rolled = True
                put.here = put.here if put.vote else here
                self.touched[entry.item_id] = put
        elif entry.kind is Kind.CASTING and last is not None and last.fate() == "tied":
            last.casting = entry
        elif entry.kind is Kind.WITHDRAW:
            put = self.pending(puts, Kind.AMENDMENT) or self.pending(puts, Kind.MOTION)
            if put is not None:
                put.gone = True
                under = self.pending(puts, Kind.AMENDMENT) or self.pending(puts, Kind.MOTION)
                if under is None and puts[-1].entry.kind in (Kind.DECISION, Kind.PREVIOUS):
                    under = puts[-1]
                self.touched[entry.item_id] = under or self.touched[entry.item_id]
        elif entry.kind in WAYS:
            put = (before or last) if last is None or last.gone or last.called() else last
            if put is not None:
                for person in entry.people:
                    put.names.setdefault(person.person_id or 0, entry.kind)
                put.here = here if put.rolled and not put.vote else put.here

    def vote(self, entry: Entry, here: frozenset[int], before: Put | None, last: Put | None) -> None:
        put = before
        if last is not None and last.called() and not last.vote:
            same = bool(entry.counts) and [*entry.counts, 0, 0][:3] == last.by_name()
            put = last if same or before is None else before
        if put is not None and not put.vote:
            put.vote, put.here = entry, here
            self.touched[entry.item_id] = put

    @staticmethod
    def pending(puts: Sequence[Put], kind: Kind) -> Put | None:
        still = [put for put in puts if put.entry.kind is kind and put.fate() == "open"]
        return next(
            (put for put in reversed(still) if put.amends is None or put.amends.fate() == "open"), None
        )


def on_paper(record: MeetingRecord) -> list[Put]:
    """What became of everything put, taken down line by line."""
    paper, here = Paper(), set[int]()
    for entry in record.entries:
        named = {person.person_id or 0 for person in entry.people}
        if entry.kind in (Kind.PRESENT, Kind.IN):
            here |= named
        elif entry.kind is Kind.OUT:
            here -= named
        paper.take(entry, frozenset(here))
    return paper.all


@given(walk, st.sets(st.integers(0, 30), max_size=6))
@settings(max_examples=60, deadline=None)
def test_the_floor_agrees_with_a_count_on_paper(lines: list[str], deleted: set[int]) -> None:
    record = taken("\n".join(["/present all", "/5", *lines]))
    kept = [
        entry for n, entry in enumerate(record.entries, -2) if n not in deleted or entry.kind is Kind.ITEM
    ]
    record = replace(record, entries=tuple(kept))
    floor = Sitting(record).floor
    found = [(put.fate.value, put.vote, dict(put.by_name), set(put.voters)) for put in floor.proposals]
    assert found == [(put.fate(), put.vote, put.names, set(put.here)) for put in on_paper(record)]
    for put in floor.proposals:
        votes = [line for line in put.surplus if line.kind is Kind.VOTE]
        assert not votes or put.vote is not None or put.rolled or put.withdrawal is not None
        assert all(floor.of(line) is put for line in put.lines)
        assert not put.unnamed or put.roll is not None


@given(walk)
@settings(max_examples=40, deadline=None)
def test_what_was_read_without_doubt_adds_up(lines: list[str]) -> None:
    """Figures that were let in are no more than could vote, and no voter was counted twice."""
    floor = Sitting(taken("\n".join(["/present all", "/5", *lines]))).floor
    for put in floor.proposals:
        assert put.counted is None or put.counted.total <= len(put.voters)
        assert put.twice == ()
        assert put.surplus == ()
        assert all(over < 0 for over in put.over.values())
