"""0001: the book as it was first: bodies, meetings, the lines of their record, actions, the journal."""

from __future__ import annotations

from typing import Final

_BODIES = """
CREATE TABLE body (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    organisation TEXT NOT NULL DEFAULT '',
    noun TEXT NOT NULL DEFAULT 'The Committee',
    verb TEXT NOT NULL DEFAULT 'AGREED',
    title TEXT NOT NULL DEFAULT '',
    quorum TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT 'committee',
    numbering TEXT NOT NULL DEFAULT 'agenda' CHECK (numbering IN ('agenda', 'running'))
) STRICT;
CREATE TABLE short_form (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    position INTEGER NOT NULL,
    short TEXT NOT NULL CHECK (short <> ''),
    stands_for TEXT NOT NULL
) STRICT;
CREATE INDEX short_form_of_body ON short_form (body_id, position);
CREATE TABLE theme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE INDEX theme_of_body ON theme (body_id, position);
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE TABLE membership (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    title TEXT NOT NULL DEFAULT '',
    office TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    initials TEXT NOT NULL DEFAULT '',
    member INTEGER NOT NULL CHECK (member IN (0, 1)),
    UNIQUE (body_id, person_id)
) STRICT;
CREATE INDEX membership_of_person ON membership (person_id);
"""

_MEETINGS = """
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    time TEXT NOT NULL DEFAULT '' CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
    venue TEXT NOT NULL DEFAULT '',
    agenda_title TEXT NOT NULL DEFAULT '',
    quorum TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'planned'
        CHECK (state IN ('planned', 'live', 'draft', 'circulated', 'approved')),
    minutes_from INTEGER,
    decisions_from TEXT NOT NULL DEFAULT '',
    approved_in INTEGER REFERENCES meeting (id),
    CHECK ((approved_in IS NULL) = (state <> 'approved'))
) STRICT;
CREATE INDEX meeting_by_day ON meeting (day, time);
CREATE INDEX meeting_of_body ON meeting (body_id, day, time);
CREATE INDEX meeting_approved_in ON meeting (approved_in) WHERE approved_in IS NOT NULL;
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    title TEXT NOT NULL DEFAULT '',
    office TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    initials TEXT NOT NULL DEFAULT '',
    member INTEGER NOT NULL CHECK (member IN (0, 1)),
    added INTEGER NOT NULL DEFAULT 0 CHECK (added IN (0, 1)),
    UNIQUE (meeting_id, person_id)
) STRICT;
CREATE INDEX attendance_of_person ON attendance (person_id);
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL,
    pages TEXT NOT NULL DEFAULT '',
    agenda_exempt TEXT,
    exempt TEXT,
    minute TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX item_of_meeting ON item (meeting_id, position);
CREATE TABLE report_part (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL
) STRICT;
CREATE INDEX report_part_of_item ON report_part (item_id, position);
"""

_ENTRIES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'note', 'heading', 'point', 'question', 'reply', 'decision', 'action', 'follow-on', 'row', 'item',
        'open', 'close', 'adjourn', 'resume', 'present', 'attending', 'apologies', 'absent', 'in', 'out',
        'interest', 'none', 'previous', 'exempt', 'public', 'for', 'against', 'abstain', 'actions',
        'next-meeting', 'short', 'unread')),
    source TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 0 CHECK (level >= 0),
    marker TEXT NOT NULL DEFAULT '',
    time TEXT NOT NULL DEFAULT '' CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
    day TEXT CHECK (day IS date(day, '+0 days')),
    target_id INTEGER REFERENCES item (id),
    agreed_id INTEGER REFERENCES meeting (id),
    doubt TEXT NOT NULL DEFAULT '',
    item_id INTEGER REFERENCES item (id),
    running TEXT,
    exempt TEXT,
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX entry_in_order ON entry (meeting_id, position);
CREATE INDEX entry_of_item ON entry (item_id);
CREATE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX entry_agreed ON entry (agreed_id) WHERE agreed_id IS NOT NULL;
CREATE TABLE entry_person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('asker', 'owner', 'named')),
    name TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    by_role INTEGER NOT NULL DEFAULT 0 CHECK (by_role IN (0, 1))
) STRICT;
CREATE INDEX entry_person_of_entry ON entry_person (entry_id, position);
CREATE INDEX entry_person_of_person ON entry_person (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    window TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    entry_id INTEGER,
    after_id INTEGER,
    UNIQUE (meeting_id, window)
) STRICT;
"""

_ACTIONS = """
CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    year INTEGER NOT NULL,
    words TEXT NOT NULL,
    due TEXT CHECK (due IS date(due, '+0 days')),
    due_words TEXT NOT NULL DEFAULT '',
    due_kind TEXT NOT NULL DEFAULT 'undated'
        CHECK (due_kind IN ('undated', 'date', 'next meeting', 'in due course', 'as soon as possible')),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'in progress', 'done', 'dropped')),
    UNIQUE (body_id, year, number)
) STRICT;
CREATE INDEX action_of_entry ON action (entry_id, position);
CREATE INDEX action_of_meeting ON action (meeting_id);
CREATE INDEX action_owed ON action (body_id, due) WHERE state IN ('open', 'in progress');
CREATE TABLE action_owner (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    by_role INTEGER NOT NULL DEFAULT 0 CHECK (by_role IN (0, 1))
) STRICT;
CREATE INDEX action_owner_of_action ON action_owner (action_id, position);
CREATE INDEX action_owner_of_person ON action_owner (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE action_theme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX action_theme_of_action ON action_theme (action_id, position);
CREATE TABLE action_progress (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'in progress', 'done', 'dropped')),
    meeting_id INTEGER REFERENCES meeting (id)
) STRICT;
CREATE INDEX action_progress_of_action ON action_progress (action_id);
CREATE INDEX action_progress_at_meeting ON action_progress (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE TABLE action_series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    UNIQUE (body_id, year)
) STRICT;
"""

_JOURNAL = """
CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('writing', 'done', 'undone', 'passed'))
) STRICT;
CREATE INDEX act_done ON act (scope) WHERE state = 'done';
CREATE INDEX act_undone ON act (scope) WHERE state = 'undone';
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_of_act ON change (act_id);
"""

SCRIPT: Final = _BODIES + _MEETINGS + _ENTRIES + _ACTIONS + _JOURNAL
