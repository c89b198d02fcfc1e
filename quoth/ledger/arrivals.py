"""Documents in the order in which they were added, and what could not be added."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quoth.ledger.leaves import Leaf, Reach, Turn, leaf
from quoth.ledger.store import Store
from quoth.ledger.values import storable

_ARRIVALS = """
SELECT d.id, d.name, d.title, d.outlet, d.published, d.added, d.language, r.model,
  coalesce(r.statements, 0), d.version,
  (SELECT o.id FROM documents o WHERE o.lineage = d.lineage AND o.version < d.version
   ORDER BY o.version DESC LIMIT 1),
  (SELECT min(o.id) FROM documents o WHERE o.wording = d.wording AND o.id < d.id
   AND (d.lineage IS NULL OR o.lineage IS NOT d.lineage))
FROM {of} LEFT JOIN readings r ON r.id = d.reading {which}"""
_PAGE = "WHERE d.id BETWEEN :lowest AND :highest{only} ORDER BY d.id {order} LIMIT :limit"
_THESE = "json_each(?) chosen CROSS JOIN documents d ON d.id = chosen.value"
_FAILURES = """
SELECT rowid, name, input, reason, at FROM failures
WHERE rowid BETWEEN :lowest AND :highest ORDER BY rowid {order} LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document as it came in."""

    number: int
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    added: str
    """When, ISO 8601, UTC."""
    language: str | None
    model: str | None
    """What read it."""
    statements: int
    version: int
    version_of: int | None
    """Number of the version before it; None of a first one."""
    reprint_of: int | None
    """Number of the first document with the same words; None where they are new."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read."""

    number: int
    """Rises with each failure."""
    name: str
    input: str
    """The input that held it."""
    reason: str
    at: str


def arrivals(store: Store, limit: int, turn: Turn, outlet: str | None) -> Leaf[Arrival]:
    """Documents of an outlet, or all, those that were added last first."""
    only = "" if outlet is None else " AND d.outlet = :outlet"
    more = {} if outlet is None else {"outlet": storable(outlet)}

    def ask(reach: Reach) -> list[Arrival]:
        which = _PAGE.format(only=only, order=reach.order)
        sql = _ARRIVALS.format(of="documents d", which=which)
        return [Arrival(*row) for row in store.rows(sql, {**_bounds(reach), **more})]

    return leaf(turn, limit, ask, lambda each: each.number)


def arrivals_of(store: Store, numbers: Sequence[int]) -> tuple[Arrival, ...]:
    """These documents, the earliest first; what has no date comes last."""
    sql = _ARRIVALS.format(of=_THESE, which="ORDER BY d.published IS NULL, d.published, d.id")
    return tuple(Arrival(*row) for row in store.rows(sql, (json.dumps(list(numbers)),)))


def failures(store: Store, limit: int, turn: Turn) -> Leaf[Failure]:
    """What could not be read, the last first."""

    def ask(reach: Reach) -> list[Failure]:
        rows = store.rows(_FAILURES.format(order=reach.order), _bounds(reach))
        return [Failure(*row) for row in rows]

    return leaf(turn, limit, ask, lambda each: each.number)


def _bounds(reach: Reach) -> dict[str, Any]:
    return {"lowest": reach.lowest, "highest": reach.highest, "limit": reach.limit}
