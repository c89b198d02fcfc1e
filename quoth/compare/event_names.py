"""Names of an event, so that nothing depends on which they are: each has a filler for it.

Told by capitals: a word that stands with one inside a sentence is a name wherever it stands with
one. Offices, bodies of state, days and months are words that tell, and stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from quoth.details.cues.lists import words as listed
from quoth.ledger.identities.rarity import rarity
from quoth.reading.tokens import LOWER, Word, words
from quoth.records import Document
from quoth.sources.lexicon import GOVERNMENTS, SURNAMES, TITLES

_LETTERS = "qxzjvk"
"""Fillers are made of these: no word is."""
_COMMON = 4.5
"""A word that is less rare is no name by opening a sentence with its capital."""
_TIMES = listed(
    """
    april august december february friday january july june march may monday november october
    saturday september sunday thursday tuesday wednesday apr aug dec feb jan nov oct sep sept
    """
)
_PLAIN = listed(
    """
    a about after all also although an and another any are as at before both but by can could did
    do does each eight eighteen eighty either eleven even every few fifteen fifty first five for
    forty four fourteen from had half has have he her here hers him his how however hundred i if in
    inside into is it its just last later less many may might million mine more most much my
    neither never next nine nineteen ninety no nobody none nor not nothing now of on once one only
    or other our out outside over own second seven seventeen seventy she should since six sixteen
    sixty so some still such ten than that the their then there these they thirteen thirty this
    those thousand three to today tomorrow too tonight twelve twenty two under until up was we
    were what when where whether which while who whose why will with without would yes yesterday
    yet you your
    """
)
"""What opens a sentence or a quotation and names nobody."""
_OFFICES = listed(
    """
    bank board bishop chief church committee company constable council general hospital inquiry
    judge justice king major school spokesman spokeswoman union university
    """
)
KEPT = _TIMES | _PLAIN | _OFFICES | GOVERNMENTS | (TITLES - SURNAMES)
"""Words that are told as they are, also with a capital."""
_OPENING = frozenset('.?!:;"(')
_HEADLINE = 0.6
"""Where so many of a block's words have capitals, a capital tells nothing."""

Run = tuple[int, int]
"""The first word of a name, and one past its last."""


def names_of(documents: Iterable[Document]) -> Names:
    """The names in all documents of an event: what is one in any of them is one in all."""
    return Names(tuple(words(document)) for document in documents)


class Names:
    """The names in the documents of an event: which words they are, and the filler of each."""

    def __init__(self, documents: Iterable[Sequence[Word]]) -> None:
        given = list(documents)
        self._sure = {
            word.text.lower()
            for read in given
            for _, block in groupby(read, key=lambda word: word.block)
            for word in _inside(list(block))
        }
        self._plain = {w.text for read in given for w in read if w.shape // 2 == LOWER}
        self._fillers: dict[str, str] = {}
        self._counts: dict[int, int] = {}
        for read in given:
            for word in read:
                if self._is_name(word):
                    self._fill(word.text.lower())

    def filler(self, word: Word) -> str:
        """What stands for a word of a name: of its length, and the same wherever it stands."""
        low = word.text.lower()
        self._fill(low)  # a month inside a name
        return self._fillers[low]

    def runs(self, words: Sequence[Word]) -> Iterator[Run]:
        """Every name in `words`; *of* and a month may stand inside one."""
        at = 0
        while at < len(words):
            if not self._is_name(words[at]):
                at += 1
                continue
            end = at + 1
            while step := self._step(words, end):
                end += step
            yield at, end
            at = end

    def _step(self, words: Sequence[Word], end: int) -> int:
        """How many words a name goes on from `end`: 0 where it ends."""
        block = words[end - 1].block
        follows = words[end : end + 3]
        if any(word.block != block for word in follows):
            follows = [word for word in follows if word.block == block]
        if follows and self._is_name(follows[0]):
            return 1
        if len(follows) > 1 and follows[0].text == "of":
            if self._is_name(follows[1]):
                return 2
            month = follows[1].text.lower() in _TIMES
            if month and len(follows) > 2 and self._is_name(follows[2]):
                return 3
        return 0

    def _is_name(self, word: Word) -> bool:
        return _is_whole(word) and self.has(word.text)

    def has(self, text: str) -> bool:
        """Is a word, as it is written, one of a name?"""
        low = text.lower()
        if not _may_be(text):
            return False
        return low in self._sure or (low not in self._plain and rarity(low) > _COMMON)

    def _fill(self, low: str) -> None:
        if low in self._fillers:
            return
        size = len(low)
        number = self._counts[size] = self._counts.get(size, -1) + 1
        letters = ""
        for _ in range(size):
            number, one = divmod(number, len(_LETTERS))
            letters += _LETTERS[one]
        self._fillers[low] = letters[::-1].capitalize()


def _may_be(text: str) -> bool:
    return text[:1].isupper() and len(text) > 1 and text.isalpha() and text.lower() not in KEPT


def _is_whole(word: Word) -> bool:
    """Does it stand in its document as it is read?"""
    return word.gap is None and word.end - word.start == len(word.text)


def _inside(block: list[Word]) -> Iterator[Word]:
    """Words of a block that have a capital and open nothing."""
    letters = [word for word in block if word.text[0].isalpha()]
    capitals = sum(word.text[0].isupper() for word in letters)
    if capitals > _HEADLINE * len(letters):
        return
    for before, word in pairwise(block):
        if before.text not in _OPENING and _is_whole(word) and _may_be(word.text):
            yield word
