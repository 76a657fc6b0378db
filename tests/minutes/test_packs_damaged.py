"""Damaged packs: cut short, shuffled, without columns. An agenda or one line comes of them, and soon."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.agenda import AgendaError, AgendaReading
from minutes.packs import PackError, survey, text_of
from tests.packs.pdf_pages import pdf_pages
from tests.packs.word_file import paragraph, word_file

PACKS = Path(__file__).parents[1] / "packs"
REAL = [(PACKS / name).read_text(encoding="utf-8") for name in ("cabinet-2019.md", "scrutiny-2015.txt")]


def taken_from(text: str) -> tuple[AgendaReading | None, str]:
    """What is taken from a pack, or else why nothing is."""
    try:
        return survey(text), ""
    except AgendaError as refusal:
        return None, str(refusal)


def sound(text: str) -> None:
    """Whatever is said is one line each, and no sentence of a report is an item."""
    reading, refusal = taken_from(text)
    for line in (*reading.to_check, *reading.unread) if reading else (refusal,):
        assert line
        assert "\n" not in line
    for item in reading.agenda.items if reading else ():
        assert item.title == " ".join(item.title.split()) != ""
        assert not re.match(r"\d\.\d", item.number)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(REAL), st.data())
def test_a_pack_cut_off_anywhere_is_read_as_far_as_it_goes(pack: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 400))
    sound(pack[start : data.draw(st.integers(start, len(pack)))])


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(REAL), st.integers())
def test_a_pack_with_its_lines_shuffled_is_read_or_refused(pack: str, seed: int) -> None:
    lines = pack.split("\n")
    Random(seed).shuffle(lines)
    sound("\n".join(lines))


LOSSES: dict[str, Callable[[str], str]] = {
    "the first column": lambda line: re.sub(r"^([-\s]*\|)[^|]*\|", r"\1", line),
    "the last column": lambda line: re.sub(r"\|[^|]*\|\s*$", "|", line),
    "every bar": lambda line: line.replace("|", "   "),
    "every space in a row": lambda line: re.sub(r"\s{2,}", " ", line),
    "every mark": lambda line: re.sub(r"[*#<>/|]", "", line),
    "every line end": lambda line: f"{line} ",
}


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("pack", REAL, ids=["cabinet", "scrutiny"])
def test_a_pack_that_lost_its_columns_is_read_or_refused(pack: str, loss: str) -> None:
    sound("\n".join(map(LOSSES[loss], pack.split("\n"))))


@pytest.mark.parametrize("loss", ["the last column", "every space in a row"])
def test_what_a_loss_leaves_is_still_taken(loss: str) -> None:
    reading = survey("\n".join(map(LOSSES[loss], REAL[0].split("\n"))))
    assert [item.number for item in reading.agenda.items] == ["5", "6", "7"]
    assert [part.number for part in reading.agenda.items[0].parts if part.number] == [
        "1.3", "10.1", "10.2", "11.1", "11.2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        *REAL,
        "\f" + "(" * 50_000,
        "\f" + "1 " * 25_000,
        "\f" + "Report from: " * 5_000,
        "\f" + "<b " * 20_000,
        "\f" + "[a](" * 15_000,
        "\f" + "Section 11 urgent " * 3_000,
        "\f" + "the Chairman of " * 3_000,
        "\f" + "a meeting of the " * 3_000,
        "| " * 25_000 + "|",
        "\f" + "**" * 25_000,
        "\f" + "1.1 A\n" * 10_000,
        "\f" + "Upton Town Parish " * 3_000,
        "\f" + "Date: 3 September 2019\n" * 2_500,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_no_text_makes_it_slow(text: str) -> None:
    began = time.process_time()
    taken_from(text)
    # seconds, for up to 60 KB, most of which take a tenth of that; a pattern that runs wild takes minutes
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("agenda.pdf", pdf_pages("Cabinet\nDate: 3 September 2019\n\n1.   Apologies   (Pages 3 - 28)")),
        ("agenda.docx", word_file(paragraph("Cabinet") + paragraph("1. Apologies"))),
    ],
)
def test_a_file_with_bytes_changed_is_read_or_refused_in_one_line(name: str, content: bytes) -> None:
    chance, refused = Random(7), []
    for _ in range(50):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 9)):
            broken[chance.randrange(8, len(broken))] = chance.randrange(256)
        try:
            text_of(bytes(broken), name, lambda plain: plain.decode("latin-1"))
        except PackError as refusal:
            refused.append(str(refusal))
    assert refused
    assert all(line.startswith(name) and "\n" not in line for line in refused)
