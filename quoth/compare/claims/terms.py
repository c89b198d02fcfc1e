"""The words of a claim that tell: what each weighs, which way it is turned, what part it plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quoth.compare.claims import words as w
from quoth.compare.claims.page import Page
from quoth.compare.claims.turning import polarity, turned_here
from quoth.ledger.identities.rarity import rarity

_TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"))
_CLAUSE = frozenset(("acl", "advcl", "ccomp", "csubj", "xcomp", "parataxis", "conj", "root"))
_LEAST, _MOST = 0.5, 5.0
"""Between these a word's rarity is its weight."""
_PROPER = 5.0
"""What every name weighs: how often one is in the news is no matter of what is said of it."""
_NAME, _MEANT = 2.0, 1.5
"""What a pronoun weighs: of the speaker, of somebody else."""
_STEPS = 6
"""So far up the sentence is looked for what a word's phrase is in what happens."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that tells."""

    lemma: str
    """Its dictionary form; a verb's particle follows by an underscore."""
    pos: str
    weight: float
    sign: int
    """-1 where a negation stands over it."""
    token: int
    slot: str = "other"
    """What it is in what happens: `agent`, `theme`, `place`, `time`, `says`, `where` or `other`."""
    direct: bool = False
    """The negation stands right with it: *no warning*, *without lights*."""
    own: bool = True
    """False where it is the name behind a pronoun."""


def terms(page: Page, numbers: list[int], source: list[int]) -> tuple[Term, ...]:
    """The words of `numbers` that tell; `source` are those of whoever says *I* in them."""
    held = frozenset(numbers)
    return tuple(term for n in numbers for term in _of(page, n, held, source))


def lighter(found: Iterable[Term], by: float) -> Iterator[Term]:
    """The same words at a part of their weight."""
    return (replace(term, weight=term.weight * by) for term in found)


def _of(page: Page, n: int, held: frozenset[int], source: list[int]) -> Iterator[Term]:
    token = page.tokens[n]
    low = token.text.lower()
    meant = _meant(page, n, source)
    if meant is not None:
        weight = _NAME if low in w.FIRST else _MEANT
        sign, slot, direct = polarity(page, n, held), _slot(page, n), turned_here(page, n, held)
        for m in meant:
            pos = "PROPN" if low in w.FIRST else page.tokens[m].pos
            yield Term(page.lemma(m), pos, weight, sign, m, slot, direct, own=False)
        return
    if low in w.PARTICLES and token.relation == "compound" and token.pos in ("ADP", "ADV"):
        return  # told with its verb
    if low in w.WHERE and (low not in w.PARTICLES - {"in"} or token.relation != "case"):
        yield Term(low, "ADP", 0.6, polarity(page, n, held), n, "where")
        return
    if low == "behind" and token.relation == "case" and page.is_so(token.head):
        yield Term(low, "ADJ", _MOST / 2, polarity(page, n, held), n, "says")
        return
    lemma = page.lemma(n)
    if not _tells(page, n, lemma) or _goes_on(page, n):
        return
    sign = polarity(page, n, held)
    weight = min(max(rarity(lemma), _LEAST), _MOST) * (0.6 if token.pos == "ADV" else 1)
    if token.pos == "PROPN":
        weight = _PROPER
    particle = _particle(page, n)
    if particle in w.PARTICLES:
        yield Term(particle, "ADP", 1.0, sign, n, "where")
    whole = f"{lemma}_{particle}" if particle else lemma
    yield Term(whole, token.pos, weight, sign, n, _slot(page, n), turned_here(page, n, held))


def _meant(page: Page, n: int, source: list[int]) -> list[int] | None:
    """The words that a pronoun stands for; None where it is none or stands for nobody known."""
    token = page.tokens[n]
    if token.pos == "PRON" and token.text.lower() in w.FIRST and source:
        names = [m for m in source if page.tokens[m].pos == "PROPN"]
        known = [page.named(page.entity_at[m]) for m in source if m in page.entity_at]
        return (names or [m for named in known[:1] for m in named])[-2:]
    if token.pos in ("PRON", "DET") and n in page.entity_at:
        return list(page.named(page.entity_at[n])[-2:])
    return None


def _tells(page: Page, n: int, lemma: str) -> bool:
    token = page.tokens[n]
    low = token.text.lower()
    return (
        token.pos in _TELLING
        and any(c.isalnum() for c in low)
        and low not in w.NOT | w.ASKING
        and (lemma not in w.EMPTY or token.pos == "NUM")
        and token.relation not in ("aux", "cop", "mark")
    )


def _goes_on(page: Page, n: int) -> bool:
    """Is it part of a name, but not its last word, by which whoever bears it is known?"""
    follows = page.tokens[n + 1 : n + 2]
    same = page.tokens[n].head if page.tokens[n].relation == "flat" else n
    return any(t.pos == "PROPN" and t.relation == "flat" and t.head == same for t in follows)


def _particle(page: Page, n: int) -> str:
    for child in page.children(n):
        token = page.tokens[child]
        if token.pos in ("ADP", "ADV") and token.relation == "compound":
            return token.text.lower()
    return ""


def _slot(page: Page, number: int) -> str:
    """What a word is in what happens, by the relation of the phrase that it stands in."""
    first = page.tokens[number]
    if first.time != "O":
        return "time"
    if first.pos in ("VERB", "ADJ") and first.relation not in ("amod", "compound"):
        return "says"
    at = number
    for _ in range(_STEPS):
        token = page.tokens[at]
        cases = page.cases(at)
        if token.relation == "nsubj":
            return (
                "agent"
                if page.tokens[token.head].pos == "VERB" and not _passive(page, token.head)
                else "theme"
            )
        if token.relation in ("obj", "iobj"):
            return "theme"
        if token.relation in ("obl", "nmod") and "by" in cases:
            return "agent"
        if token.relation == "obl" or (token.relation == "nmod" and token.entity == "place"):
            there = token.entity == "place" or cases & {"in", "at", "on", "under", "near"}
            return "place" if there else "other"
        if token.head == at or token.relation in _CLAUSE:
            break
        if token.relation == "nmod" and at == number and cases and "of" not in cases:
            break
        at = token.head
    return "other"


def _passive(page: Page, verb: int) -> bool:
    return any(
        page.lemma(c) in ("be", "get") and page.tokens[c].relation == "aux"
        for c in page.children(verb)
    )
