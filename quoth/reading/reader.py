"""Document to reading: the whole way through the model."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from types import TracebackType

import numpy as np

from quoth.reading.ahead import in_order
from quoth.reading.decoding import best_roles
from quoth.reading.encoder import Encoder, Encoding
from quoth.reading.relations import Relation, form_of, settled, spans_of
from quoth.reading.roles import CONTENT, CUE, SOURCE, Floats, Ints, cue_spans
from quoth.reading.structure import (
    SURE,
    UNSURE,
    content_and_author,
    continued,
    introductions,
    set_apart,
    source_or_author,
    turns,
)
from quoth.reading.tokens import words
from quoth.reading.windows import Window, windows
from quoth.records import Document, Passage, Reading, Span, Statement

EDGES = frozenset(",;")
FAINT_CUE = -3.0
"""A word of an introducing sentence is its cue from these log-odds on; below, its colon is."""


class Reader:
    """A loaded model that reads documents.

    It holds nothing that must be closed; `with` only says how long it is needed.
    """

    def __init__(self, threads: int | None = None, folder: Traversable | None = None) -> None:
        """`threads` read side by side (all cores by default): documents, or parts of one.

        `folder` holds another model than the package's.
        """
        self._encoder = Encoder(folder)
        self._settings = self._encoder.settings
        self._workers = threads or _cores()
        self.model = str(self._settings["name"])

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def read(self, document: Document) -> Reading:
        """Every statement of `document`, in the order of the text."""
        return self._read(document, self._workers)

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Readings as they are done, in the order of `documents`, a few of which are held."""
        rest = iter(documents)
        begun = list(itertools.islice(rest, 2))
        if len(begun) < 2:  # one alone is read by all threads, of several each by one
            return map(self.read, begun)
        every = itertools.chain(begun, rest)
        return in_order(lambda document: self._read(document, 1), every, self._workers)

    def _read(self, document: Document, workers: int) -> Reading:
        introduced: list[Relation] = []
        found: list[Relation] = []
        windows_read = in_order(
            lambda window: self._read_window(document, window), self._windows(document), workers
        )
        for of_cues, of_layout in windows_read:
            found += of_cues
            introduced += of_layout
        cues = {r.cue for r in introduced}  # a cue has one content, and the layout shows which
        found = [r for r in found if r.cue not in cues]
        quoted = {document.block_at(r.content[0].start) for r in introduced}
        apart = list(set_apart(document, quoted))
        shown = [*turns(document), *introduced, *(r for r in apart if r.source)]
        relations = settled(shown, [*found, *(r for r in apart if not r.source)])
        return Reading(document, _statements(document, relations), self.model)

    def _read_window(
        self, document: Document, window: Window
    ) -> tuple[list[Relation], list[Relation]]:
        """Relations that the network finds, and block quotations that a sentence introduces."""
        encoding = self._encoder.encode(window)
        return (
            list(self._found(document, window, encoding)),
            list(self._introduced(document, window, encoding)),
        )

    def _windows(self, document: Document) -> Iterator[Window]:
        settings = self._settings
        return windows(
            words(document), self._encoder.vocabulary, settings["limit"], settings["context"]
        )

    def candidates(self, document: Document) -> Iterator[tuple[Relation, float, float]]:
        """Every relation the network finds, with the log-odds of its cue and of its whole row.

        What they are worth, and which are kept, is the calibration's business.
        """
        for window in self._windows(document):
            yield from self._candidates(document, window, self._encoder.encode(window))

    def _candidates(
        self, document: Document, window: Window, encoding: Encoding
    ) -> Iterator[tuple[Relation, float, float]]:
        """Relations of the cues that are the window's own."""
        cues, likely = cue_spans(encoding.tags, self._settings["cue_threshold"])
        own = (cues[:, 0] >= window.own[0]) & (cues[:, 0] < window.own[1])
        rows, log_probability = self._rows(window, encoding, cues[own])
        log_odds = np.log(likely[own] / np.maximum(1 - likely[own], 1e-6))
        for row, of_cue, of_row in zip(rows, log_odds, log_probability, strict=True):
            content = [window.words[n] for n in np.flatnonzero(row == CONTENT)]
            if content:
                relation = Relation(
                    self._spans(document, window, row, SOURCE),
                    self._spans(document, window, row, CUE),
                    spans_of(document.text, content),
                    form_of(content),
                    self._confidence(float(of_cue), float(of_row)),
                )
                yield relation, float(of_cue), float(of_row)

    def _found(self, document: Document, window: Window, encoding: Encoding) -> Iterator[Relation]:
        """Relations that are sure enough."""
        for relation, _, _ in self._candidates(document, window, encoding):
            if relation.confidence >= self._settings["least_confidence"]:
                yield relation

    def _introduced(
        self, document: Document, window: Window, encoding: Encoding
    ) -> Iterator[Relation]:
        """Block quotations, with source and cue out of the sentence that introduces them."""
        for one in introductions(document, window):
            if not window.own[0] <= one.end - 1 < window.own[1]:
                continue
            begins = encoding.tags[one.first : one.end, 1] - encoding.tags[one.first : one.end, 0]
            at = one.first + int(begins.argmax())
            cue = (at, at + 1) if begins.max() > FAINT_CUE else (one.end - 1, one.end)
            row = self._rows(window, encoding, np.asarray([cue]))[0][0]
            content, author = content_and_author(document, one.blocks)
            source = self._spans(document, window, row, SOURCE)
            source = source_or_author(document.text, source, author)
            cues = self._spans(document, window, row, CUE)
            yield Relation(source, cues, tuple(content), "direct", SURE if source else UNSURE)

    def _rows(self, window: Window, encoding: Encoding, cues: Ints) -> tuple[Ints, Floats]:
        """The best role of every word for each of `cues`, and its log-probability."""
        if not len(cues):
            return np.empty((0, len(window.words)), np.int64), np.empty(0, np.float32)
        scores = self._encoder.score_roles(encoding, cues, window.blocks)
        return best_roles(scores, self._encoder.transitions, cues)

    def _spans(self, document: Document, window: Window, row: Ints, role: int) -> tuple[Span, ...]:
        """The stretches that have `role`, without the commas at their edges."""
        found = [window.words[n] for n in np.flatnonzero(row == role)]
        while found and found[-1].text in EDGES:
            found.pop()
        while found and found[0].text in EDGES:
            found.pop(0)
        return spans_of(document.text, found)

    def _confidence(self, of_cue: float, of_row: float) -> float:
        """Probability that the relation is right, from how sure the network is of its parts."""
        by_cue, by_row, constant = self._settings["calibration"]
        return float(1 / (1 + np.exp(-(by_cue * of_cue + by_row * of_row + constant))))


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _statements(document: Document, relations: list[Relation]) -> tuple[Statement, ...]:
    """Relations as statements, with the paragraphs that their quotations run on through."""
    held = {document.block_at(span.start) for r in relations for span in r.content}
    names = {id(relation): f"s{number}" for number, relation in enumerate(relations, 1)}

    def passage(spans: tuple[Span, ...]) -> Passage | None:
        return Passage(document, spans) if spans else None

    return tuple(
        Statement(
            names[id(relation)],
            passage(relation.source),
            passage(relation.cue),
            Passage(document, continued(document, relation, held).content),
            relation.form,
            None if relation.within is None else names.get(id(relation.within)),
            relation.confidence,
        )
        for relation in relations
    )
