"""Measure everything and print the table: `python -m tests.benchmarks` (`--write` puts it in the README)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import archive, books, commands, keys, papers, promises, recording, searching, start
from tests.benchmarks.measure import Measure, table
from tests.journeys.terminal import PROGRAM, ROOT, Terminal

PAGE = Path(__file__).with_name("README.md")
BEGIN = "<!-- measured -->\n"
FIRST_SCREEN = ("Growth Board", "f1 help")
BODY_ON_SCREEN = "Growth Board"
OWED = 400  # of the promises in the large book, and in the small one


def starting(folder: Path) -> list[Measure]:
    """A book with one small meeting."""
    books.make_meeting(folder / "small.db", 20)
    return [start.measure("first usable screen", folder / "small.db", FIRST_SCREEN)]


def starting_large(folder: Path) -> list[Measure]:
    """The same with 2,000 meetings and 200,000 entries."""
    sys.stderr.write("making the large book; this takes minutes\n")
    books.make_large(folder / "large.db")
    name = "first usable screen, 2,000 meetings and 200,000 entries"
    return [start.measure(name, folder / "large.db", FIRST_SCREEN)]


def typing(folder: Path) -> list[Measure]:
    """Keys into the composer of a meeting of 1,000 entries."""
    book = folder / "typing.db"
    books.make_meeting(book, 1000)
    with keys.open_bare(start.BARE) as bare, Terminal((*PROGRAM, "--book", str(book)), folder=ROOT) as ours:
        ours.wait_for(BODY_ON_SCREEN)
        ours.press("enter")
        ours.wait_for("The business of part 5")
        return keys.measure(ours, bare)


def reviewing(folder: Path) -> list[Measure]:
    """The open actions, and a search, in a book of decades."""
    sys.stderr.write("making a book of 1,000,000 entries; this takes minutes\n")
    archive.make(folder / "large.db", meetings=2000, entries=500, owed=OWED)
    archive.make(folder / "small.db", meetings=20, entries=500, owed=OWED)
    listed = promises.measure(folder / "large.db", folder / "small.db")
    return [*listed, *searching.measure(folder / "large.db", folder)]


PARTS: dict[str, Callable[[Path], Sequence[Measure]]] = {
    "start": starting,
    "large": starting_large,
    "keys": typing,
    "record": recording.measure,
    "promises": reviewing,
    "print": lambda folder: [commands.printing(folder)],
    "import": lambda folder: [commands.importing(folder)],
    "papers": papers.measure,
}


def main() -> None:
    """Measure the parts that are named, or all, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="which to measure (all)")
    parser.add_argument("--write", action="store_true", help=f"put the table in {PAGE.name}")
    chosen = parser.parse_args()
    measures: list[Measure] = []
    for name in chosen.parts or PARTS:
        sys.stderr.write(f"measuring {name}\n")
        with TemporaryDirectory(prefix="minutebook-bench-") as folder:
            measures += PARTS[name](Path(folder))
    measured = table(measures, date.today())
    sys.stdout.write(measured)
    if chosen.write:
        text, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{text}{BEGIN}{measured}", encoding="utf-8")


if __name__ == "__main__":
    main()
