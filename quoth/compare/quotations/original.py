"""A long text to look quotations up in: a transcript, a book, a statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from quoth.compare.quotations.words import Wording, wording
from quoth.records import Document

_OFTEN = 2000
"""A word that stands in more places leads nowhere, where others do."""
_WINDOWS = 5
"""So many places of a text are looked at for each quotation."""
_NARROWEST = 24


class Original:
    """The words of one document, and where each stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.wording = wording(document.text)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.wording.stems):
            places[word].append(number)
        return places

    def same(self, quoted: Wording, start: int = 0) -> tuple[int, int] | None:
        """Where the very words stand in a row from a word on, first and end; None where nowhere."""
        length = len(quoted)
        if not length:
            return None
        rarest = min(range(length), key=lambda n: len(self._places.get(quoted.stems[n], ())))
        for place in self._places.get(quoted.stems[rarest], ()):
            first = place - rarest
            if first >= start and self.wording.words[first : first + length] == quoted.words:
                return first, first + length
        return None

    def near(self, quoted: Wording) -> Iterator[tuple[int, int]]:
        """Stretches of words that share most with the quotation, those that share most first."""
        wide = max(2 * len(quoted), _NARROWEST)
        weights: Counter[int] = Counter()
        met: set[tuple[int, str]] = set()
        for stem, weight in zip(quoted.stems, quoted.weights, strict=True):
            places = self._places.get(stem, ())
            if len(places) > _OFTEN:
                continue
            for place in places:
                # Windows overlap by half, so that no stretch is cut by an edge of all.
                for window in (2 * place // wide, 2 * place // wide - 1):
                    if (window, stem) not in met:
                        met.add((window, stem))
                        weights[window] += int(100 * weight)
        for window, _ in sorted(weights.items(), key=lambda w: (-w[1], w[0]))[:_WINDOWS]:
            first = window * wide // 2
            yield max(first - wide, 0), min(first + 2 * wide, len(self.wording))
