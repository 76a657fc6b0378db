"""Nothing typed is refused or lost, whatever it is and however much."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes.shorthand import COMMANDS, clean, complete, read, read_lines
from storage.records import Kind
from tests.minutes.meetings import AGENDA, next_after, taken
from tests.minutes.reader import HERE, sitting_after

WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        """/present /exempt /for /out /nextmeeting /previous /item /short + - -- ? > ! @ # | \\ // ( ) : ; , .
        @Kemp @Clerk Kemp, Smith all rest to will by within at Friday 28 Nov 31 November 2w 19.42 7pm next
        meeting 5 5a 3,5 #quality and = 999 in due course \x1b[31m [red] [/] \u202e é 👩 שלום
        dpi other withdrew none Doe Hackwell that 7 3 1 0 two lost carried against with corrections
        "old" “new” 7.10pm 12.10am
        /report /done /drop /defer /rate /priorities p1 p1: 1 2, 1/2019 p2/2019, set review until; @Clerk""",
    )
)
COMMAND_NAMES = st.sampled_from(sorted(COMMANDS))
PROMISED = (
    "/5\n@Clerk: ask by Friday #quality\n@Kemp: go\n/priorities Plan; review 2w:\n- One (@Clerk)\n- Two"
)
OWED = next_after(taken(PROMISED), AGENDA.replace("3 September 2019", "1 October 2019"))
LINES = st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join))


def content(line: str) -> str:
    """A line as far as it is to be recorded."""
    return clean(line).replace("\n", " ").strip()


@settings(max_examples=40, deadline=None)
@given(LINES)
@example("/exempt 99999999999999999999 3")
@example("@Kemp: go within 999 months")
@example("/nextmeeting 31/12/9999")
@example("? ((((")
@example("+ : x")
@example("@, ,: x")
def test_any_line_becomes_one_entry_that_keeps_its_words(line: str) -> None:
    sitting = sitting_after(f"{HERE}\n/5\n? how", OWED)
    reading = read(line, sitting, "19:42")
    recorded = not (content(line) == "" or content(line).startswith("//"))
    assert len(reading.act.entries) == recorded
    for entry in reading.act.entries:
        assert entry.source.strip() == content(line)
        assert entry.kind is not Kind.UNREAD or (entry.text == content(line) and entry.doubt)
        assert "\x1b" not in entry.text
        known = {person.person_id for person in sitting.people.attendees}
        known |= {person.person_id for person in reading.act.newcomers}
        assert all(person.person_id is None or person.person_id in known for person in entry.people)
        assert {heard.action_id for heard in entry.progress} <= {action.id for action in OWED.promises}


@settings(max_examples=40, deadline=None)
@given(COMMAND_NAMES, LINES)
@example("interest", "Kemp")
@example("interest", ",")
@example("sub", "for for for")
@example("urgent", ";;;")
@example("chair", ":")
@example("priorities", ": ;;")
@example("done", "1, p2 and 1/2019,")
@example("defer", "1 31/12/9999")
@example("defer", "p1 until in due course of")
def test_any_text_after_any_command_is_kept_and_the_sitting_goes_on(name: str, text: str) -> None:
    line = f"/{name} {text}"
    sitting = sitting_after(f"{HERE}\n/attending Clerk\n/5\n! noted it\n/done 2", OWED)
    act = read(line, sitting, "19:42").act
    (entry,) = act.entries
    assert entry.source.strip() == content(line)
    assert entry.kind is not Kind.UNREAD or (entry.text == content(line) and entry.doubt)
    sitting.follow(entry, act.newcomers, act.items)
    assert set(sitting.present) <= set(sitting.voters)
    assert len(sitting.voters) <= sitting.members
    assert {action.id for action in sitting.promises.owed} <= {action.id for action in OWED.promises}


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r", "\r\n"]))
def test_as_many_entries_as_lines_to_record(lines: list[str], end: str) -> None:
    text = end.join(re.sub(r"[\r\n]", " ", line) for line in lines)
    reading = read_lines(text, sitting_after("/5\n/priorities Plan:", OWED), "19:42")
    wanted = [content(line) for line in clean(text).split("\n")]
    wanted = [line for line in wanted if line and not line.startswith("//")]
    assert [entry.source.strip() for entry in reading.act.entries] == wanted
    ids = [person.person_id for person in reading.act.newcomers] + [item.id for item in reading.act.items]
    assert all(new < 0 for new in ids)
    assert len({person.person_id for person in reading.act.newcomers}) == len(reading.act.newcomers)


@settings(max_examples=60, deadline=None)
@given(LINES, st.integers(0, 60))
def test_completion_never_fails_and_stays_inside_the_line(line: str, column: int) -> None:
    column = min(column, len(line))
    for found in complete(line, column, sitting_after(f"{HERE}\n/priorities Plan:", OWED)):
        assert 0 <= found.start <= found.end == column


@pytest.mark.parametrize(
    "line",
    [
        "x" * 100_000,
        "a" + " " * 100_000 + "b",
        "@Kemp to " + "." * 100_000 + "x",
        "@Kemp to go. " * 8_000,
        "@a " * 33_000,
        "- " + ": " * 50_000,
        "| " * 50_000,
        "? " + "(" * 100_000,
        "/present " + "Kemp and " * 11_000,
        "/sub " + "Doe for " * 12_000,
        "/sub Doe" + " " * 100_000 + "for Kemp",
        "/chair Kemp" + " " * 100_000 + "x",
        "/interest Kemp" + " " * 100_000 + "dpi: x",
        "/interest Kemp dpi: " + "." * 100_000 + "x",
        "/interest Kemp dpi: " + "withdrew " * 11_000,
        "/interest " + "dpi " * 25_000,
        "/urgent " + "; " * 50_000,
        "/urgent 5" + " " * 100_000 + "x; " + "Kemp, " * 15_000,
        "/present " + "(" * 100_000,
        "/attending members " + "9 members and " * 7_000,
        "/exempt 3 " + " " * 100_000 + "x",
        "/exempt " + "3 and " * 16_000,
        "/" + "x" * 100_000,
        "/short a = b" + ";" * 100_000,
        "@Kemp: go " + "by " * 33_000,
        "@Kemp: go " + "#a " * 33_000,
        "/report " + "1, " * 33_000 + "well",
        "/done " + "9" * 100_000,
        "/drop 1" + " " * 100_000 + ".",
        "/defer 1 " + "by " * 33_000,
        "/defer 1 " + "Friday " * 15_000,
        "/rate 1 " + "B2 " * 33_000,
        "/priorities " + "; " * 50_000 + ":",
        "/priorities Plan; review" + " " * 100_000 + "x",
        "- p1: " + "(@Kemp) " * 4_000,
        "- Improve (" + " " * 100_000 + "@Kemp)",
        "- Improve" + " " * 100_000 + "led by @Kemp",
        "- " + "p1, " * 25_000 + ": x",
        "\x1b[" + "0" * 100_000,
        "\x1b]" * 50_000,
    ],
    ids=lambda line: repr(line[:16]),
)
def test_a_line_of_100_000_characters_is_read_like_any_other(line: str) -> None:
    sitting = sitting_after(f"{HERE}\n/priorities Plan:", OWED)
    assert len(read(line, sitting).act.entries) <= 1
    assert [entry.source for entry in read_lines(line, sitting).act.entries] == [clean(line)] * bool(
        clean(line)
    )
    complete(line, len(line), sitting)
    assert all(len(hint.text) < 300 for hint in read(line, sitting).hints)


def test_5_000_pasted_lines_are_read_in_order() -> None:
    lines = [f"- Point {n}: said. @Officer {n} to go by {n % 28 + 1} November #a" for n in range(5_000)]
    reading = read_lines("\n".join(lines), sitting_after("/5"))
    assert [entry.source for entry in reading.act.entries] == lines
    assert reading.doubts == ()
    assert all(len(entry.actions) == 1 for entry in reading.act.entries)


def test_5_000_newcomers_each_have_an_id_of_their_own() -> None:
    reading = read_lines("\n".join(f"/present Person Number{n}" for n in range(5_000)), sitting_after())
    assert len({person.person_id for person in reading.act.newcomers}) == 5_000
