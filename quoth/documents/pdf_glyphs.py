"""All characters of a PDF page, with their boxes and how they look, in arrays.

They are fetched in bulk, by one call of the library for each character, made by `map`, and the
rest by numpy or once for each object of the page. That keeps reading near bare extraction.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw  # type: ignore[import-untyped]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium puts for a hyphen at a line's end."""
CORK = dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)) | {0x19: "ı", 0x1A: "ȷ"}
CORK |= {0x88: "•", 0xF0B7: "•", 0xF0A7: "▪"}  # bullets of TeX and of Symbol fonts
CORK |= dict(zip(range(0x1B, 0x20), ("ff", "fi", "fl", "ffi", "ffl"), strict=True))
"""Codes in TeX's T1 encoding, where its fonts come without a table to Unicode."""
BOLD = re.compile(r"bold|black|heavy|demi|medi$|^(?:cmbx|sfbx|ecbx|lmbx)|[-,]bd", re.I)
ITALIC = re.compile(r"ital|oblique|^(?:cmti|cmsl|sfti|sfsl|ecti|ecsl)|[-,](?:it|obl|i)$", re.I)
GLUED_NUMBER = re.compile(r"[^\W\d_][.,;:!?…”’»\"')\]]*(\d{1,3})(?!\w)")
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
    mark: int
    """Number of its marked content in the page's structure; -1 for none."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page in the file's order, one space at most between two letters."""

    text: str
    boxes: Floats
    """Left, bottom, right, top of each; a space's say nothing."""
    letters: Ints
    """Which of the characters are drawn."""
    owners: Ints
    """For each of the letters, the number in `drawn` of the object that draws it."""
    drawn: list[Drawn]
    raised: frozenset[int]
    """Which digits behind a word are drawn above the line in a size of its letters."""


def glyphs_of(text_page: Any) -> Glyphs:
    """The characters of a text page of PDFium."""
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    count = max(raw.FPDFText_CountChars(text_page), 0)
    codes = _codes(text_page, handle, count)
    boxes = _boxes(handle, count)
    space = (codes <= 32) & ~((codes >= 0x10) & (codes < 0x20)) | (codes == 0xA0)
    space |= (codes >= 0x2000) & (codes <= 0x200B) | (codes == 0x202F) | (codes == 0x3000)
    space &= codes != 2
    solid = ~space & (boxes[:, 2] >= boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1])
    first_space = space.copy()
    first_space[1:] &= solid[:-1]
    keep = np.flatnonzero(solid | first_space)
    text = "".join(map(chr, np.where(space[keep], 32, codes[keep]).tolist()))
    boxes, solid = _shared(boxes[keep]), solid[keep]
    letters = np.flatnonzero(solid)
    owners, drawn = _owners(text_page, handle, keep, letters, boxes)
    raised = _raised(text_page, text, keep, boxes)
    glyphs = Glyphs(text, boxes, letters, owners, drawn, raised)
    return glyphs if text.isprintable() else _expanded(glyphs)


def _codes(text_page: Any, handle: int | None, count: int) -> npt.NDArray[np.uint32]:
    """The code point of each character."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) - 1 if count else 0
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:  # characters that the font gives no code are left out of the text
        one = call("FPDFText_GetUnicode", ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
        return np.fromiter(map(one, repeat(handle), range(count)), np.uint32, count)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _boxes(handle: int | None, count: int) -> Floats:
    """Left, bottom, right and top of each character."""
    box = call(
        "FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
    )
    found = np.zeros((count, 4), np.float32)  # FS_RECTF: left, top, right, bottom
    start = found.ctypes.data
    for _ in map(box, repeat(handle), range(count), range(start, start + 16 * count, 16)):
        pass
    return found[:, [0, 3, 2, 1]]


def _shared(boxes: Floats) -> Floats:
    """Boxes, where letters that have one together, as ligatures do, get a part of it each."""
    same = np.zeros(len(boxes), bool)
    same[1:] = (boxes[1:] == boxes[:-1]).all(axis=1)
    if not same.any():
        return boxes
    runs = np.cumsum(~same) - 1
    firsts = np.flatnonzero(~same)
    counts = np.diff(np.append(firsts, len(boxes)))[runs]
    nth = np.arange(len(boxes)) - firsts[runs]
    width = boxes[:, 2] - boxes[:, 0]
    left = boxes[:, 0] + width * nth / counts
    return np.stack((left, boxes[:, 1], left + width / counts, boxes[:, 3]), axis=1)


def _owners(
    text_page: Any, handle: int | None, keep: Ints, letters: Ints, boxes: Floats
) -> tuple[Ints, list[Drawn]]:
    """The object that draws each letter.

    It is asked for where a word begins and where the height of letters changes: one that draws
    part of a word in the same height looks the same.
    """
    if not len(letters):
        return np.zeros(0, np.int64), []
    ends = boxes[letters][:, [1, 3]]
    new = np.ones(len(letters), bool)
    new[1:] = (np.diff(letters) > 1) | (np.abs(np.diff(ends, axis=0)) > 0.1).any(axis=1)
    at = np.flatnonzero(new)
    indices = keep[letters[at]].tolist()
    owner = call("FPDFText_GetTextObject", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    numbers: dict[int | None, int] = {}
    drawn: list[Drawn] = []
    found = []
    for index, pointer in zip(indices, map(owner, repeat(handle), indices), strict=True):
        number = numbers.get(pointer)
        if number is None:
            number = numbers[pointer] = len(drawn)
            drawn.append(_drawn(text_page, index, pointer))
        found.append(number)
    lengths = np.diff(np.append(at, len(letters)))
    return np.repeat(np.array(found, np.int64), lengths), drawn


def _raised(text_page: Any, text: str, keep: Ints, boxes: Floats) -> frozenset[int]:
    """Digits behind a word that have no part on the line: fonts may have letters for that."""
    edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    found: set[int] = set()
    for match in GLUED_NUMBER.finditer(text):
        for at in range(*match.span(1)):
            raw.FPDFText_GetCharBox(text_page, int(keep[at]), *edges)
            if edges[2].value < boxes[at, 1] + 0.42 * (boxes[at, 3] - boxes[at, 1]):
                break
            found.add(at)
    return frozenset(found)


def _drawn(text_page: Any, index: int, pointer: int | None) -> Drawn:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    size = raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(c, d) or 1)
    angle = math.degrees(math.atan2(b, a)) / 90
    turn = round(angle) % 4 if abs(angle - round(angle)) < 0.05 else -1
    if not pointer:
        return Drawn(Style("", round(size, 2), False, False), matrix.e, matrix.f, turn, -1)
    font = call("FPDFTextObj_GetFont", ctypes.c_void_p, ctypes.c_void_p)(pointer)
    name, bold, italic = _font(font)
    stroked = call("FPDFTextObj_GetTextRenderMode", ctypes.c_int, ctypes.c_void_p)(pointer)
    mark = call("FPDFPageObj_GetMarkedContentID", ctypes.c_int, ctypes.c_void_p)(pointer)
    slanted = abs(c) > 0.1 * abs(d) and turn in (0, 2)
    style = Style(name, round(abs(size), 2), bold or stroked == FILL_AND_STROKE, italic or slanted)
    return Drawn(style, matrix.e, matrix.f, turn, mark)


def _font(font: int | None) -> tuple[str, bool, bool]:
    """Name of a font, and whether it is bold and italic, as far as it says so."""
    if not font:
        return "", False, False
    get_name = call(
        "FPDFFont_GetBaseFontName",
        ctypes.c_size_t,
        ctypes.c_void_p,
        ctypes.c_void_p,
        ctypes.c_size_t,
    )
    buffer = ctypes.create_string_buffer(200)
    get_name(font, ctypes.addressof(buffer), len(buffer))
    name = SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = max(call("FPDFFont_GetFlags", ctypes.c_int, ctypes.c_void_p)(font), 0)
    bold = bool(BOLD.search(name)) or bool(flags & FORCED_BOLD)
    return name, bold, bool(ITALIC.search(name)) or bool(flags & FLAGGED_ITALIC)


def _expanded(glyphs: Glyphs) -> Glyphs:
    """`glyphs` with hyphens for PDFium's marks, and letters for what TeX's old fonts call them."""
    replaced = [HYPHENS.get(ord(char), CORK.get(ord(char), char)) for char in glyphs.text]
    lengths = np.fromiter(map(len, replaced), np.int64, len(replaced))
    text = "".join(replaced)
    if len(text) == len(glyphs.text):
        return replace(glyphs, text=text)
    solid = np.zeros(len(replaced), bool)
    solid[glyphs.letters] = True
    return Glyphs(
        text,
        _shared(np.repeat(glyphs.boxes, lengths, axis=0)),
        np.flatnonzero(np.repeat(solid, lengths)),
        np.repeat(glyphs.owners, lengths[glyphs.letters]),
        glyphs.drawn,
        frozenset(int(lengths[:at].sum()) for at in glyphs.raised),
    )


@cache
def call(name: str, *types: Any) -> Callable[..., Any]:
    """A function of PDFium that takes addresses as numbers: its own takes an object for each."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(*types)(address)  # type: ignore[arg-type]
