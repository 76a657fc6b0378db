"""Commands on real files, against the interpreter and the imports alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.books import make_meeting
from tests.benchmarks.measure import Measure, median
from tests.journeys.terminal import PROGRAM, ROOT, child_environment

LIMIT_MS = 300.0
PACK = ROOT / "tests" / "packs" / "cabinet-2019.md"


def printing(folder: Path, entries: int = 1000) -> Measure:
    """Print a meeting of `entries` entries into a pipe."""
    book = folder / "printing.db"
    meeting_id = str(make_meeting(book, entries))
    return _in_turns(
        f"`print` of {entries:,} entries, against interpreter and imports",
        lambda _run: ("--book", str(book), "print", meeting_id),
        "import storage.book, tui.command_line.paper",
    )


def importing(folder: Path) -> Measure:
    """Import a Cabinet's real pack into a new book."""
    return _in_turns(
        "`import` of a real pack, against interpreter and imports",
        lambda run: ("--book", str(folder / f"import-{run}.db"), "import", str(PACK)),
        "import storage.book, tui.command_line.agendas",
    )


def _in_turns(name: str, words: Callable[[int], Sequence[str]], imports: str, runs: int = 9) -> Measure:
    """The command line that `words` gives for a run, in turns with the imports that it takes."""
    ours: list[float] = []
    bare: list[float] = []
    for run in range(runs + 1):
        bare.append(_timed((sys.executable, "-c", imports)))
        ours.append(_timed((*PROGRAM, *words(run))))
    return Measure(name, median(ours[1:]), median(bare[1:]), LIMIT_MS, excess=True)


def _timed(command: Sequence[str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=child_environment(), check=True, capture_output=True)
    return (time.perf_counter() - before) * 1000
