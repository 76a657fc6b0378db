"""The page before a meeting: what was promised and is to be gone through there, with all that was heard."""

from __future__ import annotations

from collections.abc import Iterator

from minutes.arising import Arising
from minutes.document import Block, Document, Heading, Paragraph, Point
from minutes.english import full_date, printed_date
from minutes.layouts.log import exempt_numbers
from minutes.layouts.schedule import RESTRICTED, counts, plans, schedule, told
from storage.records import Body, Meeting


def build_arising(arising: Arising, body: Body, meeting: Meeting, *, restricted: bool = False) -> Document:
    """Build the page of what arises at a meeting of `body`, as it stands on the day of the meeting.

    A public page has of exempt promises the references alone, and nothing that was heard in exempt business;
    `restricted` has all.
    """
    head = (body.organisation, body.name, "Matters arising", f"for the meeting on {full_date(meeting.on)}")
    counted = counts(told(arising.promises, restricted=restricted), arising.on)
    blocks = [block for section in _sections(arising, restricted=restricted) for block in section]
    return Document(
        f"Matters arising – {body.name} – {printed_date(meeting.on)}",
        tuple(line for line in (*head, *counted) if line),
        (*(blocks or [Paragraph("Nothing arises at this meeting.")]), *_rest(arising, restricted=restricted)),
        RESTRICTED if restricted else "",
        day=meeting.on.isoformat(),
    )


def _sections(arising: Arising, *, restricted: bool) -> Iterator[list[Block]]:
    """A part each for what is due, undated, to be answered, to be reviewed and deferred, if any is."""
    on = arising.on
    for title, promises in (
        ("Due by this meeting", arising.due),
        ("Without a date", arising.undated),
        ("Written replies owed", arising.replies),
    ):
        if shown := told(promises, restricted=restricted):
            yield [Heading(title), *schedule(shown, on, whole=True)]
    to_review = told((each for _, priorities in arising.plans for each in priorities), restricted=restricted)
    if to_review:
        yield [Heading("Priorities due for review"), *plans(to_review, on, level=2, whole=True)]
    if arising.deferred:
        since = f" from {printed_date(arising.deferred_from)}" if arising.deferred_from else ""
        items = [f"{item.number} {item.title}".lstrip() for item in arising.deferred]
        yield [Heading(f"Items deferred{since}"), *map(Point, items)]


def _rest(arising: Arising, *, restricted: bool) -> list[Block]:
    """What the page leaves out: of exempt promises all but the references, and those that are not due yet."""
    said = [] if restricted else [exempt_numbers(arising.promises)]
    if arising.later:
        said.append(f"{arising.later} more {'is' if arising.later == 1 else 'are'} not due yet.")
    return [Paragraph(text) for text in said if text]
