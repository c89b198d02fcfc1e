"""What a ledger adds to the lines, objects and rows that `quoth read` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quoth.ledger.facts import Facts  # late: `quoth read` needs no database

LEDGER_COLUMNS = (
    *("title", "outlet", "published", "address"),
    *("number", "version", "added", "reading", "verdict"),
)
"""Columns of a flat table behind those of `quoth read`: what is said and known of the document."""


class Kept:
    """The keys that a document's and its statements' values have besides."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.of_document: dict[str, Any] = {
            "number": facts.number,
            "version": facts.version,
            "added": facts.added,
            "reading": facts.reading,
        }

    def of_statement(self, key: str) -> dict[str, Any]:
        """`number` and its id together are how commands call a statement: `17:s12`."""
        return {"number": self._facts.number, "verdict": self._facts.verdicts.get(key)}
