"""What is exempt: the line that stays of it, and the resolution to exclude the press and public.

The words of the seven paragraphs are those of Part 1 of Schedule 12A to the Local Government Act 1972 as
substituted for England by article 4 of the Local Government (Access to Information) (Variation) Order 2006
(S.I. 2006/88); that the public interest decides is its paragraph 10. The resolution is that of
section 100A(4) of the Act, which by section 100A(5) names the part of the meeting it applies to and the
description, in terms of the Schedule, of the exempt information.
"""

from __future__ import annotations

import re

from minutes.english import listed, sentence
from minutes.wording.decisions import decision

_ACT = "the Local Government Act 1972"
_PARAGRAPHS = {
    "1": "information relating to any individual",
    "2": "information which is likely to reveal the identity of an individual",
    "3": "information relating to the financial or business affairs of any particular person (including "
    "the authority holding that information)",
    "4": "information relating to any consultations or negotiations, or contemplated consultations or "
    "negotiations, in connection with any labour relations matter arising between the authority or a "
    "Minister of the Crown and employees of, or office holders under, the authority",
    "5": "information in respect of which a claim to legal professional privilege could be maintained in "
    "legal proceedings",
    "6": "information which reveals that the authority proposes (a) to give under any enactment a notice "
    "under or by virtue of which requirements are imposed on a person; or (b) to make an order or "
    "direction under any enactment",
    "7": "information relating to any action taken or to be taken in connection with the prevention, "
    "investigation or prosecution of crime",
}


def exempt_by(paragraphs: str) -> str:
    """The line that stays of what is exempt; `paragraphs` of Schedule 12A as stored: "3", "3,5" or ""."""
    named = named_paragraphs(paragraphs)
    return f"By virtue of {f'{named} of Part 1 of ' if named else ''}Schedule 12A of {_ACT}."


def named_paragraphs(paragraphs: str) -> str:
    """The paragraphs as stored ("3,5") in words: "paragraphs 3 and 5"; "" where none is known."""
    numbers = _numbers(paragraphs)
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listed(numbers)}" if numbers else ""


def excluded(paragraphs: str, business: str, noun: str, verb: str) -> str:
    """The resolution to exclude the press and public.

    `business` is what it is for, inside a sentence ("agenda item 7 (Transport)"); `noun` and `verb` are the
    body's.
    """
    which = [_PARAGRAPHS[number] for number in _numbers(paragraphs) if number in _PARAGRAPHS]
    defined = f"{named_paragraphs(paragraphs)} of Part 1 of Schedule 12A" if which else "Schedule 12A"
    namely = f", namely {listed(which)}" if which else ""
    said = (
        f"that under section 100A(4) of {_ACT} the press and public be excluded from the meeting for "
        f"{business}, on the grounds that it involves the likely disclosure of exempt information as defined "
        f"in {defined} to the Act{namely}, and that, in all the "
        "circumstances of the case, the public interest in maintaining the exemption outweighs the public "
        "interest in disclosing the information"
    )
    return decision(said, noun, verb)


def because_of(reason: str) -> str:
    """ "Reason: the price is being negotiated." """
    return f"Reason: {sentence(reason)}" if reason else ""


def _numbers(paragraphs: str) -> list[str]:
    return re.findall(r"\w+", paragraphs)
