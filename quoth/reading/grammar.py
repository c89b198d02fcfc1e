"""Words to grammar: the network that is read beside the statements, and what it knows to say."""

from __future__ import annotations

from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from quoth.analysis import Analysis, Token
from quoth.models import MODELS, model_folder
from quoth.reading.encoder import session
from quoth.reading.roles import Floats, Ints
from quoth.reading.windows import Window
from quoth.records import Document

POS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON"),
    *("PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
RELATIONS = (
    *("acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound"),
    *("conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat"),
    *("goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan"),
    *("parataxis", "part", "punct", "reparandum", "root", "vocative", "xcomp"),
)
ENTITIES = (
    *("none", "person", "organization", "place", "object", "event", "abstract", "time"),
    *("animal", "plant", "substance"),
)
TIMES = ("O", "B", "I")
NOT_TIME, BEGINS, INSIDE = range(3)
ROOT = RELATIONS.index("root")
SUREST = 3.0
OUTPUTS = (
    *("pos", "entity", "time", "begins", "certainty"),
    *("arcs", "relations", "first", "last"),
)

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """What the network says of a window's own words; numbers of words count in the window.

    `first` and `last` (both words of the phrase) hold where `entity` is not 0.
    """

    begins: Flags
    pos: Ints
    head: Ints
    relation: Ints
    entity: Ints
    first: Ints
    last: Ints
    time: Ints
    certainty: Floats


class Parser:
    """The loaded network of one model."""

    def __init__(self, model: str | Traversable = MODELS[0]) -> None:
        """`model` is the name of one in the package, or the folder of another."""
        self._session = session(model_folder(model) / "grammar.onnx")

    def parse(self, window: Window, inner: Floats) -> Parsed:
        """The grammar of `window`, whose words' inner layers are `inner` (words, size)."""
        blocks = window.blocks
        opens = np.ones(len(blocks), bool)
        opens[1:] = blocks[1:] != blocks[:-1]
        found = self._session.run(list(OUTPUTS), {"inner": inner, "opens": opens})
        named = dict(zip(OUTPUTS, found, strict=True))
        head = trees(named["arcs"], np.cumsum(named["begins"]))
        named |= {"head": head, "relation": _fitting(named.pop("relations"), head)}
        del named["arcs"]
        return Parsed(**{name: values[slice(*window.own)] for name, values in named.items()})


def _fitting(scores: Floats, head: Ints) -> Ints:
    """The likeliest relation of each word: `root` exactly where it is its own head."""
    is_root = head == np.arange(len(head))
    scores = scores.copy()
    scores[is_root, ROOT] = np.inf
    scores[~is_root, ROOT] = -np.inf
    best: Ints = scores.argmax(1)
    return best


def trees(arcs: Floats, sentence: Ints) -> Ints:
    """A head for each word, its own at the one root of each sentence, and no circles.

    `arcs` (words, words) scores the second as head of the first, itself as the root; `sentence`
    numbers the sentences, rising. Greedy, with circles broken at their weakest arc: the maximum
    spanning tree differs in few sentences, and it takes its time in long ones.
    """
    heads: Ints = np.empty(len(arcs), np.int64)
    cuts = [0, *(np.flatnonzero(np.diff(sentence)) + 1), len(arcs)]
    for start, end in pairwise(cuts):
        heads[start:end] = start + _tree(arcs[start:end, start:end])
    return heads


def _tree(arcs: Floats) -> Ints:
    count = len(arcs)
    heads: Ints = arcs.argmax(1)
    other = arcs.copy()
    np.fill_diagonal(other, -np.inf)
    own = arcs.diagonal()
    roots = np.flatnonzero(heads == np.arange(count))
    candidates = roots if len(roots) else np.arange(count)
    root = int(candidates[own[candidates].argmax()])
    for one in roots:
        if one != root:
            heads[one] = other[one].argmax()
    heads[root] = root
    state = np.zeros(count, np.int8)  # 0 not seen, 1 on the way, 2 known to reach the root
    state[root] = 2
    for start in range(count):
        way, at = [], start
        while state[at] == 0:
            state[at] = 1
            way.append(at)
            at = int(heads[at])
        if state[at] == 1:  # a circle, cut where hanging on the root costs least
            circle = way[way.index(at) :]
            loss = [other[n, heads[n]] - other[n, root] for n in circle]
            heads[circle[int(np.argmin(loss))]] = root
        state[way] = 2
    return heads


class Tokens:
    """The tokens of a document, window by window, so that nothing larger is kept of any."""

    def __init__(self) -> None:
        self._made: list[Token] = []
        self._sentence = -1

    def add(self, window: Window, parsed: Parsed) -> None:
        """The own words of the next window."""
        first, end = window.own
        shift = len(self._made) - first
        columns = (getattr(parsed, field.name).tolist() for field in fields(parsed))
        rows = zip(window.words[first:end], *columns, strict=True)
        for place, (word, begins, pos, head, relation, kind, start, last, time, sure) in enumerate(
            rows, first
        ):
            self._sentence += begins or not self._made
            number = place + shift
            phrase = (number, number + 1)
            if kind and first <= start <= place <= last:
                phrase = (start + shift, min(last + 1, end) + shift)
            inside = first <= head < end
            self._made.append(
                Token(
                    word.text,
                    word.start,
                    word.end,
                    word.block,
                    self._sentence,
                    POS[pos],
                    head + shift if inside else number,
                    RELATIONS[relation] if inside else "root",
                    ENTITIES[kind] if kind else None,
                    phrase,
                    TIMES[time],
                    min(max(sure, -SUREST), SUREST),
                )
            )

    def analysis(self, document: Document) -> Analysis:
        """All of them as what is known of `document`."""
        return Analysis(document, tuple(self._made))
