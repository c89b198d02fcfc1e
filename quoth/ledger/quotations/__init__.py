"""The same utterance across a ledger: what is compared already, what was found, where to look."""

from quoth.ledger.quotations.likely import Looking
from quoth.ledger.quotations.pairs import (
    Pair,
    begin,
    done,
    forget_changed,
    groups,
    is_compared,
    near,
    put_pairs,
    uncompared,
)
from quoth.ledger.quotations.texts import Uttered, all_texts, size, texts_of, uttered

__all__ = [
    "Looking",
    "Pair",
    "Uttered",
    "all_texts",
    "begin",
    "done",
    "forget_changed",
    "groups",
    "is_compared",
    "near",
    "put_pairs",
    "size",
    "texts_of",
    "uncompared",
    "uttered",
]
