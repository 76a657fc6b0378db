"""A line about what was done long ago, which no meeting's record holds any more: typed or from a file it is
read alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.records import ActionState
from tests.tui.meeting_room import reopened, room
from tests.tui.shell import AGENDA, NOTES, Shell

SEPTEMBER = AGENDA.replace("11 June", "10 September")
JULY = AGENDA.replace("11 June", "9 July")
CABINET = "Upton Parish Council\nCabinet\n\nDate: 4 June 2020\n\n1. Budget\n"
LINES = (
    "/report 1 the quotes were lost",
    "/defer 1 2w to ask again",
    "/done 3 he was told",
    "/report 5 the Cabinet's own",
    "/report 4 made later",
    "/drop 2/2020 the bank had closed",
)
DOUBTS = (
    "",
    "",
    "action 3 was dropped already",  # it is exempt: a public line tells no more
    "there is no open action 5 of this body: f8 lists them",
    "there is no open action 4 of this body: f8 lists them",
    "",
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A book whose meeting 1, of September, knows of actions 1 to 3 of June, two of them closed in July."""
    shell = Shell(tmp_path)
    shell.done("import", shell.file("september.txt", SEPTEMBER))
    shell.done("import", shell.file("june.txt", AGENDA))
    shell.done("take", "2", given=NOTES)
    shell.done("import", shell.file("july.txt", JULY))
    shell.done("take", "3", given="/open\n/2\n/done 1\n/drop 3 he had left\n/close\n")
    shell.done("import", shell.file("october.txt", AGENDA.replace("11 June", "8 October")))
    shell.done("take", "4", given="/open\n/2\n@Clerk: write\n/close\n")
    shell.done("import", shell.file("cabinet.txt", CABINET))
    shell.done("take", "5", given="/open\n/1\n" + "@Clerk: write by Friday\n" * 5)
    return shell


def recorded(shell: Shell) -> list[tuple[str, str]]:
    """The lines of the meeting below the first, and what is to check of each."""
    return [(entry.source, entry.doubt) for entry in reopened(shell.book).entries[1:]]


def test_from_a_file(shell: Shell) -> None:
    shell.done("take", "1", given="\n".join(["/2", *LINES]))
    assert recorded(shell) == list(zip(LINES, DOUBTS, strict=True))
    state = {action.reference: action.state for action in reopened(shell.book).promises}
    assert (state["1/2020"], state["2/2020"]) == (ActionState.OPEN, ActionState.DROPPED)


async def test_typed_line_by_line(shell: Shell) -> None:
    async with room(shell.book) as taking:
        await taking.record_lines("/2", *LINES)
    assert recorded(shell) == list(zip(LINES, DOUBTS, strict=True))
