"""The agenda as text: reading it, writing it, and the text areas of a form that hold parts of it."""

from minutes.agenda.carrying import Carried, carried_in, references_carried
from minutes.agenda.items import read_items, write_items
from minutes.agenda.people import read_people, write_people
from minutes.agenda.reading import AgendaReading, Doubt, default_noun, read_agenda, survey_agenda
from minutes.agenda.when import AgendaError, read_date, read_time
from minutes.agenda.writing import write_agenda

__all__ = [
    "AgendaError",
    "AgendaReading",
    "Carried",
    "Doubt",
    "carried_in",
    "default_noun",
    "read_agenda",
    "read_date",
    "read_items",
    "read_people",
    "read_time",
    "references_carried",
    "survey_agenda",
    "write_agenda",
    "write_items",
    "write_people",
]
