"""0004: promises of every kind, what was heard of them, and how each stands.

How a promise stands follows from its history, and is kept beside it so that a list of what is owed reads
nothing else; so does the meeting that “the next meeting” came to be. Neither is a part of signed minutes.
"""

from __future__ import annotations

from typing import Final

from storage.schema.rebuilding import as_they_are, rebuilt

_DUE_KINDS: Final = "'undated', 'date', 'next meeting', 'in due course', 'as soon as possible'"
_STATES: Final = "'open', 'in progress', 'in due course', 'done', 'dropped'"

_ENTRY: Final = rebuilt(
    "entry",
    """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'note', 'heading', 'point', 'question', 'reply', 'decision', 'action', 'follow-on', 'row', 'item',
        'open', 'close', 'adjourn', 'resume', 'present', 'attending', 'apologies', 'absent', 'in', 'out',
        'interest', 'none', 'previous', 'exempt', 'public', 'for', 'against', 'abstain', 'actions',
        'next-meeting', 'short', 'sub', 'chair', 'urgent', 'motion', 'amendment', 'second', 'withdraw',
        'vote', 'casting', 'roll', 'adopt', 'reasons', 'alternatives', 'priorities', 'report', 'done',
        'drop', 'defer', 'rate', 'unread')),
    source TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 0 CHECK (level >= 0),
    marker TEXT NOT NULL DEFAULT '',
    time TEXT NOT NULL DEFAULT '' CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
    day TEXT CHECK (day IS date(day, '+0 days')),
    target_id INTEGER REFERENCES item (id),
    agreed_id INTEGER REFERENCES meeting (id),
    counts TEXT NOT NULL DEFAULT '',
    corrections TEXT NOT NULL DEFAULT '' CHECK (corrections = '' OR json_valid(corrections)),
    withdrew INTEGER NOT NULL DEFAULT 0 CHECK (withdrew IN (0, 1)),
    doubt TEXT NOT NULL DEFAULT '',
    item_id INTEGER REFERENCES item (id),
    running TEXT,
    exempt TEXT,
    numbers TEXT NOT NULL DEFAULT '' CHECK (numbers = '' OR json_valid(numbers)),
    recorded_at TEXT NOT NULL
""",
    as_they_are(
        "id meeting_id position kind source text label level marker time day target_id agreed_id counts"
        " corrections withdrew doubt item_id running exempt numbers recorded_at"
    ),
    """CREATE INDEX entry_in_order ON entry (meeting_id, position);
CREATE INDEX entry_of_item ON entry (item_id);
CREATE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX entry_agreed ON entry (agreed_id) WHERE agreed_id IS NOT NULL;
CREATE INDEX entry_deciding ON entry (meeting_id, position) WHERE kind IN ('decision', 'adopt');
CREATE INDEX entry_listing ON entry (meeting_id, position) WHERE kind = 'priorities';
CREATE INDEX entry_exempt ON entry (id) WHERE exempt IS NOT NULL;
CREATE INDEX entry_next_meeting ON entry (meeting_id, position) WHERE kind = 'next-meeting';
""",
)

_ACTION: Final = rebuilt(
    "action",
    f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT 'action' CHECK (kind IN ('action', 'reply', 'priority')),
    series TEXT NOT NULL DEFAULT '' CHECK (series = iif(kind = 'priority', 'p', '')),
    number INTEGER NOT NULL CHECK (number > 0),
    year INTEGER NOT NULL,
    words TEXT NOT NULL,
    due TEXT CHECK (due IS date(due, '+0 days')),
    due_words TEXT NOT NULL DEFAULT '',
    due_kind TEXT NOT NULL DEFAULT 'undated' CHECK (due_kind IN ({_DUE_KINDS})),
    UNIQUE (body_id, series, year, number)
""",
    as_they_are("id body_id meeting_id entry_id position number year words due due_words due_kind"),
    """CREATE INDEX action_of_entry ON action (entry_id, position);
CREATE INDEX action_of_meeting ON action (meeting_id);
""",
)

_PROGRESS: Final = rebuilt(
    "action_progress",
    f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id),
    entry_id INTEGER REFERENCES entry (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    day TEXT CHECK (day IS date(day, '+0 days')),
    text TEXT NOT NULL DEFAULT '',
    state TEXT CHECK (state IN ({_STATES})),
    due TEXT CHECK (due IS date(due, '+0 days')),
    due_words TEXT NOT NULL DEFAULT '',
    due_kind TEXT CHECK (due_kind IN ({_DUE_KINDS})),
    owners TEXT NOT NULL DEFAULT '' CHECK (owners = '' OR json_valid(owners)),
    themes TEXT CHECK (themes IS NULL OR json_valid(themes)),
    rating TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    CHECK ((day IS NULL) = (entry_id IS NOT NULL)),
    CHECK (entry_id IS NULL OR meeting_id IS NOT NULL)
""",
    as_they_are("id action_id meeting_id day text state"),
    """CREATE INDEX action_progress_of_action ON action_progress (action_id);
CREATE INDEX action_progress_of_entry ON action_progress (entry_id, position) WHERE entry_id IS NOT NULL;
CREATE INDEX action_progress_at_meeting ON action_progress (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX action_progress_by_day ON action_progress (day) WHERE day IS NOT NULL;
""",
)

_SERIES: Final = rebuilt(
    "action_series",
    """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    series TEXT NOT NULL DEFAULT '' CHECK (series IN ('', 'p')),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    UNIQUE (body_id, series, year)
""",
    as_they_are("id body_id year last"),
)

_STANDING: Final = f"""
CREATE TABLE standing (
    id INTEGER PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
    body_id INTEGER NOT NULL REFERENCES body (id),
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ({_STATES})),
    due TEXT CHECK (due IS date(due, '+0 days')),
    due_kind TEXT NOT NULL CHECK (due_kind IN ({_DUE_KINDS})),
    due_said_at INTEGER,
    due_said_on TEXT,
    words TEXT NOT NULL,
    owners TEXT NOT NULL,
    themes TEXT NOT NULL,
    rating TEXT NOT NULL,
    plan_id INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    sought TEXT NOT NULL
) STRICT;
CREATE INDEX standing_owed ON standing (due IS NULL, due, series, year, number) WHERE open;
CREATE INDEX standing_owed_to ON standing (body_id, due IS NULL, due, series, year, number) WHERE open;
CREATE INDEX standing_next_meeting ON standing (body_id) WHERE due_kind = 'next meeting';
CREATE INDEX standing_in_plan ON standing (plan_id) WHERE plan_id IS NOT NULL;
"""

_NEXT_MEETING: Final = """
CREATE TABLE next_meeting (
    id INTEGER PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    next_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX next_meeting_is ON next_meeting (next_id);
"""

SCRIPT: Final = _ENTRY + _ACTION + _PROGRESS + _SERIES + _STANDING + _NEXT_MEETING
