"""Groups of versions out of the pairs that a ledger keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quoth.compare.corpus import from_ledger
from quoth.compare.quotations.grouping import grouped
from quoth.compare.quotations.records import Group, Quoted
from quoth.compare.quotations.told import quoted
from quoth.compare.records import Told
from quoth.ledger import Ledger
from quoth.ledger.quotations import Uttered, groups, near, uttered

_TOLD = 200
"""Documents that are held in memory: those of one time quote the same."""


@dataclass(frozen=True)
class OneGroup:
    """The utterance that a statement passes on, with what it takes to show it."""

    group: Group
    told: tuple[Told, ...]
    near: tuple[Quoted, ...]
    """All that versions may be held against."""
    left_out: int
    """Documents that are not looked at, since there are so many."""


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


def kept_group(ledger: Ledger, number: int, most: int | None = None) -> OneGroup | None:
    """The utterance that the statement of this number passes on; None where no other does.

    Of more than `most` documents, its own, the first and the last are looked at.
    """
    there = uttered(ledger.store, near(ledger.store, [number]))
    if number not in there or len(there) < 2:
        return None
    asked = there[number]
    documents = _some(there, asked, most)
    told = from_ledger(ledger, documents)
    keys = {one.key for one in there.values()}
    given = quoted(told, keys=keys)
    found = grouped(given)
    # What stands inside of a longer version, or is too far from the core, is in none.
    of_its_own = (g for g in found if any(v.quoted.key == asked.key for v in g.versions))
    group = next(of_its_own, found[0] if found else None)
    left = len({one.document for one in there.values()}) - len(documents)
    return OneGroup(group, told, given, left) if group else None


def _some(there: dict[int, Uttered], asked: Uttered, most: int | None) -> Sequence[int]:
    days = {one.document: (one.day or "9999", one.document) for one in there.values()}
    documents = sorted(days, key=days.__getitem__)
    if most is None or len(documents) <= most:
        return sorted(documents)
    ends = {*documents[: most // 2], *documents[len(documents) - most // 2 + 1 :], asked.document}
    return sorted(ends)
