"""All that may speak for two claims being about one proposition, and for one side of it or two.

Where `features` has the few numbers that rules for sides go with, here are many for a judge that
learns both. Of names, whoever speaks included, only whether two are the same is asked.
"""

from __future__ import annotations

import math

import numpy as np

from quoth.compare.claims import words as w
from quoth.compare.claims.claim import Claim
from quoth.compare.claims.features import EXACT, Compared, Tables
from quoth.compare.claims.speakers import one_source
from quoth.reading.roles import Floats

EVIDENCE = (
    "found_low", "found_high", "predicate", "names_apart", "elsewhere", "days_apart", "core",
    "cosine_low", "cosine_high", "mass_low", "mass_high", "plain_low", "plain_high", "gist",
    "wording", "root", "names_shared", "names_both", "number_shared", "number_other", "shared",
    "equal_weight", "equal_most", "one_page", "nearby", "one_source", "one_source_and_page",
    "speaks_of", "cues_apart", "cue_denies", "clauses_apart", "negated", "negations", "one_negated",
    "agreement", "way", "contraries", "bare", "rejects", "answers", "denies", "confirms", "admits",
    "accuses", "recalled", "words_low", "words_high", "around", "days_between", "supposes",
    "judged", "judged_denial", "judged_confirmation", "rejected",
)  # fmt: skip
"""The numbers, in the order of the rows of `Weights.learned`."""
_NEAR = 3.0
"""Sentences over which what stands in one document loses its closeness."""
_MONTH = 30.0


def evidence(a: Claim, b: Claim, compared: Compared, tables: Tables, ruled: bool) -> Floats:
    """What is known of two claims, the same whichever comes first.

    `ruled`: have the rules a verdict?
    """
    first = compared.features.tolist()
    same, one = a.page is b.page, one_source(a.by, b.by)
    way = compared.agreement
    found = [
        *first,
        *_covered(a, b, tables),
        float(a.gist @ b.gist),
        float(a.wording @ b.wording),
        float(a.page.rows[a.root] @ b.page.rows[b.root]),
        *_named_and_counted(a, b),
        min(compared.shared, 6),
        *_equal(a, b),
        same,
        math.exp(-abs(_sentence(a) - _sentence(b)) / _NEAR) if same else 0.0,
        one,
        one and same,
        bool(a.by & b.names) + bool(b.by & a.names),
        *_turned(a, b),
        way,
        tables.way,
        min(len(compared.contraries), 3),
        compared.bare,
        a.rejects + b.rejects,
        a.answers + b.answers,
        *(sum(_act(c) == act for c in (a, b)) for act in ("deny", "confirm", "admit", "accuse")),
        a.recalled + b.recalled,
        *sorted(min(len(c.terms), 15) / 5 for c in (a, b)),
        max(_around(a, b), _around(b, a)),
        min(abs(a.made - b.made), _MONTH) / 10 if a.made == a.made and b.made == b.made else 0.0,
        bool(a.vocabulary & w.SUPPOSING) != bool(b.vocabulary & w.SUPPOSING),
        ruled,
        ruled and way < 0,
        ruled and way >= 0,
        first[0] * compared.bare,
    ]
    return np.array(found, np.float32)


def _covered(a: Claim, b: Claim, tables: Tables) -> list[float]:
    """How far each has the words of the other: by cosine, by weight, and without names."""
    if not tables.near.size:
        return [0.0] * 6
    plain = [np.array([_plain(t.pos) for t in c.terms]) for c in (a, b)]
    weight = [np.array([t.weight for t in c.terms]) for c in (a, b)]
    cosine = np.where(plain[0][:, None] & plain[1][None, :], a.rows @ b.rows.T, 0.0)
    best = [(cosine.max(1), tables.near.max(1)), (cosine.max(0), tables.near.max(0))]
    shares, masses, told = [], [], []
    for own, heavy, (alike, near) in zip(plain, weight, best, strict=True):
        total = float((heavy * own).sum()) or 1.0
        shares.append(float((heavy * own * alike).sum()) / total)
        told.append(float((heavy * own * near).sum()) / total)
        masses.append(float((heavy * near).sum()) / 10)
    return [*sorted(shares), *sorted(masses), *sorted(told)]


def _plain(pos: str) -> bool:
    return pos not in EXACT and pos != "ADP"


def _named_and_counted(a: Claim, b: Claim) -> list[float]:
    counted = bool(a.numbers and b.numbers)
    met = bool(a.numbers & b.numbers)
    return [
        min(len(a.names & b.names), 3),
        bool(a.names and b.names),
        met,
        counted and not met,
    ]


def _equal(a: Claim, b: Claim) -> list[float]:
    """The weight of words that both have, and of the heaviest."""
    there = {t.lemma for t in b.terms}
    found = [t.weight for t in a.terms if t.lemma in there and t.pos not in ("ADP", "PROPN")]
    return [min(sum(found), 15) / 5, max(found, default=0.0) / 5]


def _turned(a: Claim, b: Claim) -> list[float]:
    negations = [sum(t.sign < 0 for t in c.terms) for c in (a, b)]
    return [
        a.sign != b.sign,
        min(a.sign, b.sign) < 0,
        a.turned != b.turned,
        (a.turned < 0) + (b.turned < 0),
        min(abs(negations[0] - negations[1]), 4),
        bool(negations[0]) != bool(negations[1]),
    ]


def _sentence(claim: Claim) -> int:
    return claim.page.tokens[claim.root].sentence


def _act(claim: Claim) -> str | None:
    return claim.statement.cued.act if claim.statement.cued else None


def _around(one: Claim, other: Claim) -> float:
    """The weight of a word that one says and that stands around the other's content."""
    said = {t.lemma: t.weight for t in one.terms}
    met = (said[o.lemma] * min(1.0, o.weight) / 5 for o in other.around if o.lemma in said)
    return max(met, default=0.0)
