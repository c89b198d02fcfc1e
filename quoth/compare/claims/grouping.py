"""Pairs of claims to propositions: who asserts each, and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from quoth.compare.claims.claim import Claim
from quoth.compare.claims.judging import Judged, answers, first_day
from quoth.compare.claims.pairing import Found
from quoth.compare.claims.records import Pair, Position, Proposition
from quoth.compare.claims.terms import Term
from quoth.compare.claims.when import NEVER
from quoth.compare.records import Said

MOST = 12
"""Statements of one proposition; what is joined to more is joined by chance."""
TOGETHER, UNSEEN = 0.35, 0.25
"""Two groups are one proposition where all pairs across them are so likely on average; a pair that
nobody held against one another counts for so much."""

Judgements = dict[tuple[int, int], Judged]
"""What two claims, the lower number first, are to one another."""
Sides = dict[int, int]
"""The claims of a proposition, 1 on the side of its first and -1 on the other."""


def propositions(
    claims: Sequence[Claim], found: Iterable[Found], least: float
) -> tuple[Proposition, ...]:
    """The pairs by proposition; those that somebody denies first, the surest of each first.

    `found` are all pairs that were judged; those from `least` on are shown, if they stand in one
    proposition: two claims that each have a surer matter of their own are no pair.
    """
    judged = {(a, b): one for a, b, one in found}
    groups: dict[int, Sides] = {}
    sure = sorted(
        (pair for pair, one in judged.items() if one.likelihood >= least),
        key=lambda pair: (-judged[pair].likelihood, pair),
    )
    for a, b in sure:
        one, other = groups.get(a, {a: 1}), groups.get(b, {b: 1})
        if one is not other and len(one) + len(other) <= MOST and _one_matter(one, other, judged):
            turn = one[a] * other[b] * _way(judged[a, b])
            joined = one | {n: side * turn for n, side in other.items()}
            groups.update(dict.fromkeys(joined, joined))
    parts = {id(group): group for group in groups.values()}
    made = [_proposition(claims, part, judged, least) for part in parts.values()]
    return tuple(sorted(made, key=_rank))


def _way(judged: Judged) -> int:
    return -1 if judged.label == "denies" else 1


def _one_matter(one: Sides, other: Sides, judged: Judgements) -> bool:
    """Are two groups about one proposition, by the average of all pairs across them?"""
    across = [judged.get((min(a, b), max(a, b))) for a in one for b in other]
    return sum(j.likelihood if j else UNSEEN for j in across) >= TOGETHER * len(across)


def _rank(one: Proposition) -> tuple[bool, float, str]:
    return not one.denied, -one.pairs[0].likelihood, one.pairs[0].claim.key


def _proposition(
    claims: Sequence[Claim], sides: Sides, judged: Judgements, least: float
) -> Proposition:
    day = first_day(claims)
    numbers = sorted(sides, key=lambda n: _order(claims[n]))
    first = claims[numbers[0]]
    begins = sides[numbers[0]] * (-1 if first.sign * first.turned < 0 else 1)
    within = [(a, b) for a in numbers for b in numbers if a < b and (a, b) in judged]
    pairs = [
        _pair(claims, a, b, judged[a, b], day)
        for a, b in within
        if judged[a, b].likelihood >= least and _way(judged[a, b]) == sides[a] * sides[b]
    ]
    pairs.sort(key=lambda p: (p.label != "denies", -p.likelihood, p.claim.key, p.answer.key))
    return Proposition(
        tuple(position(claims[n]) for n in numbers if sides[n] == begins),
        tuple(position(claims[n]) for n in numbers if sides[n] != begins),
        tuple(pairs),
    )


def _order(claim: Claim) -> tuple[float, str, int]:
    day = float("inf") if claim.made != claim.made else claim.made
    return day, claim.page.told.key, claim.start


def position(claim: Claim) -> Position:
    """A claim as it is shown."""
    day = date.fromordinal(int(claim.made)).isoformat() if claim.made == claim.made else None
    return Position(Said(claim.page.told, claim.statement), claim.content, day, claim.recalled)


def _pair(claims: Sequence[Claim], a: int, b: int, judged: Judged, day: float) -> Pair:
    one, other = (a, b) if answers(claims[a], claims[b], day) else (b, a)
    claim, answer = claims[one], claims[other]
    return Pair(
        judged.label,
        position(claim),
        position(answer),
        round(judged.likelihood, 3),
        tuple(_why(claim, answer, judged)),
    )


def _why(claim: Claim, answer: Claim, judged: Judged) -> Iterable[str]:
    shared = _shared(claim, answer)
    if shared:
        yield "both speak of " + ", ".join(shared)
    for one, other in judged.compared.contraries:
        yield f"{_plain(one)} excludes {_plain(other)}"
    for who, name in ((claim, "the claim"), (answer, "the answer")):
        cue = who.statement.cue.text if who.statement.cue else ""
        if who.sign < 0:
            yield f"{name} is put as a denial: {cue}"
        elif who.rejects:
            yield f"{name} rejects: {who.content.text}"
        elif who.turned < 0:
            yield f"{name} says no in its own words"
    yield _order_told(claim, answer)


def _order_told(claim: Claim, answer: Claim) -> str:
    if NEVER not in (claim.made, answer.made) and claim.made < answer.made:
        return "the answer is in the later document"
    if claim.recalled and not answer.recalled:
        return "the claim is told as made before"
    if answer.answers and not claim.answers:
        return "the answer is worded as one"
    return "the answer stands later"


def _shared(claim: Claim, answer: Claim) -> list[str]:
    """Up to four words that both have, the rarest first; those of the sentence for a rejection."""
    other = {t.lemma for t in (*answer.terms, *(answer.frame if answer.rejects else ()))}
    own = {t.lemma: t for t in (*claim.terms, *(claim.frame if claim.rejects else ()))}
    found = sorted((t for w, t in own.items() if w in other), key=lambda t: (-t.weight, t.token))
    return [_told(claim, term) for term in found[:4]]


def _told(claim: Claim, term: Term) -> str:
    """A word as people know it: of a name, which stands as a filler, the text itself."""
    if term.pos != "PROPN":
        return _plain(term.lemma)
    token = claim.page.tokens[term.token]
    return claim.content.document.text[token.start : token.end]


def _plain(word: str) -> str:
    return word.replace("_", " ")
