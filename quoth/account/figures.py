"""Figures that stand on nobody's word."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.account.signs import WE
from quoth.account.voices import Sentence
from quoth.account.words import word_set
from quoth.analysis import Analysis
from quoth.records import Figure, Reading, Span

OF_TIME = word_set("second minute hour day week fortnight month quarter year decade century night")
"""Units of ages and lengths of time."""
_SPEAK = word_set(
    "say said want wanted wish wished think thought believe believed ask asked hope hoped"
    " demand demanded claim claimed report reported testify testified agree agreed argue"
    " argued"
)


def bare_figures(reading: Reading, analysis: Analysis, sentence: Sentence) -> Iterator[Span]:
    """Quantities that the own part of a sentence gives as fact.

    Left out are ages and lengths of time, what the author or the author's people count of
    themselves, and the number of those who say or want something, for they are its source.
    """
    own = {analysis.tokens[n].start for n in sentence.own}
    if _ours(analysis, sentence):
        return
    for figure in _within(reading, sentence.span):
        tokens = [n for n in analysis.inside(figure.span) if analysis.tokens[n].start in own]
        timed = figure.unit in OF_TIME or any(analysis.tokens[n].time != "O" for n in tokens)
        if tokens and not timed and not _speaks(analysis, tokens):
            yield figure.span


def _within(reading: Reading, span: Span) -> Iterator[Figure]:
    return (f for f in reading.figures if span.start <= f.span.start < span.end)


def _ours(analysis: Analysis, sentence: Sentence) -> bool:
    """Is the author the subject of the sentence?"""
    for number in sentence.own:
        token = analysis.tokens[number]
        if token.relation == "nsubj" and analysis.tokens[token.head].relation == "root":
            return token.text.casefold() in WE
    return False


def _speaks(analysis: Analysis, tokens: list[int]) -> bool:
    """Is what is counted the one who says or wants something?"""
    for number in tokens:
        seen = 0
        while analysis.tokens[number].relation in ("nummod", "nmod", "det", "amod") and seen < 5:
            number, seen = analysis.tokens[number].head, seen + 1
        token = analysis.tokens[number]
        if token.relation == "nsubj":
            return analysis.tokens[token.head].text.casefold() in _SPEAK
    return False
