"""The commands: what each records, and what becomes a note to check (SHORTHAND, Commands)."""

from __future__ import annotations

from datetime import date

import pytest

from minutes.shorthand import COMMANDS, read
from storage.records import Kind
from tests.minutes.board import heard
from tests.minutes.meetings import prepared
from tests.minutes.reader import entries_of, entry_of, names_of, reading_of, sitting_after


def test_every_command_has_an_example_that_is_read() -> None:
    here = "Kemp, Cooper, Johnson, Ash, Birch, Cole, Dunn, Eyre, Finch, Gage, Holt"
    members = f"Councillors Hackwell, {here.replace('Kemp', 'Kemp (Chairman)')}"
    above = f"/present {here}\n/5\n/6\n/move Ash: that we go"
    for command in COMMANDS.values():
        tied = "\n/vote 5 5" if command.name == "casting" else ""
        if command.promises:
            entry = heard(command.example)
        else:
            entry = entry_of(command.example, f"{above}{tied}", members=members)
        assert entry.doubt == "", command.example


# -- items ----------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["/5", "/item 5", "/ 5", "/5.", "/ITEM 5", "/5 Ofsted"])
def test_an_item_is_taken_by_its_number(line: str) -> None:
    entry = entry_of(line)
    assert (entry.kind, entry.target_id, entry.doubt) == (Kind.ITEM, 2, "")


def test_next_and_back() -> None:
    assert entry_of("/next").target_id == 1
    assert entry_of("/next", "/5").target_id == 3
    assert entry_of("/back", "/5\n/7").target_id == 2
    assert entry_of("/next", "/7").kind is Kind.UNREAD
    assert entry_of("/back", "/1").kind is Kind.UNREAD


def test_agenda_numbers_of_every_kind() -> None:
    record = prepared("Council\nDate: 3 September 2019\n\n5. A\n5a. B\n6.1(i) C\n")
    sitting = sitting_after("", record)
    numbers = {item.number: item.id for item in record.items}
    for number in ("5", "5a", "6.1(i)"):
        assert read(f"/{number}", sitting).act.entries[0].target_id == numbers[number]
    assert read("/5A", sitting).act.entries[0].target_id == numbers["5a"]


def test_of_two_items_of_one_number_the_first_not_taken_yet_or_the_one_of_that_title() -> None:
    record = prepared("Council\nDate: 3 September 2019\n\n5. Trees\n6. Land\n5. Late paper\n")
    trees, land, late = (item.id for item in record.items)

    def meant(line: str, above: str = "") -> int | None:
        return read(line, sitting_after(above, record)).act.entries[0].target_id

    assert (meant("/5"), meant("/5", "/5"), meant("/5", "/5\n/6"), meant("/6")) == (trees, late, late, land)
    assert (meant("/5 late"), meant("/5 Trees", "/5\n/5"), meant("/5", "/5\n/5")) == (late, trees, trees)
    assert meant("/5 Roads") is None


@pytest.mark.parametrize("line", ["/9", "/5 and more", "/item", "/item Zebra", "/next 5", "/item +"])
def test_an_item_that_is_not_there_is_kept_to_be_checked(line: str) -> None:
    entry = entry_of(line)
    assert (entry.kind, entry.text, entry.target_id) == (Kind.UNREAD, line, None)


def test_an_urgent_item_is_added_and_taken() -> None:
    reading = reading_of("/item + Flooding at the depot", "/5")
    (item,) = reading.act.items
    assert (item.title, item.number, item.id) == ("Flooding at the depot", "8", -1)
    assert reading.act.entries[0].target_id == -1
    lines = entries_of("/item + One\n/item + Two\n/5\n/8")
    assert [line.target_id for line in lines] == [-1, -2, 2, -1]


# -- what is exempt -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "paragraphs", "item", "reason"),
    [
        ("/exempt 3", "3", None, ""),
        ("/exempt 3,5", "3,5", None, ""),
        ("/exempt 3, 5", "3,5", None, ""),
        ("/exempt 3 and 5", "3,5", None, ""),
        ("/exempt 6 3", "3", 3, ""),
        ("/exempt item 6 paragraph 3", "3", 3, ""),
        ("/exempt 6 3,5; commercial terms", "3,5", 3, "commercial terms"),
        ("/exempt 7", "7", None, ""),
        ("/exempt item 7", "3", 4, ""),
        ("/EXEMPT 3", "3", None, ""),
        ("/exempt3", "3", None, ""),
    ],
)
def test_what_is_exempt(line: str, paragraphs: str, item: int | None, reason: str) -> None:
    entry = entry_of(line, "/5")
    assert (entry.kind, entry.text, entry.target_id, entry.label, entry.doubt) == (
        Kind.EXEMPT,
        paragraphs,
        item,
        reason,
        "",
    )


@pytest.mark.parametrize(
    "line",
    [
        "/exempt",
        "/exempt 8",
        "/exempt 0",
        "/exempt 99 3",
        "/exempt the contract",
        "/exempt ; reason",
        "/exempt 6 3 5",
        "/exmept 3",
        "/exem 3",
        "/exempted 3",
        "/xempt 3",
        "/eexempt",
        "/ex",
        "/confidential",
    ],
)
def test_doubt_never_publishes(line: str) -> None:
    entry = entry_of(line, "/5")
    assert (entry.kind, entry.text, entry.target_id) == (Kind.EXEMPT, "", None)
    assert "exempt until /public" in entry.doubt


def test_public_takes_nothing_after_it() -> None:
    assert entry_of("/public").kind is Kind.PUBLIC
    assert entry_of("/public 3").kind is Kind.UNREAD


# -- the sitting and other business ---------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind", "time", "text"),
    [
        ("/open 6.30pm", Kind.OPEN, "18:30", ""),
        ("/open", Kind.OPEN, "20:00", ""),
        ("/close 20.15", Kind.CLOSE, "20:15", ""),
        ("/adjourn 7.30pm for tea", Kind.ADJOURN, "19:30", "for tea"),
        ("/adjourn for tea", Kind.ADJOURN, "20:00", "for tea"),
        ("/resume 1945", Kind.RESUME, "19:45", ""),
    ],
)
def test_the_sitting(line: str, kind: Kind, time: str, text: str) -> None:
    entry = entry_of(line, clock="20:00")
    assert (entry.kind, entry.time, entry.text) == (kind, time, text)


def test_a_command_in_a_notes_file_takes_no_time_from_the_clock() -> None:
    assert entry_of("/open").time == ""


def test_the_last_minutes() -> None:
    assert (entry_of("/previous").kind, entry_of("/previous").on) == (Kind.PREVIOUS, None)
    assert entry_of("/previous 2 July").on == date(2019, 7, 2)
    assert entry_of("/previous 5 October").on == date(2018, 10, 5)
    assert entry_of("/previous soon").doubt == "“soon” is no date: write it as 4 March 2020"
    assert entry_of("/previous 5 October 2030").kind is Kind.UNREAD


OLD_NEW = (("September 2020", "September 2019"),)


@pytest.mark.parametrize(
    ("typed", "corrections"),
    [
        ('/previous with corrections: "September 2020" to "September 2019"', OLD_NEW),
        ("/previous with corrections: “September 2020” to “September 2019”.", OLD_NEW),
        ("/previous with corrections: ‘September 2020’ to ‘September 2019’", OLD_NEW),
        ("/previous with corrections: 'September 2020' to 'September 2019'", OLD_NEW),
        ('/previous with the following correction: "September 2020" to read "September 2019"', OLD_NEW),
        ('/previous 2 July, subject to corrections "September 2020" to "September 2019"', OLD_NEW),
        (
            '/previous with corrections: "a to b" to "c"; "d" to "e", and "f" to "g"',
            (("a to b", "c"), ("d", "e"), ("f", "g")),
        ),
        ('/previous with corrections: "twice" to ""; "d" to "e"', (("twice", ""), ("d", "e"))),
        ("/previous with corrections: 'the Council's car' to 'the car'", (("the Council's car", "the car"),)),
    ],
)
def test_the_last_minutes_with_corrections(typed: str, corrections: tuple[tuple[str, str], ...]) -> None:
    entry = entry_of(typed)
    assert (entry.kind, entry.corrections, entry.doubt) == (Kind.PREVIOUS, corrections, "")
    assert entry.on == (date(2019, 7, 2) if "2 July" in typed else None)


@pytest.mark.parametrize(
    "typed",
    [
        "/previous with corrections",
        "/previous with corrections: old to new",
        '/previous with corrections: "old"',
        '/previous with corrections: "old" to "new" and so on',
        '/previous with corrections: "old" to "old"',
        '/previous soon with corrections: "old" to "new"',
    ],
)
def test_corrections_that_cannot_be_read_are_kept_to_be_checked(typed: str) -> None:
    entry = entry_of(typed)
    assert (entry.kind, entry.text) == (Kind.UNREAD, typed)
    assert entry.doubt


def test_the_next_meeting() -> None:
    entry = entry_of("/nextmeeting 15 October 6.30pm Gun Wharf")
    assert (entry.kind, entry.on, entry.time, entry.text) == (
        Kind.NEXT_MEETING,
        date(2019, 10, 15),
        "18:30",
        "Gun Wharf",
    )
    entry = entry_of("/nextmeeting 15 October 6.30pm in the Gun Wharf")
    assert (entry.label, entry.text) == ("in the", "Gun Wharf")
    entry = entry_of("/nextmeeting 4 September 2020 1930 Town Hall", clock="20:00")
    assert (entry.on, entry.time, entry.text) == (date(2020, 9, 4), "19:30", "Town Hall")
    assert entry_of("/nextmeeting 15 October", clock="20:00").time == ""
    assert entry_of("/nextmeeting sometime").kind is Kind.UNREAD
    assert entry_of("/nextmeeting 1 May 2019").kind is Kind.UNREAD


def test_short_forms_are_in_force_below() -> None:
    entry = entry_of("/short PC = the Parish Council")
    assert (entry.kind, entry.label, entry.text) == (Kind.SHORT, "PC", "the Parish Council")
    assert names_of(entry_of("/present SJ", "/short SJ = Councillor Johnson")) == ["Councillor Johnson"]
    assert entry_of("/short PC").kind is Kind.UNREAD
    assert entry_of("/short PC = a; JM = b").kind is Kind.UNREAD


def test_figures_that_are_no_time_are_no_reason_to_adjourn_either() -> None:
    assert entry_of("/adjourn 25.00").doubt == "“25.00” is no time: write it as 19.42 or 7.42pm"
    assert entry_of("/adjourn 10 minutes").text == "10 minutes"


def test_commands_that_take_nothing() -> None:
    assert entry_of("/none").kind is Kind.NONE
    assert entry_of("/actions").kind is Kind.ACTIONS
    assert (entry_of("/interest none").kind, entry_of("/interest none").text) == (Kind.INTEREST, "none")
    assert entry_of("/none at all").doubt == "“/none” takes nothing after it"


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("/next meeting 4 Oct", "“/next” takes nothing after it: did you mean /nextmeeting?"),
        ("/opne 7pm", "“/opne” is not a command: did you mean /open?"),
        ("/att Clerk", "“/att” is not a command: did you mean /attending?"),
        ("/presents Kemp", "“/presents” is not a command: did you mean /present?"),
        ("/zzzzzz", "“/zzzzzz” is not a command: / and tab shows them all"),
        ("/?", "“/?” is not a command"),
    ],
)
def test_an_unknown_command_is_kept_and_names_the_nearest(line: str, doubt: str) -> None:
    entry = entry_of(line)
    assert (entry.kind, entry.text, entry.doubt) == (Kind.UNREAD, line, doubt)
