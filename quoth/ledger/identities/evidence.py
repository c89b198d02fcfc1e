"""What speaks for a source being one that the ledger knows, and what against, as numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from quoth.ledger.identities.likeness import (
    GOOD,
    NAMESAKE,
    NONE,
    RELATIONS,
    best_relation,
)
from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.rarity import likeness, rarity
from quoth.records import Kind

BODIES: frozenset[Kind] = frozenset(("government", "organisation", "outlet"))
PLACES = {"best relation": 13, "alike": 39, "nearest": 55, "near": 56}
"""Numbers of the features by which candidates are held against one another."""
EARLY = 0.15
"""What stands in this first part of a document is what it is about."""
NEAREST = 3
"""So many of an identity's documents that are nearest to the source's tell whether the event is
the same."""


@dataclass(frozen=True)
class Identity:
    """One source across documents, as the profiles of it that were looked at."""

    id: int
    profiles: tuple[Profile, ...]
    entry: str | None = None
    """The line of the user's table of names that it stands for."""

    @cached_property
    def named(self) -> tuple[Profile, ...]:
        return tuple(p for p in self.profiles if p.names)

    @cached_property
    def names(self) -> Counter[tuple[str, ...]]:
        """Names as words, and how many documents use each."""
        return Counter(name for p in self.profiles for name in p.names)

    @cached_property
    def heads(self) -> Counter[str]:
        """Nouns it is described by, and in how many documents."""
        return Counter(h for p in self.profiles for h in p.heads)

    @cached_property
    def telling(self) -> Counter[str]:
        return Counter(w for p in self.profiles for w in p.telling)

    @cached_property
    def bodies(self) -> float:
        """The share of its documents that take it for a body."""
        return sum(p.kind in BODIES for p in self.profiles) / len(self.profiles)

    @cached_property
    def several(self) -> float:
        return sum(p.several for p in self.profiles) / len(self.profiles)

    @cached_property
    def gender(self) -> str | None:
        found = Counter(p.gender for p in self.profiles if p.gender).most_common(1)
        return found[0][0] if found else None


def evidence(profile: Profile, identity: Identity) -> NDArray[np.float32]:
    """What is known of one pair; `PLACES` says where some of it stands."""
    return np.array(
        [
            *_names(profile, identity),
            *_traits(profile, identity),
            *_descriptions(profile, identity),
            *_event(profile, identity),
            *_together(profile, identity),
        ],
        np.float32,
    )


def _names(p: Profile, i: Identity) -> list[float]:
    shares = [0.0] * len(RELATIONS)
    persons = p.kind not in BODIES
    for one in i.named if p.names else ():
        shares[best_relation(p.names, one.names, persons)] += 1 / len(i.named)
    best = next((r for r in GOOD if shares[r]), NONE)
    common = {w for name in p.names for w in name} & {w for name in i.names for w in name}
    full = p.names[0] if p.names else ()
    called = p.telling | p.heads
    return [
        float(bool(p.names)),
        len(i.named) / len(i.profiles),
        float(bool(p.names and i.named)),
        float(bool(not p.names and not i.named)),
        *shares,
        *(float(best == r) for r in range(len(RELATIONS))),
        float(shares[NAMESAKE] > 0),
        min(len(full), 3) / 3,
        max((rarity(w) for w in common), default=0.0) / 6,
        float(bool(i.names) and any(w in called for name in i.names for w in name)),
        float(bool(p.names) and any(w in i.telling for name in p.names for w in name)),
    ]


def _traits(p: Profile, i: Identity) -> list[float]:
    body = p.kind in BODIES
    person = p.kind in ("person", "author")
    genders = {p.gender, i.gender} - {None}
    return [
        float(body),
        i.bodies,
        float(body) * i.bodies,
        float(body) * (1 - i.bodies),
        float(person) * i.bodies,
        float(p.several),
        i.several,
        float(p.several) * (1 - i.several),
        float(not p.several) * i.several,
        float(len(genders) == 2),
        float(len(genders) == 1 and p.gender == i.gender),
        sum(q.kind == p.kind for q in i.profiles) / len(i.profiles),
    ]


def _descriptions(p: Profile, i: Identity) -> list[float]:
    count = len(i.profiles)
    shared = [h for h in p.heads if h in i.heads]
    told = [w for w in p.telling if w in i.telling]
    ages = {w for w in p.telling if w.isdigit()}
    theirs = {w for w in i.telling if w.isdigit()}
    crossed = [w for w in p.heads if w in i.telling] + [w for w in i.heads if w in p.telling]
    alike = {h: max((likeness(h, mine) for mine in p.heads), default=0.0) for h in i.heads}
    all_heads = sum(i.heads.values())
    return [
        max(alike.values(), default=0.0),
        max((like * i.heads[h] / count for h, like in alike.items()), default=0.0),
        sum(like * i.heads[h] for h, like in alike.items()) / max(all_heads, 1),
        float(bool(p.heads)),
        float(bool(i.heads)),
        float(bool(shared)),
        float(bool(p.heads and i.heads and not shared)),
        max((i.heads[h] / count for h in shared), default=0.0),
        max((rarity(h) for h in shared), default=0.0) / 6,
        len(shared) / max(len(p.heads), 1),
        min(sum(rarity(w) for w in told) / 6, 3.0),
        len(told) / max(len(p.telling), 1),
        float(bool(ages & theirs)),
        float(bool(ages and theirs and not ages & theirs)),
        float(bool(crossed)),
        float(bool(p.affiliation and any(p.affiliation == q.affiliation for q in i.profiles))),
    ]


def _event(p: Profile, i: Identity) -> list[float]:
    near = sorted((p.about.nearness(q.about) for q in i.profiles), reverse=True)
    same = [q for q in i.profiles if q.document == p.document]
    about = p.about.words
    told = [name[-1] in about for name in i.names]
    beside = sorted((p.beside.nearness(q.beside) for q in i.profiles), reverse=True)
    often = sum(min(q.mentions, 8) for q in i.profiles) / len(i.profiles) / 8
    early = sum(q.place < EARLY for q in i.profiles) / len(i.profiles)
    return [
        near[0],
        sum(near[:NEAREST]) / len(near[:NEAREST]),
        sum(near) / len(near),
        float(bool(same)),
        float(any(q.names for q in same)),
        float(bool(same and any(best_relation(p.names, q.names, True) for q in same if q.names))),
        float(any(told)),
        sum(bool(q.names and p.names) for q in same) / len(i.profiles),
        float(bool(p.names) and any(p.names[0][-1] in q.about.words for q in i.profiles)),
        min(len(i.profiles), 16) ** 0.5 / 4,
        float(len(i.profiles) == 1),
        beside[0],
        sum(beside[:NEAREST]) / len(beside[:NEAREST]),
        min(p.mentions, 8) / 8,
        often,
        float(p.place < EARLY),
        early,
    ]


def _together(p: Profile, i: Identity) -> list[float]:
    """What the document itself says of its own sources being one."""
    same = [q for q in i.profiles if q.document == p.document]
    ties = [max(p.tied.get(q.source, UNTIED), q.tied.get(p.source, UNTIED)) for q in same]
    tie = max(ties, default=UNTIED)
    best = max(p.tied.values(), default=UNTIED)
    distance = min((abs(p.place - q.place) for q in same), default=1.0)
    return [
        float(p.article == "the"),
        float(p.article == "a"),
        float(p.article == "own"),
        float(bool(same) and tie > UNTIED),
        (tie - UNTIED) / 10,
        float(tie > UNTIED and tie == best),
        (tie - best) / 10,
        float(any(tied > UNTIED for tied in ties)) * distance,
        distance,
        float(bool(same) and all(q.place < p.place for q in same)),
        float(bool(same) and p.article == "the" and all(q.place < p.place for q in same)),
        float(bool(same) and p.gender is not None and any(q.gender == p.gender for q in same)),
        float(bool(same) and any(q.several != p.several for q in same)),
    ]


UNTIED = -8.0
"""Log-odds where nothing ties two sources of a document."""
