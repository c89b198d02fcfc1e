"""Documents made ready for comparing claims: grammar, and what the encoder holds of words.

Both see one name for all, and a woman in everybody: whoever is exchanged, they see the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from quoth.analysis import Analysis, Token
from quoth.compare.event_names import Names
from quoth.compare.genders import hers
from quoth.models import MODELS
from quoth.reading.encoder import Encoder
from quoth.reading.grammar import Parser, Tokens
from quoth.reading.roles import Floats
from quoth.reading.tokens import TITLE, Word, words
from quoth.reading.windows import windows
from quoth.records import Document

NAME = "Lincoln"
"""What is read for every name, however long: it may be a person, a place or a body."""


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """The grammar of a document and a row of the encoder's inner layers for each token.

    Names stand as fillers in it, in the text of its document too; places are those of the real one.
    """

    analysis: Analysis
    vectors: Floats


class Meaning:
    """The encoder of a model, loaded for words and grammar only."""

    def __init__(self, model: str = MODELS[0]) -> None:
        self._encoder = Encoder(model)
        self._parser = Parser(model)

    def of(self, document: Document, names: Names) -> Meant:
        """What is made of `document`, one of those that `names` are of."""
        read = list(words(document))
        runs = dict(names.runs(read))
        seen: list[Word] = []
        parts: list[list[Word]] = []
        at = 0
        while at < len(read):
            end = runs.get(at, at + 1)
            seen.append(_seen(read[at:end], at in runs))
            parts.append([_named(word, names) for word in read[at:end]] if at in runs else [])
            at = end
        tokens, rows = self._read(seen)
        plain = _filled(document, (part for one in parts for part in one))
        made, row_of = _parted(tokens.analysis(plain), parts)
        return Meant(made, rows[row_of])

    def _read(self, seen: Iterable[Word]) -> tuple[Tokens, Floats]:
        settings = self._encoder.settings
        tokens = Tokens()
        rows: list[Floats] = [np.empty((0, 1), np.float32)]
        for window in windows(
            seen, self._encoder.vocabulary, settings["limit"], settings["context"]
        ):
            inner = self._encoder.encode(window).inner
            tokens.add(window, self._parser.parse(window, inner))
            rows.append(inner[slice(*window.own)])
        return tokens, np.concatenate(rows[1:] or rows)


def _seen(part: Sequence[Word], name: bool) -> Word:
    """What the encoder reads for a word, or for all of a name."""
    word = part[0]
    if name:
        return word._replace(text=NAME, shape=2 * TITLE + word.shape % 2, end=part[-1].end)
    return word._replace(text="a" if word.text == "an" else hers(word.text))


def _named(word: Word, names: Names) -> Word:
    """A word of a name as its filler; the *of* in it stays."""
    return word._replace(text=names.filler(word)) if word.text[0].isupper() else word


def _filled(document: Document, parts: Iterable[Word]) -> Document:
    """The document with fillers for its names, every other character where it was."""
    pieces, at = [], 0
    for word in parts:
        pieces += [document.text[at : word.start], word.text]
        at = word.end
    return replace(document, text="".join([*pieces, document.text[at:]]))


def _parted(analysis: Analysis, parts: Sequence[Sequence[Word]]) -> tuple[Analysis, list[int]]:
    """The same with a token for each word of a name, and the row of each: the first heads it."""
    sizes = [max(1, len(part)) for part in parts]
    first = [0, *accumulate(sizes)]
    made: list[Token] = []
    for n, (token, part) in enumerate(zip(analysis.tokens, parts, strict=True)):
        low, high = token.phrase
        moved = token._replace(head=first[token.head], phrase=(first[low], first[high]))
        if not part:
            made.append(moved)
            continue
        pos = "PROPN"
        made.append(moved._replace(text=part[0].text, end=part[0].end, pos=pos))
        for place, word in enumerate(part[1:], first[n] + 1):
            made.append(
                moved._replace(
                    text=word.text,
                    start=word.start,
                    end=word.end,
                    pos=pos,
                    head=first[n],
                    relation="flat",
                    entity=None,
                    phrase=(place, place + 1),
                )
            )
    rows = [n for n, size in enumerate(sizes) for _ in range(size)]
    return Analysis(analysis.document, tuple(made)), rows
