"""A meeting's record as JSON: what is in it, what the public may read of it, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from minutes.interchange import record_from, to_json
from minutes.layouts import build
from minutes.press import press
from storage.records import MeetingRecord, MeetingState
from tests.minutes.board import in_december
from tests.minutes.meetings import taken
from tests.minutes.promised import october
from tests.minutes.test_exempt_print import CANARY, sittings

HEARD = october("/report 1 begun\n/defer 2 1 November\n/done 4 at last\n- Practice: first\n/close 8pm")
SIGNED = replace(HEARD, meeting=replace(HEARD.meeting, state=MeetingState.APPROVED))
TREES = press(HEARD, (("begun", "started"),))
WHOLE = to_json(SIGNED, restricted=True, trees=TREES)


def changed(path: tuple[str | int, ...], value: object) -> str:
    """The JSON of signed minutes with something else at one place."""
    tree: Any = json.loads(WHOLE)
    place = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(tree)


@pytest.mark.parametrize(
    "record", [HEARD, in_december("/1\n- Talk\n/close 8pm"), taken("/5\n! that it be so")]
)
def test_what_is_read_is_what_was_written(record: MeetingRecord) -> None:
    whole = to_json(record, restricted=True)
    read = record_from(whole).record
    assert to_json(read, restricted=True) == whole
    for restricted in (False, True):
        assert _without_ids(build(read, restricted=restricted)) == _without_ids(
            build(record, restricted=restricted)
        )


def _without_ids(document: Any) -> list[object]:
    blocks = [replace(block, entries=()) if hasattr(block, "entries") else block for block in document.blocks]
    return [replace(document, blocks=()), *blocks]


def test_each_person_item_line_and_promise_stands_on_a_line_of_its_own() -> None:
    lines = to_json(HEARD, restricted=True).splitlines()
    assert '  {"id": 4, "number": "7", "title": "Transport", "exempt": "3", "minute": "7"}' in lines
    assert sum('"kind": "report"' in line for line in lines) == 1


def test_signed_minutes_keep_every_version_of_their_trees() -> None:
    trees = record_from(WHOLE).trees
    assert [(tree.version, tree.restricted) for tree in trees] == [
        (1, False),
        (1, True),
        (2, False),
        (2, True),
    ]
    assert ["started" in tree.text for tree in trees] == [False, False, True, True]
    public = json.loads(to_json(SIGNED, restricted=False, trees=TREES))
    assert [tree["restricted"] for tree in public["signed"]] == [False, False]


@settings(max_examples=60, deadline=None)
@given(sittings())
def test_no_public_record_sings(record: MeetingRecord) -> None:
    public = to_json(record, restricted=False)
    assert CANARY.casefold() not in public.casefold()
    assert json.loads(public)["restricted"] is False
    assert record_from(to_json(record, restricted=True)).record.entries


def test_the_public_hears_that_something_is_exempt_once_a_run_and_by_which_paragraph() -> None:
    record = taken(
        "/5\nBefore.\n/exempt 3\nOne.\nTwo.\n/public\nAfter.\n/7\nThree.\n@Clerk: sell\n/close 8pm"
    )
    public = json.loads(to_json(record, restricted=False))
    told = [(line["kind"], line.get("text", ""), line.get("exempt")) for line in public["lines"]]
    assert told == [
        ("item", "", None),
        ("note", "Before.", None),
        ("exempt", "3", "3"),
        ("public", "", None),
        ("note", "After.", None),
        ("exempt", "3", "3"),
        ("close", "", "3"),
    ]
    assert [(each["number"], each["words"], each["owners"]) for each in public["made"]] == [(1, "", [])]


def test_a_public_record_is_not_taken_in() -> None:
    with pytest.raises(ValueError, match=r"taken without --restricted.*print it again"):
        record_from(to_json(HEARD, restricted=False))


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("version",), 2, "A newer minutebook wrote this"),
        (("version",), True, "it has no version"),
        (("more",), 1, "its parts"),
        (("people",), {}, "each person"),
        (("people", 0, "name"), " ", "a person has no name"),
        (("people", 1, "person_id"), 1, "a person has no label of its own"),
        (("items", 1, "parts"), [[]], "item 2 is not as it should be"),
        (("lines", 0, "kind"), "speech", "line 1 is not"),
        (("lines", 0, "item_id"), 99, "a line names an item"),
        (("lines", 1, "time"), "7pm", "a line has a time"),
        (("lines", 1, "source"), "\ud800", "line 2 is not"),
        (("lines", 0, "counts"), [2**64], "line 1 is not"),
        (("lines", 0, "recorded_at"), "today", "line 1 is not"),
        (("meeting", "on"), "2019-13-01", "its meeting is not"),
        (("meeting", "state"), "live", "its signed minutes are not whole"),
        (("previous_on",), "2020-01-01", "are not in their order"),
        (("later",), ["2019-01-01"], "a later meeting is not later"),
        (("last_numbers",), [1], "are not two"),
        (("body", "numbering"), "roman", "numbers in a way"),
        (("promises", 0, "meeting_id"), 2, "made by no line"),
        (("promises", 0, "agreed_on"), "2019-09-04", "one meeting has two days"),
        (("promises", 1, "number"), 1, "two promises have one number"),
        (("promises", 0, "progress", 0, "action_id"), 2, "is of another"),
        (("signed", 0, "minutes", "version"), 99, "its signed minutes cannot be read"),
        (("signed", 0, "restricted"), True, "its signed minutes are not whole"),
        (("signed",), [], "its signed minutes are not whole"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(path: tuple[str | int, ...], value: object, told: str) -> None:
    with pytest.raises(ValueError, match=told) as refusal:
        record_from(changed(path, value))
    assert len(str(refusal.value).splitlines()) == 1


@pytest.mark.parametrize("text", ["", "[1]", "{", "null", "[" * 100_000, '{"version": ' + "[" * 100_000])
def test_what_is_no_record_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"This is no meeting's record that can be taken in: it .*\.$"):
        record_from(text)
