"""Relations: what the network found for one cue, as spans of the document.

A relation becomes a statement when all of a document's relations are known and those that claim
the same words have been settled.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.reading.tokens import OUTSIDE, Word
from quoth.records import Form, Span

LEAST_LEFT = 0.5
"""A relation that surer ones leave with less of its content than this is dropped."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content found together, and how sure the network is of them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    confidence: float
    within: Relation | None = None
    """The relation in whose content this one lies."""
    cited: tuple[Span, ...] = ()
    """What the text says of the document that this is taken from."""


UNSEEN = str.maketrans("", "", " *_")


def spans_of(text: str, words: Iterable[Word]) -> tuple[Span, ...]:
    """The stretches that words cover; only white space, hidden marks and those of italics part
    words of one."""
    spans: list[Span] = []
    for word in words:
        between = text[spans[-1].end : word.start] if spans else "x"
        if spans and not any(map(str.isprintable, between.translate(UNSEEN))):
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(Span(word.start, word.end))
        if word.gap:
            spans[-1:] = [Span(spans[-1].start, word.gap.start), Span(word.gap.end, word.end)]
    return tuple(spans)


def form_of(content: Sequence[Word]) -> Form:
    """Direct if all words stand in quotation marks, indirect if none does."""
    quoted = [word.quote != OUTSIDE for word in content if word.text[0].isalnum()]
    if all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def settled(shown: Iterable[Relation], found: Iterable[Relation]) -> list[Relation]:
    """Relations in the order of the text, each of which has its content for itself or is nested.

    Those that the layout shows come first, then the surer ones; another keeps what is left if
    that is most of it. One that lies in the content of a kept one, cue and all, is nested there.
    """
    taken = _Taken()
    kept, rest = [], []
    ordered = sorted(found, key=lambda r: (-r.confidence, r.content))
    for relation in itertools.chain(shown, ordered):
        left = tuple(free for span in relation.content for free in taken.free(span))
        if _length(left) < LEAST_LEFT * _length(relation.content):
            rest.append(relation)
            continue
        kept.append(relation if left == relation.content else replace(relation, content=left))
        taken.take(kept[-1])
    nested = [replace(r, within=outer) for r in rest if (outer := taken.holder(r)) is not None]
    return sorted(kept + nested, key=lambda r: (r.content[0].start, r.within is not None, r.cue))


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


class _Taken:
    """Spans already given away, none touching another's inside, in order, each with its holder."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._holders: list[Relation] = []

    def take(self, relation: Relation) -> None:
        """Give `relation` its content."""
        for span in relation.content:
            at = bisect_left(self._starts, span.start)
            self._starts.insert(at, span.start)
            self._ends.insert(at, span.end)
            self._holders.insert(at, relation)

    def free(self, span: Span) -> Iterator[Span]:
        """What nobody has of `span`."""
        start = span.start
        at = bisect_left(self._ends, span.start + 1)
        while at < len(self._starts) and self._starts[at] < span.end:
            if self._starts[at] > start:
                yield Span(start, self._starts[at])
            start = max(start, self._ends[at])
            at += 1
        if start < span.end:
            yield Span(start, span.end)

    def holder(self, relation: Relation) -> Relation | None:
        """Who has all of `relation` in one stretch of its content or several."""
        parts = [*relation.source, *relation.cue, *relation.content]
        holders = {id(holder): holder for holder in map(self._at, parts)}
        return holders.popitem()[1] if len(holders) == 1 else None

    def _at(self, span: Span) -> Relation | None:
        at = bisect_left(self._ends, span.end)
        inside = at < len(self._starts) and self._starts[at] <= span.start
        return self._holders[at] if inside else None
