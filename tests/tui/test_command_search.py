"""`search`: every word ever recorded, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage import BookError
from storage.records import Body, Sought
from tests.tui.shell import AGENDA, Shell
from tui.seeking import read_sought

BODIES = (Body(1, "Cabinet"), Body(2, "Care Committee"), Body(3, "Care Board"))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.take_meeting()
    return shell


def test_a_line_is_found_with_where_it_stands(shell: Shell) -> None:
    assert shell.done("search", "quotes") == (
        "11 Jun 2020 · action · meeting 1, minute 2 · Finance Committee\n"
        "    @Clerk: ask for three quotes by 28 June #finance\n"
    )


def test_what_is_exempt_is_only_told_of(shell: Shell) -> None:
    told = shell.done("search", "caretaker")
    assert told == (
        "11 Jun 2020 · action · EXEMPT 1 · meeting 1, minute 3 · Finance Committee\n"
        "    what it says is exempt: --restricted shows it.\n"
    )
    assert "@Kemp: speak to the caretaker by 30 June" in shell.done("search", "caretaker", "--restricted")
    (hit,) = json.loads(shell.done("search", "caretaker", "--format", "json"))
    assert (hit["before"], hit["found"], hit["after"], hit["exempt"]) == ("", "", "", True)


def test_the_reason_why_an_item_is_exempt_is_not_shown_where_it_was_said(shell: Shell) -> None:
    shell.done("take", "1", given="/2\n/exempt 2 3; the price is not agreed\n/1\n/exempt 3 1; a dismissal\n")

    assert "dismissal" not in shell.done("search", "dismissal")
    assert "a dismissal" in shell.done("search", "dismissal", "--restricted")


def test_what_an_agenda_says_of_a_promise_is_exempt_when_the_promise_is(shell: Shell) -> None:
    arising = "   Action 1/2020: Clerk – the secret quotes\n   Action 3/2019: of another year\n"
    shell.done(
        "import", shell.file("july.txt", f"{AGENDA.replace('11 June', '2 July')}4. Arising\n{arising}")
    )
    assert "secret" in shell.done("search", "secret")

    shell.done("take", "1", given="/exempt 2 3\n")

    assert "secret" not in shell.done("search", "secret")
    assert "EXEMPT 3" in shell.done("search", "secret", "--restricted")


def test_json_holds_what_is_needed_to_go_there(shell: Shell) -> None:
    (hit,) = json.loads(shell.done("search", "quotes", "--format", "json"))
    assert hit == {
        "date": "2020-06-11",
        "body": "Finance Committee",
        "meeting": 1,
        "minute": "2",
        "item": "Budget",
        "kind": "action",
        "line": hit["line"],
        "before": "@Clerk: ask for three ",
        "found": "quotes",
        "after": " by 28 June #finance",
        "exempt": False,
    }
    assert isinstance(hit["line"], int)
    assert json.loads(shell.done("search", "nowhere", "--format", "json")) == []


def test_nothing_found_is_said_on_standard_error(shell: Shell) -> None:
    nothing = shell.run("search", "nowhere")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "Nothing was found.\n")


def test_options_and_narrowing_words_do_the_same(shell: Shell) -> None:
    for narrowed in (
        ("--kind", "action", "--person", "cooper", "--year", "2020", "--body", "finance"),
        ("kind:actions", "person:cooper", "year:2020", "body:Finance Committee"),
    ):
        assert "@Cooper: write to the bank" in shell.done("search", *narrowed)
        assert len(shell.done("search", *narrowed).splitlines()) == 2
    assert shell.run("search", "bank", "--year", "2019").stdout == ""


def test_an_argument_in_quotation_marks_stands_together(shell: Shell) -> None:
    assert shell.done("search", "three quotes")
    assert shell.done("search", "quotes", "three")
    assert shell.run("search", "quotes three").stdout == ""


def test_of_very_many_the_newest_are_listed_and_the_rest_told_of(shell: Shell) -> None:
    shell.done("take", "1", given="".join(f"The hall, {n}.\n" for n in range(120)))
    listed = shell.run("search", "hall")
    assert len(listed.stdout.splitlines()) == 200
    assert listed.stderr.startswith("These are the newest 100: narrow by")
    assert len(json.loads(shell.done("search", "hall", "--format", "json"))) == 120


def test_every_line_fits_eighty_columns(shell: Shell) -> None:
    long = f"{'before ' * 40}needle{' after' * 40}"
    shell.done("take", "1", given=f"{long}\n{'x' * 300}needle {'y' * 300} needle\n")
    listed = shell.done("search", "needle", "--restricted").splitlines()
    assert all(len(line) <= 80 for line in listed)
    assert all("needle" in line for line in listed[1::2])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--year", "20"), "is no year"),
        (("--kind", "sonnet"), "is no kind of line"),
        ((), "Say what to search for"),
    ],
)
def test_wrong_usage_says_what_there_is(shell: Shell, words: tuple[str, ...], why: str) -> None:
    result = shell.run("search", *words)
    assert result.exit_code == 2
    assert why in result.stderr


def test_a_body_that_is_not_there_is_refused(shell: Shell) -> None:
    assert "no body" in shell.refused("search", "bank", "body:Moon").lower()


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("roof kind:dec year:2020", Sought("roof", kind="decision", year=2020)),
        ('person:"Director of People" roof', Sought("roof", person="Director of People")),
        ("body:cabinet", Sought("", body_id=1)),
        ("body:“Care Board” x", Sought("x", body_id=3)),
        ("kind:priorities", Sought("", kind="priorities")),
        ("nb:roof 10:30 mankind:x", Sought("nb:roof 10:30 mankind:x")),
        ('"roof leaks', Sought('"roof leaks')),
    ],
)
def test_what_is_typed_is_parted_into_words_and_what_narrows(typed: str, sought: Sought) -> None:
    assert read_sought(typed, BODIES) == sought


def test_the_last_word_goes_on_until_a_space_or_a_narrowing_word_ends_it() -> None:
    assert read_sought("roof", BODIES, begun=True).begun
    assert not read_sought("roof ", BODIES, begun=True).begun
    assert not read_sought("roof year:2020", BODIES, begun=True).begun
    assert read_sought("year:2020 roof", BODIES, begun=True).begun


@pytest.mark.parametrize(
    "typed", ["kind:", "kind:poem", "year:", "year:²⁰²⁰", "body:care", "body:moon", "body:", "person:"]
)
def test_what_cannot_be_read_is_told_in_one_line(typed: str) -> None:
    with pytest.raises(BookError) as told:
        read_sought(f"roof {typed}", BODIES)
    assert typed.split(":")[0] in str(told.value)
    assert "\n" not in str(told.value)
