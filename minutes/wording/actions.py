"""Actions: the undertaking in the minutes, and the columns of a log (SHORTHAND, Actions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.english import capitalised, printed_date, short_date, stopped
from storage.records import Action, DueKind, Standing

_END = re.compile(r"[.;,]$")
_SHOUTED = re.compile(r"^(?:to\s+)?([A-Z])(?=[a-z]+\b)")


def undertaking(owners: str, words: str, due_words: str) -> str:
    """Word an action: "The Clerk and Councillor Cooper undertook to ask … by 6 September 2019."

    `owners` are as printed inside a sentence.
    """
    said = f"{task(words)} {due_words}" if due_words else _begun(words)
    return capitalised(stopped(f"{owners or 'it was'} undertook to {said}"))


def task(words: str) -> str:
    """What is to be done, without the "to" and the stop it was typed with: "ask for three quotes"."""
    return _END.sub("", _begun(words).rstrip()).rstrip()


def _begun(words: str) -> str:
    return re.sub(r"^to\s+", "", _SHOUTED.sub(lambda match: match[1].lower(), words.strip()))


def due(promise: Action | Standing, *, full: bool = False) -> str:
    """When a promise was due as it was made, or is due as it stands: for a column ("6 Sep 2019") or, where
    `full`, in words."""
    if promise.due is not None:
        day = printed_date(promise.due) if full else short_date(promise.due)
        return f"next meeting, {day}" if promise.due_kind is DueKind.NEXT_MEETING else day
    if promise.due_kind is DueKind.UNDATED:
        return "no date"
    return promise.due_kind.value


def in_margin(action: Action, owners: Sequence[str]) -> str:
    """An action beside the minutes: "action 3  Director of People · report … · in due course"."""
    when = action.due_words or due(action, full=True)
    parts = (", ".join(owners), action.words, when)
    return f"action {action.number}  {' · '.join(part for part in parts if part)}"
