"""Random meetings with words in exempt places: no public output holds one, the restricted copy holds all."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutes.formats import SUFFIXES, write
from minutes.interchange import to_json
from minutes.layouts import build
from minutes.layouts.summons import build_summons
from minutes.style import LAYOUTS
from minutes.trees import from_text
from storage import MinuteBook
from tests.minutes.pdf_file import PdfFile
from tests.tui.shell import Shell

AGENDA = """\
Upton Parish Council
Finance Committee
Date: 11 June 2020
Time: 6.30pm
Members: Councillors Cooper (Chairman), Kemp, Johnson, Hackwell
In attendance: Clerk
Decisions: 7/2020

1. Declarations of interests
2. Budget
   Recommendation 2.1: The Committee is asked to note the budget.
3. Staffing [exempt 1]
   Author: CanaryAuthor
   Recommendation 3.1: The Committee is asked to note CanaryRecommended.
   Reason 3.2: To keep CanaryReason.
4. Land
5. Any other business
"""
NEXT_AGENDA = """\
Upton Parish Council
Finance Committee
Date: 9 July 2020
Members: Councillors Cooper (Chairman), Kemp, Johnson, Hackwell

1. Minutes
"""
LINES = [
    "The {} was raised.",
    "# About {}",
    "- {}: it was late",
    "- Point: {} was late",
    "? (Kemp) {}: the cost",
    "? (Kemp) the cost of {}",
    "? the {}",
    "> officers confirmed {}",
    "! that {} be noted",
    "! noted the {}",
    "! approved {}:",
    "!~ because of {}",
    "!^ to do nothing about {}",
    "@Clerk: write about {} by 1 July",
    "@Kemp to ask about {}.",
    "@{}: write to the bank",
    "+ Clerk: look at {}",
    "| {} | 2",
    "/move Cooper, Kemp: that {} be sold",
    "/amend Johnson: to keep {}",
    "/interest Kemp dpi: owns {}",
    "/interest Kemp dpi: owns {} withdrew",
    "/urgent {}; the Chairman; it cannot wait",
    "/urgent section 100B; {}; it cannot wait",
    "/urgent section 100B; the Chairman; {}",
    "/attending {} (adviser)",
    "/in {} Baker 7pm",
    "/present {} Smith",
    "/adjourn 7.20pm for {}",
    "/chair Kemp on account of {}",
    "/short XY = {}",
    "/exempt 3; {}",
    "/unheard-of {}",
    "/out {}",
    '/previous with corrections: "{}" to "it"',
    "{} was not understood @",
    "/sub {} Frost for Kemp",
    "/nextmeeting 3 August 7pm {}",
    "/apologies {} Smith",
    "/absent {}",
    "/second {} Baker",
    "/move {}",
    "/for {}",
    "/vote {}",
    "!= {}",
    "!= 3.1",
    "!~ 3.2",
    "The XY was mentioned.",
    "@Clerk: look at XY by the next meeting #{}",
    "-- under {}",
    "/priorities {}; set by {}; review 1 August:",
    "- p1: {}",
    "/report 1 {}",
    "/defer 1 1 August {}",
    "/done 1 {}",
    "/rate 1 {}",
    "/item {}",
    "/public {}",
    "/exempt {}",
]
# these stand in the minutes only through what they bring about
SILENT = ("/short", "/attending", "+ ", "/exempt", "/present", "@Clerk: look", "/absent", "/apologies")
ALWAYS_READ = (
    "The",
    "#",
    "-",
    "! ",
    "@",
    "|",
)  # the others may be to check, which signed minutes do not print
VOTES = [
    "/vote 3 1",
    "/vote all",
    "/vote lost",
    "/vote 2 2",
    "/casting for",
    "/roll",
    "/for Cooper",
    "/against Kemp, Johnson",
    "/withdraw",
]
line = st.sampled_from([*LINES, *VOTES])
visit = st.tuples(st.sampled_from("12345"), st.booleans(), st.lists(line, max_size=8))


@pytest.mark.long
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(visits=st.lists(visit, min_size=1, max_size=6), when=st.sampled_from(["before", "after", "never"]))
def test_no_public_output_holds_a_word_of_what_is_exempt(
    visits: list[tuple[str, bool, list[str]]], when: str
) -> None:
    notes, canaries = _notes(visits, when)
    always = [word for word, template in canaries.items() if template.startswith(ALWAYS_READ)]
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder))
        shell.done("import", shell.file("agenda.txt", AGENDA))
        taken = shell.run("take", "1", shell.file("notes.txt", notes))
        assert taken.exit_code == 0, taken.output
        assert "canary" not in taken.output.casefold()
        _no_canary_in_public(shell, "1")
        _in_restricted(shell, list(canaries))

        shell.done("import", shell.file("next.txt", NEXT_AGENDA))
        shell.done("take", "2", given=f"/open\n/previous\n{_quoting(always)}/close\n")
        assert "approved" in shell.done("list").partition("11 Jun 2020")[2]
        _no_canary_in_public(shell, "1")
        _no_canary_in_public(shell, "2")
        _in_restricted(shell, always)


def _notes(visits: list[tuple[str, bool, list[str]]], when: str) -> tuple[str, dict[str, str]]:
    """The lines of a meeting, and for each word in an exempt place that its draft must print its line."""
    said = ["/present Cooper, Kemp, Johnson, Hackwell", "/open 6.30pm"]
    said += ["/exempt 4 3; CanaryWhy"] if when == "before" else []
    printed: dict[str, str] = {}
    for item, from_here, lines in visits:
        said.append(f"/{item}")
        said += ["/exempt 5; CanaryGround"] if from_here else []
        exempt = item == "3" or from_here or (item == "4" and when != "never")
        for template in lines:
            word = f"{'Canary' if exempt else 'Plain'}{len(said)}x"
            said.append(template.replace("{}", word))
            if exempt and "{}" in template and not template.startswith(SILENT):
                printed[word] = template
    said += ["/exempt 4 3; CanaryWhy"] if when == "after" else []
    return "\n".join([*said, "/close 9pm"]), printed


def _quoting(words: list[str]) -> str:
    """A correction, in public, of a word that the minutes keep exempt."""
    return f'/previous with corrections: "{words[0]}" to "nothing"\n' if words else ""


def _no_canary_in_public(shell: Shell, meeting: str) -> None:
    commands = (
        ("print", meeting),
        ("agenda", meeting),
        ("actions",),
        ("actions", "--all", "--overdue", "--on", "2021-01-01"),
        ("actions", "--owner", "Clerk"),
        ("actions", "--all", "--format", "json"),
        ("list",),
        ("list", "--format", "json"),
        ("check", meeting),
        ("check", meeting, "--format", "json"),
        ("search", "--year", "2020", "--format", "json"),
    )
    for words in commands:
        result = shell.run(*words)
        assert "canary" not in "".join((result.stdout + result.stderr).split()).casefold(), words
    _no_canary_on_public_paper(shell, int(meeting))


def _no_canary_on_public_paper(shell: Shell, meeting_id: int) -> None:
    """Every layout in every format, of signed minutes what was signed, and the summons."""
    book = MinuteBook.open(shell.book)
    try:
        record, signed = book.meeting(meeting_id), book.signed(meeting_id)
    finally:
        book.close()
    papers = [build(record, layout=layout) for layout in LAYOUTS]
    papers += [build_summons(record), *([from_text(signed)] if signed else [])]
    for place, paper in enumerate(papers):
        # a format writes what it is given: each is tried on a layout of its own
        for form in {"text", list(SUFFIXES)[place % len(SUFFIXES)]}:
            said = _everything_in(write(paper, form, pages=form == "text").content, form)
            assert "canary" not in "".join(said.split()).casefold(), (place, form)
    assert "canary" not in to_json(record, restricted=False).casefold()


def _everything_in(content: bytes, form: str) -> str:
    """All that a file holds, in its pages and about them."""
    if form == "docx":
        with ZipFile(BytesIO(content)) as parts:
            pages = [parts.read(name) for name in parts.namelist() if name.endswith(("xml", "rels"))]
        return "".join("".join(ElementTree.fromstring(page).itertext()) for page in pages)
    if form == "pdf":
        file = PdfFile(content)
        return f"{file.words}{file.reader.metadata}{file.headings()}"
    return content.decode()


def _in_restricted(shell: Shell, words: list[str]) -> None:
    restricted = "".join(shell.done("print", "1", "--restricted").split())
    assert [word for word in words if word not in restricted] == []
