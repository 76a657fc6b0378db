"""The trees of signed minutes inside a record: as they were signed, but for the lines of a book that each
block came from, which say nothing elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from minutes.document import Document, lines_behind
from minutes.interchange.shape import refused
from minutes.trees import from_text, to_text
from storage.records import Meeting, MeetingState, Tree

_DEEPEST = 9  # level of a heading or a point: what is deeper was never written by minutebook


def from_tree(tree: Tree) -> dict[str, Any]:
    """A tree as a record has it. Raises ValueError where it cannot be read."""
    minutes = json.loads(to_text(_without_lines(from_text(tree.text))))
    return {"version": tree.version, "restricted": tree.restricted, "minutes": minutes}


def signed_trees(parts: object, meeting: Meeting) -> tuple[Tree, ...]:
    """The trees that a record has of its signed minutes, as they are kept. Raises ValueError where they are
    not those of all copies of all versions, or of minutes that are not signed."""
    trees = tuple(map(_tree, parts)) if isinstance(parts, list) else ()
    versions = max((tree.version for tree in trees), default=0)
    copies = {(tree.version, tree.restricted) for tree in trees}
    needed = {(version, copy) for version in range(1, versions + 1) for copy in (False, True)}
    signed = meeting.state is MeetingState.APPROVED
    if not isinstance(parts, list) or len(trees) != len(needed) or copies != needed or signed != bool(trees):
        raise refused("its signed minutes are not whole")
    return trees


def _tree(part: Any) -> Tree:
    try:
        version, restricted = part["version"], part["restricted"]
        if (
            type(version) is not int
            or not 0 < version < 100
            or type(restricted) is not bool
            or len(part) != 3
        ):
            raise TypeError
        document = from_text(json.dumps(part["minutes"]))
        text = to_text(document)
        text.encode()
        if any(abs(getattr(block, "level", 0)) > _DEEPEST for block in document.blocks):
            raise ValueError
    except (TypeError, ValueError, KeyError, RecursionError):
        raise refused("its signed minutes cannot be read") from None
    return Tree(version, restricted, text)


def _without_lines(document: Document) -> Document:
    blocks: Iterable[Any] = document.blocks
    return replace(
        document,
        blocks=tuple(replace(block, entries=()) if lines_behind(block) else block for block in blocks),
    )
