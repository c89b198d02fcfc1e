"""Who is one source: a body is one with its head, lawyer and spokesman; its members are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quoth.compare.claims.page import Page
from quoth.compare.claims.words import GENERIC, LEADS
from quoth.details.cues.lists import words as listed

Keys = frozenset[str]
"""Words by which somebody is known: own names, and those of the body spoken for."""
SHARED = 0.6
"""Of the keys of whoever has fewer, so many are the other's too if both are one."""
_SPARE = listed("a an and at dr for her his in its mr mrs ms of own the their three two")
_WHERE = listed("in at near from")
_CLAUSE = frozenset(("who", "which", "that", "whom"))


class Speakers:
    """The sources of an event: two of them are one where they share a key."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._linked: dict[str, set[str]] = defaultdict(set)
        for page in pages:
            phrases = [
                list(range(*page.tokens[h].phrase)) for _, heads in page.entities for h in heads
            ]
            phrases += [
                page.inside(s.source.spans) for s in page.told.reading.statements if s.source
            ]
            for phrase in phrases:
                names, bodies = _read(page, phrase)
                for name in names:
                    self._linked[name] |= bodies | names

    def of(self, page: Page, numbers: list[int]) -> Keys:
        """Keys of whoever stands at these tokens, the words of a source."""
        if not numbers:
            return frozenset()
        names, bodies = _read(page, numbers)
        top = page.analysis.top(range(numbers[0], numbers[-1] + 1))
        if not names and top is not None and top in page.entity_at:
            meant = list(page.named(page.entity_at[top]))
            n, b = _read(page, meant)
            if page.tokens[top].pos == "PRON" or not bodies:
                names, bodies = names | n, bodies | b
        found = names | bodies or {t for n in numbers if (t := page.tokens[n].text)[0].isupper()}
        found = {key.lower() for key in found}
        for name in names:
            found |= self._linked.get(name, set())
        return frozenset(found)


def one_source(one: Keys, other: Keys) -> bool:
    """Are they one, or a body and who speaks for it?"""
    if not one or not other:
        return False
    return len(one & other) >= SHARED * min(len(one), len(other))


def _read(page: Page, numbers: list[int]) -> tuple[set[str], set[str]]:
    """Own names in a phrase, and words of the body that it speaks for."""
    tokens = page.tokens
    clause = next((n for n in numbers if tokens[n].text.lower() in _CLAUSE), None)
    inside = [n for n in numbers if clause is None or n < clause]
    if not inside:
        return set(), set()
    common = [n for n in inside if tokens[n].pos == "NOUN"]
    roles = [n for n in common if page.lemma(n) in LEADS]
    persons = [
        n for n in inside if tokens[n].pos == "PROPN" and _is_person(page, n) and not page.cases(n)
    ]
    of_body = {
        word
        for n in inside
        if tokens[n].pos in ("PROPN", "NOUN") and n not in persons and n not in roles
        if not page.cases(n) & _WHERE
        if (word := tokens[n].text.lower()) not in _SPARE
        and word[0].isalpha()
        and word not in LEADS
    }
    if any(
        tokens[n].pos == "PROPN" and tokens[n].text.lower() in of_body - GENERIC for n in inside
    ):
        of_body -= GENERIC
    if roles:
        for n in inside:  # *its head*: the body stands elsewhere
            if tokens[n].text.lower() in ("its", "their") and n in page.entity_at:
                of_body |= {tokens[m].text.lower() for m in page.named(page.entity_at[n])}
    if persons:
        names = {tokens[n].text.lower() for n in persons}
        named_by = all(page.cases(n) & {"of", "for"} for n in common)  # *Roe of the laboratory*
        return names, of_body if roles or named_by else set()
    top = page.analysis.top(range(inside[0], inside[-1] + 1))
    if roles:
        return set(), of_body | {page.lemma(n) for n in roles if not of_body}
    if top is not None and tokens[top].entity == "person" and tokens[top].pos == "NOUN":
        return {page.lemma(top)}, set()
    return set(), of_body


def _is_person(page: Page, number: int) -> bool:
    """Does a proper noun belong to the name of a person?"""
    at = number
    for _ in range(4):
        token = page.tokens[at]
        if token.entity is not None:
            return token.entity == "person"
        if token.relation not in ("flat", "compound", "part") or token.head == at:
            break
        at = token.head
    return False
