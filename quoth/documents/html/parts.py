"""What among an article's pieces is no part of it: labels, links elsewhere, notes of the house."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.documents.html.head import SIGN_OFF, SIGNED
from quoth.documents.html.labels import ABOUT, CALL, COMMENTS, ELSEWHERE, NOTICE, is_label
from quoth.documents.html.pieces import Piece
from quoth.documents.html.region import Part
from quoth.documents.html.roles import MARKUP, SCRAP, SENTENCE, TEASER, Page

REPEATED = 60
"""Shorter pieces may well be said twice."""
NEAR = 4
"""Farther apart, a text that says the same thing twice means to."""
SAID = 40
"""A piece with so many characters outside its links is prose, be it half link."""
CALLED = 300
"""No call to the readers is longer."""
TAIL = 0.3
"""Notes of the house hold no more of an article's prose than this."""
TITLED = 60
"""What heads a box or the comments has no more characters."""
COMMENTED = 0.2
"""An article has at least this share of the prose that it has with its comments."""
OUTSIDE = 0.2
"""What stands below the element of most paragraphs is as much as this share of it, or is left."""
LISTS = ("ul", "ol", "dl")


def belonging(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` without what stands among the prose and is no part of it."""
    parts = _without_comments(page, parts)
    last = _to_end(page, parts, _last(page, parts))
    lists = _link_lists(page, parts)
    keep = [n <= last and _belongs(page, part, lists) for n, part in enumerate(parts)]
    for n, (piece, kind) in enumerate(parts):
        if keep[n] and kind == "heading":
            keep[n] = _heads(page, parts, keep, n)
        elif not keep[n] and page.worths[piece.number] == TEASER:
            keep[n] = n < last and _is_own_heading(page, piece, parts[n + 1][0])
    return _once(
        page, _without_tail(page, [part for part, kept in zip(parts, keep, strict=True) if kept])
    )


def _last(page: Page, parts: Sequence[Part]) -> int:
    """The number of the last part that may belong to the text.

    What stands below the element that holds most paragraphs, and is little, is the house's.
    """
    worths = [max(page.worths[piece.number], 0) for piece, _ in parts]
    prose = [n for n, part in enumerate(parts) if _is_prose(page, part)]
    held = [n for n in prose if page.holds(parts[n][0])]
    if not prose:
        return len(parts) - 1
    after = [n for n in prose if held and n > held[-1]]
    few = sum(worths[n] for n in after) < OUTSIDE * sum(worths[n] for n in held)
    if few and not any(parts[n][1] in ("quotation", "footnote") for n in after):
        return held[-1]
    return prose[-1]


def _to_end(page: Page, parts: Sequence[Part], last: int) -> int:
    """`last`, or the last of what goes on there: short items of its list, short sentences."""
    if not 0 <= last < len(parts):
        return last
    around, element = _list(page, parts[last][0]), parts[last][0].element
    parent = page.tree.parents[element]
    for n in range(last + 1, len(parts)):
        piece, kind = parts[n]
        listed = kind == "item" and _list(page, piece) == around != 0
        beside = piece.element == element or _parent(page, piece) == parent
        said = kind == "paragraph" and not piece.linked and bool(SENTENCE.search(piece.text))
        if not (listed or (beside and said and not NOTICE.search(piece.text))):
            break
        last = n
    return last


def _is_prose(page: Page, part: Part) -> bool:
    return page.worths[part[0].number] > 0 or part[1] in ("title", "footnote", "quotation")


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
    while element and page.tree.acts[element] not in LISTS:
        element = page.tree.parents[element]
    return element


def _belongs(page: Page, part: Part, lists: set[int]) -> bool:
    """Whether a piece is a part of the article."""
    piece, kind = part
    text = piece.text
    if kind == "title":
        return True
    if MARKUP.match(text) or is_label(text) or all(is_label(run.strip()) for run, _ in piece.runs):
        return False
    worth = page.worths[piece.number]
    if kind == "byline" and len(text) > SIGNED and not SIGN_OFF.match(text):
        return False
    if page.tree.linked[piece.element] and kind != "heading":
        return False  # a whole block that is a link is a card that leads elsewhere
    if kind == "footnote":
        return piece.linked < len(text)
    if kind in ("byline", "dateline", "caption", "quotation", "table"):
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
    if all(is_label(piece.text) for piece, _ in parts[at + 1 : following]):
        return True
    # What it headed is gone; in a box of its own, or before another heading, it was that alone.
    boxed = _parent(page, parts[at][0]) != _parent(page, parts[following][0])
    return not boxed and parts[following][1] != "heading"


def _is_own_heading(page: Page, piece: Piece, following: Piece) -> bool:
    """Whether a heading that is a link stands right among the article's paragraphs."""
    return (
        _parent(page, piece) == _parent(page, following)
        and page.holds(piece)
        and page.worths[following.number] > 0
    )


def _without_comments(page: Page, parts: Sequence[Part]) -> Sequence[Part]:
    """`parts` up to the heading of the readers' comments."""
    worths = [max(page.worths[piece.number], 0) for piece, _ in parts]
    above, whole = 0, sum(worths)
    for n, (piece, kind) in enumerate(parts):
        short = len(piece.text) <= TITLED and kind in ("heading", "paragraph")
        if short and above > COMMENTED * whole and COMMENTS.fullmatch(piece.text):
            notes = [part for part in parts[n:] if part[1] == "footnote"]
            return [*parts[:n], *notes]
        above += worths[n]
    return parts


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
        about = (last and kind == "heading") or (
            kind in ("heading", "paragraph")
            and len(piece.text) <= TITLED
            and bool(ABOUT.fullmatch(piece.text))
            and not piece.text.rstrip().endswith(".")
        )
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


def _once(page: Page, parts: Sequence[Part]) -> list[Part]:
    """`parts` without what markup doubles: captions for each width of screen, and whole boxes.

    What an author repeats stands in one element with what it repeats, or farther apart.
    """
    result: list[Part] = []
    for piece, kind in parts:
        near = result[-NEAR:] if kind == "caption" else result[-1:]
        doubled = len(piece.text) >= REPEATED and any(
            piece.text == other.text and _parent(page, piece) != _parent(page, other)
            for other, _ in near
        )
        if not doubled:
            result.append((piece, kind))
    return result
