"""Motions, amendments, who moves and seconds them, and what is withdrawn (SHORTHAND, Commands)."""

from __future__ import annotations

import pytest

from storage.records import Kind, NewEntry, Part
from tests.minutes.reader import HERE, entry_of, reading_of

MOVE = "write /move Cooper, Kemp: that …"
AMEND = "write /amend Cooper, Kemp: to add …"
ALONE = "“/withdraw” is for a motion and takes nothing after it: members leave by /out"
ABOVE = f"{HERE}\n/5"  # Kemp (Chairman), Cooper, Howcroft-Scott and Johnson; not Hackwell
MOTION = f"{ABOVE}\n/move Cooper, Kemp: that we go"


def parts_of(entry: NewEntry) -> list[tuple[Part, str]]:
    return [(person.part, person.name) for person in entry.people]


@pytest.mark.parametrize(
    "typed",
    [
        "/move Cooper, Kemp: that we go: now",
        "/move Cooper and Kemp: that we go: now",
        "/MOVE cooper; kemp:that we go: now",
    ],
)
def test_a_motion_has_a_mover_a_seconder_and_exact_words(typed: str) -> None:
    entry = entry_of(typed, ABOVE)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.MOTION, "that we go: now", "")
    assert parts_of(entry) == [(Part.MOVER, "Councillor Cooper"), (Part.SECONDER, "Councillor Kemp")]


def test_a_seconder_may_be_named_later() -> None:
    assert parts_of(entry_of("/move Cooper: that we go", ABOVE)) == [(Part.MOVER, "Councillor Cooper")]
    second = entry_of("/second the Chairman", f"{ABOVE}\n/move Cooper: that we go")
    assert (second.kind, parts_of(second)) == (Kind.SECOND, [(Part.SECONDER, "Chairman")])


@pytest.mark.parametrize("above", ["! noted it", "/previous", "! noted it\n/vote 3 1"])
@pytest.mark.parametrize("typed", ["/move Cooper, Kemp", "/move Cooper, Kemp:"])
def test_without_a_text_it_names_who_moved_the_decision_above(above: str, typed: str) -> None:
    entry = entry_of(typed, f"{ABOVE}\n{above}")
    assert (entry.kind, entry.text, len(entry.people), entry.doubt) == (Kind.MOTION, "", 2, "")


def test_an_amendment_is_to_the_pending_motion() -> None:
    entry = entry_of("/amend Johnson, Kemp: to add “soon”", MOTION)
    assert (entry.kind, entry.text, len(entry.people)) == (Kind.AMENDMENT, "to add “soon”", 2)
    assert entry_of("/withdraw", f"{MOTION}\n/amend Johnson: to stay").kind is Kind.WITHDRAW


def test_a_reply_may_answer_a_motion() -> None:
    assert entry_of("> he explained why", MOTION).kind is Kind.REPLY
    assert (
        entry_of("> he explained why", f"{ABOVE}\n/move Cooper: that we go\n/second Kemp").kind is Kind.REPLY
    )
    assert entry_of("> he explained why", f"{MOTION}\n/vote 3 1").kind is Kind.POINT


@pytest.mark.parametrize(
    ("typed", "above", "doubt"),
    [
        ("/move", "", f"who? {MOVE}"),
        ("/move Cooper", "", f"what is moved? {MOVE}"),
        ("/move Cooper:", "/move Cooper: that we go", f"what is moved? {MOVE}"),
        ("/move Cooper", "! noted it\n/move Kemp", "Councillor Kemp moved the decision above already"),
        (
            "/move Cooper, Johnson",
            "! noted it\n/second Kemp",
            "Councillor Kemp seconded the decision above already",
        ),
        ("/move Cooper that we go", "", f"“Cooper that we go” is not a member of this meeting: {MOVE}"),
        ("/move Webb: that we go", "", f"“Webb” is not a member of this meeting: {MOVE}"),
        ("/move Hackwell: that we go", "", "Councillor Hackwell is not present"),
        ("/move Clerk: that we go", "", "Clerk is not a member"),
        (
            "/move Cooper, Cooper: that we go",
            "",
            "Councillor Cooper moves it: somebody else has to second it",
        ),
        ("/move Cooper, Kemp, Johnson: that we go", "", f"one member moves and one seconds: {MOVE}"),
        ("/second Kemp", "", "there is no motion or decision above to second"),
        (
            "/second Cooper",
            "/move Cooper: that we go",
            "Councillor Cooper moved it: somebody else has to second it",
        ),
        ("/second Johnson", "/move Cooper, Kemp: that we go", "Councillor Kemp seconded it already"),
        ("/second Johnson, Kemp", "/move Cooper: that we go", "one member seconds: write /second Johnson"),
        ("/second", "/move Cooper: that we go\nA note.", "who? write /second Johnson"),
        ("/amend Kemp: to stay", "! noted it", f"there is no motion above to amend: {MOVE}"),
        ("/amend Kemp", "/move Cooper: that we go", f"how is the motion to be amended? {AMEND}"),
        ("/withdraw", "! noted it", "there is no motion above to withdraw"),
        ("/withdraw Cooper", "/move Cooper: that we go", ALONE),
    ],
)
def test_what_cannot_stand_says_why(typed: str, above: str, doubt: str) -> None:
    entry = entry_of(typed, f"{ABOVE}\n{above}")
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, typed, doubt)


@pytest.mark.parametrize(
    ("typed", "above", "hints"),
    [
        ("/move Cooper, Kemp: that we go", "", ["mover Councillor Cooper ✓", "seconder Councillor Kemp ✓"]),
        ("/move Cooper: that we go", "", ["mover Councillor Cooper ✓", "no seconder yet"]),
        (
            "/move Cooper",
            "! noted it",
            ["moves the decision above", "mover Councillor Cooper ✓", "no seconder yet"],
        ),
        (
            "/amend Kemp: to stay",
            "/move Cooper: that we go",
            ["mover Councillor Kemp ✓", "no seconder yet", "amends “that we go”"],
        ),
        ("/second Kemp", "/move Cooper: that we go", ["seconder Councillor Kemp ✓", "on the motion"]),
        ("/withdraw", "/move Cooper: that we go", ["the motion is withdrawn: “that we go”"]),
    ],
)
def test_the_meaning_under_the_line(typed: str, above: str, hints: list[str]) -> None:
    assert [hint.text for hint in reading_of(typed, f"{ABOVE}\n{above}").hints] == hints
