"""Whether words beside an outlet's name are matter of its document.

A verb alone does not tell it: papers print calendars, and bring things to light.
"""

from __future__ import annotations

import re

from quoth.compare.origins.texts import Sentence, Text, best, weigh, words_of
from quoth.records import Span

SOME, MOST = 0.3, 0.5
"""So much of what a sentence tells stands in the document, where its words half say that it is
from there, and where nothing but the name does."""
FEWEST = 12.0
"""So much must be told (`texts.weigh`) for `MOST`."""
QUOTED = 4
"""So many words in marks are the other's own."""
AGAIN = re.compile(r"\b(?:it|its|the (?:news)?(?:paper|site|station|agency|magazine))\b", re.I)


def in_common(text: Text, sentence: Sentence, name: Span, other: Text) -> float:
    """From 0 to 1, how much of a sentence that names an outlet its document tells too.

    0 where the document is of a later day.
    """
    terms = _terms(text, sentence, name, other)
    day, theirs = text.told.published, other.told.published
    if day and theirs and theirs[:10] > day[:10]:
        return 0.0
    return best(terms, other)[0]


def is_matter(text: Text, sentence: Sentence, name: Span, other: Text) -> bool:
    """Whether a sentence tells what the named one's document tells, whatever verb it has."""
    enough = weigh(_terms(text, sentence, name, other)) >= FEWEST
    return enough and in_common(text, sentence, name, other) >= MOST


def is_quoted(text: Text, sentence: Sentence, name: Span, other: Text) -> bool:
    """Whether words in marks are the document's, in a sentence with its name or the next on it."""
    theirs = f" {' '.join(words_of(other.text))} "
    near = [sentence]
    for after in text.sentences[sentence.number + 1 : sentence.number + 2]:
        if after.block == sentence.block and AGAIN.search(text.unquoted(after.span)):
            near.append(after)
    said = [
        s
        for s in text.told.reading.statements
        if s.source and _is_another(text, s.source.spans[0], name)
    ]
    for each in near:
        for span in text.quoted:
            words = words_of(text.text[span.start : span.end])
            inside = each.span.start <= span.start < each.span.end
            by_another = any(
                c.start < span.end and span.start < c.end for s in said for c in s.content.spans
            )
            long = len(words) >= QUOTED and f" {' '.join(words)} " in theirs
            if long and inside and not by_another:
                return True
    return False


def _is_another(text: Text, source: Span, name: Span) -> bool:
    """Whether a source is not the one of that name: a person beside it."""
    called = text.text[source.start : source.end]
    return not (source.start <= name.start < source.end) and not AGAIN.fullmatch(called)


def _terms(text: Text, sentence: Sentence, name: Span, other: Text) -> frozenset[str]:
    parts = (Span(sentence.span.start, name.start), Span(name.end, sentence.span.end))
    return text.terms(parts) - text.terms([name]) - frozenset(words_of(other.told.outlet or ""))
