"""Lists of priorities: each point in one is a priority, and each of a list under review is reported on."""

from __future__ import annotations

from datetime import date

from minutes.checking.finding import Fault, Found, line_of
from minutes.english import listed
from minutes.promises import Promises, Review
from minutes.publishing import published
from storage.records import ON_PROMISES, Action, Entry, Kind, MeetingRecord, PromiseKind


def priorities_by_line(record: MeetingRecord) -> dict[int | None, Action]:
    """The priority that a line makes, or carries on, by the line."""
    priorities = [each for each in (*record.promises, *record.actions) if each.kind is PromiseKind.PRIORITY]
    said = {heard.entry_id: each for each in priorities for heard in each.progress}
    return said | {each.entry_id: each for each in priorities}


def check_point(found: Found, entry: Entry, priority: Action | None, *, listing: bool) -> None:
    """A point is a priority in a list of them, and only there; `listing` tells whether it stands in one.

    What was put above it since it was recorded may have made it otherwise.
    """
    if entry.kind is not Kind.POINT or entry.level or entry.doubt or listing is (priority is not None):
        return
    if priority is None:
        words = f"{line_of(entry)} was no priority when it was recorded, and has no number: record it anew"
    else:
        words = (
            f"{priority.reference} stands in no list now: /priorities and its title go right above the points"
        )
    found.of_line(entry, Fault.LISTED, words)


def check_reviews(found: Found, promises: Promises) -> None:
    """Name what was not reported on of each list that this meeting reviews, or should; `promises` has
    followed every line."""
    for review in promises.plans:
        if not (review.heard or _is_due(review, found.record.meeting.on)):
            continue
        owed = (each for each in review.priorities if promises.standing(each.id).is_open)
        missing = [each for each in owed if each.id not in review.heard]
        if missing:
            _name(missing, review, found, promises)


def _is_due(review: Review, on: date) -> bool:
    """Whether the date of a list's review has come, and nothing was heard of any of it since."""
    day = review.plan.review
    if day is None or day > on:
        return False
    heard = (heard.on for priority in review.priorities for heard in priority.progress)
    return not any(day <= each <= on for each in heard)


def _name(missing: list[Action], review: Review, found: Found, promises: Promises) -> None:
    """Tell which, at the last line that reports on the list, or else carries any of it on."""
    plan, meeting_id = review.plan, found.record.meeting.id
    references = [str(promises.reference(each)) for each in missing]
    were = "was" if len(missing) == 1 else "were"
    words = f"{plan.title}: {listed(references)} {were} not reported on: /report {references[0]}"
    # which are missing would tell of those that exempt business reported on, done or not
    exempt = plan.exempt is not None or any(each != published(each) for each in review.priorities)
    heard = [heard for each in review.priorities for heard in each.progress if heard.meeting_id == meeting_id]
    ids = {each.entry_id for each in heard}
    lines = [entry for entry in reversed(found.record.entries) if entry.id in ids]
    if lines:
        last = next((entry for entry in lines if entry.kind in ON_PROMISES), lines[0])
        found.of_line(last, Fault.NOT_REPORTED, words, exempt=exempt)
    else:
        found.of_meeting(Fault.NOT_REPORTED, words, exempt=exempt)
