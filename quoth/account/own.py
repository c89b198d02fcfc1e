"""What a document says in its own voice, without a source: charges, figures, causes, motives.

Labels are those of `tests/marked/README.md`. Nothing is said of whether a sentence is true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quoth.account.figures import Figures
from quoth.account.signs import carrying, signs
from quoth.account.voices import Sentence, voices
from quoth.analysis import Analysis
from quoth.records import Reading, Span

Label = Literal["charge", "figure", "cause", "motive"]
LABELS: tuple[Label, ...] = ("charge", "figure", "cause", "motive")

CITED = re.compile(
    r"\([^()]*(?:\b(?:1[5-9]|20)\d\d\b|\bpp?\.\s*\d|\bparas?\b)[^()]*\)|\[\d{1,3}\]|"
    r"\[[^\[\]]*\b(?:1[5-9]|20)\d\d\b[^\[\]]*\]"
)
"""A source named in brackets, or the number of a note."""
HEARSAY = re.compile(
    r"\b(?:it (?:is|was|has been) (?:\w+ )?(?:said|argued|claimed|reported|believed|thought|"
    r"assumed|rumou?red|alleged|objected)|(?:is|are|was|were) (?:\w+ )?(?:said|reported|"
    r"rumou?red|alleged|believed|thought|supposed) to|we are told|the story goes|reportedly|"
    r"allegedly|supposedly)\b",
    re.IGNORECASE,
)
"""Passed on without saying from whom: somebody's word, if nobody's by name."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """A sentence, what it puts forward without a source, and the words that carry each."""

    sentence: Span
    labels: tuple[Label, ...]
    words: tuple[tuple[Label, Span], ...]


def unsourced(reading: Reading, analysis: Analysis) -> tuple[OwnVoice, ...]:
    """The sentences whose own part carries a charge, a figure, a cause or a motive."""
    found = []
    figures = Figures(reading, analysis)
    noted = sorted(reference.span.start for reference in reading.document.references)
    for sentence in voices(reading, analysis):
        if sentence.own and not _sourced(reading, sentence, noted):
            words = tuple(_carried(analysis, sentence, figures))
            if words:
                labels = tuple(label for label in LABELS if label in {one for one, _ in words})
                found.append(OwnVoice(sentence.span, labels, words))
    return tuple(found)


def _sourced(reading: Reading, sentence: Sentence, noted: list[int]) -> bool:
    """Does the sentence name a source for itself: in brackets, in a note, or as hearsay?"""
    span = sentence.span
    text = reading.document.text
    if CITED.search(text, span.start, span.end) or HEARSAY.search(text, span.start, span.end):
        return True
    first = bisect_left(noted, span.start)
    return first < len(noted) and noted[first] <= span.end


def _carried(
    analysis: Analysis, sentence: Sentence, figures: Figures
) -> Iterator[tuple[Label, Span]]:
    """Each label that the sentence has, with the words that it rests on."""
    found = list(signs(analysis, sentence.own))
    # Why a source speaks, or has no name, is told about the statement; a charge in it is one.
    whys = [sign for sign in found if sign.first not in sentence.about]
    for label in LABELS:
        if label == "figure":
            yield from (("figure", span) for span in figures.bare(sentence))
        elif label != "cause" or not carrying("motive", whys):  # a motive is no cause besides
            yield from (
                (label, Span(analysis.tokens[first].start, analysis.tokens[last].end))
                for first, last in carrying(label, found if label == "charge" else whys)
            )
