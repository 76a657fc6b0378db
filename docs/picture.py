"""Draw the README's picture of the live screen anew: `python docs/picture.py` writes `docs/live.svg`.

It is the program itself, taking the sample book's third meeting, with the day and the clock held
still so that the picture changes only where the screen does.
"""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.widgets import TextArea

from tui.app import MinutebookApp
from tui.demo import make_sample_book
from tui.screens.live import LiveScreen

TODAY = date(2026, 3, 12)
TAKEN = datetime(2026, 3, 12, 14, 12, 5)  # when the fifth item was
NOW = datetime(2026, 3, 12, 14, 26, 40)
SIZE = (104, 32)
LINES = """\
/open 2pm
/present all
/attending Principal Social Worker, Head of Quality Assurance
/1
/apologies Assistant Director
/2
/previous
/3
/interest none
/4
/done 3 the timetable was sent to members
/report 5 eight offers of employment had been accepted
/5
The Director of Children's Services introduced the report. Four of the six priorities were on time.
Members then raised a number of comments and questions, which included:
- Workforce: ten social workers had been appointed, and agency cover had fallen by a third.
? (Designated Nurse) Audits: quality assurance and audits
> the Head of Quality Assurance confirmed that two in three plans were now good.
! noted the report and asked for the timetable of the last two priorities
+ Director of Children's Services: present the timetable of the last two priorities at the next meeting"""
TYPING = "@Principal Social Worker: report on newly qualified staff by 30 apr"


async def draw(target: Path) -> None:
    """Take the meeting up to its fifth item, and write the screen as it stands to `target`."""
    with TemporaryDirectory() as folder:
        book = Path(folder) / "minutes.db"
        times = [TAKEN]
        app = MinutebookApp(book, make_sample_book(book, TODAY), today=TODAY, clock=lambda: times[-1])
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            screen = app.screen
            assert isinstance(screen, LiveScreen)
            screen.taking.submit(LINES)
            await screen.settled()
            times.append(NOW)
            screen.query_one(TextArea).insert(TYPING)
            await pilot.pause(1.5)
            target.write_text(app.export_screenshot(title="minutebook"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(__file__).with_name("live.svg")))
