"""Marked grammar made as wrong as a network's: what is learned from it bears the network's errors.

How often what goes wrong is about what the network of the package did on gum/dev: a scorer learned
from marks alone trusts kinds and phrases too much. It stays right for the next network, too.
"""

from __future__ import annotations

from random import Random

from quoth.analysis import Analysis, Token

UNSEEN, OTHER_KIND, EXTRA = 0.06, 0.10, 0.06
"""Share of phrases that go unseen, of those whose kind is mistaken, of nouns that head one more."""
CUT, BEHEADED, LONGER = 0.10, 0.04, 0.03
"""Share of phrases that end with their head, that begin with it, that go on too far."""
OTHER_POS, OTHER_RELATION, OTHER_HEAD = 0.04, 0.07, 0.08
OF_NAMES = ("person", "organization", "place", "object", "event", "abstract")
OF_NOUNS = ("object", "event", "abstract", "person")
NOMINAL = ("NOUN", "PROPN", "ADJ")
RELATIONS = ("obl", "nmod", "obj", "conj", "appos", "nsubj", "flat", "compound")


def varied(analysis: Analysis, random: Random) -> Analysis:
    """The analysis with errors drawn from `random`."""
    count = len(analysis.tokens)
    tokens = (_varied(token, n, count, random) for n, token in enumerate(analysis.tokens))
    return Analysis(analysis.document, tuple(tokens))


def _varied(token: Token, number: int, count: int, random: Random) -> Token:
    entity, phrase, pos = token.entity, token.phrase, token.pos
    if entity and pos != "PRON":
        draw = random.random()
        if draw < UNSEEN:
            entity, phrase = None, (number, number + 1)
        elif draw < UNSEEN + OTHER_KIND:
            entity = random.choice(OF_NAMES if pos == "PROPN" else OF_NOUNS)
        if entity:
            phrase = _other_phrase(phrase, number, count, random)
    elif not entity and pos in ("NOUN", "PROPN") and random.random() < EXTRA:
        entity = random.choice(OF_NAMES)
    if pos in NOMINAL and random.random() < OTHER_POS:
        pos = random.choice(NOMINAL)
    relation, head = token.relation, token.head
    if random.random() < OTHER_RELATION:
        relation = random.choice(RELATIONS)
    if random.random() < OTHER_HEAD:
        head = min(max(number + random.randint(-4, 4), 0), count - 1)
    return token._replace(entity=entity, phrase=phrase, pos=pos, relation=relation, head=head)


def _other_phrase(
    phrase: tuple[int, int], number: int, count: int, random: Random
) -> tuple[int, int]:
    draw = random.random()
    if draw < CUT:
        return phrase[0], number + 1
    if draw < CUT + BEHEADED:
        return number, phrase[1]
    if draw < CUT + BEHEADED + LONGER:
        return phrase[0], min(phrase[1] + random.randint(1, 4), count)
    return phrase
