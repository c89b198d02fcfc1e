"""Whom a source of a new document is proposed to be, out of those that an index leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from quoth.ledger.identities.comparing import comparison, comparisons
from quoth.ledger.identities.evidence import Identity
from quoth.ledger.identities.names import Entry, Names
from quoth.ledger.identities.profile import Profile
from quoth.ledger.identities.reasons import reasons
from quoth.ledger.identities.scoring import Floats, scorer

Judge = Callable[[Floats, Sequence[Identity]], Floats]
"""Log-odds for rows of `comparing`, one for each of the identities."""
EVEN = 0.0
"""Log-odds above which two are proposed to be one."""
WORTH_ASKING = -2.0
"""Log-odds from which on another candidate is asked whether it is the same as the first."""
ASKED = 4
IN_TABLE = "in your table of names"


@dataclass(frozen=True, slots=True)
class Also:
    """Another identity that a source shows to be the same as the one it is proposed to be."""

    identity: int
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom a source is proposed to be."""

    identity: int | None
    """None for somebody new, or for whoever `entry` is."""
    confidence: float
    """How sure it is that the source is this one, or that it is none of the candidates."""
    reasons: tuple[str, ...] = ()
    entry: Entry | None = None
    """The line of the user's table that names the source."""
    also: tuple[Also, ...] = ()


def in_turn(profile: Profile) -> tuple[int, int, str]:
    """In which order the sources of one document are linked: named, described, then the others."""
    told = 0 if profile.names else 1 if profile.heads else 2
    return told, -profile.mentions, profile.source


def propose(
    profile: Profile,
    candidates: Sequence[Identity],
    names: Names | None = None,
    by: Judge | None = None,
) -> Proposal:
    """The likeliest of `candidates`, or somebody new; what `names` say is asked first.

    Confidence is that of the scorer (`by`, else the package's), from 0 to 1.
    """
    entry = names.of(profile) if names else None
    if entry:
        return Proposal(None, 1.0, (IN_TABLE,), entry)
    if not candidates:
        return Proposal(None, 1.0)
    score = by or scorer()
    rows = comparisons(profile, candidates)
    odds = score(rows, candidates)
    order = np.argsort(-odds, kind="stable").tolist()
    first = order[0]
    if odds[first] <= EVEN:
        return Proposal(None, _share(-odds[first]))
    chosen = candidates[first]
    asked = [n for n in order[1:] if odds[n] > WORTH_ASKING][:ASKED]
    also = _also(profile, chosen, [(candidates[n], rows[n]) for n in asked], score)
    return Proposal(chosen.id, _share(odds[first]), reasons(profile, chosen), None, also)


def _also(
    profile: Profile, chosen: Identity, asked: Sequence[tuple[Identity, Floats]], score: Judge
) -> tuple[Also, ...]:
    """Those of the other candidates that are the same as the chosen one with the source in it."""
    grown = replace(chosen, profiles=(*chosen.profiles, profile))
    found = []
    for other, row in asked:
        if grown.entry and other.entry:
            continue  # two lines of the table are two
        pair = comparison(grown, other)
        odds = float(score(np.concatenate([pair, row[len(pair) :]])[None], [other])[0])
        if odds > EVEN:
            found.append(Also(other.id, _share(odds), reasons(profile, other)))
            grown = replace(
                grown,
                profiles=(*grown.profiles, *other.profiles),
                entry=grown.entry or other.entry,
            )
    return tuple(found)


def _share(odds: float) -> float:
    return round(float(1 / (1 + np.exp(-odds))), 4)
