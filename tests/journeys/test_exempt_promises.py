"""The public papers of three meetings are the same, whatever exempt business says of promises."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from minutes.agenda import carried_in
from storage import MinuteBook
from storage.records import Named, NewProgress, Part
from tests.tui.shell import Shell
from tui.carrying import what_arises

AGENDA = """\
Upton Parish Council
Finance Committee
Date: {}
Members: Councillors Cooper (Chairman), Kemp, Johnson, Hackwell
In attendance: Clerk
Themes: Quality; Workforce

1. Declarations of interests
2. Budget
3. Staffing [exempt 1]
4. Land
5. Any other business
"""
SEEDS = (8, 9, 11)  # in one of them a leak of nearly any sort would be heard
DAYS = (date(2020, 6, 11), date(2020, 7, 9), date(2020, 9, 10))
PUBLIC = {
    "word": "Plain",
    "owner": "Clerk",
    "date": "1 October",
    "theme": "quality",
    "rating": "B2",
    "review": "20 September",
}
# what exempt lines say, in one book and in the other
SECRETS = (
    {
        "word": "Canary",
        "owner": "Ofsted",
        "date": "25 December",
        "theme": "canary",
        "rating": "red",
        "review": "30 June 2021",
    },
    {
        "word": "Quality",
        "owner": "Kemp, Cooper",
        "date": "12 September",
        "theme": "workforce",
        "rating": "A1",
        "review": "11 September",
    },
)
MADE = (  # lines, how many actions and how many priorities they make
    ("@{owner}: ask for {word} by {date} #{theme}", 1, 0),
    ("No signs of {word} yet. @Clerk to ask {word} by {date}", 1, 0),
    ("? (Kemp) {word}: the cost\n+ Clerk: answer {word} by {date}", 1, 0),
    (
        "/priorities {word}; set by {owner}; review {review}:\n"
        "# {word}\n- {word} first by {date} #{theme}\n- {word}",
        0,
        2,
    ),
    ("@Baker: tell the XY by {date}\n@adviser: ask\n@XY: ask", 3, 0),
)
NAMED = ("/attending {word} Baker (adviser)\n/short XY = {word}", 0, 0)  # in exempt business alone
HEARD = (
    "report {ref} {word}",
    "done {ref} {word}",
    "drop {ref} {word}",
    "defer {ref} {date} {word}",
    "rate {ref} {rating}",
)
LISTED = (
    "/priorities {word}; review {review}:\n- {ref}: {word} now by {date} #{theme}\n- {word}",
    "/priorities {word}:\n# {word}\n- {ref}\n- {word}",
)


@dataclass
class Story:
    """Three meetings' notes for two books, which differ in exempt lines alone."""

    chance: random.Random
    since: bool  # whether item 4 of the first meeting is made exempt only when the next agenda is out
    promised: dict[str, list[bool]] = field(
        default_factory=lambda: {"": [], "p": []}
    )  # whether each is exempt

    def meeting(self, number: int) -> tuple[str, str]:
        """The notes of a meeting, for each of the books."""
        said = ["/present Cooper, Kemp, Johnson, Hackwell\n/open 6.30pm"] * 2
        for _ in range(self.chance.randint(3, 5)):
            item = self.chance.choice("22345" if number == 1 else "2355")
            said = [f"{notes}\n/{item}" for notes in said]
            hidden = item in "34"
            for _ in range(self.chance.randint(1, 4)):
                if item in "25" and self.chance.random() < 0.4:
                    said = [f"{notes}\n{'/public' if hidden else '/exempt 5; {word}'}" for notes in said]
                    hidden = not hidden
                lines = self._lines(number, item, hidden)
                said = [f"{notes}\n{line}" for notes, line in zip(said, lines, strict=True)]
        later = "\n/exempt 4 3; {word}" if number == 1 and not self.since else ""
        return f"{said[0]}{later}\n/close 9pm", f"{said[1]}{later}\n/close 9pm"

    def _lines(self, number: int, item: str, hidden: bool) -> tuple[str, ...]:
        """Something promised or heard, for each of the books."""
        series = self.chance.choice([series for series in self.promised if self.promised[series]] or [""])
        if number == 1 or self.chance.random() < 0.2 or not self.promised[series]:
            made = (*MADE, NAMED) if hidden and item != "4" else MADE
            line, actions, priorities = self.chance.choice(made)
            self.promised[""] += [hidden] * actions
            self.promised["p"] += [hidden] * priorities
            values = [self._values(hidden, book, item) for book in (0, 1)]
            return tuple(line.format(**each) for each in values)
        place = self.chance.randrange(len(self.promised[series]))
        values = [{**self._values(hidden, book, item), "ref": f"{series}{place + 1}"} for book in (0, 1)]
        if series and self.chance.random() < 0.4:
            self.promised["p"].append(hidden)
            line = self.chance.choice(LISTED)
            return tuple(line.format(**each) for each in values)
        verb = self.chance.randrange(len(HEARD))
        # what exempt business makes of a promise that is public is of no account either
        verbs = (verb, verb + 1 if hidden and not self.promised[series][place] else verb)
        return tuple(
            f"/{HEARD[verb % len(HEARD)]}".format(**each) for verb, each in zip(verbs, values, strict=True)
        )

    def _values(self, hidden: bool, book: int, item: str) -> dict[str, str]:
        if not hidden:
            return PUBLIC
        # of what was public when the next agenda was made the dates decided what it has
        return SECRETS[book] | ({"date": PUBLIC["date"], "review": PUBLIC["review"]} if item == "4" else {})


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_no_public_paper_depends_on_what_exempt_business_says(tmp_path: Path, seed: int) -> None:
    story = Story(random.Random(seed), since=bool(seed % 2))
    shells = [Shell(tmp_path / "one"), Shell(tmp_path / "other")]
    for shell in shells:
        shell.folder.mkdir()
    for number, on in enumerate(DAYS, 1):
        notes = story.meeting(number)
        for shell, said, secret in zip(shells, notes, SECRETS, strict=True):
            shell.done("import", shell.file("agenda.txt", _agenda(shell, on)))
            if number == 2 and story.since:
                shell.done("take", "1", given="/exempt 4 3")
            shell.done("take", str(number), given=said.replace("{word}", secret["word"]))
            _note_between_meetings(shell, on, secret)
        if number == 2:
            _are_alike(shells, number)
    for shell in shells:
        shell.done("approve", "1")
    _are_alike(shells, len(DAYS))


def _agenda(shell: Shell, on: date) -> str:
    """The agenda of a meeting, with what arises carried in as Prepare does."""
    text = AGENDA.format(f"{on.day} {on:%B %Y}")
    if on == DAYS[0]:
        return text
    book = MinuteBook.open(shell.book)
    try:
        return carried_in(text, *what_arises(book, 1, on, text)).text
    finally:
        book.close()


def _note_between_meetings(shell: Shell, on: date, secret: dict[str, str]) -> None:
    """Note on the first exempt promise that is owed what is said of it elsewhere."""
    book = MinuteBook.open(shell.book)
    try:
        exempt = [action for action in book.actions() if action.exempt is not None]
        for action in sorted(exempt, key=lambda each: each.reference)[:1]:
            owners = (Named(Part.OWNER, secret["owner"]),)
            heard = NewProgress(action.id, secret["word"], owners=owners, themes=(secret["theme"],))
            book.note_progress([heard], on)
    finally:
        book.close()


def _are_alike(shells: list[Shell], meetings: int) -> None:
    for words in _commands(meetings):
        one, other = (_told(shell, words) for shell in shells)
        assert one == other, words


def _commands(meetings: int) -> Iterator[tuple[str, ...]]:
    latest = str(meetings)
    for number in map(str, range(1, meetings + 1)):
        yield ("print", number)
        yield ("agenda", number)
    yield ("check", latest, "--format", "json")
    for form in ("text", "html", "csv", "json", "ics"):
        yield ("actions", "--for", latest, "--format", form)
        yield ("actions", "--on", "2020-09-12", "--format", form)
    for form in ("markdown", "json"):
        yield ("actions", "--all", "--on", "2020-09-12", "--format", form)
    for narrowing in (
        ("--owner", "Clerk"),
        ("--owner", "Kemp"),
        ("--theme", "Workforce"),
        ("--overdue",),
        ("--due-before", "2020-09-20"),
        ("--chart", "--all"),
    ):
        yield ("actions", "--on", "2020-12-28", *narrowing)
    yield ("search", "--year", "2020", "--format", "json")


def _told(shell: Shell, words: tuple[str, ...]) -> str:
    """What a command says in public, without how much the restricted copy has to put right besides."""
    result = shell.run(*words)
    assert result.exit_code in (0, 1), result.output
    if words[0] == "print":
        return result.output.partition("To put right")[0]
    if words[0] in ("check", "search"):
        rows = [row for row in json.loads(result.stdout) if not row["exempt"]]
        return str([row for row in rows if row.get("finding") != "not reported"])
    if words[0] == "actions" and "ics" in words:
        return "\n".join(line for line in result.output.splitlines() if not line.startswith("DTSTAMP"))
    return result.output
