"""Who owns an action, or asks a question: people of the meeting, or names as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.names import Match, fits_several, is_role
from minutes.shorthand.people import may_mean
from minutes.shorthand.reading import DoubtError
from minutes.shorthand.sentences import sentence_ends
from minutes.sitting import Sitting
from storage.records import Named, Part

# An owner on no list ends before one of these (SHORTHAND, Actions).
_VERBS = "to|will|would|agreed|undertook|offered"
_OWNER_END = re.compile(rf"\s+(?:{_VERBS})\b|:(?=\s|$)|\s*(?:,|,?\s+and|\s+&)\s+@\w|$", re.IGNORECASE)
_VERB_INSIDE = re.compile(rf"\s(?:{_VERBS})\s", re.IGNORECASE)
_CONTINUES = re.compile(r"\s+(?:of|for)\s", re.IGNORECASE)
_ENDED = re.compile(r",|\s+(?:and|&)\s", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|,?\s+and|\s+&)\s+(?=\w)", re.IGNORECASE)
_LONGEST = 80  # letters of a name on no list


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner in the middle of a line, and how many letters of it the name takes."""

    named: Named
    length: int


def read_named(text: str, part: Part, sitting: Sitting) -> Named:
    """One person, or a name as typed where nobody fits. Raises DoubtError where several fit."""
    match = sitting.people.find(text)
    if match.ambiguous:
        raise DoubtError(fits_several(text, match))
    return _named(match, text, part, sitting) if match.one else as_typed(text, part)


def read_list(text: str, part: Part, sitting: Sitting) -> tuple[Named, ...]:
    """The people of a list, each as `read_named` has it, nobody twice."""
    people = [read_named(name, part, sitting) for name in sitting.people.split(text)]
    return tuple(dict.fromkeys(people))


def _named(match: Match, text: str, part: Part, sitting: Sitting) -> Named:
    """The one person a name fits, or the name as typed where they may not be named here."""
    return match.named(part) if may_mean(match, text, sitting) else as_typed(text, part)


def as_typed(text: str, part: Part) -> Named:
    """Someone on no list."""
    return Named(part, text.strip(), None, is_role(text.strip()))


def names_before_colon(text: str, sitting: Sitting) -> tuple[str, str] | None:
    """Part "Clerk, Cooper: ask …" at its colon; None where what stands before it is no list of names."""
    names, sign, words = text.partition(": ")
    if not sign:
        names, sign, words = (text[:-1], ":", "") if text.endswith(":") else ("", "", "")
    if not sign or not names.strip() or len(names) > 300:
        return None
    listed = [sitting.people.find(name).people for name in sitting.people.split(names)]
    if not all(listed) and (_VERB_INSIDE.search(names) or len(sentence_ends(names)) > 1):
        return None
    return names, words.strip()


def owner_at_start(text: str, sitting: Sitting) -> Owner:
    """The owner that `text`, the rest of a sentence after an `@`, begins with.

    The longest run of words that fits one person; else what stands before to, will, would, agreed,
    undertook or offered. A mere beginning of a name ("Director" of the Director of People) gives way
    to a longer name on no list ("Director of Finance to …"). Raises DoubtError where the name fits
    several people, or has no end.
    """
    match, length = sitting.people.longest(text)
    typed = _typed_owner(text)
    if match.one and not (len(typed) > length and _goes_on(match, text[length:])):
        return Owner(_named(match, text[:length], Part.OWNER, sitting), length)
    if match.ambiguous and len(typed) <= length:
        raise DoubtError(fits_several(text[:length], match))
    if typed:
        whole = sitting.people.find(typed)
        if whole.ambiguous:
            raise DoubtError(fits_several(typed, whole))
        return Owner(as_typed(typed, Part.OWNER), len(typed))
    if match.ambiguous:
        raise DoubtError(fits_several(text[:length], match))
    opening = " ".join(text[:_LONGEST].split()[:3])
    raise DoubtError(f"no owner read in “@{opening} …”: write @name: … or @name to …")


def second_owner(text: str, sitting: Sitting) -> Owner | None:
    """A further owner without a sign of their own, in "@Clerk and Cooper to ask": `text` is what
    follows the first. Only someone of the meeting with one of the verbs after them."""
    joined = _JOINED.match(text)
    if joined is None:
        return None
    match, length = sitting.people.longest(text[joined.end() :])
    end = joined.end() + length
    following = _OWNER_END.match(text[end : end + _LONGEST])
    if not match.one or not following or following[0][:1] in (":", ""):
        return None
    return Owner(_named(match, text[joined.end() : end], Part.OWNER, sitting), end)


def _typed_owner(text: str) -> str:
    """What stands before the first sign of an owner's end, "" where there is none near."""
    match = _OWNER_END.search(text[: _LONGEST + 12])
    if match is None or not match[0] or match.start() > _LONGEST:
        return ""
    return text[: match.start()].rstrip()


def _goes_on(match: Match, rest: str) -> bool:
    """Whether a name seems to go on after the run that fits; a comma or "and" ends one."""
    begun = not match.exact and not _ENDED.match(rest[:8])
    return begun or _CONTINUES.match(rest[:8]) is not None
