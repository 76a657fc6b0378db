"""The shape of a record as JSON: the fields of the records by their names, without those that hold their
default, and read strictly by what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from storage.records import (
    Action,
    ActionState,
    Attendee,
    Body,
    DueKind,
    Entry,
    Item,
    Kind,
    Meeting,
    MeetingRecord,
    MeetingState,
    Named,
    Part,
    Plan,
    Progress,
    PromiseKind,
    ReportPart,
)

VERSION = 1
PARTS = (
    "version",
    "restricted",
    "body",
    "meeting",
    "previous_on",
    "next_on",
    "later",
    "last_numbers",
    "people",
    "items",
    "lines",
    "made",
    "promises",
    "signed",
)
_Kept = Body | Meeting | Attendee | Item | ReportPart | Entry | Named | Action | Progress | Plan
_AnyKept = TypeVar("_AnyKept", bound=_Kept)
_Reader = Callable[[Any], Any]

# what means something in one book alone, or follows from the rest, and what stands for it
_LEFT_OUT: Mapping[type, Mapping[str, object]] = {
    Body: {"id": 1},
    Meeting: {"body_id": 1, "approved_in": None},
    Action: {"body_id": 1, "body_name": ""},
}
_MOST = 2**63 - 1  # the largest number that a book can keep


def refused(why: str) -> ValueError:
    """What is said of a text that is no record."""
    return ValueError(f"This is no meeting's record that can be taken in: {why}. Print it as JSON anew.")


def written(part: _Kept) -> dict[str, Any]:
    """The fields of a part that do not hold their default, as JSON has them."""
    tree: dict[str, Any] = {}
    for name, default in _WRITTEN[type(part)]:
        value = getattr(part, name)
        if value != default:
            tree[name] = value if type(value) in (str, int, bool) else _value(value)
    return tree


def whole(parts: Mapping[str, Any]) -> MeetingRecord:
    """The record that the parts of a text make. Raises ValueError where one is missing, or is not as it
    should be."""
    if parts.keys() != set(PARTS):
        raise refused("its parts are not those of a record")
    body = _part(Body, parts["body"], "its body")
    last = _read(_each(_exactly(int)), parts["last_numbers"], "its last numbers")
    if len(last) != 2:
        raise refused("its last numbers are not two")
    made = _list(Action, parts["made"], "promise")
    before = _list(Action, parts["promises"], "earlier promise")
    return MeetingRecord(
        body=body,
        meeting=_part(Meeting, parts["meeting"], "its meeting"),
        attendees=_list(Attendee, parts["people"], "person"),
        items=_list(Item, parts["items"], "item"),
        entries=_list(Entry, parts["lines"], "line"),
        actions=tuple(replace(action, body_name=body.name) for action in made),
        promises=tuple(replace(action, body_name=body.name) for action in before),
        previous_on=_read(_or_none(_day), parts["previous_on"], "the day of the meeting before"),
        next_on=_read(_or_none(_day), parts["next_on"], "the day of the next meeting"),
        meeting_dates=_read(_each(_day), parts["later"], "the days of later meetings"),
        last_numbers=(last[0], last[1]),
    )


def _value(value: Any) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, tuple):
        return [each if type(each) in (str, int) else _value(each) for each in value]
    return value if value is None or isinstance(value, str | int) else written(value)


def _list(kind: type[_AnyKept], value: object, named: str) -> tuple[_AnyKept, ...]:
    if not isinstance(value, list):
        raise refused(f"where it should list each {named} it has something else")
    return tuple(_part(kind, each, f"{named} {place}") for place, each in enumerate(value, 1))


def _part(kind: type[_AnyKept], value: object, named: str) -> _AnyKept:
    """One part; `named` is what it is called where it is not as it should be."""
    part: _AnyKept = _read(lambda tree: _of_kind(kind, tree), value, named)
    return part


def _read(reader: _Reader, value: object, named: str) -> Any:
    try:
        return reader(value)
    except (TypeError, ValueError, KeyError, RecursionError):
        raise refused(f"{named} is not as it should be") from None


def _of_kind(kind: type[_AnyKept], value: Any) -> _AnyKept:
    """A part of this kind, each field as its annotation says. Raises TypeError, ValueError or KeyError."""
    readers, needed = _READ[kind]
    tree = _exactly(dict)(value)
    if not needed <= tree.keys():
        raise TypeError
    held = {name: readers[name](each) for name, each in tree.items()}
    values: dict[str, Any] = {**_LEFT_OUT.get(kind, {}), **held}
    return kind(**values)


def _exactly(kind: type) -> _Reader:
    def reader(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError
        return value

    return reader


def _text(value: Any) -> str:
    text: str = _exactly(str)(value)
    text.encode()  # half a character of a pair cannot be kept
    return text


def _number(value: Any) -> int:
    number: int = _exactly(int)(value)
    if abs(number) > _MOST:
        raise ValueError
    return number


def _day(value: Any) -> date:
    day = date.fromisoformat(_exactly(str)(value))
    if day.isoformat() != value:
        raise ValueError
    return day


def _moment(value: Any) -> datetime:
    return datetime.fromisoformat(_exactly(str)(value))


def _each(reader: _Reader) -> _Reader:
    def of_list(value: Any) -> tuple[Any, ...]:
        return tuple(map(reader, _exactly(list)(value)))

    return of_list


def _pair(value: Any) -> tuple[str, str]:
    first, second = _exactly(list)(value)
    return _text(first), _text(second)


def _or_none(reader: _Reader) -> _Reader:
    return lambda value: None if value is None else reader(value)


def _of(kind: type[_Kept]) -> _Reader:
    return lambda value: _of_kind(kind, value)


_READERS: Mapping[str, _Reader] = {
    "str": _text,
    "int": _number,
    "bool": _exactly(bool),
    "date": _day,
    "datetime": _moment,
    "str | None": _or_none(_text),
    "int | None": _or_none(_number),
    "date | None": _or_none(_day),
    "Kind": Kind,
    "Part": Part,
    "MeetingState": MeetingState,
    "PromiseKind": PromiseKind,
    "DueKind": DueKind,
    "DueKind | None": _or_none(DueKind),
    "ActionState | None": _or_none(ActionState),
    "tuple[int, ...]": _each(_number),
    "tuple[str, ...]": _each(_text),
    "tuple[str, ...] | None": _or_none(_each(_text)),
    "tuple[tuple[str, str], ...]": _each(_pair),
    "tuple[Named, ...]": _each(_of(Named)),
    "tuple[ReportPart, ...]": _each(_of(ReportPart)),
    "tuple[Progress, ...]": _each(_of(Progress)),
    "tuple[Plan, ...]": _each(_of(Plan)),
}
_KINDS: tuple[type[_Kept], ...] = (
    Body,
    Meeting,
    Attendee,
    Item,
    ReportPart,
    Entry,
    Named,
    Action,
    Progress,
    Plan,
)
# of each kind of part what is written, with its default
_WRITTEN: Mapping[type, tuple[tuple[str, object], ...]] = {
    kind: tuple(
        (each.name, each.default) for each in fields(kind) if each.name not in _LEFT_OUT.get(kind, {})
    )
    for kind in _KINDS
}
# how each of its fields is read, and which have to be there
_READ: Mapping[type, tuple[Mapping[str, _Reader], frozenset[str]]] = {
    kind: (
        {each.name: _READERS[str(each.type)] for each in fields(kind) if each.name in dict(_WRITTEN[kind])},
        frozenset(name for name, default in _WRITTEN[kind] if default is MISSING),
    )
    for kind in _KINDS
}
