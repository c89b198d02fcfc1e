"""What among an article's pieces is no part of it: labels, links elsewhere, notes of the house."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.documents.dates import iso_date
from quoth.documents.html_labels import ABOUT, CALL, ELSEWHERE, LABEL, NOTICE
from quoth.documents.html_pieces import Piece
from quoth.documents.html_region import DECK, DECKS, Part
from quoth.documents.html_roles import LONG, MARKUP, SCRAP, SENTENCE, TEASER, Page
from quoth.documents.roles import BYLINE, HEAD, PLACE_AND_DATE
from quoth.records import BlockKind

REPEATED = 60
"""Shorter pieces may well be said twice."""
NEAR = 4
"""Farther apart, a text that says the same thing twice means to."""
SAID = 40
"""A piece with so many characters outside its links is prose, be it half link."""
SIGNED = 120
"""No byline is longer; what is says who the writer is."""
CALLED = 300
"""No call to the readers is longer."""
TAIL = 0.3
"""Notes of the house hold no more of an article's prose than this."""
LISTS = ("ul", "ol", "dl")


def belonging(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` without what stands among the prose and is no part of it."""
    parts = _headed(page, parts)
    last = max((n for n, part in enumerate(parts) if _is_prose(page, part)), default=len(parts))
    lists = _link_lists(page, parts)
    keep = [n <= last and _belongs(page, part, lists) for n, part in enumerate(parts)]
    for n, (piece, kind) in enumerate(parts):
        if keep[n] and kind == "heading":
            keep[n] = _heads(page, parts, keep, n)
        elif not keep[n] and page.worths[piece.number] == TEASER:
            keep[n] = n < last and _is_own_heading(page, piece, parts[n + 1][0])
    return _once(
        _without_tail(page, [part for part, kept in zip(parts, keep, strict=True) if kept])
    )


def _is_prose(page: Page, part: Part) -> bool:
    return page.worths[part[0].number] > 0 or part[1] in ("title", "footnote", "quotation")


def _headed(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` with deck, byline and dateline above the prose told from it, and no deck below."""
    result = list(parts)
    start = next((n for n, part in enumerate(parts) if _opens(page, part)), 1)
    for n, (piece, kind) in enumerate(parts):
        if kind in ("deck", "paragraph") and n <= max(start, HEAD):
            result[n] = piece, _in_head(page, piece, kind)
        if result[n][1] == "deck" and n >= start > 1:
            heads = page.worths[piece.number] <= 0 and page.tree.tags[piece.element] != "p"
            result[n] = piece, "heading" if heads else "paragraph"
    decks = [n for n, (piece, kind) in enumerate(result[:start]) if _is_deck(page, piece, kind)]
    apart = len(decks) <= DECKS and page.tree.tags[page.main] != "body"
    for n in decks:
        piece = result[n][0]
        result[n] = piece, "deck" if apart and len(piece.text) <= DECK else "paragraph"
    return result


def _opens(page: Page, part: Part) -> bool:
    """Whether a piece is the first paragraph of the article's text."""
    piece, kind = part
    own = page.main in (_parent(page, piece), piece.element)
    return own and kind == "paragraph" and page.worths[piece.number] > 0


def _in_head(page: Page, piece: Piece, kind: BlockKind) -> BlockKind:
    """What stands above the prose, where the text says it better than a class."""
    text = piece.text
    if len(text) > SIGNED or page.worths[piece.number] > LONG:
        return kind
    if PLACE_AND_DATE.fullmatch(text) and iso_date(text):
        return "dateline"
    return "byline" if BYLINE.match(text) and not SENTENCE.search(text) else kind


def _is_deck(page: Page, piece: Piece, kind: BlockKind) -> bool:
    if kind == "quotation":  # where only a name calls it that, it is set like one
        return page.tree.tags[piece.element] in ("div", "p", "section")
    return kind == "deck" or (kind == "paragraph" and page.worths[piece.number] > 0)


def _parent(page: Page, piece: Piece) -> int:
    return page.tree.parents[piece.element]


def _link_lists(page: Page, parts: Sequence[Part]) -> set[int]:
    """The lists that are links for the most part."""
    linked: dict[int, int] = {}
    for piece, kind in parts:
        if kind == "item":
            around = _list(page, piece)
            linked[around] = linked.get(around, 0) + 2 * piece.linked - len(piece.text)
    return {around for around, more in linked.items() if more > 0}


def _list(page: Page, piece: Piece) -> int:
    element = piece.element
    while element and page.tree.tags[element] not in LISTS:
        element = page.tree.parents[element]
    return element


def _belongs(page: Page, part: Part, lists: set[int]) -> bool:
    """Whether a piece is a part of the article."""
    piece, kind = part
    text = piece.text
    if kind == "title":
        return True
    if MARKUP.match(text) or LABEL.fullmatch(text):
        return False
    worth = page.worths[piece.number]
    if kind == "byline" and len(text) > SIGNED:
        return False
    if kind in ("byline", "dateline", "caption", "quotation", "footnote", "table"):
        return True
    if kind == "item":
        return _list(page, piece) not in lists
    if worth == TEASER or (piece.linked and ELSEWHERE.match(text)):
        return False
    if piece.linked and len(text) <= CALLED and CALL.match(text) and NOTICE.search(text):
        return False
    if kind == "heading" or len(text) - piece.linked >= SAID:
        return True
    return worth >= SCRAP and piece.linked <= 0.5 * len(text)


def _heads(page: Page, parts: Sequence[Part], keep: Sequence[bool], at: int) -> bool:
    """Whether a heading stands above something that is kept."""
    following = at + 1
    while following < len(parts) and not keep[following]:
        following += 1
    if following == len(parts):
        return False
    if following == at + 1:
        return True
    # What it headed is gone; in a box of its own, or before another heading, it was that alone.
    boxed = _parent(page, parts[at][0]) != _parent(page, parts[following][0])
    return not boxed and parts[following][1] != "heading"


def _is_own_heading(page: Page, piece: Piece, following: Piece) -> bool:
    """Whether a heading that is a link stands right among the article's paragraphs."""
    return (
        _parent(page, piece) == page.main
        and _parent(page, following) == page.main
        and page.worths[following.number] > 0
    )


def _without_tail(page: Page, parts: list[Part]) -> list[Part]:
    """`parts` without notes at the end on who wrote them, and calls to subscribe and follow."""
    worths = [max(page.worths[piece.number], 0) for piece, _ in parts]
    left = TAIL * sum(worths)
    cut = len(parts)
    for n in range(len(parts) - 1, 0, -1):
        piece, kind = parts[n]
        left -= worths[n]
        if left < 0 or kind == "title":
            break
        last = cut == n + 1
        about = kind == "heading" and (last or bool(ABOUT.fullmatch(piece.text)))
        small = piece.ruled and all(_is_small(each) for each, _ in parts[n:cut])
        if about or small or (last and _is_notice(piece)):
            cut = n
    return parts[:cut]


def _is_small(piece: Piece) -> bool:
    return piece.slanted >= 0.9 * len(piece.text.strip())


def _is_notice(piece: Piece) -> bool:
    turned = bool(NOTICE.search(piece.text))
    if len(piece.text) > CALLED:
        return False
    return turned and (_is_small(piece) or (piece.linked > 0 and bool(CALL.match(piece.text))))


def _once(parts: Sequence[Part]) -> list[Part]:
    """`parts` without what was said before: pages repeat captions for each width of screen."""
    result: list[Part] = []
    for part in parts:
        text = part[0].text
        if len(text) < REPEATED or all(text != near.text for near, _ in result[-NEAR:]):
            result.append(part)
    return result
