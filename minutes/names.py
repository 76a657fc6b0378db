"""Who a name means: everyone of one meeting, found by whatever the clerk calls them.

A person is named by surname, initial and surname, full name, initials, role, office, a short form, or
an unambiguous beginning of one of these (SHORTHAND, Names).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storage.records import Attendee, Named, Part

_ROLE = re.compile(
    r"\b(?:director|clerk|officer|commissioner|(?:vice-?)?chair(?:man|woman|person)?|secretary|manager"
    r"|head (?:of|for)|head ?teacher|leader|treasurer|auditor|solicitor|executive|advis[eo]r|lead"
    r"|inspector|accountant|co-?ordinator|administrator|consultant|surveyor|counsel|mayor|minister|principal"
    r"|deputy|assistant|(?:designated|named|chief|school) (?:nurse|doctor)|(?:police|borough) commander"
    r"|practitioner|convenor|convener|registrar|chief constable|superintendent|analyst|representative"
    r"|ombudsman)\b",
    re.IGNORECASE,
)
_RANK = "alderman|ald|canon|supt|insp|sgt|pcso|capt|col"
_TITLE = re.compile(
    r"(?:(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|revd?"
    rf"|reverend|hon|the|{_RANK}) )+"
)
_RANKED = re.compile(rf"(?:{_RANK}) ")
_CHAIR = re.compile(r"chair(?:man|woman|person)?\b")
_CHAIRS = ("chair", "chairman", "chairwoman", "chairperson")
_PARTICLES = (
    "de",
    "del",
    "della",
    "der",
    "den",
    "di",
    "da",
    "du",
    "la",
    "le",
    "van",
    "von",
    "st",
    "al",
    "el",
)
_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", ".": None}
)
_CUT = re.compile(r"\s+[–—-]\s+|\s*\(")  # where a role's short name ends
_GROUP_WORDS = frozenset({"all", "rest"})
_EDGES = " ,;:!?"
_LONGEST_RUN = 12  # words
_SHOWN = 4  # how many fits an ambiguous name is told


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name fits: nobody, exactly one, or several. `known` is how the one is known by that
    name ("Councillor Cooper", "Director of People"); `exact` is False where it fits a beginning only."""

    people: tuple[Attendee, ...] = ()
    known: str = ""
    by_role: bool = False
    exact: bool = False

    @property
    def one(self) -> Attendee | None:
        """The person meant, where it is exactly one."""
        return self.people[0] if len(self.people) == 1 else None

    @property
    def ambiguous(self) -> bool:
        """Whether several fit."""
        return len(self.people) > 1

    def named(self, part: Part) -> Named:
        """The one person as an entry names them; call it only where `one` is not None."""
        return Named(part, self.known, self.people[0].person_id, self.by_role)


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """One way of naming a person; the lower the rank, the more of the name it is."""

    rank: int  # 0 whole, 1 a part that names (surname, office, initials given), 2 initials made up
    place: int
    known: str
    by_role: bool


class People:
    """Everyone of one meeting, by all their names.

    `attendees` in agenda order, `short_forms` pairs of a short form and what it stands for.
    """

    def __init__(self, attendees: Sequence[Attendee], short_forms: Iterable[tuple[str, str]] = ()) -> None:
        self.attendees: list[Attendee] = []
        self._fits: dict[str, tuple[_Fit, ...]] = {}
        self._beginnings: list[str] = []
        self._short_forms: dict[str, str] = {}
        self._found: dict[str, Match] = {}
        for attendee in attendees:
            self._beginnings += self._take(attendee)
        self._beginnings.sort()
        for short, meaning in short_forms:
            self.shorten(short, meaning)

    def copy(self) -> People:
        """Another People that can take newcomers without this one knowing them."""
        other = People(())
        other.attendees = self.attendees.copy()
        other._fits = self._fits.copy()
        other._beginnings = self._beginnings.copy()
        other._short_forms = self._short_forms.copy()
        return other

    def add(self, attendee: Attendee) -> None:
        """Take in a newcomer."""
        for key in self._take(attendee):
            insort(self._beginnings, key)

    def shorten(self, short: str, meaning: str) -> None:
        """Let `short` name whoever `meaning` names."""
        self._short_forms[_normal(short)] = meaning
        self._found.clear()

    def find(self, text: str) -> Match:
        """Whom `text` names. What is exact beats a beginning; `all` and `rest` are nobody's name."""
        key = _normal(text)
        if not key or key in _GROUP_WORDS or len(key) > 200:
            return Match()
        match = self._found.get(key)
        if match is None:
            match = self._found[key] = self._find(key)
        return match

    def longest(self, text: str) -> tuple[Match, int]:
        """The longest run of words at the start of `text` that fits one person, and its length.

        Where no run does, the longest that fits several; Match() and 0 where none fits at all.
        """
        several: tuple[Match, int] = (Match(), 0)
        ends = [word.end() for word in re.finditer(r"\S+", text[:400])]
        for end in reversed(ends[:_LONGEST_RUN]):
            run = text[:end].rstrip(_EDGES + ".)")
            match = self.find(run)
            if match.one:
                return match, len(run)
            if match.ambiguous and not several[1]:
                several = match, len(run)
        return several

    def split(self, text: str) -> list[str]:
        """The names of a list: parted by `;` where there is one, else by commas and, where the
        parts fit, "and". Brackets, and a name that fits as a whole, stay together."""
        if ";" in text:
            return _parts(text, ";")
        if self.find(text).one:
            return [text.strip()]
        return [name for part in _parts(text, ",") for name in self._joined(part)]

    def _joined(self, part: str) -> list[str]:
        """The names in "B and C" where each fits somebody, or one is surely a person's own name."""
        part = re.sub(r"^(?:and|&) ", "", part)
        if " and " in part or " & " in part:
            names = re.split(r" (?:and|&) ", part)
            fits = [self.find(name) for name in names[:_LONGEST_RUN]]
            own_name = any(fit.one and fit.exact and not fit.by_role for fit in fits)
            if not self.find(part).one and (own_name or all(fit.people for fit in fits)):
                return [name.strip() for name in names]
        return [part]

    def _take(self, attendee: Attendee) -> list[str]:
        """Index a person; returns the new keys that may be begun."""
        place, new = len(self.attendees), []
        self.attendees.append(attendee)
        for key, fit in _ways(attendee, place):
            before = self._fits.get(key, ())
            # a title alone is nobody's name, but a rank may be
            if not before and (key == _bare(key) or _RANKED.match(key)):
                new.append(key)
            self._fits[key] = (*before, fit)
        self._found.clear()
        return new

    def _find(self, key: str) -> Match:
        meaning = self._short_forms.get(key)
        if meaning is not None and (whole := self._exact(_normal(meaning))).people:
            return whole
        match = self._exact(key)
        if not match.people:
            match = self._begun(_bare(key))
        if not match.people:  # a short form may be among the words: "Head of QA"
            words = (self._short_forms.get(word, word) for word in key.split())
            match = self._exact(_normal(" ".join(words)))
        return match

    def _exact(self, key: str) -> Match:
        for name in (key, _bare(key)):
            if fits := self._fits.get(name):
                best = min(fit.rank for fit in fits)
                return self._match([fit for fit in fits if fit.rank == best], exact=True)
        return Match()

    def _begun(self, key: str) -> Match:
        """Whom `key` is a beginning of."""
        fits: dict[int, _Fit] = {}
        if key:
            for place in range(bisect_left(self._beginnings, key), len(self._beginnings)):
                name = self._beginnings[place]
                if not name.startswith(key) or len(fits) > _SHOWN:
                    break
                for fit in self._fits[name]:
                    fits[fit.place] = min(fits.get(fit.place, fit), fit)
        return self._match(list(fits.values()), exact=False)

    def _match(self, fits: list[_Fit], *, exact: bool) -> Match:
        """What the `fits` of one name come to; a name that is no role beats a role of the same person."""
        places = dict.fromkeys(fit.place for fit in fits)
        people = tuple(self.attendees[place] for place in sorted(places))
        if len(people) != 1:
            return Match(people, exact=exact)
        fit = min(fits, key=lambda fit: (fit.by_role, fit.rank))
        return Match(people, self._known(fit), fit.by_role, exact)

    def _known(self, fit: _Fit) -> str:
        """A role up to its dash or bracket, unless two share that beginning."""
        if not fit.by_role:
            return fit.known
        short = short_role(fit.known)
        shared = {other.place for other in self._fits.get(_normal(short), ())}
        return short if shared <= {fit.place} else fit.known


def named(attendee: Attendee) -> str:
    """How a person is called by name: "Councillor Cooper", "Sue Lintern", "Children's Commissioner"."""
    return f"{attendee.title} {attendee.name}".lstrip()


def is_role(name: str) -> bool:
    """Whether `name` is a role that prints with "the" ("Director of People"), not a person's own name.

    What says "the" or "a" itself ("The Mayor") and a plural ("officers") are as typed.
    """
    return not re.match(r"(?:the|an?) ", name[:4], re.IGNORECASE) and _ROLE.search(name[:200]) is not None


def short_role(role: str) -> str:
    """A role up to its dash or bracket: how it is spoken of once it has been introduced."""
    return _CUT.split(role, maxsplit=1)[0].strip() or role


def fits_several(text: str, match: Match) -> str:
    """Says of an ambiguous name whom it fits, for a line *to check*."""
    shown = [named(person) for person in match.people[:_SHOWN]]
    more = ["others"] if len(match.people) > _SHOWN else []
    return f"“{text.strip()[:60]}” fits {' and '.join(shown + more)}"


def _normal(text: str) -> str:
    """`text` without what does not tell names apart: case, dots, kinds of dash and apostrophe, "the"."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    key = " ".join(text.casefold().translate(_ALIKE).split()).strip(_EDGES)
    return key.removeprefix("the ")


def _bare(key: str) -> str:
    """A normal name without the titles before it."""
    match = _TITLE.match(key)
    return key[match.end() :] if match else key


def _ways(attendee: Attendee, place: int) -> Iterator[tuple[str, _Fit]]:
    """Every key that names a person, each once at its best."""
    name, own_role = named(attendee), not attendee.title and is_role(attendee.name)
    ways: dict[str, _Fit] = {}

    def way(key: str, rank: int, known: str, by_role: bool) -> None:
        fit = _Fit(rank, place, known, by_role)
        if key:
            ways[key] = min(ways.get(key, fit), fit)

    for form in (name, attendee.name):
        way(_normal(form), 0, name, own_role)
        way(_bare(_normal(form)), 0 if form == attendee.name and not _has_title(form) else 1, name, own_role)
    if own_role:
        way(_normal(short_role(name)), 1, name, True)
    else:
        for key, rank in _shorter(_bare(_normal(attendee.name))):
            way(key, rank, name, False)
    way(_normal(attendee.initials), 1, name, False)
    for role in (attendee.role, attendee.office):
        for key in _chairs(_normal(role)):
            way(key, 0 if role == attendee.role else 1, role, True)
        way(_normal(short_role(role)) if role else "", 1, role, True)
    for one in attendee.role.split(", "):  # brackets may hold several roles
        if is_role(one):
            way(_normal(one), 1, one, True)
    return iter(ways.items())


def _has_title(name: str) -> bool:
    key = _normal(name)
    return _bare(key) != key


def _shorter(name: str) -> Iterator[tuple[str, int]]:
    """Surname, initial and surname, and initials of a bare name of several words, with their ranks."""
    words = name.split()
    if len(words) < 2:
        return
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    surname = " ".join(words[first:])
    yield surname, 1
    yield words[-1], 1
    if first:
        initials = [word[0] for word in words[:first]]
        yield f"{initials[0]} {surname}", 1
        yield f"{''.join(initials)} {surname}", 1
        yield f"{' '.join(initials)} {surname}", 1
    yield "".join(word[0] for word in words), 2


def _chairs(role: str) -> list[str]:
    """A role, and where it holds "chair" or a kin of it, with each of them in its place."""
    if not role or not _CHAIR.search(role):
        return [role]
    forms = [_CHAIR.sub(chair, role, count=1) for chair in _CHAIRS]
    return [*forms, *(form.replace("-", " ") for form in forms if "-" in form)]


def _parts(text: str, sign: str) -> list[str]:
    """`text` parted at each `sign` outside brackets, without empty parts."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(depth - 1, 0)
        elif letter == sign and not depth:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]
