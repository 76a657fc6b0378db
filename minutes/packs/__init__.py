"""Agendas and agenda packs as they are sent: text, Markdown, Word and PDF in, an agenda out."""

from minutes.packs.content import Extracted, text_of
from minutes.packs.refusal import PackError
from minutes.packs.surveying import survey

__all__ = ["Extracted", "PackError", "survey", "text_of"]
