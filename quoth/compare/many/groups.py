"""Groups of versions out of the pairs that a ledger keeps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quoth.compare.corpus import from_ledger
from quoth.compare.quotations.grouping import grouped
from quoth.compare.quotations.records import Group
from quoth.compare.quotations.told import quoted
from quoth.compare.records import Told
from quoth.ledger import Ledger
from quoth.ledger.quotations import groups, uttered

_TOLD = 200
"""Documents that are held in memory: those of one time quote the same."""


def kept_groups(ledger: Ledger) -> Iterator[Group]:
    """Utterances that several documents pass on, the newest first, aligned as they come."""

    @lru_cache(_TOLD)
    def told(number: int) -> Told:
        return from_ledger(ledger, [number])[0]

    for numbers in groups(ledger.store):
        there = uttered(ledger.store, numbers)
        keys = {one.key for one in there.values()}
        documents = sorted({one.document for one in there.values()})
        kin = {str(one.document): one.kin for one in there.values()}
        near = [one for one in quoted(map(told, documents)) if one.key in keys]
        for group in grouped(near):
            if len({kin[version.quoted.document] for version in group.versions}) > 1:
                yield group
