"""What boxes without a telling name hold: pictures and captions, quotations and speakers."""

from __future__ import annotations

from quoth.documents.html.head import is_dateline
from quoth.documents.html.labels import ABOUT, SUBSCRIBE
from quoth.documents.html.pieces import Piece
from quoth.documents.html.roles import SENTENCE, SHORT_LINE, Page
from quoth.documents.html.tree import Tree
from quoth.records import BlockKind

PICTURES = frozenset(("img", "picture", "video", "amp-img", "amp-video"))
CAPTION = 250
"""What stands with a picture in a box and has more characters is prose."""
LINES = 3
"""A caption has no more pieces."""
BOX, CALL = 6, 400
"""A box that leads elsewhere has no more pieces, and no more characters."""
QUOTATION = 60
"""A quotation in a box of its own has more characters."""


def by_boxes(page: Page) -> None:
    """Tell captions and quotations by the boxes they stand in, in the page's kinds.

    A box with a picture and a line or two, and nothing else, is a figure. One with a paragraph and
    a short line below that closes no sentence, and nothing else, is a quotation with its speaker.
    """
    tree = page.tree
    size = len(tree.tags)
    pictures = tree.summed([int(tag in PICTURES) for tag in tree.tags])
    counts, chars, others = [0] * size, [0] * size, [0] * size
    for piece in page.pieces:
        counts[piece.element] += 1
        chars[piece.element] += len(piece.text)
        others[piece.element] += _is_other(page, piece.element, piece.linked)
    for values in (counts, chars, others):
        tree.summed(values)
    first = page.headline.number if page.headline else 0
    for piece in page.pieces[first:]:
        if page.kinds[piece.element] != "paragraph" or piece.linked or is_dateline(piece.text):
            continue
        box = _box(tree, piece.element, counts, 1)
        figure = tree.parents[box] if not pictures[box] else box
        if (
            pictures[figure]
            and figure != piece.element
            and tree.acts[piece.element] != "p"
            and counts[figure] <= LINES
            and chars[figure] <= CAPTION
            and not others[figure]
        ):
            _settle(page, piece, "caption")
    _quotations(page, counts, others)
    _calls(page, counts, chars)


def _is_other(page: Page, element: int, linked: int) -> int:
    return int(linked > 0 or page.kinds[element] != "paragraph")


def _box(tree: Tree, element: int, counts: list[int], most: int) -> int:
    """The outermost element that holds `element` and no more than so many pieces."""
    while counts[tree.parents[element]] <= most and tree.parents[element]:
        element = tree.parents[element]
    return element


def _settle(page: Page, piece: Piece, kind: BlockKind) -> None:
    for element in (piece.element, *(element for _, element in piece.runs)):
        page.kinds[element] = kind


def _quotations(page: Page, counts: list[int], others: list[int]) -> None:
    tree = page.tree
    for said, who in zip(page.pieces, page.pieces[1:], strict=False):
        if not (len(said.text) > QUOTATION and len(who.text) <= SHORT_LINE):
            continue
        box = _box(tree, said.element, counts, 2)
        alone = counts[box] == 2 and not others[box] and _holds(tree, box, who.element)
        if alone and page.worths[said.number] > 0 and not SENTENCE.search(who.text):
            _settle(page, said, "quotation")
            _settle(page, who, "quotation")


def _calls(page: Page, counts: list[int], chars: list[int]) -> None:
    """Set aside small boxes that begin as what leads elsewhere does, or calls to subscribe do."""
    tree = page.tree
    for piece in page.pieces:
        box = tree.parents[piece.element]
        if len(piece.text) <= SHORT_LINE and 1 < counts[box] <= BOX and chars[box] <= CALL:
            first = piece.number == 0 or not _holds(
                tree, box, page.pieces[piece.number - 1].element
            )
            if first and (ABOUT.fullmatch(piece.text) or SUBSCRIBE.match(piece.text)):
                page.beside[box] = 1
    tree.under(page.beside)


def _holds(tree: Tree, box: int, element: int) -> bool:
    while element > box:
        element = tree.parents[element]
    return element == box
