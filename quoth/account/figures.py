"""Figures that stand on nobody's word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from quoth.account.doers import WE
from quoth.account.voices import Held, Sentence
from quoth.account.words import word_set
from quoth.analysis import Analysis
from quoth.records import Figure, Reading, Span

OF_TIME = word_set(
    "second minute hour day night week fortnight month quarter season spring summer autumn winter"
    " year decade generation century"
)
"""Units of ages and lengths of time."""
_SPEAK = word_set(
    "say said want wanted wish wished think thought believe believed ask asked hope hoped"
    " demand demanded claim claimed report reported testify testified agree agreed argue"
    " argued"
)


class Figures:
    """The quantities of a document that may need a source."""

    def __init__(self, reading: Reading, analysis: Analysis) -> None:
        self._analysis = analysis
        times = Held((date.span, "") for date in reading.dates)
        untimed = (f for f in reading.figures if times.at(f.span.start) is None)
        self._figures = sorted(
            (f for f in untimed if f.unit not in OF_TIME and not _occasions(reading, f)),
            key=lambda figure: figure.span,
        )

    def bare(self, sentence: Sentence) -> Iterator[Span]:
        """Quantities that the own part of a sentence gives as fact.

        Left out are ages and lengths of time, what the author or the author's people count of
        themselves, and the number of those who say or want something, for they are its source.
        """
        if _ours(self._analysis, sentence):
            return
        own = {self._analysis.tokens[n].start for n in sentence.own if n not in sentence.about}
        first = bisect_left(self._figures, sentence.span.start, key=lambda f: f.span.start)
        for figure in islice(self._figures, first, None):
            if figure.span.start >= sentence.span.end:
                break
            last = self._analysis.inside(figure.span).stop - 1
            if figure.span.start in own and _counts(self._analysis, last, figure.unit):
                yield figure.span


def _counts(analysis: Analysis, number: int, unit: str | None) -> bool:
    """Does a number count others, and neither time nor those who speak?"""
    counted = _counted(analysis, number)
    length = unit is None and analysis.tokens[counted].text.casefold().rstrip("s") in OF_TIME
    return not (length or _speaks(analysis, counted) or _of_us(analysis, counted))


def _occasions(reading: Reading, figure: Figure) -> bool:
    """Is it told how often (`lied twice`), or of a single one?"""
    words = reading.document.text[figure.span.start : figure.span.end].casefold().split()
    return figure.unit is None and (words[-1:] == ["twice"] or words == ["a", "single"])


def _ours(analysis: Analysis, sentence: Sentence) -> bool:
    """Is the author the subject of the sentence?"""
    for number in sentence.own:
        token = analysis.tokens[number]
        if token.relation == "nsubj" and analysis.tokens[token.head].relation == "root":
            return token.text.casefold() in WE
    return False


def _counted(analysis: Analysis, number: int) -> int:
    """The noun that a number counts, as far as the grammar tells."""
    seen = {number}
    while analysis.tokens[number].relation in ("nummod", "nmod", "det", "amod", "compound"):
        number = analysis.tokens[number].head
        if number in seen:
            break
        seen.add(number)
    return number


def _speaks(analysis: Analysis, counted: int) -> bool:
    """Is what is counted the one who says or wants something?"""
    token = analysis.tokens[counted]
    governor = analysis.tokens[token.head]
    return token.relation == "nsubj" and governor.text.casefold() in _SPEAK


def _of_us(analysis: Analysis, counted: int) -> bool:
    """Are the author's own people or things counted (`our four ministers`, `sixty of us`)?"""
    below = (analysis.tokens[n].text.casefold() for n in analysis.children[counted])
    return any(word in WE or word in ("my", "our") for word in below)
