"""Whose words a document has: reprints, rewrites, and which of two texts was there first.

Candidates share runs of words; a document's sentences are then looked for in each candidate, and
those of its words that several have are put down to the one that has most of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quoth.compare.origins.texts import Sentence, Text, words_of

RUN = 5
"""So many words in a row that two documents have count as shared."""
EARLIEST = 12
"""Of the documents that have a run the first ones are candidates: a text is not from its copies."""
COVERED = 0.7
"""This share of a sentence's words in shared runs makes it the other's sentence."""
SENTENCE, WORDS = 8, 12
"""Words of a sentence that says whose it is, and of all such sentences that must be shared."""
MOSTLY = 0.5
"""A document of which the other has so much is a reprint, else a rewrite."""

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """The sentences that a document has from another."""

    key: str
    """The other document's."""
    sentences: tuple[Sentence, ...]
    reprint: bool


class Wording:
    """The runs of words of documents that are compared."""

    def __init__(self, texts: Sequence[Text], bodies: Collection[str] = ()) -> None:
        """`texts` in the order of time; `bodies` are those that no outlet published."""
        self._bodies = bodies
        self._texts = {text.told.key: text for text in texts}
        self._rank = {text.told.key: n for n, text in enumerate(texts)}
        words = {text.told.key: _words(text) for text in texts}
        self._size = {key: len(each) for key, each in words.items()}
        heads: dict[Run, str] = {}
        self._head = {key: heads.setdefault(each, key) for key, each in words.items()}
        """The first of the documents that have the same words from start to end."""
        self._runs = {key: set(_runs(each)) for each, key in heads.items()}
        self._own: dict[str, dict[int, int]] = {}
        """For each document by a sentence's number its words outside quotation marks."""
        self._with: dict[Run, list[str]] = defaultdict(list)
        for key, runs in self._runs.items():
            for run in runs:
                if len(holders := self._with[run]) < EARLIEST:
                    holders.append(key)

    def all_taken(self, marked: Mapping[str, set[str]]) -> dict[str, list[Taken]]:
        """What each document has from others, from whom it has most first.

        `marked` are for each document those whose mark or name it bears.
        """
        found: dict[str, list[Taken]] = {}
        for key, text in self._texts.items():
            head = self._head[key]
            if key == head or marked[key] or marked[head]:
                found[key] = self._taken(key, marked)
            else:
                found[key] = self._copied(text, head, found[head])
        return found

    def _copied(self, text: Text, head: str, taken: Sequence[Taken]) -> list[Taken]:
        """What a copy has: from the first of the copies, or from whom this has it all."""
        mine = {sentence.number: sentence for sentence in text.sentences}
        theirs = {sentence.number for each in taken for sentence in each.sentences}
        if len(theirs) == len(self._texts[head].sentences) == len(mine):
            return [
                replace(each, sentences=tuple(mine[s.number] for s in each.sentences))
                for each in taken
            ]
        if not self._enough(text, text.sentences):
            return []
        return [Taken(head, text.sentences, True)]

    def _taken(self, key: str, marked: Mapping[str, set[str]]) -> list[Taken]:
        text = self._texts[key]
        shared: dict[str, dict[int, Sentence]] = {}
        for other in self._candidates(key):
            if self._is_from(key, other, marked):
                sentences = {s.number: s for s in self._shared(text, other)}
                if self._enough(text, sentences.values()):
                    shared[other] = sentences
        found: list[Taken] = []
        left = {n for sentences in shared.values() for n in sentences}
        first = {
            other: sum(self._is_from(one, other, marked) for one in shared if one != other)
            for other in shared
        }
        while shared and left:
            other = max(
                shared,
                key=lambda each: (
                    each in marked[key],
                    _count(s for n, s in shared[each].items() if n in left),
                    first[each],
                    -self._rank[each],
                ),
            )
            sentences = shared.pop(other)
            mine = [s for n, s in sentences.items() if n in left]
            if self._enough(text, mine):
                found.append(Taken(other, tuple(mine), self._is_reprint(text, mine)))
                left -= set(sentences)
        if len(found) > 1:  # put together from several
            return [replace(each, reprint=False) for each in found]
        return found

    def _candidates(self, key: str) -> list[str]:
        met = Counter(other for run in self._runs[self._head[key]] for other in self._with[run])
        del met[key]
        return [other for other, runs in met.most_common(EARLIEST) if runs >= WORDS - RUN]

    def _shared(self, text: Text, other: str) -> Iterator[Sentence]:
        """The sentences of a text that another document has."""
        runs = self._runs[self._head[other]]
        for sentence in text.sentences:
            words = sentence.words
            inside = [False] * len(words)
            for n, run in enumerate(_runs(words)):
                if run in runs:
                    inside[n : n + RUN] = [True] * RUN
            if len(words) >= RUN and sum(inside) >= COVERED * len(words):
                yield sentence

    def _enough(self, text: Text, sentences: Collection[Sentence]) -> bool:
        """Whether what is shared shows that it was taken: what both quote both may have heard."""
        own = self._own.setdefault(text.told.key, {})
        for each in sentences:
            if each.number not in own:
                own[each.number] = len(words_of(text.unquoted(each.span)))
        return sum(own[s.number] for s in sentences if len(s.words) >= SENTENCE) >= WORDS

    def _is_from(self, key: str, other: str, marked: Mapping[str, set[str]]) -> bool:
        """Whether a document is the later one of two that share words.

        Marks tell it, then days and hours; a ministry's or a party's own text comes before a
        paper's, the longer one before the shorter, and at last the order decides.
        """
        if (other in marked[key]) != (key in marked[other]):
            return other in marked[key]
        one, two = (self._texts[each].told.published or "" for each in (key, other))
        if one[:10] != two[:10] and one and two:
            return one > two
        if len(one) > 10 and len(two) > 10 and one != two:
            return one > two
        bodies = self._bodies
        if (other in bodies) != (key in bodies):
            return other in bodies
        if abs(self._size[key] - self._size[other]) > 2:
            return self._size[key] < self._size[other]
        return self._rank[key] > self._rank[other]

    def _is_reprint(self, text: Text, sentences: Sequence[Sentence]) -> bool:
        return _count(sentences) >= MOSTLY * self._size[text.told.key]


def _count(sentences: Iterable[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _words(text: Text) -> tuple[str, ...]:
    return tuple(word for sentence in text.sentences for word in sentence.words)


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))
