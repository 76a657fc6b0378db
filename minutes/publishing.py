"""Promises as they may be read by all: nothing of what is exempt but the references."""

from __future__ import annotations

from dataclasses import replace

from storage.records import Action, DueKind, Progress


def published(action: Action) -> Action:
    """The promise without what exempt business says of it.

    An exempt one keeps its reference, where it was made and whether it is owed; its words, owners, dates,
    themes, rating and history are gone.
    """
    if action.exempt is None:
        return action.public
    return replace(
        action,
        words="",
        owners=(),
        due=None,
        due_words="",
        due_kind=DueKind.UNDATED,
        themes=(),
        plans=(),
        progress=() if action.is_open else (_settled(action),),
    )


def _settled(action: Action) -> Progress:
    """That nothing is owed any more, without when or why."""
    return Progress(action.id, state=action.state, id=0, on=action.agreed_on)
