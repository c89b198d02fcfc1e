"""Documents and readings into rows. Whoever calls these holds a transaction open."""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from quoth.documents.packing import packed
from quoth.ledger.store import Store
from quoth.records import (
    BODY,
    Block,
    Document,
    Metadata,
    Passage,
    Place,
    Reading,
    Source,
    Span,
    Statement,
)
from quoth.voice import own_share

ONE = ("title", "outlet", "published", "modified", "language", "address")
"""What a document says of itself once at most."""
IN_BROWSER = frozenset(("block", "boxes", "fragment"))
"""What `statements.place` leaves out: a column of its own, and what layouts give back."""
PLACE = tuple(field.name for field in fields(Place) if field.name not in IN_BROWSER)
DAY = 1 << 32
"""So many statements fit in one day of publication."""

WORD = re.compile(r"\w+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def now() -> str:
    """The time in UTC as ledgers keep it, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def storable(text: str) -> str:
    """`text` with half surrogate pairs, which UTF-8 cannot say, replaced one for one by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def fingerprint(document: Document) -> str:
    """SHA-256 of all that was read from the original: the same document has the same."""
    known = document.metadata
    values = {name: found.value for name in ONE if (found := getattr(known, name))}
    whole = (document.text, _plain_blocks(document.blocks), values, known.columns)
    authors = [author.value for author in known.authors]
    return sha256(json.dumps([*whole, authors]).encode()).hexdigest()


def wording(document: Document) -> str:
    """SHA-256 of the article's words without what stands around it: reprints share it."""
    body = [block for block in document.blocks if block.kind in BODY] or document.blocks
    text = " ".join(document.text[s.start : s.end] for block in body for s in block.spans)
    words = " ".join(WORD.findall(text.casefold()))
    return sha256(words.encode(errors="surrogatepass")).hexdigest()


def put_document(
    store: Store, document: Document, lineage: str | None, keep_original: bool = True
) -> int:
    """The number under which `document` is kept from now on, without a reading yet.

    `lineage` is what its versions share, an address or a path; it is the next version there.
    """
    last = store.value("SELECT max(version) FROM documents WHERE lineage = ?", (lineage,))
    words = wording(document)
    kin = store.value(
        "SELECT coalesce(kin, id) FROM documents WHERE wording = ? OR lineage = ?"
        " ORDER BY id LIMIT 1",
        (words, lineage),
    )
    text = storable(document.text)
    known = document.metadata
    where: dict[str, Any] = {n: f.where for n in ONE if (f := getattr(known, n))}
    row = {
        "fingerprint": fingerprint(document),
        "lineage": lineage and storable(lineage),
        "version": (last or 0) + 1,
        "name": storable(document.name),
        "original": _put_original(store, document.original, keep_original),
        "text": text,
        "wording": words,
        "kin": kin,
        "characters": len(text),
        "layout": packed(document.layout, document.text),
        **{name: _value(known, name) for name in ONE},
        "authors": _json([author.value for author in known.authors]),
        "found": _json({**where, "authors": [author.where for author in known.authors]}),
        "columns": _json(known.columns),
        "references": _json([[r.span.start, r.span.end, r.block] for r in document.references]),
        "added": now(),
    }
    _insert(store, "documents", row)
    number = store.last
    store.many(
        "INSERT INTO blocks VALUES (?, ?, ?, ?)",
        (
            (number, n, kind, _json(spans))
            for n, (kind, spans) in enumerate(_plain_blocks(document.blocks))
        ),
    )
    store.run("INSERT INTO document_words (rowid, text) VALUES (?, ?)", (number, text))
    return number


def put_reading(
    store: Store,
    document: int,
    reading: Reading,
    kind: str = "model",
    verdicts: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> int:
    """Keep `reading` as the one of its kind, in the place of an older one, and let it count.

    `verdicts` says of statements, by key, what people said of them; `names` of sources how people
    call them, where the document does not name them.
    """
    drop_reading(store, document, kind)
    step = ROOM if kind == "corrected" else 1
    first = _next_number(store, reading.document.published) + step - 1
    row = {
        "document": document,
        "kind": kind,
        "model": reading.model,
        "made": now(),
        "own_voice": own_share(reading),
        "statements": len(reading.statements),
        "kin": store.value("SELECT coalesce(kin, id) FROM documents WHERE id = ?", (document,)),
        "first": first if reading.statements else None,
    }
    _insert(store, "readings", row)
    number = store.last
    sources = put_sources(store, number, reading, reading.sources, names or {})
    statements = {each.id: first + step * n for n, each in enumerate(reading.statements)}
    put_statements(store, number, reading.statements, statements, sources, verdicts or {})
    _put_figures(store, number, reading, statements)
    _put_dates(store, number, reading, statements)
    let_count(store, document, number)
    return number


ROOM = 16
"""People's readings number their statements by so much, so that others may come between them."""
INDEX = (
    "INSERT INTO statement_words (rowid, content, source, outlet, marks)"
    " SELECT * FROM statement_texts WHERE id IN ({}) ORDER BY id"
)
UNINDEX = (
    "INSERT INTO statement_words (statement_words, rowid, content, source, outlet, marks)"
    " SELECT 'delete', * FROM statement_texts WHERE id IN ({}) ORDER BY id"
)
"""Words of the statements that a query names, into the index and out of it."""


def let_count(store: Store, document: int, reading: int | None) -> None:
    """Make `reading` the one that searches and exports see."""
    before = store.value("SELECT reading FROM documents WHERE id = ?", (document,))
    if before is not None:
        _unindex(store, before)
    store.run("UPDATE documents SET reading = ? WHERE id = ?", (reading, document))
    if reading is not None:
        store.run(INDEX.format("SELECT id FROM statements WHERE reading = ?"), (reading,))


def drop_reading(store: Store, document: int, kind: str) -> None:
    """Take a document's reading of this kind out, and out of the index if it counted."""
    found = store.value("SELECT id FROM readings WHERE document = ? AND kind = ?", (document, kind))
    if found is None:
        return
    if store.value("SELECT reading FROM documents WHERE id = ?", (document,)) == found:
        let_count(store, document, None)
    for table in ("figures", "dates", "statements", "sources"):
        store.run(f"DELETE FROM {table} WHERE reading = ?", (found,))
    store.run("DELETE FROM readings WHERE id = ?", (found,))


def _unindex(store: Store, reading: int) -> None:
    """An index over another table's words must be told the words that go."""
    store.run(UNINDEX.format("SELECT id FROM statements WHERE reading = ?"), (reading,))


def _put_original(store: Store, data: bytes | None, keep: bool) -> str | None:
    if data is None:
        return None
    digest = sha256(data).hexdigest()
    store.run(
        "INSERT INTO originals VALUES (?, ?, ?) ON CONFLICT (digest)"
        " DO UPDATE SET packed = coalesce(packed, excluded.packed)",
        (digest, len(data), zlib.compress(data) if keep else None),
    )
    return digest


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
        _insert(store, "sources", row)
        numbers[source.id] = store.last
        put_source_spans(store, store.last, source)
    return numbers


def source_row(source: Source, answers: int, name: str | None = None) -> dict[str, Any]:
    """The columns of `sources` that a source fills, who answers for so many statements.

    `name` is how people call it, for one that the document does not name.
    """
    row = {
        "key": source.id,
        "kind": source.kind,
        "named": int(source.named),
        **{part: _text(getattr(source, part)) for part in SINGLE},
        "description": _text(source.descriptions[0] if source.descriptions else None),
        "statements": answers,
    }
    return row if source.name or not name else {**row, "name": storable(name)}


def put_source_spans(store: Store, number: int, source: Source) -> None:
    """Where the document means source `number`."""
    spans = [(number, *span) for span in _source_spans(source)]
    store.many("INSERT INTO source_spans VALUES (?, ?, ?, ?, ?, ?)", spans)


SINGLE = ("name", "role", "affiliation", "reason")
"""The parts of a source that there is one of at most."""
SEVERAL = {"descriptions": "description", "mentions": "mention"}
"""The parts that there may be many of, and what one of them is called."""


def _source_spans(source: Source) -> Iterator[tuple[str, int, int, int, int]]:
    passages = [(p, 0, one) for p in SINGLE if (one := getattr(source, p))]
    for part, called in SEVERAL.items():
        passages += [(called, n, one) for n, one in enumerate(getattr(source, part))]
    for part, item, passage in passages:
        for piece, span in enumerate(passage.spans):
            yield part, item, piece, span.start, span.end


def put_statements(
    store: Store,
    reading: int,
    made: Sequence[Statement],
    numbers: Mapping[str, int],
    sources: Mapping[str, int],
    verdicts: Mapping[str, str],
) -> None:
    """Rows for statements of a reading; `numbers`, of all that it has, and `sources` by key."""
    rows = [
        (
            numbers[each.id],
            reading,
            *statement_values(each),
            sources.get(each.source_id or ""),
            numbers.get(each.within or ""),
            verdicts.get(each.id),
        )
        for each in made
    ]
    columns = ("id", "reading", *STATEMENT, "source", "within", "verdict")
    marks = ", ".join("?" * len(columns))
    store.many(f"INSERT INTO statements ({', '.join(columns)}) VALUES ({marks})", rows)
    put_statement_spans(store, ((numbers[each.id], each) for each in made))


def put_statement_spans(store: Store, statements: Iterable[tuple[int, Statement]]) -> None:
    """Where the parts of statements stand, each of which comes with its number."""
    store.many(
        "INSERT INTO statement_spans VALUES (?, ?, ?, ?, ?)",
        ((number, *span) for number, each in statements for span in statement_spans(each)),
    )


STATEMENT = (
    *("key", "source_text", "cue_text", "content", "cited_text", "start", "block", "place"),
    *("form", "lemma", "act", "stance", "polarity", "basis", "certainty", "confidence"),
)
"""The columns of `statements` that a statement fills by itself, in the order of their values."""


def statement_values(statement: Statement) -> tuple[Any, ...]:
    """The values of a statement that need no other row, as `STATEMENT` names them."""
    cued = statement.cued
    place = statement.content.places[0]
    return (
        statement.id,
        _text(statement.source),
        _text(statement.cue),
        _text(statement.content),
        _text(statement.cited),
        statement.content.spans[0].start,
        place.block,
        _json(_place(place)),
        statement.form,
        *(cued and getattr(cued, name) for name in ("lemma", "act", "stance", "polarity", "basis")),
        statement.certainty,
        statement.confidence,
    )


def statement_spans(statement: Statement) -> Iterator[tuple[str, int, int, int]]:
    """Part, piece, start and end of all that a statement has in the text."""
    for part in ("source", "cue", "content", "cited"):
        passage = getattr(statement, part)
        for piece, span in enumerate(passage.spans if passage else ()):
            yield part, piece, span.start, span.end


def _next_number(store: Store, published: str | None) -> int:
    """A number behind those of all statements published that day or before."""
    day = DAY * ordinal(published)
    last: int | None = store.value(
        "SELECT max(id) FROM statements WHERE id >= ? AND id < ?", (day, day + DAY)
    )
    return day + 1 if last is None else last + 1


def ordinal(published: str | None) -> int:
    """Days since the year 1 of an ISO 8601 date; 0 where there is none that can be read."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def _put_figures(store: Store, reading: int, made: Reading, statements: Mapping[str, int]) -> None:
    text = made.document.text
    for number, figure in enumerate(made.figures):
        span = figure.span
        row = {
            "reading": reading,
            "number": number,
            "statement": statements.get(figure.statement or ""),
            "text": storable(text[span.start : span.end]),
            "start": span.start,
            "end": span.end,
            **{n: getattr(figure, n) for n in ("low", "high", "bound", "unit", "same", "as_of")},
            "of": _text(figure.of),
            "of_spans": _json(plain_spans(figure.of.spans)) if figure.of else None,
        }
        _insert(store, "figures", row)


def _put_dates(store: Store, reading: int, made: Reading, statements: Mapping[str, int]) -> None:
    text = made.document.text
    for number, each in enumerate(made.dates):
        row = {
            "reading": reading,
            "number": number,
            "statement": statements.get(each.statement or ""),
            "text": storable(text[each.span.start : each.span.end]),
            "start": each.span.start,
            "end": each.span.end,
            "type": each.type,
            "value": each.value,
            "how": storable(each.how),
            "anchor_start": each.anchor and each.anchor.start,
            "anchor_end": each.anchor and each.anchor.end,
        }
        _insert(store, "dates", row)


def _insert(store: Store, table: str, row: Mapping[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    store.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def _value(known: Metadata, name: str) -> str | None:
    found = getattr(known, name)
    return storable(found.value) if found else None


def _text(passage: Passage | None) -> str | None:
    return storable(passage.text) if passage else None


def _place(place: Place) -> dict[str, Any]:
    return {name: value for name in PLACE if (value := getattr(place, name)) is not None}


def _plain_blocks(blocks: Iterable[Block]) -> list[tuple[str, list[list[int]]]]:
    return [(block.kind, plain_spans(block.spans)) for block in blocks]


def plain_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as they stand in JSON, in pairs."""
    return [[span.start, span.end] for span in spans]


_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(value: object) -> str:
    return storable(_AS_JSON.encode(value))
