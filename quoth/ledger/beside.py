"""What a ledger knows of a whole document besides its reading, statement by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quoth.ledger.facts import Facts, load_facts
from quoth.ledger.identifying import identities_in
from quoth.ledger.records import Logged
from quoth.ledger.showing import Copy, reprints, said_of_statements, versions
from quoth.ledger.store import Store

_SAME = """\
SELECT s.key, d.id || ':' || t.key, d.id, d.name, d.title, d.outlet, d.published, d.version, q.kind
FROM documents o JOIN statements s ON s.reading = o.reading
  JOIN (SELECT statement, other, kind FROM quotation_pairs
    UNION ALL SELECT other, statement, kind FROM quotation_pairs) q ON q.statement = s.id
  JOIN statements t ON t.id = q.other
  JOIN readings r ON r.id = t.reading JOIN documents d ON d.id = r.document AND d.reading = r.id
WHERE o.id = ? ORDER BY s.id, d.published, d.id"""


@dataclass(frozen=True, slots=True)
class Same:
    """A statement of another document that passes on the same utterance."""

    statement: str
    """`18:s4`."""
    copy: Copy
    kind: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a document's reading."""

    facts: Facts
    said: Mapping[str, tuple[Logged, ...]]
    """What people said of each statement, in order; the others are left out."""
    same: Mapping[str, tuple[Same, ...]]
    """By statement, the same utterance in other documents, as far as they are compared."""
    identities: Mapping[str, int]
    """Who its sources are across documents; those that are linked alone."""
    names: Mapping[str, str]
    """What people call sources that the document does not call so."""
    versions: tuple[Copy, ...]
    """All versions of the document in their order, itself too."""
    reprints: tuple[Copy, ...]
    """Other documents with the same words, which are no versions of it."""


def beside(store: Store, number: int, names: Callable[[], Mapping[str, str]]) -> Beside:
    """All of it of document `number`, from one state of the ledger. Raises `NotFound`.

    `names` is asked for where people corrected the document, for it takes all that they said.
    """
    with store.snapshot():
        same: dict[str, list[Same]] = defaultdict(list)
        for key, statement, *copy, kind in store.rows(_SAME, (number,)):
            same[key].append(Same(statement, Copy(*copy), kind))
        own = versions(store, number)
        facts = load_facts(store, number)
        return Beside(
            facts,
            said_of_statements(store, number),
            {key: tuple(some) for key, some in same.items()},
            identities_in(store, number),
            names() if facts.reading == "corrected" else {},
            own,
            tuple(each for each in reprints(store, number) if each not in own),
        )
