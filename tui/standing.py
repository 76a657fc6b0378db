"""How a meeting stands: who is here and presides, and what the clerk must hear of at once."""

from __future__ import annotations

from minutes.checking import findings
from minutes.english import listed, printed_time
from minutes.names import named
from minutes.presence import by_claim_to_the_chair
from minutes.sitting import Sitting
from storage.records import MeetingState

SIGNED = "Approved and signed: nothing here can be changed; f2 shows them as signed"


def presence(sitting: Sitting) -> str:
    """Who is here, in a few words: "present 4/5 · quorum 3 ✓"; once it is over, that it is."""
    if sitting.record.meeting.state is MeetingState.APPROVED:
        return "approved"
    if sitting.closed is not None:
        return f"closed {printed_time(sitting.closed)}" if sitting.closed else "closed"
    quorum = sitting.quorum
    if not sitting.attendance_taken:
        return f"{sitting.members} members" + (f" · quorum {quorum}" if quorum else "")
    present = f"present {len(sitting.present)}/{sitting.members}"
    if not quorum:
        return present
    return present + (f" · quorum {quorum} ✓" if sitting.quorate else f" · below quorum {quorum} ✗")


def foot(sitting: Sitting) -> str:
    """Who presides, and who is out for this item: "Councillor Kemp presides · Councillor Doe withdrew"; that
    nobody does where those who would are gone."""
    if not sitting.attendance_taken or sitting.closed is not None:
        return ""
    chair = sitting.chair
    gone = chair is None and bool(by_claim_to_the_chair(sitting.people.attendees))
    presiding = f"{named(chair)} presides" if chair else "nobody presides: /chair and a name" if gone else ""
    out = [named(person) for person in sitting.people.attendees if person.person_id in sitting.withdrawn]
    parts = (presiding, f"{listed(out)} withdrew" if out else "")
    return " · ".join(part for part in parts if part)


def is_put(sitting: Sitting) -> bool:
    """Whether a motion or an amendment waits to be voted on, or a recorded vote for its names."""
    floor = sitting.floor
    unfinished = floor.current is not None and bool(floor.current.unnamed)
    return unfinished or (floor.amendment or floor.motion) is not None


def alert(sitting: Sitting) -> str:
    """What the clerk must hear of at once, "" for nothing: a tie, too few members, what closing left, that
    nothing can be changed any more."""
    if sitting.record.meeting.state is MeetingState.APPROVED:
        return SIGNED
    if sitting.closed is not None:
        return closing(len(findings(sitting.record)))
    return " · ".join(words for words in (_tie(sitting), _too_few(sitting)) if words)


def closing(left: int) -> str:
    """What is said of a closed meeting where something is left to put right."""
    return f"Closed. {left} {'thing' if left == 1 else 'things'} to put right: f7" if left else ""


def _tie(sitting: Sitting) -> str:
    last = sitting.floor.current
    if last is None or not last.tied or last.tally is None:
        return ""
    return f"{last.tally.in_favour}–{last.tally.against}: a tie: /casting for or against"


def _too_few(sitting: Sitting) -> str:
    if not sitting.attendance_taken or sitting.quorate:
        return ""
    return f"BELOW QUORUM: {len(sitting.present)} here, {sitting.quorum} needed"
