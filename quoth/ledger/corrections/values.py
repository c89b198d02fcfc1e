"""Corrections as plain values, for the ledger's table and for exports, and read back, checked."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from quoth.errors import QuothError
from quoth.ledger.records import (
    Action,
    Add,
    Change,
    Confirm,
    Edit,
    Merge,
    Reject,
    SetSource,
    SourceAt,
    Split,
    StatementAt,
    Words,
)
from quoth.records import Span

CHANGES: dict[Action, type[Change]] = {
    "confirm": Confirm,
    "reject": Reject,
    "edit": Edit,
    "set_source": SetSource,
    "merge": Merge,
    "split": Split,
    "add": Add,
}
RECORDS = (StatementAt, SourceAt, Words)


class BadCorrection(QuothError):
    """Values that are no correction; its text says which and what is wrong."""


def action_of(change: Change) -> Action:
    """What kind of correction `change` is."""
    return next(action for action, kind in CHANGES.items() if type(change) is kind)


def fields_of(change: Change) -> dict[str, Any]:
    """`change` as JSON has it: its own keys, spans as `[start, end]`."""
    return {each.name: _plain(getattr(change, each.name)) for each in fields(change)}


def change_of(action: str, values: Any) -> Change:
    """The change that `fields_of` made `values` of.

    Raises BadCorrection.
    """
    for known, kind in CHANGES.items():
        if known == action:
            change: Change = _record(kind, values, action)
            return change
    raise BadCorrection(f"no such correction: {action!r}; there are {', '.join(CHANGES)}")


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, RECORDS):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _record(kind: type[Any], values: Any, path: str) -> Any:
    """A record of `kind` out of an object with its keys; those with a default may be left out."""
    hints = _hints(kind)  # type: ignore[arg-type]  # classes can be hashed
    if not isinstance(values, dict):
        raise BadCorrection(f"{path}: an object is wanted, not {values!r}")
    if unknown := sorted(set(values) - set(hints)):
        raise BadCorrection(f"{path}: no such key: {unknown[0]!r}; there are {', '.join(hints)}")
    try:
        return kind(
            **{name: _value(hints[name], values[name], f"{path}.{name}") for name in values}
        )
    except TypeError:
        wanted = ", ".join(each.name for each in fields(kind))
        raise BadCorrection(f"{path}: keys are missing; there are {wanted}") from None


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, value: Any, path: str) -> Any:
    """`value` as the type `hint` has it: a record, a span, many of them, a word of a list, text."""
    kinds = get_args(hint)
    if type(None) in kinds:
        if value is None:
            return None
        return _value(next(kind for kind in kinds if kind is not type(None)), value, path)
    if hint is Span:
        return _span(value, path)
    if hint in RECORDS:
        return _record(hint, value, path)
    if kinds and kinds[-1] is Ellipsis:
        return tuple(_value(kinds[0], each, path) for each in _checked(value, list, path))
    text: str = _checked(value, str, path)
    if kinds and text not in kinds:
        raise BadCorrection(f"{path}: {text!r} is none of {', '.join(kinds)}")
    return text


def _span(value: Any, path: str) -> Span:
    whole = isinstance(value, list) and [type(each) for each in value] == [int, int]
    if not whole or not 0 <= value[0] < value[1]:
        raise BadCorrection(f"{path}: a span is [start, end] with start < end, not {value!r}")
    return Span(*value)


def _checked(value: Any, kind: type[Any], path: str) -> Any:
    if not isinstance(value, kind):
        wanted = "a list" if kind is list else "text"
        raise BadCorrection(f"{path}: {wanted} is wanted, not {value!r}")
    return value
