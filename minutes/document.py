"""The document tree: what a set of minutes is, before it becomes any format.

A layout builds it from the record, a format writes it. Text in it is final: names, dates and
sentences are as they print. `entries` on a block are the ids of the recorded lines it came from,
so that a screen can lead from the printed words back to the line.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` 0 is a part of the whole ("Part II"), 1 a numbered minute or a standing part, 2 a
    sub-heading in a minute, 3 one below that; `number` prints before it ("5", "182", or "")."""

    text: str
    level: int = 1
    number: str = ""
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `keep` asks a format not to part it from the next block; `to_check` marks a line
    that could not be read, which only drafts have; `number` prints before it (a decision's, "98/2019", or
    "Q."); `strong` prints it bold; `beside` stands in the column beside it (`Document.beside`)."""

    text: str
    keep: bool = False
    entries: tuple[int, ...] = ()
    to_check: bool = False
    number: str = ""
    strong: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A bullet or a numbered part. `marker` is "" for a bullet, else its number as it prints
    ("(1)", "a)"); `level` 1 is a point under a point; `strong` and `beside` as of a Paragraph."""

    text: str
    marker: str = ""
    level: int = 0
    entries: tuple[int, ...] = ()
    strong: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first of `rows` is its head where `headed`; there is one at least, and all have the same
    number of cells, at least one, else ValueError is raised."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool = True
    entries: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        lengths = set(map(len, self.rows))
        if len(lengths) != 1 or 0 in lengths:
            raise ValueError("a table needs a row, and as many cells in each of its rows")


@dataclass(frozen=True, slots=True)
class Field:
    """A name and what it holds, side by side: "Present:", "In attendance:"; a value a line."""

    name: str
    values: tuple[str, ...]
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The line the chair signs on, with what stands under it ("Chairman") and the date."""

    name: str


@dataclass(frozen=True, slots=True)
class Margin:
    """What a screen shows of a line that does not print ("/present Kemp"); never built for print.
    `is_action` marks what a `+` line put into the log."""

    text: str
    entries: tuple[int, ...] = ()
    is_action: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts side by side, in figures and bars. `series` are what is counted ("opened", "done"); each of
    `rows` is a name with one count for each of them, else ValueError is raised."""

    title: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    def __post_init__(self) -> None:
        if any(len(counts) != len(self.series) for _, counts in self.rows):
            raise ValueError("a chart needs a count of each of its series in every row")

    @property
    def highest(self) -> int:
        """The highest count, which the longest bar stands for; 0 where there is none."""
        return max((count for _, counts in self.rows for count in counts), default=0)


Block = Heading | Paragraph | Point | Table | Field | Signature | Margin | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `head` are the centred lines at its top (organisation, body, date …),
    `mark` what stands on every page ("DRAFT", "RESTRICTED", or both), "" for none; `beside` heads the column
    beside the text ("Who and when"), "" where there is none; `day` is the one it is of, as 2019-11-28, ""
    where it is of none."""

    title: str
    head: tuple[str, ...]
    blocks: tuple[Block, ...]
    mark: str = ""
    language: str = "en-GB"
    beside: str = ""
    day: str = ""


def lines_behind(block: Block) -> tuple[int, ...]:
    """The recorded lines that a block came from, by their ids; none where it is no line's."""
    return () if isinstance(block, Signature | Chart) else block.entries


def ranks(document: Document) -> list[int]:
    """The rank of each heading in their order, for formats in which none may be skipped: 1 is the highest,
    and each is at most one below the heading before it."""
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    highest = min(levels, default=0)
    found: list[int] = []
    for level in levels:
        found.append(min(level - highest, found[-1] if found else 0) + 1)
    return found
