"""Two wordings as one text: what both have, what is gone, what is new.

Told by brackets as wdiff does, and by weight where a screen has it, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rich.text import Text

from quoth.compare.quotations import Change
from quoth.export.characters import one_line

Part = Literal["same", "gone", "new"]
LEGEND = "[-gone-] {+new+}"
_MARKS: dict[Part, tuple[str, str, str]] = {
    "same": ("", "", ""),
    "gone": ("[-", "-]", "strike"),
    "new": ("{+", "+}", "bold"),
}
_ENDS = 90
"""Characters of a long stretch without a change that are shown at either end."""


class Piece(NamedTuple):
    part: Part
    text: str


def pieces(original: str, text: str, changes: Iterable[Change], start: int = 0) -> Iterator[Piece]:
    """`text` from a character on, with what is new in it, and what is gone where it stood."""
    at = start
    for change in sorted(changes, key=lambda each: (each.other, each.one)):
        if change.kind == "surface":
            continue
        first, end = max(at, change.other.start), max(at, change.other.end)
        gone, new = original[change.one.start : change.one.end], text[first:end]
        yield Piece("same", text[at:first])
        # What only moved is neither gone nor new; brackets and forms show both.
        if gone != new:
            yield Piece("gone", gone)
            yield Piece("new", new)
        else:
            yield Piece("same", new)
        at = end
    yield Piece("same", text[at:])


def marked(given: Iterable[Piece], full: bool) -> Text:
    """On one line; of a long stretch without a change only the ends, where not `full`."""
    line = Text()
    for part, text in given:
        words = one_line(text)
        if not words:
            continue
        if part == "same" and not full and len(words) > 3 * _ENDS:
            words = f"{words[:_ENDS].rsplit(' ', 1)[0]} … {words[-_ENDS:].split(' ', 1)[-1]}"
        if line and words[0] not in _CLOSE and line.plain[-1] not in _OPEN:
            line.append(" ")
        left, right, style = _MARKS[part]
        line.append(f"{left}{words}{right}", style=style)
    return line


_CLOSE = frozenset(".,;:!?’”)]")
_OPEN = frozenset("“‘([")
