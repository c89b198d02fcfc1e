"""Pairs of claims to propositions: who asserts each, and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import networkx

from quoth.compare.claims.claim import Claim
from quoth.compare.claims.judging import Judged, answers, first_day
from quoth.compare.claims.pairing import Found
from quoth.compare.claims.records import Pair, Position, Proposition
from quoth.compare.claims.when import NEVER
from quoth.compare.records import Said

MOST = 12
"""Statements of one proposition; more are held together by chance, and cut at their weakest."""


def propositions(claims: Sequence[Claim], found: Iterable[Found]) -> tuple[Proposition, ...]:
    """The pairs by proposition; those that somebody denies first, the surest of each first."""
    graph: networkx.Graph[int] = networkx.Graph()
    for a, b, judged in found:
        graph.add_edge(a, b, judged=judged)
    made = [_proposition(claims, graph.subgraph(part)) for part in _parts(graph)]
    return tuple(sorted(made, key=_rank))


def _rank(one: Proposition) -> tuple[bool, float, str]:
    return not one.denied, -one.pairs[0].likelihood, one.pairs[0].claim.key


def _parts(graph: networkx.Graph[int]) -> list[set[int]]:
    """Connected claims, cut at the weakest pairs where they are too many for one matter."""
    waiting = list(networkx.connected_components(graph))
    found = []
    while waiting:
        part = waiting.pop()
        if len(part) <= MOST:
            found.append(part)
            continue
        edges = sorted(
            graph.subgraph(part).edges(data="judged"), key=lambda e: (e[2].likelihood, e[0], e[1])
        )
        graph.remove_edges_from((a, b) for a, b, _ in edges[: max(1, len(edges) // 4)])
        waiting += [p for p in networkx.connected_components(graph.subgraph(part)) if len(p) > 1]
    return found


def _proposition(claims: Sequence[Claim], graph: networkx.Graph[int]) -> Proposition:
    day = first_day(claims)
    numbers = sorted(graph, key=lambda n: _order(claims[n]))
    side = {numbers[0]: 1}
    for a, b in networkx.bfs_edges(graph, numbers[0]):
        side[b] = side[a] * (-1 if graph.edges[a, b]["judged"].label == "denies" else 1)
    if claims[numbers[0]].sign * claims[numbers[0]].turned < 0:  # begins with a denial
        side = {n: -way for n, way in side.items()}
    pairs = [_pair(claims, a, b, judged, day) for a, b, judged in graph.edges(data="judged")]
    pairs.sort(key=lambda p: (p.label != "denies", -p.likelihood, p.claim.key, p.answer.key))
    return Proposition(
        tuple(position(claims[n]) for n in numbers if side[n] > 0),
        tuple(position(claims[n]) for n in numbers if side[n] < 0),
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
    own = {t.lemma: t.weight for t in (*claim.terms, *(claim.frame if claim.rejects else ()))}
    found = sorted((w for w in own if w in other), key=lambda word: (-own[word], word))
    return [_plain(word) for word in found[:4]]


def _plain(word: str) -> str:
    return word.replace("_", " ")
