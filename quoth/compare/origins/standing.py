"""What a statement rests on: from each document that carries it back to those who know it.

A document has a statement from whoever it is attributed to; in its own voice from those whom it
leans on and who carry it too, from whoever is quoted right there, or else by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quoth.compare.origins.citing import Cited
from quoth.compare.origins.known import Known, source_key
from quoth.compare.origins.taken_back import corrected, taken_back
from quoth.compare.origins.texts import Sentence, Text, best, likeness
from quoth.compare.origins.voice import Voice
from quoth.records import Passage

I_SAW = re.compile(
    r"\b(?:I|me|my|mine|myself)\b|\b[Oo]ur (?:own|(?:reporter|correspondent|photographer)s?)\b"
    r"|\b[Ww]e (?:saw|counted|heard|watched|were|went|have seen|have counted|stood|found)\b"
)
"""Who writes was there."""
BY_ME = re.compile(r"\b(?:I|me|my|mine|myself)\b")
REPORTER = re.compile(r"\b(?:reporter|correspondent|photographer|team|crew)s?\b", re.I)
SEES = re.compile(
    r"\b(?:saw|seen|counted|heard|watched|found|visited|measured|photographed|filmed|witnessed)\b",
    re.I,
)
AS_SAID = 0.25
"""So much of a statement stands in the document that it is said to be from."""


@dataclass(slots=True)
class Standing:
    """What the documents that carry a statement have it from, and who stands behind it."""

    leans: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each document the keys of those that it has it from; its own where it knows."""
    origins: dict[str, set[str]] = field(default_factory=dict)
    """For each who knows it the documents that have it from there."""
    circle: set[str] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)


def standing(known: Known, carried: Mapping[str, Sequence[Passage]]) -> Standing:
    """What a statement rests on that documents, by their keys, carry in these words."""
    found = Standing()
    back = taken_back(known, carried)
    for key, passages in carried.items():
        steps = [step for passage in passages for step in _steps(known, carried, key, passage)]
        found.leans[key] = tuple(dict.fromkeys(steps))
    for key, end in corrected(known, carried).items():
        found.leans[key] = ()
        found.withdrawn.add(end)
    for key in carried:
        for origin in _behind(key, found, back, ()):
            found.origins.setdefault(origin, set()).add(key)
    return found


def with_cited(
    known: Known, carried: Mapping[str, Sequence[Passage]]
) -> dict[str, Sequence[Passage]]:
    """What is carried with the words of those documents that the others say they have it from.

    A document tells it in words that have less in common with the others': it is named as the one.
    """
    found = dict(carried)
    waiting = list(carried)
    while waiting:
        key = waiting.pop()
        for passage in found[key]:
            if _is_denied(known.texts[key], passage):
                continue
            for end in _steps(known, found, key, passage):
                if end in found or end not in known.texts:
                    continue
                text = known.texts[end]
                terms = known.texts[key].terms(passage.spans)
                score, sentence = best(terms, text)
                told = text.terms([sentence.span]) if sentence else frozenset()
                figures = {term for term in terms if term.startswith("#")}
                if sentence and score >= AS_SAID and (not figures or figures & told):
                    found[end] = [text.passage(sentence.span.start, sentence.span.end)]
                    waiting.append(end)
    return found


def _is_denied(text: Text, passage: Passage) -> bool:
    """Whether a document passes it on as what somebody denies."""
    return any(
        each.cued and each.cued.polarity == "negative" and each.content.spans == passage.spans
        for each in text.told.reading.statements
    )


def _behind(key: str, found: Standing, back: set[str], path: tuple[str, ...]) -> Iterator[str]:
    """Those who know it, from one document back."""
    if key in path:
        found.circle.update(path[path.index(key) :])
        return
    if key in back:
        found.withdrawn.add(key)
        return
    for step in found.leans.get(key, (key,)):
        if step == key or (step not in found.leans and step not in back):
            yield step
        elif step in back:
            found.withdrawn.add(step)
        else:
            yield from _behind(step, found, back, (*path, key))


def _steps(
    known: Known, carried: Mapping[str, Sequence[Passage]], key: str, passage: Passage
) -> list[str]:
    """The keys of those that a document has a passage from."""
    text = known.texts[key]
    sentences = text.of(passage)
    sentence = sentences[0] if sentences else best(text.terms(passage.spans), text)[1]
    if sentence is None:
        return _leans_on(known, carried, key, passage) or [key]
    if not sentences:  # a headline, of what the text says below
        passage = text.passage(sentence.span.start, sentence.span.end)
    if taker := known.taker(key, sentence):
        return [taker]
    found = _attributed(known, key, sentence, passage)
    if found:
        return found
    if _saw(known, text, sentence):
        return [key]
    media = [n for n, voice in known.calls[key] if voice.medium and voice.sentence == sentence]
    if media:  # "media reports" show no other source than the documents themselves
        alone = len(carried) == 1
        return _leans_on(known, carried, key, passage) or [source_key(media[0])] * alone
    if key not in known.names.bodies:
        near = [
            step
            for other in _beside(text, sentence)
            for step in _attributed(known, key, other, None)
            if step in carried or step.startswith("source ")
        ]
        if near:
            return near[:1]
    return (
        _leans_on(known, carried, key, passage)
        or ([] if key in known.names.bodies else _led_by(known, key, sentence))
        or [key]
    )


def _attributed(known: Known, key: str, sentence: Sentence, passage: Passage | None) -> list[str]:
    """Whom a sentence, or what of it a passage has, is attributed to."""
    text = known.texts[key]
    places = [each for each in known.cited[key] if each.sentence == sentence]
    voices = [
        (n, voice)
        for n, voice in known.calls[key]
        if _speaks_in(text, voice, sentence)
        and not voice.medium
        and not (passage and any(_denies(text, each, passage) for each in voice.statements))
    ]
    if passage:
        holding = [each for each in places if _holds(text, each, passage)]
        inside = [each for each in places if _is_inside(each, passage)]
        small = not any(_is_most(text, each, passage) for each in holding)
        exact = [each.key for each in (inside if inside and small else holding)]
        if exact:
            return exact
        spoken = [n for n, voice in voices if _holds(text, voice, passage)]
        if spoken and not any(not each.statements for each in places):
            return [source_key(n) for n in dict.fromkeys(spoken)]
        places = [each for each in places if not each.statements] or places
    if places:
        return [each.key for each in places]
    plain = [n for n, voice in voices if not voice.statements] or [n for n, _ in voices]
    return [source_key(n) for n in dict.fromkeys(plain)]


def _speaks_in(text: Text, voice: Voice, sentence: Sentence) -> bool:
    """Whether a source speaks in a sentence: it is named there, or what it says goes on there."""
    if voice.sentence == sentence:
        return True
    return any(
        span.start < sentence.span.end and sentence.span.start < span.end
        for each in voice.statements
        for span in text.told.statements[each].content.spans
    )


def _holds(text: Text, place: Cited | Voice, passage: Passage) -> bool:
    """Whether a passage is, for the most part, what is said by a statement of this source."""
    whole = sum(span.end - span.start for span in passage.spans)
    inside = 0
    for each in place.statements:
        statement = text.told.statements[each]
        if _denies(text, each, passage):
            continue
        for span in statement.content.spans:
            for own in passage.spans:
                inside += max(min(own.end, span.end) - max(own.start, span.start), 0)
    return 2 * inside >= whole


def _is_most(text: Text, place: Cited, passage: Passage) -> bool:
    """Whether a passage is most of what a statement says, and not one thing among others."""
    length = sum(span.end - span.start for span in passage.spans)
    return any(
        3 * length >= 2 * sum(s.end - s.start for s in text.told.statements[each].content.spans)
        for each in place.statements
    )


def _is_inside(place: Cited, passage: Passage) -> bool:
    return any(s.start <= place.span.start and place.span.end <= s.end for s in passage.spans)


def _denies(text: Text, each: str, passage: Passage) -> bool:
    """Whether a passage is what a source denies: it does not have it from there."""
    statement = text.told.statements[each]
    cue = statement.cue.spans if statement.cue else ()
    with_cue = any(s.start < c.end and c.start < s.end for s in passage.spans for c in cue)
    return bool(statement.cued and statement.cued.act == "deny" and not with_cue)


def _saw(known: Known, text: Text, sentence: Sentence) -> bool:
    """Whether the document's author or its reporter was there."""
    if I_SAW.search(text.unquoted(sentence.span)):
        return True
    # "One man is dead. He sat opposite me."
    after = text.sentences[sentence.number + 1 : sentence.number + 2]
    if any(n.block == sentence.block and BY_ME.search(text.unquoted(n.span)) for n in after):
        return True
    words = text.words(sentence)
    own = known.names.same_house(text.told)
    mentioned = known.names.mentions(text, sentence.span.start, sentence.span.end)
    reporter = REPORTER.search(words) and SEES.search(words)
    return bool(reporter and any(own & set(each.keys) for each in mentioned))


def _beside(text: Text, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences of the same paragraph, those before first, from near to far."""
    inside = [each for each in text.sentences if each.block == sentence.block]
    yield from reversed([each for each in inside if each.number < sentence.number])
    yield from (each for each in inside if each.number > sentence.number)


def _leans_on(
    known: Known, carried: Mapping[str, Sequence[Passage]], key: str, passage: Passage
) -> list[str]:
    """The document that carries it too and that this one leans on: the one named last before."""
    start = passage.spans[0].start
    places = [each for each in known.cited[key] if each.key in carried and each.key != key]
    before = [each for each in places if each.span.start < start]
    if places:
        near = max(before, key=lambda e: e.span) if before else min(places, key=lambda e: e.span)
        return [near.key]
    others = [taken.key for taken in known.taken[key]]
    others += [mark.agency for mark in known.marks[key] if mark.inside]
    others += [end for end, _ in known.linked[key]]
    text = known.texts[key]
    fitting = [end for end in dict.fromkeys(others) if end in carried]
    terms = text.terms(passage.spans)
    return sorted(fitting, key=lambda end: -_like(known, terms, end, carried))[:1]


def _like(
    known: Known, terms: frozenset[str], end: str, carried: Mapping[str, Sequence[Passage]]
) -> float:
    spans = [span for passage in carried[end] for span in passage.spans]
    return likeness(terms, known.texts[end].terms(spans))


def _led_by(known: Known, key: str, sentence: Sentence) -> list[str]:
    """Whoever told it what its first paragraph tells, where the passage stands right below."""
    text = known.texts[key]
    first = text.sentences[0].block
    blocks = list(dict.fromkeys(each.block for each in text.sentences))
    if sentence.block not in blocks[1:2]:
        return []
    opening = [each for each in text.sentences if each.block == first]
    steps = [step for each in opening for step in _attributed(known, key, each, None)]
    return steps[:1]
