"""What speaks for two claims being about one proposition, and whether they take one side of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from quoth.compare.claims import words as w
from quoth.compare.claims.alike import alike
from quoth.compare.claims.claim import Claim
from quoth.compare.claims.terms import Term
from quoth.reading.roles import Floats

LOW, HIGH, MOST = 0.25, 0.75, 0.8
"""Cosines of two words from which on they are a little alike, and as alike as they get by it."""
EXACT = frozenset(("PROPN", "NUM"))
"""Names and numbers are the same or not: meaning makes them no more alike."""
AROUND, SURE = 0.2, 0.6
"""What a word is worth that the other has beside its content; as alike as this it must be."""
FORM = 0.6
"""As alike are a verb and a noun of one form, if their meaning makes them no more alike."""
PAIRED = 0.45
"""So alike are two words that stand for one another."""
ENOUGH = 2
"""Words that two claims must share, unless one is what both say."""
UNSAID = 0.4
"""The likeness of what two claims say where one has no word for it."""
CORE = 6
"""A word in so many claims of an event is what the event turns about."""
NAMING = 6.0
"""So much what a rejection names must weigh to point at one claim: more than one word does."""
JUST = 400
"""Characters behind a claim in which *called this a lie* answers it."""
LONG_BEFORE = 25
"""Days: a claim about a time so long before the other is made is about another case."""

NAMES = (
    "found_low", "found_high", "predicate", "names_apart", "elsewhere", "days_apart", "core",
)  # fmt: skip
"""The features, in the order of `Weights.weight`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is known of two claims side by side; the same whichever comes first."""

    features: Floats
    """In the order of `NAMES`."""
    agreement: float
    """From -1, the two exclude each other, to 1, they say the same; without a probability."""
    contraries: tuple[tuple[str, str], ...]
    """Words of the two that exclude each other."""
    bare: bool
    """One of the two does no more than reject."""
    shared: int
    """So many words of the one have their like in the other; all, where the two say one thing."""


def salience(claims: Iterable[Claim]) -> Mapping[str, float]:
    """How much an event turns about each word, from 0 to 1: by how many claims have it."""
    counted = Counter(word for c in claims for word in {t.lemma for t in c.terms})
    return {word: min(1.0, math.log(n) / math.log(CORE)) for word, n in counted.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Two claims word by word: how near, where contraries (-1), and which way in sum."""

    near: Floats
    turned: Floats
    way: float
    """From -1 to 1, without what the cues say."""
    contraries: tuple[tuple[str, str], ...]


def tables(a: Claim, b: Claim) -> Tables:
    """Hold the words of two claims against each other."""
    near, turned = _table(a, b)
    return Tables(near, turned, *_way(a, b, near, turned))


def compare(a: Claim, b: Claim, core: Mapping[str, float], known: Tables | None = None) -> Compared:
    """Hold two claims against each other; `core` is their event's `salience`."""
    known = known or tables(a, b)
    near, way, contraries = known.near, known.way, known.contraries
    best_a = near.max(1) if near.size else np.zeros(len(a.terms), np.float32)
    best_b = near.max(0) if near.size else np.zeros(len(b.terms), np.float32)
    sides = (_side(a, best_a, b.around), _side(b, best_b, a.around))
    low, high = sorted(_found(side, None) for side in sides)
    agreement = way * a.sign * b.sign
    bare = a.rejects != b.rejects
    if bare:
        rejecting, claim = (a, b) if a.rejects else (b, a)
        low = high = _rejected(rejecting, claim)
        agreement = -float(claim.sign * claim.turned)
    features = (
        low, high, _predicates(a, b, near), _names_apart(a, b), float(a.elsewhere != b.elsewhere),
        _days_apart(a, b), max(_found(side, core) for side in sides),
    )  # fmt: skip
    shared = _shared(a, b, near, sides)
    return Compared(np.asarray(features, np.float32), agreement, contraries, bare, shared)


@dataclass(frozen=True, slots=True)
class _Side:
    claim: Claim
    best: Floats
    """How alike the likest word of the other is to each term."""
    wide: Floats
    """The same, where words that stand around the other's content count a little."""


def _side(claim: Claim, best: Floats, around: tuple[Term, ...]) -> _Side:
    there = [
        max((near(t, o)[0] * min(1.0, o.weight) for o in around), default=0.0) for t in claim.terms
    ]
    return _Side(claim, best, np.maximum(best, AROUND * (np.array(there) > SURE)))


def near(one: Term, other: Term) -> tuple[float, bool]:
    """How near two words are by the book, and whether they are contraries."""
    if one.lemma != other.lemma and (one.pos in EXACT or other.pos in EXACT):
        return 0.0, False
    return alike(one.lemma, other.lemma)


def _table(a: Claim, b: Claim) -> tuple[Floats, Floats]:
    """For each two terms how near they are, and -1 where they are contraries, else 1."""
    found = np.zeros((len(a.terms), len(b.terms)), np.float32)
    turned = np.ones_like(found)
    if not found.size:
        return found, turned
    cosine = np.clip((a.rows @ b.rows.T - LOW) / (HIGH - LOW), 0, MOST)
    for i, one in enumerate(a.terms):
        for j, other in enumerate(b.terms):
            likeness, against = near(one, other)
            if likeness == 1 and {one.pos, other.pos} == {"NOUN", "VERB"}:
                likeness = FORM  # *nobody stopped it*, *a tram stop*: what it means must help
            if against:
                turned[i, j] = -1
            elif likeness < 1 and not {one.pos, other.pos} & EXACT:
                likeness = max(likeness, float(cosine[i, j]))
            found[i, j] = likeness
    return found, turned


def _found(side: _Side, core: Mapping[str, float] | None) -> float:
    """Share of a claim's weight that the other has; of what the event turns about with `core`."""
    terms = side.claim.terms
    weight = np.array(
        [t.weight * (core.get(t.lemma, 0.0) if core is not None else 1.0) for t in terms]
    )
    if not weight.sum():
        return 0.0 if core is None else 0.3
    return float((weight * side.wide).sum() / weight.sum())


def _way(
    a: Claim, b: Claim, likeness: Floats, turned: Floats
) -> tuple[float, tuple[tuple[str, str], ...]]:
    """1 where both say it or both say no, -1 where one does; and words that are contraries.

    Decided by contraries where there are any, else by a noun that one says there is none of,
    else by the verbs, else by the main clauses; the next of these has a quarter of the say.
    """
    contraries: list[tuple[str, str]] = []
    levels: tuple[list[tuple[float, float]], ...] = ([], [], [], [])
    for i, one in enumerate(a.terms if likeness.size else ()):
        j = int(likeness[i].argmax())
        if likeness[i, j] < PAIRED or int(likeness[:, j].argmax()) != i:
            continue
        other = b.terms[j]
        way = one.sign * other.sign * float(turned[i, j])
        if turned[i, j] < 0:
            contraries.append((one.lemma, other.lemma))
            levels[0].append((1.0, way))
        elif "ADP" not in (one.pos, other.pos):
            weight = min(one.weight, other.weight) * float(likeness[i, j])
            slots = {one.slot, other.slot}
            if (one.direct or other.direct) and not slots & {"time", "place"}:
                levels[1].append((weight, way))
            elif "says" in slots:
                levels[2].append((weight, way))
    levels[3].append((1.0, float(a.turned * b.turned)))
    ways = [sum(x * y for x, y in level) / sum(x for x, _ in level) for level in levels if level]
    way = ways[0] if len(ways) == 1 else 0.75 * ways[0] + 0.25 * ways[1]
    return way, tuple(contraries)


def _shared(a: Claim, b: Claim, likeness: Floats, sides: tuple[_Side, _Side]) -> int:
    """How many words stand for one another; enough, where one is what is said by both."""
    if not likeness.size:
        return 0
    met = [
        (i, j)
        for i in range(len(a.terms))
        if likeness[i, j := int(likeness[i].argmax())] >= PAIRED
        and int(likeness[:, j].argmax()) == i
        and "ADP" not in (a.terms[i].pos, b.terms[j].pos)
    ]
    both = any(a.terms[i].token == a.root and b.terms[j].token == b.root for i, j in met)
    wide = min(int((side.wide >= AROUND).sum()) for side in sides)
    return max(len(met), ENOUGH if both else 0, ENOUGH if met and wide >= ENOUGH else 0)


def _predicates(a: Claim, b: Claim, likeness: Floats) -> float:
    """How alike the words are that say it."""
    rows = [n for n, t in enumerate(a.terms) if t.token == a.root]
    columns = [n for n, t in enumerate(b.terms) if t.token == b.root]
    if rows and columns:
        i, j = rows[0], columns[0]
        anywhere = max(float(likeness[i].max()), float(likeness[:, j].max()))
        return max(float(likeness[i, j]), 0.7 * anywhere)
    rows = rows or [n for n, t in enumerate(a.terms) if t.pos in ("VERB", "ADJ")]
    columns = columns or [n for n, t in enumerate(b.terms) if t.pos in ("VERB", "ADJ")]
    return float(likeness[np.ix_(rows, columns)].max()) if rows and columns else UNSAID


def _names_apart(a: Claim, b: Claim) -> float:
    """Names that each has and the other, with what stands around it, has not."""
    own = [{t.lemma for t in c.terms if t.pos == "PROPN"} for c in (a, b)]
    wide = [n | {t.lemma for t in c.around} | c.by for n, c in zip(own, (a, b), strict=True)]
    few, many = sorted((len(own[0] - wide[1]), len(own[1] - wide[0])))
    return 2.0 * min(few, 2) + min(many, 2)


def _rejected(bare: Claim, claim: Claim) -> float:
    """How far what a bare rejection names is what the other claim speaks of."""
    told = [t for t in bare.frame if _names(t)]
    if any(t.lemma in w.CLAIMS for t in bare.terms):  # *the story of an envelope*
        told += [t for t in bare.terms if _names(t)]
    if not told:  # *called this a lie*: what was said just before
        told = [t for t in bare.before if _names(t)]
        if bare.page is not claim.page or not 0 < bare.start - claim.start < JUST:
            return 0.1
    if not told or not claim.terms:
        return 0.0
    weight = np.array([t.weight for t in told])
    there = np.array([max(near(t, o)[0] for o in claim.terms) for t in told])
    return float((weight * there).sum() / max(weight.sum(), NAMING))


def _names(term: Term) -> bool:
    known = term.lemma in w.REJECTING or term.lemma in w.CLAIMS
    return term.pos in ("NOUN", "VERB", "PROPN", "ADJ") and not known


def _days_apart(a: Claim, b: Claim) -> float:
    """1 where both name days and share none; less where one names days long before the other."""
    if a.days and b.days:
        met = any(x[0] <= y[1] + 1 and y[0] <= x[1] + 1 for x in a.days for y in b.days)
        return float(not met)
    for one, other in ((a, b), (b, a)):
        last = max((end for _, end in one.days), default=math.inf)
        if not other.days and last < other.made - LONG_BEFORE:  # never where that day is unknown
            return 0.7
    return 0.0
