"""A document tree as text, to be kept for good: canonical JSON, the same for the same tree."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from minutes.document import (
    Block,
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

_VERSION = 1
_KINDS: Mapping[str, type[Block]] = {
    kind.__name__.casefold(): kind
    for kind in (Heading, Paragraph, Point, Table, Field, Signature, Margin, Chart)
}
_Part = TypeVar("_Part", Document, Block)


def to_text(document: Document) -> str:
    """Write `document` as one line of JSON, its keys in order.

    What a field holds by default is left out, so that a field added later changes no tree kept before.
    """
    tree = _written(document) | {"version": _VERSION}
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Document:
    """Read a document that `to_text` wrote. Raises ValueError, in one line, where `text` is none."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("this is no document tree: it is not JSON") from None
    version = tree.pop("version", None) if isinstance(tree, dict) else None
    if type(version) is not int or version < 1:
        raise ValueError("this is no document tree: it has no version")
    if version > _VERSION:
        raise ValueError("a newer minutebook wrote this document tree: read it with that one")
    return _read(Document, tree)


def _written(part: Document | Block) -> dict[str, Any]:
    """The fields that do not hold their default; a block also says its kind."""
    held = ((column, getattr(part, column.name)) for column in fields(part))
    tree = {column.name: value for column, value in held if value != column.default}
    if isinstance(part, Document):
        return tree | {"blocks": [_written(block) for block in part.blocks]}
    return tree | {"kind": type(part).__name__.casefold()}


def _read(kind: type[_Part], tree: dict[str, Any]) -> _Part:
    """The document or block that `tree` holds, each field as its annotation says."""
    known = {column.name: column for column in fields(kind)}
    needed = {name for name, column in known.items() if column.default is MISSING}
    if not needed <= tree.keys() <= known.keys():
        raise _refusal(kind.__name__)
    try:
        return kind(**{name: _READERS[str(known[name].type)](value) for name, value in tree.items()})
    except (TypeError, ValueError, KeyError):
        raise _refusal(kind.__name__) from None


def _refusal(name: str) -> ValueError:
    return ValueError(f"this is no document tree: a {name.casefold()} in it is not as it should be")


def _exactly(kind: type) -> Callable[[Any], Any]:
    def reader(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError
        return value

    return reader


def _each(reader: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def of_list(value: Any) -> tuple[Any, ...]:
        return tuple(map(reader, _exactly(list)(value)))

    return of_list


def _counts(value: Any) -> tuple[str, tuple[int, ...]]:
    name, counts = _exactly(list)(value)
    return _exactly(str)(name), _each(_exactly(int))(counts)


def _block(value: Any) -> Block:
    tree = dict(_exactly(dict)(value))
    return _read(_KINDS[_exactly(str)(tree.pop("kind", None))], tree)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "str": _exactly(str),
    "int": _exactly(int),
    "bool": _exactly(bool),
    "tuple[int, ...]": _each(_exactly(int)),
    "tuple[str, ...]": _each(_exactly(str)),
    "tuple[tuple[str, ...], ...]": _each(_each(_exactly(str))),
    "tuple[tuple[str, tuple[int, ...]], ...]": _each(_counts),
    "tuple[Block, ...]": _each(_block),
}
