"""Motions and amendments as they are put (SHORTHAND, Commands)."""

from __future__ import annotations

import re

from minutes.english import capitalised, stopped

_RUNS_ON = re.compile(r"^(?:that|to)(?=[ :,])")


def moved(movers: str, seconders: str, text: str) -> str:
    """ "It was moved by Councillor Cooper and seconded by Councillor Kemp that …".

    `movers` and `seconders` are as printed in a sentence, "" where none was named; `text` is the motion's
    exact words.
    """
    if _RUNS_ON.match(text):
        by = [f"{done} by {names}" for done, names in (("moved", movers), ("seconded", seconders)) if names]
        return stopped(f"It was {' and '.join(by) or 'moved'} {text}")
    said = f"{movers} moved" if movers else "it was moved"
    return capitalised(stopped(f"{said}{_seconded(seconders)}: {text}"))


def amendment_moved(movers: str, seconders: str, text: str) -> str:
    """ "Councillor Johnson moved an amendment, seconded by Councillor Kemp: …"; arguments as in `moved`."""
    said = f"{movers} moved an amendment" if movers else "an amendment was moved"
    return capitalised(stopped(f"{said}{_seconded(seconders)}: {text}"))


def _seconded(seconders: str) -> str:
    return f", seconded by {seconders}" if seconders else ""
