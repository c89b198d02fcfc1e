"""Sources of a reading into rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quoth.ledger.store import Store
from quoth.ledger.values import storable, text_of
from quoth.records import Reading, Source

SINGLE = ("name", "role", "affiliation", "reason")
"""The parts of a source that there is one of at most."""
SEVERAL = {"descriptions": "description", "mentions": "mention"}
"""The parts that there may be many of, and what one of them is called."""


def put_sources(
    store: Store,
    reading: int,
    made: Reading,
    sources: Iterable[Source],
    names: Mapping[str, str],
) -> dict[str, int]:
    """The number of each of `sources`, by its key; `made` is the reading that they are of."""
    numbers = {}
    answers = Counter(each.source_id for each in made.statements)
    for source in sources:
        row = {"reading": reading, **source_row(source, answers[source.id], names.get(source.id))}
        numbers[source.id] = store.insert("sources", row)
        put_source_spans(store, numbers[source.id], source)
    return numbers


def source_row(source: Source, answers: int, name: str | None = None) -> dict[str, Any]:
    """The columns of `sources` that a source fills, who answers for so many statements.

    `name` is how people call it, for one that the document does not name.
    """
    row = {
        "key": source.id,
        "kind": source.kind,
        "named": int(source.named),
        **{part: text_of(getattr(source, part)) for part in SINGLE},
        "description": text_of(source.descriptions[0] if source.descriptions else None),
        "statements": answers,
    }
    return row if source.name or not name else {**row, "name": storable(name)}


def put_source_spans(store: Store, number: int, source: Source) -> None:
    """Where the document means source `number`."""
    spans = [(number, *span) for span in _source_spans(source)]
    store.many("INSERT INTO source_spans VALUES (?, ?, ?, ?, ?, ?)", spans)


def _source_spans(source: Source) -> Iterator[tuple[str, int, int, int, int]]:
    passages = [(p, 0, one) for p in SINGLE if (one := getattr(source, p))]
    for part, called in SEVERAL.items():
        passages += [(called, n, one) for n, one in enumerate(getattr(source, part))]
    for part, item, passage in passages:
        for piece, span in enumerate(passage.spans):
            yield part, item, piece, span.start, span.end
