"""The documents of an event, made ready once for all their claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from quoth.compare.claims.judging import weights
from quoth.compare.claims.meaning import Meaning
from quoth.compare.claims.page import Page, unit
from quoth.compare.event_names import Names, names_of
from quoth.compare.records import Told
from quoth.reading.roles import Floats
from quoth.records import Statement


def pages(told: Iterable[Told], meaning: Meaning) -> tuple[Page, ...]:
    """Documents ready to be compared; of copies the first stands for all."""
    known, distinct = weights(), tuple(_distinct(told))
    names = names_of(each.reading.document for each in distinct)
    return tuple(page_of(each, meaning, names, known.mean, known.spread) for each in distinct)


def page_of(told: Told, meaning: Meaning, names: Names, mean: Floats, spread: Floats) -> Page:
    """One document, its words' vectors as they stand out from `mean` in units of `spread`."""
    meant = meaning.of(told.reading.document, names)
    return Page(told, meant, unit(meant.vectors, mean, spread))


def _distinct(told: Iterable[Told]) -> Iterable[Told]:
    """Documents with a wording of a statement that none before them has."""
    met: set[bytes] = set()
    for each in told:
        new = {_wording(one) for one in each.reading.statements} - met
        if new:
            met |= new
            yield each


def _wording(statement: Statement) -> bytes:
    source = statement.source.text if statement.source else ""
    words = " ".join(f"{source}: {statement.content.text}".split()).casefold()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
