"""Actions in words, as the Actions screen shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from minutes.english import listed, printed_date, short_date
from storage.records import Action, ActionState, DueKind
from tui.widgets.rows import Row

_NO_DATE = {
    DueKind.NEXT_MEETING: "next meeting",
    DueKind.IN_DUE_COURSE: "in due course",
    DueKind.AS_SOON_AS_POSSIBLE: "ASAP",
}


def due_in_words(action: Action, today: date) -> str:
    """How the action stands to its date: "overdue 12 days", "due 28 Nov 2019", "in due course"."""
    if not action.is_open:
        return action.state.value
    if action.due is None:
        return _NO_DATE.get(action.due_kind, "no date")
    late = (today - action.due).days
    if late > 0:
        return f"overdue {late} day{'' if late == 1 else 's'}"
    return "due today" if late == 0 else f"due {short_date(action.due)}"


def owners_in_words(action: Action) -> str:
    """Who owes it: "Director of People and Clerk"."""
    return listed([named.name for named in action.owners]) or "no owner"


def action_row(action: Action, today: date) -> Row:
    """The action as a row: reference, due, owner, words."""
    words = action.words if action.exempt is None else f"[exempt] {action.words}"
    cells = (action.reference, due_in_words(action, today), owners_in_words(action), words)
    return Row(cells, action.id, warning=action.is_overdue(today))


def in_sections(actions: Iterable[Action], today: date) -> Iterator[tuple[str, list[Action]]]:
    """Part the actions, which come by due date: overdue, dated, undated, done or dropped."""
    headings = ("Overdue", "With a date", "No date", "Done or dropped")
    sections: dict[str, list[Action]] = {heading: [] for heading in headings}
    for action in actions:
        if not action.is_open:
            sections["Done or dropped"].append(action)
        elif action.is_overdue(today):
            sections["Overdue"].append(action)
        else:
            sections["No date" if action.due is None else "With a date"].append(action)
    return ((heading, part) for heading, part in sections.items() if part)


def detail(action: Action, today: date, typed: str) -> str:
    """The action whole: words, owner, due, origin, the line as typed, and what was heard since."""
    lines = [
        action.words,
        "",
        f"Owner    {owners_in_words(action)}",
        f"Due      {_due(action, today)}",
        f"Agreed   {_origin(action)}",
    ]
    if action.themes:
        lines.append(f"Themes   {', '.join(action.themes)}")
    if action.exempt is not None:
        lines.append("Exempt   not in public print")
    if typed:
        lines.append(f"Typed    {typed}")
    lines.append("")
    lines += [_heard(progress.on, progress.state, progress.text) for progress in action.progress]
    return "\n".join(lines if action.progress else [*lines, "Nothing was heard of it yet."])


def _due(action: Action, today: date) -> str:
    said = action.due_words or "no date"
    known = printed_date(action.due) if action.due is not None else ""
    date_said = f"{said} ({known})" if known and known not in said else said
    pressing = not action.is_open or (action.due is not None and action.due <= today)
    return f"{date_said} – {due_in_words(action, today)}" if pressing else date_said


def _origin(action: Action) -> str:
    minute = f", minute {action.minute}" if action.minute else ""
    return f"{printed_date(action.agreed_on)}, {action.body_name}{minute}"


def _heard(on: date, state: ActionState, text: str) -> str:
    return f"{short_date(on):11}  {state.value}{f': {text}' if text else ''}"
