"""Points as the lists they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.document import Point


@dataclass(slots=True)
class ListItem:
    """A point with those below it."""

    point: Point
    below: list[ListItem] = field(default_factory=list)


def nested(points: Sequence[Point]) -> list[ListItem]:
    """Points as lists in lists: each is below the nearest above it that has a lower level."""
    top: list[ListItem] = []
    above: list[ListItem] = []  # those that the next one may stand below, the outermost first
    for point in points:
        while above and above[-1].point.level >= point.level:
            above.pop()
        item = ListItem(point)
        (above[-1].below if above else top).append(item)
        above.append(item)
    return top
