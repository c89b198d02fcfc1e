"""Where expressions of time stand: matches of the patterns, the longest first, none in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from quoth.analysis import Analysis, Token
from quoth.details.dates.codes import AGAIN, BREAK, Codes
from quoth.details.dates.patterns import RULES, Rule, Sure
from quoth.records import Span

CODES = Codes(rule.pattern for rule in RULES)
COMPILED = tuple((rule, CODES.compiled(rule.pattern)) for rule in RULES)


class Found(NamedTuple):
    """An expression of time: its words, what kind it is, and the numbers of its parts' words."""

    kind: str
    sure: Sure
    words: range
    parts: dict[str, range]
    tokens: tuple[Token, ...]
    inner: tuple[Found, ...] = ()
    """The expressions that it is made of, if any: a time and then its day."""

    @property
    def span(self) -> Span:
        return Span(self.tokens[self.words[0]].start, self.tokens[self.words[-1]].end)

    def all(self, part: str) -> list[str]:
        """The words of a part in small letters, none where it is missing."""
        return [self.tokens[n].text.lower() for n in self.parts.get(part, ())]

    def one(self, part: str) -> str:
        """The words of a part as one text, parted by spaces; empty where it is missing."""
        return " ".join(self.all(part))


def found(analysis: Analysis) -> list[Found]:
    """The expressions that the patterns see, in reading order; doubtful ones among them."""
    line = _Line(analysis.tokens)
    ranked = sorted(
        line.matches(), key=lambda match: (match.words.start - match.words.stop, _rank(match))
    )
    taken = bytearray(len(analysis.tokens))
    kept = []
    for match in ranked:
        if not any(taken[match.words.start : match.words.stop]):
            taken[match.words.start : match.words.stop] = b"\x01" * len(match.words)
            kept.append(match)
    return sorted(kept, key=lambda match: match.words.start)


def _rank(match: Found) -> int:
    return ("always", "likely", "doubtful").index(match.sure)


class _Line:
    """The characters of all words of a document, with a break after each block."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.codes: list[str] = []
        self.numbers: list[int] = []
        block = -1
        for number, token in enumerate(tokens):
            if token.block != block:
                self._add(BREAK, number)
                block = token.block
            self._add(CODES.of(token.text), number)
        self._add(BREAK, len(tokens))

    def _add(self, code: str, number: int) -> None:
        self.codes.append(code)
        self.numbers.append(number)

    @cached_property
    def text(self) -> str:
        return "".join(self.codes)

    def matches(self) -> Iterator[Found]:
        for rule, compiled in COMPILED:
            for match in compiled.finditer(self.text):
                yield self._found(rule, match)

    def _found(self, rule: Rule, match: re.Match[str]) -> Found:
        parts = {
            name.partition(AGAIN)[0]: self._range(*match.span(name))
            for name, text in match.groupdict().items()
            if text
        }
        return Found(rule.kind, rule.sure, self._range(*match.span()), parts, self.tokens)

    def _range(self, start: int, end: int) -> range:
        return range(self.numbers[start], self.numbers[end - 1] + 1)
