"""Reviewing what is owed in a real terminal: how few keys it takes, beside the words that are typed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from storage import MinuteBook
from storage.records import Action, ActionState
from tests.journeys.commands import done
from tests.journeys.live import leave
from tests.journeys.terminal import Terminal, minutebook

AGENDA = """\
Upton Council
Children's Services Improvement Board
Date: {day:%d} {day:%B} {day.year}
Members: Councillors Kemp (Chairman), Cooper
In attendance: Director of People; Clerk

1. Ofsted
"""
NOTES = """\
/open 6.30pm
/1
The Director introduced the report.
@Clerk: publish the agenda within two weeks
@Director of People: bring a report on audits to the Board
@Cooper: thank the foster carers within three months
/close 8pm
"""
MOST = 12  # keys beside the words typed


class Fingers:
    """Presses keys in a terminal, and counts those that are no words."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.keys = 0

    def press(self, key: str, *seen: str) -> None:
        """Press one key, and wait until all of `seen` is on the screen."""
        self.keys += 1
        self._terminal.press(key)
        self._terminal.wait_for(*seen)

    def type(self, words: str) -> None:
        """Type words."""
        self._terminal.type(words)
        self._terminal.wait_for(words)


def owed_book(folder: Path) -> Path:
    """A book of one body that met twenty days ago and is owed three things, one of them overdue."""
    book = folder / "minutes.db"
    day = date.today() - timedelta(days=20)
    (folder / "agenda.txt").write_text(AGENDA.format(day=day))
    (folder / "notes.txt").write_text(NOTES)
    done(book, "import", folder / "agenda.txt")
    done(book, "take", "last", folder / "notes.txt")
    return book


def audits(book: Path) -> Action:
    """The action that is reviewed, as the book has it."""
    opened = MinuteBook.open(book)
    try:
        (action,) = [each for each in opened.actions(open_only=False) if "audits" in each.words]
    finally:
        opened.close()
    return action


def friday_week() -> date:
    """A week after the first Friday from tomorrow on."""
    tomorrow = date.today() + timedelta(days=1)
    return tomorrow + timedelta(days=(4 - tomorrow.weekday()) % 7 + 7)


def test_an_action_is_found_noted_deferred_and_closed_in_twelve_keys(tmp_path: Path) -> None:
    book = owed_book(tmp_path)
    with minutebook(book) as terminal:
        fingers = Fingers(terminal)
        terminal.wait_for("3 open actions, 1 overdue", "f1 help")
        fingers.press("r", "Actions · 3 open, 1 overdue", "bring a report on audits")
        assert fingers.keys == 1
        fingers.press("/", "Owner, theme or words:")
        fingers.type("audits")
        terminal.wait_for("1 open · “audits”")
        fingers.press("enter", "e defer")
        fingers.press("n", "Note on")
        fingers.type("nearly there")
        fingers.press("enter", "noted.")
        fingers.press("e", "Defer")
        fingers.type("Friday week waiting for the lawyers")
        fingers.press("enter", "deferred to")
        fingers.press("d", "Done")
        fingers.press("enter", "done. ctrl+z takes it back.")
        assert fingers.keys <= MOST
        leave(terminal)

    noted, deferred, closed = audits(book).progress
    assert noted.text == "nearly there"
    assert (deferred.due, deferred.text) == (friday_week(), "waiting for the lawyers")
    assert closed.state is ActionState.DONE
