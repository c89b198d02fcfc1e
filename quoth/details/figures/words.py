"""The words of a block as figures are read from them: numerals whole, all else in pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quoth.analysis import Analysis, Token

# Possessive, so that a number of any length takes one pass.
NUMERAL = (
    r"(?:\d{1,2}(?:,\d\d){1,5},\d{3}(?:\.\d++)?(?![,\d])"  # 12,34,567
    r"|\d{1,3}(?:,\d{3})++(?:\.\d++)?"  # 1,000.5
    r"|\d{1,3}(?:\.\d{3})++(?:,\d++)?"  # 1.000,5
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009’']\d{3})++(?:[.,]\d++)?(?!\d)"  # 1 000 000
    r"|\d++(?:[.,]\d++)?+|(?<![\w.])\.\d++)"
)
GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5}
GLYPHS |= {"⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8}
GLYPHS |= {"⅞": 7 / 8}
LEX = re.compile(rf"{NUMERAL}|[^\W\d_]++|\S")


def among(words: str) -> frozenset[str]:
    """A set of words, written in a row."""
    return frozenset(words.split())


class Word(NamedTuple):
    """A numeral, a run of letters or one mark."""

    text: str
    low: str
    """In lower case."""
    start: int
    end: int
    """Characters of the document's text."""
    token: int
    """Number of the token that it begins in."""
    spaced: bool
    """White space stands before it."""

    @property
    def digits(self) -> bool:
        return self.text[-1:].isdigit() and self.text[-1:] not in "¹²³"


BLANK = Word("", "", 0, 0, -1, True)
"""What stands before the first word of a line and after its last."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one block."""

    words: tuple[Word, ...]
    tokens: tuple[Token, ...]
    """All of the document's."""

    def at(self, number: int) -> Word:
        """Word of that number; BLANK where the line has none."""
        return self.words[number] if 0 <= number < len(self.words) else BLANK

    def low(self, number: int) -> str:
        return self.at(number).low

    def pos(self, number: int) -> str:
        """Part of speech of a word; empty outside the line."""
        word = self.at(number)
        return self.tokens[word.token].pos if word.token >= 0 else ""

    def sentence(self, number: int) -> int:
        word = self.at(number)
        return self.tokens[word.token].sentence if word.token >= 0 else -1

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(self.at(n).low for n in range(start, end))


def lines(analysis: Analysis, worth: re.Pattern[str]) -> Iterator[Line]:
    """Every block in which `worth` is found, as words."""
    tokens = analysis.tokens
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].block == tokens[first].block:
            last += 1
        text, begins = _joined(analysis.document.text, tokens[first:last])
        if worth.search(text):
            yield Line(tuple(_words(text, begins, tokens, first)), tokens)
        first = last


def _joined(text: str, tokens: tuple[Token, ...]) -> tuple[str, list[int]]:
    """The tokens' words as one text, and where each begins in it.

    White space in a line is kept, for some of it groups digits; a line's end is a space.
    """
    parts: list[str] = []
    begins: list[int] = []
    length = end = 0
    for n, token in enumerate(tokens):
        if n and token.start > end:
            gap = text[end : token.start] if token.start == end + 1 else " "
            parts.append(gap if gap.isspace() and gap not in "\r\n" else " ")
            length += 1
        begins.append(length)
        parts.append(token.text)
        length += len(token.text)
        end = token.end
    return "".join(parts), begins


def _words(text: str, begins: list[int], tokens: tuple[Token, ...], first: int) -> Iterator[Word]:
    end = 0
    for found in LEX.finditer(text):
        opening = bisect_right(begins, found.start()) - 1
        closing = bisect_right(begins, found.end() - 1) - 1
        yield Word(
            found[0],
            found[0].lower(),
            _place(tokens[first + opening], found.start() - begins[opening]),
            _place(tokens[first + closing], found.end() - begins[closing]),
            first + opening,
            found.start() > end or not end,
        )
        end = found.end()


def _place(token: Token, inside: int) -> int:
    """The character of the document `inside` characters into a token, which may be respelt."""
    if inside >= len(token.text):
        return token.end
    return min(token.start + inside, token.end)
