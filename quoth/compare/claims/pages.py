"""The documents of an event, made ready once for all their claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from quoth.compare.claims.judging import weights
from quoth.compare.claims.meaning import Meaning
from quoth.compare.claims.page import Page, unit
from quoth.compare.records import Told
from quoth.reading.roles import Floats


def pages(told: Iterable[Told], meaning: Meaning) -> tuple[Page, ...]:
    """Documents ready to be compared; of those with one text the first stands for all."""
    known = weights()
    return tuple(page_of(each, meaning, known.mean, known.spread) for each in _distinct(told))


def page_of(told: Told, meaning: Meaning, mean: Floats, spread: Floats) -> Page:
    """One document, its words' vectors as they stand out from `mean` in units of `spread`."""
    meant = meaning.of(told.reading.document)
    return Page(told, meant, unit(meant.vectors, mean, spread))


def _distinct(told: Iterable[Told]) -> Iterable[Told]:
    met: set[bytes] = set()
    for each in told:
        text = " ".join(each.reading.document.text.split())
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if key not in met:
            met.add(key)
            yield each
