"""Lists while they are written: which points are parts of the line above, and their numbers."""

from __future__ import annotations

from minutes.promises import IN_LIST
from minutes.wording.numbering import Numbering
from storage.records import Kind


class Lists:
    """The list being written, if one is.

    A line that ends in a colon takes the points right below as its parts; a numbering goes on
    through the points after it (SHORTHAND, Parts, lists and tables). `counts`: it is one of priorities.
    """

    def __init__(self) -> None:
        self.in_parts = False
        self._base = 0
        self._numberings: dict[int, Numbering] = {}
        self.counts = False

    def end(self, kind: Kind | None = None) -> None:
        """Anything but a point ends the list; one of priorities only a line whose `kind` is none of its."""
        if self.counts and kind in IN_LIST:
            return
        self.in_parts = self.counts = False
        self._base = 0
        self._numberings.clear()

    def begin_parts(self, text: str, *, level: int) -> None:
        """After the line `text`: where it ends in a colon the points below are its parts, at `level`."""
        if self.counts:
            return
        self.in_parts = text.rstrip().endswith(":")
        self._base = level if self.in_parts else 0

    def count(self) -> None:
        """The points below are numbered, from "1." where they have no numbering of their own."""
        self.counts = True
        self._numberings[0] = Numbering("0.")

    def place(self, marker: str, level: int) -> tuple[str, int]:
        """Marker and level of the next point, which was typed with `marker` (or none) at `level`."""
        for deeper in [known for known in self._numberings if known > level]:
            del self._numberings[deeper]
        if marker:
            self._numberings[level] = Numbering(marker)
        elif level in self._numberings:
            marker = self._numberings[level].following()
        return marker, self._base + level
