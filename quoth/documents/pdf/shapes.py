"""What a PDF page draws beside letters: pictures, frames and rules."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any, Literal

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from quoth.documents.pdf.calls import BOUNDS, COUNT_WITHIN, OBJECT, TYPE, WITHIN

PATH, PICTURE, SHADING, FORM = 2, 3, 4, 5
MOST = 4000
"""So many shapes of a page are looked at: a map or a chart has more, and no text needs them."""
THIN = 3.0
"""A rule is so thin, in points, at the most."""
DEPTH = 3
"""Forms within forms that are looked into."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape's kind and edges, in points."""

    kind: Literal["picture", "box", "across", "down"]
    left: float
    bottom: float
    right: float
    top: float


def shapes_of(page: Any) -> list[Shape]:
    """Pictures, boxes and rules of a page, as it lies in the file."""
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value
    count = min(max(raw.FPDFPage_CountObjects(page), 0), 10 * MOST)
    return list(_shapes(list(map(OBJECT, repeat(handle), range(count))), 0))[:MOST]


def _shapes(objects: list[int | None], depth: int) -> Iterator[Shape]:
    kinds = list(map(TYPE, objects))
    seen = 0
    for pointer, kind in zip(objects, kinds, strict=True):
        if kind in (PATH, PICTURE, SHADING) and seen < MOST:
            seen += 1
            shape = _shape(pointer, kind)
            if shape:
                yield shape
        elif kind == FORM and depth < DEPTH:
            yield from _shapes(_inside(pointer), depth + 1)


def _inside(form: int | None) -> list[int | None]:
    return [WITHIN(form, n) for n in range(min(max(COUNT_WITHIN(form), 0), MOST))]


_EDGES = (ctypes.c_float * 4)()


def _shape(pointer: int | None, kind: int) -> Shape | None:
    start = ctypes.addressof(_EDGES)
    if not BOUNDS(pointer, *range(start, start + 16, 4)):
        return None
    left, bottom, right, top = _EDGES
    wide, high = right - left, top - bottom
    if kind == PICTURE:
        return Shape("picture", left, bottom, right, top)
    if high <= THIN:
        return Shape("across", left, bottom, right, top) if wide > 3 * THIN else None
    if wide <= THIN:
        return Shape("down", left, bottom, right, top) if high > 3 * THIN else None
    return Shape("box", left, bottom, right, top)
