"""The ways from the screen a meeting is taken on to the others, and back to what is to be put right."""

from __future__ import annotations

from textual.binding import Binding

from minutes.checking import Fault, Finding
from tui.screens.page import Page
from tui.taking import Taking
from tui.widgets.composer import AT_THE_END, Composer
from tui.widgets.meeting_pane import MeetingPane
from tui.widgets.typing_box import TypingBox

_TYPED = {Fault.NEXT_MEETING: "/nextmeeting ", Fault.NOT_REPORTED: "/report "}  # what puts it right


class TakingPage(Page):
    """A screen with the record of a meeting and a box to type in."""

    BINDINGS = [
        Binding("f2", "paper", "Paper", show=False, tooltip="The minutes as they will print"),
        Binding("f3", "actions", "Actions", show=False, tooltip="What was promised, and is still owed"),
        Binding("f4", "prepare", "Prepare", show=False, tooltip="Agenda, people, date and place"),
        Binding("f5", "book", "Back to the book", show=False, tooltip="The bodies and their meetings"),
        # before the composer, to which both keys mean something else; and at once: the votes typed right
        # behind f6 are for the roll, not for the line
        Binding("f6", "roll", "Roll", show=False, tooltip="A recorded vote, one key a member", priority=True),
        Binding(
            "f7", "check", "Check", show=False, tooltip="What to put right before it is closed", priority=True
        ),
    ]
    box: TypingBox
    composer: Composer
    pane: MeetingPane
    taking: Taking

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self.meeting_id = meeting_id

    def action_paper(self) -> None:
        """Show the minutes as they will print."""
        self.house.show_paper(self.meeting_id)

    def action_actions(self) -> None:
        """Show what was promised to this body."""
        if self.taking.record is not None:
            self.house.review_actions(self.taking.record.body.id)

    def action_prepare(self) -> None:
        """Change the agenda and the people."""
        self.house.prepare(self.meeting_id)

    def action_book(self) -> None:
        """Go back to the bodies and meetings."""
        self.house.open_book()

    def action_roll(self) -> None:
        """Take a recorded vote on what is up for vote."""
        from tui.screens.roll import RollScreen

        if self.composer.place == AT_THE_END or self.box.may_leave():
            self.house.push_screen(RollScreen(self.taking, self.box))

    def action_check(self) -> None:
        """Show what to put right before the meeting is closed."""
        from tui.screens.check import CheckScreen

        self.house.push_screen(CheckScreen(self.taking, self._lead_to))

    def lead_to(self, entry_id: int | None, item_id: int | None) -> bool:
        """Go to a line of the record, or to an item on the agenda; whether either is named."""
        return self.pane.lead_to(entry_id, item_id)

    def _lead_to(self, finding: Finding) -> None:
        """Go to what is to be put right: a line or an item, the line to be typed, or what f4 prepares."""
        if self.lead_to(finding.entry_id, finding.item_id):
            return
        if finding.fault in _TYPED:
            self.box.begin(_TYPED[finding.fault])
        else:
            self.action_prepare()
