"""The figures of a line while it is told what each counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from quoth.analysis import Analysis
from quoth.details.figures.amount import Amount
from quoth.details.figures.phrases import ARTICLES, NOUNS, QUOTES, first, head_from, last
from quoth.details.figures.units import singular
from quoth.details.figures.words import Line, among

NARROWING = among("of in from with on")


NEAR = 12
"""So many figures back it is looked for what a bare number counts."""


class Told(NamedTuple):
    """A figure of a line and what it counts: tokens from the first to one past the last."""

    amount: Amount
    of: tuple[int, int] | None


@dataclass(slots=True)
class Counting:
    """The figures of one line while it is told what each counts, in order."""

    analysis: Analysis
    line: Line
    amounts: list[Amount]
    told: list[Told] = field(default_factory=list)
    taken: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        words = self.line.words
        self.taken = frozenset(
            n
            for one in self.amounts
            if not one.joined
            for n in range(words[one.start].token, words[one.end - 1].token + 1)
        )

    def phrase(self, head: int | None) -> tuple[int, int] | None:
        """The tokens of the phrase of `head`, without the figure and its article."""
        if head is None or self.analysis.tokens[head].pos in ("VERB", "AUX"):
            return None
        end = last(self.analysis, head, self.taken) + 1
        return first(self.analysis, head, self.taken), end

    def after(self, word: int, attributive: bool = False) -> tuple[int, int] | None:
        """The phrase that begins at a word of the line, its article left out."""
        while self.line.low(word) in ARTICLES or self.line.at(word).text in QUOTES:
            word += 1
        token = self.line.at(word).token
        if token < 0 or token in self.taken:
            return None
        head = head_from(self.analysis, token)
        if head is None or self.analysis.tokens[head].block != self.analysis.tokens[token].block:
            return None
        if attributive and self._step(token, head):
            return token, token + 1
        end = max(last(self.analysis, head, self.taken), head) + 1
        return token, self._narrowed(head, end)

    def _narrowed(self, head: int, end: int) -> int:
        """Past *from the islands* behind *people*, which a parser likes to hang on the verb."""
        tokens = self.analysis.tokens
        if end >= len(tokens) or tokens[end].text not in NARROWING or end != head + 1:
            return end
        inner = head_from(self.analysis, min(end + 1, len(tokens) - 1))
        if inner is None or tokens[inner].sentence != tokens[head].sentence:
            return end
        if tokens[inner].pos not in NOUNS or tokens[inner].entity == "time":
            return end
        if tokens[inner].time != "O" or any(n in self.taken for n in range(end, inner + 1)):
            return end
        return last(self.analysis, inner, self.taken) + 1

    def _step(self, token: int, head: int) -> bool:
        """Whether steps are counted, as in *a four step plan*, not what is made of them."""
        one, other = self.analysis.tokens[token], self.analysis.tokens[head]
        plural = other.text.endswith("s") or singular(other.text.lower()) != other.text.lower()
        return one.pos == other.pos == "NOUN" and head > token and not plural

    def anchor(self, amount: Amount) -> int | None:
        """The token of a figure that ties it to its sentence."""
        words = self.line.words
        inside = range(words[amount.start].token, words[amount.end - 1].token + 1)
        return self.analysis.top(inside)
