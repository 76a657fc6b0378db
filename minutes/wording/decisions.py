"""Decisions in the body's own words (SHORTHAND, Decisions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.english import sentence, stopped

_RESOLVED = re.compile(r"^(?:that|to)(?=[ :,])")
_AS_TYPED = re.compile(r"^(?:it|there|this|these|all|no|the)\b")
_ENDS = re.compile(r"[;,.]$")


def decision(text: str, noun: str, verb: str) -> str:
    """Word one decision: "AGREED that …", "The Committee noted …", or as typed.

    `noun` and `verb` are the body's. Ends in a colon where `text` does: its parts follow.
    """
    if _RESOLVED.match(text):
        return stopped(f"{verb} {text}")
    if text[:1].islower() and not _AS_TYPED.match(text):
        return sentence(f"{noun} {text}")
    return sentence(text)


def is_that(text: str) -> bool:
    """Whether a decision opens with "that", so is numbered with its neighbours that do."""
    return bool(re.match(r"that(?=[ :,])", text))


def numbered(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Number `texts` under a verb: ("(1)", "that …;"), …, the last with a full stop."""
    last = len(texts)
    return [(f"({n})", _part(text, "." if n == last else ";")) for n, text in enumerate(texts, 1)]


def grounds(texts: Sequence[str], lead: str) -> str:
    """Why something was decided, or what else was considered, in one paragraph: "Reasons: To notify the
    Cabinet of the outcome." `lead` says which, "" for nothing; "" where there are no `texts`."""
    said = " ".join(map(sentence, texts))
    return f"{lead}: {said}" if lead and said else said


def _part(text: str, end: str) -> str:
    bare = _ENDS.sub("", text.rstrip()).rstrip()
    return bare if re.search(r"[:!?…]['\"’”)]*$", bare) else f"{bare}{end}"
