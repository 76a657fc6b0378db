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
    """Points as lists in lists; one is at most a level below that above it."""
    top: list[ListItem] = []
    levels = [top]  # the lists that are open, the outermost first
    for point in points:
        del levels[point.level + 1 :]
        item = ListItem(point)
        levels[-1].append(item)
        levels.append(item.below)
    return top
