"""How a plain text was set: broken into lines or not, at which width, with which indents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quoth.documents.text.rows import HYPHEN, Row, closed, first_word, goes_on

SAMPLE = 5000
"""So many rows from the start decide."""
WIDTHS = range(20, 161)
INSIDE = 0.2
"""Lines were broken by a width if so many of them end inside a sentence."""
LEAST = 0.92
"""Where letters have widths of their own, a line has so much of the usual number at least."""
OVER = 12
"""Lines that end so far behind the width were not broken by it."""
BROKEN = 0.3
"""A line that ends inside a sentence at less than this of the width was broken a second time."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the lines of a text have in common; columns count from the left edge."""

    width: int
    """The column at which lines were broken."""
    full: int
    """A line to which the next word fits before this column was not broken by the width."""
    usual: int
    """The column at which half of them ended or before."""
    opening: int
    """How far the first line of a paragraph is set in, where that is the custom, else 0."""
    exact: bool
    """Whether every line was filled as far as words go, as in letters of one width."""


def double_spaced(text: str, rows: Sequence[Row]) -> bool:
    """Whether a blank line stands below nearly every line, inside sentences too."""
    sample = rows[:SAMPLE]
    inside = [b.above for a, b in pairwise(sample) if _inside(text, a, b)]
    return len(inside) > 3 and sum(above == 1 for above in inside) > 0.8 * len(inside)


def setting(text: str, rows: Sequence[Row]) -> Setting | None:
    """How `rows` were set; None where every line is a paragraph."""
    pairs = [(a, b) for a, b in pairwise(rows[:SAMPLE]) if a.lane == b.lane]
    broken = [(a, b) for a, b in pairs if _inside(text, a, b)]
    if len(broken) < INSIDE * len(pairs) or not broken:
        return None
    rights = sorted(a.right for a, _ in broken)
    width = rights[min(len(rights) * 97 // 100, len(rights) - 1)]
    longer = sum(row.right > width + OVER for row in rows[:SAMPLE])
    if width not in WIDTHS or longer > INSIDE * len(rows[:SAMPLE]):
        return None
    needs = sorted(
        a.right + 1 + first_word(text, b)
        for a, b in broken
        if not HYPHEN.search(text, a.start, a.end)
    ) or [width]
    exact = sum(need > width for need in needs) >= 0.75 * len(needs)
    again = sum(right < BROKEN * width for right in rights) > 0.1 * len(rights)
    usual = rights[len(rights) // 2]
    full = width + 1 if exact else max(needs[len(needs) // 10], round(LEAST * usual))
    full = 0 if again else min(full, width + 1)
    return Setting(width, full, usual, _opening(rows[:SAMPLE]), exact)


def _inside(text: str, above: Row, below: Row) -> bool:
    return goes_on(text, below) and not closed(text, above)


def _opening(rows: Sequence[Row]) -> int:
    """How far paragraphs' first lines are set in.

    Such a line is followed by one at the edge more often than by another that is set in.
    """
    indents: Counter[int] = Counter()
    inside = 0
    for row, following in pairwise(rows):
        if 1 <= row.left <= 10 and not following.above and not following.turn:
            if following.left == 0:
                indents[row.left] += 1
            elif following.left >= 1:
                inside += 1
    if indents.total() < max(3, inside / 2):
        return 0
    return indents.most_common(1)[0][0]
