"""Records gone through for the tests of what is to be put right."""

from __future__ import annotations

from dataclasses import replace

from minutes.checking import Fault, Finding, findings
from storage.records import MeetingRecord
from tests.minutes.meetings import prepared, taken

HERE = "/present Kemp, Cooper, Howcroft-Scott, Johnson"
SOUND = "/open 6.30pm\n/present all\n/1\n/none\n/5\n! noted the report\n/6\n/7\n/nextmeeting 1 October 2019"


def found(notes: str, fault: Fault, *, quorum: str = "", without: str = "") -> list[str]:
    """The words of the findings of one fault in `notes`, the line `without` taken out again afterwards."""
    return [finding.words for finding in all_found(notes, quorum, without) if finding.fault is fault]


def all_found(notes: str, quorum: str = "", without: str = "") -> tuple[Finding, ...]:
    record = prepared()
    record = taken(notes, replace(record, meeting=replace(record.meeting, quorum=quorum)))
    left = tuple(entry for entry in record.entries if entry.source != without)
    return findings(replace(record, entries=left))


def replace_line(record: MeetingRecord, source: str, **changed: object) -> MeetingRecord:
    """The record with one line as a later change of another could have left it."""
    entries = tuple(
        replace(entry, **changed) if entry.source == source else entry  # type: ignore[arg-type]
        for entry in record.entries
    )
    return replace(record, entries=entries)
