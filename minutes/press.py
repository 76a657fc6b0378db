"""Approved minutes set in print: the trees that a seal keeps, from which signed minutes print ever after."""

from __future__ import annotations

from dataclasses import replace

from storage.records import MeetingRecord, MeetingState, Tree


def press(record: MeetingRecord, corrections: tuple[tuple[str, str], ...]) -> tuple[Tree, ...]:
    """The trees of a meeting's minutes as approved, public and restricted.

    With `corrections` (what they said, what they are to say) the first version is as they were before
    and the second as approved; without, the first is as approved.
    """
    from minutes.corrections import corrected  # what only signing needs is not loaded at start-up
    from minutes.layouts import build
    from minutes.trees import to_text

    approved = replace(record, meeting=replace(record.meeting, state=MeetingState.APPROVED))
    trees: list[Tree] = []
    for restricted in (False, True):
        document = build(approved, restricted=restricted)
        trees.append(Tree(1, restricted, to_text(document)))
        if corrections:
            trees.append(Tree(2, restricted, to_text(corrected(document, corrections))))
    return tuple(sorted(trees, key=lambda tree: tree.version))
