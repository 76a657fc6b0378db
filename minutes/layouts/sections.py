"""What the lines of an item are to its decision: the discussion before it, the decision, why, and what else
was considered; and where on the page the headings for that belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from minutes.layouts.ground import Ground
from storage.records import Entry, Kind


class Section(StrEnum):
    """What a line is to a decision; the value is the name of the word in `style` that heads it."""

    DISCUSSION = "discussion"
    DECISION = "decision"
    REASONS = "reasons"
    ALTERNATIVES = "alternatives"


DECIDED = (Kind.DECISION, Kind.ADOPT)
_SECTIONS: Mapping[Kind, Section] = {
    Kind.REASONS: Section.REASONS,
    Kind.ALTERNATIVES: Section.ALTERNATIVES,
    **dict.fromkeys(DECIDED, Section.DECISION),
    **dict.fromkeys((Kind.NOTE, Kind.POINT, Kind.QUESTION, Kind.REPLY, Kind.ROW), Section.DISCUSSION),
}
ABOUT_A_DECISION = (
    *(Kind.MOTION, Kind.SECOND, Kind.VOTE, Kind.CASTING, Kind.ROLL, Kind.WITHDRAW),
    *(Kind.FOR, Kind.AGAINST, Kind.ABSTAIN),
)


def sections(ground: Ground, lines: Sequence[Entry]) -> dict[int, Section | None]:
    """For each of an item's `lines` that may be shown, by its id, the section it belongs to: None for one
    that stands wherever it was said. The points below a line that ends in a colon go with it."""
    found: dict[int, Section | None] = {}
    in_list, of_list = False, None
    for line in lines:
        if ground.hides(line):
            in_list = False
        elif line.kind is Kind.FOLLOW_ON:
            found[line.id] = None
        elif in_list and (line.kind in (Kind.POINT, Kind.HEADING) or _is_unread(line, "-")):
            found[line.id] = of_list
        else:
            found[line.id] = of_list = _section(ground, line)
            in_list = line.text.rstrip().endswith(":") or line.kind is Kind.PRIORITIES
    return found


def _section(ground: Ground, line: Entry) -> Section | None:
    if line.kind in ABOUT_A_DECISION and not (line.kind is Kind.MOTION and line.text):
        proposal = ground.proposal_of(line)
        return Section.DECISION if proposal is not None and proposal.entry.kind in DECIDED else None
    return Section.DECISION if _is_unread(line, "!") else _SECTIONS.get(line.kind)


def _is_unread(line: Entry, sign: str) -> bool:
    """Whether a line that could not be read was typed as one that `sign` begins."""
    return line.kind is Kind.UNREAD and line.source.lstrip().startswith(sign)


@dataclass(frozen=True, slots=True)
class Parting:
    """How an item is parted by headings: `section` of its lines, by their ids, where there are any to part;
    `level` of the headings above them. `inside`: the clerk's own sub-headings stand inside the sections, else
    the sections inside them."""

    section: Mapping[int, Section | None] = field(default_factory=dict)
    level: Mapping[int, int] = field(default_factory=dict)
    inside: bool = False


def parting(ground: Ground, lines: Sequence[Entry]) -> Parting:
    """Part an item's `lines`, in which something was discussed and something decided, else nothing is.

    Where sub-headings part subjects that were each decided on, so is each of these by itself. An item whose
    clerk wrote such headings has those.
    """
    section = sections(ground, lines)
    subjects: list[list[Entry]] = [[]]
    for line in lines:
        if line.kind is Kind.HEADING and line.text and line.id in section and not section[line.id]:
            subjects.append([])
        subjects[-1].append(line)
    own = {subject[0].text.strip(" :").casefold() for subject in subjects[1:]}
    if own & {ground.style.word(each).casefold() for each in Section}:
        return Parting()
    decided = [_holds(subject, section, Section.DECISION) for subject in subjects]
    if any(decided[:-1]):
        both = [subject for subject in subjects if _is_parted(subject, section)]
        level = {line.id: 2 + (subject is not subjects[0]) for subject in both for line in subject}
        return Parting(section, level)
    if not _is_parted(lines, section):
        return Parting()
    return Parting(_with_headings(lines, section), {line.id: 2 for line in lines}, inside=True)


def _with_headings(
    lines: Sequence[Entry], section: Mapping[int, Section | None]
) -> dict[int, Section | None]:
    """The sections, where a sub-heading stands in that of the line it heads."""
    found = dict(section)
    below: Section | None = None
    for line in reversed(lines):
        if line.kind is Kind.HEADING and line.id in found:
            found[line.id] = found[line.id] or below
        below = found.get(line.id) or below
    return found


def _is_parted(lines: Sequence[Entry], section: Mapping[int, Section | None]) -> bool:
    return _holds(lines, section, Section.DISCUSSION) and _holds(lines, section, Section.DECISION)


def _holds(lines: Sequence[Entry], section: Mapping[int, Section | None], wanted: Section) -> bool:
    return any(section.get(line.id) is wanted for line in lines)
