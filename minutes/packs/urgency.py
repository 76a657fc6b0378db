"""Why a report comes without notice, as it says so itself: what `/urgent` asks for.

The basis is regulation 11 of the Local Authorities (Executive Arrangements) (Meetings and Access to
Information) (England) Regulations 2012, or section 100B(4)(b) of the Local Government Act 1972.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes.packs.sections import Numbered
from minutes.wording.adoption import URGENCY
from storage.records import ReportPart

_LOWERED = frozenset(
    ("the", "section", "sections", "regulation", "rule", "paragraph", "because", "due", "to", "in")
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_BASIS = re.compile(
    r"\b(?:sections?|regulations?|rules?|paragraphs?)\s+\d[\w.()]{0,12}\b.{0,200}?"
    r"\b(?:Act|Regulations|Rules|Constitution|Orders?)(?:\s+\d{4})?",
    re.I,
)
_AGREED = re.compile(
    r"\b((?:the )?(?:(?:vice|deputy)[- ])?"
    r"(?:chair(?:man|woman|person)?|mayor|leader|president|monitoring officer)\b"
    r"[^.;]{0,160}?)\s+(?:has|have)\s+(?:also\s+)?(?:been consulted and\s+)?agreed\b",
    re.I,
)
_REASON = re.compile(
    r"\b((?:in order )?to (?:enable|allow|ensure|avoid|meet)\b|because\b|due to\b|so that\b)", re.I
)


def urgency(paragraphs: Iterable[Numbered]) -> ReportPart | None:
    """The part that `/urgent` takes: basis, who agreed and why, parted by `;`, with the number of the
    paragraph; None where a report does not say on what basis it is urgent and who agreed."""
    for paragraph in paragraphs:
        if not re.search(r"\burgen", paragraph.text, re.I):
            continue
        basis, agreed = _BASIS.search(paragraph.text), _AGREED.search(paragraph.text)
        if not agreed or not (basis or re.search(r"\burgent\b", paragraph.text, re.I)):
            continue
        said = (
            _plain(basis[0]) if basis else "special circumstances",
            _plain(agreed[1]),
            _reason(paragraph.text),
        )
        return ReportPart(URGENCY, paragraph.number, "; ".join(said).rstrip("; "))
    return None


def _reason(text: str) -> str:
    """Why it cannot wait: what the sentence that says who agreed gives as its purpose."""
    for sentence in _SENTENCE.split(text):
        if _AGREED.search(sentence) and (found := _REASON.search(sentence)):
            return _plain(sentence[found.start() :]).rstrip(".")
    return ""


def _plain(words: str) -> str:
    """`words` as they stand inside the line, where a `;` would part them."""
    words = " ".join(words.replace(";", ",").split())
    first = words.split(" ", 1)[0].casefold()
    return f"{words[:1].lower()}{words[1:]}" if first in _LOWERED else words
