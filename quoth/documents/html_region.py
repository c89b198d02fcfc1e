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
TEASER = -200
"""What a headline that is a link is worth."""
MARKUP = re.compile(r"\s*<(?:img|iframe|script|a|div)\b")
"""Markup that the page's author hid from the parser."""
SAID = 40
"""A piece among the prose with so many characters outside its links is prose too."""
SCRAP = -12
"""What a short piece without a sentence is worth, in characters."""


BELIEVED = (0.0, 0.5, 0.95)
"""An element with this share of the page's prose is the article in spite of its name."""


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
    if total[best] < LONG:  # a page of scraps: no telling, so nothing is left out
        return [piece for piece, keep in zip(pieces, inside, strict=True) if keep]
    within = _within(tree, best)
    chosen = [
        (piece, value)
        for piece, value, keep in zip(pieces, worths, inside, strict=True)
        if keep and within[piece.element]
    ]
    return _trimmed(tree, chosen)


def worth(tree: Tree, piece: Piece) -> int:
    """What a piece says for (above 0) or against the element that holds it."""
    text = piece.text
    length = len(text)
    if piece.linked > length * 0.5:
        # A headline that leads elsewhere has a teaser below it, which reads like an article.
        heading = tree.kinds[piece.element] == "heading" and tree.tags[piece.element] != "h1"
        return TEASER if heading else -min(length, LONG)
    if MARKUP.match(text) or tree.kinds[piece.element] in (
        "heading",
        "byline",
        "dateline",
        "caption",
    ):
        return 0
    if length > LONG or (length > 25 and SENTENCE.search(text)):
        return length - 2 * piece.linked
    if tree.tags[piece.element] in ("td", "th"):
        return 0
    return 0 if SENTENCE.search(text) else SCRAP


def _beside(tree: Tree, pieces: Sequence[Piece], worths: Sequence[int]) -> bytearray:
    """For each element, whether it stands beside the article.

    Names mislead: an element that holds most of the page's prose is believed to be the article
    whatever it is called; a footer or the comments need nearly all of it.
    """
    prose = [0] * len(tree.tags)
    for piece, value in zip(pieces, worths, strict=True):
        prose[piece.element] += max(value, 0)
    for element in range(len(prose) - 1, 0, -1):
        prose[tree.parents[element]] += prose[element]
    result = bytearray(len(tree.tags))
    for element in range(1, len(result)):
        named = tree.beside[element] and prose[element] < BELIEVED[tree.beside[element]] * prose[0]
        result[element] = result[tree.parents[element]] or named
    return result


def _within(tree: Tree, top: int) -> bytearray:
    """For each element, whether it is `top` or stands in it."""
    result = bytearray(len(tree.tags))
    result[top] = 1
    for element in range(top + 1, len(result)):  # a parent's number is lower than its children's
        result[element] = result[tree.parents[element]]
    return result


def _trimmed(tree: Tree, chosen: list[tuple[Piece, int]]) -> list[Piece]:
    """Without link lists, and without the scraps after the last prose."""
    last = max((n for n, (_, value) in enumerate(chosen) if value > 0), default=len(chosen) - 1)
    return [
        piece
        for n, (piece, value) in enumerate(chosen)
        if n <= last and _belongs(tree, piece, value)
    ]


def _belongs(tree: Tree, piece: Piece, value: int) -> bool:
    """Whether a piece among the prose is a part of it: a quoted post may be half link."""
    kind = tree.kinds[piece.element]
    if MARKUP.match(piece.text) or value == TEASER:
        return False
    unlinked = len(piece.text) - piece.linked
    return value >= SCRAP or unlinked >= SAID or kind in ("heading", "byline", "quotation")
