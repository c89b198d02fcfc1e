"""A figure in its sentence: the words on both sides, and how near each stands to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from lemminflect import getAllLemmas

from quoth.compare.figures.lexicon import DID, PHRASES
from quoth.details.figures.units import singular
from quoth.details.figures.words import among
from quoth.passages import spans_of
from quoth.records import Document, Figure, Passage, Reading, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d[\d.,:]*\d|\d|[^\w\s]")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Rep|Col|Lt|Sgt|Gov|Capt|Maj|Prof|Jr|Sr|Rev|Jan|Feb|Mar|Apr"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|vs|Inc|Ltd|Co|Corp|approx|est)|\b[A-Z])\.$"
)
_PHRASES = {row: re.compile(pattern, re.I) for row, pattern in PHRASES.items()}
_TITLES = among("mr mrs ms dr st gen sen rep col lt sgt gov capt prof i")
CALENDAR = among(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december
    """
)
REACH = 14.0
"""Further off than this no word tells what happened to what is counted."""
STOPS = frozenset(',;:—–()[]"“”')
JOINTS = among(
    """
    and but while whereas or as after before because although though
    """
)
FUNCTION = among(
    """
    a about after against all also although among an and any are as at be because been
    before being between both but by can could did do does during each either even every few
    for from had has have he her here him his how i if in including into is it its just
    least less like many may might more most much must my near nearly never no nor not now
    of off on once one only onto or other our out over own per rather said say says she
    should since so some still such than that the their them then there these they this
    those though through to today too toward under until up upon us very was we were what
    when where whether which while who whom whose why will with within without would yet
    yesterday you your again ago already always tell told add added accord according make
    made get go take put come give new first last
    """
)


class Word(NamedTuple):
    """A word or a mark."""

    text: str
    low: str
    start: int
    end: int

    @property
    def forms(self) -> frozenset[str]:
        return forms(self.low)

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=65536)
def forms(word: str) -> frozenset[str]:
    """The dictionary forms that a word may have, itself among them."""
    word = word.removesuffix("'s").removesuffix("’s")
    if not word.isalpha():
        return frozenset((word,))
    return frozenset((word, *(one for found in getAllLemmas(word).values() for one in found)))


@lru_cache(maxsize=65536)
def noun(word: str) -> str:
    """A noun in its dictionary form."""
    if word[:-1].isupper() and len(word) > 2:
        return word[:-1].lower() if word.endswith("s") else word.lower()
    word = word.lower().removesuffix("'s").removesuffix("’s")
    found = getAllLemmas(word, upos="NOUN").get("NOUN") if word.isalpha() else None
    return found[0].lower() if found else singular(word)


def sentence_at(document: Document, at: int) -> Span:
    """The sentence around a character, by its marks alone; it stays in its block."""
    block = document.blocks[document.block_at(at)]
    held = next((s for s in block.spans if s.start <= at < s.end), None)
    if held is None:
        return Span(at, at + 1)
    text = document.text[held.start : held.end]
    start = 0
    for end in _END.finditer(text):
        if _SHORT.search(text, max(0, end.start() - 8), end.start() + 1):
            continue
        if held.start + end.end() > at:
            return Span(held.start + start, held.start + len(text[: end.end()].rstrip()))
        start = end.end()
    return Span(held.start + start, held.start + len(text.rstrip()))


def words_of(document: Document, span: Span) -> tuple[Word, ...]:
    """The words and marks of a stretch."""
    return tuple(
        Word(found[0], found[0].lower(), found.start(), found.end())
        for found in _WORD.finditer(document.text, span.start, span.end)
    )


def words_in(text: str) -> tuple[Word, ...]:
    """The words and marks of a text."""
    return tuple(Word(m[0], m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text))


def is_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word is one of a proper name, as far as capitals tell."""
    word = words[at]
    if not word.capital or word.low in _TITLES or word.low in CALENDAR or len(word.text) < 2:
        return False
    if at and words[at - 1].text not in "\"“‘'(:":
        return True
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind is not None and behind.capital and word.low not in FUNCTION


@dataclass(frozen=True)
class Setting:
    """A figure among the words of its sentence."""

    document: Document
    span: Span
    """The sentence."""
    words: tuple[Word, ...]
    first: int
    """Number of the figure's first word."""
    last: int
    """One past its last."""
    figures: tuple[int, ...]
    """Numbers of the words where other figures of the sentence begin."""
    tellers: frozenset[int] = frozenset()
    """Numbers of the words that name a source: what they are called says nothing of the count."""

    def word(self, at: int) -> str:
        """A word in small letters; empty beyond the sentence."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    @property
    def block(self) -> int:
        return self.document.block_at(self.span.start)

    @cached_property
    def previous(self) -> tuple[str, ...]:
        """The words of the sentence before, in small letters; none at the start of a block."""
        at = self.span.start - 2
        if at < 0 or self.document.block_at(at) != self.block:
            return ()
        return tuple(w.low for w in words_of(self.document, sentence_at(self.document, at)))

    @property
    def before(self) -> str:
        return self.word(self.first - 1)

    @property
    def after(self) -> str:
        return self.word(self.last)

    @cached_property
    def costs(self) -> tuple[float, ...]:
        """How far each word is from the figure: words between, more across marks and figures."""
        costs = [0.0] * len(self.words)
        far = 0.0
        for at in range(self.last, len(self.words)):
            far += self._step(at)
            costs[at] = far
        far = 0.2
        for at in range(self.first - 1, -1, -1):
            far += self._step(at)
            costs[at] = far
        return tuple(costs)

    def _step(self, at: int) -> float:
        word = self.words[at]
        if at in self.figures:
            return 6
        if word.text in ";:—":
            return 6
        if word.text in STOPS or word.low in JOINTS:
            return 3
        return 1

    @cached_property
    def phrases(self) -> dict[int, str]:
        """What several words together tell, at the number of their first."""
        text = self.document.text
        starts = {word.start: n for n, word in enumerate(self.words)}
        return {
            starts[found.start()]: row
            for row, pattern in _PHRASES.items()
            for found in pattern.finditer(text, self.span.start, self.span.end)
            if found.start() in starts and starts[found.start()] not in self.tellers
        }

    def happened(self, kinds: dict[str, str], nouns: frozenset[str]) -> str | None:
        """What the nearest words tell to have happened to what is counted, of these kinds.

        The nouns counted tell it only where nothing else does: *three protesters were killed*.
        """
        put = self._put()
        word = put or self.nearest(kinds, REACH, nouns)
        phrases = [
            at
            for at, row in self.phrases.items()
            if not put and row in kinds.values() and self.costs[at] <= REACH
        ]
        phrase = min(phrases, key=lambda at: self.costs[at], default=None)
        if phrase is None or (word and self.costs[word[1]] < self.costs[phrase] - 1):
            own = next((kinds[one] for one in sorted(nouns) if one in kinds), None)
            return word[0] if word else own
        return self.phrases[phrase]

    def _put(self) -> tuple[str, int] | None:
        """*put the crowd at 900*: what is counted stands between."""
        for at in range(self.first - 1, max(self.first - 20, -1), -1):
            if self.word(at) == "put" and "at" in (self.before, self.word(self.first - 2)):
                words = [(n, self.words[n]) for n in range(at + 1, min(at + 4, self.first))]
                found = ((DID[f], n) for n, w in words for f in sorted(w.forms) if f in DID)
                return next(found, None)
        return None

    def also(self, row: str, kinds: dict[str, str], within: float) -> bool:
        """Whether words near the figure tell of this as well."""
        phrase = any(r == row and self.costs[at] <= within for at, r in self.phrases.items())
        return phrase or any(
            self.costs[at] <= within and any(kinds.get(form) == row for form in word.forms)
            for at, word in enumerate(self.words)
            if at not in self.tellers
        )

    def nearest(
        self, table: dict[str, str], within: float, but: frozenset[str] = frozenset()
    ) -> tuple[str, int] | None:
        """The row of a table that has the nearest word, and where that stands."""
        best: tuple[float, str, int] | None = None
        for at, word in enumerate(self.words):
            if self.first <= at < self.last or self.costs[at] > within or at in self.tellers:
                continue
            if but & word.forms or (word.capital and is_name(self.words, at)):
                continue
            row = next((table[form] for form in sorted(word.forms) if form in table), None)
            if row and (best is None or self.costs[at] < best[0]):
                best = self.costs[at], row, at
        return (best[1], best[2]) if best else None


def setting_of(reading: Reading, figure: Figure) -> Setting:
    """A figure in its sentence."""
    document, others = reading.document, reading.figures
    span = sentence_at(document, figure.span.start)
    words = words_of(document, span)
    first = next((n for n, w in enumerate(words) if w.end > figure.span.start), len(words))
    last = next((n for n, w in enumerate(words) if w.start >= figure.span.end), len(words))
    starts = {one.span.start for one in others if one is not figure}
    figures = tuple(n for n, word in enumerate(words) if word.start in starts)
    sources = [
        s
        for statement in reading.statements
        for s in spans_of(statement.source)
        if s.start < span.end and s.end > span.start
    ]
    tellers = frozenset(
        n for n, w in enumerate(words) if any(s.start <= w.start < s.end for s in sources)
    )
    return Setting(document, span, words, first, last, figures, tellers)


def passage(document: Document, span: Span) -> Passage:
    return Passage(document, (span,))
