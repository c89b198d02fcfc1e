"""Is a plain text broken into lines by a fixed width, and at which?"""

from __future__ import annotations

import re
from itertools import pairwise

from quoth.documents.lines import CLOSED

QUOTED = re.compile(r"^(?:[^\S\r\n]*>)+")
SAMPLE = 400_000
"""So many characters from the start decide."""
END = re.compile(r"\r\n|[\r\n\f]")
WIDTHS = range(25, 161)


def margin(text: str) -> int | None:
    """The column at which lines were broken, or None where every line is one paragraph.

    A width broke the lines if at nearly every line end the next word would not have fitted, and
    many of them fall inside a sentence.
    """
    pairs = _breaks(text[:SAMPLE])
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[min(len(lengths) * 95 // 100, len(lengths) - 1)]
    if width not in WIDTHS:
        return None
    full = sum(len(line) + 1 + len(word) > width for line, word in pairs)
    inside = sum(_goes_on(word) and not CLOSED.search(line) for line, word in pairs)
    return width if full >= 0.6 * len(pairs) and inside >= 0.3 * len(pairs) else None


def _breaks(text: str) -> list[tuple[str, str]]:
    """Each line that another follows directly, and the first word of that."""
    # What a quotation's marks stand before goes on like any other line.
    lines = [QUOTED.sub("", line.rstrip()) for line in END.split(text)]
    return [
        (line, following.split(maxsplit=1)[0])
        for line, following in pairwise(lines)
        if line.strip() and following.strip()
    ]


def _goes_on(word: str) -> bool:
    # Not `islower`: many scripts have no capitals.
    return word[0].isalnum() and not word[0].isupper()
