"""From a key to its letter on the screen of a real pseudo-terminal."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Sequence

from tests.benchmarks.measure import Measure, median, quantile
from tests.journeys.terminal import ROOT, Terminal

GAP = 0.02  # between a letter seen and the next key; a fast typist leaves far more
PRIMER = "primer"
MEDIAN_LIMIT, TAIL_LIMIT = 1.3, 1.6


def words(count: int, seed: int) -> str:
    """Text of `count` keys in words of three to nine letters that stand nowhere else."""
    dice = random.Random(seed)
    text = ""
    while len(text) < count:
        text += "".join(dice.choices(string.ascii_lowercase, k=dice.randint(3, 9))) + " "
    return text[:count]


def latencies(terminal: Terminal, text: str) -> list[float]:
    """Type `text` key by key, each when the one before was seen; milliseconds for every letter.

    A letter is seen when the end of what was typed, without white space, stands on the screen;
    so a word that wraps on the way is found too. Spaces are typed but not timed.
    """
    terminal.type(PRIMER)
    terminal.wait_for(PRIMER)
    typed, times = PRIMER, []
    for letter in text:
        terminal.read(GAP)
        before = time.perf_counter()
        terminal.type(letter)
        if letter == " ":
            continue
        typed += letter
        terminal.wait_until(lambda tail=typed[-10:]: tail in _unspaced(terminal), f"the letter {letter!r}")  # type: ignore[misc]
        times.append((terminal.seen_at - before) * 1000)
    return times


def measure(ours: Terminal, bare: Terminal, runs: int = 5, keys: int = 300) -> list[Measure]:
    """Type into both programs in turns: the median and the 95th percentile of all letters.

    Both stand ready for typing, and are cleared by ctrl+u or escape between runs.
    """
    seen: dict[str, list[float]] = {"ours": [], "bare": []}
    for run in range(runs):
        text = words(keys, seed=run)
        for name, terminal in (("bare", bare), ("ours", ours)):
            seen[name] += latencies(terminal, text)
            terminal.press("ctrl+u" if name == "bare" else "escape")
            tail = "".join(text.split())[-10:]
            terminal.wait_until(lambda tail=tail, at=terminal: tail not in _unspaced(at), "an empty line")  # type: ignore[misc]
    return [
        Measure(f"key to letter, {words}", at(seen["ours"]), at(seen["bare"]), limit)
        for words, at, limit in (
            ("median", median, MEDIAN_LIMIT),
            ("95th percentile", _tail, TAIL_LIMIT),
        )
    ]


def open_bare(arguments: Sequence[str]) -> Terminal:
    """The bare app, ready for typing."""
    terminal = Terminal(arguments, folder=ROOT)
    terminal.wait_for("type here")
    return terminal


def _tail(values: Sequence[float]) -> float:
    return quantile(values, 0.95)


def _unspaced(terminal: Terminal) -> str:
    return "".join(letter for letter in terminal.text() if letter.isalnum())
