"""Which pieces of a page are its article.

Every piece is worth something: sentences outside links speak for an article, links and short
scraps against it. The article is the element whose pieces are worth most together, without what
says of itself that it stands beside it, and what leads up to it from the headline on.
"""

from __future__ import annotations

from quoth.documents.html.pieces import Piece
from quoth.documents.html.roles import LONG, SHORTEST, Page, main
from quoth.records import BlockKind

NEARLY = 0.95
"""The smallest element with this share of the best worth is taken: it leaves out what is not of
the article and yet reads like it."""
ABOVE = 0.1
"""Pieces above the headline hold no more of the article's prose than this."""
DECK, DECKS = 400, 2
"""No deck is longer, in characters and in paragraphs."""

Part = tuple[Piece, BlockKind]


def article(page: Page) -> list[Part]:
    """The pieces of the article with their kinds, in document order, its headline among them."""
    totals = [0] * len(page.tree.tags)
    for piece, worth in zip(page.pieces, page.worths, strict=True):
        if not page.beside[piece.element]:
            totals[piece.element] += worth
    totals = page.tree.summed(totals)
    best = max(range(len(totals)), key=lambda element: (totals[element], element))
    headline = page.headline or _first_heading(page)
    if totals[best] < LONG:  # a page of scraps: no telling, so nothing is left out
        kept = [p for p in page.pieces if not page.beside[p.element] or p is headline]
        return [(piece, _with_title(page, piece, headline)) for piece in kept]
    region = max(e for e, total in enumerate(totals) if total >= NEARLY * totals[best])
    return _parts(page, region, headline)


def _parts(page: Page, region: int, headline: Piece | None) -> list[Part]:
    within = bytearray(len(page.tree.tags))
    within[region] = 1
    within = page.tree.under(within)
    inside = [p for p in page.pieces if within[p.element] and not page.beside[p.element]]
    page.settle(main(page.tree, ((p.element, max(page.worths[p.number], 0)) for p in inside)))
    if headline is None:
        return [(piece, page.kind(piece)) for piece in inside]
    if headline.number < inside[0].number:
        between = page.pieces[headline.number + 1 : inside[0].number]
        lead = [p for p in between if not page.beside[p.element]]
    else:
        lead = []
        above = sum(max(page.worths[p.number], 0) for p in inside if p.number < headline.number)
        if above <= ABOVE * sum(max(page.worths[p.number], 0) for p in inside):
            inside = [p for p in inside if p.number > headline.number]
        else:
            inside = [p for p in inside if p is not headline]
    prose = sum(page.worths[p.number] > 0 for p in lead)
    return [
        (headline, "title"),
        *((piece, kind) for piece in lead if (kind := _leading(page, piece, prose))),
        *((piece, page.kind(piece)) for piece in inside),
    ]


def _leading(page: Page, piece: Piece, prose: int) -> BlockKind | None:
    """What a piece between the headline and the article's element is, among so much prose."""
    kind = page.kind(piece)
    if kind in ("byline", "dateline", "caption", "deck"):
        return kind
    if kind == "item":  # key points above a story; links are a menu
        return kind if not piece.linked and len(piece.text) > SHORTEST else None
    if page.worths[piece.number] <= 0:
        return None
    return "deck" if prose <= DECKS and len(piece.text) <= DECK else "paragraph"


def _with_title(page: Page, piece: Piece, headline: Piece | None) -> BlockKind:
    return "title" if piece is headline else page.kind(piece)


def _first_heading(page: Page) -> Piece | None:
    """The first heading of the first rank, outside boxes if there is one."""
    first = [piece for piece in page.pieces if page.tree.acts[piece.element] == "h1"]
    seen = [piece for piece in first if not page.beside[piece.element]]
    return next(iter(seen or first), None)
