"""HTML for the public: axe-core finds nothing to fault in it by the rules of WCAG 2.2 at level AA.

The pages are read in headless Chromium, on a wide window and on one of 320 pixels, the width at which
WCAG asks that a page need not be scrolled sideways (success criterion 1.4.10).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from minutes.document import (
    Chart,
    Document,
    Field,
    Heading,
    Margin,
    Paragraph,
    Point,
    Signature,
    Table,
)
from minutes.formats.html import write
from minutes.layouts import build
from minutes.layouts.summons import build_summons
from minutes.style import LAYOUTS
from tests.minutes.meetings import next_after, prepared, taken

ROOT = Path(__file__).resolve().parents[2]
PAPERS = Path(__file__).with_name("papers")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDE, NARROW = 1000, 320  # pixels
ALONE = (  # no sandbox: it cannot be had as root, and the pages are our own
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-extensions"),
    "--virtual-time-budget=60000",
)
EVERY = "every block"
CLERK = "Clerk, by 6 September 2019"
EVERY_BLOCK = Document(
    "Board – 3 September 2019",
    ("Medway Council", "Board", "Tuesday 3 September 2019"),
    (
        Heading("Part I", 0),
        Field("Present", ("Councillors Kemp (Chairman) and Cooper", "Mrs Carter")),
        Field("Absent", ()),
        Heading("Budget", 1, "182"),
        Paragraph("How much of the reserve is left?", number="Q.", strong=True, beside=CLERK),
        Paragraph("Half of it.", number="A."),
        Heading("Decision", 2),
        Paragraph("The Board agreed:", keep=True, number="98/2019"),
        Point("to ask for three quotes", "(1)", beside=CLERK),
        Point("in writing", "a)", 1),
        Heading("Reasons", 3),
        Point("the price", beside="Cooper"),
        Point("the roof", level=1, strong=True),
        Table((("", "For", "Sum"), ("HMRC", "", "62.40"), ("Paper", "minutes", "1,000.00"))),
        Table((("a", "b"), ("c", "d")), headed=False),
        Paragraph("@@ what could not be read", to_check=True),
        Margin("a line that does not print"),
        Chart("By theme", ("opened", "late"), (("Quality", (8, 2)), ("Workforce", (0, 4)))),
        Heading("Part II", 0),
        Heading("Contract", 2),
        Signature("Chairman"),
    ),
    "DRAFT – RESTRICTED",
    beside="Who and when",
)
# what runs in each page, and in the page that frames them all and gathers what was found
READING = """<script src="axe.min.js"></script><script>
const scrolls = document.documentElement.scrollWidth > innerWidth ? ["it scrolls sideways"] : [];
const told = fault => fault.id + ": " + fault.nodes.map(node => node.html + node.failureSummary).join("; ");
const read = location.search === "?axe" ? axe.run({runOnly: RULES}) : Promise.resolve({violations: []});
read.then(found => parent.postMessage([location.hash, scrolls.concat(found.violations.map(told))], "*"));
</script></body>""".replace("RULES", json.dumps(RULES))
GATHERING = """<script>
const found = {};
addEventListener("message", event => {
  found[event.data[0]] = event.data[1];
  if (Object.keys(found).length !== frames.length) return;
  document.body.innerHTML = "<pre></pre>";
  document.body.firstChild.textContent = JSON.stringify(found);
});
</script>"""


@dataclass(frozen=True)
class Look:
    """A look at a page on a window so wide, by `axe` or only to see whether it fits."""

    name: str
    width: int
    axe: bool = True


def papers() -> dict[str, Document]:
    """A document of every kind of block, and the papers of a meeting that has everything."""
    agenda, notes, agenda_before, notes_before = (
        (PAPERS / name).read_text(encoding="utf-8")
        for name in ("agenda.txt", "notes.txt", "before-agenda.txt", "before-notes.txt")
    )
    record = taken(notes, next_after(taken(notes_before, prepared(agenda_before)), agenda))
    minutes = {layout: build(record, layout=layout, restricted=True) for layout in LAYOUTS}
    return {EVERY: EVERY_BLOCK, "summons": build_summons(record), **minutes}


@pytest.mark.long
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium: apt-get install chromium")
@pytest.mark.skipif(not AXE.exists(), reason="there is no axe-core: npm install --prefix . axe-core")
def test_axe_finds_nothing_to_fault(tmp_path: Path) -> None:
    pages = {name: write(document) for name, document in papers().items()}
    bad = '<p style="color: #bbb">faint</p><h5>skipped</h5><div style="width: 2000px">wide</div></main>'
    pages["bad"] = pages[EVERY].replace("</main>", bad)
    looks = [Look(name, WIDE) for name in pages] + [Look(name, NARROW, axe=name == EVERY) for name in pages]
    found = faults(tmp_path, pages, looks)
    named = {fault.partition(":")[0] for fault in found.pop(Look("bad", WIDE))}
    assert {"color-contrast", "heading-order"} <= named
    assert found.pop(Look("bad", NARROW, axe=False)) == ["it scrolls sideways"]
    assert found == {look: [] for look in looks if look.name != "bad"}


def faults(folder: Path, pages: Mapping[str, str], looks: Sequence[Look]) -> dict[Look, list[str]]:
    """What is wrong at each look at a page, as axe-core says it."""
    shutil.copy(AXE, folder / "axe.min.js")
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page.replace("</body>", READING), encoding="utf-8")
    frames = (
        f'<iframe src="{look.name}.html{"?axe" * look.axe}#{place}" width="{look.width}"></iframe>'
        for place, look in enumerate(looks)
    )
    start = folder / "start.html"
    start.write_text(f"<!DOCTYPE html>{GATHERING}<body>{''.join(frames)}</body>", encoding="utf-8")
    command = [str(CHROMIUM), *ALONE, f"--user-data-dir={folder / 'profile'}", "--dump-dom", start.as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    said = re.search("<body><pre>(.*)</pre></body>", ran.stdout, re.DOTALL)
    assert said, ran.stderr
    found = json.loads(unescape(said[1]))
    return {look: found[f"#{place}"] for place, look in enumerate(looks)}
