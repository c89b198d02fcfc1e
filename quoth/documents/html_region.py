"""Which pieces of a page are its article.

Every piece is worth something: sentences outside links speak for an article, links and short
scraps against it. The article is the element whose pieces are worth most together, without what
says of itself that it stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.documents.html_pieces import Piece, Tree

SENTENCE = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
LONG = 80
"""A piece of so many characters is prose even when nothing closes it."""
SCRAP = -12
"""What a short piece without a sentence is worth, in characters."""


def article(tree: Tree, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of the article, in document order."""
    worths = [worth(tree, piece) for piece in pieces]
    beside = _beside(tree, pieces, worths)
    inside = [not beside[piece.element] for piece in pieces]
    total = [0] * len(tree.tags)
    for piece, value, keep in zip(pieces, worths, inside, strict=True):
        if keep:
            total[piece.element] += value
    for element in range(len(total) - 1, 0, -1):
        total[tree.parents[element]] += total[element]
    best = max(range(len(total)), key=lambda element: (total[element], element))
    chosen = [
        (piece, value)
        for piece, value, keep in zip(pieces, worths, inside, strict=True)
        if keep and _under(tree, piece.element, best)
    ]
    return _trimmed(tree, chosen)


def worth(tree: Tree, piece: Piece) -> int:
    """What a piece says for (above 0) or against the element that holds it."""
    text = piece.text
    length = len(text)
    if piece.linked > length * 0.5:
        return -min(length, LONG)
    if tree.kinds[piece.element] in ("heading", "byline", "dateline", "caption"):
        return 0
    if length > LONG or (length > 25 and SENTENCE.search(text)):
        return length - 2 * piece.linked
    return 0 if SENTENCE.search(text) else SCRAP


def _beside(tree: Tree, pieces: Sequence[Piece], worths: Sequence[int]) -> bytearray:
    """For each element, whether it stands beside the article.

    Names mislead: an element that holds half of the page's prose is believed to be the article
    whatever it is called.
    """
    prose = [0] * len(tree.tags)
    for piece, value in zip(pieces, worths, strict=True):
        prose[piece.element] += max(value, 0)
    for element in range(len(prose) - 1, 0, -1):
        prose[tree.parents[element]] += prose[element]
    result = bytearray(len(tree.tags))
    for element in range(1, len(result)):
        named = tree.beside[element] and prose[element] * 2 < prose[0]
        result[element] = result[tree.parents[element]] or named
    return result


def _under(tree: Tree, element: int, ancestor: int) -> bool:
    # A parent's number is always lower than its children's.
    while element > ancestor:
        element = tree.parents[element]
    return element == ancestor


def _trimmed(tree: Tree, chosen: list[tuple[Piece, int]]) -> list[Piece]:
    """Without link lists, and without the scraps after the last prose."""
    last = max((n for n, (_, value) in enumerate(chosen) if value > 0), default=len(chosen) - 1)
    return [
        piece
        for n, (piece, value) in enumerate(chosen)
        if n <= last and (value >= SCRAP or tree.kinds[piece.element] in ("heading", "byline"))
    ]
