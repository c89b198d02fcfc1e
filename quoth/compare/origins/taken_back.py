"""Which statements a withdrawal takes back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quoth.compare.origins.known import Known
from quoth.compare.origins.texts import weigh
from quoth.records import Passage, Span

ALIKE, OFTEN, FEWEST = 0.4, 2, 6.0
"""So much of a statement must stand in the sentence that takes it back, without the words of so
many of its document's sentences; a sentence that tells less takes back the whole document."""

CORRECTS = re.compile(
    r"\b(?:earlier|previous|original|first|printed)\s(?:versions?|editions?)\sof\sth(?:is|e)\b"
    r"|\bth(?:is|e)\s(?:article|story|report|page|item|text|post)\s(?:(?:has|had)\s)?"
    r"(?:previously|originally|first|earlier|wrongly|mistakenly|incorrectly)\b"
    r"|\bwe\s(?:(?:previously|originally|wrongly|mistakenly|incorrectly|had)\s)+"
    r"(?:said|stated|gave|put|named|reported|wrote|printed)\b",
    re.I,
)
"""What a note below a story says of the story as it was."""


def corrected(known: Known, carried: Mapping[str, Sequence[Passage]]) -> dict[str, str]:
    """The documents that carry a figure which one that they lean on, or they, have put right since.

    For each the document that has put it right: its note has the figure, its story no longer.
    """
    found = {}
    for key, text in known.texts.items():
        notes = [each for each in text.sentences if CORRECTS.search(text.words(each))]
        if not notes:
            continue
        story = [each.span for each in text.sentences if each not in notes]
        wrong = _figures(text.terms(note.span for note in notes)) - _figures(text.terms(story))
        for other, passages in carried.items():
            leans = {t.key for t in known.taken[other]} | {c.key for c in known.cited[other]}
            terms = known.texts[other].terms(s for passage in passages for s in passage.spans)
            if wrong & _figures(terms) and (other == key or key in leans):
                found[other] = key
    return found


def _figures(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term.startswith("#"))


def taken_back(known: Known, carried: Mapping[str, Sequence[Passage]]) -> set[str]:
    """The documents and sources that have taken this statement back.

    What is taken back stands in the sentence that says so; names alone do not show it.
    """
    found = set()
    for back in known.withdrawn:
        named = known.texts[back.key].terms([Span(back.start, back.sentence.span.end)])
        for key, passages in carried.items():
            if key == back.key or (back.end in carried and key != back.end):
                continue
            text = known.texts[key]
            terms = text.terms(s for passage in passages for s in passage.spans)
            own = frozenset(term for term in terms if text.times(term) < OFTEN)
            whole = weigh(named) < FEWEST and key == back.end
            if whole or (own and weigh(own & named) >= ALIKE * weigh(own)):
                found.add(back.end)
    return found
