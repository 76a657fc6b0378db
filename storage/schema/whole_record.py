"""0002: what the whole of a meeting holds: motions, votes, interests, numbers of every form.

The minutes' first number becomes text ("24/55"), and minutes may be approved without a later meeting.
"""

from __future__ import annotations

from typing import Final

from storage.schema.rebuilding import as_they_are, rebuilt

_BODY: Final = rebuilt(
    "body",
    """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    organisation TEXT NOT NULL DEFAULT '',
    noun TEXT NOT NULL DEFAULT 'The Committee',
    verb TEXT NOT NULL DEFAULT 'AGREED',
    title TEXT NOT NULL DEFAULT '',
    quorum TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT 'committee',
    numbering TEXT NOT NULL DEFAULT 'agenda' CHECK (numbering IN ('agenda', 'running', 'meeting', 'none')),
    counting TEXT NOT NULL DEFAULT 'last' CHECK (counting IN ('last', 'first')),
    exempt_mark TEXT NOT NULL DEFAULT '',
    year_starts INTEGER NOT NULL DEFAULT 1 CHECK (year_starts BETWEEN 1 AND 12)
""",
    {
        **as_they_are("id name organisation noun verb title quorum layout"),
        # a body ran if each of its meetings said where it starts; now its setting says so
        "numbering": """CASE WHEN id IN (SELECT body_id FROM meeting WHERE minutes_from IS NOT NULL)
    AND id NOT IN (SELECT body_id FROM meeting
        WHERE minutes_from IS NULL AND state NOT IN ('planned', 'approved'))
    THEN 'running' ELSE numbering END""",
    },
)

_INTEREST_KINDS: Final = """
CREATE TABLE interest_kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    position INTEGER NOT NULL,
    short TEXT NOT NULL CHECK (short <> ''),
    heading TEXT NOT NULL CHECK (heading <> '')
) STRICT;
CREATE INDEX interest_kind_of_body ON interest_kind (body_id, position);
"""

_MEETING: Final = rebuilt(
    "meeting",
    """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    time TEXT NOT NULL DEFAULT '' CHECK (time = '' OR time GLOB '[0-2][0-9]:[0-5][0-9]'),
    venue TEXT NOT NULL DEFAULT '',
    agenda_title TEXT NOT NULL DEFAULT '',
    quorum TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'planned'
        CHECK (state IN ('planned', 'live', 'draft', 'circulated', 'approved')),
    minutes_from TEXT NOT NULL DEFAULT '',
    decisions_from TEXT NOT NULL DEFAULT '',
    approved_in INTEGER REFERENCES meeting (id)
""",
    {
        **as_they_are("id body_id day time venue agenda_title quorum state"),
        "minutes_from": "coalesce(CAST(minutes_from AS TEXT), '')",
        **as_they_are("decisions_from approved_in"),
    },
    """CREATE INDEX meeting_by_day ON meeting (day, time);
CREATE INDEX meeting_of_body ON meeting (body_id, day, time);
CREATE INDEX meeting_approved_in ON meeting (approved_in) WHERE approved_in IS NOT NULL;
""",
)

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
        'vote', 'casting', 'roll', 'adopt', 'reasons', 'alternatives', 'unread')),
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
        "id meeting_id position kind source text label level marker time day target_id agreed_id doubt"
        " item_id running exempt recorded_at"
    ),
    """CREATE INDEX entry_in_order ON entry (meeting_id, position);
CREATE INDEX entry_of_item ON entry (item_id);
CREATE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX entry_agreed ON entry (agreed_id) WHERE agreed_id IS NOT NULL;
CREATE INDEX entry_deciding ON entry (meeting_id, position) WHERE kind IN ('decision', 'adopt');
""",
)

_ENTRY_PERSON: Final = rebuilt(
    "entry_person",
    """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('asker', 'owner', 'named', 'mover', 'seconder', 'replaced')),
    name TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),
    by_role INTEGER NOT NULL DEFAULT 0 CHECK (by_role IN (0, 1))
""",
    as_they_are("id entry_id position part name person_id by_role"),
    """CREATE INDEX entry_person_of_entry ON entry_person (entry_id, position);
CREATE INDEX entry_person_of_person ON entry_person (person_id) WHERE person_id IS NOT NULL;
""",
)

SCRIPT: Final = _BODY + _INTEREST_KINDS + _MEETING + _ENTRY + _ENTRY_PERSON
