"""A body's meetings of September and October 2019, and promises, for the tests of what is printed of them."""

from __future__ import annotations

from datetime import date

from minutes.document import Document
from minutes.layouts import build
from storage.records import (
    Action,
    ActionState,
    DueKind,
    MeetingRecord,
    Named,
    Part,
    Plan,
    Progress,
    PromiseKind,
)
from tests.minutes.meetings import AGENDA, next_after, shown, taken

OCTOBER = AGENDA.replace("3 September 2019", "1 October 2019")
SEPTEMBER_3 = date(2019, 9, 3)
AGREED = """\
/5
@Director of People: provide the Action Plan to Ofsted by 13 September
@Clerk, Cooper: ask for three quotes in due course
@officers: report on the survey at the next meeting
? (Johnson) audits
+ Clerk: reply in writing by 20 September
/priorities Priorities for the next 6 months:
- Getting recruitment and retention right
- Continuing the relentless focus on practice
"""


def october(notes: str, agreed: str = AGREED) -> MeetingRecord:
    """The meeting of October with `notes` taken under item 5, after what was `agreed` in September."""
    return taken(f"/5\n{notes}", next_after(taken(agreed), OCTOBER))


def heard(notes: str, agreed: str = AGREED, *, restricted: bool = False) -> list[str]:
    """What `notes`, taken under item 5 in October, print there: a line a block."""
    return said_in_item_5(build(october(notes, agreed), restricted=restricted))


def said_in_item_5(tree: Document) -> list[str]:
    """The blocks of item 5, a line each."""
    lines = [shown(block) for block in tree.blocks]
    start = next(place for place, line in enumerate(lines) if line.startswith("# 5 ")) + 1
    ends = ("# 6 ", "# 7 ", "# Close of meeting", "# Actions", "Signature(")
    return lines[start : next(place for place in range(start, 10**6) if lines[place].startswith(ends))]


def owner(name: str) -> Named:
    """Somebody on no list who owes something."""
    return Named(Part.OWNER, name)


def promise(
    number: int,
    words: str = "ask for quotes",
    *said: Progress,
    due: date | None = None,
    due_kind: DueKind | None = None,
    owners: tuple[str, ...] = ("Clerk",),
    themes: tuple[str, ...] = (),
    kind: PromiseKind = PromiseKind.ACTION,
    plans: tuple[Plan, ...] = (),
    exempt: str | None = None,
    body: str = "Board",
    on: date = SEPTEMBER_3,
) -> Action:
    """A promise made on a day, of which `said` was heard since."""
    return Action(
        number,
        1,
        1,
        number,
        number,
        on.year,
        tuple(map(owner, owners)),
        words,
        due,
        "",
        due_kind or (DueKind.DATE if due else DueKind.UNDATED),
        themes,
        "5",
        on,
        body,
        exempt,
        said,
        kind,
        plans,
    )


def noted(
    on: date,
    text: str = "",
    state: ActionState | None = None,
    *,
    due: date | None = None,
    rating: str = "",
    words: str = "",
    meeting: int | None = 2,
    exempt: str | None = None,
) -> Progress:
    """What was heard of a promise on a day, at a meeting or between meetings."""
    return Progress(
        1,
        text,
        state,
        due=due,
        due_kind=DueKind.DATE if due else None,
        rating=rating,
        words=words,
        id=on.toordinal(),
        on=on,
        meeting_id=meeting,
        entry_id=None if meeting is None else on.toordinal(),
        exempt=exempt,
    )
