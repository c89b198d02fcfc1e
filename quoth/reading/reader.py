"""Document to statements and grammar: the whole way through the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

import numpy as np

from quoth.ahead import in_order
from quoth.analysis import Analysis
from quoth.errors import QuothError
from quoth.models import MODELS
from quoth.passages import passage_at
from quoth.reading.citations import with_citations
from quoth.reading.confidence import Weights, features, probability
from quoth.reading.decoding import best_rows
from quoth.reading.encoder import Encoder, Encoding
from quoth.reading.grammar import Parsed, Parser, Tokens
from quoth.reading.nested import Look, Nesting
from quoth.reading.posts import posts
from quoth.reading.relations import Relation, form_of, settled, spans_of
from quoth.reading.roles import CONTENT, CUE, SOURCE, Floats, Ints, cue_spans
from quoth.reading.structure import (
    SURE,
    UNSURE,
    Introduction,
    answers,
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
UNJUDGED = 0.0
"""The confidence of a relation until it is known as a whole."""
TOGETHER, CUES_TOGETHER = 8, 96
"""Windows whose best rows are searched for at once, and the cues that close such a group early."""

Answer = tuple[Ints, float, float]
"""The best role of every word for one cue, the log-odds of the cue, the row's log-probability."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A window and what the network is asked about it.

    `cues` are the window's own and then those of the block quotations that it introduces; `scores`
    (cues, words, 10) is what the network says of each, `log_odds` how sure it is that it is one.
    """

    window: Window
    introduced: list[Introduction]
    cues: Ints
    log_odds: list[float]
    scores: Floats
    parsed: Parsed | None
    look: Look | None


class Finder:
    """A loaded model that finds statements."""

    def __init__(
        self,
        model: str | Traversable = MODELS[0],
        min_confidence: float = 0.0,
        grammar: bool = True,
        nested: bool = True,
    ) -> None:
        """`model` is "standard", "small", or a folder that holds another one.

        Statements less sure than `min_confidence`, from 0 to 1, are left out. `grammar` says
        whether the document's grammar is read too, `nested` whether statements in statements are.

        Raises QuothError where there is no such model.
        """
        if not 0 <= min_confidence <= 1:
            raise QuothError(f"min_confidence is {min_confidence}; give a number from 0 to 1")
        self._encoder = Encoder(model)
        self._parser = Parser(model) if grammar else None
        self._nesting = Nesting(model) if nested else None
        self._settings = self._encoder.settings
        self._weights: Weights = self._settings["calibration"]
        self.least_confidence = float(self._settings["least_confidence"])
        self._wanted = min_confidence
        self.model = str(self._settings["name"])

    def find(self, document: Document, workers: int = 1) -> tuple[Reading, Analysis]:
        """Every statement of `document` in the order of the text, and the document's grammar.

        `workers` read parts of it side by side; what is found does not depend on them. Without
        grammar the analysis has no tokens.
        """
        tokens = Tokens()
        looks: list[Look] = []
        introduced: list[Relation] = []
        found: list[Relation] = []
        for one, own, of_layout in self._answered(document, workers):
            if one.parsed:
                tokens.add(one.window, one.parsed)
            if one.look:
                looks.append(one.look)
            candidates = self._relations(document, one.window, own)
            found += (r for r, _ in candidates if r.confidence >= self.least_confidence)
            introduced += self._introduced(document, one, of_layout)
        posted = list(posts(document))
        quoted = _blocks_of(document, posted)
        introduced = [r for r in introduced if not quoted & _blocks_of(document, [r])]
        cues = {r.cue for r in introduced}  # a cue has one content, and the layout shows which
        found = [r for r in found if r.cue not in cues]
        apart = list(set_apart(document, quoted | _blocks_of(document, introduced)))
        shown = [
            *turns(document),
            *answers(document),
            *posted,
            *introduced,
            *(r for r in apart if r.source),
        ]
        found += (r for r in apart if not r.source)
        every = with_citations(document, _continued(document, settled(shown, found)))
        if self._nesting:
            every = self._nesting.find(document.text, every, looks)
        # What is less sure than asked for goes last, so that it changes nothing of the rest.
        relations = [r for r in every if r.confidence >= self._wanted]
        found_in = Reading(document, _statements(document, relations), self.model)
        return found_in, tokens.analysis(document)

    def inside(self, document: Document, outers: Sequence[Relation]) -> tuple[Statement, ...]:
        """`outers` as statements, and those inside of them: what nesting does by itself."""
        looks = [one.look for one, _, _ in self._answered(document, 1) if one.look]
        found = self._nesting.find(document.text, outers, looks) if self._nesting else outers
        return _statements(document, found)

    def candidates(self, document: Document) -> Iterator[tuple[Relation, Floats]]:
        """Every relation the network finds, with what its confidence is made of.

        What that is worth, and which are kept, is the calibration's business.
        """
        for one, own, _ in self._answered(document, 1):
            yield from self._relations(document, one.window, own)

    def _answered(
        self, document: Document, workers: int
    ) -> Iterator[tuple[Asked, list[Answer], list[Answer]]]:
        """What was asked of each window, and the answers for its own cues and introductions."""
        settings = self._settings
        cut = windows(
            words(document), self._encoder.vocabulary, settings["limit"], settings["context"]
        )
        asked = in_order(lambda window: self._ask(document, window), cut, workers)
        for group in _grouped(asked):
            rows = best_rows([(one.scores, one.cues) for one in group], self._encoder.transitions)
            for one, (roles, log_probability) in zip(group, rows, strict=True):
                answers = list(zip(roles, one.log_odds, log_probability.tolist(), strict=True))
                own = len(answers) - len(one.introduced)
                yield one, answers[:own], answers[own:]

    def _ask(self, document: Document, window: Window) -> Asked:
        """Let the network score the window for its own cues, and for those of introductions."""
        encoding = self._encoder.encode(window)
        cues, likely = cue_spans(encoding.tags, self._settings["cue_threshold"])
        own = (cues[:, 0] >= window.own[0]) & (cues[:, 0] < window.own[1])
        odds = np.log(likely[own] / np.maximum(1 - likely[own], 1e-6)).tolist()
        introduced = [
            one
            for one in introductions(document, window)
            if window.own[0] <= one.end - 1 < window.own[1]
        ]
        more = [_cue_of(one, encoding) for one in introduced]
        every = np.concatenate([cues[own], np.asarray(more, np.int64).reshape(-1, 2)])
        scores = self._encoder.score_roles(encoding, every, window.blocks)
        parsed = self._parser.parse(window, encoding.inner) if self._parser else None
        look = self._nesting.look(window, encoding.inner) if self._nesting else None
        return Asked(window, introduced, every, odds + [0.0] * len(more), scores, parsed, look)

    def _relations(
        self, document: Document, window: Window, answers: list[Answer]
    ) -> Iterator[tuple[Relation, Floats]]:
        """Relations of the window's own cues, with what their confidence is made of."""
        for row, of_cue, of_row in answers:
            content = [window.words[n] for n in np.flatnonzero(row == CONTENT)]
            if content:
                relation = Relation(
                    self._spans(document, window, row, SOURCE),
                    self._spans(document, window, row, CUE),
                    spans_of(document.text, content),
                    form_of(content),
                    UNJUDGED,
                )
                known = features(relation, of_cue, of_row)
                yield replace(relation, confidence=probability(known, self._weights)), known

    def _introduced(
        self, document: Document, asked: Asked, answers: list[Answer]
    ) -> Iterator[Relation]:
        """Block quotations, with source and cue out of the sentence that introduces them."""
        for one, (row, _, _) in zip(asked.introduced, answers, strict=True):
            content, author = content_and_author(document, one.blocks)
            source = self._spans(document, asked.window, row, SOURCE)
            source = source_or_author(document.text, source, author)
            cues = self._spans(document, asked.window, row, CUE)
            yield Relation(source, cues, tuple(content), "direct", SURE if source else UNSURE)

    def _spans(self, document: Document, window: Window, row: Ints, role: int) -> tuple[Span, ...]:
        """The stretches that have `role`, without the commas at their edges."""
        found = [window.words[n] for n in np.flatnonzero(row == role)]
        while found and found[-1].text in EDGES:
            found.pop()
        while found and found[0].text in EDGES:
            found.pop(0)
        return spans_of(document.text, found)


def _grouped(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    """Neighbouring windows, as many as are searched at once."""
    group: list[Asked] = []
    for one in asked:
        group.append(one)
        if len(group) == TOGETHER or sum(len(w.cues) for w in group) >= CUES_TOGETHER:
            yield group
            group = []
    if group:
        yield group


def _cue_of(one: Introduction, encoding: Encoding) -> tuple[int, int]:
    """The likeliest cue of an introducing sentence, its colon where none is likely at all."""
    begins = encoding.tags[one.first : one.end, 1] - encoding.tags[one.first : one.end, 0]
    at = one.first + int(begins.argmax())
    return (at, at + 1) if begins.max() > FAINT_CUE else (one.end - 1, one.end)


def _blocks_of(document: Document, relations: Iterable[Relation]) -> set[int]:
    """Numbers of the blocks that hold the relations' contents."""
    return {document.block_at(span.start) for r in relations for span in r.content}


def _continued(document: Document, relations: Sequence[Relation]) -> list[Relation]:
    """Relations with the paragraphs that their quotations run on through."""
    held = _blocks_of(document, relations)
    whole = {id(r): replace(r, content=continued(document, r, held).content) for r in relations}
    outer = {id(r): whole[id(r)] for r in relations if r.within is None}
    return [
        whole[id(r)] if r.within is None else replace(whole[id(r)], within=outer[id(r.within)])
        for r in relations
    ]


def _statements(document: Document, relations: Sequence[Relation]) -> tuple[Statement, ...]:
    """Relations as statements in the order of the text, each behind what it stands in."""
    ordered = sorted(relations, key=lambda r: (r.content[0].start, _depth(r), r.cue))
    names = {id(relation): f"s{number}" for number, relation in enumerate(ordered, 1)}

    return tuple(
        Statement(
            names[id(relation)],
            passage_at(document, relation.source),
            passage_at(document, relation.cue),
            Passage(document, relation.content),
            relation.form,
            None if relation.within is None else names.get(id(relation.within)),
            relation.confidence,
            cited=passage_at(document, relation.cited),
        )
        for relation in ordered
    )


def _depth(relation: Relation) -> int:
    depth = 0
    while relation.within is not None:
        relation, depth = relation.within, depth + 1
    return depth
