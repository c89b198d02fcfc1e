"""A page's headline: the heading that says what the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quoth.documents.html_pieces import Piece
from quoth.documents.html_tree import Tree

NAMING = 12
"""A shorter heading may stand in a title by chance."""
LONGEST = 300
"""No headline has more characters."""
FIRST = 100
"""A headline is among so many first pieces of a page, where no heading holds it."""
LINE = re.compile("\n")
HEADINGS = ("h1", "h2", "h3")


def plain(text: str) -> str:
    """`text` without case and punctuation."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def headline(tree: Tree, pieces: Sequence[Piece], titles: Sequence[str]) -> Piece | None:
    """The piece that says what the page calls itself; `titles` may hold the outlet's name too."""
    called = [plain(title) for title in titles]
    headings = [p for p in pieces if tree.acts[p.element] in HEADINGS and len(p.text) <= LONGEST]
    named = [piece for piece in headings if _names(plain(piece.text), called)]
    if named:
        # A site's name may be a heading too, and stands in the title beside the article's.
        return max(named, key=lambda piece: len(piece.text))
    short = (piece for piece in pieces[:FIRST] if len(piece.text) <= LONGEST and not piece.linked)
    return next((p for p in short if plain(p.text) in called or _ends(plain(p.text), called)), None)


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
    for n, piece in enumerate(pieces[:FIRST]):
        first, _, rest = piece.text.partition("\n")
        if rest and NAMING <= len(first) <= LONGEST and _ends(plain(first), called):
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
    result: list[Piece] = []
    start = 0
    for match in (*separator.finditer(piece.text), None):
        end = match.start() if match else len(piece.text)
        runs = list(_between(piece, start, end))
        if any(text.strip() for text, _ in runs):
            result.append(Piece(piece.element, piece.number, piece.ruled, runs))
        start = match.end() if match else end
    return ended(result)


def _between(piece: Piece, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The runs of a piece from `start` to `end`, without the white space at the outset."""
    at, begun = 0, False
    for text, element in piece.runs:
        part = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        part = part if begun else part.lstrip()
        if part:
            begun = True
            yield part, element


def ended(pieces: list[Piece]) -> list[Piece]:
    """`pieces` with their text set, once all their runs are in."""
    for piece in pieces:
        last, element = piece.runs[-1]
        piece.runs[-1] = last.rstrip(), element
        piece.text = "".join(text for text, _ in piece.runs)
    return pieces
