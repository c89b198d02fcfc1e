"""How the letters of a PDF look, and the objects of a page that draw them."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

from quoth.documents.pdf.calls import FONT, FONT_FLAGS, FONT_NAME, FONT_SIZE, MATRIX, MODE

BOLD = re.compile(r"bold|black|heavy|demi|medi$|^(?:cmbx|sfbx|ecbx|lmbx)|[-,]bd", re.I)
ITALIC = re.compile(r"ital|oblique|^(?:cmti|cmsl|sfti|sfsl|ecti|ecsl)|[-,](?:it|obl|i)$", re.I)
SUBSET = re.compile(r"^[A-Z]{6}\+")
FORCED_BOLD = 1 << 18
FLAGGED_ITALIC = 1 << 6
FILL_AND_STROKE = 2
"""The mode of drawing by which browsers make letters bold."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look; `size` is in points on the page."""

    font: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """An object of the page that draws text: its style and where it stands."""

    style: Style
    x: float
    y: float
    """Where its first letter stands on its line."""
    turn: int
    """Quarter turns to the left that its line has; -1 where it runs askew."""


Looks = dict[object, tuple[Style, int]]
"""The style and the turn of objects that use one font in one size and direction."""
_MATRIX = (ctypes.c_float * 6)()
_START = ctypes.addressof(_MATRIX)


def drawn_by(handle: int | None, index: int, pointer: int | None, looks: Looks) -> Drawn:
    """The object at `pointer`, which draws the character at `index` of a page."""
    font = FONT(pointer) if pointer else 0
    size = FONT_SIZE(handle, index)
    MATRIX(handle, index, _START)
    a, b, c, d, x, y = _MATRIX
    key = font, size, a, b, c, d
    look = looks.get(key)
    if look is None:
        look = looks[key] = _look(font or 0, pointer, size, a, b, c, d)
    return Drawn(look[0], x, y, look[1])


def _look(
    font: int, pointer: int | None, size: float, a: float, b: float, c: float, d: float
) -> tuple[Style, int]:
    angle = math.degrees(math.atan2(b, a)) / 90
    turn = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else -1
    name, bold, italic = _font(font)
    bold = bold or bool(pointer and MODE(pointer) == FILL_AND_STROKE)
    italic = italic or (abs(c) > 0.1 * abs(d) and turn in (0, 2))
    return Style(name, round(abs(size) * (math.hypot(c, d) or 1), 2), bold, italic), turn


def _font(font: int) -> tuple[str, bool, bool]:
    """Name of a font, and whether it is bold and italic, as far as it says so."""
    if not font:
        return "", False, False
    buffer = ctypes.create_string_buffer(200)
    FONT_NAME(font, ctypes.addressof(buffer), len(buffer))
    name = SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = max(FONT_FLAGS(font), 0)
    bold = bool(BOLD.search(name)) or bool(flags & FORCED_BOLD)
    return name, bold, bool(ITALIC.search(name)) or bool(flags & FLAGGED_ITALIC)
