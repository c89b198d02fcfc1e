"""All characters of a PDF page, with their boxes and how they look, in arrays.

They are fetched in bulk, by one call of the library for each character, made by `map`, and the
rest by numpy or once for each object of the page. That keeps reading near bare extraction.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from dataclasses import dataclass, replace
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from quoth.documents.pdf.calls import BOX, OWNER, TIGHT_BOX, UNICODE
from quoth.documents.pdf.styles import Drawn, Looks, drawn_by

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.uint32]

HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
"""What PDFium puts for a hyphen at a line's end."""
CORK = {chr(code): mark for code, mark in enumerate("“”„«»–—", 0x10)}
CORK |= {"\x19": "ı", "\x1a": "ȷ", "\x88": "•", "\uf0b7": "•", "\uf0a7": "▪"}
"""Codes of TeX's T1 encoding, where its fonts come without a table to Unicode, and of Symbol's."""
SEPARATORS = {code: 0xE000 + code for code in range(0x1C, 0x20)}
LIGATURES = {"\x1b": "ff", "\ue01c": "fi", "\ue01d": "fl", "\ue01e": "ffi", "\ue01f": "ffl"}
LONE = re.compile("[\ud800-\udfff]")
"""Half of a character in UTF-16, which a font's table may name and no text can hold."""
SPACE = np.array([chr(code).isspace() for code in range(0x3002)])
NOTED = np.array([chr(code) in "0123456789*†‡§¶" for code in range(0x2030)])
"""What ends a word and may be the mark of a note."""
GAP = 0.4
"""A word that takes so much of a letter's height more than is usual may have a gap behind it."""
LEVEL = 0.28
"""Letters are level whose tops and bottoms differ by less of their height."""
GLUED = re.compile(r"(?<=[^\s\d,/(–-])\d{1,3}(?!\w)")
"""A number right behind a word or a mark."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page in the file's order, one space for all white space in a row.

    The arrays have one entry for each character that is drawn.
    """

    text: str
    letters: Ints
    """Where each stands in the text."""
    lefts: Floats
    bottoms: Floats
    rights: Floats
    tops: Floats
    owners: Ints
    """The number in `drawn` of the object that draws it."""
    drawn: list[Drawn]
    raised: frozenset[int]
    """Places in the text of digits that are drawn above the line in a size of its letters."""


def glyphs_of(text_page: Any) -> Glyphs:
    """The characters of a text page of PDFium."""
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    text = _text(text_page, handle)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    solid = np.flatnonzero(~SPACE[np.minimum(codes, len(SPACE) - 1)])
    text = " ".join(text.split())
    apart = np.ones(len(solid), bool)
    apart[1:] = np.diff(solid) > 1
    letters = np.arange(len(solid)) + np.cumsum(apart) - 1
    begins = apart.copy()
    ends = codes[solid]
    begins[1:] |= (ends[:-1] == 2) | (ends[:-1] == 0xFFFE)
    breaks = codes[np.minimum(solid + 1, len(codes) - 1)] == 13
    edges = _edges(handle, solid, begins, ends, breaks)
    valid = (edges[2] >= edges[0]) & (edges[3] > edges[1])
    if not valid.all():
        solid, letters, begins = solid[valid], letters[valid], begins[valid]
        edges = edges[:, valid]
    owners, drawn = _owners(handle, solid, begins, edges)
    raised = _raised(handle, text, letters, solid)
    left, bottom, right, top = edges
    glyphs = Glyphs(text, letters, left, bottom, right, top, owners, drawn, raised)
    return glyphs if text.isprintable() else _expanded(glyphs)


def _text(text_page: Any, handle: int | None) -> str:
    """One character for each that PDFium counts."""
    count = max(raw.FPDFText_CountChars(text_page), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) - 1 if count else 0
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:  # characters that the font gives no code are left out of the text
        text = "".join(map(chr, map(UNICODE, repeat(handle), range(count)))).replace("\0", "\ufffd")
    text = LONE.sub("\ufffd", text)
    # Python takes the codes of TeX's ligatures for white space.
    return text.translate(SEPARATORS) if any(map(text.__contains__, "\x1c\x1d\x1e\x1f")) else text


def _edges(handle: int | None, solid: Ints, begins: Flags, codes: Codes, breaks: Flags) -> Floats:
    """Left, bottom, right and top of each letter, as four rows.

    They are asked for where words begin and where lines end (`breaks`), and spread evenly between.
    A word is asked for its end too where a gap or a raised number may follow, and for each of its
    letters where its ends are not level.
    """
    if not len(solid):
        return np.zeros((4, 0), np.float32)
    firsts = np.flatnonzero(begins)
    lengths = np.diff(np.append(firsts, len(solid)))
    first = _asked(handle, solid[firsts])
    left, bottom, _, top = first
    size = top - bottom
    level = LEVEL * _middle(size)
    ahead = np.append(np.diff(left), 0)
    usual = _middle(ahead / (lengths + 1))
    wide = (ahead > usual * (lengths + 1) + GAP * size) | (ahead < 0.2 * size)
    wide[:-1] |= np.abs(np.diff(bottom)) > level
    wide |= (lengths > 1) & NOTED[np.minimum(codes[firsts + lengths - 1], len(NOTED) - 1)]
    wide |= breaks[firsts + lengths - 1]
    wide[-1] = True
    asked = np.flatnonzero(wide)
    last = _asked(handle, solid[(firsts + lengths - 1)[asked]])
    right = left + ahead - np.minimum(0.25 * size, ahead / (lengths + 1))
    right[asked] = last[2]
    right[lengths == 1] = first[2, lengths == 1]
    uneven = np.abs(last[[1, 3]] - first[[1, 3]][:, asked]).max(axis=0) > level
    uneven |= last[2] < left[asked]
    step = ((right - left) / lengths).astype(np.float32)
    nth = np.arange(len(solid)) - np.repeat(firsts, lengths)
    edges = np.empty((4, len(solid)), np.float32)
    steps = np.repeat(step, lengths)
    edges[0] = np.repeat(left, lengths) + steps * nth
    edges[1] = np.repeat(bottom, lengths)
    edges[2] = edges[0] + steps
    edges[3] = np.repeat(top, lengths)
    if uneven.any():
        words = asked[uneven]
        each = np.concatenate([np.arange(firsts[w], firsts[w] + lengths[w]) for w in words])
        edges[:, each] = _asked(handle, solid[each])
    return edges


def _middle(values: Floats) -> float:
    return float(np.sort(values)[len(values) // 2])


def _asked(handle: int | None, indices: Ints) -> Floats:
    """Left, bottom, right and top of these characters, as four rows."""
    found = np.zeros((len(indices), 4), np.float32)  # FS_RECTF: left, top, right, bottom
    start = found.ctypes.data
    where = range(start, start + 16 * len(indices), 16)
    deque(map(BOX, repeat(handle), indices.tolist(), where), 0)
    return found.T[[0, 3, 2, 1]]


def _owners(
    handle: int | None, solid: Ints, begins: Flags, edges: Floats
) -> tuple[Ints, list[Drawn]]:
    """The object that draws each letter.

    It is asked for where a line begins and ends, and between for each word and each change of
    height where the two are not the same: what draws part of a word in one height looks the same.
    """
    count = len(solid)
    if not count:
        return np.zeros(0, np.int64), []
    level = LEVEL * _middle((edges[3] - edges[1])[begins])
    step = np.ones(count, bool)
    step[1:] = np.abs(np.diff(edges[1])) > level
    at = np.flatnonzero(step | begins)
    heads = np.flatnonzero(step[at]).tolist()
    indices, where = solid[at].tolist(), at.tolist()
    numbers: dict[int | None, int] = {}
    looks: Looks = {}
    drawn: list[Drawn] = []
    found: list[int] = []
    starts: list[int] = []

    def take(n: int, pointer: int | None) -> None:
        number = numbers.get(pointer)
        if number is None:
            number = numbers[pointer] = len(drawn)
            drawn.append(drawn_by(handle, indices[n], pointer, looks))
        if not found or number != found[-1]:
            found.append(number)
            starts.append(where[n])

    def between(low: int, high: int, one: int | None, other: int | None) -> None:
        """Take what changes between two places, of which the first is taken."""
        if one != other and high - low > 1:
            middle = (low + high) // 2
            pointer = OWNER(handle, indices[middle])
            between(low, middle, one, pointer)
            between(middle, high, pointer, other)
        elif one != other:
            take(high, other)

    for head, following in pairwise([*heads, len(at)]):
        one = OWNER(handle, indices[head])
        take(head, one)
        if following - head > 1:
            between(head, following - 1, one, OWNER(handle, indices[following - 1]))
    lengths = np.diff(np.append(starts, count))
    return np.repeat(np.array(found, np.int64), lengths), drawn


def _raised(handle: int | None, text: str, letters: Ints, solid: Ints) -> frozenset[int]:
    """Digits behind a word that have no part on the line: fonts may have letters for that."""
    found: set[int] = set()
    for match in GLUED.finditer(text):
        for at in range(*match.span()):
            n = int(np.searchsorted(letters, at))
            if n == len(letters) or letters[n] != at or not _is_raised(handle, int(solid[n])):
                break
            found.add(at)
    return frozenset(found)


_CORNERS = (ctypes.c_double * 4)()  # left, right, bottom, top


def _is_raised(handle: int | None, index: int) -> bool:
    """Whether what is drawn of a digit stands in the upper half of its line."""
    start = ctypes.addressof(_CORNERS)
    TIGHT_BOX(handle, index, start, start + 8, start + 16, start + 24)
    _, bottom, _, top = _asked(handle, np.array([index]))[:, 0].tolist()
    return bool(_CORNERS[2] >= bottom + 0.42 * (top - bottom))


def _expanded(glyphs: Glyphs) -> Glyphs:
    """`glyphs` with hyphens for PDFium's marks, and letters for what TeX's old fonts call them."""
    text = glyphs.text
    for code, mark in (HYPHENS | CORK).items():
        text = text.replace(code, mark)
    if not any(map(text.__contains__, LIGATURES)):
        return replace(glyphs, text=text)
    replaced = [LIGATURES.get(char, char) for char in text]
    lengths = np.fromiter(map(len, replaced), np.int64, len(replaced))
    starts = np.cumsum(lengths) - lengths
    each = lengths[glyphs.letters]
    width = np.repeat((glyphs.rights - glyphs.lefts) / each, each)
    nth = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
    lefts = np.repeat(glyphs.lefts, each) + width * nth
    return Glyphs(
        "".join(replaced),
        np.repeat(starts[glyphs.letters], each) + nth,
        lefts,
        np.repeat(glyphs.bottoms, each),
        lefts + width,
        np.repeat(glyphs.tops, each),
        np.repeat(glyphs.owners, each),
        glyphs.drawn,
        frozenset(int(starts[at]) for at in glyphs.raised),
    )
