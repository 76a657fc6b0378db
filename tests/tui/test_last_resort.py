"""A fault in the program itself: one line, no traceback, and what was typed is kept."""

from __future__ import annotations

import sys
from pathlib import Path

from storage import MinuteBook
from storage.records import Draft
from tests.journeys.terminal import Terminal
from tests.tui.meeting_room import MEETING, sources

FAULT = """
import sys
from pathlib import Path
from tui.app import MinutebookApp
from tui.screens.live import LiveScreen

def break_down(screen):
    raise ZeroDivisionError("a fault\\nof ours")

LiveScreen.action_{action} = break_down
app = MinutebookApp(Path(sys.argv[1]), 1)
app.run()
if app.return_code:
    sys.exit(app.return_code)
"""
LATER = """
async def later():
    break_down(None)

LiveScreen.action_{action} = lambda screen: screen.run_worker(later()) and None
"""
FAULT_IN_THE_BACKGROUND = FAULT.replace("LiveScreen.action_{action} = break_down\n", LATER)


def broken(path: Path, script: str) -> Terminal:
    return Terminal([sys.executable, "-c", script.replace("{action}", "go_to"), str(path)], columns=160)


def test_a_fault_ends_in_one_line_with_everything_kept(planned: Path) -> None:
    with broken(planned, FAULT) as terminal:
        terminal.wait_for("8 Any [red]other")
        terminal.type("Recorded.")
        terminal.press("enter")
        terminal.wait_for("Recorded.", "· saved")
        terminal.type("half a line")
        terminal.wait_for("half a line")
        terminal.press("ctrl+g")
        assert terminal.wait_for_exit() == 1
        said = terminal.output.decode().rpartition("\x1b[?1049l")[2]
    assert "minutebook had to stop (ZeroDivisionError: a fault of ours)" in said
    assert "Traceback" not in said
    assert said.count("\n") == 1
    assert sources(planned) == ["Recorded."]
    book = MinuteBook.open(planned)
    assert book.draft(MEETING) == Draft("half a line")
    book.close()


def test_a_fault_in_the_background_is_told_and_typing_goes_on(planned: Path) -> None:
    with broken(planned, FAULT_IN_THE_BACKGROUND) as terminal:
        terminal.wait_for("8 Any [red]other")
        terminal.press("ctrl+g")
        terminal.wait_for("That did not work")
        terminal.type("Typed on.")
        terminal.press("enter")
        terminal.wait_for("Typed on.", "saved")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert sources(planned) == ["Typed on."]
