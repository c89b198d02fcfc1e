"""Samples in the ledger's tables: put there as they are drawn, and what was drawn loaded again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from quoth.ledger.errors import NotFound, sound
from quoth.ledger.loading import load_document
from quoth.ledger.sampling.records import Cell, Design, Unit, cell_of
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable
from quoth.passages import plain_spans, spans_from
from quoth.records import Passage, Reading, Source, Span, Statement

What = Literal["statement", "passage"]


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or a passage of a sample, as it was drawn."""

    number: int
    """From 1, in the order of review."""
    what: What
    document: int
    spans: tuple[Span, ...]
    """Where the content or the passage stands."""
    statements: tuple[tuple[str, Cell], ...]
    """Key and cell of the statement, or of those that were found in the passage."""
    done: bool
    """A passage in which a person has marked everything."""


def put_sample(store: Store, design: Design) -> int:
    """The number of a new sample, still empty."""
    fields = {**asdict(design), "sizes": [[*cell, n] for cell, n in design.sizes.items()]}
    store.run("INSERT INTO samples (drawn, design) VALUES (?, ?)", (now(), _json(fields)))
    return store.last


def put_item(
    store: Store,
    sample: int,
    number: int,
    what: What,
    document: int,
    passage: Passage,
    statements: Iterable[tuple[Statement, Cell]],
) -> None:
    """Keep a statement or a passage that was drawn, with the statements that belong to it."""
    spans = plain_spans(passage.spans)
    store.run(
        "INSERT INTO sample_items (sample, number, what, document, spans, text)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (sample, number, what, document, _json(spans), storable(passage.text)),
    )
    item = store.last
    store.many(
        "INSERT INTO sample_statements (item, key, form, kind, band, source, spans)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(item, each.id, *cell, each.source_id, _json(_parts(each))) for each, cell in statements],
    )


def put_sources(store: Store, sample: int, document: int, sources: Iterable[Source]) -> None:
    """Keep who is who in a document of which something was drawn."""
    store.many(
        "INSERT INTO sample_sources VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(sample, document, each.id, each.kind, int(each.named)),
                each.name and _json(plain_spans(each.name.spans)),
                _json([plain_spans(mention.spans) for mention in each.mentions]),
            )
            for each in sources
        ],
    )


def sample_numbers(store: Store) -> list[tuple[int, str]]:
    """Numbers of all samples, the last first, and when they were drawn."""
    return store.rows("SELECT id, drawn FROM samples ORDER BY id DESC")


def load_design(store: Store, sample: int) -> Design:
    """How a sample was drawn. Raises `NotFound`."""
    found = store.value("SELECT design FROM samples WHERE id = ?", (sample,))
    if found is None:
        raise NotFound(f"{sample}: no such sample in {store.path}; draw one by `quoth sample`")
    with sound(store.path, f"sample {sample}"):
        fields: dict[str, Any] = json.loads(found)
        fields["sizes"] = {Cell(*cell): n for *cell, n in fields["sizes"]}
        fields |= {name: tuple(fields[name]) for name in ("by", "models")}
        return Design(**fields)


def load_items(store: Store, sample: int, document: int | None = None) -> list[Item]:
    """What was drawn, in the order of review; of one document alone where it is given."""
    rows = store.rows(
        "SELECT id, number, what, document, spans, done IS NOT NULL FROM sample_items"
        " WHERE sample = ?1 AND document = coalesce(?2, document) ORDER BY number",
        (sample, document),
    )
    with sound(store.path, f"sample {sample}"):
        return [
            Item(number, what, of, spans_from(json.loads(spans)), _cells(store, row), bool(done))
            for row, number, what, of, spans, done in rows
        ]


def load_drawn(store: Store, sample: int, number: int) -> Reading:
    """The statements of one document that were drawn, with its sources, as they were then."""
    with sound(store.path, f"sample {sample}"):
        return _drawn(store, sample, number)


def _drawn(store: Store, sample: int, number: int) -> Reading:
    document = load_document(store, number)

    def passage(spans: Any) -> Passage | None:
        return Passage(document, spans_from(spans)) if spans else None

    statements = {}
    for key, form, source, spans in store.rows(
        "SELECT key, form, source, s.spans FROM sample_statements s"
        " JOIN sample_items i ON i.id = s.item WHERE sample = ? AND document = ? ORDER BY item",
        (sample, number),
    ):
        parts = {part: passage(pieces) for part, pieces in json.loads(spans).items()}
        content = parts["content"]
        assert content
        statements[key] = Statement(
            *(key, parts["source"], parts["cue"], content, form),
            within=None,
            confidence=0.0,
            source_id=source,
        )
    rows = store.rows(
        "SELECT key, kind, named, name, mentions FROM sample_sources"
        " WHERE sample = ? AND document = ? ORDER BY key",
        (sample, number),
    )
    sources = [
        Source(
            *(key, kind, bool(named), passage(json.loads(name)) if name else None),
            descriptions=(),
            mentions=tuple(Passage(document, spans_from(each)) for each in json.loads(mentions)),
        )
        for key, kind, named, name, mentions in rows
    ]
    return Reading(document, tuple(statements.values()), "", tuple(sources))


def cells(reading: Reading, number: int) -> dict[str, Cell]:
    """The cell of each statement, by key."""
    kinds = {source.id: source.kind for source in reading.sources}
    return {
        each.id: cell_of(
            Unit(number, each.id, each.form, kinds.get(each.source_id or ""), each.confidence)
        )
        for each in reading.statements
    }


def _cells(store: Store, item: int) -> tuple[tuple[str, Cell], ...]:
    rows = store.rows(
        "SELECT key, form, kind, band FROM sample_statements WHERE item = ? ORDER BY key", (item,)
    )
    return tuple((key, Cell(*cell)) for key, *cell in rows)


def _parts(statement: Statement) -> dict[str, list[list[int]] | None]:
    parts = {name: getattr(statement, name) for name in ("content", "source", "cue")}
    return {name: part and plain_spans(part.spans) for name, part in parts.items()}


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
