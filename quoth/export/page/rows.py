"""The rows of the reading page: each block of the text with its notes beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from quoth.account import OwnVoice
from quoth.export.page.notes import notes
from quoth.export.page.text import texts
from quoth.export.templating import environment
from quoth.records import Reading

if TYPE_CHECKING:
    from quoth.ledger.beside import Beside


def rows(
    reading: Reading,
    beside: Beside | None = None,
    unsourced: Sequence[OwnVoice] = (),
    numbers: Iterable[int] | None = None,
) -> Iterator[tuple[int, Markup]]:
    """Number and element (id `b4`) of each block with its notes, or of those of these `numbers`.

    A row is what a correction replaces: nothing of it hangs on other rows. `beside` is what a
    ledger knows besides, `unsourced` what the document says on nobody's word.
    """
    wanted = None if numbers is None else sorted(set(numbers))
    beside_blocks = notes(reading, beside, wanted)
    row = _templates().get_template("row.html").module.row  # type: ignore[attr-defined]
    for number, text in texts(reading, unsourced, wanted):
        yield number, row(number, text, beside_blocks.get(number, ()))


@cache
def _templates() -> Environment:
    return environment("quoth.export.page")
