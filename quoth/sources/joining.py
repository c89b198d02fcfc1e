"""Mentions to entities: each joins the likeliest before it that nothing speaks against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from quoth.analysis import Analysis
from quoth.records import Statement
from quoth.sources.genders import FEMALE, MALE
from quoth.sources.known import Ints, Known, known
from quoth.sources.matching import core, is_same_person
from quoth.sources.mentions import mentions, referent
from quoth.sources.pronouns import I
from quoth.sources.records import Entity, Mention
from quoth.sources.scoring import Floats, scorer
from quoth.sources.tellers import Tellers, is_one, is_other
from quoth.sources.traits import KINDS

PERSON = KINDS.index("person")
ALONE = 1.0
LEAST = -6.0
"""Log-odds below which a candidate is not worth its addition."""

LEAST_SHARE = 0.1
"""What the last source has at least, also where it was worth no addition."""
SPOKE_LAST = 3000.0
"""So many times likelier is the last source for "he said"; chosen on news, where the network,
which learned from talk and tales, goes by the nearest "he"."""
SPOKEN_OF = 0.02
"""What is left of the share of one whom the speaker calls "he"."""


def joined(
    analysis: Analysis, statements: tuple[Statement, ...], also: Iterable[Mention] = ()
) -> tuple[Entity, ...]:
    """Everybody and everything that a document mentions, in the order of their first mentions.

    `also` are mentions that people marked; where they have the head of one that is found, that
    one stands for both.
    """
    found = {m.head: m for m in (*also, *mentions(analysis, statements))}
    every = tuple(found[head] for head in sorted(found))
    relative = {m.head: r for m in every if (r := referent(analysis, m.head)) is not None}
    own = tuple(m for m in every if m.head not in relative)
    if not own:
        return ()
    about = known(analysis, own, statements)
    groups = Groups(about)
    tellers = Tellers(analysis, about, statements)
    for number, (others, odds) in enumerate(scorer().scores(about)):
        _join(groups, about, tellers, number, others, odds)
    members = defaultdict(list)
    number_of = {m.head: groups.group[n] for n, m in enumerate(own)}
    for m in every:
        at, last = m.head, -1
        while at in relative and at != last:
            at, last = relative[at], at
        members[number_of.get(at, -1 - m.head)].append(m)
    return tuple(Entity(tuple(some)) for some in members.values())


def _join(
    groups: Groups, about: Known, tellers: Tellers, number: int, others: Ints, odds: Floats
) -> None:
    speaker = int(about.speaker[number])
    if about.category[number] == I and speaker >= 0 and speaker != number:
        groups.add(number, speaker)
        return
    likely = np.flatnonzero(odds > LEAST)
    shares: dict[int, float] = defaultdict(float)
    for other, share in zip(others[likely].tolist(), np.exp(odds[likely]).tolist(), strict=True):
        shares[groups.group[other]] += share
    for group in {groups.group[other] for other in tellers.spoken_of(number)}:
        if group in shares:
            shares[group] *= SPOKEN_OF
    for other in tellers.before(number):
        group = groups.group[other]
        if groups.may_add(number, group):
            shares[group] = SPOKE_LAST * max(shares[group], LEAST_SHARE)
            break
    # What is alone has the share 1: an entity must outweigh it with all its mentions together.
    for group, share in sorted(shares.items(), key=lambda pair: (-pair[1], -pair[0])):
        if share <= ALONE:
            break
        if groups.may_add(number, group):
            groups.add(number, group)
            return


class Groups:
    """Mentions put together so far, with what would speak against another."""

    def __init__(self, about: Known) -> None:
        count = len(about.mentions)
        self.group = list(range(count))
        self._members = [[n] for n in range(count)]
        self._named = [
            {core(t.name)} if t.kind == PERSON and len(core(t.name)) > 1 else set()
            for t in about.traits
        ]
        self._genders = [{g} & {MALE, FEMALE} for g in about.gender.tolist()]
        self._ones = [int(is_one(about, n)) for n in range(count)]
        self._others = [int(is_other(about, n)) for n in range(count)]

    def may_add(self, number: int, two: int) -> bool:
        """Would it not put together two names, a man and a woman, or either of them and a body?"""
        one = self.group[number]
        if len(self._genders[one] | self._genders[two]) > 1:
            return False
        if self._genders[one] and self._others[two] > self._ones[two]:
            return False
        named = self._named[one]
        return not named or all(is_same_person(a, b) for a in named for b in self._named[two])

    def add(self, number: int, other: int) -> None:
        """Put the groups of the two together, the smaller into the larger."""
        one, two = self.group[number], self.group[other]
        if one == two:
            return
        if len(self._members[one]) > len(self._members[two]):
            one, two = two, one
        for member in self._members[one]:
            self.group[member] = two
        self._members[two] += self._members[one]
        self._named[two] |= self._named[one]
        self._ones[two] += self._ones[one]
        self._others[two] += self._others[one]
        self._genders[two] |= self._genders[one]
