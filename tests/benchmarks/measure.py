"""What a benchmark hands back, and the table it stands in."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the table, times in milliseconds.

    `bar` is the most that is allowed: of `ours / yardstick`, or where `excess` is set, of
    `ours - yardstick` in milliseconds.
    """

    name: str
    ours: float
    yardstick: float
    bar: float
    excess: bool = False

    @property
    def result(self) -> float:
        """What is held against the bar."""
        return self.ours - self.yardstick if self.excess else self.ours / self.yardstick

    @property
    def row(self) -> str:
        """The measure as a row of a Markdown table."""
        unit = " ms more" if self.excess else "×"
        shown = f"{self.result:.0f}{unit}" if self.excess else f"{self.result:.2f}{unit}"
        met = "yes" if self.result <= self.bar else "**no**"
        cells = (self.name, f"{self.ours:.2f}", f"{self.yardstick:.2f}", shown, f"≤ {self.bar:g}{unit}", met)
        return f"| {' | '.join(cells)} |"


def table(measures: Sequence[Measure], on: date) -> str:
    """The measures as Markdown, under a line that says when and on what they were taken."""
    head = (
        "| what | minutebook (ms) | yardstick (ms) | result | bar | met |\n"
        "| --- | ---: | ---: | ---: | ---: | --- |"
    )
    rows = "\n".join(measure.row for measure in measures)
    return f"Measured on {on.isoformat()}: {machine()}.\n\n{head}\n{rows}\n"


def machine() -> str:
    """The machine in words: cores, memory, system, Python and Textual."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = ".".join(str(part) for part in sys.version_info[:3])
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, {platform.system()}, "
        f"Python {python}, Textual {version('textual')}"
    )


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return quantile(values, 0.5)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` of `values` do not exceed (the nearest one)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
