"""Text in pages: no line lost, none too wide, no page too long, and nothing parted that belongs together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.document import Block, Document, Heading, Paragraph, Point, Signature, Table
from minutes.formats.pages import LINES, write
from minutes.formats.text import write as write_unpaged
from minutes.formats.wrapping import cells
from tests.minutes.any_document import blocks as any_block
from tests.minutes.any_document import words

WIDTH = 60
HEAD = 2  # lines of the running head, the blank one with them
LONG = Paragraph("word " * 100)


def test_each_page_has_its_head_its_mark_and_its_number() -> None:
    first, second, third = pages_of(*[Paragraph(f"Paragraph {n}.") for n in range(70)])
    assert first[:5] == [
        "DRAFT".center(WIDTH).rstrip(),
        "",
        "Board".center(WIDTH).rstrip(),
        "",
        "Paragraph 0.",
    ]
    for number, page in enumerate((second, third), start=2):
        assert page[0] == "Board – 3 September 2019".ljust(WIDTH - 5) + "DRAFT"
        assert page[1] == ""
        assert page[-2:] == ["", f"Page {number} of 3".center(WIDTH).rstrip()]
    assert second[2] == "Paragraph 27."
    assert len(first) == len(second) == len(third) == LINES


def test_no_page_begins_with_a_blank_line() -> None:
    for above in range(50, 60):
        _, second = pages_of(*filled(above), *[Paragraph("A note.")] * 12)
        assert second[HEAD].strip() == "A note."


def test_a_short_document_is_one_page() -> None:
    (page,) = pages_of(Paragraph("A note."))
    assert page[4] == "A note."
    assert page[-1].strip() == "Page 1 of 1"
    assert len(pages_of()) == 1


def test_a_long_title_leaves_the_mark_its_room() -> None:
    title = "Overview and Scrutiny Committee for Children and Young People – 3 September 2019"
    page = write(Document(title, (), (LONG,) * 8, "DRAFT – RESTRICTED"), WIDTH).split("\f")[1]
    assert page.startswith("Overview and Scrutiny Committee for…      DRAFT – RESTRICTED\n\n")
    narrow = write(Document(title, (), (LONG,) * 8, "DRAFT – RESTRICTED"), 30).split("\f")[1]
    assert narrow.startswith("Overview and Scrutiny…\nDRAFT – RESTRICTED\n\n")


def test_a_heading_goes_with_what_is_below_it() -> None:
    for above in range(40, 60):
        tree = [*filled(above), Heading("Budget", 1, "5"), Heading("Decision", 2), LONG]
        starts = [page for page in pages_of(*tree) if any("Budget" in line for line in page)]
        assert len(starts) == 1
        below = starts[0][[line.strip() for line in starts[0]].index("5   Budget") :]
        assert [line.strip() for line in below[:6]] == [
            "5   Budget", "", "Decision", "", below[4].strip(), below[5].strip()
        ]  # fmt: skip
        assert below[4].strip().startswith("word")
        assert below[5].strip().startswith("word")


def test_a_text_that_leads_to_its_points_goes_with_them() -> None:
    for lead in (Paragraph("The committee agreed:"), Paragraph("The committee agreed", keep=True)):
        for above in range(45, 58):
            page = page_with("The committee", *filled(above), lead, Point("one"), Point("two"), LONG)
            assert "• one" in page


def test_a_signature_is_never_parted_nor_alone() -> None:
    for above in range(44, 58):
        page = page_with("Chair: ____", *filled(above), Paragraph("The meeting closed."), Signature("Chair"))
        assert "The meeting closed." in page


def test_a_paragraph_leaves_no_line_alone() -> None:
    text = Paragraph(" ".join(["four words of text"] * 9))  # three lines
    for above in range(45, 58):
        first, *_ = [
            page for page in pages_of(*filled(above), text, LONG) if any("four" in line for line in page)
        ]
        assert sum("four" in line for line in first) == 3


def test_a_table_that_goes_on_has_its_head_again_and_no_row_is_parted() -> None:
    rows = tuple((f"No{n}", "for the repair of the roof of the village hall " * 2) for n in range(35))
    pages = pages_of(Table((("Payee", "What"), *rows)))
    assert len(pages) == 2
    for page in pages:
        head = page.index("Payee  What")
        assert page[head + 1].startswith("-----  ----")
        assert page[head + 2].startswith("No")
    assert not any("Payee" in line for page in pages_of(Table((*rows, *rows), headed=False)) for line in page)
    for above in range(40, 58):
        said = page_with("Payee  What", *filled(above), Table((("Payee", "What"), *rows[:1])))
        assert "No0" in said


def test_the_column_beside_the_text_has_its_head_on_every_page() -> None:
    tree = tuple(Point(f"point {n}", beside="Clerk") for n in range(70))
    document = Document("Board", ("Board",), tree, beside="Who and when")
    first, second = write(document, WIDTH).split("\f")
    assert first.split("\n")[2].split() == second.split("\n")[2].split() == ["Who", "and", "when"]


def test_a_row_longer_than_a_page_goes_on_over_the_page() -> None:
    pages = pages_of(Table((("Payee", "What"), ("HMRC", "word " * 2000))))
    assert sum(line.count("word") for page in pages for line in page) == 2000
    assert all(len(page) <= LINES for page in pages)


tree = st.lists(st.tuples(any_block, st.integers(1, 12)), max_size=12).map(
    lambda runs: tuple(block for block, times in runs for block in (block,) * times)
)


@settings(max_examples=40, deadline=None)
@given(
    st.builds(Document, words, st.lists(words, max_size=3).map(tuple), tree, words, beside=words),
    st.integers(30, 90),
)
def test_every_line_comes_in_its_order_on_pages_that_hold_it(document: Document, width: int) -> None:
    pages = [page.split("\n") for page in write(document, width).removesuffix("\n").split("\f")]
    assert all(len(page) - (number < len(pages)) <= LINES for number, page in enumerate(pages, start=1))
    assert all(cells(line) <= width for page in pages for line in page)
    feet = [page[-1] or page[-2] for page in pages]
    assert [foot.strip() for foot in feet] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]
    found = iter([line for page in pages for line in page])
    assert all(line in found for line in write_unpaged(document, width).split("\n") if line)
    assert all(any(page[:-3]) for page in pages[1:])


def filled(count: int) -> list[Block]:
    """Blocks that leave the next text to begin on line `count` or so of the first page."""
    return [Point("x") for _ in range(count - 5)]


def pages_of(*tree: Block) -> list[list[str]]:
    document = Document("Board – 3 September 2019", ("Board",), tree, "DRAFT")
    text = write(document, WIDTH)
    assert text.endswith("\n")
    return [page.removesuffix("\n").split("\n") for page in text.split("\f")]


def page_with(words: str, *tree: Block) -> str:
    """The page on which `words` stand."""
    (page,) = [said for page in pages_of(*tree) if words in (said := "\n".join(page))]
    return page
