"""Signs and codes of currencies before a number."""

from __future__ import annotations

from quoth.details.figures.measures import Money
from quoth.details.figures.units import BEFORE_SIGN, CODES, SIGNS
from quoth.details.figures.words import Line


def sign_at(line: Line, at: int, money: Money) -> tuple[int, str | None]:
    """Where the sign of a currency begins that stands before a number, and its code."""
    word, before = line.at(at), line.at(at - 1)
    if word.text in SIGNS:
        if not word.spaced and before.low in BEFORE_SIGN and word.text == "$":
            return at - 1, BEFORE_SIGN[before.low]
        if not word.spaced and before.text == "." and line.low(at - 2) == "s" and word.text == "$":
            return at - 4, "USD"
        return at, money.code(SIGNS[word.text])
    if word.text in CODES and line.at(at + 1).digits:
        return at, word.text
    if word.text == "Rs" and line.at(at + 1).digits:
        return at, "INR"
    return at, None
