"""Questions to a ledger of invented documents, drawn at random, the same each time.

A word is drawn by the logarithm of its rank, so that the most frequent ones come as often as those
that hardly occur; a source likewise. Of the questions by words half have one word, a quarter two,
an eighth three, an eighth are a phrase that stands somewhere.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from math import exp, log

from benchmarks.ledger_words import NAMES, VOCABULARY, name, word
from quoth.ledger import Ledger
from quoth.ledger.finding import Question

Asks = Callable[[Ledger], object]


def questions(ledger: Ledger, number: int, seed: int = 11) -> dict[str, list[Asks]]:
    """So many questions of each kind."""
    draw = random.Random(seed)
    frequent = [word(rank) for rank in range(100)]
    kinds: dict[str, Callable[[], Question]] = {
        "by words": lambda: Question(_words(ledger, draw)),
        "by source": lambda: Question(source=_source(draw)),
        "by words and source": lambda: Question(_word(draw), source=_source(draw)),
        "one of the 100 most frequent words": lambda: Question(draw.choice(frequent)),
        "by words, act and time": lambda: Question(
            _word(draw), acts=("deny",), since=str(draw.randint(2030, 2041)), until="2041"
        ),
        "by a word and a figure": lambda: Question(_word(draw), figure=f">{_rank(draw, 10_000)}"),
    }
    found: dict[str, list[Asks]] = {
        kind: [partial(Ledger.find, question=make()) for _ in range(number)]
        for kind, make in kinds.items()
    }
    best = [Question(_words(ledger, draw)) for _ in range(number)]
    found["by words, best first"] = [partial(Ledger.find, question=q, best=True) for q in best]
    found["a statement shown"] = [partial(Ledger.show, called=_shown(ledger, draw)) for _ in best]
    return found


def _rank(draw: random.Random, size: int) -> int:
    return int(exp(draw.random() * log(size)))


def _word(draw: random.Random) -> str:
    return word(_rank(draw, VOCABULARY) - 1)


def _source(draw: random.Random) -> str:
    return f'"{name(_rank(draw, NAMES) - 1)}"'


def _words(ledger: Ledger, draw: random.Random) -> str:
    chance = draw.random()
    if chance < 1 / 8:
        words = str(ledger.store.value(_CONTENT, (_statement(ledger, draw),))).split()
        at = draw.randrange(max(len(words) - 1, 1))
        return f'"{" ".join(words[at : at + 2])}"'
    number = 1 if chance < 5 / 8 else 2 if chance < 7 / 8 else 3
    return " ".join(_word(draw) for _ in range(number))


_CONTENT = "SELECT content FROM statements WHERE id = ?"


def _statement(ledger: Ledger, draw: random.Random) -> int:
    """Any statement: the first of a random reading."""
    last = ledger.store.value("SELECT max(id) FROM readings")
    reading = draw.randint(1, last)
    return int(ledger.store.value("SELECT first FROM readings WHERE id >= ?", (reading,)))


def _shown(ledger: Ledger, draw: random.Random) -> str:
    last = ledger.store.value("SELECT max(id) FROM documents")
    return f"{draw.randint(1, last)}:s1"
