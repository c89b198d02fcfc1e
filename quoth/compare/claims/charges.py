"""Who is accused, and whether the document that carries the charge carries the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.account.accused import NO_ANSWER
from quoth.compare.claims.claim import Claim
from quoth.compare.claims.page import Page
from quoth.compare.claims.records import Charge, Proposition
from quoth.compare.claims.speakers import Keys, Speakers, one_source
from quoth.compare.records import Said
from quoth.records import Passage, Span


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a content names, and whether he does there what is told."""

    where: Passage
    keys: Keys
    acts: bool


def charges(
    pages: Sequence[Page], claims: Sequence[Claim], found: Iterable[Proposition]
) -> tuple[Charge, ...]:
    """Charges in the order of the documents.

    A charge is a statement whose cue accuses, and one that is denied by somebody it names.
    """
    speakers = Speakers(pages)
    denied = _deniers(found, claims)
    by_page: dict[int, list[Claim]] = {}
    for claim in claims:
        by_page.setdefault(id(claim.page), []).append(claim)
    made: dict[tuple[str, int], Charge] = {}
    for claim in claims:
        accuses = claim.statement.cued is not None and claim.statement.cued.act == "accuse"
        deniers = denied.get(_key(claim), [])
        if (not accuses and not deniers) or claim.open:
            continue
        party = _party(claim, speakers, deniers, accuses)
        if party:
            charge = _charge(claim, party.where, party.keys, by_page[id(claim.page)], deniers)
            made.setdefault((_key(claim), party.where.spans[0].start), charge)
    return tuple(made.values())


def _key(claim: Claim) -> str:
    return f"{claim.page.told.key}:{claim.statement.id}"


def _deniers(found: Iterable[Proposition], claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """For each claim by its key those that deny it."""
    known = {_key(claim): claim for claim in claims}
    denied: dict[str, list[Claim]] = {}
    for one in found:
        for pair in one.pairs:
            if pair.label == "denies":
                denied.setdefault(pair.claim.key, []).append(known[pair.answer.key])
    return denied


def _party(claim: Claim, speakers: Speakers, deniers: list[Claim], accuses: bool) -> _Named | None:
    """Who is charged: who is named in the content and denies it, else whom the cue accuses."""
    page = claim.page
    named = [one for one in _mentions(claim, speakers) if not one_source(one.keys, claim.by)]
    for one in named:
        charged = accuses or (one.acts and claim.sign * claim.turned > 0)
        if charged and any(one_source(one.keys, denier.by) for denier in deniers):
            return one
    proper = [
        one
        for one in named
        if any(page.tokens[n].pos == "PROPN" for n in page.inside(one.where.spans))
    ]
    return next(iter(proper or named), None) if accuses else None


def _mentions(claim: Claim, speakers: Speakers) -> Iterator[_Named]:
    """Persons and bodies that the content names, in their order."""
    page = claim.page
    document = claim.content.document
    for n in page.inside(claim.content.spans):
        token = page.tokens[n]
        if n not in page.entity_at or token.entity not in ("person", "organization"):
            continue
        if token.pos not in ("PROPN", "NOUN"):
            continue
        first, end = token.phrase[0], n + 1
        while end < token.phrase[1] and page.tokens[end].relation == "flat":
            end += 1
        span = Span(page.tokens[first].start, page.tokens[end - 1].end)
        if any(s.start <= span.start and span.end <= s.end for s in claim.content.spans):
            keys = speakers.of(page, list(range(first, end)))
            yield _Named(Passage(document, (span,)), keys, _acts(page, n))


def _acts(page: Page, number: int) -> bool:
    """Is the token the subject of a clause, does it stand behind *by*, or own the subject?"""
    token = page.tokens[number]
    if token.relation == "nsubj" or "by" in page.cases(number):
        return True
    follows = page.tokens[number + 1].text if number + 1 < len(page.tokens) else ""
    return follows in ("'s", "’s", "'", "’") and page.tokens[token.head].relation == "nsubj"


def _charge(
    claim: Claim, where: Passage, keys: Keys, others: Sequence[Claim], deniers: list[Claim]
) -> Charge:
    own = [c for c in others if c.statement is not claim.statement and one_source(c.by, keys)]
    direct = [c for c in own if any(c is denier for denier in deniers)]
    turning = [c for c in own if c.sign < 0 or c.rejects]
    best = next(iter(direct or turning or own), None)
    told = claim.page.told
    answer = Said(told, best.statement) if best else None
    denies = bool(direct or turning)
    return Charge(Said(told, claim.statement), where, answer, denies, _asked(claim.page, keys))


def _asked(page: Page, keys: Keys) -> bool:
    """Does the document say that the accused was asked and gave no answer?"""
    text = page.told.reading.document.text
    for first, end in page.analysis.sentences:
        start, last = page.tokens[first].start, page.tokens[end - 1].end
        if NO_ANSWER.search(text, start, last):
            words = {page.tokens[n].text.lower() for n in range(first, end)}
            if words & keys:
                return True
    return False
