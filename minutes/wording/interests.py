"""Declarations of interests (SHORTHAND, Commands)."""

from __future__ import annotations

import re

from minutes.english import capitalised, stopped
from minutes.wording.clauses import said_of

_LAST_WORD = re.compile(r"interests$", re.I)
_WHOLE_SENTENCE = re.compile(r"[.;:?!]\s")


def declared(names: str, *, several: bool, kind: str, item: str, words: str, withdrew: bool) -> str:
    """ "Councillor Cooper declared a disclosable pecuniary interest in agenda item 7 (Transport) because …".

    `names` are as printed in a sentence, of `several` people or of one; `kind` is the heading the body has
    for the kind of interest ("Disclosable pecuniary interests"); `item` what it is an interest in ("agenda
    item 7 (Transport)"), "" where none was said; `words` are as typed.
    """
    said = f"{names} declared {_interest(kind, several)}{f' in {item}' if item else ''}"
    why = said_of(words.rstrip(" .;,"))
    leave = f"withdrew from the meeting{' during its consideration' if item else ''}."
    if not withdrew:
        return capitalised(stopped(f"{said}{why}"))
    if why.startswith(":") or _WHOLE_SENTENCE.search(words):
        return capitalised(f"{stopped(f'{said}{why}')} {capitalised(names)} {leave}")
    return capitalised(f"{said}{why}, and {leave}")


def kind_of_interest(heading: str) -> str:
    """A kind of interest by itself, of the heading that a body has for it: "Disclosable pecuniary interest";
    "" for a kind that says nothing."""
    kind = _LAST_WORD.sub("", heading).strip()
    if kind.casefold() in ("", "other"):
        return ""
    return f"{kind} interest" if kind != heading.strip() else kind


def _interest(heading: str, several: bool) -> str:
    """A kind of interest inside a sentence: "a disclosable pecuniary interest", "an interest"."""
    kind = _LAST_WORD.sub("", heading).strip()
    if kind == heading.strip() and kind:
        return f"{'interests' if several else 'an interest'} ({kind[:1].lower()}{kind[1:]})"
    if kind.casefold() in ("", "other"):
        return "interests" if several else "an interest"
    kind = kind if kind[1:2].isupper() else f"{kind[:1].lower()}{kind[1:]}"
    if several:
        return f"{kind} interests"
    return f"{'an' if kind[0].casefold() in 'aeiou' else 'a'} {kind} interest"
