"""Persons accused by name, and whether the document lets them answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quoth.account.account import Account
from quoth.analysis import Analysis
from quoth.records import Reading, Span, Statement

NO_ANSWER = re.compile(
    r"\b(?:declin\w+|refus\w+|would\s+not|did\s+not|does\s+not|do\s+not|didn['’]t|has\s+not|"
    r"have\s+not|had\s+not|fail\w+)\s+(?:to\s+|yet\s+)*(?:be\s+drawn|comment\w*|respon\w+|"
    r"repl\w+|answer\w*|return\w*|speak|discuss)|\b(?:could|can)\s*not\s+be\s+reached|"
    r"no\s+(?:comment|reply|answer|response)\b|unavailable\s+for\s+comment|\bunanswered\b",
    re.IGNORECASE,
)
"""That somebody was asked and gave no answer."""
_ACTORS = ("nsubj", "obl", "obj", "root", "appos", "conj", "vocative", "flat")
"""What a person may be in a clause to be the one who is charged, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Accused:
    """A person accused by name: where first, and whether an answer, or its absence, is told."""

    name: str
    where: Span
    answered: bool


def accused(account: Account, analysis: Analysis) -> tuple[Accused, ...]:
    """Everybody named whom a statement accuses or the document charges in its own voice."""
    reading = account.reading
    heard = _heard(reading)
    told = [
        {token.text.casefold() for token in analysis.tokens[slice(*_bounds(analysis, s.span))]}
        for s in account.sentences
        if NO_ANSWER.search(reading.document.text, s.span.start, s.span.end)
    ]
    found: dict[str, Accused] = {}
    for span, by in _charges(account):
        person = _person(analysis, span, by)
        if person:
            name, where = person
            last = name.split()[-1].casefold()
            answered = last in heard or any(last in words for words in told)
            found.setdefault(last, Accused(name, where, answered))
    return tuple(found.values())


def _bounds(analysis: Analysis, span: Span) -> tuple[int, int]:
    tokens = analysis.inside(span)
    return tokens.start, tokens.stop


def _charges(account: Account) -> Iterator[tuple[Span, frozenset[str]]]:
    """Each stretch that charges somebody, with the words of those who do the charging."""
    for statement in account.reading.statements:
        if statement.cued and statement.cued.act == "accuse":
            for span in statement.content.spans:
                yield span, _words(statement)
    for one in account.unsourced:
        if "charge" in one.labels:
            yield one.sentence, frozenset()


def _words(statement: Statement) -> frozenset[str]:
    return frozenset((statement.source.text if statement.source else "").casefold().split())


def _heard(reading: Reading) -> frozenset[str]:
    """The last words of all names under which somebody makes a statement."""
    speaking = {s.source_id for s in reading.statements}
    names = {s.name.text for s in reading.sources if s.name and s.id in speaking}
    names |= {s.source.text for s in reading.statements if s.source}
    return frozenset(word.casefold().strip("'’") for name in names for word in name.split())


def _person(analysis: Analysis, span: Span, by: frozenset[str]) -> tuple[str, Span] | None:
    """The named person who is charged: a doer before anybody else, the first of several."""
    named = []
    for number in analysis.inside(span):
        token = analysis.tokens[number]
        if token.entity != "person" or token.pos != "PROPN" or token.relation not in _ACTORS:
            continue
        if token.text.casefold() in by:
            continue
        first, end = _name(analysis, number)
        words = [analysis.tokens[n].text for n in range(first, end)]
        place = Span(analysis.tokens[first].start, analysis.tokens[end - 1].end)
        named.append((_ACTORS.index(token.relation), number, " ".join(words), place))
    if not named:
        return None
    _, _, name, place = min(named)
    return name, place


def _name(analysis: Analysis, head: int) -> tuple[int, int]:
    """The proper name that stands around `head`, from one token to one past the last."""
    first, end = head, head + 1
    tokens = analysis.tokens
    while first and tokens[first - 1].pos == "PROPN" and tokens[first - 1].head == head:
        first -= 1
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].head == head:
        end += 1
    return first, end
