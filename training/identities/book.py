"""Identities in memory, led by the keys that a ledger's index has: for training and measuring."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from random import Random
from typing import TypeVar

from quoth.ledger.identities import Identity, Judge, Profile, Proposal, in_turn, propose
from quoth.ledger.identities.keys import (
    EVENTS,
    LATEST,
    MEMBERS,
    event_keys,
    looked_up,
    name_keys,
)
from quoth.ledger.identities.rarity import rarity

Key = TypeVar("Key", bound=Hashable)


class Book:
    """What `quoth.ledger.linking` does, without a database."""

    def __init__(self) -> None:
        self._members: list[list[Profile]] = []
        self._shown: list[int] = []
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_event: dict[str, list[int]] = defaultdict(list)
        self._in_document: dict[int, list[int]] = defaultdict(list)
        self._made: dict[int, Identity] = {}

    def shown(self, number: int) -> int:
        """The identity that this one is a part of by now."""
        while self._shown[number] != number:
            self._shown[number] = number = self._shown[self._shown[number]]
        return number

    def candidates(self, profile: Profile) -> list[Identity]:
        """Who the source may be: by its names anywhere, by anything in documents of the event."""
        found: set[int] = set()
        for key in looked_up(profile):
            found.update(map(self.shown, self._by_name.get(key, ())[-LATEST:]))
        shared: Counter[int] = Counter()
        for key in event_keys(profile):
            for document in self._by_event.get(key, ())[-LATEST:]:
                shared[document] += rarity(key)  # type: ignore[assignment]
        near = sorted(shared, key=lambda d: (-shared[d], -d))[:EVENTS]
        for document in (*near, profile.document):
            found.update(map(self.shown, self._in_document.get(document, ())))
        return [self._identity(number) for number in sorted(found)]

    def _identity(self, number: int) -> Identity:
        if number not in self._made:
            self._made[number] = Identity(number, tuple(self._members[number][-MEMBERS:]))
        return self._made[number]

    def put(self, profile: Profile, proposal: Proposal) -> int:
        """Keep a source as who it is proposed to be; the number of that identity."""
        number = proposal.identity
        if number is None:
            number = len(self._members)
            self._members.append([])
            self._shown.append(number)
        self._members[number].append(profile)
        for other in proposal.also:
            self._shown[other.identity] = number
            self._members[number] += self._members[other.identity]
        self._members[number].sort(key=lambda p: p.document)
        for key in name_keys(profile):
            self._by_name[key].append(number)
        if profile.document not in self._in_document:
            for key in event_keys(profile):
                self._by_event[key].append(profile.document)
        self._in_document[profile.document].append(number)
        self._made.pop(number, None)
        return number


def linked(
    profiles: Mapping[Key, Profile],
    judge: Callable[[Profile], Judge],
    seed: int = 1,
) -> dict[Key, int]:
    """Whom each source is proposed to be, document by document in an order drawn by `seed`."""
    book = Book()
    numbers = {}
    for key in shuffled(profiles, seed):
        profile = profiles[key]
        proposal = propose(profile, book.candidates(profile), by=judge(profile))
        numbers[key] = book.put(profile, proposal)
    return {key: book.shown(number) for key, number in numbers.items()}


def shuffled(profiles: Mapping[Key, Profile], seed: int) -> Iterable[Key]:
    """Keys of the profiles, documents in a drawn order, those of each in the order of linking."""
    documents = sorted({p.document for p in profiles.values()})
    Random(seed).shuffle(documents)
    place = {document: n for n, document in enumerate(documents)}
    return sorted(profiles, key=lambda k: (place[profiles[k].document], in_turn(profiles[k])))
