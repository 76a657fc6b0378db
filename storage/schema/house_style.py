"""0006: a body's house style, its words and standing parts, and the name its minutes were last saved by.

What a resolution opens with becomes "" where it is the layout's own, as it is for a body that never chose.
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
    verb TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    quorum TEXT NOT NULL DEFAULT '',
    layout TEXT NOT NULL DEFAULT 'committee',
    numbering TEXT NOT NULL DEFAULT 'agenda' CHECK (numbering IN ('agenda', 'running', 'meeting', 'none')),
    counting TEXT NOT NULL DEFAULT 'last' CHECK (counting IN ('last', 'first')),
    exempt_mark TEXT NOT NULL DEFAULT '',
    year_starts INTEGER NOT NULL DEFAULT 1 CHECK (year_starts BETWEEN 1 AND 12)
""",
    {
        **as_they_are("id name organisation noun"),
        "verb": "iif(verb = 'AGREED', '', verb)",
        **as_they_are("title quorum layout numbering counting exempt_mark year_starts"),
    },
)

_LISTS: Final = """
CREATE TABLE style_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    written TEXT NOT NULL
) STRICT;
CREATE INDEX style_word_of_body ON style_word (body_id, position);
CREATE TABLE style_part (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body_id INTEGER NOT NULL REFERENCES body (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    heading TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX style_part_of_body ON style_part (body_id, position);
"""

_EXPORT: Final = """
CREATE TABLE export (
    body_id INTEGER PRIMARY KEY REFERENCES body (id) ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT;
"""

SCRIPT: Final = _BODY + _LISTS + _EXPORT
