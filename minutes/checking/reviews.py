"""Lists of priorities that are reviewed: each of them is reported on, or somebody asks why not."""

from __future__ import annotations

from datetime import date

from minutes.checking.finding import Fault, Found
from minutes.english import listed
from minutes.promises import ON_PROMISES, Promises, Review
from storage.records import Action


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
    exempt = plan.exempt is not None
    heard = [heard for each in review.priorities for heard in each.progress if heard.meeting_id == meeting_id]
    ids = {each.entry_id for each in heard}
    lines = [entry for entry in reversed(found.record.entries) if entry.id in ids]
    if lines:
        last = next((entry for entry in lines if entry.kind in ON_PROMISES), lines[0])
        found.of_line(last, Fault.NOT_REPORTED, words, exempt=exempt)
    else:
        found.of_meeting(Fault.NOT_REPORTED, words, exempt=exempt)
