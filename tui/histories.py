"""A promise whole, as the Actions screen shows it: as agreed, as it stands, and all that was heard of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes.english import counted, listed, printed_date, short_date
from minutes.wording.promises import changes
from storage.records import Action, DueKind, Entry, Kind, Progress, Standing

_INDENT = 9  # of what stands beside a name


def made_by(entries: Sequence[Entry], entry_id: int | None) -> Sequence[str]:
    """The line that made a promise, word for word; before one that prints nothing the line that says it."""
    place = next((at for at, entry in enumerate(entries) if entry.id == entry_id), None)
    if place is None:
        return ()
    made = entries[place]
    if made.kind is not Kind.FOLLOW_ON:
        return (made.source,)
    said = next((each.source for each in reversed(entries[:place]) if each.kind is not Kind.FOLLOW_ON), "")
    return (said, made.source) if said else (made.source,)


def detail(action: Action, typed: Sequence[str], today: date) -> str:
    """Words, owner, due, origin and history of a promise; `typed` is the line that made it, below the one
    it is tied to."""
    standing = action.standing
    lines = [action.words, ""]
    if standing.words != action.words:
        lines.append(_named("Now", f"{standing.words} ({_list(action)})"))
    lines.append(_named("Owner", _owners(standing) or "no owner"))
    lines.append(_named("Due", _due(action, today)))
    lines.append(_named("Agreed", _origin(action)))
    if action.plan is not None and standing.words == action.words:
        lines.append(_named("List", _list(action)))
    if standing.themes:
        lines.append(_named("Themes", ", ".join(standing.themes)))
    if standing.rating:
        lines.append(_named("Rating", standing.rating))
    if action.exempt is not None:
        lines.append(_named("Exempt", "not in public print"))
    lines += [_named("Typed" if at == 0 else "", line) for at, line in enumerate(typed)]
    return "\n".join([*lines, "", *(history(action) or ["Nothing was heard of it yet."])])


def history(action: Action) -> list[str]:
    """All that was heard of a promise, each on its day: every date it slipped from, and why."""
    lines, standing = [], action.as_agreed
    for heard in action.progress:
        after = standing.after(heard)
        between = "" if heard.meeting_id is not None else " (between meetings)"
        lines.append(f"{short_date(heard.on):11}  {_heard(heard, standing, after)}{between}")
        standing = after
    return lines


def _heard(heard: Progress, before: Standing, after: Standing) -> str:
    """What one line or key said of it: "Deferred from 28 November 2019 to 12 December 2019: reason"."""
    parts = ["[exempt]"] if heard.exempt is not None else []
    parts += [said] if (said := changes(heard, before)) else []
    if before.state is not after.state and after.is_open and not before.is_open:
        parts.append("Open again.")
    if heard.owners:
        parts.append(f"Now with {_owners(after)} (before: {_owners(before) or 'nobody'}).")
    if heard.themes is not None:
        themes = (", ".join(each.themes) or "none" for each in (after, before))
        parts.append("Theme {} (before: {}).".format(*themes))
    return " ".join(parts)


def _due(action: Action, today: date) -> str:
    """When it is due now, and as agreed where that is another date."""
    standing, agreed = action.standing, action.as_agreed
    said = _when(standing)
    if not standing.is_open:
        said = f"{said} – {standing.state.value}"
    elif standing.due is not None and standing.due <= today:
        late = (today - standing.due).days
        said = f"{said} – overdue {counted(late, 'day')}" if late else f"{said} – due today"
    slipped = (standing.due, standing.due_words) != (agreed.due, agreed.due_words)
    return f"{said} (as agreed: {_when(agreed)})" if slipped else said


def _when(standing: Standing) -> str:
    """A due date in full, with the words it was put in where they do not say it."""
    known = printed_date(standing.due) if standing.due is not None else ""
    said = standing.due_words or ("no date" if standing.due_kind is DueKind.UNDATED else standing.due_kind)
    if not known or known in said:
        return said.removeprefix("by ") if known else said
    return f"{known} ({said})" if standing.due_words else known


def _owners(standing: Standing) -> str:
    return listed([named.name for named in standing.owners])


def _origin(action: Action) -> str:
    minute = f", minute {action.minute}" if action.minute else ""
    return f"{printed_date(action.agreed_on)}, {action.body_name}{minute}"


def _list(action: Action) -> str:
    """The list a priority is in: its title, who set it, and when it is to be reviewed."""
    plan = action.plan
    if plan is None:
        return ""
    set_by = f", set by {plan.set_by}" if plan.set_by else ""
    review = f", to be reviewed by {printed_date(plan.review)}" if plan.review is not None else ""
    return f"{plan.title}{set_by}{review}"


def _named(name: str, value: str) -> str:
    return f"{name:{_INDENT}}{value}"
