"""Whom a document means that has it from "local media", "the paper" or "users"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quoth.compare.origins.citing import Cited, tells
from quoth.compare.origins.names import Names
from quoth.compare.origins.texts import FILL, Sentence, Text, best, weigh, words_of
from quoth.records import Statement

MEDIA = re.compile(
    r"\b(?:(?:news)?papers?|press|media|stations?|broadcasters?|agency|agencies|wires?|websites?"
    r"|sites?|blog(?:s|gers?)?|users?|posts?|weekly|weeklies|dailies|magazines?|tabloids?|outlets?"
    r"|channels?|programme|broadcasts?|live page|page|social networks?)\b",
    re.I,
)
"""Words for one who publishes, where no name is given."""
PAPERS = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|polls?|reports?|papers?|research(?:ers?)?|analys[ie]s|analysts?"
    r"|investigations?|inquir(?:y|ies)|audits?|reviews?|think[ -]tanks?|scientists|institutes?"
    r"|statistics|figures|data|statements?|press releases?|stor(?:y|ies)|articles?|accounts?"
    r"|interviews?|transcripts?|editorial|leader|columns?|headlines?)\b",
    re.I,
)
"""Words for what is published, where nobody is named who did it."""
AUTHOR = re.compile(
    r"(?:its|the|their|the (?:study|report|paper|survey)['’]s)\s(?:\w+[\s-]){0,2}?(?:co-?)?"
    r"(?:authors?|researchers?|writers?|scientists?|editors?)\b",
    re.I,
)
"""Whoever wrote what was cited right before."""
NEXT = 2
"""So many sentences after one that cites, *its author* is that one's."""
OURS = re.compile(r"\b(?:this|our|own)\b|^(?:her|his|my|their)\s", re.I)
SAME = re.compile(r"\b(?:the|its|that|same)\b", re.I)
"""A description of one who was named before."""
ENOUGH, CLEARLY = 0.45, 1.25
"""So much of what an unnamed paper is said to tell stands in the document that is meant, and so
many times as much as in the next one."""
HINT = 0.3
"""What a word that description and name share adds to that."""
FEWEST = 9.0
"""So much must be told (`texts.weigh`) that a document can be known by it."""


def described(text: Text, names: Names, known: Mapping[str, Sequence[Cited]]) -> list[Cited]:
    """Where it takes something from one that it does not name: "local media", "users", "the paper".

    `known` is for each document what it takes from those that it names.
    """
    found: list[Cited] = []
    unclear: list[tuple[Statement, Sentence]] = []
    named = known[text.told.key]
    for statement in text.told.reading.statements:
        if not statement.source or statement.within:
            continue
        medium = is_medium(text, statement, names)
        span = statement.source.spans[0]
        sentence = text.at(span.start)
        if sentence is None or any(each.sentence == sentence for each in named):
            continue
        earlier = [each for each in (*named, *found) if each.span < span]
        last = max(earlier, key=lambda each: each.span, default=None)
        near = last and sentence.number - last.sentence.number <= NEXT
        if not medium and not _is_paper(text, statement, names):
            if near and last and tells(statement) and AUTHOR.match(statement.source.text):
                found.append(Cited(last.key, span, sentence, True, (statement.id,)))
            continue
        again = SAME.match(statement.source.text)
        if last and again and (medium or near or "same" in again.string):
            key: str | None = last.key
        else:
            key = _meant(text, names, known, statement, sentence)
        if key:
            found.append(Cited(key, span, sentence, True, (statement.id,)))
        else:
            unclear.append((statement, sentence))
    for statement, sentence in unclear:  # "users report", and then "one user wrote", who is known
        assert statement.source is not None
        mine = _media(statement.source.text)
        same = [c.key for c in found if mine & _media(text.text[c.span.start : c.span.end])]
        if len(set(same)) == 1:
            found.append(Cited(same[0], statement.source.spans[0], sentence, True, (statement.id,)))
    return found


def _media(words: str) -> set[str]:
    return {match.group().casefold().rstrip("s") for match in MEDIA.finditer(words)}


def _is_paper(text: Text, statement: Statement, names: Names) -> bool:
    """Whether an unnamed source is what somebody published: a study, a report."""
    if statement.source is None or OURS.search(statement.source.text) or not tells(statement):
        return False
    words = statement.source.text
    span = statement.source.spans[0]
    named = re.search(r"\s[A-Z]", words) or names.mentions(text, span.start, span.end)
    return bool(PAPERS.search(words)) and not named


def is_medium(text: Text, statement: Statement, names: Names) -> bool:
    """Whether an unnamed source is one who publishes."""
    if statement.source is None:
        return False
    words = statement.source.text
    if not MEDIA.search(words) or OURS.search(words) or not tells(statement):
        return False
    span = statement.source.spans[0]
    return not names.mentions(text, span.start, span.end)


def _meant(
    text: Text,
    names: Names,
    known: Mapping[str, Sequence[Cited]],
    statement: Statement,
    sentence: Sentence,
) -> str | None:
    """The document that tells what an unnamed paper is said to.

    One that has it from this document is not meant, nor is one that is later. Where several may be,
    it is the one that all the others have it from; else None.
    """
    assert statement.source is not None
    terms = text.terms(statement.content.spans) | text.terms([sentence.span])
    if weigh(terms) < FEWEST:
        return None
    day = text.told.published
    own = names.same_house(text.told)
    scores: dict[str, float] = {}
    for key in known:
        other = names.text(key)
        late = day and other.told.published and other.told.published[:10] > day[:10]
        if key in own or late or any(each.key in own for each in known[key]):
            continue
        scores[key] = best(terms, other)[0]
        if set(words_of(statement.source.text)) & set(words_of(names.own(other.told))) - FILL:
            scores[key] += HINT  # "a newspaper in Velm"
    fitting = {key: score for key, score in scores.items() if score >= ENOUGH}
    if not fitting:
        return None
    first, second = [*sorted(fitting.values(), reverse=True), 0.0][:2]
    if first >= CLEARLY * second:
        return max(fitting, key=lambda key: fitting[key])
    roots = [key for key in fitting if not any(each.key in fitting for each in known[key])]
    return roots[0] if len(roots) == 1 else None
