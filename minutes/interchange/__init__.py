"""The record of a meeting as JSON, for other programs and other books: out, and in again.

The shape is told field by field in docs/record.md. What was taken out with what is exempt is whole: from it
`storage` makes the meeting anew, so that it prints the same. What was taken out without holds no word of
that, and cannot be taken in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from minutes.interchange.labels import relabelled
from minutes.interchange.public import public_record
from minutes.interchange.shape import VERSION, refused, whole, written
from minutes.interchange.signed import from_tree, signed_trees
from minutes.interchange.sound import see_sound
from storage.records import Interchange, MeetingRecord, Tree

__all__ = ["Interchange", "record_from", "to_json"]


def to_json(record: MeetingRecord, *, restricted: bool, trees: Sequence[Tree] = ()) -> str:
    """Write a meeting's record, one line of JSON a person, item, line and promise.

    `trees` are those of its signed minutes, none where they are not signed. Without `restricted` no word of
    what is exempt is in it.
    """
    known = relabelled(record if restricted else public_record(record))
    own, before = known.meeting.on, known.previous_on
    parts: dict[str, Any] = {
        "version": VERSION,
        "restricted": restricted,
        "body": written(known.body),
        "meeting": written(known.meeting),
        "previous_on": before and before.isoformat(),
        "next_on": known.next_on and known.next_on.isoformat(),
        "later": [day.isoformat() for day in known.meeting_dates if day > own],
        "last_numbers": known.last_numbers,
        "people": list(map(written, known.attendees)),
        "items": list(map(written, known.items)),
        "lines": list(map(written, known.entries)),
        "made": list(map(written, known.actions)),
        "promises": list(map(written, known.promises)),
        "signed": [from_tree(tree) for tree in trees if restricted or not tree.restricted],
    }
    return "{\n%s\n}\n" % ",\n".join(_lines(parts))  # noqa: UP031 - braces are what JSON is made of


def record_from(text: str) -> Interchange:
    """Read what `to_json` wrote of a whole record. Raises ValueError, in one line, where `text` is none, or a
    newer version, or holds what cannot be."""
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        raise refused("it is not JSON") from None
    version = parts.get("version") if isinstance(parts, dict) else None
    if type(version) is not int or version < 1:
        raise refused("it has no version")
    if version > VERSION:
        raise ValueError("A newer minutebook wrote this record: take it in with that one.")
    if parts.get("restricted") is False:
        raise ValueError(
            "This record was taken without --restricted, so parts may be missing: print it again with it."
        )
    record = whole(parts)
    see_sound(record)
    return Interchange(record, signed_trees(parts["signed"], record.meeting))


def _lines(parts: dict[str, Any]) -> Iterator[str]:
    """Each part on its own line, and in a list each of its members."""
    for name, part in parts.items():
        if isinstance(part, list) and any(isinstance(each, dict) for each in part):
            members = ",\n".join(f"  {_json(each)}" for each in part)
            yield f'"{name}": [\n{members}\n]'
        else:
            yield f'"{name}": {_json(part)}'


def _json(part: object) -> str:
    return json.dumps(part, ensure_ascii=False)
