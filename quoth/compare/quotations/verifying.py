"""Every quotation of a document against what it may be taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.compare.quotations.aligning import Run, aligned
from quoth.compare.quotations.grading import graded
from quoth.compare.quotations.original import Original
from quoth.compare.quotations.records import GRAVITY, Change, Kind
from quoth.compare.quotations.same import likeness
from quoth.compare.quotations.told import bare
from quoth.compare.quotations.words import Wording, wording
from quoth.records import Document, Reading, Span, Statement

_ALIKE, _ALIKE_SHORT = 0.6, 0.75
"""So much of a quotation, and of one of a few words, stands in the passage it is taken from."""
_FEW = 6
_NEAR = 0.2
"""A passage that shares less is not shown as the nearest."""
_BESIDE = 40
"""Passages that so few characters part stand side by side."""
_REST = 4
"""So many words that stand elsewhere in an original are a piece of their own."""
_EDGES: frozenset[Kind] = frozenset(("polarity", "condition"))
"""What a cut takes away at the ends of a quotation that says something else without it."""
_INNER = re.compile(r"[“„«\"]([^“”„«»\"]+)[”»“\"]|(?<!\w)[‘']([^‘’]{2,}?)[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage of an original, and the words of the quotation that it gave."""

    original: Document
    passage: Span
    """In characters of the original's text."""
    words: Span
    """In characters of the quotation's text."""
    changes: tuple[Change, ...]
    """`one` in characters of the original's text, `other` in those of the quotation's."""
    common: tuple[tuple[Span, Span], ...]
    """Stretches that stand in both, as in `Difference`."""
    shared: float
    """From 0 to 1: how much of these words stands in the passage, counted by rarity."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A quotation, and what became of the words on the way from an original to it."""

    statement: Statement
    text: str
    """The words in marks, without them; of a mixed statement each stretch by itself."""
    kind: Kind | None
    """The gravest change; `exact` for the very words; None where no original has them."""
    pieces: tuple[Piece, ...]
    """Where it is taken from, in the order of the quotation; two where it is spliced."""
    nearest: Piece | None
    """Of one that was not found the passage that shares most with it; None where none is near."""


def verify(reading: Reading, originals: Iterable[Document]) -> tuple[Verified, ...]:
    """All that stands in quotation marks, in the order of the document.

    Originals may be of any length. What is told in indirect speech is not looked up.
    """
    texts = [Original(document) for document in originals]
    marked = [
        (statement, stretches)
        for statement in reading.statements
        for stretches in _in_marks(reading.document, statement)
    ]
    # What is a statement by itself inside of a mixed one is looked up once.
    direct = {stretches for statement, stretches in marked if statement.form == "direct"}
    return tuple(
        _verified(statement, stretches, texts)
        for statement, stretches in marked
        if statement.form == "direct" or stretches not in direct
    )


def _in_marks(document: Document, statement: Statement) -> Iterator[tuple[str, ...]]:
    """Stretches in marks; one that *she said* parts has two."""
    if statement.form == "direct":
        yield tuple(bare(document.text[s.start : s.end]) for s in statement.content.spans)
    elif statement.form == "mixed":
        text = " ".join(document.text[s.start : s.end] for s in statement.content.spans)
        for match in _INNER.finditer(text):
            yield ((match[1] or match[2]).strip(),)


def _verified(
    statement: Statement, stretches: tuple[str, ...], originals: Sequence[Original]
) -> Verified:
    text = " ".join(stretches)
    quoted = wording(text)
    # A stretch inside of a sentence begins and ends where the writer's own words want it.
    edges = statement.form == "direct" or text[:1].isupper()
    for parts in ([(0, len(quoted))], list(_parts(stretches))):
        for original in originals:
            if pieces := _very_words(original, quoted, parts, edges and len(parts) == 1):
                return Verified(statement, text, _gravest(*pieces), pieces, None)
    best = _best(originals, quoted, (0, len(quoted)), edges)
    if best is None:
        return Verified(statement, text, None, (), None)
    if two := _apart(originals, quoted, best):
        return Verified(statement, text, _joined(quoted, two), two, None)
    if best.shared < (_ALIKE if len(quoted) >= _FEW else _ALIKE_SHORT):
        return Verified(statement, text, None, (), best if best.shared >= _NEAR else None)
    return Verified(statement, text, _gravest(best), (best,), None)


def _parts(stretches: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The words of each stretch, as numbers."""
    start = 0
    for stretch in stretches:
        end = start + len(wording(stretch))
        yield start, end
        start = end


def _very_words(
    original: Original, quoted: Wording, parts: Sequence[tuple[int, int]], edges: bool
) -> tuple[Piece, ...]:
    """Pieces whose words stand so in one original, one behind the other; none where they do not."""
    pieces: list[Piece] = []
    at = 0
    for part in parts:
        place = original.same(quoted.part(*part), at)
        if place is None:
            return ()
        pieces.append(_piece(original, place, quoted, part, edges))
        at = place[1]
    return tuple(pieces)


def _gravest(*pieces: Piece) -> Kind:
    kinds = [change.kind for piece in pieces for change in piece.changes]
    return max(kinds, key=GRAVITY.__getitem__, default="exact")


def _best(
    originals: Sequence[Original], quoted: Wording, part: tuple[int, int], edges: bool
) -> Piece | None:
    """The passage that shares most with some words of the quotation."""
    wanted = quoted.part(*part)
    found: list[tuple[float, int, Original, tuple[int, int]]] = []
    for number, original in enumerate(originals):
        for first, end in original.near(wanted):
            runs = aligned(original.wording.part(first, end), wanted)
            if runs:
                low, high = _ends(runs, len(wanted), first, end)
                passage = original.wording.part(low, high)
                like = likeness(passage, wanted, aligned(passage, wanted))
                share = min(like.shared, like.counted + 0.12)
                found.append((share, -number, original, (low, high)))
    if not found:
        return None
    _, _, original, place = max(found, key=lambda each: (*each[:2], -each[3][0]))
    return _piece(original, place, quoted, part, edges)


def _ends(runs: Sequence[Run], length: int, first: int, end: int) -> tuple[int, int]:
    """From where the quotation's first word would stand to where its last would."""
    row = [run for run in runs if not run.moved] or runs
    start, last = row[0], row[-1]
    low = start.one - start.other
    behind = length - last.other - last.length
    return max(first + low, first), min(first + last.one + last.length + behind, end)


def _piece(
    original: Original,
    place: tuple[int, int],
    quoted: Wording,
    part: tuple[int, int],
    edges: bool,
) -> Piece:
    passage, words = original.wording.part(*place), quoted.part(*part)
    runs = aligned(passage, words)
    like = likeness(passage, words, runs)
    changes = list(graded(passage, words, runs, recast=False))
    if edges and len(words) >= _FEW:
        changes += _cut(original, place, words)
    return Piece(
        original.document,
        Span(*passage.shown(0, len(passage))),
        Span(*words.shown(0, len(words))),
        tuple(sorted(changes, key=lambda change: (change.other, change.one))),
        tuple(
            (
                Span(*passage.shown(r.one, r.one + r.length)),
                Span(*words.shown(r.other, r.other + r.length)),
            )
            for r in runs
        ),
        round(min(like.shared, like.counted + 0.12), 3),
    )


def _cut(original: Original, place: tuple[int, int], words: Wording) -> Iterator[Change]:
    """A negation or a condition that stands in the same sentence, before or behind the passage."""
    text = original.wording
    low, high = text.sentence(place[0])[0], text.sentence(place[1] - 1)[1]
    if (low, high) == place:
        return
    whole = text.part(low, high)
    before, after = text.spans[place[0]][0], text.spans[place[1] - 1][1]
    for change in graded(whole, words, aligned(whole, words), recast=False):
        outside = change.one.end <= before or change.one.start >= after
        if outside and change.kind in _EDGES:
            yield change


def _apart(
    originals: Sequence[Original], quoted: Wording, best: Piece
) -> tuple[Piece, Piece] | None:
    """Two pieces, where words at one end of the quotation stand elsewhere in an original."""
    held = [span for _, span in best.common]
    first = sum(span[1] <= min(held).start for span in quoted.spans)
    last = sum(span[0] < max(span.end for span in held) for span in quoted.spans)
    for cut in (first, last):
        if _REST <= cut <= len(quoted) - _REST:
            one = _best(originals, quoted, (0, cut), edges=False)
            other = _best(originals, quoted, (cut, len(quoted)), edges=False)
            if one and other and min(one.shared, other.shared) >= _ALIKE_SHORT:
                return one, other
    return None


def _joined(quoted: Wording, pieces: tuple[Piece, ...]) -> Kind:
    """An ellipsis between passages of one text in their order says that words are left out."""
    first, second = pieces
    gap = any(
        first.words.end <= quoted.spans[number][0] <= second.words.start
        for number in quoted.gaps
        if number < len(quoted)
    )
    one_text = first.original is second.original
    kind: Kind = "spliced"
    if one_text and first.passage < second.passage and gap:
        kind = "elided"
    elif one_text and 0 <= first.passage.start - second.passage.end < _BESIDE:
        kind = "reordered"
    kinds: list[Kind] = [kind, _gravest(*pieces)]
    return max(kinds, key=GRAVITY.__getitem__)
