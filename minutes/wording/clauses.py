"""How a reason goes on a sentence: "because she is a governor", "for a short break", ": fire alarm"."""

from __future__ import annotations

import re

_RUNS_ON = re.compile(
    r"^(?:for|to|because|as|due|until|till|owing|while|whilst|so|pending|in|on|at|after|following|and|by|via|with"
    r"|that|since|being|under)\b",
    re.I,
)
_OF_SOMEONE = r"(?:he|she|they|it|there|his|her|their|its|the|an?|all|both|each|one|no)"
_STRONG = r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|must|should|does|did)"
_WEAK = (
    r"(?:owns?|lives?|works?|worked|sits?|holds?|knows?|runs?|serves?|served|receives?|rents?|uses?|chairs?"
    r"|drives?|teaches|attends?|employs?|manages?|sells?|supplies|applied|tendered|objected|signed|belongs?)"
)
_VERB = rf"\b(?:{_STRONG}|{_WEAK})\b"
# A clause of its own has somebody and a verb, which no "which" has taken before.
_CLAUSE = re.compile(
    rf"^(?:(?:he|she|they|it|there)\b|{_OF_SOMEONE}\b(?:(?!\b(?:that|which|who|whose)\b)[^.;:?!])*?{_VERB}"
    rf"|(?!{_VERB})(?:(?!\b(?:that|which|who|whose)\b)[^.;:?!])+?\b{_STRONG}\b)",
    re.I,
)
_SMALL = re.compile(rf"^{_OF_SOMEONE}\b", re.I)
_REACH = 300  # letters of a reason that are looked at


def runs_on(words: str) -> bool:
    """Whether `words` go on a sentence as they are: "for a short break", "because …"."""
    return bool(_RUNS_ON.match(words))


def said_of(words: str) -> str:
    """`words` as they go on what they are the reason for: " because he …", " for …", ": …" or ""."""
    if not words:
        return ""
    if runs_on(words):
        return f" {words[:1].lower()}{words[1:]}"
    if _CLAUSE.match(words[:_REACH]):
        return f" because {words[:1].lower() if _SMALL.match(words) else words[:1]}{words[1:]}"
    return f": {words}"
