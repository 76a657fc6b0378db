"""Questions and their replies, joined into one sentence or not (SHORTHAND, Questions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes.english import STOPPED_TITLES, capitalised, sentence, stopped

_ASKED = re.compile(r"^(?:whether|how|why|what|when|where|who|which)\b", re.I)
_IF = re.compile(r"^if\b", re.I)
_SAYING = (
    "accepted|acknowledged|added|admitted|advised|agreed|announced|answered|apologised|argued|assured|cautioned|"
    "clarified|commented|conceded|confirmed|considered|contended|described|drew|emphasised|explained|expressed|"
    "gave|highlighted|indicated|informed|insisted|maintained|mentioned|noted|observed|offered|outlined|pointed|"
    "promised|proposed|reassured|recalled|recommended|referred|reiterated|remarked|reminded|repeated|replied|"
    "reported|responded|said|set out|spoke|stated|stressed|submitted|suggested|summarised|told|undertook|"
    "updated|urged|warned|welcomed"
)
# A speaker is a few words without a comma, a verb or a clause of their own.
_NO_SPEAKER = (
    r"that|which|who|whom|if|when|where|while|as|because|since|after|before|is|are|was|were|be|been|being|"
    r"will|would|had|has|have|having|can|could|may|might|must|should|shall|did|do|does|it|this|these|there|to|by|not"
)
_WORD = rf"(?:(?:{STOPPED_TITLES}|(?-i:[A-Z]))\.|[^\s,.;:?!]+)"
_SPOKEN = re.compile(rf"^(?:(?!(?:{_NO_SPEAKER})\b){_WORD}\s+){{1,12}}?(?:{_SAYING})\b(?![’']s)", re.I)
_SMALL_AFTER_A_COMMA = re.compile(r"^(?:The|A|An|He|She|They|Officers|Members)\b")


def question(asker: str, label: str, subject: str, replies: Sequence[str]) -> str:
    """Word a question with its replies as the text of one point.

    `asker` is as printed in a sentence, "" where none was named; `subject` and `replies` are as
    typed. The first reply joins the subject when it opens with a speaker and a verb of saying.
    """
    subject = subject.strip()
    direct = subject.endswith("?")
    first = replies[0] if replies else ""
    if first and not direct and opens_with_a_speaker(first):
        said = [stopped(f"{_joined(asker, subject)}, {_inside(first)}")]
    else:
        said = [_on_its_own(asker, subject, direct), *(sentence(reply) for reply in replies[:1])]
    said += [sentence(reply) for reply in replies[1:]]
    if label:
        return f"{label} – {' '.join(said)}"
    return capitalised(" ".join(said))


def asked(asker: str, label: str, subject: str) -> str:
    """Word a question that its answer stands below, by itself; arguments as of `question`. A direct one that
    nobody is named for is told in its own words."""
    subject = subject.strip()
    if subject.endswith("?") and not asker:
        said = capitalised(subject)
    else:
        said = _on_its_own(asker, subject, subject.endswith("?"))
    return f"{label} – {said}" if label else capitalised(said)


def opens_with_a_speaker(reply: str) -> bool:
    """Whether `reply` opens with a speaker and a verb of saying: "officers confirmed that …"."""
    return bool(_SPOKEN.match(reply[:240]))


def _joined(asker: str, subject: str) -> str:
    whose = f" from {asker}" if asker else ""
    return f"in response to a question{whose} about {_bare(_indirect(subject))}"


def _on_its_own(asker: str, subject: str, direct: bool) -> str:
    """The question as a sentence of its own, small at its start where a label comes before it."""
    if direct:
        return f"{asker or 'a member'} asked, '{capitalised(subject)}'"
    if _ASKED.match(subject := _indirect(subject)):
        return stopped(f"{asker or 'a member'} asked {subject}")
    return stopped(f"{asker} asked about {subject}" if asker else f"a question was asked about {subject}")


def _indirect(subject: str) -> str:
    """`subject` as it goes on a sentence: a question word is small, and "if" is "whether"."""
    subject = _IF.sub("whether", subject)
    return subject[:1].lower() + subject[1:] if _ASKED.match(subject) else subject


def _inside(reply: str) -> str:
    """`reply` as it goes on a sentence: an article or pronoun it opens with loses its capital."""
    return reply[:1].lower() + reply[1:] if _SMALL_AFTER_A_COMMA.match(reply) else reply


def _bare(subject: str) -> str:
    return re.sub(r"[.;,:]+$", "", subject)
