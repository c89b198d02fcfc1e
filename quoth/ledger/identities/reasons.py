"""Why two are taken for one, in words that a person can check."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.ledger.identities.evidence import BODIES, Identity
from quoth.ledger.identities.likeness import (
    ACRONYM,
    COMPATIBLE,
    EQUAL,
    EQUAL_WORD,
    PART,
    SPELLING,
    best_relation,
)
from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.rarity import rarity

NAMED = {
    EQUAL: "the same name",
    EQUAL_WORD: "the same name",
    PART: "one name is a part of the other",
    COMPATIBLE: "the same name, parts of it left out or shortened",
    ACRONYM: "one name is the other's first letters",
    SPELLING: "names spelt almost alike",
}
SHOWN = 3
"""So many words at most are named as what two have in common."""


def reasons(profile: Profile, identity: Identity) -> tuple[str, ...]:
    """What a source has in common with an identity; never empty."""
    return tuple(_reasons(profile, identity)) or ("what is told of them is alike",)


def _reasons(profile: Profile, identity: Identity) -> Iterator[str]:
    persons = profile.kind not in BODIES
    relation = best_relation(profile.names, identity.names, persons)
    if relation in NAMED:
        yield NAMED[relation]
    if profile.role and any(profile.role == p.role for p in identity.profiles):
        yield f"the same role: {profile.role}"
    elif shared := sorted(h for h in profile.heads if h in identity.heads):
        yield f"both described as {shared[0]}"
    if profile.affiliation and any(profile.affiliation == p.affiliation for p in identity.profiles):
        yield f"the same body: {profile.affiliation}"
    nearest = max(identity.profiles, key=lambda p: profile.about.nearness(p.about))
    if nearest.document == profile.document:
        yield "in the same document"
    elif common := sorted(
        profile.about.words & nearest.about.words, key=lambda word: (-rarity(word), word)
    ):
        yield f"documents about the same: {', '.join(common[:SHOWN])}"
