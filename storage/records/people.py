"""People as a meeting knows them, and as a line names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a person does in an entry."""

    ASKER = "asker"
    OWNER = "owner"
    NAMED = "named"  # whom an attendance command, a vote or a declaration names
    MOVER = "mover"
    SECONDER = "seconder"
    REPLACED = "replaced"  # the member whose place a substitute takes


@dataclass(frozen=True, slots=True)
class Named:
    """Someone an entry or action names. `person_id` is None for someone on no list; `name` is
    how they were known when it was recorded ("Councillor Cooper", "Director of People",
    "officers"); `by_role` says that the clerk used the role, so print uses it too."""

    part: Part
    name: str
    person_id: int | None = None
    by_role: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person as known to one meeting, member or in attendance.

    `name` is as written, without `title`: "Kemp", "Sue Lintern", or a role standing for a name
    ("Children's Commissioner"). `office` is "Chairman", "Vice-Chair" …; `role` what stood in
    brackets and is neither office nor initials. `added` marks someone who was on no list and came
    in during the meeting. Ids below zero stand for people that the act in hand adds.
    """

    person_id: int
    name: str
    title: str = ""
    office: str = ""
    role: str = ""
    initials: str = ""
    member: bool = True
    added: bool = False
