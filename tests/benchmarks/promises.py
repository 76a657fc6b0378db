"""The open actions in a book of decades: until they are listed, and until a letter has filtered them.

The yardstick shows as many rows in a DataTable (`bare_table.py`); a book of a hundredth of the promises,
with as many of them owed, tells what those that are done cost.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks import bare_table
from tests.benchmarks.measure import Measure, median
from tests.journeys.terminal import PROGRAM, ROOT, Terminal

BARE = (sys.executable, "-m", "tests.benchmarks.bare_table")
LIMIT, GROWTH = 1.5, 1.2
FILTER = "quotes 1"  # typed letter by letter; every one leaves rows to show
GAP = 0.15  # seconds of rest between what is timed, so that nothing of the last is still being drawn
BOOK, LISTED = "Town Council", "ask for quotes"

Timing = dict[str, list[float]]


def measure(large: Path, small: Path, runs: int = 15) -> list[Measure]:
    """Open and filter the list in both books and in the bare app, in turns; medians of `runs` openings and of
    every letter of as many filters. The first turn only warms the caches."""
    commands = {"bare": BARE, "large": _on(large), "small": _on(small)}
    opened: Timing = {name: [] for name in commands}
    filtered: Timing = {name: [] for name in commands}
    with ExitStack() as stack:
        terminals = {
            name: stack.enter_context(Terminal(command, folder=ROOT)) for name, command in commands.items()
        }
        for name, terminal in terminals.items():
            terminal.wait_for(bare_table.READY if name == "bare" else BOOK)
        for run in range(runs + 1):
            for name, terminal in terminals.items():
                taken = _open(terminal, name)
                letters = _filter(terminal, name)
                if run:
                    opened[name].append(taken)
                    filtered[name] += letters
    return [*_compared("open actions listed", opened), *_compared("a letter of the filter", filtered)]


def _compared(what: str, times: Mapping[str, list[float]]) -> list[Measure]:
    bare, large, small = (median(times[name]) for name in ("bare", "large", "small"))
    return [
        Measure(f"{what}, 100,000 actions, against a bare DataTable", large, bare, LIMIT),
        Measure(f"{what}, 100,000 actions, against 1,000 with as many open", large, small, GROWTH),
    ]


def _on(book: Path) -> tuple[str, ...]:
    return (*PROGRAM, "--book", str(book))


def _open(terminal: Terminal, name: str) -> float:
    shown = bare_table.SHOWN if name == "bare" else LISTED
    return _timed(terminal, "r", lambda: shown in terminal.text())


def _filter(terminal: Terminal, name: str) -> list[float]:
    """Type the filter, and leave the list as it was found closed."""
    terminal.type("/")
    terminal.read(GAP)
    times = []
    for count in range(1, len(FILTER) + 1):
        if name == "bare":
            seen = f"{bare_table.FILTERED}{FILTER[:count]}".rstrip()
        else:
            seen = f"“{FILTER[:count].rstrip()}”"
        times.append(_timed(terminal, FILTER[count - 1], lambda seen=seen: seen in terminal.text()))  # type: ignore[misc]
    terminal.press("escape", "escape", "escape")
    terminal.wait_for(bare_table.READY if name == "bare" else "enter open")
    return [taken for letter, taken in zip(FILTER, times, strict=True) if letter != " "]


def _timed(terminal: Terminal, key: str, holds: Callable[[], bool]) -> float:
    """Milliseconds from a key until the screen holds what it has to show."""
    terminal.read(GAP)
    before = time.perf_counter()
    terminal.type(key)
    terminal.wait_until(holds, f"what {key!r} has to show")
    return (terminal.seen_at - before) * 1000
