"""What office, trade or tie a document states of a person, and to what body it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.sources.lexicon import COURTESY, FORMERLY, NO_ROLE
from quoth.sources.names import Name
from quoth.sources.nouns import PERSONS, noun
from quoth.sources.phrases import whole
from quoth.sources.records import Mention


class Role(NamedTuple):
    """Tokens of a role, to one past the last, and those of the body that it belongs to."""

    first: int
    end: int
    body: tuple[int, int] | None


TIES = frozenset(("of", "for", "at", "with", "to", "from", "in", "on"))
DASHES = frozenset('—–:;,()"') | {"--"}
CLAUSES = frozenset(("acl", "appos", "parataxis", "conj", "advcl", "dep", "list", "discourse"))
"""What of a phrase is no part of a role: clauses and further names."""


def role_of(analysis: Analysis, mentions: Iterable[tuple[Mention, Name | None]]) -> Role | None:
    """The longest role that the mentions of one person state; None where they state none."""
    found = [role for one, name in mentions for role in _roles(analysis, one, name)]
    tokens = analysis.tokens
    return max(found, key=lambda r: tokens[r.end - 1].end - tokens[r.first].start, default=None)


def _roles(analysis: Analysis, mention: Mention, name: Name | None) -> Iterator[Role]:
    if mention.form == "pronoun":
        return
    head = mention.head
    tokens = analysis.tokens
    if name and name.proper:
        low = analysis.inside(mention.span).start
        if role := _before(analysis, min(low, name.first), name):
            yield role
        for child in analysis.children[head]:
            # an apposition, or what a copula says: "Orr, the clerk", "Orr is a baker"
            if tokens[child].relation == "appos":
                yield from _phrase(analysis, child)
        if (at := _predicate(analysis, head)) is not None:
            yield from _phrase(analysis, at)
        if tokens[head].relation == "appos" and tokens[head].head < head:
            yield from _phrase(analysis, tokens[head].head, head)
    else:
        yield from _phrase(analysis, head)


def _before(analysis: Analysis, low: int, name: Name) -> Role | None:
    """What stands before a name in its phrase, from the article on."""
    tokens = analysis.tokens
    end = name.first
    while end > low and tokens[end - 1].pos == "PUNCT" and tokens[end - 1].text != ".":
        end -= 1
    low = next((at + 1 for at in range(end - 1, low - 1, -1) if tokens[at].text in DASHES), low)
    words = [t for t in tokens[low:end] if t.text[0].isalnum()]
    lemmas = [noun(t.text).lemma for t in words]
    if not words or all(lemma in COURTESY for lemma in lemmas):
        return None
    last = next(
        (at for at in range(end - 1, low - 1, -1) if noun(tokens[at].text).lemma in PERSONS), None
    )
    if last is None or lemmas[-1] in COURTESY | NO_ROLE:
        return None
    return Role(low, end, _body(analysis, low, end))


def _predicate(analysis: Analysis, head: int) -> int | None:
    """The noun that a copula says of the subject `head`."""
    token = analysis.tokens[head]
    if token.relation != "nsubj" or token.head == head:
        return None
    above = token.head
    copula = any(analysis.tokens[k].relation == "cop" for k in analysis.children[above])
    return above if copula and analysis.tokens[above].pos in ("NOUN", "PROPN") else None


def _phrase(analysis: Analysis, head: int, stop: int | None = None) -> Iterator[Role]:
    """The role that the phrase of a noun for one person is, without clauses and further names."""
    tokens = analysis.tokens
    one = noun(whole(analysis, head))
    if one.plural or one.lemma in NO_ROLE or tokens[head].pos not in ("NOUN", "PROPN", "X"):
        return
    if one.lemma not in PERSONS and tokens[head].entity != "person":
        return
    if one.lemma not in PERSONS and tokens[head].pos != "NOUN":
        return
    first, end = head, head + 1
    for child in analysis.children[head]:
        if tokens[child].relation in ("nsubj", "cop", "case", "punct", "mark", "aux"):
            continue
        inside = list(analysis.below(child))
        if child < head and tokens[child].relation not in CLAUSES | {"cc", "advmod"}:
            first = min(first, *inside)
        elif (child > head and tokens[child].relation in ("nmod", "part", "flat")) or (
            tokens[child].relation == "conj"
            and noun(tokens[child].text).lemma in PERSONS
            and any(tokens[k].text == "and" for k in analysis.children[child])
        ):
            end = max(end, _until_clause(analysis, inside, head))
    if stop is not None:
        end = min(end, stop)
    while end > first + 1 and tokens[end - 1].pos in ("PUNCT", "CCONJ", "PART"):
        end -= 1
    if end > head:
        yield Role(first, end, _body(analysis, first, end))


def _until_clause(analysis: Analysis, inside: list[int], head: int) -> int:
    """The end of a phrase before the first clause or comma in it."""
    tokens = analysis.tokens
    last = max(inside)
    for at in sorted(inside):
        if at > head and (
            tokens[at].relation in ("acl", "parataxis") or tokens[at].text in ("(", "--")
        ):
            return min([at, *(n for n in analysis.below(at) if n > head)])
    return last + 1


def _body(analysis: Analysis, first: int, end: int) -> tuple[int, int] | None:
    """The body or place in a role: what "of" or "for" leads to, else its first proper name."""
    tokens = analysis.tokens
    for at in range(first + 1, end - 1):
        if tokens[at].text.casefold() in TIES and tokens[at].relation == "case":
            return at + 1, end
    for at in range(first, end):
        if _of_name(tokens[at]):
            last = at + 1
            while last < end and (_of_name(tokens[last]) or tokens[last].relation == "part"):
                last += 1
            return at, last
    return None


def _of_name(token: Token) -> bool:
    lemma = noun(token.text).lemma
    return token.pos == "PROPN" and lemma not in PERSONS and lemma not in FORMERLY
