"""What each element of a web page is, and whether it stands beside the article.

Names mislead: what holds most of the page's prose is the article, whatever it is called.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quoth.documents.html.headline import headline, parted
from quoth.documents.html.names import HIDING, LOUD, NAMED
from quoth.documents.html.pieces import Piece
from quoth.documents.html.tables import tables
from quoth.documents.html.tree import KINDS, Tree
from quoth.records import BlockKind

SENTENCE = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
LONG = 80
"""A piece of so many characters is prose even when nothing closes it."""
SHORTEST = 25
"""A shorter piece may be a label that happens to end like a sentence."""
TEASER = -200
"""What a headline that is a link is worth: the teaser below it reads like an article."""
SCRAP = -12
"""What a short piece without a sentence is worth, in characters."""
MARKUP = re.compile(r"\s*(?:<(?:img|iframe|script|a|div)\b|\[/?\w+\s+\w+=)")
"""Markup that the page's author hid from the parser, and codes that WordPress did not expand."""
BELIEVED = {NAMED: 0.5, LOUD: 0.95, HIDING: 0.95}
"""An element with this share of the page's prose is the article in spite of what it says."""
MAIN = 0.25
"""The same where the element whose own paragraphs are the page's longest stands in it."""
UNPROSAIC: frozenset[BlockKind] = frozenset(
    ("heading", "byline", "dateline", "caption", "deck", "table")
)
WHOLE: frozenset[BlockKind] = frozenset(("quotation", "footnote", "table"))
"""Kinds that hold for all that stands in an element."""
NEARNESS = (1.0, 0.85, 0.7)
"""What a paragraph counts for its parent, that one's parent, and the next: some sites wrap each."""
UNCLOSED = 160
"""Paragraphs of so many characters stand in a heading that was not closed, not in its words; where
it has words of its own besides, one paragraph is enough."""
OPENING = 2.5
"""The post that opens a discussion has so many times the prose of any reply; in a live report
entries are more alike."""
SHORT_LINE = 60
SIGNS: frozenset[BlockKind] = frozenset(("byline", "dateline"))
AGO = re.compile(r"(?:\d+|\ban?) (?:min(?:ute)?|hour|day|week|month|year)s? ago$|yesterday$", re.I)
"""When readers wrote."""


@dataclass(slots=True)
class Page:
    """A page's elements and pieces, and what they were found to be."""

    tree: Tree
    pieces: list[Piece]
    kinds: list[BlockKind]
    """Of each element."""
    tables: array[int]
    """The table of data that each element stands in, or 0."""
    main: int
    """The element that itself holds more prose than any other: most paragraphs' parent."""
    beside: bytearray
    """1 for each element that stands beside the article."""
    headline: Piece | None
    """The piece that says what the page calls itself."""
    worths: list[int]
    """What each piece says for (above 0) or against the element that holds it, in characters."""
    held: bytearray
    """1 for each element in `main`."""

    def settle(self, element: int) -> None:
        """Take `element` for the one that holds most paragraphs."""
        self.main = element
        self.held = bytearray(len(self.kinds))
        self.held[element] = 1
        self.tree.under(self.held)

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands in the element that holds most paragraphs."""
        return bool(self.held[piece.element])

    def kind(self, piece: Piece) -> BlockKind:
        """What a piece is: a byline may be inline, `<p><span class=byline>By Ann Marsh</span>`."""
        kind = self.kinds[piece.element]
        inner = {self.kinds[element] for text, element in piece.runs if text.strip()}
        if len(inner) == 1 and (kind not in SIGNS or not inner.isdisjoint(SIGNS)):
            return inner.pop()
        return kind


def page(tree: Tree, pieces: list[Piece], titles: Sequence[str] = ()) -> Page:
    """The page with the kinds of its elements and the worth of its pieces.

    `titles` are what it calls itself.
    """
    pieces = parted(pieces, titles)
    prose = [0] * len(tree.tags)
    for piece in pieces:
        prose[piece.element] += max(_worth(piece, KINDS.get(tree.acts[piece.element])), 0)
    centre = main(tree, enumerate(prose))
    prose = tree.summed(prose)
    grids = tables(tree, pieces)
    kinds = _kinds(tree, prose, grids, {piece.element for piece in pieces})
    named = headline(tree, pieces, titles)
    result = Page(tree, pieces, kinds, grids, centre, bytearray(), named, [], bytearray())
    result.settle(centre)
    result.worths = [_worth(piece, result.kind(piece)) for piece in pieces]
    result.beside = _beside(result, prose)
    for several in (threads(result, prose),):
        for element in several:
            result.beside[element] = 1
    tree.under(result.beside)
    return result


def main(tree: Tree, prose: Iterable[tuple[int, int]]) -> int:
    """The element that holds most paragraphs, of elements with so much prose of their own."""
    held: dict[int, float] = {}
    for element, amount in prose:
        for share in NEARNESS if amount > 0 else ():
            element = tree.parents[element]
            held[element] = held.get(element, 0) + share * amount
    held.pop(0, None)
    return max(held, key=lambda element: (held[element], element), default=0)


def _worth(piece: Piece, kind: BlockKind | None) -> int:
    length = len(piece.text)
    if piece.linked > length * 0.5:
        return TEASER if kind == "heading" else -min(length, LONG)
    if kind in UNPROSAIC or MARKUP.match(piece.text):
        return 0
    sentence = SENTENCE.search(piece.text)
    if length > LONG or (length > SHORTEST and sentence):
        return length - 2 * piece.linked
    return 0 if sentence else SCRAP


def _kinds(tree: Tree, prose: list[int], grids: array[int], worded: set[int]) -> list[BlockKind]:
    """The kind of each element; those in `worded` have words of their own."""
    kinds: list[BlockKind] = ["paragraph"]
    terms = {tree.parents[element] for element, tag in enumerate(tree.acts) if tag == "dt"}
    framing = _framing(tree)
    for element in range(1, len(tree.tags)):
        above = kinds[tree.parents[element]]
        if grids[element] and above not in WHOLE:
            kinds.append("table")
            continue
        least = LONG if tree.parents[element] in worded else UNCLOSED
        if above == "heading" and prose[tree.parents[element]] > least:
            above = "paragraph" if tree.blocks[element] == element else above
        set_in = tree.acts[element] == "dd" and tree.parents[element] not in terms
        if set_in or element in framing:
            kinds.append(above if above in WHOLE else "quotation")
            continue
        kinds.append(_kind(tree, element, above, prose[element] > 0.5 * prose[0]))
    return kinds


def _framing(tree: Tree) -> set[int]:
    """The figures that frame a quotation: their captions say whose it is."""
    around = [0]
    for element in range(1, len(tree.acts)):
        is_figure = tree.acts[element] == "figure"
        around.append(element if is_figure else around[tree.parents[element]])
    return {around[n] for n, tag in enumerate(tree.acts) if tag == "blockquote"} - {0}


def _kind(tree: Tree, element: int, above: BlockKind, most: bool) -> BlockKind:
    """The kind of an element in one of kind `above`; `most` of the page's prose may stand in it."""
    tag, said = tree.acts[element], tree.names[element].kind
    if above in WHOLE or tag == "blockquote":
        return above if above in WHOLE else "quotation"
    if above == "caption":
        return "quotation" if said == "quotation" else "caption"
    if said and not most:
        return said
    by_tag = KINDS.get(tag)
    if by_tag and not (most and by_tag == "caption"):
        return by_tag
    return above


def _beside(found: Page, prose: list[int]) -> bytearray:
    tree = found.tree
    result = bytearray(len(tree.tags))
    above = _path(tree, found.main)
    over = _path(tree, found.headline.element) if found.headline else set()
    for element in range(1, len(result)):
        parent = tree.parents[element]
        if result[parent] or found.tables[parent]:  # a table is kept or left as a whole
            result[element] = result[parent]
            continue
        mark = tree.names[element].beside or _by_tag(found, element)
        if mark < HIDING and found.kinds[parent] == "quotation":
            continue  # whoever is quoted may be named in a "footer"
        if element in over and mark < HIDING:
            continue  # the headline belongs to the article, and so does what it stands in
        share = MAIN if mark == NAMED and element in above else BELIEVED.get(mark, 0)
        result[element] = mark > 0 and prose[element] <= share * prose[0]
    return result


def _path(tree: Tree, element: int) -> set[int]:
    """An element and all that it stands in."""
    result = set()
    while element:
        result.add(element)
        element = tree.parents[element]
    return result


def threads(page: Page, prose: list[int]) -> list[int]:
    """The elements of threads of comments and lists of teasers.

    An article is signed and dated once; where three or more elements side by side are, beside
    prose that is not, each is a comment or leads to an article of its own.
    """
    tree = page.tree
    signed, others = bytearray(len(tree.tags)), bytearray(len(tree.tags))
    for piece in page.pieces:
        marks = signed if _is_signature(page, piece) else others
        element = piece.element
        while element and not marks[element]:
            marks[element] = 1
            element = tree.parents[element]
    siblings: dict[int, list[int]] = {}
    for element in range(1, len(tree.tags)):
        if others[element]:
            siblings.setdefault(tree.parents[element], []).append(element)
    result, above = [], _path(tree, page.main)
    for parent, children in siblings.items():
        several = [element for element in children if signed[element]]
        if len(several) <= max(2, 0.7 * len(children)):
            continue
        if parent != page.main and above.isdisjoint(several):
            result += several
            continue
        first, *rest = [element for element in several if prose[element]] or [0]
        if prose[first] > OPENING * max((prose[element] for element in rest), default=0):
            result += rest  # a discussion: what opens it is the article
    return result


def _is_signature(page: Page, piece: Piece) -> bool:
    if page.kind(piece) in ("byline", "dateline"):
        return True
    if len(piece.text) > SHORT_LINE:
        return False
    kinds = {page.kinds[element] for _, element in piece.runs}
    return not SIGNS.isdisjoint(kinds) or bool(AGO.search(piece.text))


def _by_tag(found: Page, element: int) -> int:
    tag = found.tree.acts[element]
    if tag not in ("aside", "footer", "form") or found.tree.names[element].framed:
        return 0
    # In a quotation a footer says whose words they are.
    return NAMED if found.kinds[found.tree.parents[element]] != "quotation" else 0
