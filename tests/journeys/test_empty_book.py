"""A clerk's first evening: from an empty book to a file with minutes, with keys alone, at 80×24."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.commands import done, folded
from tests.journeys.live import record
from tests.journeys.terminal import Terminal, minutebook

ONE_OF_EACH = (
    "/open 6.30pm",
    "/present Cooper, Kemp",
    "/1",
    "/apologies Johnson",
    "/2",
    "The Clerk introduced the budget.",
    "# Reserves",
    "- Roof: the hall would need a new one.",
    "? (Kemp) Cost: the cost of the roof",
    "> the Clerk confirmed that it stood at £9,000.",
    "! noted the budget",
    "+ Clerk: find out what grants there are by 30 June",
    "@Clerk: ask for three quotes by 28 June",
    "| Fund | Sum",
    "| Roof | 9,000",
    "/3",
    "! that the draft be agreed",
    "/close 7.45pm",
)


def test_from_an_empty_book_to_minutes_in_a_file(tmp_path: Path) -> None:
    book = tmp_path / "minutes.db"
    with minutebook(book, columns=80, rows=24, folder=tmp_path) as terminal:
        terminal.wait_for("This book is empty.")
        make_body(terminal)
        prepare_meeting(terminal)
        record(terminal, *ONE_OF_EACH)
        export(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0

    exported = (tmp_path / "minutes.txt").read_text(encoding="utf-8")
    assert exported == done(book, "print", "1")
    assert_reads_as_minutes(folded(exported))


def make_body(terminal: Terminal) -> None:
    terminal.press("n")
    terminal.wait_for("A new body")
    fill(terminal, "Name", "Upton Finance Committee")
    terminal.wait_for("The Committee noted the report.")
    terminal.press("ctrl+s")


def prepare_meeting(terminal: Terminal) -> None:
    terminal.wait_for("a new meeting")
    fill(terminal, "Date", "11 June 2020", "enter")
    fill(terminal, "Time", "6.30pm", "enter")
    fill(terminal, "Quorum", "2", "enter")
    fill(terminal, "Venue", "The Hall", "enter")
    fill(terminal, "Members", "Councillors Cooper (Chairman), Kemp, Johnson", "tab")
    fill(terminal, "In attendance", "Clerk", "tab")
    fill(terminal, "Agenda", "1. Apologies")
    terminal.type("\r2. Budget\r3. Forward plan")
    terminal.wait_for("3 items", "3 members", "quorum 2", "1 in attendance")
    terminal.press("ctrl+t")
    terminal.wait_for("? question > reply", "Forward plan")


def fill(terminal: Terminal, label: str, text: str, *then: str) -> None:
    """Type into the field of that label, once the heavy mark says that the keys go there."""
    terminal.wait_for(f"{label} ▐")
    terminal.type(text)
    terminal.wait_for(text)
    terminal.press(*then)


def export(terminal: Terminal) -> None:
    terminal.press("f2")
    terminal.wait_for("Paper · draft · 11 June 2020 · Upton Finance Committee", "Public copy")
    terminal.press("e")
    terminal.wait_for("Public copy to: upton-finance-committee-2020-06-11.txt")
    terminal.press("ctrl+u")
    terminal.wait_gone("upton-finance-committee-2020-06-11.txt")
    terminal.type("minutes.txt")
    terminal.wait_for("to: minutes.txt")
    terminal.press("enter")
    terminal.wait_for("Written to")


def assert_reads_as_minutes(text: str) -> None:
    place = 0
    for words in (
        "Upton Finance Committee",
        "11 June 2020",
        "6.30pm",
        "Councillors Cooper (Chairman) and Kemp",
        "1 Apologies",
        "Johnson",
        "2 Budget",
        "The Clerk introduced the budget.",
        "Reserves",
        "Roof – the hall would need a new one.",
        "Cost – in response to a question from Councillor Kemp about the cost of the roof, the Clerk",
        "The Committee noted the budget.",
        "The Clerk undertook to ask for three quotes by 28 June 2020.",
        "Roof 9,000",
        "3 Forward plan",
        "AGREED that the draft be agreed.",
        "Find out what grants",
    ):
        found = text.find(words, place)
        assert found >= 0, words
        place = found
