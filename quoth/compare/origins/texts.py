"""Documents as sentences and words, and how much two passages have in common."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quoth.compare.records import Told
from quoth.ledger.identities.rarity import rarity
from quoth.records import BODY, Figure, Passage, Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sgt|Capt|Col|Gen|Lt|Rev|Sen|Rep|Gov|No|Nos|vs|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)
MARKS = re.compile(
    r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^»\n]{1,2000}»|(?<!\w)‘[^\n]{1,400}?’(?!\w)"
)
BESIDE = 60
"""So many characters on each side show what a place is."""
COMMON = 1.6
"""A word that is less rare than this tells nothing: `rarity` of the words of most documents."""
FILL = frozenset(
    """
    a about after all also am an and any are as at be been before being both but by could did do
    does doing down during each for from had has have having he her here hers him his how i if in
    into is it its itself just may me might more most must my no nobody not of off on once one only
    or other our out over own same say said says she should so some such than that the their them
    then there these they this those through to told too under until up very was we were what when
    where which while who whom why will with would you your monday tuesday wednesday thursday friday
    saturday sunday report reported reports according yesterday today
    """.split()  # noqa: SIM905  # one a line would fill two screens
)


NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen
    """.split()  # noqa: SIM905  # one a line would fill a screen
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document's body."""

    number: int
    block: int
    span: Span
    words: tuple[str, ...]
    """In small letters."""


class Text:
    """A document's body in sentences."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.document = told.reading.document
        self.text = self.document.text
        self.sentences = tuple(self._sentences())
        self._starts = [sentence.span.start for sentence in self.sentences]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`, or None where none does."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or self.sentences[number].span.end <= offset:
            return None
        return self.sentences[number]

    def times(self, term: str) -> int:
        """In how many sentences a term stands."""
        return self._times[term]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(term for each in self.sentences for term in self.terms([each.span]))

    def of(self, passage: Passage) -> list[Sentence]:
        """The sentences that a passage stands in."""
        found = {}
        for span in passage.spans:
            for each in self.sentences[max(bisect_right(self._starts, span.start) - 1, 0) :]:
                if each.span.start >= span.end:
                    break
                if span.start < each.span.end:
                    found[each.number] = each
        return [found[number] for number in sorted(found)]

    def words(self, sentence: Sentence) -> str:
        return self.text[sentence.span.start : sentence.span.end]

    def passage(self, start: int, end: int) -> Passage:
        return Passage(self.document, (Span(start, end),))

    def around(self, sentence: Sentence, span: Span) -> Passage:
        """The words around a place in a sentence, as much as shows what stands there."""
        start = max(span.start - BESIDE, sentence.span.start)
        end = min(span.end + BESIDE, sentence.span.end)
        if start > sentence.span.start:
            start = self.text.find(" ", start, span.start) + 1 or span.start
        if end < sentence.span.end:
            end = max(self.text.rfind(" ", span.end, end), span.end)
        return self.passage(start, end)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the marks included, or in a block of its own."""
        marks = [Span(*match.span()) for match in MARKS.finditer(self.text)]
        blocks = [
            Span(block.spans[0].start, block.spans[-1].end)
            for block in self.document.blocks
            if block.kind == "quotation"
        ]
        outside = [m for m in marks if not any(b.start <= m.start < b.end for b in blocks)]
        return tuple(sorted([*outside, *blocks]))

    @cached_property
    def told_in(self) -> tuple[frozenset[str], ...]:
        """The terms of each sentence."""
        return tuple(self.terms([sentence.span]) for sentence in self.sentences)

    def in_marks(self, start: int, end: int) -> bool:
        """Whether most of a stretch stands in quotation marks."""
        inside = (min(end, s.end) - max(start, s.start) for s in self.quoted)
        return 2 * sum(each for each in inside if each > 0) > end - start

    def unquoted(self, span: Span) -> str:
        """A stretch without what stands in quotation marks."""
        words, at = [], span.start
        for quoted in self.quoted:
            if quoted.start < span.end and at < quoted.end:
                words.append(self.text[at : quoted.start])
                at = quoted.end
        return " ".join([*words, self.text[at : span.end]])

    @cached_property
    def _figures(self) -> tuple[list[int], list[Figure]]:
        found = sorted(self.told.reading.figures, key=lambda figure: figure.span)
        return [figure.span.start for figure in found], found

    def terms(self, spans: Iterable[Span]) -> frozenset[str]:
        """What a stretch tells of: dictionary forms of its words, and its figures as `#26`."""
        terms: set[str] = set()
        starts, figures = self._figures
        for span in spans:
            terms.update(map(lemma, words_of(self.text[span.start : span.end])))
            for figure in figures[bisect_right(starts, span.start - 1) :]:
                if figure.span.start >= span.end:
                    break
                terms.update(f"#{each:g}" for each in (figure.low, figure.high) if each is not None)
        if any(term.startswith("#") for term in terms):
            terms -= NUMBERS  # counted once
        return frozenset(term for term in terms if weight(term) and not term.isdigit())

    def _sentences(self) -> Iterator[Sentence]:
        number = 0
        for n, block in enumerate(self.document.blocks):
            if block.kind not in BODY:
                continue
            span = Span(block.spans[0].start, block.spans[-1].end)
            for start, end in _parts(self.text, span):
                words = tuple(words_of(self.text[start:end]))
                if words:
                    yield Sentence(number, n, Span(start, end), words)
                    number += 1


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.casefold().replace("’", "'"))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """A word's dictionary form, the shortest that it may have."""
    from lemminflect import getAllLemmas  # its tables take a moment to load

    word = word.removesuffix("'s").removesuffix("s'")
    forms = [form for found in getAllLemmas(word).values() for form in found]
    return min(forms, key=lambda form: (len(form), form)) if forms else word


@lru_cache(maxsize=50_000)
def weight(term: str) -> float:
    """How much a term tells; 0 for the words of every document."""
    if term.startswith("#"):
        return 7.0 if telling(term) else 2.0
    if term in FILL or len(term) < 3:
        return 0.0
    found = rarity(term)
    return found if found > COMMON else 0.0


def telling(term: str) -> bool:
    """Whether a term is a figure that few things have: not a dozen, not a score."""
    return term.startswith("#") and float(term[1:]) > 20


def weigh(terms: Iterable[str]) -> float:
    return sum(map(weight, terms))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 to 1, how much of what the shorter passage tells the longer one tells too."""
    least = min(weigh(one), weigh(other))
    return weigh(one & other) / least if least else 0.0


def best(terms: frozenset[str], text: Text) -> tuple[float, Sentence | None]:
    """How much of `terms` a document has in one sentence or two, and the first of these."""
    whole = weigh(terms)
    if not whole:
        return 0.0, None
    found: tuple[float, Sentence | None] = (0.0, None)
    told = text.told_in
    for n, sentence in enumerate(text.sentences):
        after = told[n + 1] if n + 1 < len(told) else frozenset()
        alone = weigh(terms & told[n]) / whole
        both = 0.9 * weigh(terms & (told[n] | after)) / whole
        if max(alone, both) > found[0]:
            found = max(alone, both), sentence
    return found


def _parts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for match in SENTENCE.finditer(text, span.start, span.end):
        if SHORTENED.search(text, max(start, match.start() - 6), match.start()):
            continue
        end = match.start()
        while end < match.end() and not text[end].isspace():
            end += 1
        if text[start:end].strip():
            yield start, end
        start = match.end()
    if text[start : span.end].strip():
        yield start, span.end
