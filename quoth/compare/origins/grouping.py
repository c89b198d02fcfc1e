"""What several documents tell alike, in whatever words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.compare.origins.texts import Sentence, Text, telling, weigh, weight, words_of
from quoth.compare.outlets import agency_in
from quoth.records import Passage, Span
from quoth.voice import united, without

ALIKE, ENOUGH = 0.4, 4.0
"""So much of what the shorter of two tells (`texts.weigh`) must be shared: a share, a weight."""
FEWEST, MOSTLY = 3, 0.8
"""So many terms must be shared; one fewer where that is so much of what the shorter tells, and one
fewer where it is a figure that few things have."""
WITHOUT = 0.75
"""That share where their figures differ."""
PIECE = 5
"""What is left of a sentence beside its statements tells something with so many words in a row."""
RARE = 8
"""Others are looked for by so many of the rarest words."""
EVERYWHERE = 300
"""A word of more units than this finds nothing."""
NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|neither|nothing|without|den(?:y|ies|ied)|false|untrue"
    r"|wrong|baseless|fabricated|hoax|lies?)\b|n['’]t\b",
    re.I,
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    terms: frozenset[str]
    negated: bool


def grouped(texts: Mapping[str, Text]) -> list[dict[str, Passage]]:
    """For each thing that several documents tell the words of each; `texts` in order of time.

    What is looked at are contents of statements, and sentences without these. Each belongs to one
    group. Those of the same words are looked at once.
    """
    held: dict[Words, dict[str, Passage]] = defaultdict(dict)
    told: dict[Words, _Told] = {}
    for key, text in texts.items():
        for passage, negated in _units(text):
            words = tuple(words_of(passage.text))
            if words not in told:
                told[words] = _Told(text.terms(passage.spans), negated)
            if weigh(told[words].terms) >= ENOUGH:
                held[words].setdefault(key, passage)
    places: dict[str, list[Words]] = defaultdict(list)
    for words in held:
        for term in sorted(told[words].terms):
            places[term].append(words)
    weights = _weights(held, places)
    groups: list[dict[str, Passage]] = []
    done: set[Words] = set()
    for words in held:  # the earliest document's first
        if words in done:
            continue
        group = dict(held[words])
        for other in _alike(words, told, places, weights):
            new = {key: passage for key, passage in held[other].items() if key not in group}
            if other not in done and new:
                group.update(new)
                done.add(other)
        done.add(words)
        if len(group) > 1:
            groups.append({key: group[key] for key in texts if key in group})
    return groups


def _units(text: Text) -> Iterator[tuple[Passage, bool]]:
    """What each sentence tells, in parts, and whether each is told with a *not*."""
    statements = [s for s in text.told.reading.statements if s.within not in text.told.statements]
    for sentence in text.sentences:
        taken: list[Span] = []
        for each in statements:
            inside = _inside(sentence, each.content.spans)
            if not inside:
                continue
            parts = (each.source, each.cue)
            taken += [*inside, *(s for p in parts if p for s in _inside(sentence, p.spans))]
            denied = bool(each.cued and each.cued.polarity == "negative")
            passage = Passage(text.document, inside)
            yield passage, denied != _negated(passage.text)
        for rest in without(sentence.span, united(taken)):
            passage = Passage(text.document, (rest,))
            asks = text.words(sentence).rstrip('"”’)').endswith("?")
            dated = agency_in(passage.text)
            if len(words_of(passage.text)) >= PIECE and not asks and not dated:
                yield passage, _negated(passage.text)


def _inside(sentence: Sentence, spans: Sequence[Span]) -> tuple[Span, ...]:
    clipped = (
        Span(max(s.start, sentence.span.start), min(s.end, sentence.span.end)) for s in spans
    )
    return tuple(span for span in clipped if span.start < span.end)


def _negated(words: str) -> bool:
    return NOT.search(words) is not None


def _alike(
    words: Words,
    told: Mapping[Words, _Told],
    places: Mapping[str, Sequence[Words]],
    weights: Mapping[str, float],
) -> list[Words]:
    """What tells the same, the most alike first."""
    mine = told[words]
    rarest = sorted(mine.terms, key=lambda term: (-weights[term], term))[:RARE]
    met = Counter(
        other for term in rarest if len(places[term]) <= EVERYWHERE for other in places[term]
    )
    scores = {
        other: score
        for other in met
        if other != words
        and told[other].negated == mine.negated
        and (score := _score(mine.terms, told[other].terms, weights))
    }
    return sorted(scores, key=lambda other: (-scores[other], other))


def _weights(
    held: Mapping[Words, Mapping[str, Passage]], places: Mapping[str, Sequence[Words]]
) -> dict[str, float]:
    """How much a term tells here: less, the more often a document comes back to it.

    What is told stands once in each; whom and where it is about stands everywhere.
    """
    found = {}
    for term, units in places.items():
        documents = {key for words in units for key in held[words]}
        times = sum(len(held[words]) for words in units)
        found[term] = weight(term) * len(documents) / times
    return found


def _score(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = sum(weights[term] for term in one & other)
    least = min(sum(weights[term] for term in each) for each in (one, other))
    fewest = FEWEST - (shared >= MOSTLY * least) - any(map(telling, one & other))
    if len(one & other) < fewest or shared < ENOUGH or shared < ALIKE * least:
        return 0.0
    mine, theirs = (frozenset(t for t in each if t.startswith("#")) for each in (one, other))
    if mine and theirs and not mine & theirs and shared < WITHOUT * least:
        return 0.0
    return shared / least
