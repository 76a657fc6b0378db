"""What single lines leave open: doubts, questions, actions, urgency, interests."""

from __future__ import annotations

from collections import defaultdict

from minutes.checking.finding import Fault, Found, line_of
from minutes.english import listed
from minutes.presence import affected
from minutes.shorthand.items import adds_item
from storage.records import ON_PROMISES, Action, DueKind, Entry, Item, Kind, PromiseKind

_ANSWERS = (Kind.REPLY, Kind.FOLLOW_ON, Kind.ACTION)


class Lines:
    """The fold over what the lines say, apart from attendance and votes."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._made: dict[int | None, list[Action]] = defaultdict(list)
        for action in found.record.actions:
            self._made[action.entry_id].append(action)
        promises = (*found.record.promises, *found.record.actions)
        self._heard = {heard.entry_id for action in promises for heard in action.progress}
        self._asked: Entry | None = None
        self._exempt_above: tuple[int, ...] = ()  # the nearest of them
        self._added: dict[int, Entry] = {}  # items that `/item +` put on the agenda
        self._urgent: set[int] = set()

    def follow(self, entry: Entry, item: Item | None) -> None:
        """Take in the next line, recorded while `item` was taken."""
        if self._found.is_exempt(entry):
            self._exempt_above = (entry.id,)
        if entry.doubt:  # a doubt may come from any line above
            words = entry.doubt if line_of(entry) in entry.doubt else f"{line_of(entry)}: {entry.doubt}"
            self._found.of_line(entry, Fault.TO_CHECK, f"to check: {words}", self._exempt_above)
        self._gone(entry)
        self._question(entry)
        for action in self._made[entry.id]:
            self._action(entry, action)
        if entry.target_id is not None and adds_item(entry):
            self._added[entry.target_id] = entry
        elif entry.kind is Kind.URGENT:
            self._urgency(entry, item)
        elif entry.kind is Kind.INTEREST:
            self._interest(entry, item)

    def end(self) -> None:
        """Note what no later line has put right."""
        self._leave_question()
        for item_id, entry in self._added.items():
            if item_id not in self._urgent:
                why = "added to the agenda without a reason: /urgent basis; agreed by; reason"
                self._found.of_line(entry, Fault.URGENCY, why)

    def _gone(self, entry: Entry) -> None:
        """A line about a promise tells of nothing where the line that made it was deleted."""
        if entry.kind in ON_PROMISES and entry.id not in self._heard and not entry.doubt:
            words = f"{line_of(entry)} is about what was deleted here: delete it, too, or record it anew"
            self._found.of_line(entry, Fault.TO_CHECK, words)

    def _question(self, entry: Entry) -> None:
        """A question is open where neither reply nor action stands below it (SHORTHAND, Questions)."""
        answers = entry.kind in _ANSWERS or bool(self._made[entry.id])
        if entry.kind is Kind.QUESTION:
            self._leave_question()
            self._asked = None if answers else entry
        elif answers:
            self._asked = None
        else:
            self._leave_question()

    def _leave_question(self) -> None:
        if self._asked is not None:
            words = f"neither reply nor action to {line_of(self._asked)}: > and the reply, or @"
            self._found.of_line(self._asked, Fault.OPEN_QUESTION, words)
        self._asked = None

    def _action(self, entry: Entry, action: Action) -> None:
        if action.kind is PromiseKind.PRIORITY:  # needs neither owner nor date of its own
            return
        if not action.owners:
            self._found.of_line(
                entry, Fault.NO_OWNER, f"action {action.reference} is nobody’s to do: @ and a name"
            )
        if action.due_kind is DueKind.UNDATED:
            words = f"action {action.reference} has no date: end it in “by 28 November” or “in due course”"
            self._found.of_line(entry, Fault.NO_DATE, words)

    def _urgency(self, entry: Entry, item: Item | None) -> None:
        if (item_id := entry.target_id or (item.id if item else None)) is not None:
            self._urgent.add(item_id)
        wanted = (("on what basis", entry.label), ("who agreed", entry.people), ("why", entry.text))
        if lacking := [words for words, said in wanted if not said]:
            words = f"urgent, but it is not said {listed(lacking)}: /urgent basis; agreed by; reason"
            self._found.of_line(entry, Fault.URGENCY, words)

    def _interest(self, entry: Entry, item: Item | None) -> None:
        if entry.text.strip().casefold() in ("", "none") and not entry.people:
            return
        if not entry.people:
            words = f"whose interest is {line_of(entry)}? write /interest and the name"
        elif not entry.text.strip():
            words = f"what is the interest in {line_of(entry)}? write it after a colon"
        elif entry.withdrew and entry.target_id is None and affected(item) is None:
            words = f"withdrew for which item? put its number before the colon of {line_of(entry)}"
        else:
            return
        self._found.of_line(entry, Fault.INTEREST, words)
