"""Agendas and agenda packs as they are sent: text, Markdown, Word and PDF in, an agenda out."""

from minutes.packs.content import Extracted, PackError, text_of
from minutes.packs.surveying import survey

__all__ = ["Extracted", "PackError", "survey", "text_of"]
