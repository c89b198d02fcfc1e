"""Layouts as bytes and back, so that a document that was kept leads to its places as before.

zlib (RFC 1950) around a JSON header (its length in four bytes, little endian, then itself) and the
arrays of numbers that it refers to, one after the other. Nothing in the bytes is ever run.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import fields
from typing import Any

from quoth.documents.joined import Joined, Outside
from quoth.documents.layouts import (
    HtmlLayout,
    OfficeLayout,
    PdfLayout,
    TextLayout,
    Within,
    text_layout,
)
from quoth.documents.slices import Below, From
from quoth.records import Layout

CLASSES: dict[str, type] = {
    each.__name__: each
    for each in (
        *(Below, From, HtmlLayout, Joined, OfficeLayout, Outside, PdfLayout, TextLayout, Within),
    )
}


def packed(layout: Layout, text: str) -> bytes | None:
    """`layout` of the document whose text is `text`; None where the text says it all."""
    if layout == text_layout(text):
        return None
    arrays: list[bytes] = []
    header = json.dumps(_plain(layout, text, arrays), separators=(",", ":")).encode()
    return zlib.compress(len(header).to_bytes(4, "little") + header + b"".join(arrays))


def unpacked(data: bytes | None, text: str) -> Layout:
    """The layout that `packed` made `data` of. Raises ValueError where it did not."""
    if data is None:
        return text_layout(text)
    try:
        whole = zlib.decompress(data)
        end = 4 + int.from_bytes(whole[:4], "little")
        layout: Layout = _Unpacker(whole[end:], text).layout(json.loads(whole[4:end]))
    except (zlib.error, KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a packed layout: {error}") from None
    return layout


def _plain(value: Any, text: str, arrays: list[bytes]) -> Any:
    """A value as JSON has it: objects with one key stand for what JSON has not."""
    if isinstance(value, array):
        arrays.append(_little(value).tobytes())
        return {"array": [value.typecode, len(value)]}
    if isinstance(value, tuple | list):
        return {type(value).__name__: [_plain(each, text, arrays) for each in value]}
    if type(value).__name__ in CLASSES:
        inner = [_plain(getattr(value, field.name), text, arrays) for field in fields(value)]
        return {"layout": [type(value).__name__, inner]}
    # A page's own words are in the document's text already.
    if isinstance(value, str) and len(value) > 64 and (start := text.find(value)) >= 0:
        return {"text": [start, start + len(value)]}
    return value


def _little(numbers: array[Any]) -> array[Any]:
    if sys.byteorder == "little":
        return numbers
    turned = numbers[:]
    turned.byteswap()
    return turned


class _Unpacker:
    """Takes arrays off `data` in the order in which the header names them."""

    def __init__(self, data: bytes, text: str) -> None:
        self._data = memoryview(data)
        self._text = text

    def layout(self, plain: dict[str, Any]) -> Any:
        name, inner = plain["layout"]
        return CLASSES[name](*map(self._value, inner))

    def _value(self, plain: Any) -> Any:
        if not isinstance(plain, dict):
            return plain
        ((kind, value),) = plain.items()
        if kind == "array":
            return self._array(*value)
        if kind == "text":
            return self._text[value[0] : value[1]]
        if kind == "layout":
            return self.layout(plain)
        return {"tuple": tuple, "list": list}[kind](map(self._value, value))

    def _array(self, typecode: str, length: int) -> array[Any]:
        numbers: array[Any] = array(typecode)
        size = length * numbers.itemsize
        numbers.frombytes(self._data[:size])
        self._data = self._data[size:]
        return _little(numbers)
