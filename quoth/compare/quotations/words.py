"""A quotation's words as they are compared, each with its place in the text it comes from.

Case, apostrophes, contractions, British spelling and small numbers are evened out, so that what
is left apart differs in more than its surface.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lemminflect import getAllLemmas

from quoth.compare.quotations.spelling import clitics, even
from quoth.details.cues.words import lemmas
from quoth.ledger.identities.rarity import rarity
from quoth.sources.words import words as listed

_PIECES = re.compile(
    r"""
    (?P<gap> [\[(]\s*(?:…|\.(?:\s?\.)+)\s*[\])] | … | \.(?:\s?\.){2,} )
    | (?P<letter> \w*\[\w+\]\w+ | \w+\[\w+\] )          # [t]he, want[ed]
    | (?P<open> \[ ) | (?P<close> \] )
    | (?P<end> [.!?;:]+(?=[\s"'”’)\]]|$) )
    | (?P<initials> (?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.? )
    | (?P<number> \d+(?:[.,:]\d+)*(?:st|nd|rd|th|[kmb]n?)?(?![^\W_]) )
    | (?P<word> (?<![^\W_])[^\W\d_]-[^\W\d_]+
              | [^\W_]+ (?: (?: ['’‘ʼ`´] | \u00ad | -\n[\ \t]* ) [^\W_]+ )*
              | '(?:em|cause|til)\b )
    | (?P<sign> [$£€%&] )
    """,
    re.VERBOSE,
)
_DIVIDED = re.compile(r"\u00ad|-\n[ \t]*")
_SHORTENED = listed("mr mrs ms dr sen gov rep st gen lt col sgt capt prof rev jr sr no vs")
_HEAVIEST = 5.0
_LIGHTEST = 0.1
_NUMBER = 2.5


@dataclass(frozen=True)
class Wording:
    """A text as words. Those of one contraction lie side by side: *do* and *n't*."""

    text: str = field(repr=False)
    words: tuple[str, ...]
    """Evened out: `colour` is `color`, `7` and `seven` are `7`, `n't` is `not`."""
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    bracketed: frozenset[int] = frozenset()
    """Numbers of words that stand in square brackets, wholly or in part."""
    gaps: frozenset[int] = frozenset()
    """Numbers of words that an ellipsis stands before; one past the last where it ends so."""
    heads: frozenset[int] = frozenset((0,))
    """Numbers of words that begin a sentence or a part behind a colon."""
    named: frozenset[int] | None = None
    """Numbers of words that are names, each a whole one; None where capitals have to tell."""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Dictionary forms: `was` is `be`."""
        named = self.named or ()
        return tuple(w if n in named else stem(w) for n, w in enumerate(self.words))

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word tells, from 0.1 to 5."""
        named = self.named or ()
        return tuple(_HEAVIEST if n in named else weight(w) for n, w in enumerate(self.words))

    @cached_property
    def weight(self) -> float:
        return sum(self.weights)

    @cached_property
    def bag(self) -> frozenset[str]:
        return frozenset(self.stems)

    @cached_property
    def heavy(self) -> dict[str, float]:
        """The weight of each stem."""
        return dict(zip(self.stems, self.weights, strict=True))

    def lone(self, other: Wording) -> frozenset[str]:
        """Words that the other has not."""
        return frozenset(self.words) - frozenset(other.words)

    def part(self, first: int, end: int) -> Wording:
        """Words `[first, end)` by themselves, in the characters of the same text."""
        return Wording(
            self.text,
            self.words[first:end],
            self.spans[first:end],
            frozenset(n - first for n in self.bracketed if first <= n < end),
            frozenset(n - first for n in self.gaps if first <= n <= end),
            frozenset(n - first for n in self.heads if first <= n < end) | {0},
            None if self.named is None else frozenset(n - first for n in self.named),
        )

    def shown(self, first: int, end: int) -> tuple[int, int]:
        """The characters of words `[first, end)`; an empty place where there are none."""
        if first < end:
            return self.spans[first][0], self.spans[end - 1][1]
        if first:
            return self.spans[first - 1][1], self.spans[first - 1][1]
        at = self.spans[0][0] if self.spans else 0
        return at, at

    def raw(self, number: int) -> str:
        start, end = self.spans[number]
        return self.text[start:end]

    def sentence(self, number: int) -> tuple[int, int]:
        """The sentence that a word stands in, as numbers of words `[first, end)`."""
        starts = self._starts
        at = bisect_left(starts, number + 1)
        return starts[at - 1] if at else 0, starts[at] if at < len(starts) else len(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self.heads)


def wording(text: str) -> Wording:
    """The words of a text of any length; none where it has no letters or figures."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    bracketed: set[int] = set()
    gaps: set[int] = set()
    heads: set[int] = {0}
    inside = False
    for match in _PIECES.finditer(text):
        kind = match.lastgroup
        here = len(words)
        if kind == "word" or kind == "number" or kind == "initials" or kind == "sign":
            raw = match[0]
            if "\n" in raw or "\u00ad" in raw:  # a line end divided it
                words.append(even(_DIVIDED.sub("", raw)))
                spans.append(match.span())
                continue
            for form, start, end in clitics(raw):
                words.append(form)
                spans.append((match.start() + start, match.start() + end))
        elif kind == "letter":
            words.append(even(match[0].replace("[", "").replace("]", "")))
            spans.append(match.span())
            bracketed.add(here)
        elif kind == "gap":
            gaps.add(here)
            heads.add(here)
        elif kind == "end":
            if not (words and words[-1] in _SHORTENED and match[0] == "."):
                heads.add(here)
        else:
            inside = kind == "open"
            continue
        if inside:
            bracketed.update(range(here, len(words)))
    words, spans, moved = _joined(words, spans)
    if moved:
        bracketed, gaps, heads = (
            {number - sum(m < number for m in moved) for number in numbers}
            for numbers in (bracketed, gaps, heads)
        )
    heads.discard(len(words))
    return Wording(
        text, tuple(words), tuple(spans), frozenset(bracketed), frozenset(gaps), frozenset(heads)
    )


def _joined(
    words: list[str], spans: list[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]], list[int]]:
    """Words written apart here and together there are one: *per cent*, *twenty-five*."""
    moved: list[int] = []
    if "cent" in words or _TENS & set(words):
        kept: list[str] = []
        places: list[tuple[int, int]] = []
        for number, (word, span) in enumerate(zip(words, spans, strict=True)):
            before = kept[-1] if kept else ""
            together = None
            if word == "cent" and before == "per":
                together = "percent"
            elif before in _TENS and word in _ONES and span[0] - places[-1][1] == 1:
                together = str(int(before) + int(word))
            if together:
                kept[-1] = together
                places[-1] = (places[-1][0], span[1])
                moved.append(number)
            else:
                kept.append(word)
                places.append(span)
        words, spans = kept, places
    return words, spans, moved


_TENS = frozenset(str(ten) for ten in range(20, 100, 10))
_ONES = frozenset("123456789")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What a word has in common with its other forms."""
    if word in ("'s", "'d"):
        return "be" if word == "'s" else "would"
    return lemmas(word)[0]


@lru_cache(maxsize=1 << 17)
def weight(word: str) -> float:
    """How much a word tells: its rarity in news, within limits."""
    if "'" in word:
        return _LIGHTEST
    if word[0].isdigit():
        return _NUMBER
    return min(max(rarity(word), _LIGHTEST), _HEAVIEST)


@lru_cache(maxsize=1 << 15)
def qualifies(word: str) -> bool:
    """May it be an adjective, an adverb or a verb?"""
    known = getAllLemmas(word)
    return any(kind in known for kind in ("ADJ", "ADV", "VERB"))
