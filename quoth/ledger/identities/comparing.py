"""A source beside all who it may be: what speaks for each, and for it more than for the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from quoth.ledger.identities.evidence import PLACES, Identity, evidence
from quoth.ledger.identities.likeness import EQUAL, SPELLING
from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.scoring import Floats

LOOK = 6
"""So many of the latest profiles of an identity are compared one by one."""
ALIKE, SAME_EVENT = 0.5, 0.1
"""From here on a noun is like another, and two documents are near."""


def comparison(one: Identity, other: Identity) -> Floats:
    """What speaks for two identities being one, seen from either side, the smaller first."""
    if len(one.profiles) > len(other.profiles):
        one, other = other, one
    return np.concatenate(
        [
            np.mean([evidence(p, other) for p in one.profiles[-LOOK:]], 0),
            np.mean([evidence(p, one) for p in other.profiles[-LOOK:]], 0),
            [min(len(one.profiles), 8) / 8, min(len(other.profiles), 16) / 16],
        ]
    ).astype(np.float32)


def comparisons(profile: Profile, identities: Sequence[Identity]) -> Floats:
    """A row for each identity: its comparison with the source, and how the others fare."""
    alone = Identity(0, (profile,))
    rows = np.stack([comparison(alone, one) for one in identities])
    return np.concatenate([rows, _rivals(rows)], axis=1)


def _rivals(rows: Floats) -> Floats:
    """For each row how it stands to the best of the others."""
    nearest, near = rows[:, PLACES["nearest"]], rows[:, PLACES["near"]]
    like = rows[:, PLACES["alike"]]
    best = rows[:, PLACES["best relation"] :]
    named = best[:, EQUAL : SPELLING + 1].sum(1) > 0
    others = named.sum() - named
    alike = (like > ALIKE) & (near > SAME_EVENT)
    return np.stack(
        [
            np.minimum(others, 5) / 5,
            named & (others == 0),
            np.where(named, near - _best_other(np.where(named, near, 0)), 0),
            nearest - _best_other(nearest),
            like - _best_other(like * (near > SAME_EVENT / 2)),
            like * near - _best_other(like * near),
            np.minimum(alike.sum() - alike, 5) / 5,
            near - _best_other(near),
            np.full(len(rows), float(named.any())),
        ],
        axis=1,
    ).astype(np.float32)


def _best_other(values: Floats) -> Floats:
    """For each value the largest of the others; 0 where there are none."""
    if len(values) == 1:
        return np.zeros(1, np.float32)
    order = np.argsort(-values)
    found = np.full(len(values), values[order[0]])
    found[order[0]] = values[order[1]]
    best: Floats = np.maximum(found, 0)
    return best
