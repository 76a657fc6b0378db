"""A font of boxes: what no font has is seen as a box on the page, and is still itself when it is copied.

The tables are those a TrueType font must have (OpenType 1.9, ISO/IEC 14496-22), each of the least length.
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from itertools import pairwise

NAME = "Boxes"
_ONE = 0x10000  # version 1.0
_MAGIC = 0x5F0F3CF5  # every font has it
_EM = 1000  # units of the font in the height of a line
_FRAME = (100, 0, 900, 800)  # left, bottom, right, top of a box
_OUTLINES = ((100, 0), (900, 0), (900, 800), (100, 800), (180, 80), (180, 720), (820, 720), (820, 80))
_NAMES = (1, 4, 6)  # family, full name, name in PostScript


def boxes(letters: Collection[str]) -> bytes:
    """A TrueType font in which each of `letters` is a box of its own, so that each keeps its meaning."""
    count = len(letters) + 1  # the first shape of any font is that of a letter it has not
    box = _box()
    tables = {
        b"cmap": _letters(letters),
        b"glyf": box * count,
        b"head": _packed("IIIIHHQQhhhhHHhhh", _ONE, _ONE, 0, _MAGIC, 0, _EM, 0, 0, *_FRAME, 0, 8, 2, 1, 0),
        b"hhea": _packed("IhhhHhhhhhhhhhhhH", _ONE, 800, -200, 0, _EM, 100, 100, 900, 1, *[0] * 7, count),
        b"hmtx": _packed("Hh", _EM, 100) * count,
        b"loca": b"".join(_packed("I", place * len(box)) for place in range(count + 1)),
        b"maxp": _packed("IHHHHHHHHHHHHHH", _ONE, count, 8, 2, 0, 0, 1, *[0] * 8),
        b"name": _name(),
        b"post": _packed("IIhhIIIII", 0x30000, 0, -100, 50, *[0] * 5),
    }
    return _file(tables)


def _packed(form: str, *numbers: int) -> bytes:
    return struct.pack(f">{form}", *numbers)


def _even(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _file(tables: dict[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    search = 16 << power
    start = _packed("IHHHH", _ONE, len(tables), search, power, 16 * len(tables) - search)
    place = len(start) + 16 * len(tables)
    body = b""
    for tag, table in tables.items():
        start += tag + _packed("III", 0, place + len(body), len(table))
        body += _even(table)
    return start + body


def _box() -> bytes:
    """The shape of a box, from two outlines of four corners (table `glyf`)."""
    shape = _packed("hhhhhHHH", 2, *_FRAME, 3, 7, 0) + bytes([1] * len(_OUTLINES))
    for axis in (0, 1):
        steps = (after[axis] - before[axis] for before, after in pairwise(((0, 0), *_OUTLINES)))
        shape += b"".join(_packed("h", step) for step in steps)
    return _even(shape)


def _letters(letters: Collection[str]) -> bytes:
    """Which shape each letter has (table `cmap`, format 12: full Unicode)."""
    shapes = enumerate(sorted(letters), start=1)
    groups = b"".join(_packed("III", ord(letter), ord(letter), shape) for shape, letter in shapes)
    head = _packed("HHHHI", 0, 1, 3, 10, 12)
    return head + _packed("HHIII", 12, 0, 16 + len(groups), 0, len(letters)) + groups


def _name() -> bytes:
    name = NAME.encode("utf-16-be")
    places = b"".join(_packed("HHHHHH", 3, 1, 0x409, number, len(name), 0) for number in _NAMES)
    return _packed("HHH", 0, len(_NAMES), 6 + len(places)) + places + name
