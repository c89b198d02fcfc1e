"""Taking back what a person said in the ledger, of a reading or of identities."""

from __future__ import annotations

from quoth.ledger.correcting import Corrections
from quoth.ledger.errors import NotFound
from quoth.ledger.identifying import Decision, take_back
from quoth.ledger.records import Logged
from quoth.ledger.store import Store

STANDING = (
    "SELECT id, at, number, document FROM corrections"
    " WHERE number NOT IN (SELECT correction FROM undone)"
    " UNION ALL SELECT id, at, number, NULL FROM decisions WHERE undone IS NULL"
)
"""All that counts; a decision is of no document."""


def undo(
    store: Store, corrections: Corrections, called: str | None, who: str, why: str
) -> Logged | Decision:
    """Take back the correction or decision whose id begins so, or what was said last of both.

    Raises `NotFound`.
    """
    with store.transaction():
        number, document = _meant(store, called or "")
        if document is None:
            return take_back(store, number, who, why)
        return corrections.take_back(number, document, who, why)


def _meant(store: Store, called: str) -> tuple[int, int | None]:
    found = store.rows(
        f"SELECT number, document FROM ({STANDING}) WHERE substr(id, 1, ?) = ?"
        " ORDER BY at DESC, number DESC LIMIT 2",
        (len(called), called),
    )
    if not found:
        what = f"{called}: no such" if called else "there is no"
        lists = "`quoth corrections`, `quoth identities --decisions`"
        raise NotFound(f"{what} correction or decision that counts; see {lists}")
    if called and len(found) > 1:
        raise NotFound(f"{called}: several ids begin so; give more of it")
    number, document = found[0]
    return number, document
