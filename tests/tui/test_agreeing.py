"""A /previous held against the minutes it agrees: typed, pasted and from a file it comes out alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes.sitting import Sitting
from storage.records import Agreed
from tests.made import book_at
from tests.minutes.meetings import next_after, taken
from tests.minutes.promised import OCTOBER
from tests.tui.meeting_room import reopened, room
from tests.tui.shell import AGENDA, NOTES, Shell
from tui.agreeing import read_agreeing

JULY = AGENDA.replace("11 June", "9 July")
CABINET = "Upton Parish Council\nCabinet\n\nDate: 4 June 2020\n\n1. Budget\n"
HERE = "/open 6.30pm\n/present Cooper, Kemp\n/1\n"
VOTED = "\n/move Cooper, Kemp\n/vote 2 0\n"

SOUND = (
    "/previous",
    "/previous 11 June",
    '/previous with corrections: "three quotes" to "four quotes"',
    '/previous with corrections: "write to the bank" to "visit the bank"; "three quotes" to "four quotes"',
    "/previous 3 March 2020",
)
DOUBTFUL = (
    (
        '/previous with corrections: "five quotes" to "four quotes"',
        "“five quotes” does not stand in the minutes of 11 June 2020",
    ),
    (
        '/previous with corrections: "undertook" to "agreed"',
        "“undertook” stands 3 times in the minutes of 11 June 2020: give more words around it",
    ),
    ("/previous 4 June", "Cabinet met on 4 June 2020, this body did not"),
)


EXEMPT_TO_CHECK = "/3\n/unheard-of the caretaker’s cat\n/close"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A book whose meeting 1 is about to agree the minutes of meeting 2, of June."""
    shell = Shell(tmp_path)
    book_at(shell.book, _about_to_agree)
    return shell


def _about_to_agree(path: Path) -> None:
    shell = Shell(path.parent)
    shell.done("import", shell.file("july.txt", JULY))
    shell.done("import", shell.file("june.txt", AGENDA))
    shell.done("take", "2", given=NOTES.replace("/close", EXEMPT_TO_CHECK))
    shell.done("import", shell.file("cabinet.txt", CABINET))
    shell.done("take", "3", given="/open\n/1\nA note.\n/close\n")


def recorded(shell: Shell) -> list[tuple[str, str, str]]:
    """Kind, words and doubt of the lines of the meeting."""
    return [(entry.kind.value, entry.source, entry.doubt) for entry in reopened(shell.book).entries]


def notes_of(line: str) -> str:
    return f"{HERE}{line}{VOTED}"


def from_a_file(shell: Shell, line: str) -> list[tuple[str, str, str]]:
    shell.done("take", "1", shell.file("july-notes.txt", notes_of(line)))
    return recorded(shell)


@pytest.mark.parametrize("line", SOUND)
def test_minutes_that_hold_the_old_words_are_agreed(shell: Shell, line: str) -> None:
    assert [doubt for _, _, doubt in from_a_file(shell, line) if doubt] == []


@pytest.mark.parametrize(("line", "doubt"), DOUBTFUL)
def test_a_line_that_the_minutes_contradict_becomes_a_note_to_check(
    shell: Shell, line: str, doubt: str
) -> None:
    notes = shell.file("july-notes.txt", notes_of(line))

    result = shell.run("take", "1", notes)

    assert result.stderr.splitlines()[0] == f"{notes}:4: {doubt}"
    assert ("unread", line, doubt) in recorded(shell)
    assert f"[to check: {line}]" in " ".join(shell.done("print", "1").split())


QUOTED = (
    '"speak to the caretaker" to "write to her"',
    '"Speak  to the CARETAKER" to "x"',
    '"the caretaker’s cat" to "x"',
)


@pytest.mark.parametrize("quoted", QUOTED)
def test_a_correction_that_quotes_exempt_words_in_public_is_not_published(shell: Shell, quoted: str) -> None:
    line = f"/previous with corrections: {quoted}"
    lines = from_a_file(shell, f"/previous\n{line}\n/2\nBack in public")

    assert [kind for kind, source, _ in lines if source == line] == ["exempt"]
    assert ("note", "Back in public", "") in lines
    for words in (("print", "1"), ("check", "1"), ("check", "1", "--format", "json")):
        output = shell.run(*words).stdout
        assert "caretaker" not in output.casefold()
    restricted = " ".join(shell.done("print", "1", "--restricted").split())
    assert f"[to check: {' '.join(line.split())}]" in restricted


def test_exempt_words_are_corrected_under_an_exemption(shell: Shell) -> None:
    line = f"/previous with corrections: {QUOTED[0]}"
    assert ("previous", line, "") in from_a_file(shell, f"/previous\n/exempt 1\n{line}\n/public")
    shell.done("take", "1", given="/close 7pm\n")

    assert "caretaker" not in shell.done("print", "1")
    assert "caretaker" in shell.done("print", "1", "--restricted")
    assert "write to her" in shell.done("print", "2", "--restricted")
    assert "caretaker" in shell.done("print", "2", "--restricted", "--version", "1")
    for version in ("1", "2"):
        public = shell.done("print", "2", "--version", version)
        assert "write to her" not in public
        assert "caretaker" not in public


def test_signed_minutes_take_no_correction_any_more(shell: Shell) -> None:
    shell.done("approve", "2")

    (line,) = [doubt for _, _, doubt in from_a_file(shell, SOUND[2]) if doubt][:1]

    assert line == "the minutes of 11 June 2020 are signed already: minute what was said about them instead"


@pytest.mark.parametrize("line", SOUND[:2])
def test_minutes_signed_already_are_agreed_in_a_sentence_all_the_same(shell: Shell, line: str) -> None:
    shell.done("approve", "2")

    lines = from_a_file(shell, line)

    assert [doubt for *_, doubt in lines if doubt] == []
    assert " ".join(shell.done("print", "1").split()).count(
        "The minutes of the meeting held on 11 June 2020 were agreed as a correct record and signed by the "
        "Chairman. Proposed by Councillor Cooper, seconded by Councillor Kemp; two in favour."
    )
    shell.done("take", "1", given="/close 8pm\n")
    shell.done("verify")


@pytest.mark.parametrize("line", [SOUND[2], *(line for line, _ in DOUBTFUL)])
async def test_typed_and_pasted_lines_come_out_as_those_of_a_file(
    shell: Shell, line: str, tmp_path: Path
) -> None:
    unused = shell.book.read_bytes()
    filed = from_a_file(shell, line)
    shell.book = tmp_path / "typed.db"
    shell.book.write_bytes(unused)
    async with room(shell.book) as taking:
        await taking.record_lines(*notes_of(line).splitlines())
    typed = recorded(shell)
    shell.book = tmp_path / "pasted.db"
    shell.book.write_bytes(unused)
    async with room(shell.book) as taking:
        await taking.paste(notes_of(line))

    assert typed == filed
    assert recorded(shell) == filed


async def test_a_line_that_is_retyped_is_held_against_the_minutes_again(shell: Shell) -> None:
    async with room(shell.book) as taking:
        await taking.record_lines("/1", DOUBTFUL[0][0])
        await taking.press("up", "enter")
        await taking.press("ctrl+u")
        await taking.record_lines(SOUND[2])
        assert [(entry.kind.value, entry.doubt) for entry in taking.record.entries][1:] == [("previous", "")]


async def test_what_is_found_wrong_as_it_is_recorded_is_said_at_once(shell: Shell) -> None:
    async with room(shell.book) as taking:
        await taking.record_lines("/1", DOUBTFUL[0][0])
        assert str(taking.box.border_subtitle) == f"to check above: {DOUBTFUL[0][1]}"
        await taking.record_lines("A note.")
        assert taking.box.border_subtitle is None


async def test_closing_says_which_minutes_it_signed(shell: Shell) -> None:
    async with room(shell.book) as taking:
        await taking.record_lines(*notes_of("/previous").splitlines(), "/close 8pm")
        assert str(taking.box.border_subtitle) == "The minutes of 11 June 2020 are signed now, for good."


async def test_closing_that_signs_nothing_says_nothing_of_it(shell: Shell) -> None:
    async with room(shell.book) as taking:
        await taking.record_lines(*notes_of("A note.").splitlines(), "/close 8pm")
        assert taking.box.border_subtitle is None


def test_public_words_are_corrected_in_public_business_alone() -> None:
    line = '/previous with corrections: "A note" to "A secret"'
    last = taken("/5\nA note.")
    for above, doubt in (("/exempt 3", "“A note” stands in the public minutes"), ("/5", "")):
        sitting = Sitting(taken(above, next_after(last, OCTOBER)))
        (entry,) = read_agreeing(line, sitting, agreed={None: Agreed(last)}).act.entries
        assert entry.doubt.partition(":")[0] == doubt
