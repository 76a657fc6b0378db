"""A pack taken as a whole: the agenda at its front, and the reports behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutes.agenda.reading import AgendaReading, Doubt, survey_agenda
from minutes.english import printed_date
from minutes.packs.casing import Spellings
from minutes.packs.days import as_day, two_dates, wrong_weekday
from minutes.packs.front import Front
from minutes.packs.items import items_of
from minutes.packs.lines import Line
from minutes.packs.private import is_private_page
from minutes.packs.reports import Report, reports
from minutes.packs.sections import is_report_paragraph, is_usual_heading
from minutes.packs.whose import names, organisation_of

_TAKEN = ("organisation", "body", "agenda", "date")
_WELSH_TOO = "it is in Welsh and English: the English side was taken"
_ONLY_REPORTS = "there is no agenda in it: {0} taken as its item{1}, without a number"


class Pack:
    """A pack of that text, its lines those that `one_language` left of it; `bilingual` says that it did."""

    def __init__(self, text: str, lines: list[Line], bilingual: bool) -> None:
        self._text = text
        self._lines = lines
        self._spellings = Spellings(line.text for line in lines)
        self._reports = reports(lines, self._spellings)
        self._end = min([_front_end(lines), *(report.start for report in self._reports[:1])])
        self._front = Front()
        self._front.read(lines[: self._end])
        self._doubts: list[str] = [_WELSH_TOO] if bilingual else []

    def reading(self, body: str) -> AgendaReading:
        """What the pack comes to; see `survey`."""
        headers = [*self._whose(body), *self._when()]
        headers += [f"{name}: {value}" for name, value in self._front.values.items() if name not in _TAKEN]
        reading = survey_agenda("\n".join(["Agenda", *(" ".join(header.split()) for header in headers)]))
        items, doubts = items_of(self._front, self._reports, self._lines)
        if not self._front.drafts and self._reports:
            self._doubts.append(_only_reports(self._reports))
        elif not items:
            self._doubts.append("no items were found in it")
        left_out = [*self._front.left_out, *reading.unread]
        if behind := len(self._lines) - self._end:
            left_out.append(f"{behind} lines of reports")
        known = tuple(dict.fromkeys((*map(Doubt, self._doubts), *doubts)))
        return AgendaReading(replace(reading.agenda, items=items), tuple(left_out), known)

    def _whose(self, given: str) -> list[str]:
        """The headers that name body, organisation and agenda."""
        said = self._front.values
        organisation, body, title = names(self._front.top, self._front.held)
        organisation, body = said.get("organisation", organisation), said.get("body", body)
        if not body and (heads := [report.body for report in self._reports if report.body]):
            body = heads[0]
            self._doubts.append(f"the body, {body}, is the one that the report names in capitals")
        body = self._spellings.readable(body) or given
        if not organisation:
            organisation, address = organisation_of(self._text)
            if organisation == body:
                organisation = ""
            elif organisation:
                self._doubts.append(f"the organisation, {organisation}, was told from the address {address}")
        named = {"Organisation": organisation, "Body": body, "Agenda": said.get("agenda", title)}
        return [f"{name}: {self._spellings.readable(value)}" for name, value in named.items() if value]

    def _when(self) -> list[str]:
        """The header of the date: the first the agenda names, else the reports'."""
        headed = [report.on for report in self._reports if report.on]
        said = [day for text in self._front.dates if (day := as_day(text))]
        if not said and headed:
            said = headed[:1]
            self._doubts.append(f"the date, {printed_date(said[0])}, stands above the report alone")
        if not said:
            return [f"Date: {text}" for text in self._front.dates[:1]]
        later = [day for text in self._front.later if (day := as_day(text)) and day > said[0]]
        if said[0] not in headed:
            self._doubts += filter(None, [two_dates(said[0], [*said[1:], *later, *headed])])
        if self._front.dates:
            self._doubts += filter(None, [wrong_weekday(self._front.dates[0], said[0])])
        return [f"Date: {printed_date(said[0])}"]


def _front_end(lines: Sequence[Line]) -> int:
    """Where a pack's agenda ends at the latest: above a page that is private, or a report's first section."""
    for place, line in enumerate(lines):
        below = lines[place + 1 : place + 4]
        if is_private_page(line) or (
            is_usual_heading(line) and any(is_report_paragraph(other.text) for other in below)
        ):
            return place
    return len(lines)


def _only_reports(found: Sequence[Report]) -> str:
    one = len(found) == 1
    return _ONLY_REPORTS.format("the report was" if one else f"{len(found)} reports were", "" if one else "s")
