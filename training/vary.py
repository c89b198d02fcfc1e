"""Articles as people also hold them: without quotation marks, mistyped, titles in capitals."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from quoth.reading.tokens import LOWER, OTHER_CASE, OUTSIDE, TITLE, UPPER, Word

MARKS_GONE = 0.08
"""Share of articles seen without quotation marks, so that marks help and never decide."""
MISTYPED = 0.08
"""Share of articles with mistakes of typing, in one word of `TYPO_EVERY`."""
TYPO_EVERY = 15
CAPITALS = 0.08
"""Share of articles whose first block is in capitals."""
SHORTEST_MISTYPED = 4


@dataclass(frozen=True)
class Article:
    """Name, words, and for each relation the role of every word it touches.

    `marked` is false where nobody looked for relations.
    """

    name: str
    words: list[Word]
    relations: list[dict[int, int]]
    marked: bool = True


def varied(article: Article, chance: random.Random) -> Article:
    """The article, most often as it is."""
    drawn = chance.random()
    if drawn < MARKS_GONE:
        return without_marks(article)
    if drawn < MARKS_GONE + MISTYPED:
        return mistyped(article, chance)
    if drawn < MARKS_GONE + MISTYPED + CAPITALS:
        return in_capitals(article)
    return article


def without_marks(article: Article) -> Article:
    """The article with all its double quotation marks missing."""
    kept = [n for n, word in enumerate(article.words) if word.text != '"']
    place = {old: new for new, old in enumerate(kept)}
    bare = [article.words[n]._replace(quote=OUTSIDE) for n in kept]
    relations = [
        {place[n]: role for n, role in relation.items() if n in place}
        for relation in article.relations
    ]
    return replace(article, words=bare, relations=relations)


def mistyped(article: Article, chance: random.Random) -> Article:
    """Now and then two letters exchanged, one lost or one doubled."""

    def typed(word: Word) -> Word:
        text = word.text
        if len(text) < SHORTEST_MISTYPED or not text.isalpha() or chance.random() * TYPO_EVERY > 1:
            return word
        at = chance.randrange(1, len(text) - 1)
        left, letter, right = text[:at], text[at], text[at + 1 :]
        changed = (left + right[0] + letter + right[1:], left + right, left + 2 * letter + right)
        return word._replace(text=chance.choice(changed))

    return replace(article, words=[typed(word) for word in article.words])


def in_capitals(article: Article) -> Article:
    """The first block, mostly a title, in capitals."""
    first = article.words[0].block if article.words else 0
    lower_cases = {LOWER, TITLE, OTHER_CASE}

    def shouted(word: Word) -> Word:
        if word.block != first or word.shape // 2 not in lower_cases:
            return word
        return word._replace(text=word.text.upper(), shape=2 * UPPER + word.shape % 2)

    return replace(article, words=[shouted(word) for word in article.words])
