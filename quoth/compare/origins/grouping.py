"""Sentences of several documents that tell the same, in whatever words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quoth.compare.origins.texts import Sentence, Text, weigh, weight

ALIKE, ENOUGH = 0.55, 13.0
"""So much of what the shorter sentence tells (`texts.weigh`) must be shared: a share, a weight."""
WITHOUT = 0.75
"""That share where their figures differ."""
RARE = 6
"""Sentences are looked for by so many of their rarest words."""
EVERYWHERE = 300
"""A word of more sentences than this finds nothing."""
NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nothing|without|den(?:y|ies|ied))\b|n['’]t\b", re.I
)

Unit = tuple[str, ...]
"""The words of a sentence."""


def grouped(texts: Mapping[str, Text]) -> list[dict[str, Sentence]]:
    """For each thing that several documents tell the sentence of each; `texts` in order of time.

    A sentence belongs to one group. Sentences of the same words are looked at once.
    """
    held: dict[Unit, dict[str, Sentence]] = defaultdict(dict)
    terms: dict[Unit, frozenset[str]] = {}
    negated: dict[Unit, bool] = {}
    for key, text in texts.items():
        for sentence in text.sentences:
            unit = sentence.words
            if unit not in terms:
                terms[unit] = text.terms([sentence.span])
                negated[unit] = len(NOT.findall(text.words(sentence))) % 2 == 1
            held[unit].setdefault(key, sentence)
    places: dict[str, list[Unit]] = defaultdict(list)
    for unit, found in terms.items():
        for term in found:
            places[term].append(unit)
    groups, done = [], set()
    for unit in terms:  # the earliest document's first
        if unit in done:
            continue
        group = dict(held[unit])
        same = _alike(unit, terms, places)
        for other in same:
            if other not in done and negated[other] == negated[unit]:
                for key, sentence in held[other].items():
                    if key not in group:
                        group[key] = sentence
                        done.add(other)
        if len(group) > 1 and weigh(terms[unit]) >= ENOUGH:
            done.add(unit)
            groups.append({key: group[key] for key in texts if key in group})
    return groups


def _alike(
    unit: Unit, terms: Mapping[Unit, frozenset[str]], places: Mapping[str, Sequence[Unit]]
) -> list[Unit]:
    """The sentences that tell the same, the most alike first."""
    mine = terms[unit]
    rarest = sorted(mine, key=lambda term: (-weight(term), term))[:RARE]
    met = Counter(
        other for term in rarest if len(places[term]) <= EVERYWHERE for other in places[term]
    )
    scores = {
        other: score for other in met if other != unit and (score := _score(mine, terms[other]))
    }
    return sorted(scores, key=lambda other: (-scores[other], other))


def _score(one: frozenset[str], other: frozenset[str]) -> float:
    shared = weigh(one & other)
    least = min(weigh(one), weigh(other))
    if shared < ENOUGH or shared < ALIKE * least:
        return 0.0
    mine, theirs = (frozenset(t for t in each if t.startswith("#")) for each in (one, other))
    if mine and theirs and not mine & theirs and shared < WITHOUT * least:
        return 0.0
    return shared / least
