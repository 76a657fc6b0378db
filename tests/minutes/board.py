"""Meetings of the Improvement Board with the seeds' promises behind them, for the tests of what is heard."""

from __future__ import annotations

from minutes.shorthand import Reading, read
from minutes.sitting import Sitting
from storage.records import MeetingRecord, NewEntry
from tests.minutes.meetings import next_after, prepared, taken

JULY = """\
Medway Council
Improvement Board
Date: 15 July 2020
Members: Rory Patterson (Chair), Councillor Iles, Eleanor Brazil
In attendance: Director of People; Head of Quality Assurance; Clerk
Themes: Quality and Effectiveness of Service; Workforce and Capability; Performance Management

1. Commissioner's update
2. Placements [exempt 1]
"""
DECEMBER = JULY.replace("15 July 2020", "14 December 2020")
TITLE = "Priorities agreed for the following 3 to 6 months"
SIX = f"""\
/priorities {TITLE}; review 14 December 2020:
- 1. Getting recruitment and retention right, and reducing agency numbers
- 2. Much more engagement of partners, and commitment to strategic actions, building on the bi-lateral \
working with police and health
- 3. Taking forward the corporate initiative of developing a child friendly Medway
- 4. Developing the wider member awareness and effectiveness
- 5. Managing recovery, and preparing for another Covid spike, dealing with the financial pressures, and \
impact of health re-structuring.
- 6. Continuing the relentless focus on practice"""
TEN = """\
/priorities Priorities for the next 6 months; review 30 June 2021:
- Deliver on the actions in the Improvement Plan.
- Ensure the Council and its partners continue to drive and sustain improvements to practice
- Improve the effectiveness of the Scrutiny Committee and Corporate Parenting Panel.
- Continue to monitor and respond to the impact of Covid-19 on staff and practice
- Develop the work of the Child Friendly Medway Board to deliver on the ambition for children in Medway
- Maintain the focus on recruitment and retention
- Maintain the focus of senior leaders and members on service improvement
- Further develop QA activity
- Strengthen commissioning arrangements
- Improve the way in the which the voice of children and young people is heard and influences service \
improvement"""
ACTIONS = """\
@Director of People: provide the Action Plan to Ofsted by 30 September
@The Mayor: provide an update to the DfE by the end of October
@Clerk: circulate the terms of reference
@officers: provide further information on the Edge of Care in due course
? (Iles) Audits: how often cases were audited
+ Head of Quality Assurance: reply in writing at the next meeting"""


def in_july(notes: str = f"{ACTIONS}\n{SIX}") -> MeetingRecord:
    """The meeting of July 2020, at which actions 1 to 5 and priorities p1 to p6 were agreed."""
    return taken(f"/1\n{notes}", prepared(JULY))


def in_december(notes: str = "", july: MeetingRecord | None = None) -> MeetingRecord:
    """The meeting of December 2020, with `notes` taken."""
    record = next_after(july or in_july(), DECEMBER)
    return taken(notes, record) if notes else record


def sat(notes: str = "", record: MeetingRecord | None = None) -> Sitting:
    """The sitting of December after `notes`, followed as the composer would."""
    sitting = Sitting(record or in_december())
    for line in notes.split("\n"):
        act = read(line, sitting).act
        for entry in act.entries:
            sitting.follow(entry, act.newcomers, act.items)
    return sitting


def heard(line: str, above: str = "", record: MeetingRecord | None = None) -> NewEntry:
    """The entry that a line of December becomes below `above`."""
    (entry,) = said(line, above, record).act.entries
    return entry


def said(line: str, above: str = "", record: MeetingRecord | None = None) -> Reading:
    """The reading of a line of December, with what is said of it while it is typed."""
    return read(line, sat(above, record))
