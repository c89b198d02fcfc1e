"""A page's headline: the heading that says what the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quoth.documents.html.pieces import Piece
from quoth.documents.html.tree import Tree

NAMING = 12
"""A shorter heading may stand in a title by chance."""
LONGEST = 300
"""No headline has more characters."""
FIRST = 100
"""A headline is among so many first pieces of a page, where no heading holds it."""
SEPARATOR = re.compile(r"\s+(?:[|»«•·–—-]|::)\s+|\s*[:|]\s+")
"""What parts an article's name from its outlet's in a title."""
LINE = re.compile("\n")
HEADINGS = ("h1", "h2", "h3")


def plain(text: str) -> str:
    """`text` without case and punctuation."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def headline(tree: Tree, pieces: Sequence[Piece], titles: Sequence[str]) -> Piece | None:
    """The piece that says what the page calls itself; `titles` may hold the outlet's name too."""
    called = [plain(title) for title in titles]
    segments = _segments(titles)
    headings = [p for p in pieces if tree.acts[p.element] in HEADINGS and len(p.text) <= LONGEST]
    named = [p for p in headings if plain(p.text) in segments or _names(plain(p.text), called)]
    # A site's name may be a heading too, and stands in the title beside the article's.
    own = [piece for piece in named if not _leads_home(tree, piece)] or named
    first = [piece for piece in own if tree.acts[piece.element] == "h1"]
    if named:
        return max(first or own, key=lambda piece: len(piece.text))
    short = (piece for piece in pieces[:FIRST] if len(piece.text) <= LONGEST and not piece.linked)
    said = [p for p in short if plain(p.text) in segments or _ends(plain(p.text), called)]
    return max(said, key=lambda piece: len(piece.text), default=None)


def _segments(titles: Sequence[str]) -> set[str]:
    """The titles and the parts of each, plain."""
    return {plain(part) for title in titles for part in (title, *SEPARATOR.split(title))} - {""}


def _leads_home(tree: Tree, piece: Piece) -> bool:
    elements = {element for text, element in piece.runs if text.strip()}
    return all(not tree.homes.isdisjoint(_path(tree, element)) for element in elements)


def _path(tree: Tree, element: int) -> list[int]:
    """An element and the two that it stands in."""
    return [element, tree.parents[element], tree.parents[tree.parents[element]]]


def _names(heading: str, called: Sequence[str]) -> bool:
    return bool(heading) and any(
        heading == title or (len(heading) >= NAMING and heading in title) for title in called
    )


def _ends(text: str, called: Sequence[str]) -> bool:
    """Whether a title is `text` and hardly more, as an outlet's name before or after it."""
    return any(
        2 * len(text) > len(title) and (title.startswith(text) or title.endswith(text))
        for title in called
    )


def parted(pieces: list[Piece], titles: Sequence[str]) -> list[Piece]:
    """`pieces`, with a headline that only a line break parts from what follows as one of its own.

    Pages without paragraphs set it so: a headline, a break, a byline, a break.
    """
    called = [plain(title) for title in titles]
    segments = _segments(titles)
    for n, piece in enumerate(pieces[:FIRST]):
        first, _, rest = piece.text.partition("\n")
        named = plain(first) in segments or _ends(plain(first), called)
        if rest and named and NAMING <= len(first) <= LONGEST:
            pieces = [*pieces[:n], *lines(piece), *pieces[n + 1 :]]
            for number, each in enumerate(pieces):
                each.number = number
            break
    return pieces


def lines(piece: Piece) -> list[Piece]:
    """A piece's lines as pieces of the same number."""
    return cut(piece, LINE)


def cut(piece: Piece, separator: re.Pattern[str]) -> list[Piece]:
    """What stands between separators in a piece, each as a piece of the same number."""
    matches = list(separator.finditer(piece.text))
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(piece.text)]
    result = [Piece(piece.element, piece.number, piece.ruled) for _ in starts]
    at, n = 0, 0
    for text, element in piece.runs:
        while n < len(starts) and starts[n] < at + len(text):
            part = text[max(starts[n] - at, 0) : max(ends[n] - at, 0)]
            part = part if result[n].runs else part.lstrip()
            if part:
                result[n].runs.append((part, element))
            if ends[n] > at + len(text):
                break
            n += 1
        at += len(text)
    return ended([each for each in result if any(text.strip() for text, _ in each.runs)])


def ended(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with their text set, once all their runs are in."""
    for piece in pieces:
        last, element = piece.runs[-1]
        piece.runs[-1] = last.rstrip(), element
        piece.text = "".join(text for text, _ in piece.runs)
    return pieces
