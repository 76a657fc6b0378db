"""An agenda taken from whatever a clerk was sent: the tidy form, or a pack with its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes.agenda.items import is_known_part
from minutes.agenda.reading import AgendaReading, Doubt, header_of, survey_agenda
from minutes.agenda.when import AgendaError
from minutes.packs.days import as_day, two_dates
from minutes.packs.lines import Line, lines_of
from minutes.packs.sections import is_report_paragraph, is_usual_heading
from minutes.packs.two_languages import one_language


def survey(text: str, body: str = "") -> AgendaReading:
    """Read an agenda, in the tidy form (see `survey_agenda`) or from a pack; `text` has a form feed where a
    page ends. `body` is whose it is where it does not say itself.

    What a pack leaves open is in `doubts`. Raises AgendaError, one line that says what to do, where it has no
    date, or names no body and `body` is "".
    """
    lines, bilingual = one_language(lines_of(text))
    if bilingual or _is_pack(text, lines):
        from minutes.packs.pack import Pack  # with many patterns, which a tidy agenda need not wait for

        return Pack(text, lines, bilingual).reading(body)
    try:
        reading = survey_agenda(text)
    except AgendaError:
        if not body:
            raise
        reading = survey_agenda(f"{text}\nBody: {body}\n")
    headers = filter(None, map(header_of, reading.unread))
    other = [day for name, said in headers if name == "date" and (day := as_day(said))]
    doubt = two_dates(reading.agenda.on, other)
    return replace(reading, doubts=(Doubt(doubt),)) if doubt else reading


def _is_pack(text: str, lines: Sequence[Line]) -> bool:
    """Whether it has what the tidy form never has: pages, tables, or a report with its own paragraphs."""
    if "\f" in text or any(line.row and len(line.cells) > 1 for line in lines):
        return True
    flush = [line for line in lines if not line.indent]
    sentences = sum(is_report_paragraph(line.text) for line in flush)
    headings = sum(is_usual_heading(line) for line in flush)
    return headings > 1 and (sentences > 1 or any(is_known_part(line.text) for line in flush))
