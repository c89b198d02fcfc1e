"""Words to the numbers of their pieces (WordPiece, Wu et al. 2016), remembered word by word."""

from __future__ import annotations

from functools import lru_cache

from tokenizers import Tokenizer

REMEMBERED = 50_000
LONGEST_WORD = 100
"""Longer runs of letters are no words; the vocabulary calls them unknown anyway."""


class Pieces:
    """A vocabulary of word pieces; `pieces` gives the numbers for one word."""

    def __init__(self, tokenizer_json: str) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer_json)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.pieces = lru_cache(REMEMBERED)(self._pieces)

    def _pieces(self, word: str) -> list[int]:
        word = word[: LONGEST_WORD + 1].encode("utf-8", "replace").decode()
        return self._tokenizer.encode(word, add_special_tokens=False).ids or [self._unknown]

    @property
    def _unknown(self) -> int:
        number = self._tokenizer.token_to_id("[UNK]")
        assert number is not None, "the vocabulary has no piece for unknown words"
        return number
