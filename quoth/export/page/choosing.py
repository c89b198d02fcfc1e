"""Which statements of a document are shown: by source, kind, form, act, confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quoth.records import Reading, Statement

NONE = "none"
"""The value of statements without a source, a kind or an act."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What statements are chosen by; what is empty chooses none."""

    source: str = ""
    """A source's id."""
    kind: str = ""
    form: str = ""
    act: str = ""
    confidence: float = 0.0
    """The least."""


EVERYTHING = Wanted()


def chosen(reading: Reading, wanted: Wanted) -> frozenset[str] | None:
    """Ids of the statements that are wanted; None for all of them."""
    if wanted == EVERYTHING:
        return None
    return frozenset(each.id for each in _chosen(reading, wanted))


def _chosen(reading: Reading, wanted: Wanted) -> Iterator[Statement]:
    kinds = {each.id: each.kind for each in reading.sources}
    for each in reading.statements:
        values = (
            (wanted.source, each.source_id or NONE),
            (wanted.kind, kinds.get(each.source_id or "", NONE)),
            (wanted.form, each.form),
            (wanted.act, each.cued.act if each.cued else NONE),
        )
        fits = all(value in ("", found) for value, found in values)
        if fits and each.confidence >= wanted.confidence:
            yield each
