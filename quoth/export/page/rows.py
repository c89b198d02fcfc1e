"""The rows of the reading page: each block of the text with its notes beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import Markup

from quoth.account import OwnVoice
from quoth.export.page.notes import Margin
from quoth.export.page.text import texts
from quoth.export.templating import environment
from quoth.records import Reading

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside

LINE, NOTE = 80, 2
"""About how many characters a line has, and how many lines a note."""
HEIGHTS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96)
"""Lines that a row may be taken for while it is out of sight: the scroll bar stays where it is."""


def rows(
    reading: Reading,
    beside: Beside | None = None,
    unsourced: Sequence[OwnVoice] = (),
    numbers: Iterable[int] | None = None,
    shown: Collection[str] | None = None,
    in_room: bool = True,
) -> Iterator[tuple[int, Markup]]:
    """Number and element (id `b4`) of each block with its notes, or of those of these `numbers`.

    A row is what a correction replaces: nothing of it hangs on other rows. `beside` is what a
    ledger knows besides, `unsourced` what the document says on nobody's word, `shown` the ids of
    the statements that are marked (all if None). Pages of the room are linked to where it is
    `in_room`.
    """
    margin = Margin(reading, beside)
    parts: Any = templates().get_template("row.html").module
    fact = cache(parts.fact)  # most are told of many statements
    for number, text in texts(reading, unsourced, numbers, shown):
        beside_it = [
            (each, Markup("").join([fact(one) for one in each.facts]))
            for each in margin.notes(number)
        ]
        size = sum(span.end - span.start for span in reading.document.blocks[number].spans)
        lines = _about(max(size // LINE + 1, NOTE * len(beside_it)))
        yield number, parts.row(number, lines, text, beside_it, shown, in_room)


def _about(lines: int) -> int:
    return next((height for height in HEIGHTS if height >= lines), HEIGHTS[-1])


@cache
def templates() -> Environment:
    """The templates of the reading page and of its file."""
    return environment("quoth.export.page")
