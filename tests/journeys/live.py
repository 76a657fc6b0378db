"""Moves on the live screen that several journeys make."""

from __future__ import annotations

from tests.journeys.terminal import Terminal


def open_only_meeting(terminal: Terminal) -> None:
    """From the Book screen into the live screen of the first meeting listed."""
    terminal.wait_until(lambda: terminal.shows("Past") or terminal.shows("To come"), "the list of meetings")
    terminal.press("enter")
    terminal.wait_for("? question > reply", "saved")


def composer(terminal: Terminal) -> str:
    """What stands in the composer, white space folded."""
    return " ".join(" ".join(_box(terminal)[:-1]).split())


def reading(terminal: Terminal) -> str:
    """The line under the composer."""
    return _box(terminal)[-1]


def record(terminal: Terminal, *lines: str) -> None:
    """Type lines of less than a row, each recorded by enter once it stands there, until all are saved."""
    for line in lines:
        terminal.type(line)
        terminal.wait_until(lambda line=line: composer(terminal) == line, repr(line))  # type: ignore[misc]
        terminal.press("enter")
        terminal.wait_until(lambda: composer(terminal) == "", "an empty composer")
    terminal.wait_until(lambda: "· saved" in terminal.screen()[0], "the record saved")


def leave(terminal: Terminal) -> None:
    """Quit; what is still being recorded is recorded first."""
    terminal.press("ctrl+q")
    assert terminal.wait_for_exit() == 0


def _box(terminal: Terminal) -> list[str]:
    """The rows inside the lowest frame of the screen."""
    rows = terminal.screen()
    tops = [number for number, row in enumerate(rows) if row.startswith("┌")]
    inside = [row.strip("│ ") for row in rows[tops[-1] + 1 :] if row.startswith("│")] if tops else []
    return inside or [""]
