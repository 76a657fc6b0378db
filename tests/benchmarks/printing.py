"""`print` of a long meeting, against the interpreter and the imports alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.books import make_meeting
from tests.benchmarks.measure import Measure, median
from tests.journeys.terminal import PROGRAM, ROOT, child_environment

LIMIT_MS = 300.0
IMPORTS = "import storage.book, tui.command_line.paper"


def measure(folder: Path, entries: int = 1000, runs: int = 9) -> Measure:
    """Print a meeting of `entries` entries into a pipe, in turns with the imports that takes."""
    book = folder / "printing.db"
    meeting_id = make_meeting(book, entries)
    ours: list[float] = []
    imports: list[float] = []
    for _ in range(runs + 1):
        imports.append(_run((sys.executable, "-c", IMPORTS)))
        ours.append(_run((*PROGRAM, "--book", str(book), "print", str(meeting_id))))
    name = f"`print` of {entries:,} entries, against interpreter and imports"
    return Measure(name, median(ours[1:]), median(imports[1:]), LIMIT_MS, excess=True)


def _run(command: Sequence[str]) -> float:
    before = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=child_environment(), check=True, capture_output=True)
    return (time.perf_counter() - before) * 1000
