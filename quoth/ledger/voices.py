"""The sources in a ledger, and how much each is made to say."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.ledger.store import Store
from quoth.records import Kind

_CALLED = "coalesce(p.name, p.description)"
# Readings that do not count are left out. The kind is that of the source which says most.
_VOICES = f"""
SELECT {_CALLED}, p.name IS NOT NULL, p.kind, sum(p.statements) AS said,
  count(DISTINCT p.reading), max(p.statements)
FROM sources p
WHERE p.reading IN (SELECT d.reading FROM documents d) AND p.statements > 0
  AND {_CALLED} IS NOT NULL{{more}}
GROUP BY {_CALLED} COLLATE NOCASE ORDER BY said DESC, 1 LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Voice:
    """What documents call by the same name, or describe in the same words.

    Whether they all mean one source is another question, which identities answer.
    """

    name: str
    named: bool
    """Is it a proper name? Else a description: `a harbour official`."""
    kind: Kind
    statements: int
    documents: int


def voices(
    store: Store, words: str = "", kinds: tuple[Kind, ...] = (), limit: int | None = None
) -> list[Voice]:
    """Sources whose name holds all of `words`, those that are made to say most first."""
    each = words.split()
    more = f" AND {_CALLED} LIKE ? ESCAPE '\\'" * len(each)
    if kinds:
        more += f" AND p.kind IN ({', '.join('?' * len(kinds))})"
    values = [*(f"%{literal(word)}%" for word in each), *kinds, -1 if limit is None else limit]
    rows = store.rows(_VOICES.format(more=more), values)
    return [Voice(name, bool(named), kind, *counts[:2]) for name, named, kind, *counts in rows]


def literal(word: str) -> str:
    """What LIKE takes for this word and nothing else, with `\\` for ESCAPE."""
    for sign in "\\%_":
        word = word.replace(sign, f"\\{sign}")
    return word
