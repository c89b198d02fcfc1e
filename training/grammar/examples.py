"""Marked texts to what the network learns from: windows as the encoder sees them, and labels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quoth.documents import from_text
from quoth.reading.encoder import Encoder
from quoth.reading.grammar import BEGINS, ENTITIES, INSIDE, NOT_TIME, POS, RELATIONS
from quoth.reading.tokens import Word, words
from quoth.reading.windows import windows
from training.grammar.marks import Marked

UNKNOWN = -1
"""Label of what nobody marked."""


@dataclass(frozen=True, eq=False)
class Example:
    """A window's words: what the encoder's layers hold of each, and its labels.

    All of length (words); `inner` (words, size) in half precision. Heads and the first and last
    words of phrases are numbers of words in the window, `UNKNOWN` where they lie outside.
    """

    name: str
    inner: NDArray[np.float16]
    pos: NDArray[np.int64]
    head: NDArray[np.int64]
    relation: NDArray[np.int64]
    begins: NDArray[np.int64]
    entity: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    time: NDArray[np.int64]
    certainty: NDArray[np.float32]
    """NaN where nobody said."""


LABELS = ("pos", "head", "relation", "begins", "entity", "first", "last", "time")


def examples(texts: Iterable[Marked], encoder: Encoder) -> Iterator[Example]:
    """Every window of every text."""
    settings = encoder.settings
    for marked in texts:
        document = from_text(marked.text)
        every = list(words(document))
        labels, certainty = _labels(marked, every)
        done = 0
        for window in windows(every, encoder.vocabulary, settings["limit"], settings["context"]):
            start = done - window.own[0]
            stop = start + len(window.words)
            done += window.own[1] - window.own[0]
            cut = {name: values[start:stop].copy() for name, values in labels.items()}
            for name in ("head", "first", "last"):
                away = (cut[name] < start) | (cut[name] >= stop)
                cut[name] = np.where(away, UNKNOWN, cut[name] - start)
            inner = encoder.encode(window).inner.astype(np.float16)
            yield Example(marked.name, inner, **cut, certainty=certainty[start:stop])


def _labels(
    marked: Marked, every: list[Word]
) -> tuple[dict[str, NDArray[np.int64]], NDArray[np.float32]]:
    """Labels of all words of a text, by its own numbers."""
    starts = [word.start for word in every]
    labels = {name: np.full(len(every), UNKNOWN) for name in LABELS}
    certainty = np.full(len(every), np.nan, np.float32)

    def at(place: int) -> int:
        return max(bisect_right(starts, place) - 1, 0)

    for mark in marked.grammar:
        one = at(mark.span.start)
        for number in range(one, at(mark.span.end - 1) + 1):
            part = number > one or starts[number] != mark.span.start
            if part and starts[number] < mark.span.start:
                continue  # the word began in the one before, which has said what it is
            labels["pos"][number] = POS.index(mark.pos)
            labels["head"][number] = one if part else at(mark.head)
            labels["relation"][number] = RELATIONS.index("part" if part else mark.relation)
            labels["begins"][number] = int(mark.begins and not part)
            labels["entity"][number] = (
                0 if part or mark.entity is None else ENTITIES.index(mark.entity)
            )
            if mark.entity is not None and not part:
                labels["first"][number] = at(mark.phrase.start)
                labels["last"][number] = at(mark.phrase.end - 1)
    if marked.times is not None:
        labels["time"][:] = NOT_TIME
        for span in marked.times:
            first = at(span.start)
            labels["time"][first : at(span.end - 1) + 1] = INSIDE
            labels["time"][first] = BEGINS
    for place, value in marked.certainty.items():
        certainty[at(place)] = value
    return labels, certainty
