"""Signed minutes: the trees the seal keeps, and what was found when they were proved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from storage.records.meetings import MeetingRecord


@dataclass(frozen=True, slots=True)
class Tree:
    """A document tree as signed, in the text it is kept as. `version` counts from 1; the highest is as
    approved, one before it as it was before corrections. `restricted` tells the copy that holds what is
    exempt from the public one."""

    version: int
    restricted: bool
    text: str


# Sets approved minutes in print: the record, and the corrections (old words, new words) agreed with it.
Press = Callable[[MeetingRecord, tuple[tuple[str, str], ...]], tuple[Tree, ...]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What proving the signed minutes came to: how many meetings are signed, the hash the chain of
    seals ends in ("" where there is none), and each thing that is not as it was signed, in one line."""

    signed: int
    last: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """The minutes that a PREVIOUS line agrees: `record` is their meeting whole, None where the book has
    none of that body and day; `others` names the bodies that did meet on the day said."""

    record: MeetingRecord | None
    others: tuple[str, ...] = ()
