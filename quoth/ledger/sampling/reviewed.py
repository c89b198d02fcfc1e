"""`quoth evaluate`: what is judged of a sample so far, and what that says of the corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass

from quoth.ledger.correcting import Corrections
from quoth.ledger.errors import NotFound
from quoth.ledger.sampling.drawing import begins_in
from quoth.ledger.sampling.evaluation import Evaluation, evaluated
from quoth.ledger.sampling.judging import Judgements, judge
from quoth.ledger.sampling.kept import Item, load_design, load_drawn, load_items
from quoth.ledger.sampling.records import Judged, Missed, Walked
from quoth.ledger.store import Store
from quoth.ledger.values import now, storable
from quoth.records import Span


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An item of a sample, and what people say of it."""

    item: Item
    judged: Judged | Walked | None
    """Walked for a passage; None where nobody has judged it, or marked all of it."""
    removed: bool
    """Its document is no longer there, so that nobody can judge it any more."""


def latest(store: Store) -> int:
    """The number of the sample drawn last. Raises `NotFound`."""
    number: int | None = store.value("SELECT max(id) FROM samples")
    if number is None:
        raise NotFound(f"{store.path}: no sample was drawn yet; draw one by `quoth sample`")
    return number


def evaluate(store: Store, sample: int) -> Evaluation:
    """What the sample says of its corpus, as far as it is judged. Raises `NotFound`."""
    with store.snapshot():
        design = load_design(store, sample)
        judged = [each.judged for each in reviewed(store, sample)]
    return evaluated(
        design,
        [each for each in judged if isinstance(each, Judged)],
        [each for each in judged if isinstance(each, Walked)],
    )


def reviewed(store: Store, sample: int) -> list[Reviewed]:
    """All items in the order of review."""
    items = load_items(store, sample)
    kept = {item.document: _is_kept(store, item.document) for item in items}
    said = {number: _said(store, sample, number, here) for number, here in kept.items()}
    return [
        Reviewed(item, _judged(item, said[item.document]), not kept[item.document])
        for item in items
    ]


def mark_done(store: Store, sample: int, number: int, who: str) -> None:
    """Keep that `who` has marked every statement that begins in passage `number` of a sample.

    What is left there as it was read is confirmed. Raises `NotFound` where the sample has no such
    passage, or its document is removed.
    """
    item = next((each for each in load_items(store, sample) if each.number == number), None)
    if item is None or item.what != "passage":
        raise NotFound(f"{number}: no such passage in sample {sample} of {store.path}")
    with Corrections(store).sitting(item.document, who, f"sample {sample}") as sitting:
        for statement in sitting.reading.statements:
            judged = statement.id in sitting.corrected.verdicts
            if not judged and begins_in(item.spans, statement.content.spans[0]):
                sitting.confirm(statement.id)
        store.run(
            "UPDATE sample_items SET done = ?, who = ? WHERE sample = ? AND number = ?",
            (now(), storable(who), sample, number),
        )


def forget(store: Store, document: int) -> None:
    """Take the words of a document that is being removed out of all samples.

    What people said of it is kept with the samples, for its corrections go with it.
    """
    of = "item IN (SELECT id FROM sample_items WHERE sample = ? AND document = ?)"
    for (sample,) in store.rows(
        "SELECT DISTINCT sample FROM sample_items WHERE document = ?", (document,)
    ):
        said = _said(store, sample, document, here=True)
        store.many(
            f"UPDATE sample_statements SET faults = ? WHERE key = ? AND {of}",
            [(json.dumps(sorted(f)), key, sample, document) for key, f in said.faults.items()],
        )
        for item in load_items(store, sample, document):
            missed = [(each.form, each.kind) for each in _missed(item, said)]
            store.run(
                "UPDATE sample_items SET missed = ? WHERE sample = ? AND number = ?",
                (json.dumps(missed), sample, item.number),
            )
    store.run("UPDATE sample_items SET text = NULL WHERE document = ?", (document,))
    store.run("DELETE FROM sample_sources WHERE document = ?", (document,))


def _is_kept(store: Store, document: int) -> bool:
    return store.value("SELECT 1 FROM documents WHERE id = ?", (document,)) is not None


def _said(store: Store, sample: int, document: int, here: bool) -> Judgements:
    """What people said of the statements of a document, which may be removed by now."""
    if here:
        return judge(load_drawn(store, sample, document), Corrections(store).log(document))
    of = "sample = ? AND document = ?"
    faults = store.rows(
        "SELECT key, faults FROM sample_statements s JOIN sample_items i ON i.id = s.item"
        f" WHERE faults IS NOT NULL AND {of}",
        (sample, document),
    )
    missed = store.rows(
        f"SELECT spans, missed FROM sample_items WHERE missed IS NOT NULL AND {of}",
        (sample, document),
    )
    return Judgements(
        {key: frozenset(json.loads(each)) for key, each in faults},
        tuple(
            (Span(*json.loads(spans)[0]), Missed(*each))
            for spans, some in missed
            for each in json.loads(some)
        ),
    )


def _judged(item: Item, said: Judgements) -> Judged | Walked | None:
    if item.what == "statement":
        [(key, cell)] = item.statements
        return Judged(cell, said.faults[key]) if key in said.faults else None
    if not item.done:
        return None
    # Who has marked all of a passage has found right what is left as it was.
    found = (Judged(cell, said.faults.get(key, frozenset())) for key, cell in item.statements)
    return Walked(tuple(found), _missed(item, said))


def _missed(item: Item, said: Judgements) -> tuple[Missed, ...]:
    if item.what == "statement":
        return ()
    return tuple(each for start, each in said.missed if begins_in(item.spans, start))
