"""What the terminal is told of colours: its own for everything but what is exempt or wrong, or none."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tests.journeys.terminal import Terminal

PROGRAM = "import sys; from pathlib import Path; from tui.app import MinutebookApp; "
PROGRAM += "MinutebookApp(Path(sys.argv[1]), 1).run()"
OWN = {"39", "49"}


def colours(terminal: Terminal) -> set[str]:
    """The colours it was told to use, as the terminal numbers them."""
    told = re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.output))
    found: set[str] = set()
    for attributes in told:
        found |= set(
            re.findall(r"(?:[34]8;[0-9;]+|\b(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])\b)", attributes.decode())
        )
    return found - OWN


def exempt_item(path: Path, environment: dict[str, str]) -> Terminal:
    terminal = Terminal([sys.executable, "-c", PROGRAM, str(path)], environment=environment)
    terminal.wait_for("8 Any [red]other")
    terminal.type("/7")
    terminal.press("enter")
    terminal.wait_for("EXEMPT 3 · 7", "· saved")
    return terminal


def test_without_colour_words_alone_say_what_is_exempt(planned: Path) -> None:
    with exempt_item(planned, {"NO_COLOR": "1"}) as terminal:
        assert colours(terminal) == set()


def test_with_colour_one_of_the_terminal_s_own_sets_it_off(planned: Path) -> None:
    with exempt_item(planned, {}) as terminal:
        assert colours(terminal) == {"35"}
