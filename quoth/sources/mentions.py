"""Where a document means somebody or something: one mention for each head of a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quoth.analysis import Analysis, Token
from quoth.records import Span, Statement
from quoth.sources.genders import TITLES
from quoth.sources.pronouns import PERSONAL, PRONOUNS, THIS, WHO
from quoth.sources.records import Mention, MentionForm

POSSESSIVE_END = re.compile(r"\s*['’]\s*s?$", re.IGNORECASE)
NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "DET", "PRON", "X", "SYM"))
SUBORDINATE = frozenset(("acl", "advcl", "ccomp", "csubj", "xcomp"))
ARGUMENTS = frozenset(("nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "vocative"))
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))
PRONOUN_TAGS = frozenset(("PRON", "DET"))


def mentions(analysis: Analysis, statements: Iterable[Statement] = ()) -> tuple[Mention, ...]:
    """All mentions, in the order of their heads, every source of `statements` among them."""
    sources = {
        top
        for statement in statements
        if statement.source and (top := source_head(analysis, statement.source.spans)) is not None
    }
    found = {
        n: Mention(span_of(analysis, n), n, form_of(token))
        for n, token in enumerate(analysis.tokens)
        if n in sources or _is_mention(analysis, n, token)
    }
    for name in _overlooked(analysis, found):
        found.setdefault(name.head, name)
    by_span: dict[Span, int] = {}
    for n, one in sorted(found.items()):
        governs = analysis.tokens[by_span.get(one.span, n)].head == n
        if one.span not in by_span or governs or n in sources:
            by_span[one.span] = n
    kept = sources.union(by_span.values())
    return tuple(one for n, one in sorted(found.items()) if n in kept)


def _overlooked(analysis: Analysis, found: dict[int, Mention]) -> Iterator[Mention]:
    """Proper names of which no word heads a mention: titled ones, and such as are called elsewhere.

    A noun's own modifier ("House managers") is one only if it is.
    """
    tokens = analysis.tokens
    called = {
        tokens[n].text.lower()
        for one in found.values()
        if one.form == "name"
        for n in (one.head, _name_end(analysis, one.head))
    }
    first = 0
    while first < len(tokens):
        end = first + 1
        if tokens[first].pos == "PROPN" and tokens[first].relation != "part":
            end = _name_end(analysis, first) + 1
            run = range(first, end)
            top = analysis.top(run)
            if top is not None and not any(n in found for n in run):
                titled = tokens[first].text.lower() in TITLES and end - first > 1
                known = tokens[_last(analysis, run)].text.lower() in called
                if titled or known or tokens[top].relation in ARGUMENTS:
                    yield Mention(Span(tokens[first].start, tokens[end - 1].end), top, "name")
        first = end


def _name_end(analysis: Analysis, number: int) -> int:
    """The last of the proper nouns that follow one another from `number` on."""
    tokens = analysis.tokens
    while number + 1 < len(tokens) and (
        tokens[number + 1].pos == "PROPN" and tokens[number + 1].sentence == tokens[number].sentence
    ):
        number += 1
    return number


def _last(analysis: Analysis, run: range) -> int:
    return next((n for n in reversed(run) if analysis.tokens[n].text[0].isalnum()), run[0])


def source_head(analysis: Analysis, spans: tuple[Span, ...]) -> int | None:
    """The token that governs a source; None where no token begins in it."""
    return analysis.top(analysis.inside(Span(spans[0].start, spans[-1].end)))


def _is_mention(analysis: Analysis, number: int, token: Token) -> bool:
    kind = PRONOUNS.get(token.text.lower(), 0) if token.pos in PRONOUN_TAGS else 0
    if kind in PERSONAL:
        return token.relation not in ("expl", "part") and token.pos == "PRON"
    if kind == WHO or (kind == THIS and token.pos == "PRON" and token.entity is None):
        return referent(analysis, number) is not None or token.entity is not None
    return token.entity is not None and token.pos in NOMINAL and token.relation != "part"


def form_of(token: Token) -> MentionForm:
    if token.pos in PRONOUN_TAGS and token.text.lower() in PRONOUNS:
        return "pronoun"
    return "name" if token.pos == "PROPN" else "description"


def span_of(analysis: Analysis, number: int) -> Span:
    """The phrase that a token heads, without a possessive ending."""
    token = analysis.tokens[number]
    first, end = token.phrase
    if not 0 <= first <= number < end <= len(analysis.tokens):
        return token.span
    span = Span(analysis.tokens[first].start, analysis.tokens[end - 1].end)
    if analysis.tokens[end - 1].pos == "PART" or analysis.tokens[end - 1].relation == "part":
        text = analysis.document.text[span.start : span.end]
        span = Span(span.start, span.start + len(POSSESSIVE_END.sub("", text)))
    return span if span.start < span.end else token.span


def referent(analysis: Analysis, number: int) -> int | None:
    """The token that a relative pronoun refers to; None for all other words."""
    if analysis.tokens[number].text.lower() not in RELATIVE:
        return None
    for below in _above(analysis, number):
        token = analysis.tokens[below]
        if token.relation == "acl":
            # "the man who …": the clause hangs on its noun, which stands before the pronoun
            return token.head if token.head < number else None
        if token.relation in SUBORDINATE and below != number:
            return None
    return None


def _above(analysis: Analysis, number: int) -> Iterator[int]:
    """The token, its head, the head's head and so on; ends also where heads run in a circle."""
    for _ in range(50):
        yield number
        head = analysis.tokens[number].head
        if head == number:
            return
        number = head
