"""From the start of the process until its first usable screen is painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.measure import Measure, median
from tests.journeys.terminal import PROGRAM, ROOT, Terminal

BARE = (sys.executable, "-m", "tests.benchmarks.bare")
BARE_SHOWS = ("type here", "palette")
LIMIT = 1.5


def first_screen(arguments: Sequence[str], shows: Sequence[str]) -> float:
    """Milliseconds until every one of `shows` stands on the screen."""
    with Terminal(arguments, folder=ROOT) as terminal:
        terminal.wait_for(*shows)
        return (terminal.seen_at - terminal.started) * 1000


def measure(name: str, book: Path, shows: Sequence[str], runs: int = 15) -> Measure:
    """Start the program on `book` and the bare app in turns; medians of `runs` each.

    `shows` is what the first usable screen holds; the first pair of runs only warms the caches.
    """
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(runs + 1):
        bare.append(first_screen(BARE, BARE_SHOWS))
        ours.append(first_screen((*PROGRAM, "--book", str(book)), shows))
    return Measure(name, median(ours[1:]), median(bare[1:]), LIMIT)
