"""Documents made ready for comparing claims: grammar, and what the encoder holds of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quoth.analysis import Analysis
from quoth.models import MODELS
from quoth.reading.encoder import Encoder
from quoth.reading.grammar import Parser, Tokens
from quoth.reading.roles import Floats
from quoth.reading.tokens import words
from quoth.reading.windows import windows
from quoth.records import Document


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """The grammar of a document and a row of the encoder's inner layers for each token."""

    analysis: Analysis
    vectors: Floats


class Meaning:
    """The encoder of a model, loaded for words and grammar only."""

    def __init__(self, model: str = MODELS[0]) -> None:
        self._encoder = Encoder(model)
        self._parser = Parser(model)

    def of(self, document: Document) -> Meant:
        """What is made of `document`; the same alone and in any company."""
        settings = self._encoder.settings
        tokens = Tokens()
        rows: list[Floats] = [np.empty((0, 1), np.float32)]
        cut = windows(
            words(document), self._encoder.vocabulary, settings["limit"], settings["context"]
        )
        for window in cut:
            inner = self._encoder.encode(window).inner
            tokens.add(window, self._parser.parse(window, inner))
            rows.append(inner[slice(*window.own)])
        return Meant(tokens.analysis(document), np.concatenate(rows[1:] or rows))
