"""Characters of a PDF page to pieces: letters side by side on one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median

import numpy as np

from quoth.documents.pdf.glyphs import Floats, Glyphs
from quoth.documents.pdf.styles import Style

APART = 0.9
"""A gap of so many letter sizes parts two pieces of one line; columns stand nearly as close."""
SPACE = 0.13
"""A gap of so many letter sizes is a space, where two objects draw the letters around it."""
TRACKED = 0.07
"""Letters so far from each other, in letter sizes, are spaced out."""
SUNK = 0.7
"""Letters raised or sunk by less than so much of their line's size belong to it."""
SMALLER = 0.88
"""Raised letters are so much smaller than their line's, at the most."""
INITIAL = 1.8
"""An initial is so much larger than the text beside it, at the least."""
BOLD, ITALIC = 1, 2
MARK = re.compile(r"(?:\d{1,3}|[*†‡§¶#]{1,3}|[a-z])(?:,(?:\d{1,3}|[*†‡§¶#]))*")


@dataclass(slots=True)
class Piece:
    """Letters that stand next to each other on one line; edges are in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    """Height of the line that the letters stand on."""
    style: Style
    """Of most of its letters."""
    lefts: Floats
    """One for each character of the text; one that is not drawn has its left > right."""
    rights: Floats
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Where small raised letters stand in the text."""
    mixed: int = 0
    """In what its letters differ: `BOLD`, `ITALIC`, or both."""


@dataclass(slots=True)
class Atom:
    """Letters of one style without a gap, on one line; `start` and `end` are in the page's text."""

    start: int
    end: int
    left: float
    right: float
    bottom: float
    top: float
    base: float
    style: Style
    raised: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a page as most of its lines run; `aside` are those that run otherwise."""

    upright: list[Piece]
    aside: list[Piece]
    turn: int
    """Quarter turns to the left by which the page's lines run."""


def pieces_of(glyphs: Glyphs) -> Pieces:
    """The pieces of a page in the file's order, in coordinates in which its lines run level."""
    if not len(glyphs.letters):
        return Pieces([], [], 0)
    weights = np.bincount(glyphs.owners, minlength=len(glyphs.drawn))
    turns: dict[int, int] = {}
    for owner, weight in zip(glyphs.drawn, weights.tolist(), strict=True):
        turns[owner.turn] = turns.get(owner.turn, 0) + weight
    turn = max(turns, key=lambda each: turns[each] if each >= 0 else 0)
    turn = max(turn, 0)
    boxes = turned(np.stack((glyphs.lefts, glyphs.bottoms, glyphs.rights, glyphs.tops)), turn)
    lefts = np.ones(len(glyphs.text), np.float32)
    rights = np.zeros(len(glyphs.text), np.float32)
    lefts[glyphs.letters], rights[glyphs.letters] = boxes[0], boxes[2]
    level, aside = _atoms(glyphs, boxes, turn)
    build = _Builder(glyphs.text, lefts, rights)
    return Pieces(
        [build.piece(group) for group in _groups(level)], [build.piece([a]) for a in aside], turn
    )


def turned(edges: Floats, turn: int) -> Floats:
    """Edges (rows of left, bottom, right, top), turned to the right by so many quarters."""
    if turn == 0:
        return edges
    left, bottom, right, top = edges
    sides = (
        (bottom, -right, top, -left),
        (-right, -top, -left, -bottom),
        (-top, left, -bottom, right),
    )
    return np.stack(sides[turn - 1])


def _atoms(glyphs: Glyphs, edges: Floats, turn: int) -> tuple[list[Atom], list[Atom]]:
    """The level atoms of a page, and the others."""
    drawn, owners, letters = glyphs.drawn, glyphs.owners, glyphs.letters
    bases = [(owner.y, -owner.x, -owner.y, owner.x)[turn] for owner in drawn]
    numbers: dict[object, int] = {}
    keys = [
        numbers.setdefault((o.style, round(b, 1)) if o.turn == turn else n, len(numbers))
        for n, (o, b) in enumerate(zip(drawn, bases, strict=True))
    ]
    key = np.array(keys)[owners]
    size = np.array([owner.style.size for owner in drawn])[owners]
    level = np.array([owner.turn == turn for owner in drawn])[owners]
    gap = edges[0, 1:] - edges[2, :-1]
    new = np.ones(len(letters), bool)
    new[1:] = (gap > APART * size[1:]) | (gap < -0.6 * size[1:])
    # A space that is none: the line's end that PDFium sees before a soft hyphen.
    new[1:] |= (np.diff(letters) > 1) & (gap < 0.05 * size[1:])
    new[1:] &= level[1:] | level[:-1]
    new[1:] |= key[1:] != key[:-1]
    for at in glyphs.raised:  # a mark in letters of its own is an atom
        n = int(np.searchsorted(letters, at))
        new[n : n + 2] = True
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(letters)) - 1
    left, bottom, _, _ = np.minimum.reduceat(edges, starts, axis=1).tolist()
    _, _, right, top = np.maximum.reduceat(edges, starts, axis=1).tolist()
    found: tuple[list[Atom], list[Atom]] = ([], [])
    first, final = letters[starts].tolist(), letters[ends].tolist()
    for n, number in enumerate(owners[starts].tolist()):
        owner = drawn[number]
        atom = Atom(
            first[n], final[n] + 1, left[n], right[n], bottom[n], top[n], bases[number],
            owner.style, first[n] in glyphs.raised,
        )  # fmt: skip
        found[owner.turn != turn].append(atom)
    return found


def _groups(atoms: list[Atom]) -> Iterator[list[Atom]]:
    """Atoms that follow each other on one line."""
    group: list[Atom] = []
    main: Atom | None = None
    for atom in atoms:
        if main is None or not _joins(main, group[-1], atom):
            if group:
                yield group
            group, main = [], atom
        elif atom.style.size > main.style.size / SMALLER:
            main = atom  # what came before is a raised mark
        group.append(atom)
    if group:
        yield group


def _joins(main: Atom, last: Atom, atom: Atom) -> bool:
    gap = atom.left - last.right
    size = max(last.style.size, atom.style.size)
    if not -0.5 * size < gap < APART * size:
        return False
    shift = abs(atom.base - main.base)
    small, large = sorted((atom.style.size, main.style.size))
    if large > INITIAL * small and main.end - main.start <= 2:
        return False
    if shift < 0.12 * large:
        return True
    return small < SMALLER * large and shift < SUNK * large and gap < 0.4 * large


@dataclass(frozen=True, slots=True)
class _Builder:
    text: str
    lefts: Floats
    rights: Floats

    def piece(self, atoms: list[Atom]) -> Piece:
        first = atoms[0]
        if len(atoms) == 1:
            piece = Piece(
                self.text[first.start : first.end], first.left, first.right, first.bottom,
                first.top, first.base, first.style, self.lefts[first.start : first.end],
                self.rights[first.start : first.end], [],
            )  # fmt: skip
        else:
            piece = self._joined(atoms)
        if len(piece.text) > 4 and _is_tracked(piece):
            _respace(piece)
        return piece

    def _joined(self, atoms: list[Atom]) -> Piece:
        main = max(atoms, key=lambda atom: atom.end - atom.start)
        start, end = atoms[0].start, atoms[-1].end
        text = self.text[start:end]
        lefts, rights = self.lefts[start:end], self.rights[start:end]
        marks = [(a.start - start, a.end - start) for a in atoms if a.raised or _is_mark(main, a)]
        wrong = [
            (last.end - start, gap > SPACE * min(last.style.size, atom.style.size))
            for last, atom in itertools.pairwise(atoms)
            if (gap := atom.left - last.right) is not None
            and (gap > SPACE * min(last.style.size, atom.style.size)) != (atom.start > last.end)
        ]
        if wrong:
            text, lefts, rights, marks = _mended(text, lefts, rights, marks, wrong)
        return Piece(
            text,
            min([a.left for a in atoms]),
            max([a.right for a in atoms]),
            min([a.bottom for a in atoms]),
            max([a.top for a in atoms]),
            main.base,
            main.style,
            lefts,
            rights,
            [mark for mark in marks if MARK.fullmatch(text[slice(*mark)])],
            differing(main.style, [atom.style for atom in atoms]),
        )


def differing(style: Style, others: Iterable[Style]) -> int:
    """In what other styles differ from one."""
    found = 0
    for other in others:
        found |= (BOLD if other.bold != style.bold else 0) | (
            ITALIC if other.italic != style.italic else 0
        )
    return found


def _is_mark(main: Atom, atom: Atom) -> bool:
    size = main.style.size
    return atom.style.size < SMALLER * size and atom.base > main.base + 0.12 * size


Spaced = tuple[str, Floats, Floats, list[tuple[int, int]]]


def _mended(
    text: str,
    lefts: Floats,
    rights: Floats,
    marks: list[tuple[int, int]],
    wrong: list[tuple[int, bool]],
) -> Spaced:
    """The same with a space put in (True) or taken out at each place, the last one first."""
    for at, wanted in reversed(wrong):
        if wanted:
            text = f"{text[:at]} {text[at:]}"
            lefts, rights = np.insert(lefts, at, 1), np.insert(rights, at, 0)
        else:
            text = text[:at] + text[at + 1 :]
            lefts, rights = np.delete(lefts, at), np.delete(rights, at)
        by = 1 if wanted else -1
        marks = [(a + by, b + by) if a >= at else (a, b) for a, b in marks]
    return text, lefts, rights, marks


def _is_tracked(piece: Piece) -> bool:
    """Whether letters may be spaced out: to be looked at closely."""
    spaces = piece.text.count(" ")
    if 2 * spaces > 0.7 * len(piece.text):
        return True
    return piece.right - piece.left > 0.72 * piece.style.size * (len(piece.text) - spaces)


def _respace(piece: Piece) -> None:
    """Spaces where the gap says so, if letters are spaced out."""
    letters = np.flatnonzero(piece.rights >= piece.lefts)
    gaps = piece.lefts[letters[1:]] - piece.rights[letters[:-1]]
    usual = median(gaps.tolist()) if len(gaps) else 0.0
    if usual < TRACKED * piece.style.size:
        return
    wide = gaps > 1.5 * usual + 0.1 * piece.style.size
    lefts, rights = np.insert(
        np.stack((piece.lefts[letters], piece.rights[letters])),
        np.flatnonzero(wide) + 1, [[1], [0]], axis=1,
    )  # fmt: skip
    chars = [piece.text[at] for at in letters.tolist()]
    spaced = [char + " " * bool(after) for char, after in zip(chars, [*wide, False], strict=True)]
    piece.text, piece.lefts, piece.rights, piece.marks = "".join(spaced), lefts, rights, []
