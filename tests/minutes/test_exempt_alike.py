"""Two meetings that differ in what is exempt alone have the same public papers, in every layout."""

from __future__ import annotations

import random

import pytest

from minutes.agenda import write_agenda
from minutes.interchange import to_json
from minutes.layouts import build
from minutes.layouts.summons import build_summons
from minutes.style import LAYOUTS
from storage.records import MeetingRecord
from tests.journeys.test_exempt_promises import AGENDA as MEETINGS
from tests.journeys.test_exempt_promises import DAYS, SECRETS, Story
from tests.minutes.meetings import AGENDA, next_after, prepared, taken

DECLARING = AGENDA.replace("1. Apologies for absence", "1. Declarations of interests")
OCTOBER = DECLARING.replace("3 September 2019", "1 October 2019").replace(" (Chairman)", "")
SEPTEMBER = "/5\n@Clerk: ask by 13 September\n/priorities Plan:\n- Practice\n- Recruitment"


def after_september(notes: str, agenda: str = OCTOBER) -> MeetingRecord:
    """A meeting at which `notes` were taken, with an action and two priorities before it."""
    return taken(notes, next_after(taken(SEPTEMBER, prepared(DECLARING)), agenda))


def public_papers(record: MeetingRecord) -> dict[str, list[str]]:
    """Every paper that all may read, a line a block or line of it."""
    trees = {layout: build(record, layout=layout) for layout in LAYOUTS}
    trees["summons"] = build_summons(record)
    papers = {name: [tree.title, *tree.head, *map(repr, tree.blocks)] for name, tree in trees.items()}
    papers["agenda"] = write_agenda(record).splitlines()
    papers["json"] = to_json(record, restricted=False).splitlines()
    return papers


@pytest.mark.parametrize(
    ("notes", "one", "other"),
    [
        pytest.param("/5\n/exempt item 6; {}", "Smith pays", "Jones sells", id="why-to-check"),
        pytest.param("/7\n/priorities Secret:\n- {}\n- New\n/5\nA note", "p1", "p2", id="list-carrying-on"),
        pytest.param(
            "/7\n/attending Sue Baker ({})\n/5\n/in Sue Baker 7pm\n@Sue Baker: ask\n? (Sue Baker) why",
            "solicitor",
            "the Chief Executive’s adviser",
            id="role-of-somebody-named-later",
        ),
        pytest.param(
            "/6\n/attending {} Baker (adviser)\n/5\n/in Baker 7pm\n/chair Baker\n/exempt 6 3",
            "Sue",
            "Tom",
            id="what-is-exempt-afterwards",
        ),
        pytest.param("/7\n/attending Vane Smith ({})\n/5\n/previous", "Mayor", "Chairwoman", id="chair"),
        pytest.param(
            "/present Kemp, Cooper, Johnson, Hackwell\n/7\n/out {} 7pm\n/5\n/move Cooper: that it be\n/roll\n"
            "/for Cooper, Hackwell\n/vote 2 0 0 1\n/close 8pm",
            "Kemp",
            "Johnson",
            id="who-did-not-vote",
        ),
        pytest.param(
            "/present Kemp, Cooper, Johnson\n/7\n/out {} 7pm\n/5\n/move Cooper: that it be\n/roll\n"
            "/for Cooper\n/close 8pm",
            "Kemp",
            "Johnson",
            id="who-has-still-to-vote",
        ),
        pytest.param(
            "/5\n/exempt 3\n{}\n/close 8pm",
            "@Clerk: go by Friday\n@Kemp: stay by Friday\n/short X = Y",
            "Both. @Clerk to go by Friday and @Kemp to stay by Friday\nA note\n/short X = Y",
            id="what-hangs-together",
        ),
        pytest.param("/7\n{}", "/short X = Y", "A note", id="part-two"),
        pytest.param("/7\n/out {} 7pm\n/5\n/present Kemp, Johnson", "Kemp", "Johnson", id="doubt"),
    ],
)
def test_no_public_paper_depends_on_an_exempt_line(notes: str, one: str, other: str) -> None:
    papers, others = (public_papers(after_september(notes.format(secret))) for secret in (one, other))
    assert papers == others


@pytest.mark.parametrize("seed", [0, 1, 8, 22])  # in each of them a leak of promises of another sort is heard
def test_no_public_paper_depends_on_what_three_meetings_promised_in_private(seed: int) -> None:
    story = Story(random.Random(seed), since=False)
    books: list[MeetingRecord | None] = [None, None]
    for number, on in enumerate(DAYS, 1):
        agenda = MEETINGS.format(f"{on.day} {on:%B %Y}")
        for place, (notes, secret) in enumerate(zip(story.meeting(number), SECRETS, strict=True)):
            last = books[place]
            said = notes.replace("{word}", secret["word"]).removesuffix("/close 9pm")
            books[place] = taken(said, next_after(last, agenda) if last else prepared(agenda))
    one, other = (public_papers(record) for record in books if record)
    assert one == other
