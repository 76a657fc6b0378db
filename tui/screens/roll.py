"""The Roll screen: a recorded vote, one key a member."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from minutes.english import capitalised, listed
from minutes.proposals import Proposal
from minutes.sitting import Sitting
from minutes.style import style_of
from minutes.wording.decisions import decision
from storage import BookError
from storage.records import Kind
from tui.roll_call import WAYS, RollCall, Vote, question_of
from tui.screens.sheet import Sheet
from tui.taking import Taking
from tui.widgets.roll_list import RollList, Voter
from tui.widgets.typing_ahead import heard
from tui.widgets.typing_box import TypingBox

_LETTERS: dict[Vote, str] = {Kind.FOR: "F", Kind.AGAINST: "A", Kind.ABSTAIN: "B", None: "N"}
_NOTHING = "Nothing is up for a recorded vote: /move a motion or record a decision (!) first."
_NOBODY = "Nobody is here who may vote: /present and the names first."
_APART = "Kept in your line, not in this roll:"
_KEPT = "The roll so far stands here as lines: f6 goes on with it, esc drops it."


class RollScreen(Sheet):
    """The vote on what is up for vote in the meeting that `taking` takes.

    `box` is where the clerk types: a roll half taken is held there as lines, and goes on from them.
    """

    TITLE = "Roll"
    AUTO_FOCUS = "RollList"
    HELP = """\
A recorded vote on the question that stands above. The members who may vote come one after the other: f \
is for, a against, b abstains, n does not vote, and the next one's turn comes. backspace or up goes back; \
whatever was marked there is overwritten. r gives everyone who has not voted yet the vote that is marked. \
The figures below always add up to those who may vote; enter records the vote once nobody is missing.

esc leaves, and nothing is recorded. What was marked by then stands in the line on the live screen, as the \
shorthand it comes to, and f6 goes on from there; so it does after the terminal was closed."""
    BINDINGS = [
        Binding("f", "vote('for')", "For", tooltip="The member marked votes for"),
        Binding("a", "vote('against')", "Against", tooltip="The member marked votes against"),
        Binding("b", "vote('abstain')", "Abstain", tooltip="The member marked abstains"),
        Binding("n", "vote('')", "Not voting", tooltip="The member marked does not vote"),
        Binding("r", "rest", "Rest the same", tooltip="The rest vote as the one marked"),
        Binding("backspace,up", "back", "Back", key_display="↑", tooltip="Go back to the member before"),
        Binding("enter", "record", "Record", tooltip="Record the vote, once nobody is missing"),
        Binding("escape", "leave", "Leave", tooltip="Go back; nothing is recorded"),
    ]
    DEFAULT_CSS = """
    RollScreen > #question { height: auto; max-height: 4; padding: 0 1; }
    RollScreen > #figures { height: 1; padding: 0 1; margin-top: 1; }
    RollScreen > #result { height: 1; padding: 0 1; text-style: bold; }
    """

    def __init__(self, taking: Taking, box: TypingBox) -> None:
        super().__init__()
        self._taking = taking
        self._box = box
        self._roll: RollCall | None = None
        self._pressed: list[Callable[[RollCall], None]] = []  # before the names were there

    def compose_sheet(self) -> Iterable[Widget]:
        """The question, the names, the figures, and what they come to."""
        yield Static(id="question", markup=False)
        yield RollList()
        yield Static(id="figures", markup=False)
        yield Static(id="result", markup=False)

    # -- reading -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read who may vote, and on what."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        await heard(self._box.composer)
        await self._taking.settled()
        if self._roll is not None:
            await self._taking.load()
        record = self._taking.record
        if record is None:
            raise BookError("The meeting could not be read: esc goes back.")
        sitting = await asyncio.to_thread(Sitting, record)
        proposal = question_of(sitting)
        if proposal is None or not sitting.voters:
            self._give_up(_NOTHING if proposal is None else _NOBODY)
            return
        before = self._roll
        if before is None:
            roll = RollCall.begun(sitting, proposal, self._box.roll)
        else:
            roll = before.again(sitting, proposal)
        self._roll = roll
        if roll.apart:
            self.say(f"{_APART} {roll.apart[0]}{f' ({roll.why})' if roll.why else ''}")
        for step in self._pressed:
            step(roll)
        self._pressed.clear()
        self._box.hold_roll(roll.lines(), roll.apart)
        self._show()

    def _show(self) -> None:
        roll = self._roll
        if roll is None:
            return
        item = roll.sitting.item
        self.head(
            f"Roll · {f'{item.number} {item.title}'.strip() if item else roll.sitting.record.body.name}"
        )
        self.query_one("#question", Static).update(_question(roll.proposal, roll.sitting))
        self.query_one(RollList).show([_row(roll, place) for place in range(len(roll.voters))], roll.at)
        self.query_one("#figures", Static).update(_figures(roll))
        self.query_one("#result", Static).update(_result(roll))

    # -- voting --------------------------------------------------------------------------------

    def _take(self, step: Callable[[RollCall], None]) -> None:
        """Have something done to the roll, as soon as it is there, and keep it."""
        self.say()
        if self._roll is None:
            self._pressed.append(step)
        else:
            step(self._roll)
            self._box.hold_roll(self._roll.lines())
            self._show()

    def action_vote(self, way: str) -> None:
        """The member marked votes that way; "" does not vote."""
        vote = Kind(way) if way else None
        self._take(lambda roll: roll.vote(vote))

    def action_rest(self) -> None:
        """The rest vote as the one marked."""
        self._take(lambda roll: roll.vote_rest())

    def action_back(self) -> None:
        """Go back to the member before."""
        self._take(lambda roll: roll.go_to(roll.at - 1))

    @on(RollList.Pointed)
    def go_to_name(self, event: RollList.Pointed) -> None:
        """Go to another member."""
        event.stop()
        self._take(lambda roll: roll.go_to(event.place))

    def action_record(self) -> None:
        """Record the vote, unless somebody is missing or the figures disagree."""
        self._take(self._record)

    def _record(self, roll: RollCall) -> None:
        if roll.refusal:
            self.say(roll.refusal)
            roll.go_to_missing()
            return
        act = roll.act
        self._taking.submit("\n".join(entry.source for entry in act.entries), act=act)
        roll.votes.clear()
        self.house.go_back(self)

    # -- leaving -------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Go back; nothing is recorded."""
        self.house.go_back(self)
        if self._box.roll:
            self._box.say(_KEPT, wrong=True)

    def _give_up(self, why: str) -> None:
        self.house.go_back(self)
        self._box.say(why, wrong=True)


def _question(proposal: Proposal, sitting: Sitting) -> str:
    """What is voted on, and who put it: "The motion by Councillor Cooper, seconded by …: that …"."""
    entry, body = proposal.entry, sitting.record.body
    movers, seconders = (
        listed([person.name for person in people]) for people in (proposal.movers, proposal.seconders)
    )
    what = {Kind.MOTION: "the motion", Kind.AMENDMENT: "the amendment"}.get(entry.kind, "the decision")
    by = f" by {movers}" if movers else ""
    seconded = f", seconded by {seconders}" if seconders else ""
    if entry.kind is Kind.DECISION:
        words = decision(entry.text, body.noun, style_of(body).verb)
    else:
        words = entry.text if not proposal.is_decision else entry.source
    return f"{capitalised(what)}{by}{seconded}:\n{words}"


def _row(roll: RollCall, place: int) -> Voter:
    voter = roll.voters[place]
    there, way = roll.way_of(voter)
    return Voter(voter.name, _LETTERS[way] if there else "", voter.person_id in roll.settled)


def _figures(roll: RollCall) -> str:
    """The sum that must come out: "F for 20 + A against 10 + … + to vote 1 = 34"."""
    tally = roll.tally
    counts = (*tally.ways.values(), tally.not_voting or 0)
    parts = [
        f"{_LETTERS[way]} {words} {count}" for (way, words), count in zip(WAYS.items(), counts, strict=True)
    ]
    return f"{' + '.join(parts)} + to vote {len(roll.missing)} = {len(roll.voters)}"


def _result(roll: RollCall) -> str:
    there, way = roll.marked
    missing = len(roll.missing)
    rest = f"   r: the other {missing} {WAYS[way]}" if there and missing else ""
    return f"{roll.result}{rest}" if missing else f"{roll.result}   enter records it"
