"""Minutes to the printer, by `lp`, where there is one."""

from __future__ import annotations

import shutil
import subprocess

from minutes.document import Document
from minutes.formats import write

_PATIENCE = 20  # seconds for lp to take the paper: it only queues it
NO_PRINTER = "There is no lp here to print with: e writes a file (.pdf, .docx) to be printed elsewhere."


def send_to_printer(document: Document) -> str:
    """Send a document to the printer in pages; what came of it in one line. Not on the thread that draws."""
    command = shutil.which("lp")
    if command is None:
        return NO_PRINTER
    paper = write(document, "text", pages=True).content
    try:
        sent = subprocess.run(
            [command, "-t", document.title or "Minutes"],
            input=paper,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"Not printed: lp has not answered for {_PATIENCE} seconds; see whether the printer is there."
    except OSError as error:
        return f"Not printed: lp cannot be run ({error.strerror})."
    said = " ".join((sent.stdout if sent.returncode == 0 else sent.stderr).decode(errors="replace").split())
    if sent.returncode == 0:
        return f"Sent to the printer: {said}" if said else "Sent to the printer."
    return f"Not printed: {said or f'lp ended with status {sent.returncode}'}"
