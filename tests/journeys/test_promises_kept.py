"""Three meetings of a board a month apart, over what the councils' own papers hold: what was promised, what
became of it, and what its minutes, its action log and the page before each meeting say on each day.

The papers are in `replayed/`, and were read whole by somebody who knows what they must say.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from storage import MinuteBook
from storage.records import ActionState, DueKind, NewProgress
from tests.tui.shell import Shell

PAPERS = Path(__file__).with_name("replayed")
SEPTEMBER, OCTOBER, NOVEMBER = "1", "2", "3"


def between(shell: Shell, reference: str, said: Callable[[int], NewProgress], on: date) -> None:
    """Note what was heard between meetings, as the Actions screen does."""
    book = MinuteBook.open(shell.book)
    try:
        action_id = next(action.id for action in book.actions() if action.reference == reference)
        book.note_progress([said(action_id)], on)
    finally:
        book.close()


def answered(action_id: int) -> NewProgress:
    return NewProgress(action_id, "every case was audited once a quarter", ActionState.DONE)


def put_off(action_id: int) -> NewProgress:
    return NewProgress(
        action_id,
        "the Chief Executive was to see it first",
        due=date(2021, 11, 5),
        due_words="by 5 November 2021",
        due_kind=DueKind.DATE,
    )


def meet(shell: Shell, month: str) -> None:
    shell.done("import", PAPERS / f"agenda-{month}.txt")
    number = {"september": SEPTEMBER, "october": OCTOBER, "november": NOVEMBER}[month]
    taken = shell.run("take", number, PAPERS / f"notes-{month}.txt")
    assert (taken.exit_code, "to check" in taken.stderr) == (0, False), taken.stderr


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The book after the third meeting."""
    shell = Shell(tmp_path_factory.mktemp("promises"))
    meet(shell, "september")
    between(shell, "5/2021", answered, date(2021, 10, 7))
    meet(shell, "october")
    between(shell, "1/2021", put_off, date(2021, 10, 28))
    meet(shell, "november")
    return shell


def states(shell: Shell, on: str) -> dict[str, tuple[str, str]]:
    """Each action and priority as it stood on a day: its state and its colour in words."""
    log = json.loads(shell.done("actions", "--all", "--on", on, "--restricted", "--format", "json"))
    return {action["reference"]: (action["state"], action["colour"]) for action in log}


@pytest.mark.parametrize(
    ("paper", "command"),
    [
        ("minutes-september.txt", ("print", SEPTEMBER)),
        ("minutes-october.txt", ("print", OCTOBER)),
        ("minutes-november.txt", ("print", NOVEMBER)),
        ("restricted-october.txt", ("print", OCTOBER, "--restricted")),
        ("log-september.txt", ("actions", "--on", "2021-09-16")),
        ("log-october.txt", ("actions", "--on", "2021-10-14", "--all")),
        ("log-november.txt", ("actions", "--on", "2021-11-11", "--all", "--restricted")),
        ("arising-october.txt", ("actions", "--for", OCTOBER)),
        ("arising-november.txt", ("actions", "--for", NOVEMBER)),
    ],
)
def test_each_paper_reads_as_its_clerk_expects(shell: Shell, paper: str, command: tuple[str, ...]) -> None:
    assert shell.done(*command) == (PAPERS / paper).read_text(encoding="utf-8")


def test_what_an_outside_body_promised_is_late_the_day_after_its_date(shell: Shell) -> None:
    assert states(shell, "2021-10-31")["2/2021"] == ("open", "due")
    assert states(shell, "2021-11-01")["2/2021"] == ("open", "late by 1 day")
    overdue = shell.done("actions", "--overdue", "--on", "2021-10-31")
    assert "The Mayor" not in overdue
    assert "The Mayor" in shell.done("actions", "--overdue", "--on", "2021-11-01")


def test_an_action_deferred_twice_and_done_late_keeps_every_date(shell: Shell) -> None:
    log = json.loads(shell.done("actions", "--all", "--on", "2021-11-30", "--format", "json"))
    plan = next(action for action in log if action["reference"] == "1/2021")
    assert (plan["target"], plan["revised"], plan["state"]) == ("2021-09-30", "2021-11-05", "done")
    assert [(each["due"], each["reason"]) for each in plan["dates"]] == [
        ("2021-09-30", ""),
        ("2021-10-29", "Ofsted had asked for more detail"),
        ("2021-11-05", "the Chief Executive was to see it first"),
    ]
    assert states(shell, "2021-10-01")["1/2021"] == ("open", "late by 1 day")
    assert states(shell, "2021-10-15")["1/2021"] == ("open", "on target")
    assert states(shell, "2021-11-10")["1/2021"] == ("open", "late by 5 days")
    assert states(shell, "2021-11-11")["1/2021"] == ("done", "done")


def test_one_was_dropped_with_its_reason_and_one_answered_in_writing_between_meetings(shell: Shell) -> None:
    assert states(shell, "2021-10-13")["3/2021"][0] == "open"
    assert states(shell, "2021-10-14")["3/2021"][0] == "dropped"
    assert states(shell, "2021-10-06")["5/2021"][0] == "open"
    assert states(shell, "2021-10-07")["5/2021"][0] == "done"


def test_the_review_names_the_priority_that_was_not_reported_on(shell: Shell) -> None:
    found = shell.run("check", NOVEMBER)
    assert found.exit_code == 1
    (review,) = [line for line in found.stdout.splitlines() if "not reported on" in line]
    assert "p6" in review


def test_a_priority_carried_on_in_new_words_is_the_same_one(shell: Shell) -> None:
    log = json.loads(shell.done("actions", "--on", "2021-11-30", "--format", "json"))
    carried = next(action for action in log if action["reference"] == "p1/2021")
    assert carried["action"] == "Maintain the focus on recruitment and retention"
    assert carried["agreed"] == "2021-09-16"
    assert carried["plan"] == "Priorities for the next 6 months"
    assert carried["rating"] == "amber"


def test_nothing_exempt_stands_in_a_public_paper() -> None:
    for paper in PAPERS.glob("*.txt"):
        if paper.name.startswith(("minutes", "arising", "log-september", "log-october")):
            text = paper.read_text(encoding="utf-8")
            assert "Rochester" not in text, paper.name
            assert "two faults" not in text, paper.name
