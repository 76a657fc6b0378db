"""The Check screen: what to put right before a meeting is closed, each thing with the way to its place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

from rich.cells import cell_len
from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from minutes.checking import Fault, Finding, findings
from minutes.english import counted, short_date
from storage.records import Entry, MeetingRecord, Part
from tui.screens.sheet import Sheet
from tui.sight import entry_of
from tui.taking import Taking
from tui.widgets.ask_line import AskLine
from tui.widgets.composer import Place
from tui.widgets.rows import Column, Row, Rows

_LINES, _ITEMS, _WHOLE = "In the record", "On the agenda", "The meeting"
_OFFICERS, _SOON = "officers", "by the next meeting"


class CheckScreen(Sheet):
    """What there is to put right in the meeting that `taking` takes; `lead` goes to the place of one."""

    TITLE = "Check"
    AUTO_FOCUS = "#findings"
    HELP = """\
What is still to be put right before these minutes are approved, in the order of the record: open questions, \
lines to check, actions without owner or date, votes that do not add up, decisions below quorum, people who \
were on no list, items that were not taken. enter leads to the place: to the line in the record, to the \
item on the agenda, or to the form for people and quorum. Nothing here keeps a meeting from being \
closed; what is left stands on the last page of the printed draft.

On a question that nobody answered, a makes it an action: a written reply that is owed. It asks by whom \
and by when; enter twice is “officers”, “by the next meeting”. The action goes into the log and is not \
printed in the minute."""
    BINDINGS = [
        Binding("enter", "lead", "Go there", tooltip="Go to the line, the item or the form"),
        Binding("a", "owe", "Reply owed", tooltip="Make an open question an action: a written reply is owed"),
        Binding("ctrl+z", "undo", "Undo", tooltip="Take back the last act on this meeting"),
        Binding("escape", "leave", "Back", tooltip="Go back to the minutes"),
    ]
    DEFAULT_CSS = """
    CheckScreen > #findings { height: 1fr; margin: 1; }
    CheckScreen > #whole { height: auto; max-height: 4; padding: 0 1; display: none; }
    """

    def __init__(self, taking: Taking, lead: Callable[[Finding], None]) -> None:
        super().__init__()
        self._taking = taking
        self._lead = lead
        self._findings: tuple[Finding, ...] = ()
        self._asked: Entry | None = None  # the question that an owner is asked for
        self._owner = ""  # whose reply is owed, as soon as that is said

    def compose_sheet(self) -> Iterable[Widget]:
        """The list, and what is too long for it."""
        yield Rows((Column(40, 1),), id="findings")
        yield Static(id="whole", markup=False)

    # -- reading -------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Read the record and go through it."""
        self.do(self._read, only_latest="read")

    async def _read(self) -> None:
        await self._taking.load()
        record = self._taking.record
        if record is not None:
            self._findings = await asyncio.to_thread(findings, record)
            self._show(record)

    def _show(self, record: MeetingRecord) -> None:
        self._list.show(_rows(self._findings))
        count = len(self._findings)
        left = f"{counted(count, 'thing')} to put right" if count else "nothing to put right"
        self.head(f"Check · {left} · {short_date(record.meeting.on)} · {record.body.name}")
        if not count:
            self.say("Nothing is left to put right.")

    @property
    def _list(self) -> Rows:
        return self.query_one("#findings", Rows)

    @property
    def finding(self) -> Finding | None:
        """What the cursor is on."""
        key = self._list.key
        return self._findings[key] if key is not None else None

    @on(Rows.Moved)
    def show_whole(self, event: Rows.Moved) -> None:
        """Show whole what the row cuts off."""
        event.stop()
        words = self.finding.words if self.finding else ""
        whole = self.query_one("#whole", Static)
        whole.display = cell_len(words) > self._list.size.width - 2
        whole.update(words)

    # -- going there ---------------------------------------------------------------------------

    @on(Rows.Chosen)
    def lead_to_clicked(self, event: Rows.Chosen) -> None:
        """Go to what was clicked."""
        event.stop()
        self.action_lead()

    def action_lead(self) -> None:
        """Go to the line, the item or the form."""
        if self.finding is not None:
            self.house.go_back(self)
            self._lead(self.finding)

    def action_leave(self) -> None:
        """Go back to the minutes."""
        self.house.go_back(self)

    # -- a written reply owed ------------------------------------------------------------------

    def action_owe(self) -> None:
        """Ask who owes the reply to an open question."""
        finding, record = self.finding, self._taking.record
        if finding is None or record is None:
            return
        if finding.fault is not Fault.OPEN_QUESTION:
            self.say("This is no open question: enter leads to it.")
            return
        self._asked = entry_of(record, finding.entry_id)
        self.asking.ask("owner", "A written reply is owed by:", _OFFICERS)
        self.say("enter goes on to when; esc leaves the question open.")

    def on_ask_line_answered(self, event: AskLine.Answered) -> None:
        """Ask when it is due, and record the action below the question."""
        said = event.text.strip()
        if event.purpose == "owner" and said:
            self._owner = said
            self.asking.ask("due", f"A reply by {said} is due:", _SOON)
            self.say("“by 28 November”, “in due course” … enter makes it an action; esc leaves it.")
        elif event.purpose == "owner":
            self.say("Who owes it? Type a name or a role, or esc leaves it.")
        elif self._asked is not None:
            self.asking.close()
            self.do(
                partial(self._owe, self._asked, f"+ {self._owner}: {_reply_owed(self._asked)} {said}".strip())
            )

    def on_ask_line_left(self, _event: AskLine.Left) -> None:
        """Leave the question open."""
        self.say()

    async def _owe(self, question: Entry, line: str) -> None:
        self._taking.submit(line, Place(after=question.id))
        await self._taking.settled()
        await self._read()
        still = any(each.entry_id == question.id for each in self._findings)
        self.say("It could not be recorded: esc shows why." if still else "Recorded; ctrl+z takes it back.")

    def action_undo(self) -> None:
        """Take back the last act on this meeting."""
        self.do(self._undo)

    async def _undo(self) -> None:
        self._taking.undo()
        await self._taking.settled()
        await self._read()


def _rows(found: Iterable[Finding]) -> list[Row]:
    """A row for each: of lines, of items, of the whole meeting."""
    rows: list[Row] = []
    for key, finding in enumerate(found):
        heading = (
            _LINES if finding.entry_id is not None else _ITEMS if finding.item_id is not None else _WHOLE
        )
        if Row((heading,)) not in rows:
            rows.append(Row((heading,)))
        rows.append(Row((finding.words,), key))
    return rows


def _reply_owed(question: Entry) -> str:
    """What is owed, in the words of the question."""
    askers = " and ".join(named.name for named in question.people if named.part is Part.ASKER)
    asked = f"{question.label}: {question.text}" if question.label else question.text
    return f"send {askers} a written reply to “{asked}”" if askers else f"reply in writing to “{asked}”"
