"""Which claims of an event are held against each other, and which of them are shown as pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from rapidfuzz import fuzz

from quoth.compare.claims import stand
from quoth.compare.claims.alike import kin
from quoth.compare.claims.claim import MOST, Claim, claim_of, predicate
from quoth.compare.claims.features import ENOUGH, salience
from quoth.compare.claims.judging import Judged, Weights, eligible, judge
from quoth.compare.claims.page import Page
from quoth.compare.claims.speakers import Speakers
from quoth.compare.claims.turning import negated
from quoth.compare.claims.words import PROOF
from quoth.ledger.identities.rarity import rarity
from quoth.records import Passage, Span, Statement

CANDIDATES = 25
"""So many others each claim is held against: those that share most with it."""
POSTINGS = 400
"""A word in more claims than this finds no candidates by itself."""
SAYING = 0.2
"""So much alike must be what who confirms says of the words that both share."""
KIN = 0.4
"""What a word weighs by what it shares with others, as a part of what it weighs by itself."""
SENTENCES = 12
"""Sentences of one statement that are claims of their own; what is longer is no position."""
BESIDE = 3
"""Claims of a document before a bare rejection that it may mean."""

QUOTED, EQUAL = 15, 90.0
"""Contents of so many characters that are so much alike (in percent) are one utterance."""
_WORD = re.compile(r"\w+")

Found = tuple[int, int, Judged]
"""Two claims by their numbers, and what they are to one another."""


def claims_in(pages: Sequence[Page]) -> tuple[Claim, ...]:
    """Every sentence that a source is made to answer for; of those with equal words the first."""
    speakers = Speakers(pages)
    met: set[tuple[object, ...]] = set()
    found = []
    for page in pages:
        made: dict[str, frozenset[str]] = {}
        for statement in page.told.reading.statements:
            for content in _sentences(page, statement):
                claim = claim_of(page, statement, content, speakers)
                if claim is None or not _says_something(claim):
                    continue
                made[statement.id] = claim.by
                if made.get(statement.within or "") == claim.by:
                    continue  # *he saw no light* in what he said: one claim
                key = (claim.by, " ".join(content.text.casefold().split()), claim.sign)
                if key not in met:
                    met.add(key)
                    found.append(claim)
    return tuple(found)


def _says_something(claim: Claim) -> bool:
    """Is it more than a name or a noun, as *responsibility* in what somebody claimed?"""
    words = claim.page.inside(claim.content.spans)[:MOST]
    said = any(claim.page.tokens[n].pos in ("VERB", "AUX") for n in words)
    own = [term for term in claim.terms if term.own and term.pos != "ADP"]
    told = any(term.pos != "PROPN" for term in own)
    some = told and (said or len(own) > 1)
    return claim.rejects or (
        some and stand.proposes(claim.page, claim.statement, words, claim.root)
    )


def _sentences(page: Page, statement: Statement) -> Iterator[Passage]:
    """The content of a statement with a source, cut at the ends of sentences."""
    if statement.source is None:
        return
    document = statement.content.document
    numbers = page.inside(statement.content.spans)[: MOST * SENTENCES]
    cut = [list(group) for _, group in groupby(numbers, key=lambda n: page.tokens[n].sentence)]
    for group in [part for sentence in cut[:SENTENCES] for part in _clauses(page, sentence)]:
        start, end = page.tokens[group[0]].start, page.tokens[group[-1]].end
        pieces = (
            Span(max(s.start, start), min(s.end, end))
            for s in statement.content.spans
            if s.start < end and start < s.end
        )
        yield Passage(document, tuple(pieces))


def _clauses(page: Page, sentence: list[int]) -> list[list[int]]:
    """A sentence cut where a second clause with a subject of its own stands beside the first."""
    root = predicate(page, sentence)
    beside = (
        c
        for c in page.children(root)
        if page.tokens[c].relation == "conj"
        and page.tokens[c].pos in ("VERB", "AUX", "ADJ")
        and any(page.tokens[d].relation == "nsubj" for d in page.children(c))
    )
    opening = {min(page.analysis.below(c)) for c in beside} | _joined(page, sentence)
    starts = sorted(opening & set(sentence[1:]))
    ends = [*starts, sentence[-1] + 1]
    parts = [
        [n for n in sentence if low <= n < high]
        for low, high in zip([sentence[0], *starts], ends, strict=True)
    ]
    return [part for part in parts if part] + _proved(page, sentence, root)


def _joined(page: Page, sentence: list[int]) -> set[int]:
    """Where a piece begins that is a clause beside the others: *"... and nobody stopped it"*."""
    tokens = page.tokens
    found = set()
    for before, n in pairwise(sentence):
        if n == before + 1:
            continue
        words = [m for m in sentence if m >= n and tokens[m].text[0].isalnum()]
        joins = bool(words) and tokens[words[0]].text.lower() in ("and", "but")
        if joins and any(tokens[m].relation == "nsubj" for m in words):
            found.add(n)
    return found


def _proved(page: Page, sentence: list[int], root: int) -> list[list[int]]:
    """*They were there* in *we have proof that they were there*: it is put forward too."""
    held = set(sentence)
    if negated(page, root, held):
        return []
    return [
        sentence[at + 1 :]
        for at, n in enumerate(sentence[:-2])
        if page.lemma(n) in PROOF
        and page.tokens[sentence[at + 1]].text.lower() == "that"
        and not negated(page, n, held)
    ]


def find_pairs(claims: Sequence[Claim], known: Weights | None = None) -> Iterator[Found]:
    """All pairs that are judged. Time grows with the claims, not with their square.

    `known` are other weights than those of the package.
    """
    core = salience(claims)
    for a, b in candidates(claims):
        judged = judge(claims[a], claims[b], core, known)
        if judged is None or not _enough(judged):
            continue
        both = claims[a], claims[b]
        if judged.label == "confirms" and (min(map(_own, both)) < ENOUGH or _one_utterance(*both)):
            continue
        yield a, b, judged


def _own(claim: Claim) -> int:
    """How many words a claim has besides what its pronouns stand for."""
    return sum(term.own and term.pos != "ADP" for term in claim.terms)


def _enough(judged: Judged) -> bool:
    """Is it enough in common to be shown? Who calls one claim a lie confirms no other."""
    compared = judged.compared
    if judged.label == "denies" and compared.bare:
        return True
    said = judged.label == "denies" or float(compared.features[2]) >= SAYING
    return compared.shared >= ENOUGH and said and not compared.bare


def _one_utterance(a: Claim, b: Claim) -> bool:
    """Are the words those of one quotation, passed on twice?"""
    if "indirect" in (a.statement.form, b.statement.form):
        return False
    one, other = (" ".join(_WORD.findall(c.content.text.casefold())) for c in (a, b))
    shorter = min(len(one), len(other))
    return shorter >= QUOTED and fuzz.partial_ratio(one, other) >= EQUAL


def candidates(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Pairs of claims, by their numbers, that are worth a look; a bounded number for each."""
    found = sorted(set(_candidates(claims)))
    return [(a, b) for a, b in found if not _one_inside(claims[a], claims[b])]


def _one_inside(a: Claim, b: Claim) -> bool:
    """Is one a part of the other's own words?"""
    return a.page is b.page and any(
        x.start < y.end and y.start < x.end for x in a.content.spans for y in b.content.spans
    )


def _candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """For each claim those that share the rarest words, weighed by how rare they are (as BM25)."""
    postings: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        if not claim.open:
            for word in _index(claim):
                postings[word].append(n)
    for n, claim in enumerate(claims):
        if claim.open:
            continue
        score: dict[int, float] = defaultdict(float)
        for word, weight in _index(claim).items():
            if len(postings[word]) <= POSTINGS:
                for other in postings[word]:
                    score[other] += weight / len(postings[word]) ** 0.5
        score.pop(n, None)
        best = sorted(score, key=lambda other: (-score[other], other))[:CANDIDATES]
        beside = range(max(0, n - BESIDE), n) if claim.rejects else ()
        for other in (*best, *beside):
            if eligible(claim, claims[other]):
                yield min(n, other), max(n, other)


def _index(claim: Claim) -> dict[str, float]:
    """What a claim is found by, and what each weighs: its words, and what they share with others.

    Of a bare rejection the words of its sentence too.
    """
    found: dict[str, float] = {}
    for term in (*claim.terms, *(claim.frame if claim.rejects else ())):
        weight = rarity(term.lemma.split("_")[0])
        for word in (term.lemma, term.lemma.split("_")[0]):
            found[word] = weight
        if term.pos in ("VERB", "ADJ", "NOUN"):
            for mark in kin(term.lemma):
                found.setdefault(mark, KIN * weight)
    return found
